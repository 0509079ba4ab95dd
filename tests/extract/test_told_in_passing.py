"""Constructions of features, testimony and blogs, as sentences of every war."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text


def _told(text: str) -> list[tuple[str, int | None]]:
    document = document_from_text("t", text, "2015-06-01", "")
    claims = extract_document(document, rules_alone()).claims
    return [(claim.claim_type, claim.count_low) for claim in claims if claim.count_low is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An aside between the auxiliary and its participle.
        ("Four villagers were, according to a priest, shot behind the school.", [("killed", 4)]),
        ("Eleven miners were, on the governor's orders, arrested.", [("arrested", 11)]),
        ("Three conscripts had been, the commander admitted, wounded.", [("wounded", 3)]),
        # The names of two bodies before one noun.
        ("Nine AQIM and Ansar Dine commanders were arrested.", [("arrested", 9)]),
        ("Two Liwa al-Haq and Ahrar al-Sham officers were shot dead.", [("killed", 2)]),
        # Those who were taken, told by a figure or before the verb.
        ("From our street the militia took nine.", [("abducted", 9)]),
        ("The soldiers took eleven, all of them men.", [("abducted", 11)]),
        ("My husband they took because he owned a radio.", [("abducted", 1)]),
        ("My elder brother they killed in front of us.", [("killed", 1)]),
        # Limbs torn off.
        ("The blast tore an arm off the girl who carried the water.", [("wounded", 1)]),
        ("A mine blew off the legs of two shepherds.", [("wounded", 2)]),
        # Incidents counted without a verb.
        ("Twelve ambushes this month, down from twenty in March.",
         [("incidents", 12), ("incidents", 20)]),
        ("Three suicide bombings in ten days.", [("incidents", 3)]),
        # Two voices, each with its figure.
        ("Thirty dead if you believe the mayor, 12 if you believe the police.",
         [("killed", 30), ("killed", 12)]),
        # A list that goes on behind an adverb.
        ("The gunmen killed two men and also four women.", [("killed", 2), ("killed", 4)]),
    ],
)  # fmt: skip
def test_reads_what_is_told_in_passing(text: str, expected: list[tuple[str, int]]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two officers were, according to him, in the room, wounded pride and all.",
        "Six farmers were not, according to the ministry, killed by the army.",
        "They took three from the top shelf.",
        "The rebels took four from a crate.",
        "The journey took seventeen hours.",
        "My medicine they took.",
        "They cut the legs off the trousers.",
        "Four threats of attacks in May.",
        "In his view, three attacks in a month, however small, are too many.",
        "Maria Lopez, who has died aged 92, was a courier for the resistance.",
        "Anna Weiss, who has died at 61, was a courier for the resistance.",
        "Anna Weiss of the rebels died in Graz, aged 88.",
        "Colonel Ahmed Karimi, who has died of a stroke, commanded the brigade.",
    ],
)
def test_leaves_what_only_sounds_like_it(text: str) -> None:
    assert _told(text) == []


def test_keeps_those_who_died_of_their_wounds() -> None:
    assert _told("Musa Idris, who has died aged 24 of wounds, was a pilot.") == [("killed", 1)]
