"""Nouns for persons that are in no list but can be told by their form: "a 16-year-old"."""

import re

from pipeline.language import function_words as words
from pipeline.language.figures import below_hundred
from pipeline.language.known_words import KnownWords
from pipeline.language.vocabulary import Head, HeadKind

_AGE = re.compile(r"(\d{1,2}|[a-z]+(?:-[a-z]+)?)-years?-olds?")
# The age from which nobody is a child (Convention on the Rights of the Child, article 1).
_GROWN_UP = 18
_GOERS = ("goer", "goers", "-grader", "-graders")


def head_by_form(known: KnownWords, position: int, many: bool | None) -> tuple[int, Head] | None:
    """Return the end of a noun told by its form and what it is, or None.

    Args:
        known: the words of the sentence.
        position: where the word stands.
        many: whether a count of two or more, or an article for one, stands before.
    """
    word = known.tokens[position].lower
    head = _misspelt_plural(known, position, many) if word.endswith("'s") else None
    if head is None and "-" in word:
        head = _compound(known, position)
    if head is None and word.endswith(_GOERS):
        subject = "children" if "grader" in word else "civilians"
        head = (position + 1, Head(subject, "strong", word.endswith("s")))
    if head is None and "-old" in word:
        head = _of_age(known, position)
    return head


def _misspelt_plural(
    known: KnownWords, position: int, many: bool | None
) -> tuple[int, Head] | None:
    """Take "two lieutenant's were hit" for the plural that it stands for."""
    following = position + 1
    head = known.vocabulary.heads.get(known.tokens[position].lower.removesuffix("'s"))
    if head is not None and head.kind == "materiel" and many:
        return following, head
    if following < len(known.tokens) and known.tokens[following].lower not in words.BE:
        return None
    return (following, head) if head is not None else None


def _compound(known: KnownWords, position: int) -> tuple[int, Head] | None:
    """Take a compound for the person that its last part names: "a taxi-driver"."""
    word = known.tokens[position].lower
    last = known.vocabulary.heads.get(word.rpartition("-")[2] or word)
    if last is None or last.kind not in {"strong", "weak"} or _sizes_crew(word):
        return None
    return position + 1, last


def _sizes_crew(word: str) -> bool:
    """Tell whether "14-man" stands here, which says how large a patrol is and is nobody."""
    size, _, member = word.rpartition("-")
    sized = size.isdigit() or below_hundred(size) is not None
    return sized and member in {"man", "men", "woman", "person", "member"}


def _of_age(known: KnownWords, position: int) -> tuple[int, Head] | None:
    """Take "a 16-year-old" for a person where no noun follows that tells who it is."""
    word = known.tokens[position].lower
    match = _AGE.fullmatch(word)
    following = position + 1
    if match is None or (following < len(known.tokens) and known.is_plain(following)):
        return None
    age = int(match[1]) if match[1].isdigit() else below_hundred(match[1]) or _GROWN_UP
    child = age < _GROWN_UP
    kind: HeadKind = "strong" if child else "weak"
    return following, Head("children" if child else "people", kind, word.endswith("s"))
