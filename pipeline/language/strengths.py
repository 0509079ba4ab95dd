"""Forces that are said to be there: "defended by 200 fighters", "a convoy of seven vehicles"."""

import re
from collections.abc import Container, Iterator

from pipeline.language import force_words
from pipeline.language.count_words import NUMBER_WORDS
from pipeline.language.findings import FORCES
from pipeline.language.force_figures import CAME
from pipeline.language.forces_beside import behind_officer, stands_beside
from pipeline.language.participants import OF_WAR, WARLIKE, takes_part
from pipeline.language.rightward import Arguments
from pipeline.language.troops import (
    BODIES,
    MILITARY,
    NUMBERS,
    force_before,
    has_with_it,
    is_armed,
    member_of,
    men_of_a_force,
    put_at,
    raids,
)
from pipeline.language.word_patterns import any_of

_HELD_BY = force_words.DONE_BY | {"backed"}
_PRESENT = NUMBERS | frozenset(
    "comprising comprised totalling totaling has have had fields fielded commands commanded "
    "commanding muster mustered mustering controls controlled leads led heads headed keeps kept "
    "maintains maintained massed musters boasts boasted".split()
)
# How a force comes in its vehicles, and how it is brought.
_COMING = frozenset(
    "arriving arrived came coming riding rode travelling traveling mounted descended moving".split()
)
_BROUGHT = frozenset("inserted landed dropped flown lifted transported brought".split())
# Convoys that are no force, and what they bring.
_OF_AID = frozenset(
    "aid relief humanitarian inter-agency interagency food commercial medical evacuation supply "
    "fuel wheat flour refugee refugees displaced".split()
)
# What carries goods and people rather than men at arms.
_CARRIERS = frozenset("lorries buses coaches wagons carts trucks tankers".split())
# Arms of single men, of which no strength is told.
SMALL_ARMS = frozenset(
    "rifles shotguns pistols revolvers carbines muskets grenades cartridges bullets rounds "
    "machetes spears".split()
)
_FOR_WAR = OF_WAR | WARLIKE
# How long a sentence without a verb may be, in chunks.
_FRAGMENT = 12
# "Inside were 60 men": what may open a sentence whose subject stands behind its verb.
_OPENING = frozenset(
    "inside outside behind against opposite facing opposed in at on around near along beside with "
    "under alongside".split()
)
# Heavy arms are told of by those who see them.
_SEEN = frozenset("saw seen observed spotted sighted sees observes".split())
_HEAVY = frozenset(
    "howitzers guns mortars launchers carriers cannon cannons bmps apcs bmp apc btrs humvees "
    "vehicles".split()
)
# Those of whom "there are six" counts no men.
_NO_MEN = frozenset("coalition forces groups factions".split())
_OPENING_REACH = 6
_STOOD = frozenset("were are stood lay waited sat remained came marched followed remain".split())
_PLACING = frozenset("in on at near inside outside around along holding".split())
_FIGURE = r"(?:\d|" + any_of(NUMBER_WORDS, before="").pattern + r")"
_WORDS = r"(?:[a-z'’-]+\s+){0,3}?"
# A cheap look for "a column of 650", "numbering about 80", "has some 4,500", "guarded by 20".
_COUNTED_FORCE = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(BODIES))})\s+of|(?:{'|'.join(sorted(_HELD_BY | _BROUGHT))})\s+by"
    rf"|(?:{'|'.join(sorted(_COMING))})\s+(?:in|on|aboard)"
    rf"|(?:{'|'.join(sorted(_PRESENT))}))\s+{_WORDS}{_FIGURE}"
    rf"|{_FIGURE}\S*\s+strong\b"
    rf"|\b(?:strengths?|numbers)\b[^.;:]{{0,40}}:\s+{_WORDS}{_FIGURE}"
    rf"|\b(?:{'|'.join(sorted(CAME))}):\s+{_WORDS}{_FIGURE}"
    rf"|(?:{'|'.join(sorted(MILITARY))})[^.;:]{{0,40}},\s+{_WORDS}{_FIGURE}\S*\s+men\b"
    rf"|\b(?:men|boys|kids|youths)\s+(?:with|in|on)\s"
    rf"|\bthey\b[^.;:]{{0,80}},\s+{_WORDS}{_FIGURE}\s+of\s+them\b"
)
# "A garrison put at 300": the same is said of costs and crowds far more often than of forces.
_PUT_AT = re.compile(
    rf"\b(?:put|estimated|reckoned|assessed)\b[^.;:]{{0,40}}\bat\s+{_WORDS}{_FIGURE}"
)


