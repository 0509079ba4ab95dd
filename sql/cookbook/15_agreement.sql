-- Which figures are confirmed by a second voice?
-- Agreeing claims of two different voices; the same claimant quoted twice is one voice.
SELECT a.event, a.speaker, b.speaker AS also_said_by, a.claim_type, a.subject, a.figure,
    b.figure AS other_figure
FROM claim_relations AS r
JOIN claims_in_words AS a ON a.claim_id = r.claim_id
JOIN claims_in_words AS b ON b.claim_id = r.related_claim_id
WHERE r.relation = 'agrees' AND a.speaker <> b.speaker
ORDER BY a.event, a.claim_type, a.figure, a.speaker, also_said_by, a.subject, other_figure;
