"""What was taken or lost, told by a noun: "the booty included 31 tanks", "arms recovered: ..."."""

from collections.abc import Iterator

from pipeline.language.findings import MATERIEL_TYPES
from pipeline.language.rightward import Arguments

_BOOTY = frozenset("booty haul spoils trophies loot plunder".split())
_LOSSES = frozenset({"losses"})
# What is listed: "items recovered", "equipment captured".
_THINGS = frozenset(
    "weapons arms items equipment exhibits ammunition materiel materials things property articles "
    "weaponry munitions objects material vehicles".split()
)
_OPENING = frozenset(
    "was were are is include includes included including comprised comprise comprises consisted "
    "amounted came ran totalled totaled".split()
)
_LINKS = frozenset("of to given as put at listed".split())
# "stripped the dead of eight rifles"
_STRIPPED = frozenset("stripped stripping robbed robbing relieved relieving".split())
_STRIPPED_REACH = 6
_HELD_IN = frozenset({"among", "amongst", "in", "as", "among the", "amongst the"})
_WRECKS = frozenset("wreck wreckage hulk".split())
# How many chunks may stand between a heading and its list: "recovered in all theatres include".
_REACH = 8


def read_booty(arguments: Arguments) -> Iterator[tuple[int, str]]:
    """Yield the counted things and the claim type of each list of what was taken or lost."""
    for index in range(len(arguments.chunks)):
        claim_type, start = _heading(arguments, index)
        if claim_type:
            yield from ((thing, claim_type) for thing in _listed(arguments, start))
        if arguments.last_word(index) in _BOOTY:
            yield from ((thing, "seized") for thing in _before(arguments, index))
        if arguments.lower[arguments.chunks[index].first] in _STRIPPED:
            yield from ((thing, "seized") for thing in _stripped(arguments, index))
        if arguments.last_word(index) in _WRECKS and arguments.word(index - 1) == "whose":
            if _is_counted_thing(arguments, index - 2):
                yield index - 2, "destroyed"


def _heading(arguments: Arguments, index: int) -> tuple[str, int]:
    """Return the type of "the booty", "the losses", "weapons recovered" and where it ends."""
    noun = arguments.chunks[index].noun
    if noun is not None and noun.count is not None:
        return "", 0
    last = arguments.last_word(index)
    if last in _BOOTY:
        return "seized", index + 1
    if last in _LOSSES:
        return "destroyed", index + 1
    if last not in _THINGS or index + 1 >= len(arguments.chunks):
        return "", 0
    chunk = arguments.chunks[index + 1]
    told = chunk.kind == "verb" and chunk.verb is not None and chunk.verb.voice == "bare"
    kinds = [claim_type for claim_type in chunk.types if claim_type in MATERIEL_TYPES]
    return (kinds[0], index + 2) if told and kinds else ("", 0)


def _listed(arguments: Arguments, start: int) -> Iterator[int]:
    """Yield the counted things of the list that opens soon behind a heading."""
    for opened in range(start, min(start + _REACH, len(arguments.chunks) - 1)):
        kind = arguments.chunks[opened].kind
        if kind == "stop" or _is_counted_thing(arguments, opened):
            return
        if kind == "colon" or arguments.word(opened) in _OPENING:
            first = opened + 1
            while arguments.word(first) in _LINKS:
                first += 1
            for item in list(arguments.list_right(first)):
                if _is_counted_thing(arguments, item):
                    yield item
            return


def _stripped(arguments: Arguments, index: int) -> Iterator[int]:
    """Yield "eight rifles" of "stripped the dead of boots and eight rifles"."""
    for behind in range(index + 1, min(index + _STRIPPED_REACH, len(arguments.chunks) - 1)):
        if arguments.chunks[behind].kind in {"stop", "comma", "colon", "verb"}:
            return
        if arguments.word(behind) == "of":
            plain = (
                arguments.word(behind + 2) == "and" and arguments.chunks[behind + 1].noun is None
            )
            for item in list(arguments.list_right(behind + 1 + 2 * plain)):
                if _is_counted_thing(arguments, item):
                    yield item
            return


def _before(arguments: Arguments, index: int) -> Iterator[int]:
    """Yield "31 tanks and six guns" of "counted 31 tanks and six guns among the booty"."""
    held = arguments.word(index - 1) in _HELD_IN
    if held and _is_counted_thing(arguments, index - 2):
        yield index - 2
        for item in list(arguments.coordinated_left(index - 2)):
            if _is_counted_thing(arguments, item):
                yield item


def _is_counted_thing(arguments: Arguments, index: int) -> bool:
    if not 0 <= index < len(arguments.chunks) or not arguments.counts(index):
        return False
    noun = arguments.chunks[index].noun
    return noun is not None and noun.kind == "materiel"
