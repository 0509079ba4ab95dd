"""Figures that leave out the noun and the verb of one told before, in sentences of our own."""

import pytest
from clause_question import read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Jets launched six strikes on the dam, four on the bridge and two on a silo.",
            [("six strikes", "incidents"), ("four", "incidents"), ("two", "incidents")],
        ),
        (
            "The panel blamed the marines for 30 deaths, the militia for 12.",
            [("30 deaths", "killed"), ("12", "killed")],
        ),
        (
            "The list gives nine dead on the side of the rebels and five among the troops.",
            [("nine", "killed"), ("five", "killed")],
        ),
        (
            "Pirates kidnapped 50 sailors in 2009, against 20 in 2008.",
            [("50 sailors", "abducted"), ("20", "abducted")],
        ),
        (
            "The office recorded 18 attacks in May, compared with 25 in April.",
            [("18 attacks", "incidents"), ("25", "incidents")],
        ),
        (
            "Of the 40 lorries that were torched, 15 were new.",
            [("the 40 lorries", "destroyed"), ("15", "destroyed")],
        ),
        (
            "The clinic counted 20 deaths: 12 in the camp, five on the road and three that nobody saw.",
            [("20 deaths", "killed"), ("12", "killed"), ("five", "killed"), ("three", "killed")],
        ),
        (
            "Troops caused 10 deaths, rebels four; in the two remaining cases nobody is sure.",
            [("10 deaths", "killed"), ("the two remaining cases", "killed")],
        ),
        (
            "Nine were shot dead in May, compared with 17 the month before.",
            [("Nine", "killed"), ("17", "killed")],
        ),
        (
            "Of those killed, 12 were farmers, nine were rebels and six were soldiers.",
            [("12", "killed"), ("nine", "killed"), ("six", "killed")],
        ),
        (
            "Among the 31 dead were 12 women.",
            [("the 31", "killed"), ("12 women", "killed")],
        ),
        (
            "The mine killed four drivers (ministry figure: 9).",
            [("four drivers", "killed"), ("9", "killed")],
        ),
        (
            "The register has nine guerrilla and three peasant deaths.",
            [("nine guerrilla", "killed"), ("three peasant deaths", "killed")],
        ),
        (
            "The fire killed 30 nuns, of whom 12 were children and ten women.",
            [("30 nuns", "killed"), ("12", "killed"), ("ten women", "killed")],
        ),
    ],
)
def test_a_figure_counts_what_the_one_before_counts(sentence, expected):
    found = [(words, kind) for words, kind, *_ in read(sentence)]
    assert [pair for pair in found if pair in expected] == expected


@pytest.mark.parametrize(
    ("sentence", "not_claimed"),
    [
        ("Six farmers were shot in the market, five on their way home by bus.", "home"),
        ("The blast killed 20 people: ten in one house, three next door.", "ten"),
        (
            "The blast killed 20 people, and the mayor promised 15 tents and five stoves.",
            "15 tents",
        ),
        ("The mine killed four drivers (price of the lorry: 900).", "900"),
        ("Of the 30 clerks arrested, 12 were later released.", "12"),
        ("The club won nine matches in May, against four in April.", "four"),
        ("Rebels killed ten guards; the other two cases of wine were untouched.", "cases"),
    ],
)
def test_a_figure_of_something_else_stays_alone(sentence, not_claimed):
    assert not [words for words, *_ in read(sentence) if not_claimed in words]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Six buses were looted at the depot and four burnt.",
            [("Six buses", "seized"), ("four", "destroyed")],
        ),
        (
            "Two jeeps were wrecked and a third was taken by the raiders.",
            [("Two jeeps", "destroyed"), ("a third", "seized")],
        ),
        (
            "They captured three tanks, one of which was set ablaze.",
            [("three tanks", "seized"), ("one of which", "destroyed")],
        ),
        (
            "The gunners shot down 12 drones, five of them over the lake.",
            [("12 drones", "destroyed"), ("five of them", "destroyed")],
        ),
        (
            "They came in two vans, one of which exploded, and 20 guests were killed.",
            [("20 guests", "killed")],
        ),
        # 19 of what? They may be men.
        (
            "Two tanks were destroyed and 19 captured.",
            [("Two tanks", "destroyed"), ("19", "captured")],
        ),
        ("Four clerks were shot dead and six burnt.", [("Four clerks", "killed")]),
    ],
)
def test_a_bare_figure_counts_the_things_told_before(sentence, expected):
    assert [(words, kind) for words, kind, *_ in read(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Guards shot nine men in the port; six in the town; two in the hills.", ["six", "two"]),
        ("Guards shot nine men in the port; six in the town are clerks.", []),
        ("Ten marchers were struck by pellets, five by stones.", ["five"]),
        ("The raid left 51 dead, 43 of those rebels.", ["43 of those rebels"]),
        ("The raid left 51 dead, 43 of the rebels fled.", []),
    ],
)
def test_a_figure_goes_on_with_the_deed_before(sentence, expected):
    kinds = {"killed", "wounded"}
    assert [words for words, kind, *_ in read(sentence) if kind in kinds][1:] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Killed: 181, of whom 124 rebels; 50 guards; 7 clerks.",
            ["181", "124 rebels", "50 guards", "7 clerks"],
        ),
        ("Killed: 181, of whom 124 rebels; 50 guards; 9 clerks.", ["181", "124 rebels"]),
        ("The raid killed 40, among them 12 women; 28 had come from the port.", ["40", "12 women"]),
    ],
)
def test_the_parts_of_a_toll_go_on_behind_a_semicolon_if_they_add_up(sentence, expected):
    assert [words for words, kind, *_ in read(sentence) if kind == "killed"] == expected
