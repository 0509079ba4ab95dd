"""Bare figures of forces, of people in other hands and of crowds, in sentences of our own."""

import pytest
from clause_question import read

FORCES = [
    ("Attackers: about 40.", ["about 40"]),
    ("Raiders: six, according to the sexton.", ["six"]),
    ("Rebel strength in the hills: 400.", ["400"]),
    ('Rebel numbers at the ford: "a few hundred" (the army), 900 (the rebels).',
     ["a few hundred", "900"]),
    ("The ferryman put the raiders at twenty; the miller spoke of fifty.", ["twenty", "fifty"]),
    ("Their garrison is given as 1,300.", ["1,300"]),
    ("The rebels (some 60) burned the mill.", ["some 60"]),
    ("The militia (estimated at 60) holds the mill.", ["60"]),
    ("The insurgents number 560.", ["560"]),
    ("The rebels, put at some 700 by the miller, hold the ford.", ["some 700"]),
    ("The raiders, estimated at 90, burned the mill.", ["90"]),
    ("The harvest, estimated at 90, was burned.", []),
    ("The battalion itself numbers 560.", ["560"]),
    ("The 9th Division is thought to have 4,000 men in the hills.", ["4,000 men"]),
    ("A platoon of 32 was sent to the ford.", ["A platoon of 32"]),
    ("Some 1,400 men were believed to be in the barracks.", ["Some 1,400 men"]),
    ("Some 1,800 men were under arms.", ["Some 1,800 men"]),
    ("The rebels (some 60) hold the mill, and their spokesman boasts of 90.", ["some 60", "90"]),
    ("Some 1,400 men were in the hall.", []),
    # A speaker, a firm, a loss and a list of the dead tell no strength.
    ("Rebels: 12.", []),
    ("The sales division has 400 men in the hills.", []),
    ("Dead: soldiers (some 12), rebels (some 30).", []),
    ("They put the rebels at a loss.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), FORCES)
def test_figures_of_a_force_that_no_verb_tells(sentence, expected):
    assert [words for words, kind, *_ in read(sentence) if kind == "strength"] == expected


HANDS = [
    ("The list has nine guards dead and some 60 in rebel hands.", ["some 60"]),
    ("Six officers in the rebels' hands wrote home.", ["Six officers"]),
    ("Nine died, and ten are in the hands of the militia.", ["ten"]),
    ("He lists two in enemy hands.", []),
    ("Ten people held flags in their hands.", []),
    ("Two conscripts fell into the rebels' hands.", ["Two conscripts"]),
    ("Not one conscript has fallen into the rebels' hands.", []),
    ("Two villages fell into the rebels' hands.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), HANDS)
def test_people_in_the_hands_of_others(sentence, expected):
    assert [words for words, kind, *_ in read(sentence) if kind == "captured"] == expected


CROWDS = [
    ("The rally drew some 20,000.", ["some 20,000"]),
    ('Marches in the port drew "tens of thousands" on Monday.', ["tens of thousands"]),
    ("The film drew some 20,000.", []),
    ("The rally drew a smile.", []),
    ("A mob of between 200 and 300 marched on the mill chanting.", ["between 200 and 300"]),
    ("A crowd of about 900 sat in the stadium for the final.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CROWDS)
def test_those_whom_a_march_draws(sentence, expected):
    assert [words for words, kind, *_ in read(sentence) if kind == "protested"] == expected
