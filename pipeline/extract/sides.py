"""The sides of a conflict as the words name them, and as the codebook codes them."""

from collections.abc import Sequence
from functools import cached_property

from pipeline.extract.passage import Passage
from pipeline.language.word_patterns import any_of, lowered
from pipeline.reference.gazetteer import Gazetteer

# The government of Syria changed hands on this day (docs/codebook.md, section 5).
CHANGE_OF_GOVERNMENT = "2024-12-08"
# Places and parties that only the war in Syria has.
_SYRIA = any_of("syria damascus* aleppo* idlib* homs* hama* shabiha* fsa".split())

STATE_SUBJECTS = frozenset({"soldiers", "police", "security_forces"})
OPPOSITION_SUBJECTS = frozenset({"rebels", "defectors"})


class Sides:
    """Turns a side as named into the actor's code, for the country and the day of a claim."""

    def __init__(self, passage: Passage, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._passage = passage
        self._placed = False

    def code(self, side: str, date_start: str, place: str) -> str:
        """Return the codebook's actor for a side, "" where it has none for it.

        Args:
            side: a key of reference/vocabulary/actors.yaml.
            date_start: ISO date of the claim, or "".
            place: gazetteer id of the claim's place, or "".
        """
        late = date_start >= CHANGE_OF_GOVERNMENT
        if side == "opposition":
            return "opposition_forces"
        if side == "unidentified":
            return "unidentified"
        if side == "russia":
            return "russian_forces"
        self._placed = self._placed or self._lies_in_syria(place)
        if not self._placed and not self._named:
            return ""
        if side == "state":
            return "transitional_government" if late else "syrian_government"
        if side == "militia":
            return "assad_loyalists" if late else "pro_government_militia"
        if side == "assad_loyalists":
            return "assad_loyalists" if late else "pro_government_militia"
        if side == "old_state":
            return "syrian_government"
        return "government_and_russian_forces" if side == "joint" else ""

    @cached_property
    def _named(self) -> bool:
        """Whether the text or its title names the country or a place in it."""
        title = lowered(self._passage.document.title)
        return any(_SYRIA.search(text) for text in (title, self._passage.lower))

    def _lies_in_syria(self, place: str) -> bool:
        return bool(place) and "syria" in (place, *self._gazetteer.within(place))


def opposed(side: str, subject: str) -> bool:
    """Tell whether a side can be thought to act against those counted, unless it is said so."""
    if side in {"state", "militia", "joint", "russia"}:
        return subject not in STATE_SUBJECTS
    if side == "assad_loyalists":
        return subject not in OPPOSITION_SUBJECTS | {"loyalists"}
    if side == "opposition":
        return subject not in OPPOSITION_SUBJECTS
    return True


def merged(sides: Sequence[str]) -> str:
    """Return the one side that several names joined by "and" make."""
    distinct = set(sides)
    if {"russia", "state"} <= distinct:
        return "joint"
    return sides[0] if sides else ""
