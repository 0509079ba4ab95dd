"""Names of places recognised through their spellings.

Arabic names reach English in many shapes: Ma'arrat an-Nu'man, Maarat al-Numaan, Maaret Numan.
A word's skeleton (its consonants, alike sounds made one, doubled letters and articles left out)
finds the candidates in one look-up; the vowels then decide.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pipeline.language.place_words import DIRECTIONS

_ARTICLES = frozenset("al el an as ash at ath ar az ad adh ul ud ed es er ez en".split())
_POSSESSIVES = frozenset(("'s", "’s"))
_WORD = re.compile(r"[^\W\d_]+(?:['’ʿʾ`‘´][^\W\d_]+)*|\d+")
_MARKS = re.compile(r"['’ʿʾ`‘´]|[^\w]")
_PAREN = re.compile(r"\s*\([^)]*\)")
# Letters and pairs that stand for one sound; the order matters.
_SOUNDS = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("aa", "a"),
    ("ii", "i"),
    ("uu", "u"),
    ("ei", "Y"),
    ("ey", "Y"),
    ("ay", "Y"),
    ("ai", "Y"),
    ("kh", "X"),
    ("gh", "g"),
    ("sh", "S"),
    ("ch", "S"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("q", "k"),
)
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"[iy]+(?=[aeou])")
_LAST_H = re.compile(r"(?<=[aeY])h\Z")
_CONSONANT = re.compile(r"[^aeiouYy]")
# Which vowels may stand for each other: a and i are both written e, o and u mix.
_ALIKE = frozenset(
    frozenset(pair) for pair in (("a", "e"), ("e", "i"), ("o", "u"), ("Y", "e"), ("Y", "i"))
)


class Word(NamedTuple):
    """One word of a text or of a hyphened whole.

    Attributes:
        text: as written; `lower`: in lower case.
        start, end: half-open offsets.
        joined: whether a hyphen ties it to the next word.
        article: whether it is the article of an Arabic name.
    """

    text: str
    lower: str
    start: int
    end: int
    joined: bool
    article: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words of `text[start:end]`; hyphened words are parted, possessives cut."""
    words = []
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        lower = word.lower()
        if lower[-2:] in _POSSESSIVES and last - first > 2:
            word, lower, last = word[:-2], lower[:-2], last - 2
        after = text[last] if last < end else ""
        joined = after == "-" and last + 1 < end and text[last + 1].isalpha()
        article = lower in _ARTICLES and (joined or (after == " " and lower in ("al", "el")))
        words.append(Word(word, lower, first, last, joined, article))
    return words


@lru_cache(maxsize=65536)
def sound_of(word: str) -> tuple[str, tuple[str, ...]]:
    """Return a word's skeleton of consonants and the vowels before, between and after them."""
    plain = "".join(
        mark
        for mark in unicodedata.normalize("NFKD", _MARKS.sub("", word.lower()))
        if not unicodedata.combining(mark)
    )
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    plain = _LAST_H.sub("", _DOUBLED.sub(r"\1", plain))
    plain = _GLIDE.sub("i", plain)
    skeleton = "".join(_CONSONANT.findall(plain))
    return skeleton, tuple(_CONSONANT.split(plain))


@lru_cache(maxsize=65536)
def sounds_alike(one: str, other: str) -> bool:
    """Tell whether two words may be spellings of one name."""
    skeleton, vowels = sound_of(one)
    other_skeleton, other_vowels = sound_of(other)
    if skeleton != other_skeleton:
        return False
    missing = 0
    for position, (mine, yours) in enumerate(zip(vowels, other_vowels, strict=True)):
        if _vowels_alike(mine, yours):
            continue
        at_edge = position in (0, len(vowels) - 1)
        if at_edge or bool(mine) == bool(yours) or len(skeleton) < 3:
            return False
        missing += 1
    return missing <= 2


def _vowels_alike(mine: str, yours: str) -> bool:
    return len(mine) == len(yours) and all(
        one == other or frozenset((one, other)) in _ALIKE
        for one, other in zip(mine, yours, strict=True)
    )


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found at a word: how many words it takes, and the places that bear it."""

    length: int
    places: tuple[tuple[str, str], ...]


class PlaceNames:
    """An index of names, looked up word by word.

    Args:
        names: (name, place id, place type); a type word that ends a name ("Idlib Governorate")
            and words in parentheses are left out, since texts put them elsewhere.
    """

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        self.types: dict[str, str] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}
        entries: dict[tuple[str, ...], dict[str, str]] = {}
        for name, place_id, place_type in names:
            self.types[place_id] = place_type
            bare = _PAREN.sub("", name)
            ends = bare.lower().endswith((" governorate", " province"))
            bare = bare.rsplit(" ", 1)[0] if ends else bare
            words = tuple(
                word.lower if word.lower in DIRECTIONS else word.text
                for word in words_of(bare, 0, len(bare))
                if not word.article
            )
            if words:
                entries.setdefault(words, {}).setdefault(place_id, place_type)
        self.lower_starts = frozenset(words[0] for words in entries if words[0].islower())
        for words, places in entries.items():
            self._by_first.setdefault(sound_of(words[0])[0], []).append((words, places))
        for listed in self._by_first.values():
            listed.sort(key=lambda entry: -len(entry[0]))

    def matches(self, words: list[Word], at: int, caseless: bool = False) -> list[NameMatch]:
        """Return the names that begin at `words[at]`, the longest first.

        Args:
            words: the words of a text.
            at: position of the first word of the name.
            caseless: whether names may be written without capitals.
        """
        listed = self._by_first.get(sound_of(words[at].text)[0])
        if not listed:
            return []
        found: dict[int, dict[str, str]] = {}
        for name, places in listed:
            length = _length(name, words, at, caseless)
            if length:
                found.setdefault(length, {}).update(places)
        return [NameMatch(size, tuple(found[size].items())) for size in sorted(found, reverse=True)]


def _length(name: tuple[str, ...], words: list[Word], at: int, caseless: bool) -> int:
    """Return how many words from `at` on spell `name`, 0 where they do not."""
    position = at
    for index, part in enumerate(name):
        while index and position < len(words) and words[position].article:
            position += 1
        if position >= len(words):
            return 0
        word = words[position]
        if index and word.start - words[position - 1].end > 1:
            return 0
        if part[0].isupper() and not (caseless or word.text[0].isupper()):
            return 0
        if part.lower() != word.lower and not sounds_alike(part, word.text):
            return 0
        position += 1
    return position - at
