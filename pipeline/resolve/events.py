"""Which tellings are of one event."""

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter

from pipeline.resolve.blocks import candidate_pairs
from pipeline.resolve.geography import Geography
from pipeline.resolve.groups import Groups, kept_apart
from pipeline.resolve.records import WEAPONS, ResolvedClaim
from pipeline.resolve.settings import ResolveSettings
from pipeline.resolve.sides import Sides
from pipeline.resolve.tellings import Days, Teller, Telling, same_time
from pipeline.resolve.totals import totals_at_home
from pipeline.resolve.updates import superseded_by

Link = tuple[int, int, int]

SAME_TELLING, SAME_SPOT, SAME_FIGURES, GOES_ON = 4, 3, 2, 1


class EventFinder:
    """Clusters claims of incidents into events."""

    def __init__(self, geography: Geography, sides: Sides, settings: ResolveSettings) -> None:
        self._geography = geography
        self._sides = sides
        self._settings = settings

    def clusters(self, claims: Sequence[ResolvedClaim]) -> list[list[ResolvedClaim]]:
        """Return the claims of each event; totals that are not of one event are in none.

        The result does not depend on the order of `claims`.
        """
        incidents = [claim for claim in claims if claim.scope == "incident"]
        tellings = Teller(self._geography, self._sides, self._settings).tellings(incidents)
        links: list[Link] = []
        for one, other in candidate_pairs(tellings, self._geography, self._settings):
            strength = self.strength(tellings[one], tellings[other])
            if strength:
                links.append((-strength, one, other))
        groups = Groups(self._settings.longest_event_days)
        for telling, apart in zip(tellings, kept_apart(tellings), strict=True):
            groups.add(telling.days, apart)
        # The pairs are in order already, and stay so among those of one strength.
        links.sort(key=itemgetter(0))
        for _, one, other in links:
            groups.join(one, other)
        found = [
            [claim for position in members for claim in tellings[position].claims]
            for members in groups.members()
        ]
        homes = {
            claim.claim_id: position for position, cluster in enumerate(found) for claim in cluster
        }
        for total, position in totals_at_home(claims, homes, superseded_by(claims)):
            found[position].append(total)
        return found

    def strength(self, one: Telling, other: Telling) -> int:
        """Return how plainly two tellings are of one event, 0 where they are not."""
        if one.paragraph == other.paragraph:
            return 0
        if self._told_again(one, other):
            return SAME_TELLING
        if not self._geography.compatible(one.place_id, other.place_id):
            return 0
        days = self._widened(one), self._widened(other)
        if not same_time(*days, self._settings.longest_span_days) or _other_weapon(one, other):
            return 0
        return self._same_happening(one, other)

    def _same_happening(self, one: Telling, other: Telling) -> int:
        """Return the strength of two tellings whose days and places allow one event."""
        alike = self._alike(one, other)
        if self._same_spot(one, other):
            joined = alike or not self._is_city(one.place_id) or self._one_act(one, other)
            return SAME_SPOT if joined else 0
        next_to = one.key[0] == other.key[0] and abs(one.number - other.number) == 1
        if not alike or (not next_to and (one.days is None or other.days is None)):
            return 0
        if not self._is_wide(one) and not self._is_wide(other):
            return SAME_SPOT
        if self._telling_figures(alike):
            return SAME_FIGURES
        dated = one.days is not None and other.days is not None
        return GOES_ON if next_to and dated and _same_hands(alike) else 0

    def _one_act(self, one: Telling, other: Telling) -> bool:
        """Tell whether one telling has no figures and both name the same acting side."""
        bare = any(
            all(claim.claim_type == "occurred" for claim in telling.claims)
            for telling in (one, other)
        )
        actors = [{claim.actor for claim in telling.claims} - {""} for telling in (one, other)]
        return bare and not actors[0].isdisjoint(actors[1])

    def _widened(self, telling: Telling) -> Days | None:
        if telling.days is None:
            return None
        slack = self._settings.approximate_days
        if not any(claim.date_precision == "approximate" for claim in telling.claims):
            slack = 0
        return telling.days[0] - slack, telling.days[1] + slack

    def _told_again(self, one: Telling, other: Telling) -> bool:
        """Tell whether one claimant's striking figure stands in both.

        The days may differ a little or the place may be another in the same area, but not both.
        """
        if one.days is None or other.days is None:
            return False
        gap = max(one.days[0] - other.days[1], other.days[0] - one.days[1])
        here = self._geography.compatible(one.place_id, other.place_id)
        near = self._geography.in_one_area(one.place_id, other.place_id)
        if gap > self._settings.retold_days or not (here or (near and gap <= 0)):
            return False
        return any(
            first.speaker
            and first.speaker == second.speaker
            and first.subject == second.subject
            and (first.count_low or 0) >= self._settings.distinctive_count
            and first.count_low == second.count_low
            for first, second in self._alike(one, other)
        )

    def _alike(self, one: Telling, other: Telling) -> list[tuple[ResolvedClaim, ResolvedClaim]]:
        """Return the pairs of claims that count the same thing done by the same side."""
        return [
            (first, second)
            for first in one.claims
            for second in other.claims
            if first.claim_type == second.claim_type
            and self._sides.comparable(self._people(first), self._people(second))
            and self._sides.same_actor(first.actor, second.actor)
        ]

    def _people(self, claim: ResolvedClaim) -> str:
        return self._sides.counted(claim.subject, claim.actor)

    def _telling_figures(self, alike: Iterable[tuple[ResolvedClaim, ResolvedClaim]]) -> bool:
        """Tell whether equal figures are many, large or of one claimant."""
        equal = [
            pair
            for pair in alike
            if pair[0].count_low is not None
            and pair[0].count_low == pair[1].count_low
            and (pair[0].count_qualifier == "vague") == (pair[1].count_qualifier == "vague")
        ]
        exact = {pair[0].claim_id for pair in equal if pair[0].count_qualifier != "vague"}
        return len(exact) > 1 or any(
            (first.count_low or 0) >= self._settings.distinctive_count
            or (first.speaker and first.speaker == second.speaker)
            for first, second in equal
        )

    def _same_spot(self, one: Telling, other: Telling) -> bool:
        return one.place_id == other.place_id and not self._is_wide(one)

    def _is_wide(self, telling: Telling) -> bool:
        return self._geography.is_wide(telling.place_id)

    def _is_city(self, place_id: str) -> bool:
        return self._geography.kind(place_id) == "city"


def _other_weapon(one: Telling, other: Telling) -> bool:
    first = Counter(claim.hint for claim in one.claims if claim.hint in WEAPONS)
    second = Counter(claim.hint for claim in other.claims if claim.hint in WEAPONS)
    return bool(first and second) and first.keys().isdisjoint(second.keys())


def _same_hands(alike: Iterable[tuple[ResolvedClaim, ResolvedClaim]]) -> bool:
    """Tell whether a pair of claims names one acting side or one claimant."""
    return any(
        (first.actor and first.actor == second.actor)
        or (first.speaker and first.speaker == second.speaker)
        for first, second in alike
    )
