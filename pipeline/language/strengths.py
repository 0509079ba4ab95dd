"""Forces that are said to be there: "defended by 200 fighters", "a convoy of seven vehicles"."""

import re
from collections.abc import Iterator

from pipeline.language.count_words import NUMBER_WORDS
from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments
from pipeline.language.word_patterns import any_of

_HELD_BY = frozenset(
    "defended guarded protected backed held manned supported accompanied escorted controlled "
    "occupied garrisoned besieged surrounded invested blockaded encircled".split()
)
# Bodies of regular troops, whose men are soldiers where nothing else is said.
_MILITARY = frozenset(
    "column force garrison contingent army detachment fleet reinforcements brigade battalion "
    "company platoon regiment patrol contingents squadron corps division crew".split()
)
_BODIES = _MILITARY | frozenset(
    "convoy group unit squad band team gang posse militia companies bands columns".split()
)
_NUMBERS = frozenset("numbering numbered number numbers".split())
_PRESENT = _NUMBERS | frozenset(
    "comprising comprised totalling totaling has have had fields fielded commands commanded "
    "commanding mustered mustering controls controlled leads led heads headed".split()
)
# What a force that is counted in passing does, or what is done by it.
_ACTS = frozenset(
    "attacked attack ambushed stormed raided opened fired entered came come arrived moved "
    "advanced gathered massed landed engaged broke burst surrounded infiltrated "
    "appeared descended rode drove marched swept blocked stopped intercepted assaulted charged "
    "overran seized occupied patrolled deployed armed carrying riding wearing".split()
)
_ACTED = frozenset(
    "attacked ambushed stormed raided fire fired gunfire held occupied assaulted intercepted "
    "stopped confronted engaged clashed attack assault clash clashes firefight raid ambush "
    "accompanied".split()
)
_FORCE_NOUNS = (
    "soldiers|troops|fighters|gunmen|militants|insurgents|rebels|guerrillas|guerillas|terrorists|"
    "policemen|armed men|militiamen|attackers|assailants|bandits|jihadists|commandos|paratroopers|"
    "marines|subversives|mercenaries|raiders|tanks|armoured vehicles|armored vehicles"
)
_MEN = frozenset("men man strong others ranks women".split())
_FIGURE = r"(?:\d|" + any_of(NUMBER_WORDS, before="").pattern + r")"
_WORDS = r"(?:[a-z'’-]+\s+){0,3}?"
# A cheap look for "a column of 650", "numbering about 80", "has some 4,500", "guarded by 20".
_COUNTED_FORCE = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(_BODIES))})\s+of|(?:{'|'.join(sorted(_HELD_BY))})\s+by"
    rf"|(?:{'|'.join(sorted(_PRESENT))}))\s+{_WORDS}{_FIGURE}"
    rf"|\bstrengths?:\s+{_WORDS}{_FIGURE}"
    rf"|\b{_FIGURE}\S*\s+(?:[a-z'’-]+\s+){{0,3}}?(?:{_FORCE_NOUNS})\b"
)


def may_tell_force(lower: str, start: int, end: int) -> bool:
    """Tell, at a glance, whether a counted force can stand in `lower[start:end]`."""
    return _COUNTED_FORCE.search(lower, start, end) is not None


def read_strengths(arguments: Arguments) -> Iterator[int]:
    """Yield the counted forces whose presence is told."""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or noun.count is None or index in arguments.bound or noun.count.high == 0:
            continue
        if noun.subject == "posts":
            continue
        if noun.kind != "materiel" and noun.subject not in FORCES:
            if not _men_of_a_force(arguments, index):
                continue
        if _present(arguments, index) or _acts(arguments, index):
            yield index
            yield from (
                item
                for item in list(arguments.list_right(index))[1:]
                if item not in arguments.bound and _is_force(arguments, item)
            )


def _men_of_a_force(arguments: Arguments, index: int) -> bool:
    """Read "a column of 650 men", "the defenders numbered 900", and name whose men they are."""
    noun = arguments.chunks[index].noun
    assert noun is not None
    before = arguments.word(index - 1)
    if before in _NUMBERS and (noun.kind == "bare" or _is_men(arguments, index)):
        noun.subject = _force_before(arguments, index) or noun.subject
        return noun.subject in FORCES
    if before == "of" and (noun.kind == "bare" or _is_men(arguments, index)):
        body = arguments.last_word(index - 2)
        if body not in _BODIES:
            return False
        named = arguments.chunks[index - 2].noun
        of_body = named.subject if named is not None else ""
        if of_body not in FORCES or of_body == "soldiers":
            own = of_body if of_body in FORCES else ""
            of_body = _force_before(arguments, index - 2) or own
        if not of_body and (body in _MILITARY and noun.kind != "bare"):
            of_body = "soldiers"
        noun.subject = of_body or noun.subject
        return noun.subject in FORCES
    return False


def _is_men(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    assert noun is not None
    return noun.kind == "weak" or arguments.last_word(index) in _MEN


def _force_before(arguments: Arguments, index: int) -> str:
    """Return the subject of the nearest force named before in the sentence."""
    for earlier in range(index - 1, -1, -1):
        group = arguments.chunks[earlier].noun
        if group is not None and group.subject in FORCES and group.kind != "modifier":
            return group.subject
    return ""


def _is_force(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return (
        noun is not None
        and noun.count is not None
        and (noun.kind == "materiel" or noun.subject in FORCES)
    )


def _present(arguments: Arguments, index: int) -> bool:
    before, earlier = arguments.word(index - 1), arguments.last_word(index - 2)
    if before == ":":
        return earlier in {"strength", "strengths"}
    if before == "(":
        # "the contingent (roughly 4,000 troops)"
        return earlier in _BODIES and arguments.chunks[index].last < len(arguments.tokens)
    if before == "by":
        return earlier in _HELD_BY
    if before == "of":
        return earlier in _BODIES
    if before in _NUMBERS:
        return not _counts_the_acted_upon(arguments, index)
    return before in _PRESENT


def _acts(arguments: Arguments, index: int) -> bool:
    """Read "about 30 terrorists attacked", "attacked by three armed men"."""
    noun = arguments.chunks[index].noun
    assert noun is not None and noun.count is not None
    several = (noun.count.low or noun.count.high or 0) > 1 and noun.count.qualifier != "vague"
    if noun.kind not in {"strong", "weak"} or noun.subject not in FORCES or not several:
        return False
    if noun.definite or noun.anaphor or index in arguments.included:
        return False
    if arguments.word(index - 1) in {"by", "from", "with"}:
        near = range(max(0, index - 5), index - 1) if arguments.word(index - 1) == "by" else ()
        before = {arguments.word(index - 2), arguments.last_word(index - 2)}
        before.update(arguments.last_word(earlier) for earlier in near)
        return not _ACTED.isdisjoint(before)
    following = index + 1
    while following < len(arguments.chunks) and (
        (
            arguments.chunks[following].kind in {"word", "quote", "date"}
            and arguments.word(following) not in _ACTS
        )
        or arguments.word(following) in {"had", "have", "who", "also", "then"}
    ):
        following += 1
    if following >= len(arguments.chunks) or arguments.object_of_preposition(index):
        return False
    last = arguments.last_word(following)
    chunk = arguments.chunks[following]
    passive = chunk.verb is not None and chunk.verb.voice == "passive"
    return last in _ACTS and not passive


def _counts_the_acted_upon(arguments: Arguments, index: int) -> bool:
    """Tell whether "numbering" follows those of whom something else is counted: "the dead"."""
    return any(chunk.kind == "state" for chunk in arguments.chunks[max(0, index - 4) : index])
