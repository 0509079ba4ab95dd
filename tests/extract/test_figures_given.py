"""Figures that lists, notes and speakers give of the dead, the held, crowds and forces."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

# A text, and type, low bound and subject of each claim.
CASES = {
    "bounds of an estimate": (
        "Gunmen shelled a mill. Deaths min 18 max 24. Injured: low 30, high 44.",
        [
            ("killed", 18, "people"),
            ("killed", 24, "people"),
            ("wounded", 30, "people"),
            ("wounded", 44, "people"),
        ],
    ),
    "battle deaths are no attacks": (
        "Rebels attacked a fort. Battle deaths: low 13, high 41.",
        [("killed", 13, "people"), ("killed", 41, "people")],
    ),
    "a figure of casualties": (
        "Gunmen raided a mill. The officer put the casualty figure at six.",
        [("killed_or_wounded", 6, "people")],
    ),
    "a number of those held": (
        "Police raided a mill. The guild gave the number of detainees as 14.",
        [("arrested", 14, "prisoners")],
    ),
    "a number of attackers": (
        "Fighters attacked a fort; the army put the number of attackers at 60.",
        [("strength", 60, "rebels")],
    ),
    "whose number": (
        "The assailants, whose number is put at 30 to 40, attacked a fort.",
        [("strength", 30, "rebels")],
    ),
    "so many strong": (
        "Rebels attacked the fort. The rebel column was 30 to 35 strong, he said.",
        [("strength", 30, "rebels")],
    ),
    "own losses": (
        "The army put its fatalities at 28. It put the rebels' own losses at 29 dead.",
        [("killed", 28, "soldiers"), ("killed", 29, "rebels")],
    ),
    "revised later": (
        "The ministry announced the loss of 41 soldiers, revising this on 4 July to 96.",
        [("killed", 41, "soldiers"), ("killed", 96, "soldiers")],
    ),
    "a pair": (
        "Rebels captured a pair of howitzers and killed two soldiers.",
        [("seized", 2, "weapons"), ("killed", 2, "soldiers")],
    ),
    "who joins the other side": (
        "Seven policemen joined the Taliban and another five were killed.",
        [("defected", 7, "police"), ("killed", 5, "police")],
    ),
    "arms for peace": (
        "Nine fighters exchanged arms for peace; eight others yielded to the battalion.",
        [("surrendered", 9, "rebels"), ("surrendered", 8, "rebels")],
    ),
    "booked": (
        "Rioters burned a mill. 38 people had been booked at the central station.",
        [("arrested", 38, "people")],
    ),
    "a march": (
        "Police fired on a march by about 2,500 students.",
        [("protested", 2500, "civilians")],
    ),
    "those who turned up": (
        "Organisers of the protest claimed 10,000 turned up; police shot two of them.",
        [("protested", 10000, "protesters")],
    ),
    "the enemy of a side": (
        'The rebels say that they lost nobody and that "the enemy has at least six dead".',
        [("killed", 6, "people")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_figures(case: str) -> None:
    text, expected = CASES[case]
    claims = extract_document(document_from_text("own", text), rules_alone()).claims
    found = [(claim.claim_type, claim.count_low, claim.subject) for claim in claims]
    assert [one for one in found if one in expected] == expected
