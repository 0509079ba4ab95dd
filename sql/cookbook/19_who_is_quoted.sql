-- Who is quoted, and through whom?
-- Claims by claimant, with the outlets that carried the words where a text names both.
SELECT k.name AS claimant, k.kind, k.alignment, COUNT(*) AS claims,
    COUNT(DISTINCT c.source_id) AS sources,
    string_agg(DISTINCT c.via_claimant_id, ', ' ORDER BY c.via_claimant_id) AS via
FROM claims AS c JOIN claimants AS k USING (claimant_id)
GROUP BY ALL
ORDER BY claims DESC, claimant;
