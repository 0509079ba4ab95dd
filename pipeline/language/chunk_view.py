"""The chunks of one sentence, as the rules of the clause look at them."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.phrases import Chunk
from pipeline.language.tokens import Token

# Prepositions that may also open a clause: "after six soldiers were killed".
CLAUSE_OPENERS = frozenset("after before until since as than".split())


_BRINGING = frozenset("brought brings bring bringing carried carry carrying".split())


class ChunkView:
    """Tokens and chunks with the questions that several rules ask; indices are chunk indices.

    Attributes:
        lower: the tokens in lower case.
        included: noun phrases inside an inclusion, with the chunk that opens it.
        bound: noun phrases of which it is known what happened to them.
    """

    def __init__(self, tokens: Sequence[Token], chunks: list[Chunk]) -> None:
        self.tokens = tokens
        self.lower = [token.lower for token in tokens]
        self.chunks = chunks
        self.included: dict[int, int] = {}
        self.bound: set[int] = set()
        # The rules ask for these more often than for anything else, and no chunk moves.
        self._first_words = {at: self.lower[chunk.first] for at, chunk in enumerate(chunks)}
        self._last_words = {at: self.lower[chunk.last - 1] for at, chunk in enumerate(chunks)}

    def word(self, index: int) -> str:
        """Return the first word of a chunk in lower case, "" beyond the edges."""
        return self._first_words.get(index, "")

    def last_word(self, index: int) -> str:
        """Return the last word of a chunk in lower case, "" beyond the edges."""
        return self._last_words.get(index, "")

    def counts(self, index: int) -> bool:
        """Tell whether a chunk is a noun phrase that stands for a number or for one."""
        noun = self.chunks[index].noun
        return noun is not None and (noun.count is not None or noun.one)

    def object_of_preposition(self, position: int, adjacent: bool = False) -> bool:
        """Tell whether a noun phrase hangs on a preposition that keeps it from being a subject."""
        if (
            position > 1
            and self.chunks[position - 1].kind == "word"
            and self.chunks[position - 2].kind == "preposition"
            and not self.counts(position)
        ):
            # "on board the ship", "in nearby hills"
            return True
        if position == 0 or self.chunks[position - 1].kind != "preposition":
            return False
        if adjacent and self.counts(position) and self.word(position - 1) in CLAUSE_OPENERS:
            return False
        if self.word(position - 1) == "in" and self.word(position - 2) in _BRINGING:
            # "brought in two of their own"
            return False
        noun = self.chunks[position].noun
        assert noun is not None
        return self.word(position - 1) not in {"with", "like"} or not self.counts(position)

    def owned(self, position: int) -> bool:
        """Tell whether a noun phrase has a verb of its own behind it."""
        following = position + 1
        end = len(self.chunks)
        while following + 1 < end and (
            self.chunks[following].kind == "preposition"
            and self.chunks[following + 1].noun is not None
        ):
            following += 2
        while following < end and self.chunks[following].kind in {"word"}:
            if self.word(following) in words.FINITE_PASTS:
                # "a farmer ran to the well and was shot"
                return True
            following += 1
        if following >= end:
            return False
        chunk = self.chunks[following]
        if chunk.kind in {"verb", "state", "other_verb"}:
            return chunk.verb is None or chunk.verb.voice != "gerund"
        return False
