"""Invented claims and places for the tests of resolution."""

from collections.abc import Iterable
from typing import Any

from pipeline.resolve.geography import Geography, KnownPlace
from pipeline.resolve.ids import claim_ids
from pipeline.resolve.records import Relation, Resolution, ResolvedClaim
from pipeline.resolve.resolver import Resolver
from pipeline.resolve.settings import load_settings
from pipeline.resolve.sides import load_sides

PLACES = [
    KnownPlace("land", "Land", "country"),
    KnownPlace("province", "Province", "governorate", "land"),
    KnownPlace("coast", "Coast", "governorate", "land"),
    KnownPlace("hills", "Hills", "mountain_area", "province", 35.70, 36.50),
    KnownPlace("oakham", "Oakham", "village", "hills", 35.68, 36.48),
    KnownPlace("elmby", "Elmby", "village", "hills", 35.72, 36.52),
    KnownPlace("nearby", "Nearby", "village", "province", 35.64, 36.43),
    KnownPlace("farfield", "Farfield", "village", "province", 36.20, 37.10),
    KnownPlace("marketon", "Marketon", "city", "province", 35.93, 36.63),
    KnownPlace("border", "Border strip", "region", "province"),
]
ALIGNMENTS = {"palace_news": "syrian_government", "watch": "opposition", "ledger": "independent"}


def claim(
    source: str = "daily",
    at: int = 100,
    count: int | None = 12,
    subject: str = "soldiers",
    *,
    day: str = "2013-05-04",
    to: str = "",
    place: str = "oakham",
    **others: Any,
) -> ResolvedClaim:
    """Return a claim of `count` killed, in a sentence and paragraph of its own unless told."""
    values: dict[str, Any] = {
        "claim_id": "",
        "source_id": source,
        "char_start": at,
        "char_end": at + 8,
        "sentence_start": at - at % 100,
        "sentence_end": at - at % 100 + 99,
        "paragraph": at - at % 1000,
        "claim_type": "killed",
        "count_low": count,
        "count_high": count,
        "count_qualifier": "exact",
        "subject": subject,
        "date_start": day,
        "date_end": to or day,
        "date_precision": ("range" if to else "day") if day else "unknown",
        "place_id": place,
    }
    return ResolvedClaim(**(values | others))


def named(claims: Iterable[ResolvedClaim]) -> list[ResolvedClaim]:
    """Give the claims their ids, in place."""
    found = list(claims)
    for one, claim_id in zip(found, claim_ids(found), strict=True):
        one.claim_id = claim_id
    return found


def resolver(**others: Any) -> Resolver:
    """Return a resolver over the invented places."""
    settings = load_settings()
    geography = Geography(PLACES, settings.near_kilometres)
    return Resolver(geography, load_sides(), settings, ALIGNMENTS, **others)


def resolve(*claims: ResolvedClaim) -> Resolution:
    """Return what resolution makes of the claims."""
    return resolver().resolve(named(claims))


def together(*claims: ResolvedClaim) -> bool:
    """Tell whether all claims come into one event."""
    found = {one.event_id for one in resolve(*claims).claims}
    return len(found) == 1 and "" not in found


def relations(*claims: ResolvedClaim) -> list[tuple[str, str]]:
    """Return the relations between the claims as (relation, reason)."""
    return [(found.relation, found.reason) for found in resolve(*claims).relations]


def only_relation(*claims: ResolvedClaim) -> Relation:
    """Return the one relation between the claims."""
    (found,) = resolve(*claims).relations
    return found
