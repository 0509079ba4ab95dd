-- How many claims give no number, and how much would a convention add?
-- Vague words by lower bound, with the number that ACLED would write.
SELECT count_low AS at_least, COUNT(*) AS claims,
    ANY_VALUE(acled_count(count_low, count_high, count_qualifier)) AS acled_writes
FROM claims
WHERE count_qualifier = 'vague'
GROUP BY count_low
ORDER BY count_low;
