"""Forces that are said to be there: "defended by 200 fighters", "a convoy of seven vehicles"."""

import re
from collections.abc import Container, Iterator

from pipeline.language.count_words import NUMBER_WORDS
from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments
from pipeline.language.troops import (
    BODIES,
    MILITARY,
    MOUNTS,
    NUMBERS,
    force_before,
    is_armed,
    member_of,
    men_of_a_force,
    put_at,
)
from pipeline.language.word_patterns import any_of

_HELD_BY = frozenset(
    "defended guarded protected backed held manned supported accompanied escorted controlled "
    "occupied garrisoned besieged surrounded invested blockaded encircled".split()
)
_PRESENT = NUMBERS | frozenset(
    "comprising comprised totalling totaling has have had fields fielded commands commanded "
    "commanding mustered mustering controls controlled leads led heads headed".split()
)
# What a force that is counted in passing does, or what is done by it.
_ACTS = frozenset(
    "attacked attack ambushed stormed raided opened fired entered came come arrived moved "
    "advanced gathered massed landed engaged broke burst surrounded infiltrated "
    "appeared descended rode drove marched swept blocked stopped intercepted assaulted charged "
    "tried attempted launched overran seized occupied patrolled deployed armed carrying riding "
    "wearing".split()
)
_ACTED = frozenset(
    "attacked ambushed stormed raided fire fired gunfire held occupied assaulted intercepted "
    "stopped confronted engaged clashed attack assault clash clashes firefight raid ambush "
    "accompanied".split()
)
# How a force comes in its vehicles, and how it is brought.
_COMING = frozenset(
    "arriving arrived came coming riding rode travelling traveling mounted descended moving".split()
)
_BROUGHT = frozenset("inserted landed dropped flown lifted transported brought".split())
# Convoys that are no force, and what they bring.
_OF_AID = frozenset(
    "aid relief humanitarian inter-agency interagency food commercial medical evacuation".split()
)
# How long a sentence without a verb may be, in chunks.
_FRAGMENT = 12
_PLACING = frozenset("in on at near inside outside around along holding".split())
_FORCE_NOUNS = (
    "soldiers|troops|fighters|gunmen|militants|insurgents|rebels|guerrillas|guerillas|terrorists|"
    "policemen|armed men|militiamen|attackers|assailants|bandits|jihadists|commandos|paratroopers|"
    "marines|subversives|mercenaries|raiders|tanks|armoured vehicles|armored vehicles"
)
_FIGURE = r"(?:\d|" + any_of(NUMBER_WORDS, before="").pattern + r")"
_WORDS = r"(?:[a-z'’-]+\s+){0,3}?"
# A cheap look for "a column of 650", "numbering about 80", "has some 4,500", "guarded by 20".
_COUNTED_FORCE = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(BODIES))})\s+of|(?:{'|'.join(sorted(_HELD_BY | _BROUGHT))})\s+by"
    rf"|(?:{'|'.join(sorted(_COMING))})\s+(?:in|on|aboard)"
    rf"|(?:{'|'.join(sorted(_PRESENT))}))\s+{_WORDS}{_FIGURE}"
    rf"|\bstrengths?:\s+{_WORDS}{_FIGURE}"
    rf"|\b{_FIGURE}\S*\s+(?:[a-z'’-]+\s+){{0,3}}?(?:{_FORCE_NOUNS})\b"
    rf"|(?:{'|'.join(sorted(MILITARY))})[^.;:]{{0,40}},\s+{_WORDS}{_FIGURE}\S*\s+men\b"
    rf"|\b(?:men|boys|kids|youths)\s+(?:with|in|on)\s"
    rf"|\b(?:put|estimated|reckoned|assessed)\b[^.;:]{{0,40}}\bat\s+{_WORDS}{_FIGURE}"
    rf"|\bthey\b[^.;:]{{0,80}},\s+{_WORDS}{_FIGURE}\s+of\s+them\b"
)


def may_tell_force(lower: str, start: int, end: int) -> bool:
    """Tell, at a glance, whether a counted force can stand in `lower[start:end]`."""
    return _COUNTED_FORCE.search(lower, start, end) is not None


def read_strengths(arguments: Arguments, told: Container[int] = ()) -> Iterator[int]:
    """Yield the counted forces whose presence is told; `told`: those of which it is known."""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or noun.count is None or noun.count.high == 0:
            continue
        if index in told:
            yield from _equipment(arguments, index)
        if index in arguments.bound or noun.subject == "posts":
            continue
        if _come_in_numbers(arguments, index):
            noun.kind, noun.anaphor, noun.subject = "weak", False, noun.subject or "people"
            yield index
            continue
        apart = bool(member_of(arguments, index)) if noun.kind == "weak" else False
        armed = is_armed(arguments, index)
        if noun.kind != "materiel" and noun.subject not in FORCES:
            if not armed and not men_of_a_force(arguments, index):
                continue
        there = _present(arguments, index) or _acts(arguments, index) or _stands(arguments, index)
        if apart or there or (armed and _armed_men_come(arguments, index)):
            if armed and noun.kind == "weak" and noun.subject in {"", "people"}:
                noun.subject = "rebels"
            yield index
            yield from (
                item
                for item in list(arguments.list_right(index, owned=True))[1:]
                if item not in arguments.bound and _is_force(arguments, item)
            )
            yield from _equipment(arguments, index)


