-- How exactly are day and place known?
-- Events by UCDP's codes (date_prec 1 is one day; where_prec 1 is the exact place, 4 a governorate).
SELECT ucdp_date_prec, ucdp_where_prec, COUNT(*) AS events
FROM event_precision
GROUP BY ALL
ORDER BY ucdp_date_prec NULLS LAST, ucdp_where_prec NULLS LAST;
