"""Counted incidents of which it is told that they happened: "nine strikes hit the town"."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.incident_counts import ATTACKED, COUNTED_KINDS, read_count, says_how_often
from pipeline.language.rightward import Arguments

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
_REACH = 12
# How many chunks before "as well as six raids" the deed may stand beside which they are told.
_NEAR_DEEDS = 20


def read_incidents(arguments: Arguments) -> Iterator[int]:
    """Yield the counted incidents of which something is told."""
    listed: set[int] = set()
    how_often = says_how_often(arguments)
    for index, chunk in enumerate(arguments.chunks):
        read_count(arguments, index, how_often)
        noun = chunk.noun
        if noun is None or noun.kind not in COUNTED_KINDS:
            continue
        if noun.count is None or index in arguments.bound:
            continue
        if noun.subject == "posts" and _are_fired_on(arguments, index):
            yield index
        if noun.kind != "incidents" or noun.count.high == 0:
            continue
        if noun.count.high == 1 and not _is_listed_singly(arguments, index):
            continue
        joined = index - 2 in listed and arguments.chunks[index - 1].kind in {"and", "comma"}
        if joined or noun.state or _are_told(arguments, index):
            noun.state = ""
            listed.add(index)
            yield index


def _are_told(arguments: Arguments, index: int) -> bool:
    """Tell whether the sentence says that the incidents happened."""
    return (
        _is_subject(arguments, index)
        or _is_told_in_passing(arguments, index)
        or _is_means(arguments, index)
        or _is_reported(arguments, index)
        or _stands_alone(arguments, index)
        or _goes_with_deeds(arguments, index)
    )


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
        return word in ATTACKED
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
