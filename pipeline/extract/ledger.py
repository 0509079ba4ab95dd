"""The ledger: every number of the body text that is no claim, with the reason."""

from pipeline.extract.claim import Claim, UncodedNumber
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading


def uncoded_numbers(
    passage: Passage, claims: list[Claim], readings: dict[int, Reading]
) -> list[UncodedNumber]:
    """Return the numbers outside the spans of `claims`, in order."""
    return []
