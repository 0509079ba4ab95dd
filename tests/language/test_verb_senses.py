"""Verbs of many senses and families of set phrases, in sentences written for the purpose."""

import pytest
from clause_question import read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine soldiers fell at the ford.", [("Nine soldiers", "killed", 9, 9)]),
        ("From the loft we saw five fall.", [("five", "killed", 5, 5)]),
        ("One clerk survived by playing dead.", [("One clerk", "escaped", 1, 1)]),
        ("At noon soldiers came for her nephew.", [("her nephew", "abducted", 1, 1)]),
        ("Police picked up four students.", [("four students", "arrested", 4, 4)]),
        ("Two clerks were picked up by soldiers.", [("Two clerks", "arrested", 2, 2)]),
    ],
)
def test_verbs_in_the_sense_of_conflict(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine soldiers fell ill.",
        "Two officers fell in love.",
        "Two boys fell from a roof.",
        "We saw nine shares fall.",
        "The poet survived two wars.",
        "He is survived by two sons.",
        "A taxi came for two guests.",
        "The bus picked up nine passengers.",
    ],
)
def test_the_same_verbs_in_other_senses(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Four of the clerks were cut by flying glass.",
            [("Four of the clerks", "wounded", 4, 4)],
        ),
        ("A milkman had both arms broken.", [("A milkman", "wounded", 1, 1)]),
        ("The pilot took a piece of shrapnel in the neck.", [("The pilot", "wounded", 1, 1)]),
        ("The navigator had a splinter in the knee.", [("The navigator", "wounded", 1, 1)]),
        ("They cut the throats of six guards.", [("six guards", "killed", 6, 6)]),
        ("Two deserters were shot by firing squad.", [("Two deserters", "killed", 2, 2)]),
        ("The abbot was returned dead.", [("The abbot", "killed", 1, 1)]),
        (
            "They separated 40 men from their families and confined them in a mill.",
            [("40 men", "arrested", 40, 40)],
        ),
        ("Men in masks dragged two students out of their tent.", [("two students", "abducted", 2, 2)]),
        (
            "A baker who filmed the trucks – she named four – was struck with a rifle butt.",
            [("A baker", "wounded", 1, 1)],
        ),
        (
            "A driver was struck with a rifle butt and lost two teeth.",
            [("A driver", "wounded", 1, 1)],
        ),
    ],
)  # fmt: skip
def test_families_of_set_phrases(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Two clerks were struck by the beauty of the hall.",
        "The tailor cut the cloth of two suits.",
        "The referee separated the two teams from the crowd.",
        "Nine players took a rest in the shade.",
        "The coach had both goals in the net.",
        "Nine guards survived.",
        "All seven tubs survived.",
        "They shot two films at close range.",
    ],
)
def test_what_only_looks_like_them(sentence):
    assert read(sentence) == []
