"""Forces whose presence is told, in sentences of our own."""

import pytest
from clause_question import read

from pipeline.extract.reference import load_vocabulary
from pipeline.language.chunks import Chunker
from pipeline.language.clauses import Clauses
from pipeline.language.tokens import tokenize

BODIES = {
    "backed by others": (
        "About 900 marines, backed by six tanks, tried to cross the ford.",
        [("About 900 marines", "strength", 900, 900), ("six tanks", "strength", 6, 6)],
    ),
    "other ranks": (
        "The ford was held by a platoon of 31 other ranks.",
        [("31 other ranks", "strength", 31, 31)],
    ),
    "men and guns": (
        "A column of 400 men and two field guns left the port.",
        [("400 men", "strength", 400, 400), ("two field guns", "strength", 2, 2)],
    ),
    "soldiers with guns": (
        "The staff deployed 900 soldiers with six howitzers.",
        [("900 soldiers", "strength", 900, 900), ("six howitzers", "strength", 6, 6)],
    ),
    "dead with rifles": (
        "Troops killed nine rebels with six rifles.",
        [("nine rebels", "killed", 9, 9)],
    ),
    "a part tells whose": (
        "The defenders numbered 700, among them some 90 marines.",
        [("700", "strength", 700, 700), ("some 90 marines", "strength", 90, 90)],
    ),
    "seen by others": (
        "The monitors saw four tanks (T-64), nine armoured carriers and six howitzers.",
        [
            ("four tanks", "strength", 4, 4),
            ("nine armoured carriers", "strength", 9, 9),
            ("six howitzers", "strength", 6, 6),
        ],
    ),
    "cars are seen by everybody": ("The monitors saw four vans and six rifles.", []),
    "put at": (
        "Rebels took the mill with a force put by villagers at 300 to 400.",
        [("300 to 400", "strength", 300, 400)],
    ),
    "set apart by commas": (
        "Two companies of police, say 150 men, reached the mill.",
        [("say 150 men", "strength", 150, 150)],
    ),
    "a list of the dead": (
        "The dead are six soldiers, 12 men and two girls.",
        [
            ("six soldiers", "killed", 6, 6),
            ("12 men", "killed", 12, 12),
            ("two girls", "killed", 2, 2),
        ],
    ),
    "aid": ("An aid convoy of 30 trucks reached the camp.", []),
    "of food": ("A convoy of 30 trucks brought food.", []),
    "no aid": (
        "A convoy of 30 vehicles reached the camp.",
        [("30 vehicles", "strength", 30, 30)],
    ),
    "lorries": ("A convoy of 30 lorries reached the camp.", []),
    "army lorries": (
        "An army convoy of 30 lorries reached the camp.",
        [("30 lorries", "strength", 30, 30)],
    ),
    "boats of a ferryman": ("He has two boats and a dog.", []),
    "shotguns": ("They had nine shotguns.", []),
    "field guns": ("They had nine field guns.", [("nine field guns", "strength", 9, 9)]),
    "another verb": (
        "They had burned out two tanks.",
        [("two tanks", "destroyed", 2, 2)],
    ),
}
PRESENT = {
    "on their mounts": (
        "About 50 gunmen on motorcycles stormed the mill.",
        [("About 50 gunmen", "strength", 50, 50)],
    ),
    "on a list": ("About 50 gunmen on the list stormed out.", []),
    "the last": (
        "The last 80 insurgents in the gorge will be hunted.",
        [("80 insurgents", "strength", 80, 80)],
    ),
    "there were": (
        "There were maybe a dozen fighters in the mill.",
        [("maybe a dozen fighters", "strength", 12, 12)],
    ),
    "there were others": ("There were 12 farmers in the mill.", []),
    "tanks on a road": ("9 tanks on the mill road.", [("9 tanks", "strength", 9, 9)]),
    "cars on a road": ("9 cars on the mill road.", []),
    "arriving in": (
        "Gunmen arriving in some 40 pickups shot at the mill.",
        [("some 40 pickups", "strength", 40, 40)],
    ),
    "guests arriving in": ("Guests arriving in some 40 cars ate there.", []),
    "brought by": (
        "Commandos inserted by three helicopters gave chase.",
        [("three helicopters", "strength", 3, 3)],
    ),
    "how many": ("The army said how many had been sent.", []),
    "led to deploy": (
        "The raid led the state to deploy 600 soldiers.",
        [("600 soldiers", "strength", 600, 600)],
    ),
    "plans to deploy": ("The state plans to deploy 600 soldiers.", []),
}
ARMED = {
    "taken by": (
        "They were taken off the bus by six men in uniform.",
        [("six men", "strength", 6, 6)],
    ),
    "a post and who stands there": (
        "The rebels have a checkpoint, five boys with guns, near the mill.",
        [("five boys", "strength", 5, 5)],
    ),
    "attackers": (
        "The raiders, perhaps 60 men on motorcycles, met nobody.",
        [("perhaps 60 men", "strength", 60, 60)],
    ),
    "men who stand there": ("They talked to five boys with bicycles.", []),
}
NUMBERS = {
    "anything from": (
        "The column came with a strength put by villagers at anything from 50 to 200.",
        [("anything from 50 to 200", "strength", 50, 200)],
    ),
    "so many of them": (
        "They came down from the ridge, more than 60 of them, on foot.",
        [("more than 60 of them", "strength", 60, None)],
    ),
    "so many of them, told otherwise": ("They knew the songs, more than 60 of them, by heart.", []),
}
TOGETHER = {
    "their commander": (
        "A whole company, 70 men with their commander, came over to the rebels.",
        [("70 men", "defected", 70, 70), ("their commander", "defected", 1, 1)],
    ),
    "surrender": (
        "He reported the surrender of a company of 64 soldiers with their commander.",
        [("64 soldiers", "surrendered", 64, 64), ("their commander", "surrendered", 1, 1)],
    ),
    "goes over": (
        "An entire garrison, 500 men, goes over to the king.",
        [("500 men", "defected", 500, 500)],
    ),
    "talks": ("They held talks with their commander.", []),
}


@pytest.mark.parametrize("case", BODIES)
def test_bodies_of_men(case):
    sentence, expected = BODIES[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", PRESENT)
def test_forces_that_are_there(case):
    sentence, expected = PRESENT[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", ARMED)
def test_armed_men(case):
    sentence, expected = ARMED[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", NUMBERS)
def test_numbers_of_a_force(case):
    sentence, expected = NUMBERS[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", TOGETHER)
def test_men_with_their_leader(case):
    sentence, expected = TOGETHER[case]
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The police log has a patrol of 14 men there.", "police"),
        ("The town has a patrol of 14 men there.", "soldiers"),
        ("Rebels came with a force put by villagers at 300.", "rebels"),
        ("The combined force, numbering about 200, left.", "soldiers"),
        ("A platoon, 27 men, was wiped out.", "soldiers"),
        ("He put the garrison's strength at 270 men.", "soldiers"),
        ("The ambush force numbered 80 men.", "people"),
        ("The Taliban ambush force numbered 80 men.", "rebels"),
        ("A band of 27 men came to the ford.", "rebels"),
    ],
)
def test_whose_men(sentence, subject):
    tokens = tokenize(sentence)
    chunks = Chunker(load_vocabulary()).chunk(tokens)
    (finding,) = Clauses(tokens, chunks).read()
    assert chunks[finding.noun].noun.subject == subject
