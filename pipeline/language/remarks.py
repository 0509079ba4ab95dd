"""What only says more of somebody just named: "a customer, a chemist who lived there, died"."""

from collections.abc import Sequence

from pipeline.language.rightward import Arguments

_COMMAS = frozenset({"comma", "stop", "close"})


def without_remarks(arguments: Arguments, found: Sequence[int]) -> list[int]:
    """Return the subjects of a verb without those that tell who, how old, or out of how many."""
    if len(found) < 2:
        return list(found)
    return [
        index
        for index in found
        if not (
            _is_whole(arguments, index)
            or _is_age(arguments, index)
            or _renames_one(arguments, index, found)
        )
    ]


def _is_whole(arguments: Arguments, index: int) -> bool:
    """Tell whether "out of 80 convicts, (12 fled)" stands here."""
    return arguments.word(index - 1) == "of" and arguments.word(index - 2) == "out"


def _is_age(arguments: Arguments, index: int) -> bool:
    """Tell whether a figure between commas is an age: "a baker of the old town, 36, was"."""
    chunk = arguments.chunks[index]
    if chunk.noun is None or chunk.noun.kind != "bare" or not arguments.word(index).isdigit():
        return False
    apart = arguments.chunks[index - 1].kind == "comma" and chunk.last == chunk.first + 1
    closed = index + 1 < len(arguments.chunks) and arguments.chunks[index + 1].kind in _COMMAS
    return apart and closed and _one_before(arguments, index - 1)


def _one_before(arguments: Arguments, index: int) -> bool:
    """Tell whether the last group before with an article is one person: "a baker of the town"."""
    for earlier in range(index - 1, max(-1, index - 6), -1):
        noun = arguments.chunks[earlier].noun
        if noun is not None and noun.one:
            return noun.kind in {"strong", "weak"}
        if noun is not None and noun.count is not None:
            return False
    return False


def _renames_one(arguments: Arguments, index: int, found: Sequence[int]) -> bool:
    """Tell whether "a chemist" of "a customer, a chemist who lived there, died" is the same one."""
    if index - 2 not in found or arguments.chunks[index - 1].kind != "comma":
        return False
    noun, other = arguments.chunks[index].noun, arguments.chunks[index - 2].noun
    single = noun is not None and other is not None and noun.one and other.one
    if not single or arguments.word(index) not in {"a", "an"} or max(found) != index:
        return False
    return not any(arguments.chunks[at].kind == "and" for at in range(min(found), index))
