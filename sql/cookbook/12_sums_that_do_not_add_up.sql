-- Which wholes and parts do not add up?
-- A remainder below zero is an error of the text (or of the coding); above zero, it is who is left.
SELECT r.source_id, r.breakdown, w.claim_type, w.subject AS whole, r.whole_low, r.whole_high,
    r.parts, r.parts_low, r.remainder_low, r.remainder_high
FROM remainders AS r JOIN claims AS w USING (claim_id)
ORDER BY r.remainder_high NULLS LAST, r.source_id, w.char_start, r.breakdown;
