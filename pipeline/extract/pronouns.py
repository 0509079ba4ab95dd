"""The one person that "he", "she" or "him" points back to."""

from collections.abc import Callable

from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reading import Reading
from pipeline.language.phrases import NounPhrase

# How many sentences back the person may have been told.
_BACK = 2


class Pronouns:
    """Resolves singular pronouns within a block of text."""

    def __init__(self, passage: Passage, read: Callable[[Sentence], Reading]) -> None:
        self._passage = passage
        self._read = read

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
            before = self._read(earlier)
            found = _last_person(before, len(before.chunks))
            if found is not None:
                return before, found
        return None


def _last_person(reading: Reading, end: int) -> int | None:
    """Return the last single person named before a chunk index."""
    for index in range(end - 1, -1, -1):
        noun = reading.chunks[index].noun
        if noun is not None and _is_person(noun):
            return index
    return None


def _is_person(noun: NounPhrase) -> bool:
    if noun.kind == "name":
        return False
    counted_one = noun.count is not None and noun.count.low == noun.count.high == 1
    return noun.kind in {"strong", "weak"} and (noun.one or counted_one)
