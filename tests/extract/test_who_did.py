"""Who is said to have done it, on invented sentences."""

import pytest

from pipeline.extract import extract_document, load_reference
from pipeline.sources.reader import document_from_text

REFERENCE = load_reference()

DONE_BY = {
    "means of a side": ("In May Houthi mines and snipers claimed 17 lives.", "opposition_forces"),
    "men on motorbikes": (
        "Nine traders were killed when armed men on motorbikes raided a mill.",
        "opposition_forces",
    ),
    "a task force of so many men": (
        "A rebel task force of some 200 men attacked a mill. Nine traders were killed.",
        "opposition_forces",
    ),
    "a column described": (
        "A rebel column of around eighty, including some boys, entered the hamlet. "
        "Nine traders were put to death.",
        "opposition_forces",
    ),
    "an acronym between": (
        "A party of Maoists (MCP) units stormed the post. Nine constables were killed.",
        "opposition_forces",
    ),
    "at least so many": (
        "Syrian troops killed at least nine clerks as tanks entered, neighbours said.",
        "syrian_government",
    ),
    "who makes off": (
        "A post was overrun at night; nine policemen were killed and the insurgents made off with "
        "rifles.",
        "opposition_forces",
    ),
    "a war known by its sides": (
        "The FSA left. Regime aircraft bombed the mill; nine traders were killed.",
        "syrian_government",
    ),
}

NOBODY = {
    "what was done to a side": "Ten rebels killed, the guild says. Nine traders drowned in fighting.",
    "a description without an attack": (
        "A rebel column of around eighty, including some boys, rested. Nine traders were killed."
    ),
    "an infantry battalion": "The infantry battalion killed nine villagers.",
}


def _actors(text: str) -> set[str]:
    claims = extract_document(document_from_text("invented", text, "2015-06-01"), REFERENCE).claims
    return {claim.actor for claim in claims if claim.count_low in (9, 17)}


@pytest.mark.parametrize("case", DONE_BY)
def test_actor(case: str) -> None:
    text, actor = DONE_BY[case]
    assert _actors(text) == {actor}


@pytest.mark.parametrize("case", NOBODY)
def test_no_actor(case: str) -> None:
    assert _actors(NOBODY[case]) == {""}
