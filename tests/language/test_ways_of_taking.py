"""By whom people are taken or caught, in sentences of our own."""

import pytest
from clause_question import read

from pipeline.language.ways_of_taking import by_whom

TAKEN = {
    "by a blast": ("The explosion took seven cooks.", [("seven cooks", "killed", 7, 7)]),
    "by mines": (
        "Mines took three shepherds and a midwife.",
        [("three shepherds", "killed", 3, 3), ("a midwife", "killed", 1, 1)],
    ),
    "by men": ("The gunmen took three shepherds.", [("three shepherds", "abducted", 3, 3)]),
    "troops": ("In May they took six Greek soldiers.", [("six Greek soldiers", "captured", 6, 6)]),
    "kidnapped": ("They kidnapped six soldiers.", [("six soldiers", "abducted", 6, 6)]),
    "caught by an enemy": (
        "Two sergeants were caught in the orchard.",
        [("Two sergeants", "captured", 2, 2)],
    ),
    "caught in fire": ("Two sergeants were caught in crossfire.", []),
    "caught by a mine": ("Two sergeants were caught by a mine.", []),
    "room": ("The course takes 25 men.", []),
    "taken in": ("Nine women were taken in by a convent.", []),
    "spent": ("Police recovered nine spent shells.", []),
    "unspent": ("Police recovered nine shells.", [("nine shells", "seized", 9, 9)]),
    "rifles lost": ("Two rifles were lost.", [("Two rifles", "seized", 2, 2)]),
    "guns lost in battle": (
        "The army lost two howitzers.",
        [("two howitzers", "destroyed", 2, 2)],
    ),
    "his job": ("He has lost his post.", []),
    "a noun": ("An earlier rally, on 12 March, had passed off in peace.", []),
    "no name": (
        "Number of those who were killed has risen to 64.",
        [("64", "killed", 64, 64)],
    ),
    "no person": (
        "One raider was caught near the creek, together with a banner.",
        [("One raider", "captured", 1, 1)],
    ),
    "caught asleep": ("Many of the sentries were caught in their beds.", []),
}


@pytest.mark.parametrize("sentence, expected", TAKEN.values(), ids=TAKEN.keys())
def test_a_bomb_takes_lives_and_an_enemy_takes_prisoners(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "claim_type, subject, lemma, expected",
    [
        ("captured", "prisoners", "recapture", "arrested"),
        ("captured", "prisoners", "take prisoner", "captured"),
        ("captured", "soldiers", "catch", "captured"),
        ("abducted", "protesters", "lead away", "arrested"),
        ("abducted", "protesters", "kidnap", "abducted"),
        ("abducted", "soldiers", "lead away", "captured"),
        ("abducted", "soldiers", "seize", "abducted"),
        ("abducted", "civilians", "take", "abducted"),
        ("abducted", "civilians", "", "abducted"),
    ],
)
def test_who_is_held_tells_by_whom(claim_type, subject, lemma, expected):
    assert by_whom(claim_type, subject, lemma) == expected
