"""The places known by name, read from a file that people can correct.

Another country is another file of the same columns; no name of a place stands in code.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.paths import REFERENCE

GAZETTEER_FILE = REFERENCE / "gazetteer.csv"
COLUMNS = (
    "place_id",
    "name",
    "name_ar",
    "alt_names",
    "demonyms",
    "place_type",
    "parent_place_id",
    "admin1",
    "admin1_pcode",
    "admin2",
    "admin2_pcode",
    "admin3",
    "admin3_pcode",
    "latitude",
    "longitude",
    "coordinate_precision",
    "geonames_id",
    "wikidata_qid",
    "ocha_pcode",
    "coordinate_source",
    "verification",
    "notes",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        place_id: stable name in lower case.
        name: usual English name; words in parentheses tell it from its namesakes.
        alt_names: other spellings; `demonyms`: words for its people, which name no place.
        place_type: as in the schema of the table of places.
        parent: id of the next larger place, or "".
        row: every column as it stands in the file.
    """

    place_id: str
    name: str
    alt_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    place_type: str
    parent: str
    row: Mapping[str, str]


class Gazetteer:
    """Places by id, each inside its parent."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = dict(places)

    def __contains__(self, place_id: str) -> bool:
        return place_id in self.places

    def __getitem__(self, place_id: str) -> Place:
        return self.places[place_id]

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places.values())

    def __len__(self) -> int:
        return len(self.places)

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Yield (name, place id, place type) for every name of every place."""
        for place in self:
            for name in (place.name, *place.alt_names):
                yield name, place.place_id, place.place_type

    def within(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of the larger places around `place_id`, the nearest first."""
        around: list[str] = []
        place = self.places.get(place_id)
        while place is not None and place.parent:
            around.append(place.parent)
            place = self.places.get(place.parent)
        return tuple(around)


def load_gazetteer(path: Path = GAZETTEER_FILE) -> Gazetteer:
    """Read a gazetteer.

    Raises:
        InputError: the file is missing or not CSV of the expected columns, an id is double or
            empty, a parent is unknown or lies in its own child, or a coordinate is impossible.
    """
    places: dict[str, Place] = {}
    lines: dict[str, int] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            _check_columns(path, reader.fieldnames or ())
            for row in reader:
                place = _read_place(path, reader.line_num, row)
                if place.place_id in places:
                    problem = (
                        f"the id {place.place_id!r} already stands in line {lines[place.place_id]}."
                    )
                    raise InputError(
                        str(path),
                        problem,
                        "Give each place an id of its own.",
                        reader.line_num,
                        "place_id",
                    )
                places[place.place_id] = place
                lines[place.place_id] = reader.line_num
    except FileNotFoundError:
        raise InputError(
            str(path), "there is no such file.", "Name a gazetteer that exists."
        ) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            str(path), f"the file cannot be read: {error}.", "Save it as CSV in UTF-8."
        ) from None
    _check_parents(path, places, lines)
    return Gazetteer(places)


def _check_columns(path: Path, header: object) -> None:
    found = tuple(header) if isinstance(header, (list, tuple)) else ()
    for column in COLUMNS:
        if column not in found:
            raise InputError(
                str(path), f"the column {column!r} is missing.", "Add it to the header.", 1, column
            )


def _read_place(path: Path, line: int, row: dict[str, str]) -> Place:
    if None in row or None in row.values():
        raise InputError(
            str(path), "the row has not as many cells as the header.", "Check its commas.", line
        )
    for column in ("place_id", "name", "place_type"):
        if not row[column].strip():
            raise InputError(str(path), f"{column} is empty.", "Fill it in.", line, column)
    _check_coordinates(path, line, row)
    return Place(
        place_id=row["place_id"],
        name=row["name"],
        alt_names=_parts(row["alt_names"]),
        demonyms=_parts(row["demonyms"]),
        place_type=row["place_type"],
        parent=row["parent_place_id"],
        row=row,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _check_coordinates(path: Path, line: int, row: dict[str, str]) -> None:
    for column, other, limit in (("latitude", "longitude", 90.0), ("longitude", "latitude", 180.0)):
        cell = row[column]
        if not cell:
            if row[other]:
                raise InputError(
                    str(path),
                    f"{column} is empty and {other} is not.",
                    "Give both or neither.",
                    line,
                    column,
                )
            continue
        try:
            degrees = float(cell)
        except ValueError:
            degrees = float("nan")
        if not abs(degrees) <= limit:
            raise InputError(
                str(path),
                f"{cell!r} is no {column}.",
                f"Write degrees between -{limit:g} and {limit:g}, or nothing.",
                line,
                column,
            )


def _check_parents(path: Path, places: Mapping[str, Place], lines: Mapping[str, int]) -> None:
    settled: set[str] = set()
    for start in places.values():
        chain: dict[str, None] = {}
        place = start
        while place.place_id not in settled:
            chain[place.place_id] = None
            if not place.parent:
                break
            line = lines[place.place_id]
            if place.parent not in places:
                problem = f"the parent {place.parent!r} of {place.place_id!r} is unknown."
                remedy = "Add the parent or correct its id."
                raise InputError(str(path), problem, remedy, line, "parent_place_id")
            if place.parent in chain:
                problem = f"{place.place_id!r} lies in {place.parent!r}, which lies in it."
                remedy = "Break the circle of parents."
                raise InputError(str(path), problem, remedy, line, "parent_place_id")
            place = places[place.parent]
        settled.update(chain)
