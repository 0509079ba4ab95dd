"""Words around a figure that say whether it counts anybody, and whom, in sentences of our own."""

import pytest
from clause_question import read

NO_GROUP = {
    "rate": ("Losses rose by a factor of three to four.", []),
    "fraction": ("A third of the guards were killed.", []),
    "the third to die": (
        "Two guards were shot dead. A third died later.",
        [("Two guards", "killed", 2, 2), ("A third", "killed", 1, 1)],
    ),
    "fractions": ("Two thirds of the guards were killed, and two-thirds of the clerks.", []),
    "one in so many": ("One in nine was wounded, and one of every six guards was killed.", []),
    "one in a place": ("One in the port was killed.", [("One", "killed", 1, 1)]),
    "size of a crew": ("The 14-man crew was killed.", []),
    "money": ("The port had losses of $12 million.", []),
    "unit": (
        "Men of the 38 Division captured nine raiders.",
        [("nine raiders", "captured", 9, 9)],
    ),
    "unit of an arm": ("Pilots bombed the 12 Field Regiment, killing a cook.", [("a cook", "killed", 1, 1)]),
    "commanders of units": (
        "The mine killed 17 company commanders.",
        [("17 company commanders", "killed", 17, 17)],
    ),
    "days": (
        "Shells killed six men and 20 boys were injured between 3 and 9 June.",
        [("six men", "killed", 6, 6), ("20 boys", "wounded", 20, 20)],
    ),
    "range": ("Between 3 and 9 men were injured.", [("Between 3 and 9 men", "wounded", 3, 9)]),
    "number of dead": (
        "A provincial governor puts the number of dead at 40.",
        [("40", "killed", 40, 40)],
    ),
}  # fmt: skip
WHO_IS_MEANT = {
    "taken": (
        "Nine clerks were killed and 31 taken hostage.",
        [("Nine clerks", "killed", 9, 9), ("31", "abducted", 31, 31)],
    ),
    "how they are held": (
        "They killed a clerk and took nine others hostage.",
        [("a clerk", "killed", 1, 1), ("nine others", "abducted", 9, 9)],
    ),
    "group of so many": (
        "A group of about nine herders was abducted.",
        [("A group of about nine herders", "abducted", 9, 9)],
    ),
    "group of some": (
        "A group of herders was abducted.",
        [("A group of herders", "abducted", 2, None)],
    ),
    "members": (
        "Guards wounded a number of its members.",
        [("a number of its members", "wounded", 2, None)],
    ),
    "an earlier figure": (
        "The death toll has risen to 21 from an earlier 16.",
        [("21", "killed", 21, 21), ("an earlier 16", "killed", 16, 16)],
    ),
    "an earlier nurse": ("An earlier shell killed 16 nurses.", [("16 nurses", "killed", 16, 16)]),
    "none": (
        "Nine guards were wounded and none killed.",
        [("Nine guards", "wounded", 9, 9), ("none", "killed", 0, 0)],
    ),
    "what of which tells": ("The list has 90 cases, 31 of which involved women.", []),
}


@pytest.mark.parametrize("case", NO_GROUP)
def test_figures_that_count_nobody(case):
    sentence, expected = NO_GROUP[case]
    assert [found for found in read(sentence) if found[1] != "strength"] == expected


@pytest.mark.parametrize("case", WHO_IS_MEANT)
def test_who_is_meant_by_a_figure(case):
    sentence, expected = WHO_IS_MEANT[case]
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hurt: 250 and over.", [("250 and over", 250, None)]),
        ("Nine were hurt and over 30 fled.", [("Nine", 9, 9), ("over 30", 30, None)]),
    ],
)
def test_so_many_and_over(sentence, expected):
    assert [(words, low, high) for words, _, low, high in read(sentence)] == expected
