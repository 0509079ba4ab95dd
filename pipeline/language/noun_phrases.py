"""Which kind of noun phrase begins at a word: counted, behind an article, bare, or none."""

from collections.abc import Sequence

from pipeline.language.absent_nouns import read_absent
from pipeline.language.ages import tells_age
from pipeline.language.articled_nouns import ONES, ArticledNouns
from pipeline.language.bare_nouns import BareNouns
from pipeline.language.calendar_words import date_end
from pipeline.language.count_phrases import FRACTIONS, measure, nobody
from pipeline.language.counted_nouns import CountedNouns
from pipeline.language.counts import parse_count
from pipeline.language.named_persons import NamedPersons
from pipeline.language.names import NameReader
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

_PERSONS = frozenset("he she him her".split())
_EARLIER = frozenset("earlier previous initial original".split())
_NONE = frozenset({"zero", "nil", "without"})
# Nouns that are numbered: "Post 9", "Boeing 727".
_NUMBERED = frozenset(
    "post article room flight boeing airbus highway route unit camp zone sector platform gate "
    "number chapter section channel battery block ward page resolution no".split()
)
_FATES = frozenset("dead killed wounded injured missing detained arrested now people men".split())


class NounReader:
    """Reads the noun phrase that begins at a token.

    Args:
        vocabulary: the word lists.
        shouting: whether the text is written in capitals, where names can't be told by them.
    """

    def __init__(self, vocabulary: Vocabulary, shouting: bool) -> None:
        persons = NamedPersons(vocabulary, NameReader(vocabulary, shouting))
        self._vocabulary = vocabulary
        self._articled = ArticledNouns(vocabulary, persons)
        self._counted = CountedNouns(vocabulary, self._articled)
        self._bare = BareNouns(vocabulary, persons)

    def read(self, tokens: Sequence[Token], position: int, headline: bool) -> Chunk | None:
        """Return the noun phrase at `position`, or None; `headline`: articles are left out."""
        word = tokens[position].lower
        if _counts_nothing(tokens, position):
            return None
        if "-" in word and word.rpartition("-")[2] in FRACTIONS:
            return Chunk("noun", position, position + 1, noun=measure())
        if word == "not" and _are(tokens, position + 1, ["a", "single"]):
            return read_absent(self._vocabulary, tokens, position) or Chunk(
                "noun", position, position + 3, noun=measure()
            )
        if word in _NONE and position + 1 < len(tokens):
            return read_absent(self._vocabulary, tokens, position)
        strength = self._counted.read_strength(tokens, position)
        if strength is not None:
            return strength
        count = parse_count(tokens, position + _behind_earlier(tokens, position))
        if count is not None and count.last > position:
            return self._counted.read(tokens, position, count)
        return self._uncounted(tokens, position, headline)

    def _uncounted(self, tokens: Sequence[Token], position: int, headline: bool) -> Chunk | None:
        """Read what no figure opens: articles, "no", pronouns, bare nouns."""
        word = tokens[position].lower
        if word in ONES:
            found = self._articled.read(tokens, position)
            if found is not None or word != "her":
                return found
        if word in {"no", "any"} and position + 1 < len(tokens):
            return read_absent(self._vocabulary, tokens, position)
        state = word == "her" and position + 1 < len(tokens)
        if state and self._vocabulary.adjectives.at(tokens, position + 1) is not None:
            # "she counted her dead"
            return None
        if word in _PERSONS:
            person = NounPhrase(None, True, False, "people", "pronoun")
            return Chunk("noun", position, position + 1, noun=person)
        if word in {"nobody", "none"}:
            return nobody(position, position + 1, word == "none")
        return self._bare.read(tokens, position, headline)


def _counts_nothing(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a figure or "many" stands here that counts nothing: "how many", "Post 9"."""
    word = tokens[position].lower
    before = tokens[position - 1].lower if position else ""
    if (before in {"how", "as"} and word in {"many", "few"}) or tells_age(tokens, position):
        return True
    if tokens[position].text == "One" and position and tokens[position - 1].text[0].isupper():
        # "Radio One"
        return True
    if _is_a_number(tokens, position, before):
        return True
    # "between 1 and 4 March"
    return word == "between" and date_end(tokens, position + 1) > position + 1


def _is_a_number(tokens: Sequence[Token], position: int, before: str) -> bool:
    """Tell whether a figure is the number of something: "Post 9", "No. 4"."""
    if before == "." and position > 1 and tokens[position - 2].lower in {"no", "nos"}:
        before = "no"
    if before not in _NUMBERED or not tokens[position].text.isdigit():
        return False
    return not (before == "number" and position > 1 and _are_many(tokens[position - 2]))


def _are_many(token: Token) -> bool:
    """Tell whether "number" is a verb behind a word: "the dead number 31", "rebels now number"."""
    return token.lower in _FATES or (token.lower.endswith("s") and token.text[0].islower())


def _are(tokens: Sequence[Token], position: int, expected: list[str]) -> bool:
    return [token.lower for token in tokens[position : position + len(expected)]] == expected


def _behind_earlier(tokens: Sequence[Token], position: int) -> int:
    """Return how many words open "an earlier 11", "the previous 40"."""
    if position + 2 >= len(tokens) or tokens[position].lower not in {"a", "an", "the"}:
        return 0
    return 2 * (tokens[position + 1].lower in _EARLIER and tokens[position + 2].text.isdigit())
