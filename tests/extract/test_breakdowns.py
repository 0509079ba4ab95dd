"""Totals that a list parts without a word for what was done; the texts are invented."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

ARRESTS = (
    "Troops and rebels raided the mills of the valley in May and arrested 60 villagers, two of "
    "whom were shot.\n\n"
)


def _parts(text: str) -> list[tuple[str, int | None, str]]:
    """Return the claims that are a part of another by what a list adds up to."""
    claims = extract_document(document_from_text("own", text), rules_alone()).claims
    return [
        (claim.claim_type, claim.count_low, claim.subject)
        for claim in claims
        if claim.because["claim_type"].rule == "breakdown.adds_up"
        and claim.part_of is not None
        and claims[claim.part_of].count_low == 60
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "By place: Upper Mill 31, Lower Mill 19, Ford 10.",
        "• Upper Mill: 31\n\n• Lower Mill: 19\n\n• Ford: 10",
        "• Army: 31, including 4 in one house\n\n• Militia: 19 (June: 3)\n\n• Unknown: 10",
    ],
)
def test_what_adds_up_to_a_total_is_its_parts(listed: str) -> None:
    expected = [("arrested", number, "civilians") for number in (31, 19, 10)]
    assert _parts(ARRESTS + listed) == expected


@pytest.mark.parametrize(
    "listed",
    [
        "By place: Upper Mill 31, Lower Mill 19, Ford 11.",
        "By place: Upper Mill 31, Lower Mill 19, Ford 10, Weir 14.",
        "By place: Upper Mill 31, Lower Mill 29.",
        "The mill has 31 wheels, employs 19 and sold 10.",
    ],
)
def test_what_does_not_add_up_or_is_no_list_tells_nothing(listed: str) -> None:
    assert not _parts(ARRESTS + listed)
