-- Which deaths are known from one voice only, and which voice is it?
-- Events whose dead are counted by a single voice: a second source would be worth the most here.
SELECT d.voice, COUNT(*) AS events, SUM(d.low)::BIGINT AS killed_at_least
FROM deaths_by_voice AS d
WHERE (SELECT COUNT(*) FROM deaths_by_voice AS o WHERE o.event_id = d.event_id) = 1
GROUP BY d.voice
ORDER BY events DESC, d.voice;
