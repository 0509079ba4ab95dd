"""Vehicles, weapons and posts in lists and behind bare figures, in sentences of our own."""

import pytest
from clause_question import read

LISTS = {
    "one beside others": (
        "The bandits took six carbines and one mortar.",
        [("six carbines", "seized", 6, 6), ("one mortar", "seized", 1, 1)],
    ),
    "single item at the end": (
        "The battery destroyed six bunkers, two jeeps and a howitzer.",
        [
            ("six bunkers", "destroyed", 6, 6),
            ("two jeeps", "destroyed", 2, 2),
            ("a howitzer", "destroyed", 1, 1),
        ],
    ),
    "something not counted in between": (
        "They destroyed four mortars, a garden wall and a machine gun.",
        [("four mortars", "destroyed", 4, 4), ("a machine gun", "destroyed", 1, 1)],
    ),
    "who says so in between": (
        "They destroyed four mortars, the army said, and two trucks left.",
        [("four mortars", "destroyed", 4, 4)],
    ),
    "calibre of an item": (
        "They seized 40 rounds of 5.56 mm ball, two vans and 3 pistols.",
        [
            ("40 rounds", "seized", 40, 40),
            ("two vans", "seized", 2, 2),
            ("3 pistols", "seized", 3, 3),
        ],
    ),
    "a sum of money is cut at its comma": (
        "They seized two vans and the sum of N650,000.",
        [("two vans", "seized", 2, 2)],
    ),
    "a part amid the subject": (
        "Six lorries, among them a police van, and 14 shops were burned.",
        [("Six lorries", "destroyed", 6, 6), ("a police van", "destroyed", 1, 1)],
    ),
    "a remark amid the list": (
        "They left behind two tanks, one of which was burnt, as well as 90 crates of ammunition.",
        [
            ("two tanks", "seized", 2, 2),
            ("one of which", "destroyed", 1, 1),
            ("90 crates of ammunition", "seized", 90, 90),
        ],
    ),
    "no post": (
        "Four buses and a post office were burned.",
        [("Four buses", "destroyed", 4, 4)],
    ),
    "what stands aside": (
        "After an ambush on a fuel train, three wagons burned.",
        [("three wagons", "destroyed", 3, 3)],
    ),
    "means": ("The sappers blew up a bomb.", []),
}
FIGURES = {
    "the third": (
        "Two jeeps were burned and a third was taken.",
        [("Two jeeps", "destroyed", 2, 2), ("a third", "seized", 1, 1)],
    ),
    "no verb of its own": (
        "Five tanks were captured intact and three burnt.",
        [("Five tanks", "seized", 5, 5), ("three", "destroyed", 3, 3)],
    ),
    "one of which": (
        "The column left behind two tanks, one of which had been set ablaze.",
        [("two tanks", "seized", 2, 2), ("one of which", "destroyed", 1, 1)],
    ),
    "so many of them": (
        "Gunners shot down 30 drones, seven of them over the port.",
        [("30 drones", "destroyed", 30, 30), ("seven of them", "destroyed", 7, 7)],
    ),
    "what is one is no whole": (
        "They seized six trucks with a gun and burned two of them.",
        [("six trucks", "seized", 6, 6), ("two of them", "destroyed", 2, 2)],
    ),
    "of so many": (
        "Of the 40 trucks that were destroyed, 11 belonged to the state.",
        [("the 40 trucks", "destroyed", 40, 40), ("11", "destroyed", 11, 11)],
    ),
    "people": (
        "Two jeeps were burned and three men captured.",
        [("Two jeeps", "destroyed", 2, 2), ("three men", "captured", 3, 3)],
    ),
    "people nearer": (
        "Two jeeps were burned, six men killed and four captured.",
        [
            ("Two jeeps", "destroyed", 2, 2),
            ("six men", "killed", 6, 6),
            ("four", "captured", 4, 4),
        ],
    ),
}
PARTICIPLES = {
    "captured things": (
        "The guards showed three captured pickups to the crowd.",
        [("three captured pickups", "seized", 3, 3)],
    ),
    "captured people": (
        "The guards showed three captured soldiers to the crowd.",
        [("three captured soldiers", "captured", 3, 3)],
    ),
    "used, not taken now": ("He fired with a captured rifle.", []),
    "burnt": ("The film shows two burnt tanks.", [("two burnt tanks", "destroyed", 2, 2)]),
    "on fire": ("Three BTRs on fire.", [("Three BTRs", "destroyed", 3, 3)]),
    "ablaze": ("Three lorries were ablaze.", [("Three lorries", "destroyed", 3, 3)]),
    "on fire, but a house": ("Three houses on fire.", []),
    "driven off": (
        "The film shows two burnt tanks and a jeep being driven off.",
        [("two burnt tanks", "destroyed", 2, 2), ("a jeep", "seized", 1, 1)],
    ),
    "driving off": ("Two jeeps drove off.", []),
    "an attack driven off": ("The garrison drove off four attackers.", []),
    "contact clause": (
        "The film shows two wrecked vans, not the nine the militia said to have destroyed.",
        [("two wrecked vans", "destroyed", 2, 2), ("the nine", "destroyed", 9, 9)],
    ),
    "whom": (
        "The three clerks whom the rebels abducted are safe.",
        [("The three clerks", "abducted", 3, 3)],
    ),
    "taken": (
        "The gang had killed a guard and taken an assault rifle.",
        [("a guard", "killed", 1, 1), ("an assault rifle", "seized", 1, 1)],
    ),
    "took": ("The rebels took four mortars.", [("four mortars", "seized", 4, 4)]),
    "took a bus": ("The deserters took a bus to the coast.", []),
    "the lead": (
        "The mine destroyed the lead truck.",
        [("the lead truck", "destroyed", 1, 1)],
    ),
    "the": ("The mine destroyed the truck.", []),
}


@pytest.mark.parametrize("case", PARTICIPLES)
def test_participles_of_things(case):
    sentence, expected = PARTICIPLES[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", LISTS)
def test_lists_of_things(case):
    sentence, expected = LISTS[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", FIGURES)
def test_bare_figures_of_things(case):
    sentence, expected = FIGURES[case]
    assert read(sentence) == expected
