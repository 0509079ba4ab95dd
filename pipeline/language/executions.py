"""Those who were led away and killed: "took nine men out and shot them"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language.findings import HELD_TYPES, Finding
from pipeline.language.rightward import Arguments

_THEM = frozenset("them him her both all".split())
# What behind "shot" tells that they lived, or that it is another verb.
_NO_DEATH = frozenset("wounded injured hurt down up video videos film films photographs".split())
# Verbs that only tell on which way the victims went; "abducted" is told for itself.
_LEADING = frozenset(
    "take lead drag march haul herd pull order separate bundle come snatch frogmarch".split()
)
_REACH = 12


@dataclass(frozen=True, slots=True)
class Execution:
    """A group that was killed after it was held; positions are chunk indices.

    Attributes:
        held: what is told of the group before.
        trigger: the word for the killing.
        replaces: whether the word before told no more than how they were led to it.
    """

    held: Finding
    trigger: int
    replaces: bool


def read_executions(arguments: Arguments, found: Sequence[Finding]) -> Iterator[Execution]:
    """Yield the groups of which "and shot", "and executed them" is said after they were held."""
    held = [finding for finding in found if finding.claim_type in HELD_TYPES and finding.real]
    if not held:
        return
    dead = {finding.noun: finding for finding in found if finding.claim_type == "killed"}
    for led in held:
        # "the bodies of nine men taken from their homes"
        if led.noun in dead and _only_leads(arguments, led.trigger):
            yield Execution(led, dead[led.noun].trigger, True)
    for index in range(1, len(arguments.chunks)):
        if not _tells_killing(arguments, index):
            continue
        finding = _nearest(arguments, held, index)
        if finding is not None and _same_group(arguments, finding, index):
            replaces = _only_leads(arguments, finding.trigger)
            for each in held:
                if each.trigger == finding.trigger:
                    yield Execution(each, index, replaces)


def _tells_killing(arguments: Arguments, index: int) -> bool:
    """Tell whether "and shot", ", then executed" stands at a chunk index."""
    chunk = arguments.chunks[index]
    before = index - 1
    if arguments.word(before) in {"then", "later", "summarily", "also"}:
        before -= 1
    if arguments.chunks[before].kind not in {"and", "comma"} and arguments.word(before) != "then":
        return False
    behind = arguments.lower[chunk.last : chunk.last + 3]
    if arguments.lower[chunk.last - 1] == "shot" and chunk.kind == "word":
        return _NO_DEATH.isdisjoint(behind)
    group = chunk.verb
    return group is not None and not group.unreal and group.verb.types[0] == "killed"


def _nearest(arguments: Arguments, held: Sequence[Finding], index: int) -> Finding | None:
    """Return what is told last of a group before the killing, within the clause."""
    before = [finding for finding in held if index - _REACH <= finding.trigger < index]
    if not before:
        return None
    finding = max(before, key=lambda each: each.trigger)
    between = arguments.chunks[finding.trigger : index]
    return None if any(chunk.kind in {"stop", "relative"} for chunk in between) else finding


def _same_group(arguments: Arguments, finding: Finding, index: int) -> bool:
    """Tell whether the killing is said of those held, who have no name of their own in it."""
    following = arguments.chunks[index].last
    word = arguments.lower[following] if following < len(arguments.lower) else ""
    if word in _THEM:
        return True
    passive = finding.noun < finding.trigger
    return passive and not (index + 1 < len(arguments.chunks) and arguments.counts(index + 1))


def _only_leads(arguments: Arguments, trigger: int) -> bool:
    group = arguments.chunks[trigger].verb
    return group is not None and group.verb.lemma.split()[0] in _LEADING
