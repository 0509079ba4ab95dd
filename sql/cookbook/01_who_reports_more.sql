-- Who reports higher tolls than whom for the same event, and by how much?
-- Each pair of voices that counted the dead of one event, with the totals of both. Parts, replaced
-- and denied figures are left out; a voice is a claimant, or the source where it names none.
SELECT e.title AS event, a.voice AS higher, b.voice AS lower, a.low AS higher_total,
    b.low AS lower_total, a.low - b.low AS difference
FROM deaths_by_voice AS a
JOIN deaths_by_voice AS b ON b.event_id = a.event_id AND b.low < a.low
JOIN events AS e ON e.event_id = a.event_id
ORDER BY difference DESC, event, higher, lower;
