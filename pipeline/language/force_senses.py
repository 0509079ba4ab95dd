"""Senses of verbs by who is said to do so: soldiers go over, rebels give up, police lift people."""

from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments

_GUARDS = frozenset({"soldiers", "police", "security_forces"})
_LIFTED_WHEN = frozenset("on yesterday last this at during after".split())
# What may follow those who "went over", or "gave up".
_OVER_THEN = frozenset("already with last since and this yesterday after when on from".split())
_GAVE_UP_THEN = frozenset("at when after without on and yesterday peacefully this last".split())


def did_by_force(arguments: Arguments, index: int) -> bool:
    """Tell whether soldiers, police or gunmen "came for" somebody or "picked" him "up"."""
    group = arguments.chunks[index].verb
    if group is not None and group.voice == "passive":
        agent = index + 2 if arguments.word(index + 1) == "by" else None
    else:
        agent = next(arguments.left(index), None)
    noun = (
        arguments.chunks[agent].noun
        if agent is not None and agent < len(arguments.chunks)
        else None
    )
    return noun is not None and noun.subject in FORCES


def passive(arguments: Arguments, index: int) -> bool:
    """Tell "have been disappeared" from "disappeared"."""
    group = arguments.chunks[index].verb
    return group is not None and group.voice == "passive"


def held_by_others(arguments: Arguments, index: int) -> bool:
    """Tell the gunman who "was overpowered" from the sentry who was so before a raid."""
    who = next(arguments.left(index), None)
    noun = arguments.chunks[who].noun if who is not None else None
    return passive(arguments, index) and noun is not None and noun.subject not in _GUARDS


def changed_sides(arguments: Arguments, index: int) -> bool:
    """Tell "half the crew came over already", "two corporals went over" from "over the hill"."""
    return says_force(arguments, index) and ends_clause(arguments, index, _OVER_THEN)


def gave_up(arguments: Arguments, index: int) -> bool:
    """Tell "the last nine rebels gave up at dusk" from "gave up a post", "gave up smoking"."""
    return says_force(arguments, index) and ends_clause(arguments, index, _GAVE_UP_THEN)


def lifted(arguments: Arguments, index: int) -> bool:
    """Tell those whom police "lifted on their way home" from those lifted out of rubble."""
    who = next(arguments.left(index), None)
    noun = arguments.chunks[who].noun if who is not None else None
    if not passive(arguments, index) or noun is None or noun.kind not in {"strong", "weak"}:
        return False
    return ends_clause(arguments, index, _LIFTED_WHEN) or did_by_force(arguments, index)


def says_force(arguments: Arguments, index: int) -> bool:
    """Tell whether soldiers, fighters or some of them are the subject of a verb."""
    group = arguments.chunks[index].verb
    who = next(arguments.left(index), None)
    noun = arguments.chunks[who].noun if who is not None else None
    if group is None or group.voice in {"passive", "gerund", "infinitive"} or noun is None:
        return False
    some = noun.kind == "bare" and noun.count is not None
    return some or noun.subject in FORCES or noun.subject == "defectors"


def ends_clause(arguments: Arguments, index: int, then: frozenset[str]) -> bool:
    """Tell whether the clause ends behind a verb, or goes on with one of some words."""
    start = arguments.chunks[index].last
    word = arguments.lower[start] if start < len(arguments.lower) else ""
    return not word or not word[0].isalnum() or word in then
