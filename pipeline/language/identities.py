"""Who those were that a figure counted before: "They were a teacher and her two sons"."""

from collections.abc import Iterator, Sequence

from pipeline.language import function_words as words
from pipeline.language.rightward import Arguments

_THESE = frozenset({"they", "these"})
_PERSONS = frozenset({"strong", "weak", "name"})


def read_identities(arguments: Arguments) -> Iterator[int]:
    """Yield the persons of a list that says who "they" were."""
    if len(arguments.chunks) < 3 or not lists_them(arguments.lower):
        return
    items = list(arguments.list_right(2))
    if all(_is_person(arguments, item) for item in items) and len(items) > 1:
        yield from items


def lists_them(lower: Sequence[str]) -> bool:
    """Tell whether a sentence opens with "They were"."""
    return len(lower) > 2 and lower[0] in _THESE and lower[1] in words.BE


def _is_person(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return noun is not None and noun.kind in _PERSONS
