"""Counted incidents by the clause that tells them, in sentences of our own."""

import pytest
from clause_question import read

TOLD = [
    "Jets have executed 35 airstrikes on caves in the desert.",
    "In the north, 35 strikes, coordinated with the militia, destroyed a bridge.",
    "For 12 July the alliance reported 35 strikes near the dam.",
    "The port was hit by no less than 35 raids.",
    "The port was rocked by 35 bombings.",
    "Warplanes hit 35 targets in a day.",
    "Jets bombed 35 targets.",
    "35 counterattacks by the enemy were repelled.",
    "This was one of 35 incidents in the district on the same day.",
    "Gunmen opened fire on 35 police posts.",
    "35 police posts came under fire.",
    "Mortar bombs were fired at 35 army posts.",
    "The pipeline has been sabotaged 35 times since May.",
    "The pipeline was blown up 35 times.",
    "The base came under fire 35 times.",
    "The army violated the truce 35 times.",
    "The air force flew 35 sorties.",
    "There have been 35 attacks on convoys since May.",
    "35 explosions shook the port.",
    "35 bombings in one day brought the port to a halt.",
    "In 35 attacks this week, rebels burned schools.",
    "The group claimed responsibility for 35 attacks.",
    "The district has seen 35 skirmishes.",
]
NOT_TOLD = [
    "He feared that 35 attacks could follow.",
    "The plan foresees 35 raids a year.",
    "The union called 35 strikes.",
    "He was arrested 35 times.",
    "The play was put on 35 times.",
    "He took up arms 35 times.",
    "He came for talks on 35 police posts.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_incidents_that_are_told(sentence):
    assert ("incidents", 35) in [(kind, low) for _, kind, low, _ in read(sentence)]


def test_a_strike_on_a_list_of_strikes():
    assert read("Near the dam, one strike destroyed a mortar.")[0][1:3] == ("incidents", 1)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_incidents_of_which_nothing_is_told(sentence):
    assert [kind for _, kind, _, _ in read(sentence) if kind == "incidents"] == []
