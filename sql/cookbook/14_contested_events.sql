-- Which events are contested?
-- Events with contradicting claims, with the range of the dead and the number of voices.
SELECT title, date_start, killed_low, killed_high, claimant_count, source_count, claim_count
FROM events
WHERE contested
ORDER BY killed_high - killed_low DESC, title;