def may_tell_force(lower: str, start: int, end: int) -> bool:
    """Tell, at a glance, whether a counted force can stand in `lower[start:end]`."""
    return _COUNTED_FORCE.search(lower, start, end) is not None


def may_put_force(lower: str, start: int, end: int) -> bool:
    """Tell, at a glance, whether something is put at a figure in `lower[start:end]`."""
    return _PUT_AT.search(lower, start, end) is not None


def read_strengths(arguments: Arguments, told: Container[int] = ()) -> Iterator[int]:
    """Yield the counted forces whose presence is told; `told`: those of which it is known."""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or noun.count is None or noun.count.high == 0:
            continue
        if index in told:
            yield from _equipment(arguments, index)
        bound = index in arguments.bound and not put_at(arguments, index)
        if bound or noun.subject == "posts":
            continue
        if _come_in_numbers(arguments, index):
            noun.kind, noun.anaphor, noun.subject = "weak", False, noun.subject or "people"
            yield index
            continue
        if noun.kind == "bare" and arguments.last_word(index) == "us":
            # Whether those who tell it are a force, the text around has to say.
            if _is_placed_before(arguments, index):
                yield index
            continue
        apart = noun.kind in {"weak", "bare", "unknown"} and bool(member_of(arguments, index))
        armed = is_armed(arguments, index)
        if noun.kind != "materiel" and noun.subject not in FORCES:
            if not armed and not men_of_a_force(arguments, index):
                continue
        there = (
            _present(arguments, index)
            or raids(arguments, index)
            or takes_part(arguments, index)
            or _stands(arguments, index)
            or has_with_it(arguments, index)
            or stands_beside(arguments, index)
        )
        if apart or there or (armed and _armed_men_come(arguments, index)):
            if armed and noun.kind == "weak" and noun.subject in {"", "people"}:
                noun.subject = "rebels"
            yield index
            beside = [*arguments.coordinated_left(index), *arguments.list_right(index, owned=True)]
            yield from (
                item
                for item in beside
                if item not in arguments.bound | {index} and _is_force(arguments, item)
            )
            yield from _equipment(arguments, index)


def _equipment(arguments: Arguments, index: int) -> Iterator[int]:
    """Yield what a force has with it: "1,800 soldiers with four artillery pieces"."""
    with_it = behind_officer(arguments, index + 1) + 1
    if arguments.word(with_it - 1) != "with" or with_it >= len(arguments.chunks):
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
    if arguments.last_word(index) == "strong":
        # "the column was 30 to 35 strong"
        return True
    if before == ":":
        return earlier in {"strength", "strengths"}
    if before == "(":
        # "the contingent (roughly 4,000 troops)"
        return earlier in BODIES and arguments.chunks[index].last < len(arguments.tokens)
    if before == "by":
        return earlier in _HELD_BY | _BROUGHT
    if before == "of":
        if earlier in {"consisted", "consists", "consisting", "up", "composed"}:
            # "The garrison consisted of 240 conscripts", "was made up of"
            return _of_a_body(arguments, index)
        return earlier in BODIES and not _brings_aid(arguments, index)
    if before in NUMBERS:
        return not _counts_the_acted_upon(arguments, index)
    if before == "at":
        noun = arguments.chunks[index].noun
        return noun is not None and (noun.kind == "bare" or put_at(arguments, index))
    if before in {"in", "on", "aboard"}:
        return arguments.word(index - 2) in _COMING and bool(force_before(arguments, index))
    if _is_everyday(arguments, index):
        return False
    # "had burned two trucks" is another verb
    several = index > 0 and arguments.chunks[index - 1].last > arguments.chunks[index - 1].first + 1
    if before in _PRESENT and not (several and arguments.chunks[index - 1].kind == "verb"):
        return True
    # "The militia fields 900 men": the verb may be taken for a noun.
    return arguments.last_word(index - 1) in _PRESENT and arguments.last_word(index) not in _NO_MEN


