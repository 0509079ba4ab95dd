-- How many events and deaths fall into each month?
-- Low and high add up the lowest and the highest totals of the events that begin in the month.
SELECT strftime(e.date_start, '%Y-%m') AS month, COUNT(*) AS events,
    SUM(u.low)::BIGINT AS killed_low, SUM(u.high)::BIGINT AS killed_high
FROM events AS e LEFT JOIN casualties_ucdp AS u USING (event_id)
WHERE e.date_start IS NOT NULL
GROUP BY month
ORDER BY month;