def _equipment(arguments: Arguments, index: int) -> Iterator[int]:
    """Yield what a force has with it: "1,800 soldiers with four artillery pieces"."""
    with_it = index + 2
    if arguments.word(index + 1) != "with" or with_it >= len(arguments.chunks):
        return
    for item in list(arguments.list_right(with_it, owned=True)):
        noun = arguments.chunks[item].noun
        several = noun is not None and noun.count is not None and noun.kind == "materiel"
        if several and item not in arguments.bound:
            yield item


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
        return earlier in BODIES and arguments.chunks[index].last < len(arguments.tokens)
    if before == "by":
        return earlier in _HELD_BY | _BROUGHT
    if before == "of":
        return earlier in BODIES and not _brings_aid(arguments, index)
    if before in NUMBERS:
        return not _counts_the_acted_upon(arguments, index)
    if before == "at":
        noun = arguments.chunks[index].noun
        return noun is not None and (noun.kind == "bare" or put_at(arguments, index))
    if before in {"in", "on", "aboard"}:
        return arguments.word(index - 2) in _COMING and bool(force_before(arguments, index))
    return before in _PRESENT


def _brings_aid(arguments: Arguments, index: int) -> bool:
    """Tell whether "an aid convoy of 25 trucks", or one that brings food, is no force."""
    body = arguments.chunks[index - 2]
    words = set(arguments.lower[body.first : body.last])
    noun = arguments.chunks[index].noun
    things = noun is not None and noun.kind == "materiel"
    return things and not _OF_AID.isdisjoint(
        words | set(arguments.lower[arguments.chunks[index].last :])
    )


def _stands(arguments: Arguments, index: int) -> bool:
    """Read "there were ten gunmen", "the last 700 rebels in the gorge", "7 tanks on the road"."""
    noun = arguments.chunks[index].noun
    assert noun is not None
    if index in arguments.included or noun.anaphor:
        return False
    placed = arguments.word(index + 1) in _PLACING
    if arguments.last_word(index - 1) in {"last", "remaining"}:
        return placed and noun.subject in FORCES
    before = index - 1
    while before > 0 and arguments.chunks[before].kind == "word":
        before -= 1
    if arguments.word(before) in {"were", "are"} and arguments.word(before - 1) == "there":
        return noun.kind != "materiel" or noun.subject == "tanks"
    if noun.subject != "tanks" or not placed:
        return False
    opens = index == 0 or arguments.chunks[index - 1].kind in {"colon", "date"}
    return opens and all(
        chunk.verb is None and chunk.kind != "other_verb"
        for chunk in arguments.chunks[index : index + _FRAGMENT]
    )


def _armed_men_come(arguments: Arguments, index: int) -> bool:
    """Read "were taken off the boat by ten men in fatigues", "a checkpoint, six boys with guns"."""
    before = arguments.word(index - 1)
    if before == "by":
        return any(
            chunk.verb is not None and chunk.verb.voice in {"passive", "bare"}
            for chunk in arguments.chunks[max(0, index - 8) : index]
        )
    if index < 2 or arguments.chunks[index - 1].kind != "comma":
        return False
    noun = arguments.chunks[index - 2].noun
    return noun is not None and (noun.subject == "posts" or noun.subject in FORCES)


def _come_in_numbers(arguments: Arguments, index: int) -> bool:
    """Read "they came down from the hills, more than 40 of them, on foot"."""
    noun = arguments.chunks[index].noun
    assert noun is not None
    if noun.kind != "bare" or not noun.anaphor or arguments.last_word(index) != "them":
        return False
    first = arguments.chunks[index].first
    before = arguments.lower[max(0, first - 16) : first]
    return before[-1:] == [","] and "they" in before and not _ACTS.isdisjoint(before)


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
    following = _behind_support(arguments, index + 1)
    if arguments.word(following) in {"on", "in"} and arguments.last_word(index + 2) in MOUNTS:
        # "about 70 gunmen on motorcycles stormed the village"
        following += 2
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


def _behind_support(arguments: Arguments, index: int) -> int:
    """Skip ", backed by 12 tanks," behind a force."""
    if index + 1 >= len(arguments.chunks) or arguments.chunks[index].kind != "comma":
        return index
    if arguments.word(index + 1) not in _HELD_BY:
        return index
    for closed in range(index + 2, min(index + 9, len(arguments.chunks) - 1)):
        if arguments.chunks[closed].kind == "comma":
            return closed + 1
    return index


def _counts_the_acted_upon(arguments: Arguments, index: int) -> bool:
    """Tell whether "numbering" follows those of whom something else is counted: "the dead"."""
    return any(chunk.kind == "state" for chunk in arguments.chunks[max(0, index - 4) : index])
