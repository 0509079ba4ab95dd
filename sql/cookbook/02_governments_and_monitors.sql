-- What do governments and their media claim, and what do monitors claim?
-- Claims of killed people by kind of claimant: how many, and how often about dead civilians,
-- dead fighters of the opposition, dead soldiers and police.
SELECT k.kind, COUNT(*) AS claims,
    COUNT(*) FILTER (victim_side(c.subject) = 'civilians') AS of_civilians,
    COUNT(*) FILTER (victim_side(c.subject) = 'opposition') AS of_opposition,
    COUNT(*) FILTER (victim_side(c.subject) = 'state') AS of_state_forces
FROM claims AS c JOIN claimants AS k USING (claimant_id)
WHERE c.claim_type = 'killed' AND k.kind IN ('monitor', 'state_media', 'state_body')
GROUP BY k.kind
ORDER BY claims DESC, k.kind;
