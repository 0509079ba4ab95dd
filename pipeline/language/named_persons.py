"""Persons told by a name: "Mrs Ruiz", "Judge Ana Pacheco", "Fatima's husband"."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.ages import behind_age, behind_bracketed_age
from pipeline.language.names import CLERICS, PERSON_TITLES, NameReader
from pipeline.language.noun_scan import NounScan
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

_APOSTROPHES = frozenset("'’")
_TITLES_OF_WOMEN = frozenset({"mrs", "ms", "miss"})
# How many words may hold the title and the rank before a name: "Brig. Gen.".
_LONGEST_TITLE = 4


class NamedPersons:
    """Reads names with what stands around them: titles, ages, kin.

    Args:
        vocabulary: the word lists.
        names: tells the names of the text.
    """

    def __init__(self, vocabulary: Vocabulary, names: NameReader) -> None:
        self._vocabulary = vocabulary
        self._names = names

    def read(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Return the name that begins at `position`, or the kin of who bears it, or None."""
        end = self._names.end(tokens, position)
        if end == position:
            return None
        owned = self._owned_by_name(tokens, position, end)
        if owned is not None:
            return owned
        name = NounPhrase(None, False, False, self._titled(tokens, position), "name")
        titled = tokens[position].lower in PERSON_TITLES
        end = behind_any_age(tokens, end) if titled else behind_age(tokens, end)
        return Chunk("noun", position, end, noun=name)

    def opens_with_title(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "Mullah Omar" stands here, of whom the title does not say what he is."""
        title = tokens[position].text[0].isupper() and tokens[position].lower in CLERICS
        following = position + 1 < len(tokens) and self._names.names(tokens, position + 1, False)
        return title and following

    def are_titled(self, tokens: Sequence[Token], end: int, noun: NounPhrase) -> bool:
        """Tell whether a person is named behind a noun without article: "Judge Ana Pacheco"."""
        if noun.plural or noun.kind not in {"strong", "weak"} or end >= len(tokens):
            return False
        following = end + (tokens[end].text in {",", "."})
        return following < len(tokens) and self._names.names(tokens, following, False)

    def take_name(self, tokens: Sequence[Token], end: int, noun: NounPhrase) -> int:
        """Take the name that stands straight behind a noun, "his sister Mona"; return its end."""
        noun.named = True
        return self._names.end(tokens, end + (tokens[end].text == "."))

    def _titled(self, tokens: Sequence[Token], position: int) -> str:
        """Return the subject that the title of a name tells: "Mrs", "Brig. Gen."."""
        if tokens[position].lower in _TITLES_OF_WOMEN:
            return "women"
        for token in tokens[position : position + _LONGEST_TITLE]:
            rank = self._vocabulary.heads.get(token.lower)
            if rank is not None and token.lower in PERSON_TITLES:
                return rank.subject
        return "people"

    def _owned_by_name(self, tokens: Sequence[Token], position: int, end: int) -> Chunk | None:
        """Read "Klaus' mother" as one person; "Klaus's" is one token with its mark."""
        if tokens[end - 1].lower.endswith("'s") and end < len(tokens):
            return self._kin_of(tokens, position, end)
        kin = end + 1 < len(tokens) and tokens[end].text in _APOSTROPHES
        if not kin or tokens[end + 1].lower not in words.KIN or tokens[end - 1].lower[-1] != "s":
            return None
        phrase = NounScan(self._vocabulary, tokens, end + 1, None).run()
        return _one_person(tokens, position, phrase) if phrase is not None else None

    def _kin_of(self, tokens: Sequence[Token], position: int, kin: int) -> Chunk | None:
        """Read "Fatima's husband" as one person."""
        if tokens[kin].lower not in words.KIN:
            return None
        phrase = NounScan(self._vocabulary, tokens, kin, None).run()
        if phrase is None or phrase[1].plural:
            return None
        return _one_person(tokens, position, phrase)


def behind_any_age(tokens: Sequence[Token], end: int) -> int:
    """Return the end of a person's age behind a noun or a name, bare and in brackets, or `end`."""
    return behind_bracketed_age(tokens, behind_age(tokens, end))


def _one_person(tokens: Sequence[Token], position: int, phrase: tuple[int, NounPhrase]) -> Chunk:
    end, noun = phrase
    noun.one = True
    return Chunk("noun", position, behind_any_age(tokens, end), noun=noun)
