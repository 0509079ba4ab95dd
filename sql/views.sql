-- Views over the tables, for the questions people ask. Plain DuckDB, no extension:
--   duckdb -cmd ".read sql/tables.sql" -cmd ".read sql/views.sql"      (in the project's folder)
-- Claims are never averaged: where figures differ, a view shows the lowest and the highest.

-- Places ---------------------------------------------------------------------------------------

CREATE OR REPLACE VIEW place_lineage AS
WITH RECURSIVE up AS (
    SELECT place_id, place_id AS within_place_id, 0 AS steps FROM places
    UNION ALL
    SELECT up.place_id, p.parent_place_id, up.steps + 1
    FROM up JOIN places AS p ON p.place_id = up.within_place_id
    WHERE p.parent_place_id IS NOT NULL AND up.steps < 20
)
SELECT up.place_id, up.within_place_id, up.steps, p.name AS within_name, p.place_type AS within_type
FROM up JOIN places AS p ON p.place_id = up.within_place_id;
COMMENT ON VIEW place_lineage IS
    'Each place with itself (0 steps) and every larger place around it, the nearest first.';

CREATE OR REPLACE MACRO events_within(wanted_place_id) AS TABLE
    SELECT e.* FROM events AS e JOIN place_lineage AS l USING (place_id)
    WHERE l.within_place_id = wanted_place_id;

-- Claims in words ------------------------------------------------------------------------------

CREATE OR REPLACE MACRO figure(low, high, qualifier) AS
    CASE
        WHEN low IS NULL AND high IS NULL THEN NULL
        WHEN high IS NULL THEN CASE qualifier WHEN 'vague' THEN 'some (' || low || '+)'
                                              ELSE 'at least ' || low END
        WHEN low IS NULL THEN 'up to ' || high
        WHEN low <> high THEN low || '-' || high
        WHEN qualifier = 'approximate' THEN 'about ' || low
        ELSE low::VARCHAR
    END;

CREATE OR REPLACE VIEW claims_in_words AS
SELECT
    c.claim_id, c.event_id, e.title AS event, c.source_id, s.publisher,
    COALESCE(sp.name, s.publisher) AS speaker, via.name AS via,
    c.claim_type, figure(c.count_low, c.count_high, c.count_qualifier) AS figure, c.subject,
    c.actor, c.date_start, c.date_end, p.name AS place, c.scope, c.verification, c.part_of
FROM claims AS c
JOIN sources AS s USING (source_id)
LEFT JOIN events AS e USING (event_id)
LEFT JOIN claimants AS sp ON sp.claimant_id = c.claimant_id
LEFT JOIN claimants AS via ON via.claimant_id = c.via_claimant_id
LEFT JOIN places AS p ON p.place_id = c.place_id;
COMMENT ON VIEW claims_in_words IS
    'Every claim with names for its ids; the speaker is the claimant or, where the text names none, the publisher.';

CREATE OR REPLACE VIEW figures_by_claimant AS
SELECT
    w.event_id, w.event, w.speaker, w.via, w.claim_type, w.subject, w.actor, w.figure,
    c.count_low, c.count_high, w.date_start, w.date_end, w.place, w.verification,
    w.part_of IS NOT NULL AS is_part, w.source_id, w.claim_id
FROM claims_in_words AS w JOIN claims AS c USING (claim_id)
WHERE w.event_id IS NOT NULL
ORDER BY w.event_id, w.claim_type, is_part, w.speaker, w.claim_id;
COMMENT ON VIEW figures_by_claimant IS
    'What each speaker said about each event, one row a figure; is_part marks figures contained in another one.';

CREATE OR REPLACE VIEW conflicts AS
SELECT
    r.relation, r.reason, a.event_id, a.event,
    a.speaker, a.claim_type, a.figure, a.subject, a.actor, a.date_start,
    b.speaker AS other_speaker, b.claim_type AS other_claim_type, b.figure AS other_figure,
    b.subject AS other_subject, b.actor AS other_actor, b.date_start AS other_date_start,
    r.claim_id, r.related_claim_id
FROM claim_relations AS r
JOIN claims_in_words AS a ON a.claim_id = r.claim_id
JOIN claims_in_words AS b ON b.claim_id = r.related_claim_id
WHERE r.relation <> 'agrees';
COMMENT ON VIEW conflicts IS
    'Pairs of claims that cannot both be true (contradicts) or of which the first replaces the second (supersedes), and why.';

-- Evidence -------------------------------------------------------------------------------------

CREATE OR REPLACE VIEW evidence AS
SELECT
    c.claim_id, c.source_id, s.title, s.publisher, s.published_on, s.licence,
    'raw/' || s.path AS path, c.char_start, c.char_end, c.sentence_start, c.sentence_end,
    c.text_sha256, s.sha256 AS source_sha256
FROM claims AS c JOIN sources AS s USING (source_id);
COMMENT ON VIEW evidence IS
    'Where each claim stands: file, characters (from 0, end exclusive) and the hashes that prove them unchanged.';

-- Casualties -----------------------------------------------------------------------------------

CREATE OR REPLACE VIEW countable_casualties AS
SELECT
    c.*,
    COALESCE(c.claimant_id, 'source:' || c.source_id) AS voice,
    COALESCE(c.actor, 'unstated') AS side
FROM claims AS c
WHERE c.claim_type IN ('killed', 'wounded', 'killed_or_wounded')
    AND c.scope = 'incident' AND c.event_id IS NOT NULL
    AND c.part_of IS NULL AND c.verification <> 'denied'
    AND c.claim_id NOT IN (
        SELECT related_claim_id FROM claim_relations WHERE relation = 'supersedes'
    );
COMMENT ON VIEW countable_casualties IS
    'Casualty claims that may be added up: single incidents, no parts of another figure, no replaced figure, no denial.';

-- One voice may give several groups of one toll (officers, soldiers) and also the mixed whole
-- ("people"); restated figures count once. The whole or the sum of the groups, whichever is more.
CREATE OR REPLACE VIEW totals_by_voice AS
WITH groups AS (
    SELECT event_id, voice, side, claim_type, subject,
        MAX(COALESCE(count_low, 0)) AS low,
        CASE WHEN COUNT(*) = COUNT(count_high) THEN MAX(count_high) END AS high
    FROM countable_casualties
    GROUP BY ALL
)
SELECT event_id, voice, side, claim_type,
    GREATEST(
        COALESCE(SUM(low) FILTER (subject = 'people'), 0),
        COALESCE(SUM(low) FILTER (subject <> 'people'), 0)
    )::BIGINT AS low,
    CASE WHEN COUNT(*) = COUNT(high) THEN GREATEST(
        COALESCE(SUM(high) FILTER (subject = 'people'), 0),
        COALESCE(SUM(high) FILTER (subject <> 'people'), 0)
    )::BIGINT END AS high
FROM groups
GROUP BY event_id, voice, side, claim_type;
COMMENT ON VIEW totals_by_voice IS
    'Each speaker''s own total per event, side and kind of casualty; high is empty where the speaker gave no upper bound.';

CREATE OR REPLACE VIEW casualties AS
SELECT
    t.event_id, e.title AS event, e.event_type, t.side,
    strftime(e.date_start, '%Y-%m') AS month, e.place_id,
    t.claim_type, MIN(t.low) AS low,
    CASE WHEN COUNT(*) = COUNT(t.high) THEN MAX(t.high) END AS high,
    MAX(t.low) AS highest_low, COUNT(*) AS voices
FROM totals_by_voice AS t JOIN events AS e USING (event_id)
GROUP BY ALL;
COMMENT ON VIEW casualties IS
    'Casualties by event, side and month (of the event''s first day): the lowest and the highest total among the speakers. Parts, aggregates, replaced and denied figures are left out; high is empty where somebody gave no upper bound.';

CREATE OR REPLACE VIEW casualties_by_month AS
SELECT month, side, claim_type, SUM(low)::BIGINT AS low,
    SUM(GREATEST(COALESCE(high, highest_low), highest_low))::BIGINT AS high_at_least,
    COUNT(*) AS events
FROM casualties
WHERE month IS NOT NULL
GROUP BY ALL;
COMMENT ON VIEW casualties_by_month IS
    'Sum over events of the lowest and the highest totals, by month and side; events whose month is unknown are left out.';

CREATE OR REPLACE VIEW remainders AS
WITH parts AS (
    SELECT w.claim_id, w.source_id, w.subject, w.actor, w.count_low, w.count_high,
        CASE WHEN p.actor IS DISTINCT FROM w.actor AND p.subject = w.subject
             THEN 'actor' ELSE 'subject' END AS breakdown,
        p.subject AS part_subject, p.count_low AS part_low, p.count_high AS part_high
    FROM claims AS w JOIN claims AS p ON p.part_of = w.claim_id
    WHERE p.claim_type = w.claim_type
)
SELECT claim_id, source_id, breakdown, COUNT(*) AS parts,
    ANY_VALUE(count_low) AS whole_low, ANY_VALUE(count_high) AS whole_high,
    SUM(part_low)::BIGINT AS parts_low, SUM(part_high)::BIGINT AS parts_high,
    CASE WHEN COUNT(*) = COUNT(part_high)
        THEN GREATEST(ANY_VALUE(count_low) - SUM(part_high), 0)::BIGINT END AS remainder_low,
    CASE WHEN COUNT(*) = COUNT(part_low)
        THEN (ANY_VALUE(count_high) - SUM(part_low))::BIGINT END AS remainder_high
FROM parts
GROUP BY claim_id, source_id, breakdown
-- Children may also be civilians: such groups overlap and leave no remainder.
HAVING NOT (breakdown = 'subject'
    AND BOOL_OR(part_subject IN ('children', 'women'))
    AND BOOL_OR(part_subject NOT IN ('children', 'women')));
COMMENT ON VIEW remainders IS
    'What is left of a whole when its parts are taken away ("of them 12 children": the rest). Computed here, never stored as a claim.';

-- Precision, in the codes of other datasets ----------------------------------------------------

CREATE OR REPLACE MACRO ucdp_date_precision(first_day, last_day, how) AS
    CASE
        WHEN first_day IS NULL THEN NULL
        WHEN how = 'day' THEN 1
        WHEN date_diff('day', first_day, last_day) < 6 THEN 2
        WHEN date_diff('day', first_day, last_day) < 7 THEN 3
        WHEN date_diff('day', first_day, last_day) < 31 THEN 4
        ELSE 5
    END;

CREATE OR REPLACE MACRO acled_time_precision(first_day, last_day, how) AS
    CASE
        WHEN first_day IS NULL THEN NULL
        WHEN how = 'day' THEN 1
        WHEN date_diff('day', first_day, last_day) < 7 THEN 2
        WHEN date_diff('day', first_day, last_day) < 31 THEN 3
    END;

CREATE OR REPLACE MACRO ucdp_where_precision(place_type) AS
    CASE place_type
        WHEN 'country' THEN 6 WHEN 'governorate' THEN 4
        WHEN 'region' THEN 5 WHEN 'mountain_area' THEN 5 WHEN 'road' THEN 5
        ELSE CASE WHEN place_type IS NOT NULL THEN 1 END
    END;

CREATE OR REPLACE MACRO acled_geo_precision(place_type) AS
    CASE place_type
        WHEN 'country' THEN 3 WHEN 'governorate' THEN 3
        WHEN 'region' THEN 2 WHEN 'mountain_area' THEN 2 WHEN 'road' THEN 2
        ELSE CASE WHEN place_type IS NOT NULL THEN 1 END
    END;

CREATE OR REPLACE VIEW event_precision AS
SELECT
    e.event_id, e.date_start, e.date_end, e.date_precision, e.place_id, p.place_type,
    ucdp_date_precision(e.date_start, e.date_end, e.date_precision) AS ucdp_date_prec,
    acled_time_precision(e.date_start, e.date_end, e.date_precision) AS acled_time_precision,
    ucdp_where_precision(p.place_type) AS ucdp_where_prec,
    acled_geo_precision(p.place_type) AS acled_geo_precision
FROM events AS e LEFT JOIN places AS p USING (place_id);
COMMENT ON VIEW event_precision IS
    'How exactly day and place of an event are known, in the codes of UCDP (date_prec, where_prec) and ACLED.';
