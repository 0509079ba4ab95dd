"""Those of whom is told what befell another: "was held on Monday with two colleagues"."""

from collections.abc import Iterator, Mapping

from pipeline.language import function_words as words
from pipeline.language.findings import HELD_TYPES, HUMAN_TYPES, Finding
from pipeline.language.rightward import Arguments

_SINGLY = frozenset("i he she".split())
# Who got away with his family is told of himself only.
_SHARED = HUMAN_TYPES - {"escaped"}
# Types of which the object, too, has companions: "arrested the groom with nine others".
_HELD = tuple([name] for name in sorted(HELD_TYPES))
_PERSONS = frozenset({"strong", "weak", "bare"})
# Words for those who are of somebody's own sort: they were where he was.
_FELLOWS = frozenset(
    "others other more fellow colleagues colleague comrades comrade workmates friends friend "
    "workmate companions companion "
    "brother brothers sister sisters cousin cousins son sons daughter "
    "daughters wife husband father mother neighbour neighbours "
    "neighbor neighbors classmates".split()
)
# "killed in a clash with two gunmen": they are no companions.
_AGAINST = frozenset(
    "fight fighting clash clashes battle shootout firefight exchange skirmish row dispute quarrel "
    "talks contact contacts encounter confrontation meeting gunfight scuffle".split()
)
_PHRASES = frozenset({"preposition", "noun", "date", "word"})
_REACH = 9
_ECHOES = frozenset({"so", "nor", "neither"})
_ECHOING = words.DO | words.BE | words.HAVE
# "three others did the same": what people do of themselves; what is done to them is a fate.
_DEEDS = frozenset({"defected", "surrendered", "escaped", "protested"})
_LIKEWISE = frozenset({("likewise",), ("the", "same"), ("so", "too")})
_MEETING = frozenset("met meet suffered suffer shared share".split())
_FATES = frozenset(
    {("the", "same", "fate"), ("a", "similar", "fate"), ("their", "fate"), ("his", "fate")}
)


def read_companions(
    arguments: Arguments, found: Mapping[tuple[int, str], Finding]
) -> Iterator[tuple[int, str, int]]:
    """Yield those who shared the fate of one told before: noun, claim type and trigger."""
    for index, chunk in enumerate(arguments.chunks):
        if chunk.verb is not None and chunk.kind == "verb":
            yield from _with_one(arguments, index, found)
        elif arguments.word(index) in _ECHOES | {"as"} and arguments.word(index + 1) in _ECHOING:
            yield from _echoed(arguments, index, found)
        elif _does_the_same(arguments, index):
            yield from _again(arguments, index, found, _DEEDS)
        elif _meets_the_same(arguments, index):
            yield from _again(arguments, index, found, HUMAN_TYPES - _DEEDS)


def _does_the_same(arguments: Arguments, index: int) -> bool:
    """Tell whether "did likewise", "had done the same" stands at a chunk."""
    chunk = arguments.chunks[index]
    if arguments.last_word(index) not in words.DO | {"done"} or chunk.kind != "other_verb":
        return False
    behind = tuple(arguments.lower[chunk.last : chunk.last + 2])
    return behind in _LIKEWISE or behind[:1] in _LIKEWISE


def _meets_the_same(arguments: Arguments, index: int) -> bool:
    """Tell whether "met the same fate", "shared his fate" stands at a chunk."""
    if arguments.last_word(index) not in _MEETING:
        return False
    last = arguments.chunks[index].last
    behind = tuple(arguments.lower[last : last + 3])
    return behind in _FATES or behind[:2] in _FATES


