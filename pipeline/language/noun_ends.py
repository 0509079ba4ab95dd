"""Verbs at which a noun phrase ends, told from nouns and participles of the same spelling."""

from pipeline.language import function_words as words
from pipeline.language.counts import parse_count
from pipeline.language.known_words import FINITE, KnownWords

_REPORTING = frozenset("reported documented recorded confirmed registered counted".split())


class NounEnds:
    """Tells where a noun phrase that begins at one position gives way to a verb.

    Args:
        known: the words of the sentence.
        start: the first token behind the count or the article.
        many: whether a count of two or more, or an article for one, stands before; None where
            nothing stands before.
    """

    __slots__ = ("_known", "_many", "_start", "_tokens", "_vocabulary")

    def __init__(self, known: KnownWords, start: int, many: bool | None) -> None:
        self._known = known
        self._vocabulary, self._tokens = known.vocabulary, known.tokens
        self._start = start
        self._many = many

    def at(self, position: int, modified: bool, unknown: bool) -> bool:
        """Tell whether a verb ends the phrase at `position`.

        Args:
            position: where the next word stands.
            modified: whether a modifier was read that still lacks its noun.
            unknown: whether words that the vocabulary does not know were read.
        """
        word = self._tokens[position].lower
        if word in FINITE or self._is_verb(position, modified, unknown):
            return True
        if self._is_reported(position):
            return True
        straight_behind = bool(self._many) and position == self._start
        return straight_behind and self._is_predicate(position)

    def takes_object(self, position: int) -> bool:
        """Tell whether a word that may be noun or verb ("capture") has an object behind it."""
        if position >= len(self._tokens):
            return False
        if self._vocabulary.verbs.at(self._tokens, position - 1) is None:
            return False
        return self._known.opens_object(position)

    def _is_reported(self, position: int) -> bool:
        """Tell whether "two sources reported" ends here; "three reported deaths" does not."""
        return (
            self._tokens[position].lower in _REPORTING
            and position > self._start
            and self._tokens[position - 1].lower.endswith("s")
            and bool(self._many)
        )

    def _is_verb(self, position: int, modified: bool, unknown: bool) -> bool:
        """Tell a verb that ends the phrase from a participle before a noun."""
        word = self._tokens[position].lower
        verb = self._vocabulary.verbs.at(self._tokens, position)
        past = word.endswith("ed") and len(word) > 4
        if verb is None and not past:
            return False
        if past and position == self._start and self._known.is_word(position + 1, "to"):
            # "14 belonged to the customs"
            return True
        if verb is not None and verb[1].parts == {"present"} and self._known.opens_object(verb[0]):
            # "a volley from the roof kills a clerk"
            return position > self._start
        if verb is not None and not verb[1].parts & {"past", "participle", "gerund"}:
            if "present" in verb[1].parts and not self._many and verb[1].transitive:
                # "The database logs 37 raids".
                return word.endswith("s") and parse_count(self._tokens, position + 1) is not None
            # "hundreds march": a bare verb behind a count of many.
            return bool(self._many) and not verb[1].transitive and not modified
        if self._known.leads_to_noun(position + 1):
            return False
        return verb is not None or unknown

    def _is_predicate(self, position: int) -> bool:
        """Tell whether a word straight behind a count says what they did: "four climbed down"."""
        word = self._tokens[position].lower
        if word in words.PASTS:
            return True
        if not word.endswith("ed") or len(word) < 5:
            return False
        following = position + 1
        if following >= len(self._tokens):
            return True
        behind = self._tokens[following].lower
        return not behind[0].isalnum() or behind in words.PHRASE_STOPS | words.ADVERBS
