"""Crowds whose protest no verb tells: "a demonstration, about 700", "thousands in the street"."""

from collections.abc import Iterator

from pipeline.language.phrases import NounPhrase
from pipeline.language.rightward import Arguments

_PROTESTS = ("protest", "demonstration", "rally", "rallies", "sit-in")
_STREETS = frozenset({"street", "streets"})
# Fewer people in a street are no crowd.
_CROWD = 100


def tells_protest(arguments: Arguments) -> bool:
    """Tell whether a noun for a demonstration stands in the sentence."""
    return any(word.startswith(_PROTESTS) for word in arguments.lower)


def read_crowds(arguments: Arguments) -> Iterator[int]:
    """Yield the counted crowds."""
    protest = tells_protest(arguments)
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or index in arguments.bound or not _is_crowd(noun):
            continue
        if not _opens(arguments, index) or arguments.owned(index):
            continue
        if _in_the_street(arguments, index) or (protest and _closes(arguments, index)):
            yield index


def _is_crowd(noun: NounPhrase) -> bool:
    if noun.count is None or noun.kind not in {"weak", "bare", "strong"} or noun.anaphor:
        return False
    many = (noun.count.low or noun.count.high or 0) >= _CROWD
    return many and noun.subject in {"", "people", "civilians", "protesters", "women"}


def _opens(arguments: Arguments, index: int) -> bool:
    """Tell whether no verb stands before the crowd but "there were"."""
    if index == 0 or arguments.chunks[index - 1].kind in {"comma", "colon", "date"}:
        return True
    before = index - 1
    while before > 0 and arguments.chunks[before].kind == "word":
        before -= 1
    return arguments.word(before) in {"were", "are"} and arguments.word(before - 1) == "there"


def _in_the_street(arguments: Arguments, index: int) -> bool:
    return arguments.word(index + 1) in {"in", "on"} and (
        arguments.last_word(index + 2) in _STREETS
    )


def _closes(arguments: Arguments, index: int) -> bool:
    """Tell whether the crowd ends its clause, or only its place follows."""
    if index + 1 >= len(arguments.chunks):
        return True
    kind = arguments.chunks[index + 1].kind
    return kind in {"stop", "comma", "close"} or arguments.word(index + 1) in {
        "in",
        "at",
        "outside",
    }
