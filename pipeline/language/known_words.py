"""The words of a sentence as the vocabulary knows them: plain ones, and those that open a noun."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.calendar_words import date_end
from pipeline.language.counts import parse_count
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

# Finite verbs behind which no noun phrase goes on.
FINITE = frozenset(
    "said says told insists believes was were is are has had left leaving saw put gave "
    "suffered sustained received showed survived arrived came brings bring brought takes "
    "makes".split()
)
_ARTICLES = words.DETERMINERS | words.POSSESSIVES


class KnownWords:
    """Answers what stands at a position of a sentence.

    Args:
        vocabulary: the word lists.
        tokens: the sentence.
    """

    __slots__ = ("tokens", "vocabulary")

    def __init__(self, vocabulary: Vocabulary, tokens: Sequence[Token]) -> None:
        self.vocabulary = vocabulary
        self.tokens = tokens

    def is_word(self, position: int, word: str) -> bool:
        """Tell whether a word, in small letters, stands at `position`."""
        return position < len(self.tokens) and self.tokens[position].lower == word

    def is_plain(self, position: int) -> bool:
        """Tell whether a word can be an adjective or noun that the vocabulary does not know."""
        token = self.tokens[position]
        return (
            token.text[0].isalpha()
            and token.lower not in words.PHRASE_STOPS
            and token.lower not in FINITE
            and not token.lower.endswith(("ly", "ed"))
            and parse_count(self.tokens, position) is None
            and self.vocabulary.verbs.at(self.tokens, position) is None
            and self.vocabulary.adjectives.at(self.tokens, position) is None
            and date_end(self.tokens, position) == position
        )

    def leads_to_noun(self, position: int) -> bool:
        """Tell whether a noun, a modifier or a noun for what was done begins at `position`."""
        return self.vocabulary.knows_noun(self.tokens, position)

    def leads_to_head(self, position: int) -> bool:
        """Tell whether a noun for those who are counted begins at `position`."""
        return position < len(self.tokens) and (
            self.vocabulary.heads.at(self.tokens, position) is not None
        )

    def opens_object(self, position: int) -> bool:
        """Tell whether a noun phrase with an article or a count begins at a position."""
        return position < len(self.tokens) and (
            self.tokens[position].lower in _ARTICLES
            or parse_count(self.tokens, position) is not None
        )
