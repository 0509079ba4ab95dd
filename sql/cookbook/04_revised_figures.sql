-- Which figures were revised, and how?
-- Pairs where the text says that one figure replaces another.
SELECT event, other_speaker AS first_said_by, other_figure AS first_figure,
    speaker AS then_said_by, figure AS then_figure, subject
FROM conflicts
WHERE relation = 'supersedes'
ORDER BY event, then_figure;
