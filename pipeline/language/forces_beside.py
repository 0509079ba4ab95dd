"""Counted forces told beside a leader, a body or a deed: "a commandant with 260 riders"."""

from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments
from pipeline.language.troops import BODIES

# Fewer men are guards, or companions.
_BAND = 5
_ARRIVALS = frozenset("presence arrival deployment dispatch concentration".split())
_TRAPPED = frozenset(
    "encircled encircle encircling surrounded surrounding besieged besieging cornered trapped "
    "contained facing faced".split()
)
_WAS = frozenset({"was", "were", "is", "are"})
_PLACING = frozenset("in at near from to of into on outside".split())
_REACH = 6


def stands_beside(arguments: Arguments, index: int) -> bool:
    """Tell whether a leader, a body of men or a deed beside a counted force puts it there."""
    noun = arguments.chunks[index].noun
    if noun is None or noun.count is None or noun.anaphor or noun.definite:
        return False
    if noun.kind not in {"strong", "weak"} or noun.subject not in FORCES or noun.count.soft:
        return False
    if noun.count.qualifier == "vague" or (noun.count.low or noun.count.high or 0) < _BAND:
        return False
    before = arguments.word(index - 1)
    if before == "with":
        return _is_led(arguments, index)
    if before == "by":
        return _acts(arguments, index)
    if before == "of":
        return arguments.last_word(index - 2) in _ARRIVALS
    if before in _WAS:
        return arguments.last_word(index - 2) in BODIES
    return arguments.last_word(index - 1) in _TRAPPED or _fills_body(arguments, index)


def _is_led(arguments: Arguments, index: int) -> bool:
    """Read "Commander Otunga with 260 riders": a leader by name, and his men."""
    leader = arguments.chunks[index - 2].noun if index > 1 else None
    if leader is None or leader.count is not None or leader.plural:
        return False
    if arguments.word(index - 3) in _PLACING:
        # "gave himself up in Tarso with 31 fighters"
        return False
    named = arguments.tokens[arguments.chunks[index - 2].last - 1].text[0].isupper()
    return named and leader.kind in {"name", "weak", "strong"}


def _acts(arguments: Arguments, index: int) -> bool:
    """Read "was dragged out of his house and shot by some 40 guerrillas"."""
    for earlier in range(index - 2, max(-1, index - _REACH), -1):
        chunk = arguments.chunks[earlier]
        if chunk.kind in {"comma", "stop", "colon", "quote"}:
            return False
        if chunk.verb is not None:
            return chunk.verb.voice in {"passive", "bare"}
    return False


def _fills_body(arguments: Arguments, index: int) -> bool:
    """Read "a group of about 85 rebel fighters", whose figure stands behind "of"."""
    noun, chunk = arguments.chunks[index].noun, arguments.chunks[index]
    assert noun is not None and noun.count is not None
    if noun.count.last == chunk.last:
        # "will merge in a force of 90,000"
        return False
    before = arguments.lower[chunk.first : noun.count.core]
    return "of" in before and not BODIES.isdisjoint(before)


def behind_officer(arguments: Arguments, index: int) -> int:
    """Return where "with" stands in "43 riflemen under Captain Sorel, with two guns"."""
    if arguments.word(index) not in {"under", "commanded", "led"}:
        return index
    for behind in range(index + 1, min(index + _REACH, len(arguments.chunks) - 1)):
        if arguments.chunks[behind].kind == "comma":
            return behind + 1
    return index
