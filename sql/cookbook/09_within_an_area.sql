-- Which events happened in Jabal al-Zawiya, villages included?
-- `events_within` follows the hierarchy of places down from any place id.
SELECT e.date_start, e.title, p.name AS place, e.killed_low, e.killed_high
FROM events_within('jabal_al_zawiya') AS e JOIN places AS p USING (place_id)
ORDER BY e.date_start, e.title;
