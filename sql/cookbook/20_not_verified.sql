-- Which claims does the text itself doubt or confirm?
-- Everything that is not plainly reported.
SELECT c.verification, w.event, w.speaker, w.claim_type, w.figure, w.subject
FROM claims AS c JOIN claims_in_words AS w USING (claim_id)
WHERE c.verification <> 'reported'
ORDER BY c.verification, w.event, c.source_id, c.char_start;
