"""Totals parted in a list that tells no deed: "By type: shootings 33, bombings 14, ambushes 11".

That the figures of a list add up to a total told before says what they count.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.claim import Claim
from pipeline.extract.passage import Sentence
from pipeline.extract.reading import Reading
from pipeline.language.findings import FORCES, HUMAN_TYPES

# Smaller totals and fewer parts add up by chance.
_LEAST_TOTAL = 10
_LEAST_PARTS = 3
# How far behind its total, in characters, a list may begin.
_REACH = 1_500
_COUNTED = frozenset({"bare", "strong", "weak", "unknown", "collective", "materiel", "incidents"})
# What opens an item of a list, or stands between its label and its figure.
_MARKS = frozenset(":•·*–—-=▪")
_LABELS = frozenset({"strong", "weak", "collective", "modifier"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a list: its sentence as read, and its chunk."""

    reading: Reading
    index: int

    @property
    def value(self) -> int:
        """The number itself."""
        count = self.reading.noun(self.index).count
        assert count is not None
        return count.low or 0

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.reading.span(self.index)

    def subject(self) -> str:
        """Return the people that the figure or its label names, "" where neither does."""
        noun = self.reading.noun(self.index)
        if noun.kind in _LABELS:
            return noun.subject
        before = self.index - 1
        while before >= 0 and self.reading.chunks[before].kind == "colon":
            before -= 1
        label = self.reading.chunks[before].noun if before >= 0 else None
        if label is None or label.kind not in _LABELS or label.subject in FORCES:
            # "Army: 31" may be those who did it
            return ""
        return label.subject


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of the total that is the claim at a position."""

    whole: int
    parts: list[Figure]


def breakdowns(
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    read: Callable[[Sentence], Reading | None],
) -> Iterator[Breakdown]:
    """Yield the totals among claims that a list behind them parts, with all its figures.

    Args:
        sentences: those of the text.
        claims: those made so far.
        read: returns a sentence as read, None for one without a figure.
    """
    lists = _lists(
        [list(_figures(reading)) for each in sentences if (reading := read(each)) is not None]
    )
    by_sum: dict[int, list[list[Figure]]] = {}
    for parts in lists:
        by_sum.setdefault(sum(part.value for part in parts), []).append(parts)
    found = [
        Breakdown(position, parts)
        for position, claim in enumerate(claims)
        if claim.count_high in {claim.count_low, None} and (claim.count_low or 0) >= _LEAST_TOTAL
        for parts in by_sum.get(claim.count_low or 0, ())
        if claim.end <= parts[0].span[0] <= claim.end + _REACH
    ]
    # a list may add up to several totals by chance: the nearest before it is meant
    nearest: dict[tuple[int, int], Breakdown] = {}
    for one in found:
        nearest[one.parts[0].span] = one
    yield from nearest.values()


def _lists(figures: Sequence[list[Figure]]) -> list[list[Figure]]:
    """Return the lists among the figures of sentences, each as long as it goes.

    A list stands in one sentence, or in lines of one figure each that follow each other.
    """
    lists: list[list[Figure]] = []
    lines_before = False
    for of_sentence in figures:
        items = of_sentence if of_sentence and _is_listed(of_sentence[0]) else []
        line = len(items) == 1
        for place, figure in enumerate(items):
            listed = place > 0 or (line and lines_before)
            if listed and _goes_on(lists[-1][-1], figure):
                lists[-1].append(figure)
            else:
                lists.append([figure])
        lines_before = line
    return [each for each in lists if len(each) >= _LEAST_PARTS]


def _figures(reading: Reading) -> Iterator[Figure]:
    """Yield the figures of a sentence, without those in brackets and behind "including"."""
    depth = 0
    for index, chunk in enumerate(reading.chunks):
        depth += (chunk.kind == "open") - (chunk.kind == "close")
        if chunk.kind == "include":
            return
        noun = chunk.noun
        if depth > 0 or noun is None or noun.count is None or noun.kind not in _COUNTED:
            continue
        exact = noun.count.low is not None and noun.count.low == noun.count.high
        plain = noun.count.low and noun.count.qualifier == "exact"
        if exact and plain:
            yield Figure(reading, index)


def _is_listed(first: Figure) -> bool:
    """Tell whether a mark of lists stands before the first figure of a sentence."""
    before = first.reading.lower[: first.reading.chunks[first.index].first]
    return not _MARKS.isdisjoint(before)


def _goes_on(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are items of one list, without a verb between them.

    They stand in one sentence or in lines that follow each other.
    """
    apart = other.reading.sentence.index - one.reading.sentence.index
    if apart > 1:
        return False
    if apart == 0:
        between = one.reading.chunks[one.index + 1 : other.index]
    else:
        between = [*one.reading.chunks[one.index + 1 :], *other.reading.chunks[: other.index]]
    return all(chunk.verb is None and chunk.kind != "other_verb" for chunk in between)


def subject_of_part(figure: Figure, whole: Claim) -> str:
    """Return who or what a part of a total counts."""
    named = figure.subject() if whole.claim_type in HUMAN_TYPES else ""
    return named if named not in {"", "people"} else whole.subject
