"""Figures behind a label, as tables and registers have them: "Deaths – 12; injuries – 30"."""

from collections.abc import Iterator

from pipeline.language.findings import HUMAN_TYPES, MATERIEL_TYPES
from pipeline.language.function_words import VERB_OPENERS
from pipeline.language.rightward import Arguments

_MARKS = frozenset({":", "–", "—", "-", "="})
# What may follow a label before its mark: "so far", "to date", "in action".
_BEHIND = frozenset(
    "so far to date in action confirmed reported estimated est given put as at".split()
)
# How many chunks may stand before the mark of a dated entry.
_LONGEST_ENTRY = 8
# How the figures of an estimate are told apart.
_OF_AN_ESTIMATE = frozenset("min max low high best minimum maximum lowest highest".split())
_BETWEEN = frozenset({",", ";", "/", "and"})
_GROUPS = frozenset({"bare", "strong", "weak"})
# What may stand between a label and its colon, and how many chunks of it.
_BETWEEN_KINDS = frozenset({"preposition", "date", "noun", "word"})
_LONGEST_BETWEEN = 6
_CLOSED = frozenset({"stop", "open", "and", ""})


def read_labels(arguments: Arguments) -> Iterator[tuple[int, str, int]]:
    """Yield the figure, the type and the label of each entry."""
    for index in range(len(arguments.chunks)):
        claim_type, figures = _figures_of(arguments, index)
        for each in figures:
            if each not in arguments.bound:
                _name_group(arguments, index, each)
                yield each, claim_type, index


def _figures_of(arguments: Arguments, index: int) -> tuple[str, list[int]]:
    """Return the type and the figures of the label at a chunk, if one stands there."""
    claim_type = _label(arguments, index)
    if not claim_type and not _owned_label(arguments, index):
        return "", []
    figure = _behind_label(arguments, index) if claim_type else None
    figures = [figure] if figure is not None else list(_bounds(arguments, index))
    claim_type = claim_type or arguments.chunks[index].types[0]
    if not figures and claim_type in HUMAN_TYPES:
        figures = _far_behind(arguments, index)
    return claim_type, figures


def _name_group(arguments: Arguments, label: int, figure: int) -> None:
    """Give the figure of "Civilian dead: 23" the group that the label names."""
    noun = arguments.chunks[figure].noun
    group = arguments.chunks[label].noun or (arguments.chunks[label - 1].noun if label else None)
    if noun is not None and group is not None and group.count is None and not group.named:
        noun.subject = noun.subject or (group.subject if group.kind != "incidents" else "")


def read_fates_of_things(arguments: Arguments) -> Iterator[tuple[int, str, int]]:
    """Yield the figure, the type and the label of "Rifles seized: 143"."""
    for index in range(1, len(arguments.chunks)):
        claim_type = _fate_of_things(arguments, index)
        figure = _behind_label(arguments, index) if claim_type else None
        counted = arguments.chunks[figure].noun if figure is not None else None
        things = arguments.chunks[index - 1].noun
        if figure is not None and counted is not None and things is not None:
            counted.kind, counted.subject = things.kind, things.subject
            yield figure, claim_type, index


def _bounds(arguments: Arguments, label: int) -> Iterator[int]:
    """Yield the figures of "Deaths min 18 max 24", "battle deaths: low 13, best 17, high 41"."""
    at = label + 1
    while at < len(arguments.chunks):
        at += arguments.word(at) in _MARKS
        if arguments.word(at) not in _OF_AN_ESTIMATE or not _counted(arguments, at + 1):
            return
        yield at + 1
        at += 2
        at += arguments.word(at) in _BETWEEN


def read_entries(arguments: Arguments) -> Iterator[tuple[int, int]]:
    """Yield the figures of "Dhendo, 14 January 2000 – 38 (UN) or 60 (diocese)", and their date.

    What they count, the heading of the list says.
    """
    date = None
    for index, chunk in enumerate(arguments.chunks[:_LONGEST_ENTRY]):
        if chunk.kind in {"verb", "state", "other_verb", "stop"} and arguments.word(index) != "•":
            return
        if chunk.kind == "date":
            date = index
        figure = index + 1
        if date is not None and arguments.word(index) in _MARKS and _free(arguments, figure):
            while _free(arguments, figure) and _closed(arguments, figure):
                yield figure, date
                figure = _behind_brackets(arguments, figure + 1)
                if arguments.word(figure) != "or":
                    break
                figure += 1
            return


