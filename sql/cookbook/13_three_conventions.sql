-- What would ACLED, UCDP and Airwars say about the same event?
-- The conventions side by side, for events where they do not all give one number.
SELECT u.event, a.fatalities AS acled, u.low AS ucdp_low, u.best AS ucdp_best, u.high AS ucdp_high,
    w.civilians_min AS airwars_min, w.civilians_max AS airwars_max, w.grading
FROM casualties_ucdp AS u
JOIN casualties_acled AS a USING (event_id)
LEFT JOIN casualties_airwars AS w USING (event_id)
WHERE u.low <> u.high OR a.fatalities <> u.best
ORDER BY u.high - u.low DESC, u.event;
