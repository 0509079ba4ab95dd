"""Which claims agree, contradict or supersede each other, and in what they differ."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from pipeline.resolve.figures import agree, clash, pieces
from pipeline.resolve.geography import Geography
from pipeline.resolve.records import Relation, ResolvedClaim
from pipeline.resolve.settings import ResolveSettings
from pipeline.resolve.sides import Sides
from pipeline.resolve.tellings import days_of, overlap

LEAST_VAGUE = 2
GOVERNMENTS = frozenset({"government", "syrian_government", "russia"})


class RelationFinder:
    """Compares the claims of each event, and totals over the same days."""

    def __init__(
        self,
        geography: Geography,
        sides: Sides,
        settings: ResolveSettings,
        alignments: Mapping[str, str],
    ) -> None:
        self._geography = geography
        self._sides = sides
        self._settings = settings
        self._alignments = alignments

    def relations(self, claims: Sequence[ResolvedClaim]) -> list[Relation]:
        """Return the relations between `claims`, which carry their event ids, sorted."""
        newer = superseded_by(claims)
        found = {Relation(new, old, "supersedes", "figure") for old, new in newer.items()}
        split = pieces(claims)
        whole = [claim for claim in claims if claim.claim_id not in split]
        told = {_told(claim) for claim in claims if claim.claim_id in newer}
        for group in _groups(whole):
            found |= self._agreements(group)
            kept = [
                claim
                for claim in group
                if not (claim.claimant_id and _told(claim) in told) and claim.claim_id not in newer
            ]
            found |= self._contradictions(kept)
        found |= self._told_elsewhere(whole)
        return sorted(found)

    def _agreements(self, group: Sequence[ResolvedClaim]) -> set[Relation]:
        """Link each claim to the next one that gives the same figure; chains, not all pairs."""
        found: set[Relation] = set()
        for position, claim in enumerate(group):
            for later in group[position + 1 :]:
                if self._agrees(claim, later):
                    found.add(_pair(claim, later, "agrees", "same"))
                    break
        return found

    def _agrees(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        if (one.source_id, one.sentence_start) == (other.source_id, other.sentence_start):
            return False
        if "denied" in (one.verification, other.verification) or _says_little(one):
            return False
        telling = (one.count_low or 0) >= self._settings.distinctive_count
        return (
            (one.subject == other.subject or (telling and self._comparable(one, other)))
            and agree(one, other, self._settings.figure_tolerance)
            and self._sides.same_actor(one.actor, other.actor)
            and overlap(days_of(one), days_of(other))
            and self._geography.compatible(one.place_id, other.place_id)
        )

    def _contradictions(self, group: Sequence[ResolvedClaim]) -> set[Relation]:
        totals = _greatest_statements(group)
        voices: dict[tuple[object, ...], ResolvedClaim] = {}
        for claim in group:
            voices.setdefault(
                (claim.source_id, claim.date_start, claim.place_id, *_told(claim)), claim
            )
        found: set[Relation] = set()
        for one, other in combinations(voices.values(), 2):
            if (one.source_id, one.claimant_id) != (other.source_id, other.claimant_id):
                reason = self._reason(one, other, totals)
                if reason:
                    found.add(_pair(one, other, "contradicts", reason))
        return found

    def _reason(
        self, one: ResolvedClaim, other: ResolvedClaim, totals: Mapping[tuple[str, str], int]
    ) -> str:
        """Return in what two claims of one event can't both be true, "" where they can."""
        if (one.verification == "denied") != (other.verification == "denied"):
            return "denial" if self._comparable(one, other) else ""
        if self._retold(one, other):
            return self._retold_reason(one, other)
        same_time = overlap(days_of(one), days_of(other))
        if not same_time or not self._geography.compatible(one.place_id, other.place_id):
            return ""
        if agree(one, other, self._settings.figure_tolerance):
            return self._other_people_or_side(one, other)
        comparable = self._sides.same_actor(one.actor, other.actor)
        return "figure" if comparable and self._figures_clash(one, other, totals) else ""

    def _other_people_or_side(self, one: ResolvedClaim, other: ResolvedClaim) -> str:
        """Return in what two claims of one striking figure differ, "" where in nothing."""
        if not (self._telling(one) and one.actor and other.actor):
            return ""
        if one.subject == other.subject and not self._sides.same_actor(one.actor, other.actor):
            return "actor"
        if one.actor == other.actor and not self._comparable(one, other):
            return "subject"
        return ""

    def _figures_clash(
        self, one: ResolvedClaim, other: ResolvedClaim, totals: Mapping[tuple[str, str], int]
    ) -> bool:
        """Tell whether the greater figure leaves no room for the smaller one."""
        tolerance = self._settings.figure_tolerance
        if not self._comparable(one, other) or not clash(one, other, tolerance):
            return False
        small, great = sorted((one, other), key=lambda claim: claim.count_low or 0)
        if self._reaches_less(small, great):
            return False
        if small.subject == great.subject or self._sides.holds(small.subject, great.subject):
            return True
        # The smaller figure counts a part of the people only. It denies the rest where it is all
        # that a speaker of the other side admits.
        sides = {self._alignments.get(claim.claimant_id, "") for claim in (one, other)}
        opposed = bool(sides & GOVERNMENTS) and bool(sides - GOVERNMENTS - {""})
        total = totals.get((small.source_id, small.claimant_id), 0)
        return opposed and total <= (small.count_low or 0)

    def _reaches_less(self, small: ResolvedClaim, great: ResolvedClaim) -> bool:
        """Tell whether the smaller figure is for fewer days or a smaller place, or may be."""
        inner, outer = days_of(small), days_of(great)
        if inner is not None and outer is not None and inner != outer:
            covers = inner[0] <= outer[0] and outer[1] <= inner[1]
            if not covers:
                return True
        here, there = small.place_id, great.place_id
        if not here or not there or here == there:
            return False
        return not self._geography.within(there, here)

    def _retold(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        """Tell whether two sources give one claimant's same striking figure of the same people."""
        return (
            one.source_id != other.source_id
            and bool(one.claimant_id)
            and _told(one) == _told(other)
            and self._telling(one)
            and self._telling(other)
        )

    def _retold_reason(self, one: ResolvedClaim, other: ResolvedClaim) -> str:
        if not overlap(days_of(one), days_of(other)):
            return "date"
        if not self._geography.compatible(one.place_id, other.place_id):
            return "place"
        if not self._sides.same_actor(one.actor, other.actor):
            return "actor"
        return ""

    def _told_elsewhere(self, claims: Iterable[ResolvedClaim]) -> set[Relation]:
        """Compare one claimant's equal figures that stand under different events, or under none."""
        told: dict[tuple[object, ...], list[ResolvedClaim]] = defaultdict(list)
        for claim in sorted(claims, key=_order):
            if claim.claimant_id and self._telling(claim):
                told[_told(claim)].append(claim)
        found: set[Relation] = set()
        for group in told.values():
            for one, other in pairwise(group):
                if one.source_id == other.source_id or _group_key(one) == _group_key(other):
                    continue
                if not self._days_apart_little(one, other):
                    continue
                reason = "scope" if one.scope != other.scope else self._retold_reason(one, other)
                if reason:
                    found.add(_pair(one, other, "contradicts", reason))
        return found

    def _days_apart_little(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        first, second = days_of(one), days_of(other)
        if first is None or second is None:
            return False
        gap = max(first[0] - second[1], second[0] - first[1])
        return gap <= self._settings.retold_days

    def _telling(self, claim: ResolvedClaim) -> bool:
        vague = claim.count_qualifier == "vague"
        return (claim.count_low or 0) >= self._settings.distinctive_count and not vague

    def _comparable(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        return self._sides.comparable(one.subject, other.subject)


def superseded_by(claims: Iterable[ResolvedClaim]) -> dict[str, str]:
    """Return, for each claim that the text replaces, the claim that replaces it.

    Where the text speaks of an update without giving the old figure beside it, the last figure of
    the same people before it in the event and source is the one updated.
    """
    found = {claim.supersedes: claim.claim_id for claim in claims if claim.supersedes}
    last: dict[tuple[str, ...], ResolvedClaim] = {}
    for claim in sorted(claims, key=_order):
        if claim.part_of or not claim.event_id:
            continue
        line = (claim.event_id, claim.source_id, claim.claim_type, claim.subject)
        before = last.get(line)
        updates = claim.revises and not claim.supersedes and claim.claim_id not in found
        if updates and before is not None and before.count_low != claim.count_low:
            found.setdefault(before.claim_id, claim.claim_id)
        last[line] = claim
    return found


def _says_little(claim: ResolvedClaim) -> bool:
    """Tell whether a claim gives no figure, or one so vague that agreeing means nothing."""
    if claim.count_low is None and claim.count_high is None:
        return True
    return claim.count_qualifier == "vague" and (claim.count_low or 0) <= LEAST_VAGUE


def _greatest_statements(group: Iterable[ResolvedClaim]) -> dict[tuple[str, str], int]:
    """Return the greatest sum that each claimant of each source gives in one sentence."""
    sums: dict[tuple[str, str, int], int] = defaultdict(int)
    for claim in group:
        if not claim.part_of:
            key = (claim.source_id, claim.claimant_id, claim.sentence_start)
            sums[key] += claim.count_low or 0
    greatest: dict[tuple[str, str], int] = defaultdict(int)
    for (source_id, claimant_id, _), total in sums.items():
        voice = (source_id, claimant_id)
        greatest[voice] = max(greatest[voice], total)
    return greatest


def _groups(claims: Iterable[ResolvedClaim]) -> list[list[ResolvedClaim]]:
    """Return the counted claims of one event and type, or of totals over the same days."""
    groups: dict[tuple[str, ...], list[ResolvedClaim]] = defaultdict(list)
    for claim in sorted(claims, key=_order):
        if claim.event_id or claim.date_start:
            groups[_group_key(claim)].append(claim)
    return [group for group in groups.values() if len(group) > 1]


def _group_key(claim: ResolvedClaim) -> tuple[str, ...]:
    if claim.event_id:
        return claim.event_id, claim.claim_type
    return "", claim.claim_type, claim.date_start, claim.date_end


def _told(claim: ResolvedClaim) -> tuple[str, str, str, int | None]:
    return claim.claimant_id, claim.claim_type, claim.subject, claim.count_low


def _order(claim: ResolvedClaim) -> tuple[str, int, str]:
    return claim.source_id, claim.char_start, claim.claim_id


def _pair(one: ResolvedClaim, other: ResolvedClaim, relation: str, reason: str) -> Relation:
    first, second = sorted((one.claim_id, other.claim_id))
    return Relation(first, second, relation, reason)
