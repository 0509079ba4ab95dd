-- Who is said to have killed whom?
-- Claims and events by acting side and side of the dead, single incidents only.
SELECT COALESCE(acting_side(c.actor), 'not named') AS acting_side,
    COALESCE(victim_side(c.subject), 'mixed or open') AS side_of_the_dead,
    COUNT(*) AS claims, COUNT(DISTINCT c.event_id) AS events
FROM claims AS c
WHERE c.claim_type = 'killed' AND c.scope = 'incident'
GROUP BY ALL
ORDER BY claims DESC, acting_side, side_of_the_dead;
