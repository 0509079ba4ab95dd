"""Noun phrases behind an article or an owner: "a girl", "the other", "his sister Mona"."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.count_phrases import called_end, couple, measure
from pipeline.language.counts import parse_count
from pipeline.language.given_figures import SPOKE
from pipeline.language.named_persons import NamedPersons, behind_any_age
from pipeline.language.noun_scan import NounScan
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

# Words behind which a noun in the singular stands for one.
ONES = frozenset("a an another the this each every".split()) | words.POSSESSIVES
_FOR_ONE_OF_MANY = frozenset({"a", "an", "another"})
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ee", "smith")
_ORDINALS = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_OTHERS = (["the", "other"], ["another"])
_IN_A_ROW = frozenset("lead leading first last rear".split())
# Kinds of nouns that may be one: a person, a vehicle, a massacre.
_SINGLE_KINDS = frozenset({"strong", "weak", "materiel", "incidents"})
_UNKNOWN_KINDS = frozenset({"unknown", "modifier"})


class ArticledNouns:
    """Reads what stands for one behind an article, and what points back to those told before.

    Args:
        vocabulary: the word lists.
        persons: reads the names behind nouns.
    """

    def __init__(self, vocabulary: Vocabulary, persons: NamedPersons) -> None:
        self._vocabulary = vocabulary
        self._persons = persons

    def read(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Return the noun phrase whose article or owner stands at `position`, or None."""
        if position + 1 < len(tokens) and tokens[position + 1].lower == "couple":
            return couple(tokens, position)
        called = called_end(tokens, position + 1)
        if called:
            name = NounPhrase(None, False, True, "", "unknown")
            return Chunk("noun", position, called, noun=name)
        many = False if tokens[position].lower in _FOR_ONE_OF_MANY else None
        phrase = NounScan(self._vocabulary, tokens, position + 1, many).run()
        further = _further_one(tokens, position, phrase)
        if further is not None:
            return further
        if self._is_the_other(tokens, position, phrase):
            noun = NounPhrase(None, True, False, "", "bare", anaphor=True)
            end = position + 1 + (tokens[position].lower == "the")
            return Chunk("noun", position, end, noun=noun)
        if phrase is None:
            return None
        return self._group_of(tokens, position, phrase) or self._one(tokens, position, phrase)

    def _is_the_other(
        self, tokens: Sequence[Token], position: int, phrase: tuple[int, NounPhrase] | None
    ) -> bool:
        """Tell whether "the other (wounded)", "another (was hit)" stands here."""
        following = position + 1 + (tokens[position].lower == "the")
        if following >= len(tokens) or (phrase and phrase[0] > following):
            return False
        if [token.lower for token in tokens[position:following]] not in _OTHERS:
            return False
        done = self._vocabulary.verbs.at(tokens, following) is not None
        return done or tokens[following].lower in words.BE | words.HAVE

    def _group_of(
        self, tokens: Sequence[Token], position: int, phrase: tuple[int, NounPhrase]
    ) -> Chunk | None:
        """Read "a family of six" as six, but "a patrol of 16 men", "she boasts of six" not."""
        end, noun = phrase
        if tokens[end - 1].lower in SPOKE:
            return None
        if noun.kind != "collective" or end + 1 >= len(tokens) or tokens[end].lower != "of":
            return None
        members = parse_count(tokens, end + 1)
        if members is None or not members.low or members.qualifier != "exact":
            return None
        if self._vocabulary.knows_noun(tokens, members.last):
            return None
        noun.count, noun.kind = members, "weak"
        return Chunk("noun", position, members.last, noun=noun)

    def _one(self, tokens: Sequence[Token], position: int, phrase: tuple[int, NounPhrase]) -> Chunk:
        """Tell whether the phrase stands for one, and take in the name and the age behind it."""
        word = tokens[position].lower
        end, noun = phrase
        noun.definite = word in {"the", "this"}
        if noun.kind in _UNKNOWN_KINDS and _ends_in_name(tokens[position + 1 : end]):
            # "the painter Ana Ruiz"
            noun.kind, noun.subject = "name", noun.subject or "people"
            return Chunk("noun", position, behind_any_age(tokens, end), noun=noun)
        noun.one = _stands_for_one(tokens, position, noun)
        if noun.kind in _UNKNOWN_KINDS and (word in _FOR_ONE_OF_MANY or word in words.POSSESSIVES):
            noun.one = _names_a_person(tokens[end - 1].lower)
            noun.kind = "weak" if noun.one else noun.kind
            noun.subject = noun.subject or "people"
        if noun.one and self._persons.are_titled(tokens, end, noun) and tokens[end].text != ",":
            # "his sister Mona"
            end = self._persons.take_name(tokens, end, noun)
        # "The administrator of 33" says nobody's age.
        of_some = word == "the" and end < len(tokens) and tokens[end].lower == "of"
        if noun.one and noun.kind in {"strong", "weak"} and not of_some:
            end = behind_any_age(tokens, end)
        noun.anaphor = word == "another"
        return Chunk("noun", position, end, noun=noun)


def _further_one(
    tokens: Sequence[Token], position: int, phrase: tuple[int, NounPhrase] | None
) -> Chunk | None:
    """Read "An eighth died later" as one more of those told before."""
    if position + 1 >= len(tokens) or tokens[position + 1].lower not in _ORDINALS:
        return None
    word = tokens[position].lower
    if word not in {"a", "an", "the"} or (phrase is not None and phrase[1].kind != "unknown"):
        return None
    noun = NounPhrase(None, True, False, "", "bare", anaphor=True)
    if word != "the" and position + 2 < len(tokens) and tokens[position + 2].lower == "of":
        # "a third of the men"
        noun = measure()
    return Chunk("noun", position, position + 2, noun=noun)


def _stands_for_one(tokens: Sequence[Token], position: int, noun: NounPhrase) -> bool:
    """Tell whether a known noun in the singular stands for one that was not told before."""
    if noun.plural or noun.kind not in _SINGLE_KINDS:
        return False
    if tokens[position].lower == "the" and noun.kind in {"materiel", "incidents"}:
        return noun.kind == "materiel" and _is_one_of_a_row(tokens, position + 1)
    return True


def _is_one_of_a_row(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether "the lead", "the second" picks one vehicle out of those that drove there."""
    return position < len(tokens) and tokens[position].lower in _ORDINALS | _IN_A_ROW


def _names_a_person(word: str) -> bool:
    """Tell whether an unknown noun names one who does something: "a weapons trader"."""
    return word.endswith(_AGENTS) and word not in words.THINGS


def _ends_in_name(phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase is a common noun and the name of a person: "painter Ana Ruiz"."""
    lead = next((at for at, token in enumerate(phrase) if not token.text.islower()), 0)
    name = phrase[lead:]
    if not lead or not all(token.text[0].isupper() and token.text[1:].islower() for token in name):
        return False
    noun = phrase[lead - 1].lower
    return noun not in words.THINGS and (len(name) > 1 or noun.endswith(_AGENTS))
