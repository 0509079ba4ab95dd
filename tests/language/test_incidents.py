"""Counted incidents, in sentences of our own."""

import pytest
from clause_question import read

TIMES = {
    "twice": ("Jets bombed Zarna twice on Monday.", [("twice", "incidents", 2, 2)]),
    "so many times": (
        "The mill was shelled five times that night.",
        [("five times", "incidents", 5, 5)],
    ),
    "behind a set phrase": (
        "The fort had been attacked twice before.",
        [("twice", "incidents", 2, 2)],
    ),
    "a person": ("He was attacked twice.", []),
    "nothing of war": ("The choir came here five times.", []),
    "ordinal": (
        "It is the sixth ambush on this road since March.",
        [("the sixth ambush", "incidents", 6, 6)],
    ),
    "ordinal of a period": (
        "This was the 14th raid on the port this year.",
        [("the 14th raid", "incidents", 14, 14)],
    ),
    "ordinal in a story": ("The second raid failed.", []),
}
BESIDE = {
    "compared": (
        "The office logged 41 raids in May, down from 60 in April.",
        [("41 raids", "incidents", 41, 41), ("60", "incidents", 60, 60)],
    ),
    "against": (
        "The office recorded 41 raids, against 60 in the same week of April.",
        [("41 raids", "incidents", 41, 41), ("60", "incidents", 60, 60)],
    ),
    "gaps": (
        "Jets launched eight raids on Zarna, five on Odo and one on the mill.",
        [
            ("eight raids", "incidents", 8, 8),
            ("five", "incidents", 5, 5),
            ("one", "incidents", 1, 1),
        ],
    ),
    "gaps of things": (
        "Police seized nine rifles in Zarna and three in Odo.",
        [("nine rifles", "seized", 9, 9), ("three", "seized", 3, 3)],
    ),
    "parts": (
        "We documented 18 violations, including six assaults.",
        [("18 violations", "incidents", 18, 18), ("six assaults", "incidents", 6, 6)],
    ),
    "confirmed": (
        "The mission investigated nine violations and confirmed four.",
        [("nine violations", "incidents", 9, 9), ("four", "incidents", 4, 4)],
    ),
    "similar cases": (
        "The league denounced 13 similar cases.",
        [("13 similar cases", "incidents", 13, 13)],
    ),
    "cases of a court": ("The court heard 13 similar cases.", []),
}
VERBS = {
    "beaten back": (
        "Marines repelled four raids on the pier.",
        [("four raids", "incidents", 4, 4)],
    ),
    "present tense behind a noun": (
        "The register logs 37 raids.",
        [("37 raids", "incidents", 37, 37)],
    ),
    "in so many": (
        "Twelve people have been killed, in three raids.",
        [("Twelve people", "killed", 12, 12), ("three raids", "incidents", 3, 3)],
    ),
    "behind a remark": (
        "Two car bombs, ten minutes apart, wrecked the bank.",
        [("Two car bombs", "incidents", 2, 2)],
    ),
    "charges": (
        "Five dynamite charges exploded at the bank.",
        [("Five dynamite charges", "incidents", 5, 5)],
    ),
    "one bomb": ("A bomb exploded at the bank.", []),
    "posts struck": (
        "The army said it had struck four command posts.",
        [("four command posts", "incidents", 4, 4)],
    ),
    "one post": ("The army said it had struck a command post.", []),
}


@pytest.mark.parametrize("case", TIMES)
def test_times_and_ordinals(case):
    sentence, expected = TIMES[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", BESIDE)
def test_figures_beside_figures(case):
    sentence, expected = BESIDE[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", VERBS)
def test_what_is_told_of_incidents(case):
    sentence, expected = VERBS[case]
    assert read(sentence) == expected
