"""Noun phrases without count or article: "rebels", "Judge Ana Pacheco", "Suspected Rebels"."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.ages import behind_age
from pipeline.language.named_persons import NamedPersons, behind_any_age
from pipeline.language.names import PERSON_TITLES
from pipeline.language.noun_scan import NounScan
from pipeline.language.phrases import Chunk
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

# Endings of adjectives that may stand before a known noun.
LEADING_ENDINGS = ("ed", "ing", "ian", "ish", "ese", "an")


class BareNouns:
    """Reads nouns that nothing counts, and names where no known noun begins.

    Args:
        vocabulary: the word lists.
        persons: reads the names.
    """

    def __init__(self, vocabulary: Vocabulary, persons: NamedPersons) -> None:
        self._vocabulary = vocabulary
        self._persons = persons

    def read(self, tokens: Sequence[Token], position: int, headline: bool) -> Chunk | None:
        """Return the noun phrase or name at `position`; a headline leaves out the article of one.

        Args:
            tokens: the sentence.
            position: the first word.
            headline: whether "judge" means a judge here.
        """
        if tokens[position].lower in words.PHRASE_STOPS:
            return None
        known = self._vocabulary.knows_noun(tokens, position) or self._leads_to_known(
            tokens, position
        )
        if not known or self._persons.opens_with_title(tokens, position):
            return self._persons.read(tokens, position)
        phrase = NounScan(self._vocabulary, tokens, position, None).run()
        if phrase is None:
            return None
        end, noun = phrase
        if noun.kind in {"strong", "weak"} and not noun.plural:
            noun.one = headline
            end = behind_age(tokens, end)
        if self._persons.are_titled(tokens, end, noun):
            noun.one = True
            if tokens[end].text != ",":
                end = self._persons.take_name(tokens, end, noun)
            end = behind_any_age(tokens, end)
        elif end < len(tokens) and tokens[end].text == "." and _abbreviates(tokens, end):
            end += 1
        return Chunk("noun", position, end, noun=noun)

    def _leads_to_known(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a capitalised adjective stands before a known noun: "Suspected Rebels"."""
        following = position + 1
        word = tokens[position].lower
        if word.startswith("ex-"):
            # "Ex-mayor shot dead"
            return self._vocabulary.heads.get(word.removeprefix("ex-")) is not None
        return (
            word.endswith(LEADING_ENDINGS)
            and following < len(tokens)
            and self._vocabulary.heads.at(tokens, following) is not None
        )


def _abbreviates(tokens: Sequence[Token], mark: int) -> bool:
    """Tell whether a full stop only shortens a title: "Major Gen. defects"."""
    following = tokens[mark + 1].text[0] if mark + 1 < len(tokens) else ""
    return tokens[mark - 1].lower in PERSON_TITLES and following.islower()
