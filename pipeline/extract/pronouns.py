"""The one person that "he", "she" or "him" points back to."""

from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.extract.readings import Readings
from pipeline.language.phrases import NounPhrase

# How many sentences back the person may have been told.
_BACK = 2


class Pronouns:
    """Resolves singular pronouns within a block of text."""

    def __init__(self, passage: Passage, readings: Readings) -> None:
        self._passage = passage
        self._readings = readings

    def antecedent(self, reading: Reading, index: int) -> tuple[Reading, int] | None:
        """Return where the person stands to whom the pronoun at a chunk index points, or None."""
        found = _last_person(reading, index)
        if found is not None:
            return reading, found
        sentence = reading.sentence
        for back in range(1, _BACK + 1):
            if sentence.index - back < 0:
                return None
            earlier = self._passage.sentences[sentence.index - back]
            if earlier.segment != sentence.segment:
                return None
            before = self._readings.of(earlier)
            found = _last_person(before, len(before.chunks))
            if found is not None:
                return before, found
        return None

    def group(self, reading: Reading, index: int) -> str:
        """Return the subject of those whom "seventeen of them" counts, "" where none is plain."""
        found = _kinds_of_groups(reading, index)
        if found:
            return found[-1]
        sentence = reading.sentence
        if not sentence.index:
            return ""
        earlier = self._passage.sentences[sentence.index - 1]
        if earlier.segment != sentence.segment:
            return ""
        before = self._readings.of(earlier)
        kinds = set(_kinds_of_groups(before, len(before.chunks)))
        return kinds.pop() if len(kinds) == 1 else ""


def _kinds_of_groups(reading: Reading, end: int) -> list[str]:
    """Return the subjects of the groups of people told before a chunk index, in order."""
    nouns = (chunk.noun for chunk in reading.chunks[:end])
    return [noun.subject or "people" for noun in nouns if noun is not None and _is_group(noun)]


def _is_group(noun: NounPhrase) -> bool:
    """Tell whether "the commandos", "some 40 people", "126" stands here."""
    if noun.count is not None and noun.kind in {"bare", "unknown", "strong", "weak"}:
        return noun.count.high != 1
    named = noun.subject not in {"", "people"}
    return noun.kind in {"strong", "weak"} and noun.plural and not noun.one and named


def _last_person(reading: Reading, end: int) -> int | None:
    """Return the last single person named before a chunk index."""
    for index in range(end - 1, -1, -1):
        noun = reading.chunks[index].noun
        by_him = index > 0 and reading.lower[reading.chunks[index - 1].first] == "by"
        if noun is None or by_him or not _is_person(noun):
            continue
        if not reading.holds_another_figure(index):
            return index
    return None


def _is_person(noun: NounPhrase) -> bool:
    if noun.kind == "name":
        return False
    counted_one = noun.count is not None and noun.count.low == noun.count.high == 1
    return noun.kind in {"strong", "weak"} and (noun.one or counted_one)
