"""Who is counted where the counted words alone do not say: "two were killed", "eight others"."""

from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.extract.reading import Reading
from pipeline.language.clauses import Finding

_SERVICES = {"defectors": "soldiers"}


class Subjects:
    """Gives each finding its subject, from its own words or from the group it points back to."""

    def of(self, reading: Reading, finding: Finding, before: Sequence[Claim]) -> str:
        """Return the codebook's subject; `people` where nothing tells."""
        noun = reading.noun(finding.noun)
        if noun.kind == "name":
            return self._by_apposition(reading, finding.noun) or "people"
        if noun.kind in {"strong", "materiel", "incidents"} or (noun.subject not in {"", "people"}):
            return noun.subject
        if noun.kind == "bare" or noun.anaphor:
            inherited = self._inherited(reading, finding, before)
            if inherited:
                return inherited
        return noun.subject or "people"

    @staticmethod
    def _by_apposition(reading: Reading, index: int) -> str:
        """Read "Karim Sabbagh, an army deserter" and "the commander, Karim Sabbagh"."""
        for comma, other in ((index + 1, index + 2), (index - 1, index - 2)):
            if not 0 <= other < len(reading.chunks) or reading.chunks[comma].kind != "comma":
                continue
            noun = reading.chunks[other].noun
            if noun is not None and noun.one and noun.kind in {"strong", "weak"}:
                return noun.subject
        return ""

    @staticmethod
    def _inherited(reading: Reading, finding: Finding, before: Sequence[Claim]) -> str:
        """Return the subject of the group told before in the sentence, else in the one before."""
        for index in range(finding.noun - 1, -1, -1):
            noun = reading.chunks[index].noun
            if (
                noun is None
                or noun.kind not in {"strong", "weak"}
                or noun.subject in {"", "people"}
            ):
                continue
            if any(other.noun == index for other in reading.findings):
                return noun.subject
        for claim in reversed(before):
            if reading.sentence.start - claim.sentence_end > 400:
                break
            if claim.sentence_start < reading.sentence.start and claim.subject != "people":
                return claim.subject if reading.noun(finding.noun).anaphor else ""
        return ""
