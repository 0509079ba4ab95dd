-- Where do two articles tell one speaker's figure with two dates?
-- The raw form of the answer is a contradiction with the reason `date`.
SELECT a.claimant_id, a.count_low AS figure, a.subject, a.source_id, a.date_start,
    b.source_id AS other_source_id, b.date_start AS other_date_start
FROM claim_relations AS r
JOIN claims AS a ON a.claim_id = r.claim_id
JOIN claims AS b ON b.claim_id = r.related_claim_id
WHERE r.relation = 'contradicts' AND r.reason = 'date'
ORDER BY a.claimant_id, figure;
