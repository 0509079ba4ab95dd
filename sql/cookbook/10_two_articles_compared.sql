-- How far do two encyclopedia articles differ on the same days?
-- Claims of killed people in December 2011 by both articles, matched on claimant and subject.
SELECT a.claimant_id, a.subject,
    figure(a.count_low, a.count_high, a.count_qualifier) AS massacres_article,
    figure(b.count_low, b.count_high, b.count_qualifier) AS clashes_article,
    a.date_start, b.date_start AS other_date_start,
    a.date_start IS NOT DISTINCT FROM b.date_start AS same_date
FROM claims AS a JOIN claims AS b
    ON b.event_id = a.event_id AND b.claim_type = a.claim_type AND b.subject = a.subject
    AND b.claimant_id = a.claimant_id AND b.count_low = a.count_low
WHERE a.source_id = 'wikipedia-jabal-al-zawiya-massacres'
    AND b.source_id = 'wikipedia-idlib-governorate-clashes'
    AND a.claim_type IN ('killed', 'killed_or_wounded')
ORDER BY a.char_start, b.char_start;
