"""Counted incidents: "nine strikes hit the town", "bombed twice", "the fourth raid this year"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.language import function_words as words
from pipeline.language.counts import Count, parse_count
from pipeline.language.phrases import NounPhrase
from pipeline.language.rightward import Arguments

# What is done to a place so many times.
_ATTACKED = frozenset(
    "attacked bombed shelled raided bombarded strafed ambushed stormed targeted sabotaged torched "
    "struck pounded mined dynamited assaulted rocketed besieged looted violated breached "
    "up attack fire".split()
)
# Nouns that are violated so many times.
_KEPT = frozenset("ceasefire cease-fire truce armistice agreement".split())
# What is said of a town, a group or a record that has so many of them.
_TELLING = frozenset(
    "executed flew flown made saw seen witnessed reported claimed suffered faced endured "
    "experienced delivered survived mounted admitted acknowledged blamed weathered sustained "
    "undertook flew staged ordered unleashed waged fought listed noted counted logged cited "
    "tallied heard hear hears overheard record recorded records recording registered registers "
    "observed detected noticed counts".split()
)
_BLAMED = frozenset("responsibility blame blamed credit".split())
# What a raid is done with and by.
_MEANS = frozenset({"by", "with", "in"})
# Strikes that lists of them tell singly: "Near the dam, one strike destroyed a gun".
_LISTED_SINGLY = frozenset({"strike", "airstrike", "sortie"})
_FIRED = frozenset("fire fired shells bombs rockets shots mortars grenades".split())
_AT = frozenset({"on", "at", "upon"})
# "fifteen raids last week"
_WHEN = frozenset("last this week month year weekend yesterday today".split())
_SHOOK = frozenset(
    "shook left brought tore rang ripped sent took came went began broke set blew cut drove lit "
    "threw shake leave rock".split()
)
_MODAL = frozenset("could would might may will should can".split())
_TIMES = {"twice": 2, "thrice": 3}
_HOW_OFTEN = frozenset({*_TIMES, "times"})
# Explosives that went off are so many attacks.
_COUNTED_KINDS = frozenset({"incidents", "materiel"})
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
    listed: set[int] = set()
    says_how_often = not _HOW_OFTEN.isdisjoint(arguments.lower)
    for index, chunk in enumerate(arguments.chunks):
        if says_how_often:
            _read_times(arguments, index)
        noun = chunk.noun
        if noun is None or noun.kind not in _COUNTED_KINDS:
            continue
        _read_ordinal(arguments, index)
        _read_explosives(arguments, index)
        _read_one_of(arguments, index)
        if noun.count is None or index in arguments.bound:
            continue
        if noun.subject == "posts" and _are_fired_on(arguments, index):
            yield index
        if noun.kind != "incidents" or noun.count.high == 0:
            continue
        if noun.count.high == 1 and not _is_listed_singly(arguments, index):
            continue
        told = (
            _is_subject(arguments, index)
            or _is_told_in_passing(arguments, index)
            or _is_means(arguments, index)
            or _is_reported(arguments, index)
            or _stands_alone(arguments, index)
        )
        joined = index - 2 in listed and arguments.chunks[index - 1].kind in {"and", "comma"}
        if told or joined or noun.state or _goes_with_deeds(arguments, index):
            noun.state = ""
            listed.add(index)
            yield index


def _is_subject(arguments: Arguments, index: int) -> bool:
    """Tell whether a verb is said of the incidents, behind a remark between commas too."""
    if arguments.object_of_preposition(index, adjacent=True):
        return False
    if arguments.owned(index):
        return _MODAL.isdisjoint(_next_words(arguments, index, 3))
    chunks = arguments.chunks
    if _happens(arguments, index):
        return True
    if index + 2 >= len(chunks) or chunks[index + 1].kind != "comma":
        return False
    for closed in range(index + 2, min(index + _REACH, len(chunks) - 1)):
        if chunks[closed].kind == "comma":
            return chunks[closed + 1].kind == "verb"
        if chunks[closed].kind in {"verb", "stop"}:
            return False
    return False


def _stands_alone(arguments: Arguments, index: int) -> bool:
    """Tell whether a verbless clause counts them: "fourteen attacks in May, up from nine"."""
    chunks = arguments.chunks
    if index and chunks[index - 1].kind not in {"stop", "colon", "comma"}:
        return False
    position, timed = index + 1, False
    while position < len(chunks) and (
        chunks[position].kind in {"preposition", "noun", "date"}
        or arguments.word(position) in _WHEN
    ):
        timed = timed or _is_time(arguments, position)
        position += 1
    if arguments.lower[chunks[position - 1].last - 1] == ".":
        # "in March." with the full stop of the sentence
        return timed
    if position < len(chunks) and chunks[position].kind not in {"stop", "comma"}:
        return False
    compared = arguments.word(position + 1) in {"up", "down"}
    return compared or (timed and not _goes_on_with_verb(arguments, position))


def _is_time(arguments: Arguments, position: int) -> bool:
    chunk = arguments.chunks[position]
    measured = chunk.noun is not None and chunk.noun.kind == "measure"
    return chunk.kind == "date" or measured or arguments.word(position) in _WHEN


def _goes_on_with_verb(arguments: Arguments, comma: int) -> bool:
    """Tell whether the clause has a verb behind a remark: "two raids in May, he said, are"."""
    for chunk in arguments.chunks[comma:]:
        if chunk.kind in {"stop", "colon"}:
            return False
        if chunk.kind == "other_verb" and arguments.lower[chunk.first] in words.BE:
            return True
    return False


def _happens(arguments: Arguments, index: int) -> bool:
    """Tell whether an irregular verb follows: "two explosions shook the port"."""
    position = index + 1
    if arguments.word(position) in {"in", "on", "at", "near", "across"}:
        position += 2
    return arguments.word(position) in _SHOOK


def _next_words(arguments: Arguments, index: int, several: int) -> list[str]:
    last = arguments.chunks[index].last
    return arguments.lower[last : last + several]


def _is_listed_singly(arguments: Arguments, index: int) -> bool:
    """Tell whether "one strike destroyed a gun" stands here, as in lists of strikes."""
    counted = arguments.word(index) == "one" and arguments.last_word(index) in _LISTED_SINGLY
    return (
        counted
        and arguments.chunks[index + 1 : index + 2] != []
        and (arguments.chunks[index + 1].kind in {"verb", "other_verb"})
    )


def _is_means(arguments: Arguments, index: int) -> bool:
    """Tell whether "was hit by 14 raids", "attacked the port with 16 strikes" stands here."""
    if arguments.word(index - 1) not in _MEANS:
        return False
    near = arguments.chunks[max(0, index - _REACH) : index - 1]
    verbs = [chunk for chunk in near if chunk.kind in {"verb", "other_verb"}]
    if arguments.word(index - 1) == "in":
        # "In six attacks this week, rebels burned schools"
        opens = index == 1 or arguments.chunks[index - 2].kind in {"comma", "stop", "quote"}
        return opens and not verbs
    return bool(verbs) and not any(verb.verb and verb.verb.unreal for verb in verbs)


def _is_reported(arguments: Arguments, index: int) -> bool:
    """Tell whether a record or a side has them: "reported 29 strikes", "there were three"."""
    before = index - 1
    while before > 0 and arguments.chunks[before].kind in {"word", "date"}:
        if arguments.word(before) in _TELLING:
            break
        before -= 1
    if arguments.word(before) == "but":
        # "recorded fewer violations than in May, but still 742 explosions"
        return not _TELLING.isdisjoint(arguments.lower[: arguments.chunks[before].first])
    word = arguments.last_word(before)
    if word == "for":
        return not _BLAMED.isdisjoint(
            (arguments.last_word(before - 1), arguments.last_word(before - 2))
        )
    if word in {"were", "been", "are"}:
        first = arguments.chunks[before].first
        return "there" in arguments.lower[max(0, first - 3) : first + 1]
    if arguments.last_word(index) == "targets":
        return word in _ATTACKED
    return word in _TELLING


def _are_fired_on(arguments: Arguments, index: int) -> bool:
    """Read "opened fire on three posts", "three posts came under fire": so many attacks."""
    noun = arguments.chunks[index].noun
    if noun is None or noun.count is None or noun.count.high in {0, 1}:
        return False
    behind = _next_words(arguments, index, 3)
    if behind[:2] == ["came", "under"] and behind[2:] and behind[2] in {"fire", "attack"}:
        return True
    first = arguments.chunks[index].first
    return arguments.word(index - 1) in _AT and not _FIRED.isdisjoint(
        arguments.lower[max(0, first - _REACH) : first]
    )


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
        if arguments.last_word(verb) in _ATTACKED and _may_be_attack(arguments, verb):
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


def _may_be_attack(arguments: Arguments, verb: int) -> bool:
    """Tell whether a verb in `_ATTACKED` is one: "blown up", "came under fire", no "took up"."""
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
