"""The sentences of one document as read by the grammar, each read once and when first asked for."""

from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reading import Reading
from pipeline.language.chunks import Chunker


class Readings:
    """Reads sentences of a passage, and keeps what it read.

    Attributes:
        known: what was read so far, by the index of the sentence.
    """

    def __init__(self, passage: Passage, chunker: Chunker) -> None:
        self._passage = passage
        self._chunker = chunker
        self.known: dict[int, Reading] = {}

    def of(self, sentence: Sentence, label: str = "") -> Reading:
        """Return a sentence as read; `label` is the key of an infobox line, else ""."""
        reading = self.known.get(sentence.index)
        if reading is None:
            reading = Reading.of(self._passage, sentence, self._chunker, label)
            self.known[sentence.index] = reading
        return reading
