"""Who "Six were killed" counts where the sentence before tells whose patrol was ambushed."""

from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.extract.readings import Readings
from pipeline.language.findings import FORCES
from pipeline.language.function_words import BE

_AMBUSHED = frozenset({"ambushed", "waylaid"})
# What only an army has, unless its words name others.
_OF_AN_ARMY = frozenset({"platoon", "company", "battalion", "regiment"})


def ambushed_before(reading: Reading, passage: Passage, readings: Readings) -> str:
    """Return whom the sentence before tells to have been ambushed, "" where it tells of none."""
    sentence = reading.sentence
    if not sentence.index:
        return ""
    earlier = passage.sentences[sentence.index - 1]
    words = passage.lower[earlier.start : earlier.end]
    if earlier.segment != sentence.segment or not any(word in words for word in _AMBUSHED):
        return ""
    before = readings.of(earlier)
    for index, chunk in enumerate(before.chunks):
        if not _AMBUSHED.isdisjoint(before.lower[chunk.first : chunk.last]):
            return _force_at(before, _struck(before, index))
    return ""


def _struck(reading: Reading, index: int) -> int:
    """Return where the object stands in "ambushed a patrol", "a patrol was ambushed"."""
    chunk = reading.chunks[index]
    if not BE.isdisjoint(reading.lower[chunk.first : chunk.last]):
        return index - 1
    passive = index > 1 and reading.lower[reading.chunks[index - 1].last - 1] in BE
    return index - 2 if passive else index + 1


def _force_at(reading: Reading, index: int) -> str:
    noun = reading.chunks[index].noun if 0 <= index < len(reading.chunks) else None
    if noun is None:
        return ""
    if noun.subject in {"", "people"}:
        last = reading.lower[reading.chunks[index].last - 1]
        return "soldiers" if last in _OF_AN_ARMY else ""
    return noun.subject if noun.subject in FORCES else ""
