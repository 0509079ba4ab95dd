"""Which claims agree, contradict or supersede each other, and in what they differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from operator import attrgetter

from pipeline.resolve.comparison import Comparison, Told, Voice, told, voice
from pipeline.resolve.figures import pieces
from pipeline.resolve.records import Relation, ResolvedClaim
from pipeline.resolve.tellings import days_of
from pipeline.resolve.updates import superseded_by

# An event with more statements than this is not compared all with all.
FEW = 64

_KEY = attrgetter("claim_id", "related_claim_id", "relation", "reason")


class RelationFinder:
    """Compares the claims of each event, and totals over the same days."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._neighbours = comparison.settings.neighbours

    def relations(self, claims: Sequence[ResolvedClaim]) -> list[Relation]:
        """Return the relations between `claims`, which carry their event ids, sorted."""
        newer = superseded_by(claims)
        found = {Relation(new, old, "supersedes", "figure") for old, new in newer.items()}
        split = pieces(claims)
        whole = [claim for claim in claims if claim.claim_id not in split]
        replaced = {told(claim) for claim in claims if claim.claim_id in newer}
        for group in _groups(whole):
            standing = [
                claim
                for claim in group
                if claim.claim_id not in newer and not (claim.speaker and told(claim) in replaced)
            ]
            found |= self.within(group, standing)
        found |= self._told_elsewhere(whole)
        return sorted(found, key=_KEY)

    def within(
        self, group: Sequence[ResolvedClaim], standing: Sequence[ResolvedClaim]
    ) -> set[Relation]:
        """Return in what claims agree and contradict each other.

        Args:
            group: claims of one event and type, or totals of one type, place and span of days, in
                the order of the texts; figures given in pieces left out.
            standing: those of them that nothing has replaced.
        """
        return self._agreements(group) | self._contradictions(standing)

    def striking(self, claim: ResolvedClaim) -> bool:
        """Tell whether a named speaker's figure is hardly met twice by chance."""
        return bool(claim.speaker) and self._comparison.telling(claim)

    def elsewhere(self, one: ResolvedClaim, other: ResolvedClaim) -> Relation | None:
        """Compare two tellings of a striking figure that follow each other in the texts.

        They clash where one is of an event and the other a total of days so near that both may be
        one telling.
        """
        if one.scope != other.scope and self._near(one, other):
            return _pair(one, other, "contradicts", "scope")
        return None

    def _agreements(self, group: Sequence[ResolvedClaim]) -> set[Relation]:
        """Link each claim to the next one that gives the same figure; chains, not all pairs."""
        found: set[Relation] = set()
        ordered = sorted(group, key=lambda claim: (_figure(claim), order(claim)))
        for position, claim in enumerate(ordered):
            for later in ordered[position + 1 : position + 1 + self._neighbours]:
                if self._comparison.agrees(claim, later):
                    found.add(_pair(claim, later, "agrees", "same"))
                    break
        return found

    def _contradictions(self, group: Sequence[ResolvedClaim]) -> set[Relation]:
        """Compare what each voice says; what it repeats for one day and place counts once."""
        totals = _greatest_statements(group)
        said: dict[tuple[object, ...], ResolvedClaim] = {}
        for claim in group:
            key = (*voice(claim), claim.date_start, claim.place_id, claim.verification)
            said.setdefault((*key, *told(claim)), claim)
        found: set[Relation] = set()
        for one, other in self._compared(list(said.values())):
            if voice(one) != voice(other):
                reason = self._comparison.reason(one, other, totals)
                if reason:
                    found.add(_pair(one, other, "contradicts", reason))
        return found

    def _compared(
        self, said: Sequence[ResolvedClaim]
    ) -> Iterator[tuple[ResolvedClaim, ResolvedClaim]]:
        """Yield all pairs of a few claims; of many, each with the next and with both extremes."""
        if len(said) <= FEW:
            yield from combinations(said, 2)
            return
        ordered = sorted(said, key=lambda claim: (_figure(claim), order(claim)))
        for position, claim in enumerate(ordered):
            nearest = ordered[position + 1 : position + 1 + self._neighbours]
            for other in (*nearest, ordered[0], ordered[-1]):
                if other is not claim:
                    yield claim, other

    def _told_elsewhere(self, claims: Iterable[ResolvedClaim]) -> set[Relation]:
        """Compare one claimant's equal figures of which one is of an event and one a total."""
        groups: dict[Told, list[ResolvedClaim]] = defaultdict(list)
        for claim in sorted(claims, key=order):
            if self.striking(claim):
                groups[told(claim)].append(claim)
        pairs = (pair for group in groups.values() for pair in pairwise(group))
        return {found for one, other in pairs if (found := self.elsewhere(one, other))}

    def _near(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        """Tell whether two sources tell a figure of days so near that it may be one telling."""
        first, second = days_of(one), days_of(other)
        if first is None or second is None or one.source_id == other.source_id:
            return False
        gap = max(first[0] - second[1], second[0] - first[1])
        return gap <= self._comparison.settings.retold_days


def _greatest_statements(group: Iterable[ResolvedClaim]) -> dict[Voice, int]:
    """Return the greatest sum that each voice gives in one sentence, parts left out."""
    sums: dict[tuple[Voice, int], int] = defaultdict(int)
    for claim in group:
        if not claim.part_of:
            sums[voice(claim), claim.sentence_start] += claim.count_low or 0
    greatest: dict[Voice, int] = defaultdict(int)
    for (speaker, _), total in sums.items():
        greatest[speaker] = max(greatest[speaker], total)
    return greatest


def _groups(claims: Iterable[ResolvedClaim]) -> list[list[ResolvedClaim]]:
    """Return the claims of one event and type, or totals of one type, place and span of days."""
    groups: dict[tuple[str, ...], list[ResolvedClaim]] = defaultdict(list)
    for claim in sorted(claims, key=order):
        if claim.event_id or claim.date_start:
            groups[_group_key(claim)].append(claim)
    return [group for group in groups.values() if len(group) > 1]


def _group_key(claim: ResolvedClaim) -> tuple[str, ...]:
    if claim.event_id:
        return claim.event_id, claim.claim_type
    return "", claim.claim_type, claim.date_start, claim.date_end, claim.place_id


def _figure(claim: ResolvedClaim) -> int:
    return claim.count_low if claim.count_low is not None else claim.count_high or 0


def order(claim: ResolvedClaim) -> tuple[str, int, str]:
    """Return where a claim stands in the order of the texts."""
    return claim.source_id, claim.char_start, claim.claim_id


def _pair(one: ResolvedClaim, other: ResolvedClaim, relation: str, reason: str) -> Relation:
    first, second = sorted((one.claim_id, other.claim_id))
    return Relation(first, second, relation, reason)
