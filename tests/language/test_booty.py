"""What was taken or lost, told by nouns and set phrases, in sentences of our own."""

import pytest
from clause_question import read

TAKEN = {
    "The marines counted 31 tanks among the booty.": [("31 tanks", "seized")],
    "Among the booty were 31 tanks and six guns.": [("31 tanks", "seized"), ("six guns", "seized")],
    "The haul: 40 rifles, two mortars and a radio set.": [
        ("40 rifles", "seized"),
        ("two mortars", "seized"),
        ("a radio set", "seized"),
    ],
    "Arms recovered in both districts include 50 rifles and 90 rounds among others.": [
        ("50 rifles", "seized"),
        ("90 rounds", "seized"),
    ],
    "The army's losses were nine tanks and four guns.": [
        ("nine tanks", "destroyed"),
        ("four guns", "destroyed"),
    ],
    "The road was littered with the wrecks of nine tanks.": [("nine tanks", "destroyed")],
    "A MiG-29 whose wreckage appears in a video was theirs.": [("A MiG-29", "destroyed")],
    "The rebels brought down a helicopter.": [("a helicopter", "destroyed")],
    "The insurgents took four Humvees there.": [("four Humvees", "seized")],
    "Four outposts fell to the rebels.": [("Four outposts", "seized")],
    "The raid netted 40 rifles.": [("40 rifles", "seized")],
    "Eleven pickups were taken out.": [("Eleven pickups", "destroyed")],
    "The air force lost no aircraft.": [("no aircraft", "destroyed")],
    "These are not the 30 tanks the mayor from the port says were destroyed.": [
        ("the 30 tanks", "destroyed")
    ],
    "Raiders stripped the dead of boots and nine rifles.": [("nine rifles", "seized")],
    "The dead were robbed of two mortars.": [("two mortars", "seized")],
    "Our booty was given as six trucks and two guns.": [
        ("six trucks", "seized"),
        ("two guns", "seized"),
    ],
    "They carted away six M-16s.": [("six M-16s", "seized")],
    "Rioters hijacked and torched a dozen vans.": [("a dozen vans", "destroyed")],
    "They burned out two armoured cars.": [("two armoured cars", "destroyed")],
    # Nothing was taken or lost.
    "A court stripped him of a medal.": [],
    "He was robbed of sleep, and two tanks were sold.": [],
    "The exhibits include two tanks.": [],
    "The weapons delivered include 30 howitzers.": [],
    "He took out a pistol.": [],
    "Two buses fell to the bottom of the ravine.": [],
    "The wreck of a ship lies in the bay.": [],
    "The army has no aircraft.": [],
    "The booty was divided.": [],
}


@pytest.mark.parametrize("sentence", TAKEN)
def test_things_taken_or_lost(sentence):
    told = [(words, kind) for words, kind, _, _ in read(sentence) if kind]
    assert told == TAKEN[sentence]
