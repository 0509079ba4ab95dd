"""Constructions of wires and communiqués: inversions, shortened names, booty, rows of deeds."""

import pytest
from clause_question import read

TOLD = {
    "seized, behind a phrase of place": (
        "Seized from the hideout were four pistols and a grenade launcher.",
        [("four pistols", "seized", 4, 4), ("a grenade launcher", "seized", 1, 1)],
    ),
    "killed, behind a phrase of place": (
        "Killed in the ambush were three marines and a guide.",
        [("three marines", "killed", 3, 3), ("a guide", "killed", 1, 1)],
    ),
    "wounded, behind a phrase of company": (
        "Also wounded in the same blast were five vendors.",
        [("five vendors", "wounded", 5, 5)],
    ),
    "a name and its abbreviation": (
        "Nine Lord's Resistance Army (LRA) combatants surrendered in Obo.",
        [("Nine Lord's Resistance Army (LRA) combatants", "surrendered", 9, 9)],
    ),
    "a name with an apostrophe": (
        "Six Kurdistan Workers' Party (PKK) fighters were killed near Semdinli.",
        [("Six Kurdistan Workers' Party (PKK) fighters", "killed", 6, 6)],
    ),
    "a name that opens with two adjectives": (
        "A dozen National Liberation Army (ELN) guerrillas were captured.",
        [("A dozen National Liberation Army (ELN) guerrillas", "captured", 12, 12)],
    ),
    "an office that no list has": (
        "Two men on a motorcycle gunned down a barangay tanod.",
        [("a barangay tanod", "killed", 1, 1)],
    ),
    "pickets": (
        "Some 300 students yesterday picketed the ministry.",
        [("Some 300 students", "protested", 300, 300)],
    ),
    "an adverb before a verb of the present": (
        "The study also details four bombings.",
        [("four bombings", "incidents", 4, 4)],
    ),
    "booty and a prisoner": (
        "The rebels took nine trucks and a colonel with them.",
        [("nine trucks", "seized", 9, 9), ("a colonel", "captured", 1, 1)],
    ),
    "a row of deeds": (
        "Seventy rebels crossed into Chad, gave up their weapons and were disarmed.",
        [("Seventy rebels", "surrendered", 70, 70)],
    ),
    "arms made safe": (
        "Sappers dismantled eight explosive devices on the road.",
        [("eight explosive devices", "seized", 8, 8)],
    ),
    "losses of an owner": (
        "The rebels put the army's casualties at 42.",
        [("42", "killed_or_wounded", 42, 42)],
    ),
}
NOT_TOLD = [
    "Found in the archive were three letters.",
    "Held in the capital were three summits.",
    "Shot in the leg, two goats were sold.",
    "The hunters shot a bushbuck.",
    "The governor killed a bill.",
    "The critics slated a play.",
    "Police served warrants for multiple murder on a farmer.",
    "She was charged with several murders.",
    "Divers located two aircraft on the lake bed.",
    "The club dismantled six stands after the match.",
    "Six players (all forwards) trained in the rain.",
]


@pytest.mark.parametrize("case", TOLD)
def test_phrases_of_news(case):
    sentence, expected = TOLD[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_phrases_that_tell_no_deed(sentence):
    assert read(sentence) == []
