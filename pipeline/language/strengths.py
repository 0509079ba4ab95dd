"""Forces that are said to be there: "defended by 200 fighters", "a convoy of seven vehicles"."""

from collections.abc import Iterator

from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments

_HELD_BY = frozenset(
    "defended guarded protected backed held manned supported accompanied escorted controlled "
    "occupied garrisoned besieged surrounded".split()
)
_BODIES = frozenset(
    "convoy column force garrison contingent group unit army detachment squad fleet reinforcements "
    "band team brigade battalion company platoon regiment patrol crew contingents".split()
)
_PRESENT = frozenset(
    "numbering numbered number comprising comprised totalling totaling has have had fields fielded "
    "commands commanded".split()
)

# Words without which no force is told to be there.
CUES = _HELD_BY | _BODIES | _PRESENT


def read_strengths(arguments: Arguments) -> Iterator[int]:
    """Yield the counted forces whose presence is told."""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or noun.count is None or index in arguments.bound or noun.count.high == 0:
            continue
        if noun.kind != "materiel" and noun.subject not in FORCES:
            if not _men_of_a_force(arguments, index):
                continue
        if _present(arguments, index):
            yield index
            yield from (
                item
                for item in list(arguments.list_right(index))[1:]
                if item not in arguments.bound and _is_force(arguments, item)
            )


def _men_of_a_force(arguments: Arguments, index: int) -> bool:
    """Read "a column of 650 men", "the defenders numbered 900"."""
    noun = arguments.chunks[index].noun
    assert noun is not None
    before = arguments.word(index - 1)
    if before in {"numbering", "numbered", "number"} and noun.kind == "bare":
        for earlier in range(index - 1, -1, -1):
            group = arguments.chunks[earlier].noun
            if group is not None and group.subject in FORCES:
                noun.subject = group.subject
                return True
        return False
    if before == "of" and noun.kind == "weak":
        if _last_word(arguments, index - 2) in _BODIES:
            noun.subject = "soldiers"
            return True
    return False


def _is_force(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return (
        noun is not None
        and noun.count is not None
        and (noun.kind == "materiel" or noun.subject in FORCES)
    )


def _present(arguments: Arguments, index: int) -> bool:
    before, earlier = arguments.word(index - 1), _last_word(arguments, index - 2)
    if before == "by":
        return earlier in _HELD_BY
    if before == "of":
        return earlier in _BODIES
    return before in _PRESENT


def _last_word(arguments: Arguments, index: int) -> str:
    if index < 0:
        return ""
    return arguments.tokens[arguments.chunks[index].last - 1].lower