def _again(
    arguments: Arguments,
    index: int,
    found: Mapping[tuple[int, str], Finding],
    types: frozenset[str],
) -> Iterator[tuple[int, str, int]]:
    """Yield "his deputy" of "a major defected; his deputy did likewise"."""
    told = [finding for finding in found.values() if finding.noun < index and finding.real]
    last = max(told, key=lambda finding: finding.noun, default=None)
    if last is None or last.claim_type not in types:
        return
    for who in arguments.left(_first_of_verb(arguments, index)):
        noun = arguments.chunks[who].noun
        if noun is not None and noun.kind in _PERSONS and arguments.counts(who):
            if who not in arguments.bound:
                yield who, last.claim_type, index


def _first_of_verb(arguments: Arguments, index: int) -> int:
    """Return where the verbs of "had since met" begin."""
    while index > 1 and arguments.chunks[index - 1].kind == "other_verb":
        index -= 1
    return index


def _with_one(
    arguments: Arguments, index: int, found: Mapping[tuple[int, str], Finding]
) -> Iterator[tuple[int, str, int]]:
    """Read "she was captured at the ford on 3 May with six other nurses"."""
    group = arguments.chunks[index].verb
    if group is None or group.unreal or group.verb.types[0] not in _SHARED:
        return
    told = [name for noun, name in found if found[noun, name].trigger == index]
    if group.verb.transitive and group.voice != "passive":
        led = _behind_object(arguments, index, found) if told[:1] in _HELD else None
    else:
        led = _with_at(arguments, index) if _is_of_one(arguments, index) else None
    if led is None:
        return
    for item in arguments.list_right(led + 1):
        noun = arguments.chunks[item].noun
        if noun is None or noun.kind not in _PERSONS or not arguments.counts(item):
            break
        if item not in arguments.bound and _is_fellow(arguments, item):
            yield item, told[0] if told else group.verb.types[0], index


def _behind_object(
    arguments: Arguments, index: int, found: Mapping[tuple[int, str], Finding]
) -> int | None:
    """Return where "with" opens in "police arrested the groom with nine other men"."""
    noun = arguments.chunks[index + 1].noun if index + 2 < len(arguments.chunks) else None
    if noun is None or not noun.one or arguments.word(index + 2) != "with":
        return None
    return index + 2 if any(told == index + 1 for told, _ in found) else None


def _is_of_one(arguments: Arguments, index: int) -> bool:
    """Tell whether one person is the subject: "I was held", "Sister Ana was held"."""
    if arguments.word(index - 1) in _SINGLY:
        return True
    who = next(arguments.left(index), None)
    noun = arguments.chunks[who].noun if who is not None else None
    return noun is not None and noun.kind != "materiel" and (noun.one or noun.kind == "name")


def _with_at(arguments: Arguments, index: int) -> int | None:
    """Return where "with" opens behind a verb and its phrases of time and place."""
    for at in range(index + 1, min(index + 1 + _REACH, len(arguments.chunks))):
        if arguments.word(at) == "with" and arguments.chunks[at].kind == "preposition":
            return None if arguments.last_word(at - 1) in _AGAINST else at
        chunk = arguments.chunks[at]
        if chunk.kind not in _PHRASES:
            return None
        if chunk.noun is not None and chunk.noun.kind in {"strong", "action"}:
            return None
    return None


def _is_fellow(arguments: Arguments, item: int) -> bool:
    """Tell whether "two colleagues", "six other nurses", "his sister" stands at a chunk."""
    chunk = arguments.chunks[item]
    return not _FELLOWS.isdisjoint(arguments.lower[chunk.first : chunk.last])


def _echoed(
    arguments: Arguments, index: int, found: Mapping[tuple[int, str], Finding]
) -> Iterator[tuple[int, str, int]]:
    """Read "a clerk died in it; so did her brother and two porters"."""
    before = [key for key in found if key[0] < index and key[1] in HUMAN_TYPES and found[key].real]
    if not before:
        return
    told = found[max(before)]
    for item in arguments.list_right(index + 2):
        noun = arguments.chunks[item].noun
        if noun is not None and noun.kind in _PERSONS and arguments.counts(item):
            if item not in arguments.bound:
                yield item, told.claim_type, told.trigger
