"""Crowds, and those who leave a service, an armed group or a country, in sentences of our own."""

import pytest
from clause_question import read

CROWDS = {
    "in the street": (
        "There were maybe 4,000 people in the street.",
        [("maybe 4,000 people", "protested", 4000, 4000)],
    ),
    "behind the word for it": (
        "The burial became a demonstration, hundreds in the street.",
        [("hundreds", "protested", 200, None)],
    ),
    "at the end": (
        "Evening demonstration in Zarna, about 600.",
        [("about 600", "protested", 600, 600)],
    ),
    "dead in the street": (
        "He said 300 people in the street were killed.",
        [("300 people", "killed", 300, 300)],
    ),
    "soldiers": ("The rally began, hundreds of soldiers in the square.", []),
    "too few": ("There were four people in the street.", []),
    "no protest": ("The evening was calm, about 600 in Zarna.", []),
}
LEAVING = {
    "armed groups": (
        "51 children, 30 of them boys, left armed groups in May.",
        [("51 children", "defected", 51, 51), ("30 of them boys", "defected", 30, 30)],
    ),
    "a place": ("51 children left the camp in May.", []),
    "their unit": (
        "Two soldiers ran off from their unit with a jeep.",
        [("Two soldiers", "defected", 2, 2)],
    ),
    "a prison": (
        "Two soldiers ran off from the prison.",
        [("Two soldiers", "escaped", 2, 2)],
    ),
    "refugees": (
        "Ninety refugees crossed at the ford.",
        [("Ninety refugees", "escaped", 90, 90)],
    ),
    "invaders": ("Ninety rebels crossed at the ford.", []),
    "falling": ("A miner fell running away.", []),
    "figure behind": (
        "Pilots give themselves up: 24 so far.",
        [("24", "surrendered", 24, 24)],
    ),
    "a figure of something else": ("Six pilots give themselves up: 24 hours passed.", [("Six pilots", "surrendered", 6, 6)]),
    "a handful": (
        'He said that "a handful" had deserted.',
        [("a handful", "defected", 2, None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CROWDS)
def test_crowds(case):
    sentence, expected = CROWDS[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", LEAVING)
def test_leaving(case):
    sentence, expected = LEAVING[case]
    assert read(sentence) == expected
