"""Whether two claims say the same, and in what they can't both be true."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.resolve.figures import agree, clash
from pipeline.resolve.geography import Geography
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.settings import ResolveSettings
from pipeline.resolve.sides import Sides
from pipeline.resolve.tellings import days_of, overlap

LEAST_VAGUE = 2
GOVERNMENTS = frozenset({"syrian_government", "russia"})

Voice = tuple[str, str]
Told = tuple[str, str, str, int | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares two claims.

    Attributes:
        geography, sides, settings: as resolution has them.
        alignments: on which side each claimant stands, by id.
    """

    geography: Geography
    sides: Sides
    settings: ResolveSettings
    alignments: Mapping[str, str]

    def agrees(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        """Tell whether both give the same figure of the same people, in two sentences."""
        if (one.source_id, one.sentence_start) == (other.source_id, other.sentence_start):
            return False
        if "denied" in (one.verification, other.verification) or _says_little(one):
            return False
        large = (one.count_low or 0) >= self.settings.distinctive_count
        return (
            (self._same_people(one, other) or (large and self._comparable(one, other)))
            and agree(one, other, self.settings.figure_tolerance)
            and self.sides.same_actor(one.actor, other.actor)
            and self._meet(one, other)
        )

    def reason(self, one: ResolvedClaim, other: ResolvedClaim, totals: Mapping[Voice, int]) -> str:
        """Return in what two claims of one event can't both be true, "" where they can.

        Args:
            one: a claim.
            other: a claim of another voice about the same type of thing.
            totals: the greatest sum that each voice gives in one sentence.
        """
        if (one.verification == "denied") != (other.verification == "denied"):
            return "denial" if self._comparable(one, other) else ""
        if self.retold(one, other):
            return self.retold_reason(one, other)
        if not self._meet(one, other) or (not one.date_start) != (not other.date_start):
            return ""
        if agree(one, other, self.settings.figure_tolerance):
            return self._other_people_or_side(one, other)
        comparable = self._comparable(one, other) and self.sides.same_actor(one.actor, other.actor)
        return "figure" if comparable and self._figures_clash(one, other, totals) else ""

    def retold(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        """Tell whether two sources give one claimant's same striking figure of the same people."""
        return (
            one.source_id != other.source_id
            and bool(one.speaker)
            and told(one) == told(other)
            and self.telling(one)
            and self.telling(other)
        )

    def retold_reason(self, one: ResolvedClaim, other: ResolvedClaim) -> str:
        """Return in what two tellings of one figure differ, "" where in nothing."""
        if not overlap(days_of(one), days_of(other)):
            return "date"
        if not self.geography.compatible(one.place_id, other.place_id):
            return "place"
        return "" if self.sides.same_actor(one.actor, other.actor) else "actor"

    def telling(self, claim: ResolvedClaim) -> bool:
        """Tell whether the figure is so large and plain that it is hardly met twice by chance."""
        vague = claim.count_qualifier == "vague"
        return (claim.count_low or 0) >= self.settings.distinctive_count and not vague

    def _figures_clash(
        self, one: ResolvedClaim, other: ResolvedClaim, totals: Mapping[Voice, int]
    ) -> bool:
        """Tell whether the greater figure leaves no room for the smaller one."""
        if not clash(one, other, self.settings.figure_tolerance):
            return False
        small, great = sorted((one, other), key=lambda claim: claim.count_low or 0)
        if self._reaches_less(small, great) or (small.part_of and not great.part_of):
            return False
        if self._same_people(small, great):
            return True
        opposed = self._opposed(one, other)
        if self.sides.holds(self._people(small), self._people(great)):
            # A part of the people is greater than the whole.
            return opposed or bool(one.actor and other.actor)
        # The smaller figure counts a part of the people only. It denies the rest where it is all
        # that a speaker of the other side admits.
        return opposed and totals.get(voice(small), 0) <= (small.count_low or 0)

    def _other_people_or_side(self, one: ResolvedClaim, other: ResolvedClaim) -> str:
        """Return in what two claims of one striking figure differ, "" where in nothing."""
        if not (self.telling(one) and one.actor and other.actor):
            return ""
        same_side = self.sides.same_actor(one.actor, other.actor)
        if self._same_people(one, other) and not same_side:
            return "actor"
        return "subject" if same_side and not self._comparable(one, other) else ""

    def _reaches_less(self, small: ResolvedClaim, great: ResolvedClaim) -> bool:
        """Tell whether the smaller figure is for fewer days or a smaller place, or may be."""
        inner, outer = days_of(small), days_of(great)
        if inner is not None and outer is not None:
            covers = inner[0] <= outer[0] and outer[1] <= inner[1]
            if not covers:
                return True
        here, there = small.place_id, great.place_id
        return bool(here and there) and not self.geography.within(there, here)

    def _opposed(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        """Tell whether one speaker stands on a government's side and the other does not."""
        sides = {self.alignments.get(claim.claimant_id, "") for claim in (one, other)}
        return bool(sides & GOVERNMENTS) and bool(sides - GOVERNMENTS - {""})

    def _meet(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        days = overlap(days_of(one), days_of(other))
        return days and self.geography.compatible(one.place_id, other.place_id)

    def _people(self, claim: ResolvedClaim) -> str:
        return self.sides.counted(claim.subject, claim.actor)

    def _same_people(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        return one.subject == other.subject or self._people(one) == self._people(other)

    def _comparable(self, one: ResolvedClaim, other: ResolvedClaim) -> bool:
        return self.sides.comparable(one.subject, other.subject) or self.sides.comparable(
            self._people(one), self._people(other)
        )


def told(claim: ResolvedClaim) -> Told:
    """Return what makes two tellings of one figure the same."""
    return claim.claimant_id, claim.claim_type, claim.subject, claim.count_low


def voice(claim: ResolvedClaim) -> Voice:
    """Return who speaks: words that nobody is named for are the source's own."""
    return claim.source_id, claim.speaker


def _says_little(claim: ResolvedClaim) -> bool:
    """Tell whether a claim gives no figure, or one so vague that agreeing means nothing."""
    if claim.count_low is None and claim.count_high is None:
        return True
    return claim.count_qualifier == "vague" and (claim.count_low or 0) <= LEAST_VAGUE
