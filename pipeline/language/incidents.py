"""Counted incidents: "nine strikes hit the town", "bombed twice", "the fourth raid this year"."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.language.counts import Count
from pipeline.language.phrases import NounPhrase
from pipeline.language.rightward import Arguments

# What is done to a place so many times.
_ATTACKED = frozenset(
    "attacked bombed shelled raided bombarded strafed ambushed stormed targeted".split()
)
_TIMES = {"twice": 2, "thrice": 3}
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
_REACH = 12
# How many chunks before "as well as six raids" the deed may stand beside which they are told.
_NEAR_DEEDS = 20


def read_incidents(arguments: Arguments) -> Iterator[int]:
    """Yield the counted incidents of which something is told."""
    for index in range(len(arguments.chunks)):
        _read_times(arguments, index)
        _read_ordinal(arguments, index)
        _read_explosives(arguments, index)
        noun = arguments.chunks[index].noun
        if noun is None or noun.kind != "incidents" or noun.count is None:
            continue
        if index in arguments.bound or noun.count.high in {0, 1}:
            continue
        told = _is_subject(arguments, index) or _is_told_in_passing(arguments, index)
        if told or noun.state or _goes_with_deeds(arguments, index):
            noun.state = ""
            yield index


def _is_subject(arguments: Arguments, index: int) -> bool:
    """Tell whether a verb is said of the incidents, behind a remark between commas too."""
    if arguments.object_of_preposition(index, adjacent=True):
        return False
    if arguments.owned(index):
        return True
    chunks = arguments.chunks
    if index + 2 >= len(chunks) or chunks[index + 1].kind != "comma":
        return False
    for closed in range(index + 2, min(index + 6, len(chunks) - 1)):
        if chunks[closed].kind == "comma":
            return chunks[closed + 1].kind == "verb"
        if chunks[closed].kind in {"verb", "other_verb", "stop", "and"}:
            return False
    return False


def _goes_with_deeds(arguments: Arguments, index: int) -> bool:
    """Tell whether "the arrest of 40 clerks, as well as two raids and six bombings" stands here."""
    while index > 1 and arguments.chunks[index - 1].kind == "and":
        joint = arguments.word(index - 1)
        if joint == "as":
            return any(
                chunk.noun is not None and chunk.noun.kind == "action"
                for chunk in arguments.chunks[max(0, index - _NEAR_DEEDS) : index]
            )
        noun = arguments.chunks[index - 2].noun
        if noun is None or noun.kind != "incidents":
            return False
        index -= 2
    return False


def _is_told_in_passing(arguments: Arguments, index: int) -> bool:
    """Tell whether people are said to have died "in 38 raids", "because of two incidents"."""
    before = arguments.word(index - 1)
    if before == "of":
        return arguments.word(index - 2) == "because"
    return before == "in" and arguments.chunks[index - 2].kind in {"verb", "comma"}


def _read_times(arguments: Arguments, index: int) -> None:
    """Take "bombed the town twice", "was shelled four times" for so many attacks."""
    chunk = arguments.chunks[index]
    word = arguments.word(index)
    measured = chunk.noun is not None and arguments.last_word(index) == "times"
    if word not in _TIMES and not (measured and chunk.noun and chunk.noun.count):
        return
    near = range(index - 1, max(-1, index - 4), -1)
    for verb in near:
        kind = arguments.chunks[verb].kind
        if arguments.last_word(verb) in _ATTACKED and kind in {"verb", "other_verb"}:
            if verb and _is_person(arguments.chunks[verb - 1].noun):
                return
            break
        if kind not in {"noun", "word"}:
            return
    else:
        return
    if chunk.noun is None:
        count = Count(_TIMES[word], _TIMES[word], "exact", chunk.first, chunk.last, chunk.first)
        chunk.kind, chunk.noun = "noun", NounPhrase(count, False, False, "", "measure")
    chunk.noun.kind, chunk.noun.subject = "incidents", "attacks"
    # It is told that they happened.
    chunk.noun.state = "incidents"


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
