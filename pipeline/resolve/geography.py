"""Which places lie in which, and which may be the same on the ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from pipeline.reference.gazetteer import Gazetteer

EARTH_RADIUS_KILOMETRES = 6371.0
WIDE = frozenset({"country", "governorate", "region"})
AREA = frozenset({"region", "mountain_area", "road"})


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What resolution needs to know of a place: kind, next larger place, degrees where known."""

    place_id: str
    name: str
    place_type: str
    parent: str = ""
    latitude: float | None = None
    longitude: float | None = None


def places_of(gazetteer: Gazetteer) -> list[KnownPlace]:
    """Return the places of a gazetteer as resolution needs them."""
    return [
        KnownPlace(
            place.place_id,
            place.name,
            place.place_type,
            place.parent,
            _degrees(place.row["latitude"]),
            _degrees(place.row["longitude"]),
        )
        for place in gazetteer
    ]


class Geography:
    """The places of a gazetteer with the questions that resolution asks of them.

    An unknown or empty place lies nowhere, is compatible with any and is wide.
    """

    def __init__(self, places: Iterable[KnownPlace], near_kilometres: float) -> None:
        self._places = {place.place_id: place for place in places}
        self._near = near_kilometres
        self._lineages: dict[str, tuple[str, ...]] = {}
        self._areas_near: dict[str, tuple[str, ...]] = {}
        self._compatible: dict[tuple[str, str], bool] = {}

    def __contains__(self, place_id: str) -> bool:
        return place_id in self._places

    def name(self, place_id: str) -> str:
        """Return the usual English name."""
        return self._places[place_id].name

    def kind(self, place_id: str) -> str:
        """Return the kind of place, "" where it is unknown."""
        place = self._places.get(place_id)
        return place.place_type if place else ""

    def lineage(self, place_id: str) -> tuple[str, ...]:
        """Return the place and all larger places around it, the nearest first."""
        found = self._lineages.get(place_id)
        if found is None:
            around: list[str] = []
            here = self._places.get(place_id)
            while here is not None and here.place_id not in around:
                around.append(here.place_id)
                here = self._places.get(here.parent)
            found = self._lineages[place_id] = tuple(around)
        return found

    def is_wide(self, place_id: str) -> bool:
        """Tell whether the place is so large that being in it says little."""
        place = self._places.get(place_id)
        return place is None or place.place_type in WIDE

    def within(self, inner: str, outer: str) -> bool:
        """Tell whether `inner` is `outer` or lies in it."""
        return outer in self.lineage(inner)

    def in_one_area(self, one: str, other: str) -> bool:
        """Tell whether both lie in one place smaller than a country."""
        shared = set(self.lineage(one)) & set(self.lineage(other))
        return any(self.kind(place) != "country" for place in shared)

    def compatible(self, one: str, other: str) -> bool:
        """Tell whether both may be the place of one happening.

        They may when one lies in the other, when one is unknown, or when one is an area that may
        hold the other: its middle is near or, where that is unknown, both have one parent.
        """
        if one == other or one not in self._places or other not in self._places:
            return True
        pair = (one, other) if one < other else (other, one)
        found = self._compatible.get(pair)
        if found is None:
            found = self.within(one, other) or self.within(other, one) or self._near_area(*pair)
            self._compatible[pair] = found
        return found

    def areas_near(self, place_id: str) -> tuple[str, ...]:
        """Return the named areas, wide ones left out, that may hold the place."""
        found = self._areas_near.get(place_id)
        if found is None:
            found = self._areas_near[place_id] = tuple(
                area.place_id
                for area in self._places.values()
                if area.place_type in AREA - WIDE
                and area.place_id != place_id
                and self._near_area(area.place_id, place_id)
            )
        return found

    def _near_area(self, one: str, other: str) -> bool:
        return self._may_hold(one, other) or self._may_hold(other, one)

    def _may_hold(self, area_id: str, other_id: str) -> bool:
        area, other = self._places[area_id], self._places[other_id]
        if area.place_type not in AREA:
            return False
        if area.latitude is None:
            return self.within(other_id, area.parent)
        distance = _kilometres(area, other)
        return distance is not None and distance <= self._near


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def _kilometres(one: KnownPlace, other: KnownPlace) -> float | None:
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    north = radians(other.latitude - one.latitude) / 2
    east = radians(other.longitude - one.longitude) / 2
    half = sin(north) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * (
        sin(east) ** 2
    )
    return 2 * EARTH_RADIUS_KILOMETRES * asin(sqrt(half))
