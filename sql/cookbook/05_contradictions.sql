-- Which claims cannot both be true, and why?
-- All contradictions, side by side, with the reason: another figure, date, place, subject, actor,
-- scope, or a denial.
SELECT reason, event, speaker, figure, subject, date_start, other_speaker, other_figure,
    other_subject, other_date_start
FROM conflicts
WHERE relation = 'contradicts'
ORDER BY reason, event, speaker, figure, other_speaker, other_figure;
