"""Idioms, care, forces, corrected figures and things, in sentences written for the purpose."""

import pytest
from clause_question import read

DEATHS = {
    "throats cut": (
        "Two herders had their throats cut near the well.",
        [("Two herders", "killed", 2, 2)],
    ),
    "buried": ("They buried 23 people in the orchard.", [("23 people", "killed", 23, 23)]),
    "buried things": ("The tank was buried in the sand by nine workers.", []),
    "remains": (
        "Soldiers found the charred remains of six men.",
        [("six men", "killed", 6, 6)],
    ),
    "remains as a verb": ("The fate of the other four remains unknown.", []),
    "massacre of": (
        "He condemned the massacre of four farmers.",
        [("four farmers", "killed", 4, 4)],
    ),
    "of the dead": (
        "Three of the dead were teenagers.",
        [("Three of the dead", "killed", 3, 3)],
    ),
    "verified as": (
        "Some 390 people were verified by the clinic as killed.",
        [("Some 390 people", "killed", 390, 390)],
    ),
    "his wife and mother-in-law": (
        "Gunmen shot dead his wife and mother-in-law.",
        [("his wife", "killed", 1, 1), ("mother-in-law", "killed", 1, 1)],
    ),
    "a long phrase in a list": (
        "Three candidates in next month's local elections and a driver were shot dead.",
        [("Three candidates", "killed", 3, 3), ("a driver", "killed", 1, 1)],
    ),
    "date before the object": (
        "Troops killed on Monday 21 May thirteen raiders.",
        [("thirteen raiders", "killed", 13, 13)],
    ),
    "death squad": (
        "Police held two assassination cell members.",
        [("two assassination cell members", "arrested", 2, 2)],
    ),
    "slogan": ("Death to the invader, the banner read.", []),
    "all but": ("The raid destroyed all but three of the drones.", []),
}
WOUNDS = {
    "part of the body": (
        "A miner lost his right foot in the blast.",
        [("A miner", "wounded", 1, 1)],
    ),
    "hit in": ("A clerk was hit in the hip.", [("A clerk", "wounded", 1, 1)]),
    "treated": (
        "The clinic treated 22 people, mostly for burns.",
        [("22 people", "wounded", 22, 22)],
    ),
    "were treated": (
        "Some 40 people were treated at two clinics, of whom nine have been kept in, two in intensive care.",
        [
            ("Some 40 people", "wounded", 40, 40),
            ("nine", "wounded", 9, 9),
            ("two", "wounded", 2, 2),
        ],
    ),
    "being treated": (
        "Six people were still being treated, two of them in critical condition.",
        [("Six people", "wounded", 6, 6), ("two of them", "wounded", 2, 2)],
    ),
    "admitted": (
        "Nine clerks have since been admitted with burns, and a tenth is being operated on.",
        [("Nine clerks", "wounded", 9, 9), ("a tenth", "wounded", 1, 1)],
    ),
    "taken for another end": ("Nine clerks were transferred to the archive.", []),
    "in hospital": (
        "Thirteen people are still in hospital.",
        [("Thirteen people", "wounded", 13, 13)],
    ),
    "came with wounds": (
        "Two others survived with serious injuries.",
        [("Two others", "wounded", 2, 2)],
    ),
    "war-wounded": (
        "Surgeons received 80 weapon-wounded patients.",
        [("80 weapon-wounded patients", "wounded", 80, 80)],
    ),
    "age": (
        "A 16-year-old was injured.",
        [("A 16-year-old", "wounded", 1, 1)],
    ),
}
FORCES = {
    "of so many men": (
        "A column of 650 men crossed the pass.",
        [("650 men", "strength", 650, 650)],
    ),
    "numbering": (
        "The rebels, numbering about 80, used a mine.",
        [("about 80", "strength", 80, 80)],
    ),
    "to number": (
        "The rebels, estimated to number 16,000, refused.",
        [("16,000", "strength", 16000, 16000)],
    ),
    "attackers": (
        "About 30 militants attacked the mill.",
        [("About 30 militants", "strength", 30, 30)],
    ),
    "attacked by": (
        "The convoy was attacked with rifles by about 30 militants.",
        [("about 30 militants", "strength", 30, 30)],
    ),
    "in brackets": (
        "The contingent (roughly 4,000 troops) stays.",
        [("roughly 4,000 troops", "strength", 4000, 4000)],
    ),
    "posts": ("The base comprising 12 bunkers lies there.", []),
}
FIGURES = {
    "brought to": (
        "The raid brings to nine the number of officials murdered.",
        [("nine", "killed", 9, 9)],
    ),
    "exceeded": ("The death toll exceeded 400.", [("400", "killed", 400, None)]),
    "said by two": (
        "The mayor counted 14; police said six.",
        [("14", "", 14, 14), ("six", "", 6, 6)],
    ),
    "speak of": (
        "Residents speak of 46, the governor of 33.",
        [("46", "", 46, 46), ("33", "", 33, 33)],
    ),
    "revised": ("By noon he had revised that to 17.", [("17", "", 17, 17)]),
    "now": ("So it is thirteen now.", [("thirteen", "", 13, 13)]),
    "charges in court": ("He was acquitted on counts 1, 3 and 4.", []),
}
THINGS = {
    "around the object": (
        "They put 47 bandits out of action.",
        [("47 bandits", "killed_or_wounded", 47, 47)],
    ),
    "into custody": (
        "Police took 112 suspects into custody.",
        [("112 suspects", "arrested", 112, 112)],
    ),
    "on fire": ("Five buses were set on fire.", [("Five buses", "destroyed", 5, 5)]),
    "calibre": (
        "A .45-calibre pistol and one .22 rifle were seized.",
        [("A .45-calibre pistol", "seized", 1, 1), ("one .22 rifle", "seized", 1, 1)],
    ),
    "millimetres": ("They seized a 60 mm mortar.", [("a 60 mm mortar", "seized", 1, 1)]),
    "inverted": ("Seized were twelve rifles.", [("twelve rifles", "seized", 12, 12)]),
    "second verb": (
        "Sappers discovered and cleared four mines.",
        [("four mines", "seized", 4, 4)],
    ),
    "cache": (
        "A patrol found a weapons cache containing 27 grenades.",
        [("a weapons cache", "seized", 1, 1), ("27 grenades", "seized", 27, 27)],
    ),
    "unknown things": ("Police seized 3,400 leaflets.", []),
    "carrying": (
        "Five trucks carrying flour were looted.",
        [("Five trucks", "seized", 5, 5)],
    ),
    "unknown destination": (
        "The miller and two of his sons were marched off to an unknown place.",
        [("The miller", "abducted", 1, 1), ("two of his sons", "abducted", 2, 2)],
    ),
    "nobody": ("Nobody has handed in a rifle.", []),
    "company": (
        "They reported the surrender of a company of 86 troops.",
        [("86 troops", "surrendered", 86, 86)],
    ),
}


@pytest.mark.parametrize("case", DEATHS)
def test_deaths(case):
    sentence, expected = DEATHS[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", WOUNDS)
def test_wounds(case):
    sentence, expected = WOUNDS[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", FORCES)
def test_forces(case):
    sentence, expected = FORCES[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", FIGURES)
def test_figures_of_speakers(case):
    sentence, expected = FIGURES[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", THINGS)
def test_things_and_captives(case):
    sentence, expected = THINGS[case]
    assert read(sentence) == expected