def _is_everyday(arguments: Arguments, index: int) -> bool:
    """Tell whether "he has two boats", "they had twelve shotguns" counts no arms of a force."""
    chunk = arguments.chunks[index]
    if chunk.noun is None or chunk.noun.kind != "materiel":
        return False
    told = set(arguments.lower[chunk.first : chunk.last])
    if chunk.noun.subject == "weapons":
        return not told.isdisjoint(SMALL_ARMS)
    of_war = not told.isdisjoint(OF_WAR | WARLIKE)
    return chunk.noun.subject == "vehicles" and not of_war and not force_before(arguments, index)


def _of_a_body(arguments: Arguments, index: int) -> bool:
    """Tell whether a body of men, or a force, stands before, and no arms are listed."""
    noun = arguments.chunks[index].noun
    if noun is not None and noun.subject == "weapons":
        return False
    before = arguments.lower[: arguments.chunks[index].first]
    return bool(force_before(arguments, index)) or not BODIES.isdisjoint(before)


def _brings_aid(arguments: Arguments, index: int) -> bool:
    """Tell whether "an aid convoy of 25 trucks", or one that brings food, is no force."""
    body = arguments.chunks[index - 2]
    words = set(arguments.lower[body.first : body.last])
    noun = arguments.chunks[index].noun
    things = noun is not None and noun.kind == "materiel"
    counted = set(arguments.lower[arguments.chunks[index].first : arguments.chunks[index].last])
    if arguments.last_word(index) in _CARRIERS and OF_WAR.isdisjoint(words | counted):
        # "a convoy of 15 lorries"
        return True
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
    if _is_placed_before(arguments, index) and arguments.last_word(index) not in _NO_MEN:
        return noun.kind != "materiel" or noun.subject == "tanks"
    if _is_seen(arguments, index):
        return True
    if noun.subject != "tanks" or not placed:
        return False
    opens = index == 0 or arguments.chunks[index - 1].kind in {"colon", "date"}
    return opens and all(
        chunk.verb is None and chunk.kind != "other_verb"
        for chunk in arguments.chunks[index : index + _FRAGMENT]
    )


def _is_seen(arguments: Arguments, index: int) -> bool:
    """Read "the monitors saw four tanks", "observed six towed howitzers at the depot"."""
    chunk = arguments.chunks[index]
    noun = chunk.noun
    if noun is None or noun.kind != "materiel" or noun.state:
        return False
    told = set(arguments.lower[chunk.first : chunk.last])
    heavy = noun.subject == "tanks" or (
        arguments.last_word(index) in _HEAVY and (noun.subject == "weapons" or told & _FOR_WAR)
    )
    return bool(heavy) and arguments.last_word(index - 1) in _SEEN and index > 1


def _is_placed_before(arguments: Arguments, index: int) -> bool:
    """Read "there were ten gunmen", "inside were 60 rebels", "against them stood 900 soldiers"."""
    verb = index - 1
    while verb > 0 and arguments.chunks[verb].kind == "word" and arguments.word(verb) not in _STOOD:
        verb -= 1
    if verb < 1 or arguments.word(verb) not in _STOOD:
        return False
    if arguments.word(verb - 1) == "there":
        return True
    opens = verb - 1
    while opens > 0 and arguments.chunks[opens - 1].kind not in {"comma", "stop", "colon", "quote"}:
        opens -= 1
    return arguments.word(opens) in _OPENING and verb - opens < _OPENING_REACH


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
    return before[-1:] == [","] and "they" in before and not force_words.ACTS.isdisjoint(before)


def _counts_the_acted_upon(arguments: Arguments, index: int) -> bool:
    """Tell whether "numbering" follows those of whom something else is counted: "the dead"."""
    return any(chunk.kind == "state" for chunk in arguments.chunks[max(0, index - 4) : index])
