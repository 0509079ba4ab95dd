"""What the encoder makes of the phrases of one document, each read with the sentence before."""

from collections.abc import Sequence

from pipeline.encoder import Encoder
from pipeline.encoder.encoder import Read
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading


class Outlook:
    """Asks an encoder about the phrases of one document; the last sentence read is kept.

    Args:
        passage: the document.
        encoder: None where it is not to be asked.
    """

    def __init__(self, passage: Passage, encoder: Encoder | None) -> None:
        self._passage = passage
        self._encoder = encoder
        self._index = -1
        self._read: Read | None = None

    def of(self, reading: Reading, index: int, question: str) -> dict[str, float] | None:
        """Return value → probability for the phrase at a chunk index; None where nothing is known.

        Args:
            reading: the sentence.
            index: chunk index of the phrase.
            question: `claim_type` or `subject`.
        """
        if self._encoder is None:
            return None
        if self._read is None or self._index != reading.sentence.index:
            self._index = reading.sentence.index
            self._read = self._encoder.read(self._before(), reading.lower)
        chunk = reading.chunks[index]
        return self._read.probabilities(question, chunk.first, chunk.last)

    def _before(self) -> Sequence[str]:
        """Return the words of the last sentence before that is no heading."""
        for index in range(self._index - 1, -1, -1):
            sentence = self._passage.sentences[index]
            if self._passage.segment_of(sentence).kind != "heading":
                return [token.lower for token in self._passage.tokens(sentence)]
        return ()
