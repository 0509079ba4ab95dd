-- The words themselves, read from raw/ (each text under its own licence, see the table `sources`).
-- Run after tables.sql, in the project's folder.

CREATE OR REPLACE TABLE texts AS
SELECT s.source_id, t.content AS text
FROM read_text('raw/texts/*.txt') AS t
JOIN sources AS s ON suffix(t.filename, '/' || s.path);
COMMENT ON TABLE texts IS 'The source texts as received.';

CREATE OR REPLACE VIEW quotations AS
SELECT
    c.claim_id, c.source_id,
    substring(t.text, c.char_start + 1, c.char_end - c.char_start) AS words,
    substring(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start) AS sentence
FROM claims AS c JOIN texts AS t USING (source_id);
COMMENT ON VIEW quotations IS 'The counted words and the sentence of each claim, cut from its source.';