def _owned_label(arguments: Arguments, index: int) -> bool:
    """Tell whether "GUF dead", "Our wounded" opens a clause."""
    owner = index - 1
    opens = owner == 0 or (owner > 0 and arguments.chunks[owner - 1].kind in {"stop", "colon"})
    if arguments.chunks[index].kind != "state" or not opens or arguments.counts(owner):
        return False
    group = arguments.chunks[owner].noun
    return group is not None or arguments.tokens[arguments.chunks[owner].first].text[0].isupper()


def _far_behind(arguments: Arguments, label: int) -> list[int]:
    """Return the figures of "Wounded since Friday: 40", "GUF dead this week: six men"."""
    mark = label + 1
    while mark - label <= _LONGEST_BETWEEN and _goes_between(arguments, mark):
        mark += 1
    if mark == label + 1 or arguments.word(mark) != ":" or not _counted(arguments, mark + 1):
        return []
    noun = arguments.chunks[mark + 1].noun
    if noun is None or noun.count is None or noun.count.high == 0:
        return []
    return [item for item in arguments.list_right(mark + 1) if arguments.counts(item)]


def _goes_between(arguments: Arguments, index: int) -> bool:
    """Tell whether a time or a place, and no figure, stands at a chunk."""
    if index >= len(arguments.chunks) or arguments.counts(index):
        return False
    return arguments.chunks[index].kind in _BETWEEN_KINDS


def _counted(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun if index < len(arguments.chunks) else None
    return noun is not None and noun.kind in _GROUPS and noun.count is not None


def _free(arguments: Arguments, index: int) -> bool:
    return _counted(arguments, index) and index not in arguments.bound


def _closed(arguments: Arguments, index: int) -> bool:
    """Tell whether the entry, or a remark in brackets, follows the figure at once."""
    following = index + 1
    return following >= len(arguments.chunks) or arguments.chunks[following].kind in _CLOSED


def _label(arguments: Arguments, index: int) -> str:
    """Return the type of a word for what was done that opens a clause, or ""."""
    chunk = arguments.chunks[index]
    if index and arguments.chunks[index - 1].kind not in {"stop", "colon", "comma"}:
        return ""
    if arguments.word(index) in VERB_OPENERS:
        return ""
    if chunk.noun is not None:
        labels = chunk.noun.kind == "action" and chunk.noun.count is None and not chunk.noun.one
        return chunk.noun.types[0] if labels else ""
    group = chunk.verb
    participle = group is not None and "participle" in group.verb.parts
    marked = participle and arguments.word(index + 1) in _MARKS and chunk.last == chunk.first + 1
    bare = group is not None and (group.voice == "bare" or marked)
    return chunk.types[0] if chunk.kind == "state" or (chunk.kind == "verb" and bare) else ""


def _fate_of_things(arguments: Arguments, index: int) -> str:
    """Return the type of "Rifles seized: 143", "" where no such label ends at a chunk."""
    things, chunk = arguments.chunks[index - 1].noun, arguments.chunks[index]
    opens = index < 2 or arguments.chunks[index - 2].kind in {"stop", "colon", "comma"}
    listed = things is not None and things.kind == "materiel" and things.count is None
    if not opens or not listed or chunk.verb is None or chunk.last > chunk.first + 1:
        return ""
    fates = [one for one in chunk.verb.verb.types if one in MATERIEL_TYPES]
    return fates[0] if fates and arguments.word(index + 1) in _MARKS else ""


def _behind_label(arguments: Arguments, index: int) -> int | None:
    """Return the bare figure behind the mark of a label, or right behind "dead"."""
    following = _behind_brackets(arguments, index + 1)
    while following < len(arguments.chunks) and arguments.word(following) in _BEHIND:
        following += 1
    marked = arguments.word(following) in _MARKS
    given = following > index + 1 and arguments.word(following - 1) in {"at", "as"}
    if not marked and not given:
        if following > index + 1 or arguments.chunks[index].kind != "state":
            return None
    figure = following + marked
    noun = arguments.chunks[figure].noun if figure < len(arguments.chunks) else None
    bare = noun is not None and noun.kind == "bare" and noun.count is not None
    return figure if bare else None


def _behind_brackets(arguments: Arguments, index: int) -> int:
    """Return where brackets that open at `index` have closed; `index` where none open."""
    if index >= len(arguments.chunks) or arguments.chunks[index].kind != "open":
        return index
    for closed in range(index, len(arguments.chunks)):
        if arguments.chunks[closed].kind == "close":
            return closed + 1
    return index
