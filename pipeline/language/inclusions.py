"""Parts told with their whole: "including two officers", "(three of them children)"."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language import function_words as words
from pipeline.language.findings import HUMAN_TYPES
from pipeline.language.rightward import Arguments

_REACH = 14
_OPENERS = frozenset({"open", "colon", "relative", "comma", "include"})
# "60 people, comprising 44 men and 16 women", "made up of".
_LISTING = frozenset("comprising consisting namely made".split())
_NAMING = frozenset("identified identifies named names".split())
_UTMOST = frozenset("youngest oldest eldest".split())
_AMONG = frozenset({"among", "amongst"})
_PART_KINDS = frozenset({"strong", "weak", "materiel", "bare", "unknown", "modifier", "incidents"})


@dataclass(frozen=True, slots=True)
class Inclusion:
    """An inclusion; positions are chunk indices.

    Attributes:
        opened: the chunk that opens it ("including", "of whom", a bracket).
        parts: the counted noun phrases in it.
        state: the type that "among the dead" names, or "".
        whole: the counted noun phrase behind "a clerk was among four killed", else None.
    """

    opened: int
    parts: tuple[int, ...]
    state: str = ""
    whole: int | None = None


def mark_inclusions(arguments: Arguments) -> list[Inclusion]:
    """Return the inclusions of a sentence and enter their noun phrases as `included`."""
    marked: list[Inclusion] = []
    for index, chunk in enumerate(arguments.chunks):
        if chunk.kind in {"preposition", "include"} and arguments.word(index) in _AMONG:
            counted = list(_among_counted(arguments, index))
            marked.extend(counted)
            if counted:
                continue
        listing = chunk.kind in _OPENERS or arguments.word(index) in _LISTING
        if not listing or not _opens(arguments, index):
            continue
        parts = _parts(arguments, index)
        if parts:
            marked.append(Inclusion(index, tuple(parts), _state_named(arguments, index)))
            arguments.included.update(dict.fromkeys(parts, index))
        elif chunk.kind == "include":
            listed = arguments.list_right(index + 1)
            arguments.included.update(dict.fromkeys(listed, index))
    return marked


def whole_of(arguments: Arguments, inclusion: Inclusion) -> int | None:
    """Return the counted noun phrase of which an inclusion speaks, or None."""
    if inclusion.whole is not None:
        return inclusion.whole
    for index in range(inclusion.opened - 1, max(-1, inclusion.opened - _REACH), -1):
        chunk = arguments.chunks[index]
        if chunk.kind == "stop" and (
            arguments.word(index) != ";" or not _points_back(arguments, inclusion)
        ):
            return None
        noun = chunk.noun
        if index in arguments.included or noun is None:
            continue
        if noun.kind == "unknown" and arguments.object_of_preposition(index):
            # "nine men from two inns, among them a clerk"
            continue
        if noun.kind in {"measure", "name"} or noun.count is None:
            continue
        if noun.count.low or noun.count.high:
            return index
    return None


def _points_back(arguments: Arguments, inclusion: Inclusion) -> bool:
    """Tell whether "they include" opens: the whole stands in the clause before."""
    return arguments.word(inclusion.opened - 1) in {"they", "these", "those"}


def _opens(arguments: Arguments, index: int) -> bool:
    chunk = arguments.chunks[index]
    if arguments.word(index) in _LISTING:
        listed = arguments.word(index) != "made" or arguments.word(index + 1) == "up"
        return listed and _counted_before(arguments, index, 3) and _lists_counts(arguments, index)
    if chunk.kind == "open":
        return _counted_before(arguments, index, 1) and _holds_breakdown(arguments, index)
    if chunk.kind == "colon":
        return _counted_before(arguments, index, 6) and _lists_counts(arguments, index)
    if chunk.kind == "relative":
        return arguments.word(index) in {"whom", "which"} and arguments.word(index - 1) == "of"
    if chunk.kind == "comma":
        return _counts_out(arguments, index) or _picks_out(arguments, index) is not None
    if arguments.word(index) == "comprising" and not _counted_before(arguments, index, 9):
        return False
    return chunk.kind == "include"


def _counted_before(arguments: Arguments, index: int, reach: int) -> bool:
    """Tell whether a counted group stands close before: "9 killed (...", "61 died: ..."."""
    for before in range(index - 1, max(-1, index - 1 - reach), -1):
        chunk = arguments.chunks[before]
        if chunk.kind in {"stop", "colon"}:
            return False
        noun = chunk.noun
        if noun is not None and noun.count is not None:
            return noun.kind != "measure" and (noun.count.low or 0) > 1
        if reach == 1 and chunk.kind in {"state", "verb"} and before > 0:
            return arguments.counts(before - 1)
    return False


def _lists_counts(arguments: Arguments, index: int) -> bool:
    """Tell whether at least two counts are listed behind a colon."""
    items = [item for item in arguments.list_right(index + 1) if _is_part(arguments, item)]
    return len(items) > 1


def _counts_out(arguments: Arguments, index: int) -> bool:
    """Tell whether "five people, two of them women" or "..., all children" stands here."""
    if index + 1 >= len(arguments.chunks) or not _counted_before(arguments, index, 6):
        return False
    noun = arguments.chunks[index + 1].noun
    if noun is None or noun.count is None or not noun.anaphor:
        return False
    chunk = arguments.chunks[index + 1]
    said = arguments.lower[chunk.first : chunk.last]
    if "of" in said[1:-1] and said[said.index("of") + 1] in {"these", "those"}:
        # "51 killed, 43 of those insurgents"
        return True
    return "them" in said or said[1:2] in (["a"], ["an"])


def _picks_out(arguments: Arguments, comma: int) -> int | None:
    """Return "a boy of six" of "ten people, the youngest (of them) a boy of six", or None."""
    if comma + 2 >= len(arguments.chunks) or arguments.last_word(comma + 1) not in _UTMOST:
        return None
    for index in range(comma + 2, min(comma + 5, len(arguments.chunks))):
        noun = arguments.chunks[index].noun
        if noun is not None:
            single = noun.one and noun.kind in {"strong", "weak"}
            return index if single and _counted_before(arguments, comma, 6) else None
        if arguments.word(index) not in {"of", "them", "whom"} | words.BE:
            return None
    return None


def _holds_breakdown(arguments: Arguments, index: int) -> bool:
    """Tell whether brackets hold a breakdown rather than a remark."""
    if index + 1 >= len(arguments.chunks) or not arguments.counts(index + 1):
        return False
    noun = arguments.chunks[index + 1].noun
    return noun is not None and noun.kind in {"strong", "weak"}


def _parts(arguments: Arguments, opened: int) -> list[int]:
    """Return the counted parts: behind the opening, or before "were among the dead"."""
    if arguments.word(opened) == "included" and arguments.word(opened + 1) in {"in", *_AMONG}:
        # "Included in this figure are 16 women"
        verb = _verb_behind(arguments, opened)
        listed = arguments.list_right(verb + 1) if verb is not None else iter(())
        return [part for part in listed if _is_part(arguments, part)]
    if arguments.word(opened) in _AMONG:
        verb = _verb_behind(arguments, opened)
        if verb is not None:
            listed = arguments.list_right(verb + 1)
            return [part for part in listed if arguments.counts(part) or _names(arguments, part)]
        before = opened - 1
        while before >= 0 and (
            arguments.chunks[before].kind in {"other_verb", "word"}
            or arguments.word(before) == "to"
        ):
            before -= 1
        said = {arguments.word(index) for index in range(before + 1, opened)}
        if before > 0 and arguments.chunks[before].kind == "comma" and said & words.BE:
            # "Colonel Ruiz, head of the fort, was among the dead"
            before = arguments.before_parenthesis(before)
        named = list(_identified(arguments, before))
        if named and _state_named(arguments, opened):
            return named
        led = before > 0 and arguments.word(before - 1) in {"with", "were", "are"}
        if before >= 0 and (said & words.BE or led):
            if not (arguments.chunks[before].noun and arguments.counts(before)):
                before = _subject_behind_remark(arguments, before, opened)
            if before >= 0 and arguments.counts(before):
                return [before, *arguments.coordinated_left(before)]
        named_last = _before_them(arguments, opened)
        if named_last:
            return named_last
    picked = _picks_out(arguments, opened) if arguments.chunks[opened].kind == "comma" else None
    if picked is not None:
        return [picked]
    people = _behind_people(arguments, opened)
    # "Among them, 16 children"
    start = opened + 1 + (opened == 0 and arguments.word(1) == ",")
    parts = [
        part
        for part in arguments.list_right(start)
        if _is_part(arguments, part) or (people and _is_full_name(arguments, part))
    ]
    return [*parts, *_second_predicates(arguments, parts)]


def _subject_behind_remark(arguments: Arguments, before: int, opened: int) -> int:
    """Return "two girls" of "two girls who had gone to a well were among the dead", or -1."""
    for index in range(before + 1, opened):
        if arguments.word(index) in words.BE:
            return next(arguments.left(index), -1)
    return -1


def _before_them(arguments: Arguments, opened: int) -> list[int]:
    """Return "a nurse and two boys" of "eight dead, a nurse and two boys among them"."""
    last = opened - 1
    behind = arguments.chunks[opened + 1].kind if opened + 1 < len(arguments.chunks) else "stop"
    if arguments.last_word(opened) != "them" or behind not in {"stop", "comma", "quote", "close"}:
        return []
    if last < 1 or not _is_part(arguments, last):
        return []
    parts = [last, *arguments.coordinated_left(last)]
    sizes = [_size(arguments, part) for part in parts]
    if len(parts) > 1 and sizes[-1] > sum(sizes[:-1]):
        # The whole stands before them, and is none of them.
        parts.pop()
    first = arguments.chunks[parts[-1] - 1].kind if parts[-1] else ""
    return parts if first in {"comma", "open"} else []


def _size(arguments: Arguments, index: int) -> int:
    noun = arguments.chunks[index].noun
    count = noun.count if noun is not None else None
    return 1 if count is None else count.low or count.high or 1


def _behind_people(arguments: Arguments, opened: int) -> bool:
    """Tell whether an inclusion stands right behind a count of people: "nine men, including"."""
    before = opened - 1 - (arguments.chunks[opened - 1].kind == "comma")
    noun = arguments.chunks[before].noun if opened > 1 else None
    if noun is None or arguments.chunks[opened].kind != "include" or noun.count is None:
        return False
    return noun.kind in {"strong", "weak"} and (noun.count.low or noun.count.high or 0) > 1


def _is_full_name(arguments: Arguments, index: int) -> bool:
    chunk = arguments.chunks[index]
    return _names(arguments, index) and chunk.last - chunk.first > 1


def _identified(arguments: Arguments, last: int) -> Iterator[int]:
    """Yield the names of "police identified Ana Ruiz and Leo Sand (among the dead)"."""
    first = last
    while first > 1 and arguments.chunks[first - 1].kind in {"and", "comma"}:
        first -= 2
    if first < 1 or arguments.word(first - 1) not in _NAMING:
        return
    for index in range(first, last + 1, 2):
        if _names(arguments, index):
            yield index


def _second_predicates(arguments: Arguments, parts: list[int]) -> list[int]:
    """Return "12 women" of "of whom 19 were children and 12 women"."""
    if len(parts) != 1 or arguments.word(parts[0] + 1) not in words.BE:
        return []
    said = arguments.chunks[parts[0] + 2].noun if parts[0] + 2 < len(arguments.chunks) else None
    if said is None or said.count is not None:
        return []
    further: list[int] = []
    joint = parts[0] + 3
    while joint + 1 < len(arguments.chunks) and arguments.chunks[joint].kind in {"comma", "and"}:
        joint += 1
        if arguments.chunks[joint].kind in {"comma", "and"}:
            continue
        if not _is_part(arguments, joint) or arguments.owned(joint):
            break
        further.append(joint)
        joint += 1
    return further


def _among_counted(arguments: Arguments, opened: int) -> Iterator[Inclusion]:
    """Yield the parts of "a clerk and her son were among six killed"."""
    whole, before = opened + 1, opened - 1
    if before >= 0 and arguments.word(before) in words.BE:
        before -= 1
    if before < 0 or whole >= len(arguments.chunks) or not _is_part(arguments, before):
        return
    group = arguments.chunks[whole].noun
    if group is not None and group.count is not None and (group.count.low or 0) > 1:
        parts = (before, *arguments.coordinated_left(before))
        arguments.included.update(dict.fromkeys(parts, opened))
        yield Inclusion(opened, parts, whole=whole)


def _verb_behind(arguments: Arguments, opened: int) -> int | None:
    """Return the "was" of "among the dead was a nurse", or None."""
    for index in range(opened + 1, min(opened + 5, len(arguments.chunks))):
        if arguments.chunks[index].kind == "other_verb" and arguments.word(index) in words.BE:
            return index
    return None


def _is_part(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    if noun is not None and noun.kind == "name":
        return arguments.is_person(index)
    return noun is not None and arguments.counts(index) and noun.kind in _PART_KINDS


def _names(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return noun is not None and noun.kind == "name"


def _state_named(arguments: Arguments, opened: int) -> str:
    """Return the type that "among the dead", "the wounded include" names, or ""."""
    for index in range(max(0, opened - 2), min(len(arguments.chunks), opened + 4)):
        chunk = arguments.chunks[index]
        if chunk.kind == "state" and chunk.types[0] in HUMAN_TYPES:
            return chunk.types[0]
        noun = chunk.noun
        if noun is not None and noun.state and noun.count is None and index > opened:
            # "among the dead gunmen"
            return noun.state
        if noun is not None and noun.kind == "action" and noun.count is None:
            return "killed" if noun.types[0] == "killed_or_wounded" else noun.types[0]
        victims = arguments.last_word(index) == "victims"
        if noun is not None and noun.count is None and victims:
            return "killed"
    return ""
