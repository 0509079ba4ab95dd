-- How many of the dead are children, and who is said to have killed them?
-- Figures are kept apart by scope: a total over months is not added to single events.
SELECT COALESCE(actor, 'nobody named') AS actor, scope, COUNT(*) AS claims,
    MAX(COALESCE(count_high, count_low)) AS greatest_figure
FROM claims
WHERE claim_type = 'killed' AND subject = 'children'
GROUP BY ALL
ORDER BY scope, greatest_figure DESC, actor;
