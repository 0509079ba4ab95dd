"""Those who were led away and killed, in sentences written for the purpose."""

import pytest
from clause_question import read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "At night 19 of the miners were taken out in groups of four and shot at the quarry.",
            [("19 of the miners", "killed", 19, 19)],
        ),
        (
            "Gunmen dragged two nurses from their homes and shot them.",
            [("two nurses", "killed", 2, 2)],
        ),
        (
            "Gunmen took away a baker and a clerk, lined them up and executed them.",
            [("a baker", "killed", 1, 1), ("a clerk", "killed", 1, 1)],
        ),
        ("Three nuns were led away and later found dead.", [("Three nuns", "killed", 3, 3)]),
        (
            "Gunmen kidnapped four nuns and then beheaded them.",
            [("four nuns", "abducted", 4, 4), ("four nuns", "killed", 4, 4)],
        ),
    ],
)
def test_the_killing_counts(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police arrested two clerks and shot and wounded them.",
            [("two clerks", "arrested", 2, 2)],
        ),
        (
            "Police arrested two clerks and shot a third dead.",
            [("a third", "killed", 1, 1), ("two clerks", "arrested", 2, 2)],
        ),
        ("They took two guests to the fair and shot films.", []),
    ],
)
def test_others_were_killed_or_nobody(sentence, expected):
    assert sorted(read(sentence)) == sorted(expected)
