"""Whose dead a figure tells where a side is named by a word that no list has."""

import pytest
from test_extractor import one

ZRA = "ZRA gunmen held the ridge. "
LOST = [
    (ZRA + "The ZRA lost two men.", "two men", "rebels"),
    ("The ZRA lost two men.", "two men", "people"),
    ("The Zembla Liberation Front (ZLF) spoke. The ZLF lost two men.", "two men", "rebels"),
    ("The Zembla Football League (ZFL) spoke. The ZFL lost two men.", "two men", "people"),
    ("Paraguayan losses came to 19 dead and 40 wounded.", "19", "soldiers"),
    ("Paraguayan losses came to 19 dead and 40 wounded.", "40", "soldiers"),
    ("U.S. losses were 19 killed.", "19", "soldiers"),
    ("Bulgaria gave its own loss as 61 dead.", "61", "soldiers"),
    ("Zemblan losses came to 19 dead.", "19", "people"),
    ("Zemblan guerrillas held on. Zemblan losses came to 19 dead.", "19", "rebels"),
    ("The regiment's losses came to 22 killed.", "22", "soldiers"),
    ("The police entered the town and lost a major.", "major", "police"),
    ("The army entered the town and lost a major.", "major", "soldiers"),
    ("The rebels' radio admitted to nine dead.", "nine", "rebels"),
    ("The mayor admitted to nine dead.", "nine", "people"),
    ("The attackers left behind ten corpses.", "ten", "rebels"),
    ("The attackers killed the cook and left ten corpses.", "ten", "people"),
    ("Troops recovered eleven bodies together with fourteen rifles.", "eleven", "rebels"),
    ("The militia counted eight dead of its own.", "eight", "security_forces"),
    (ZRA + "ZRA: two dead, one captured.", "two", "rebels"),
    ("They met at the ford. Rebels: 14 dead, three captured.", "14", "rebels"),
    ("The dead were 31, nine of them from the security forces.", "nine", "security_forces"),
    ("The toll rose to 62 in the ranks of the rebels.", "62", "rebels"),
    ("Soldiers, helped by gunmen, attacked; they withdrew after losing 17.", "17", "soldiers"),
    ("Rebels ambushed an army patrol. Six were killed.", "Six", "soldiers"),
    ("A platoon was ambushed at the mill. Nine died.", "Nine", "soldiers"),
    ("In six boats our fighters fired on the ships. We lost 12 men.", "12 men", "rebels"),
]


@pytest.mark.parametrize(("text", "words", "subject"), LOST)
def test_who_was_lost(text, words, subject):
    assert one(text, words).subject == subject


OTHERS = [
    ("The village's losses came to 22 killed.", "22", "soldiers"),
    ("They met at the ford. Police: 12 dead in bombing.", "12", "police"),
    ("The list has 30 killed and 160 in rebel hands.", "160", "rebels"),
    ("The army shelled the town. Six were killed.", "Six", "soldiers"),
    ("Rebels ambushed a bus. Six were killed.", "Six", "rebels"),
    ("Villagers recovered eleven bodies together with two rifles.", "eleven", "rebels"),
    ("The rebels admitted 40 patients, all of them wounded.", "40", "rebels"),
]


@pytest.mark.parametrize(("text", "words", "subject"), OTHERS)
def test_who_was_not_lost(text, words, subject):
    assert one(text, words).subject != subject
