"""Who is said to have done it."""

from pipeline.extract.claim import Because, Claim
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.language.clauses import Finding
from pipeline.language.vocabulary import Vocabulary


class WhoDid:
    """Gives each claim its actor."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary) -> None:
        self._passage = passage
        self._vocabulary = vocabulary

    def of(self, reading: Reading, finding: Finding, claim: Claim) -> tuple[str, Because | None]:
        """Return the actor's code, "" where the text names nobody, and the words behind it."""
        return "", None
