"""Monitors that pass on what they were told, and sources inside a body."""

import pytest
from speaker_question import ask

SPEAKERS = {
    "informed of": ("SOHR was informed of the death of [[nine fighters]].", "sohr"),
    "has been informed": (
        "The Syrian Observatory has been informed of the killing of [[nine boys]].",
        "sohr",
    ),
    "an agency that was told": ("Reuters was told that [[nine men]] died.", "reuters"),
    "a source at the police": (
        "A mortar killed [[nine people]], a source at the Police Command said.",
        "police_command",
    ),
    "a source at a ministry": (
        "[[Nine men]] died, a source at the Interior Ministry said.",
        "interior_ministry",
    ),
    "a source in a town": ("A source in Homs said [[nine men]] died.", "source"),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_who_was_told(case: str) -> None:
    text, claimant = SPEAKERS[case]
    assert ask(text).claimant == claimant
