"""Bare figures of a force: "Attackers: about 30", "put the raiders at 20", "rebels (some 60)"."""

from collections.abc import Iterator

from pipeline.language.findings import FORCES
from pipeline.language.function_words import BE
from pipeline.language.rightward import Arguments
from pipeline.language.troops import BODIES, MILITARY, NUMBERS, force_before

# Those of whom a line of a register says how many came.
CAME = frozenset("attackers assailants raiders gunmen intruders ambushers assaulters".split())
_STRENGTHS = frozenset("strength strengths numbers".split())
_PUT = frozenset("put puts putting estimated estimates estimate reckoned reckons".split())
_GIVEN = frozenset("given put estimated reckoned placed".split())
_ITSELF = frozenset("itself themselves alone now still".split())
_SAID_TO_BE = frozenset("said believed thought reported known to still now there".split())
_INSIDE = frozenset("in at inside within".split())
# Fewer men in a post may be prisoners or guests.
_POSTED = 20
_CLOSED = frozenset({"stop", "comma", "open", "close", "and", "quote", "preposition", ""})
# How many chunks may stand between "strength" and its colon.
_PLACED = 3


def read_force_figures(arguments: Arguments) -> Iterator[int]:
    """Yield the bare figures of forces, which are given the force as what they count."""
    told = ""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or noun.kind != "bare" or noun.count is None or noun.anaphor:
            continue
        many = max(noun.count.low or 0, noun.count.high or 0) > 1
        if not many or index in arguments.bound or _kind(arguments, index + 1) not in _CLOSED:
            continue
        beside = told if _rivals_label(arguments, index) else ""
        told = _force_of(arguments, index) or beside
        if told:
            noun.subject = noun.subject or told
            yield index


def read_posted_men(arguments: Arguments) -> Iterator[int]:
    """Yield "1,400 men" of "1,400 men were believed to be in the base", "were under arms"."""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or noun.count is None or arguments.last_word(index) != "men":
            continue
        many = max(noun.count.low or 0, noun.count.high or 0) >= _POSTED
        if not many or noun.anaphor or noun.kind != "weak" or index in arguments.bound:
            continue
        subject = _posted(arguments, index)
        if subject:
            noun.subject = subject
            yield index


def _posted(arguments: Arguments, index: int) -> str:
    """Return whose men are said to be under arms or in a post, or ""."""
    where, are = index + 1, False
    while _kind(arguments, where) == "other_verb" or arguments.word(where) in _SAID_TO_BE:
        are = are or arguments.word(where) in BE
        where += 1
    if not are or where + 1 >= len(arguments.chunks):
        return ""
    if arguments.word(where) == "under" and arguments.word(where + 1) == "arms":
        return force_before(arguments, index) or "people"
    place = arguments.chunks[where + 1].noun
    inside = arguments.word(where) in _INSIDE and place is not None and place.subject == "posts"
    return (force_before(arguments, index) or "soldiers") if inside else ""


def _rivals_label(arguments: Arguments, index: int) -> bool:
    """Tell whether the second figure of "Rebel strength: 400 (army), 900 (rebels)" stands here."""
    between = _kind(arguments, index - 2) == "close" and _kind(arguments, index - 1) == "comma"
    return between and _kind(arguments, index + 1) == "open"


def _force_of(arguments: Arguments, index: int) -> str:
    """Return whose strength the figure at a chunk tells, or ""."""
    return (
        _labelled(arguments, index)
        or _bracketed(arguments, index)
        or _put_at(arguments, index)
        or _numbered(arguments, index)
    )


def _labelled(arguments: Arguments, index: int) -> str:
    """Read "Attackers: about 30", "Rebel strength in the hills: 400"."""
    colon = _before_quote(arguments, index)
    if _kind(arguments, colon) != "colon":
        return ""
    label = colon - 1
    if arguments.last_word(label) in CAME and (label == 0 or _kind(arguments, label - 1) == "stop"):
        return _plain_force(arguments, label)
    while (
        label > 0 and colon - label < _PLACED + 1 and arguments.last_word(label) not in _STRENGTHS
    ):
        label -= 1
    named = arguments.last_word(label) in _STRENGTHS
    return force_before(arguments, label + 1) if named else ""


def _bracketed(arguments: Arguments, index: int) -> str:
    """Read "the rebels (some 300) burned the post"."""
    noun = arguments.chunks[index].noun
    rough = noun is not None and noun.count is not None and noun.count.qualifier != "exact"
    if not rough or _kind(arguments, index - 1) != "open" or not _closed_by_verb(arguments, index):
        return ""
    group = arguments.chunks[index - 2].noun if index > 1 else None
    body = group is not None and group.definite and group.kind in {"modifier", "collective"}
    if group is not None and body and group.subject in FORCES and group.count is None:
        return group.subject
    return _plain_force(arguments, index - 2)


def _put_at(arguments: Arguments, index: int) -> str:
    """Read "put the raiders at twenty", "the contingent is given as 1,300"."""
    lead = _before_quote(arguments, index)
    if arguments.word(lead) not in {"at", "as"}:
        return ""
    if arguments.last_word(lead - 1) in _GIVEN and arguments.word(lead - 2) in BE:
        body = lead - 3
        return _body(arguments, body) if body >= 0 else ""
    if arguments.last_word(lead - 1) in _GIVEN and _kind(arguments, lead - 2) == "comma":
        # "the rebels, put at nearly 700 by police, withdrew"
        return _plain_force(arguments, lead - 3) or _body(arguments, lead - 3)
    verb = lead - 2
    return _plain_force(arguments, lead - 1) if arguments.last_word(verb) in _PUT else ""


def _numbered(arguments: Arguments, index: int) -> str:
    """Read "the insurgents number 560", "the battalion itself numbers 560"."""
    group = index - 2
    if index < 2 or arguments.word(index - 1) not in NUMBERS:
        return ""
    while group > 0 and arguments.word(group) in _ITSELF:
        group -= 1
    return _plain_force(arguments, group) or _body(arguments, group)


def _plain_force(arguments: Arguments, index: int) -> str:
    """Return the subject of "the raiders", of whom nothing is counted, or ""."""
    noun = arguments.chunks[index].noun if index >= 0 else None
    plain = noun is not None and noun.count is None and noun.plural and not noun.state
    force = plain and noun is not None and noun.subject in FORCES
    return noun.subject if force and noun is not None else ""


def _body(arguments: Arguments, index: int) -> str:
    """Return whose body "the garrison", "their contingent" is, or ""."""
    noun = arguments.chunks[index].noun
    if noun is None or noun.count is not None or arguments.last_word(index) not in BODIES:
        return ""
    if noun.subject in FORCES:
        return noun.subject
    return "soldiers" if arguments.last_word(index) in MILITARY else ""


def _before_quote(arguments: Arguments, index: int) -> int:
    """Return the chunk before a figure, and before the mark of quotation that opens it."""
    return index - 2 if _kind(arguments, index - 1) == "quote" else index - 1


def _closed_by_verb(arguments: Arguments, index: int) -> bool:
    """Tell whether brackets close behind a figure, and a verb follows."""
    if _kind(arguments, index + 1) != "close":
        return False
    return _kind(arguments, index + 2) in {"verb", "other_verb", "word"}


def _kind(arguments: Arguments, index: int) -> str:
    """Return the kind of a chunk, "" beyond the edges."""
    return arguments.chunks[index].kind if 0 <= index < len(arguments.chunks) else ""
