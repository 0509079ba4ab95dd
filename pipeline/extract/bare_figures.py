"""What the bare figures of tolls count: "others say 46", "the toll rose to 112"."""

import re
from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.extract.rivals import rival_of
from pipeline.language.findings import Finding

# What a list of dated entries with figures is of.
_OF_THE_DEAD = re.compile(r"\b(?:massacres|deaths|killings|fatalities|casualties)\b", re.IGNORECASE)
# How many claims back the people may be told whom a figure counts.
_REMEMBERED = 12
# How many claims back the same may be told for a figure to count people at least.
_ALIKE = 6


class BareFigures:
    """Gives figures what those told before them count.

    Args:
        passage: the document.
        claims: those made so far; the list grows while the document is read.
    """

    def __init__(self, passage: Passage, claims: Sequence[Claim]) -> None:
        self._passage = passage
        self._claims = claims
        # Figures that go back to people of no certain kind, by sentence and chunk.
        self._anybody: set[tuple[int, int]] = set()

    def counts_something(self, reading: Reading, finding: Finding, made: dict[int, int]) -> bool:
        """Give a bare figure of a toll what it counts; False where nothing before tells that.

        Args:
            reading: the sentence.
            finding: what the grammar found in it; one that is no bare figure stays as it is.
            made: the positions of the claims made of the sentence, by the chunks counted.
        """
        noun = reading.noun(finding.noun)
        of_toll = finding.trigger == finding.noun and noun.kind == "bare" and not noun.state
        if finding.claim_type and (not of_toll or finding.whole is not None):
            return True
        if finding.trigger != finding.noun and not finding.claim_type and finding.whole is None:
            return self._is_listed_among_the_dead(reading, finding)
        told = self._goes_back_to(reading, finding, made)
        if told is None and not finding.claim_type:
            return False
        if told is not None:
            finding.claim_type = told.claim_type
            noun.subject = noun.subject or told.subject
        elif any(claim.claim_type == finding.claim_type for claim in self._claims[-_ALIKE:]):
            noun.subject = noun.subject or "people"
        if noun.subject == "people" and noun.kind == "bare":
            self._anybody.add((reading.sentence.index, finding.noun))
        return True

    def _is_listed_among_the_dead(self, reading: Reading, finding: Finding) -> bool:
        """Make an entry of a list one of the dead, if the text before says that it is of them."""
        heading = self._passage.text[: reading.sentence.start]
        finding.claim_type = "killed" if _OF_THE_DEAD.search(heading) else ""
        return bool(finding.claim_type)

    def _goes_back_to(
        self, reading: Reading, finding: Finding, made: dict[int, int]
    ) -> Claim | None:
        """Return the claim whose figure a bare one parts, rivals or sums up."""
        whole = made.get(finding.whole) if finding.whole is not None else None
        if whole is not None:
            return self._claims[whole]
        count = reading.noun(finding.noun).count
        return rival_of(self._claims, reading.sentence.start, count, finding.claim_type)

    def claims_before(self, reading: Reading, index: int) -> Sequence[Claim]:
        """Return the claims that may tell whom a figure counts.

        These are none for a figure that goes back to people of no certain kind.
        """
        anybody = (reading.sentence.index, index) in self._anybody
        return () if anybody else self._claims[-_REMEMBERED:]
