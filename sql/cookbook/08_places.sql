-- Where did most events happen?
-- Events and deaths by place; the names of larger places count what nobody placed more exactly.
SELECT p.name AS place, p.place_type, COUNT(*) AS events, SUM(u.low)::BIGINT AS killed_low
FROM events AS e JOIN places AS p USING (place_id) LEFT JOIN casualties_ucdp AS u USING (event_id)
GROUP BY p.name, p.place_type
HAVING COUNT(*) > 1
ORDER BY events DESC, place;
