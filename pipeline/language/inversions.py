"""Subjects behind their verb: "Seized were twelve rifles", "in the hut were found two pistols"."""

from pipeline.language import function_words as words
from pipeline.language.rightward import Arguments

_OPENED = frozenset({"stop", "colon", "quote"})
_OPENING = frozenset({"also", "among"})
# What a phrase of place or company behind a participle is made of, and how many chunks long.
_IN_PHRASES = frozenset({"preposition", "noun", "word", "date", "quote", "and"})
_LONGEST_PHRASES = 12
# What opens a phrase of place that may stand before the verb.
_PLACING = frozenset("in at on near among inside outside under behind from by with beside".split())


def behind_inversion(arguments: Arguments, index: int) -> int | None:
    """Return the subject of "Seized were twelve rifles", "Also killed with him was a nurse"."""
    group = arguments.chunks[index].verb
    if group is None or "participle" not in group.verb.parts:
        return None
    if group.voice == "passive" and _behind_place(arguments, index):
        return index + 1
    opens = index == 0 or arguments.chunks[index - 1].kind in _OPENED
    opens = opens or arguments.word(index - 1) in _OPENING
    if not opens or arguments.chunks[index].last != arguments.chunks[index].first + 1:
        return None
    behind = index + 1
    phrases = _kind(arguments, behind) in {"preposition", "noun"}
    while phrases and _kind(arguments, behind) in _IN_PHRASES and behind < index + _LONGEST_PHRASES:
        behind += 1
    return behind + 1 if arguments.word(behind) in words.BE else None


def _behind_place(arguments: Arguments, index: int) -> bool:
    """Tell whether "in the hut were found two pistols" has its subject behind the verb."""
    told = arguments.chunks[index + 1].noun if index + 1 < len(arguments.chunks) else None
    if told is None or not arguments.counts(index + 1) or arguments.owned(index + 1):
        return False
    if arguments.word(index - 1) == "there":
        return index == 1 or _kind(arguments, index - 2) in _OPENED
    opened = index - 2
    while opened > 1 and _kind(arguments, opened - 1) == "noun" and opened > index - 6:
        opened -= 2
    if opened < 0 or _kind(arguments, index - 1) != "noun":
        return False
    placed = _kind(arguments, opened) == "preposition" and arguments.word(opened) in _PLACING
    return placed and (opened == 0 or _kind(arguments, opened - 1) in _OPENED)


def _kind(arguments: Arguments, index: int) -> str:
    """Return the kind of a chunk, "" beyond the edges."""
    return arguments.chunks[index].kind if 0 <= index < len(arguments.chunks) else ""
