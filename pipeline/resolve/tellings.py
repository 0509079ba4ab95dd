"""Claims of one stretch of one text that tell of one happening."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from pipeline.resolve.geography import Geography
from pipeline.resolve.records import WEAPONS, ResolvedClaim
from pipeline.resolve.settings import ResolveSettings
from pipeline.resolve.sides import Sides

# A text without paragraphs may tell of hundreds of happenings: a claim is held to the last few.
RECENT = 32
Days = tuple[int, int]


@dataclass(slots=True, eq=False)
class Telling:
    """Claims of one paragraph about one happening.

    Attributes:
        key: source and offset of the first claim; orders tellings whatever the input's order.
        days: first and last day as ordinals, None where no claim has a date.
        place_id: the most specific place among the claims, "" where there is none.
        number: position of its paragraph among those of the source that hold claims.
        apart: keys of tellings of the same paragraph that are of another happening.
    """

    key: tuple[str, int]
    claims: list[ResolvedClaim]
    days: Days | None
    place_id: str
    number: int = 0
    apart: set[tuple[str, int]] = field(default_factory=set)

    @property
    def recent(self) -> list[ResolvedClaim]:
        """The last claims, to which a further one is held; so the work stays linear."""
        return self.claims[-RECENT:]

    @property
    def paragraph(self) -> tuple[str, int]:
        """Source and paragraph."""
        return self.key[0], self.claims[0].paragraph


def days_of(claim: ResolvedClaim) -> Days | None:
    """Return the first and last day of a claim as ordinals, None where it has no date."""
    if not claim.date_start or not claim.date_end:
        return None
    return (
        date.fromisoformat(claim.date_start).toordinal(),
        date.fromisoformat(claim.date_end).toordinal(),
    )


def overlap(one: Days | None, other: Days | None) -> bool:
    """Tell whether two spans share a day; an unknown span shares any."""
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def same_time(one: Days | None, other: Days | None, longest: int) -> bool:
    """Tell whether two spans share a day and, where one is longer than `longest`, are equal."""
    if one is None or other is None or one == other:
        return True
    short = max(one[1] - one[0], other[1] - other[0]) < longest
    return short and overlap(one, other)


class Teller:
    """Gathers the claims of each paragraph into tellings."""

    def __init__(self, geography: Geography, sides: Sides, settings: ResolveSettings) -> None:
        self._geography = geography
        self._sides = sides
        self._settings = settings

    def tellings(self, claims: Iterable[ResolvedClaim]) -> list[Telling]:
        """Return the tellings of all `claims`, ordered by source and offset."""
        ordered = sorted(
            claims, key=lambda claim: (claim.source_id, claim.char_start, claim.claim_id)
        )
        found: list[Telling] = []
        numbers: Counter[str] = Counter()
        for (source_id, *_), members in groupby(ordered, key=_paragraph):
            found += self._paragraph_tellings(list(members), numbers[source_id])
            numbers[source_id] += 1
        return found

    def _paragraph_tellings(self, claims: Sequence[ResolvedClaim], number: int) -> list[Telling]:
        opened: list[Telling] = []
        for claim in claims:
            home, refused = None, []
            near = opened[-RECENT:]
            for telling in self._nearest_first(claim, near):
                verdict = self._fits(claim, telling, near)
                if verdict == "yes":
                    home = telling
                    break
                if verdict == "apart":
                    refused.append(telling)
            if home is None:
                home = Telling((claim.source_id, claim.char_start), [], None, "", number)
                opened.append(home)
                for other in refused:
                    other.apart.add(home.key)
                    home.apart.add(other.key)
            self._add(claim, home)
        return opened

    def _nearest_first(self, claim: ResolvedClaim, opened: Sequence[Telling]) -> list[Telling]:
        """Return the tellings in which the claim is looked for, the likeliest first."""
        return sorted(
            opened,
            key=lambda telling: (
                telling.claims[-1].sentence_start != claim.sentence_start,
                not self._updates(claim, telling),
                self._distance(claim, telling) if claim.goes_on else 0,
                not self._same_spot(claim, telling),
                -telling.key[1],
            ),
        )

    def _fits(self, claim: ResolvedClaim, telling: Telling, opened: Sequence[Telling]) -> str:
        """Return yes, no (it may still be the same), or apart (plainly another happening)."""
        if any(_linked(claim, member) for member in telling.recent):
            return "yes"
        if not same_time(days_of(claim), telling.days, self._settings.longest_span_days):
            late = self._updates(claim, telling) or self._sums_up(claim, telling)
            return "yes" if late and self._soon_after(claim, telling) else "no"
        if not self._geography.compatible(claim.place_id, telling.place_id):
            return "apart"
        last = telling.claims[-1]
        if claim.stretch != last.stretch:
            elsewhere = any(other.claims[0].stretch == claim.stretch for other in opened)
            city = self._geography.kind(claim.place_id) == "city"
            back = elsewhere and not city and self._same_spot(claim, telling)
            return "yes" if back or self._updates(claim, telling) else "apart"
        if claim.sentence_start == last.sentence_start or self._continues(claim, telling):
            return "yes"
        return "no" if claim.turn != last.turn else "apart"

    def _continues(self, claim: ResolvedClaim, telling: Telling) -> bool:
        """Tell whether a claim of a later sentence goes on with the same happening."""
        if claim.goes_on or self._updates(claim, telling):
            return True
        weapons = {one.hint for one in telling.recent} & WEAPONS
        if claim.hint in WEAPONS and weapons and claim.hint not in weapons:
            return False
        last = telling.claims[-1]
        actors = {one.actor for one in telling.recent}
        if claim.turn != last.turn:
            same_voice = claim.actor in actors and claim.speaker == last.speaker
            here = claim.place_id in ("", telling.place_id)
            return same_voice and (here or bool(claim.speaker))
        if self._same_spot(claim, telling):
            return True
        if claim.speaker and claim.speaker != last.speaker:
            return self._another_voice_on(claim, telling, actors)
        return any(self._sides.same_actor(claim.actor, actor) for actor in actors)

    def _another_voice_on(self, claim: ResolvedClaim, telling: Telling, actors: set[str]) -> bool:
        """Tell whether a claim of another claimant is about the victims of the same happening."""
        if claim.actor and "" not in actors and claim.actor not in actors:
            return False
        side = self._sides.victim_side(claim.subject)
        known = {self._sides.victim_side(one.subject) for one in telling.recent}
        return not side or "" in known or side in known

    def _same_spot(self, claim: ResolvedClaim, telling: Telling) -> bool:
        return claim.place_id == telling.place_id and not self._geography.is_wide(claim.place_id)

    def _updates(self, claim: ResolvedClaim, telling: Telling) -> bool:
        return claim.revises and any(
            claim.claim_type == one.claim_type and claim.subject == one.subject
            for one in telling.recent
        )

    def _sums_up(self, claim: ResolvedClaim, telling: Telling) -> bool:
        """Tell whether a speaker gives one figure of the dead and wounded of whom it spoke."""
        return (
            claim.claim_type == "killed_or_wounded"
            and bool(claim.speaker)
            and any(
                claim.speaker == one.speaker
                and claim.subject == one.subject
                and one.claim_type in ("killed", "wounded")
                for one in telling.recent
            )
        )

    def _soon_after(self, claim: ResolvedClaim, telling: Telling) -> bool:
        days = days_of(claim)
        if days is None or telling.days is None:
            return False
        late = days[0] - telling.days[1]
        here = self._geography.compatible(claim.place_id, telling.place_id)
        return here and 0 < late <= self._settings.retold_days

    def _distance(self, claim: ResolvedClaim, telling: Telling) -> int:
        """Return 0 where the telling counts people of whom those of the claim may be part."""
        alike = [one.subject for one in telling.recent if one.claim_type == claim.claim_type]
        if any(self._sides.holds(subject, claim.subject) for subject in alike):
            return 0
        return 1 if any(self._sides.comparable(claim.subject, one) for one in alike) else 2

    def _add(self, claim: ResolvedClaim, telling: Telling) -> None:
        telling.claims.append(claim)
        days = days_of(claim)
        if days is not None:
            known = telling.days or days
            telling.days = (min(known[0], days[0]), max(known[1], days[1]))
        if not telling.place_id or self._geography.within(claim.place_id, telling.place_id):
            telling.place_id = claim.place_id


def _paragraph(claim: ResolvedClaim) -> tuple[str, int, int]:
    alone = claim.sentence_start if claim.paragraph < 0 else -1
    return claim.source_id, claim.paragraph, alone


def _linked(claim: ResolvedClaim, member: ResolvedClaim) -> bool:
    return bool(
        (claim.part_of and claim.part_of in (member.claim_id, member.part_of))
        or claim.claim_id in (member.part_of, member.supersedes)
        or (claim.supersedes and claim.supersedes == member.claim_id)
    )
