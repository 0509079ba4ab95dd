"""The row of an event, made from its claims and nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.resolve.event_types import event_type, type_of_violence
from pipeline.resolve.geography import Geography
from pipeline.resolve.records import Event, ResolvedClaim
from pipeline.resolve.sides import Sides

TYPE_WORDS = {
    "attack": "Attack",
    "armed_clash": "Armed clash",
    "shelling_artillery_missile": "Shelling",
    "air_drone_strike": "Air strike",
    "remote_explosive_landmine_ied": "Explosive device",
    "suicide_bomb": "Suicide bombing",
    "abduction_forced_disappearance": "Abduction",
    "arrests": "Arrests",
    "protest": "Protest",
    "protest_with_intervention": "Protest put down",
    "excessive_force_against_protesters": "Force against protesters",
    "mob_violence": "Mob violence",
    "government_regains_territory": "Government takes ground",
    "non_state_actor_overtakes_territory": "Opposition takes ground",
    "looting_property_destruction": "Looting or destruction",
    "disrupted_weapons_use": "Disrupted use of weapons",
    "agreement": "Agreement",
    "change_to_group_activity": "Change to group",
    "other": "Happening",
}
# Not from the calendar module: its names change with the locale.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def event_row(
    event_id: str,
    claims: Sequence[ResolvedClaim],
    geography: Geography,
    sides: Sides,
    *,
    contested: bool,
    superseded: frozenset[str],
) -> Event:
    """Return the row of the event made of `claims`."""
    kind = event_type(claims, sides)
    start, end, precision = event_dates(claims)
    place_id = event_place(claims, geography)
    low, high = killed_range(claims, superseded)
    return Event(
        event_id=event_id,
        title=_title(kind, place_id, (start, end, precision), geography),
        event_type=kind,
        type_of_violence=type_of_violence(claims, kind, sides),
        date_start=start,
        date_end=end,
        date_precision=precision,
        place_id=place_id,
        actors="|".join(sorted({claim.actor for claim in claims if claim.actor})),
        killed_low=low,
        killed_high=high,
        claim_count=len(claims),
        claimant_count=len({claim.claimant_id for claim in claims if claim.claimant_id}),
        source_count=len({claim.source_id for claim in claims}),
        contested=contested,
    )


def event_dates(claims: Iterable[ResolvedClaim]) -> tuple[str, str, str]:
    """Return first day, last day and precision: the finest that all dated claims support."""
    dated = [claim for claim in claims if claim.date_start]
    if not dated:
        return "", "", "unknown"
    start = min(claim.date_start for claim in dated)
    end = max(claim.date_end for claim in dated)
    precisions = {claim.date_precision for claim in dated}
    if len(precisions) == 1:
        precision = precisions.pop()
        return start, end, "range" if precision == "day" and start != end else precision
    if "day" in precisions and start == end:
        return start, end, "day"
    exact = {claim.date_precision for claim in dated if claim.date_precision in ("day", "range")}
    return start, end, "range" if exact else "approximate"


def event_place(claims: Iterable[ResolvedClaim], geography: Geography) -> str:
    """Return the most specific place in which at least half of the located claims lie.

    Claims at a governorate or wider are left out where others name a place in it.
    """
    named = [claim.place_id for claim in claims if claim.place_id in geography]
    exact = [place for place in named if not geography.is_wide(place)]
    places = exact or named
    inside: Counter[str] = Counter()
    for place in places:
        inside.update(geography.lineage(place))
    common = [place for place in inside if 2 * inside[place] >= len(places)]
    return max(
        common,
        key=lambda place: (len(geography.lineage(place)), inside[place], place),
        default="",
    )


def killed_range(
    claims: Iterable[ResolvedClaim], superseded: frozenset[str]
) -> tuple[int | None, int | None]:
    """Return the lowest and the highest figure of killed people that any claimant gives.

    What one sentence says in one claimant's name is a statement: its figures are added up, parts
    and figures that the text replaces left out. Of each claimant in each source the greatest
    statement counts.
    """
    killed = [claim for claim in claims if claim.claim_type == "killed"]
    known = {claim.claim_id for claim in killed}
    statements: dict[tuple[str, str, int], tuple[int, int]] = {}
    for claim in killed:
        if claim.part_of in known or claim.claim_id in superseded:
            continue
        key = (claim.source_id, claim.claimant_id, claim.sentence_start)
        low, high = statements.get(key, (0, 0))
        least = claim.count_low or 0
        most = least if claim.count_high is None else claim.count_high
        statements[key] = (low + least, high + most)
    greatest: dict[tuple[str, str], tuple[int, int]] = {}
    for (source_id, claimant_id, _), (low, high) in statements.items():
        voice = (source_id, claimant_id)
        before = greatest.get(voice, (0, 0))
        greatest[voice] = (max(before[0], low), max(before[1], high))
    if not greatest:
        return None, None
    return min(low for low, _ in greatest.values()), max(high for _, high in greatest.values())


def _title(kind: str, place_id: str, dates: tuple[str, str, str], geography: Geography) -> str:
    start, end, how = dates
    parts = [TYPE_WORDS[kind]]
    if place_id:
        parts.append(geography.name(place_id))
    if start:
        parts.append(_in_words(date.fromisoformat(start), date.fromisoformat(end), how))
    return ", ".join(parts)


def _in_words(first: date, last: date, how: str) -> str:
    if how == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    words = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first != last:
        start = str(first.day)
        if (first.year, first.month) != (last.year, last.month):
            start += f" {MONTHS[first.month - 1]}"
        if first.year != last.year:
            start += f" {first.year}"
        words = f"{start} to {words}"
    return f"around {words}" if how == "approximate" else words
