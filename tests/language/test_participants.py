"""Counted forces that take part, and those who only do what others do, in sentences of our own."""

import pytest
from clause_question import read

TAKES_PART = [
    "Some 300 guerrillas besieged the town.",
    "About 150 rebels held the mill for six hours.",
    "The 300 soldiers held out for a week.",
    "Three gunmen storm the hotel.",
    "Three gunmen forced their way into the chapel.",
    "Fifteen masked men entered the school.",
    "Four hundred soldiers marched on the capital.",
    "Eighty soldiers lay in wait in the trees.",
    "Two hundred rebels are dug in along the ridge.",
    "An estimated 350 soldiers were said to be holding out in the base.",
    "Close to 400 commandos were flown in.",
    "Only 60 fighters were left in the old city.",
    "Its 700 soldiers are here to get foreigners out.",
    "The dam is patrolled by up to 900 peacekeepers.",
    "Inside were about 60 militiamen.",
    "Against them stood 900 soldiers.",
    "The marines went in, with some 40 gunners in support.",
    "With 600 men under his command, Major Roa held the pass.",
    "The corps that guards the pass has 14,600 men.",
    "The garrison consisted of 240 conscripts.",
    "A garrison of 240 held the fort.",
    "The militia fields 900 fighters.",
    "A 250-strong rebel force attacked the mill.",
    "The attackers, some 250 strong, came at dawn.",
    "Behind us stood the security men, maybe twenty, in long coats.",
    "They knew of a camp of 80-odd guerrillas.",
    "Forty armoured vehicles rolled into the suburb.",
]
NO_PART = [
    "The plan calls for 2,000 peacekeepers.",
    "The state wants to recruit 5,000 policemen.",
    "The academy trains 400 policemen a year.",
    "The state will deliver 31 tanks next year.",
    "The army could send 3,000 soldiers to the border.",
    "If 500 soldiers held the pass, it could be saved.",
    "Ten policemen went on trial.",
    "Two policemen took the stand.",
    "Two policemen took photographs.",
    "Three soldiers told reporters about the mill.",
    "Four pilots flew home.",
    "About 200 soldiers played football.",
    "There are 66 members of the coalition.",
    "The company has 240 men.",
    "The band has five men.",
]


@pytest.mark.parametrize("sentence", TAKES_PART)
def test_forces_that_take_part(sentence):
    assert "strength" in [claim_type for _, claim_type, _, _ in read(sentence)]


def test_both_of_a_list():
    assert read("Ten tanks and 200 soldiers entered the suburb.") == [
        ("Ten tanks", "strength", 10, 10),
        ("200 soldiers", "strength", 200, 200),
    ]


@pytest.mark.parametrize("sentence", NO_PART)
def test_those_who_do_what_others_do(sentence):
    assert read(sentence) == []


def test_an_army_that_marches_is_no_crowd():
    assert read("Ninety farmers marched on the capital.")[0][1] == "protested"
    assert read("Ninety soldiers marched on the capital.")[0][1] == "strength"
