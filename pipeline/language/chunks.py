"""Cuts a sentence into noun phrases, verb groups and the marks between them."""

from collections.abc import Sequence

from pipeline.language.bare_nouns import LEADING_ENDINGS
from pipeline.language.calendar_words import date_end
from pipeline.language.noun_phrases import NounReader
from pipeline.language.phrases import Chunk
from pipeline.language.single_chunks import read_mark, read_word
from pipeline.language.tokens import Token
from pipeline.language.verb_groups import VerbReader
from pipeline.language.vocabulary import Vocabulary


class Chunker:
    """Cuts sentences into chunks with one vocabulary.

    Args:
        vocabulary: the word lists.
        shouting: whether the text is written in capitals, where names can't be told by them.

    Attributes:
        families: word → the family of words that are used alike.
    """

    def __init__(self, vocabulary: Vocabulary, shouting: bool = False) -> None:
        self._verbs = VerbReader(vocabulary)
        self._nouns = NounReader(vocabulary, shouting)
        self._awake = vocabulary.chunk_openers
        self._shouting = shouting
        self.families = vocabulary.families

    def chunk(self, tokens: Sequence[Token]) -> list[Chunk]:
        """Return the chunks of a sentence, in order, covering every token."""
        chunks: list[Chunk] = []
        headline = _is_headline(tokens)
        position = 0
        while position < len(tokens):
            if self._stands_alone(tokens[position]):
                chunks.append(read_word(tokens, position))
                position = chunks[-1].last
                continue
            chunk = (
                read_mark(tokens, position)
                or _read_date(tokens, position)
                or self._verbs.read(tokens, position, chunks)
                or self._nouns.read(tokens, position, headline)
                or read_word(tokens, position)
            )
            chunks.append(chunk)
            position = chunk.last
        return chunks

    def _stands_alone(self, token: Token) -> bool:
        """Tell, at a glance, a word with which nothing of several words can begin."""
        word = token.text
        return (
            not self._shouting
            and word.islower()
            and token.lower not in self._awake
            and word.isalpha()
            and not word.endswith(LEADING_ENDINGS)
        )


def _read_date(tokens: Sequence[Token], position: int) -> Chunk | None:
    """Take days, months, years and weekdays out of the reach of the count grammar."""
    end = date_end(tokens, position)
    return Chunk("date", position, end) if end > position else None


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence leaves out its articles, as headlines do: "Judge shot dead"."""
    if not 2 < len(tokens) < 26 or tokens[-1].text == ".":
        return False
    return not any(token.lower in {"a", "an", "the"} for token in tokens)
