"""Counts of incidents told otherwise than by a figure before them: "twice", "the fourth raid"."""

from dataclasses import replace
from itertools import pairwise

from pipeline.language.counts import Count, parse_count
from pipeline.language.phrases import NounPhrase
from pipeline.language.rightward import Arguments

# Explosives that went off are so many attacks.
COUNTED_KINDS = frozenset({"incidents", "materiel"})
# What is done to a place so many times.
ATTACKED = frozenset(
    "attacked bombed shelled raided bombarded strafed ambushed stormed targeted sabotaged torched "
    "struck pounded mined dynamited assaulted rocketed besieged looted violated breached "
    "up attack fire".split()
)
# Nouns that are violated so many times.
_KEPT = frozenset("ceasefire cease-fire truce armistice agreement".split())
_TIMES = {"twice": 2, "thrice": 3}
_HOW_OFTEN = frozenset({*_TIMES, "times"})
_EXPLOSIVES = frozenset(
    "bomb bombs charge charges mine mines landmine landmines device devices ied ieds explosives "
    "vbieds".split()
)
_EXPLODED = frozenset({"exploded", "detonated", "off"})
_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_PERIODS = frozenset("week month year weeks months years days hours".split())
# How far behind "the fourth raid" the span may stand over which raids are counted, in words.
_REACH = 12
# How many chunks before "twice" the verb may stand.
_NEAR_VERBS = 3


def says_how_often(arguments: Arguments) -> bool:
    """Tell whether "twice", "four times" stands anywhere in a sentence."""
    return not _HOW_OFTEN.isdisjoint(arguments.lower)


def read_count(arguments: Arguments, index: int, how_often: bool) -> None:
    """Give the noun phrase of a chunk the count of incidents that its words tell, if any.

    Args:
        arguments: the sentence.
        index: the chunk.
        how_often: whether words for how often stand in the sentence.
    """
    if how_often:
        _read_times(arguments, index)
    noun = arguments.chunks[index].noun
    if noun is not None and noun.kind in COUNTED_KINDS:
        _read_ordinal(arguments, index)
        _read_explosives(arguments, index)
        _read_one_of(arguments, index)


def _read_times(arguments: Arguments, index: int) -> None:
    """Take "bombed the town twice", "was shelled four times" for so many attacks."""
    chunk = arguments.chunks[index]
    word = arguments.word(index)
    measured = chunk.noun is not None and arguments.last_word(index) == "times"
    if word not in _TIMES and not (measured and chunk.noun and chunk.noun.count):
        return
    if not _is_behind_attack(arguments, index):
        return
    if chunk.noun is None:
        count = Count(_TIMES[word], _TIMES[word], "exact", chunk.first, chunk.last, chunk.first)
        chunk.kind, chunk.noun = "noun", NounPhrase(count, False, False, "", "measure")
    chunk.noun.kind, chunk.noun.subject = "incidents", "attacks"
    # It is told that they happened.
    chunk.noun.state = "incidents"


def _is_behind_attack(arguments: Arguments, index: int) -> bool:
    """Tell whether a verb for an attack on a place, and not on a person, stands soon before."""
    for verb in range(index - 1, max(-1, index - 1 - _NEAR_VERBS), -1):
        if arguments.last_word(verb) in ATTACKED and _may_be_attack(arguments, verb):
            return not (verb and _is_person(arguments.chunks[verb - 1].noun))
        if arguments.chunks[verb].kind not in {"noun", "word"}:
            return False
    return False


def _may_be_attack(arguments: Arguments, verb: int) -> bool:
    """Tell whether a verb in `ATTACKED` is one: "blown up", "came under fire", no "took up"."""
    last = arguments.chunks[verb].last
    before = arguments.lower[max(0, last - 2) : last]
    if before[-1] == "up":
        return before[0] in {"blown", "blew"}
    if before[-1] in {"attack", "fire"}:
        return before[0] == "under"
    if before[-1] in {"violated", "breached"}:
        return not _KEPT.isdisjoint(arguments.lower[last : last + 4])
    return arguments.chunks[verb].kind in {"verb", "other_verb", "word"}


def _is_person(noun: NounPhrase | None) -> bool:
    """Tell whether one person was attacked, and no place."""
    return noun is not None and noun.one and noun.kind in {"strong", "weak", "pronoun"}


def _read_ordinal(arguments: Arguments, index: int) -> None:
    """Take "the fourth massacre this month" for four."""
    chunk = arguments.chunks[index]
    noun = chunk.noun
    if noun is None or noun.kind != "incidents" or noun.count is not None:
        return
    first = chunk.first + (arguments.word(index) in {"the", "its", "their"})
    word = arguments.lower[first]
    digits = word[:-2] if word.endswith(("st", "nd", "rd", "th")) else ""
    value = _ORDINALS.get(word) or (int(digits) if digits.isdecimal() else 0)
    behind = arguments.lower[chunk.last : chunk.last + _REACH]
    within = any(
        before in {"this", "last", "past", "in"} and word in _PERIODS
        for before, word in pairwise(behind)
    )
    if value > 1 and (within or "since" in behind):
        noun.count = Count(value, value, "exact", chunk.first, chunk.last, first)
        noun.state = "incidents"


def _read_explosives(arguments: Arguments, index: int) -> None:
    """Take "four charges exploded", "two bombs went off" for so many attacks."""
    noun = arguments.chunks[index].noun
    if noun is None or noun.kind != "materiel" or noun.count is None or (noun.count.low or 0) < 2:
        return
    if index in arguments.bound or arguments.last_word(index) not in _EXPLOSIVES:
        return
    following = index + 1
    while arguments.word(following) in {"had", "have", "went", "were", "reportedly", "also"}:
        following += 1
    if arguments.last_word(following) in _EXPLODED:
        noun.kind, noun.subject, noun.state = "incidents", "attacks", "incidents"


def _read_one_of(arguments: Arguments, index: int) -> None:
    """Take "this was one of three incidents on the day" for three."""
    chunk = arguments.chunks[index]
    span = arguments.lower[chunk.first : chunk.last]
    noun = chunk.noun
    if noun is None or noun.kind != "incidents" or span[:2] != ["one", "of"]:
        return
    whole = parse_count(arguments.tokens, chunk.first + 2)
    said = arguments.lower[max(0, chunk.first - 2) : chunk.first]
    if whole is not None and {"was", "is"} & set(said):
        noun.count = replace(whole, first=chunk.first)
        noun.state = "incidents"
