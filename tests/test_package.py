"""The package that is made of the tables: descriptor, database, views."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from package_rows import rows, write_package

from pipeline.errors import InputError
from pipeline.package.database import ask, write_database
from pipeline.package.descriptor import describe_package, read_metadata
from pipeline.paths import RAW, ROOT
from pipeline.schema import load_schemas
from pipeline.sources.manifest import read_manifest


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    write_package(folder)
    return folder


@pytest.fixture(scope="module")
def database(root: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    target = root / "build" / "claims.duckdb"
    write_database(load_schemas(), root, target)
    with duckdb.connect(str(target), read_only=True) as connection:
        yield connection


def described(root: Path) -> dict[str, object]:
    metadata = read_metadata(ROOT / "package.yaml")
    content = describe_package(root, metadata, load_schemas(), read_manifest(RAW / "sources.csv"))
    return json.loads(content)


def test_the_descriptor_names_every_table_with_its_bytes(root: Path) -> None:
    resources = described(root)["resources"]
    assert {resource["name"] for resource in resources} == set(load_schemas())
    for resource in resources:
        content = (root / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert (ROOT / resource["schema"]).is_file()


def test_a_missing_table_is_named(root: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.csv: The table is missing"):
        described(tmp_path)


def test_metadata_must_be_whole_and_known(tmp_path: Path) -> None:
    text = (ROOT / "package.yaml").read_text(encoding="utf-8")
    changed = tmp_path / "package.yaml"
    changed.write_text(text.replace("title: NW", "titel: NW"), encoding="utf-8")
    with pytest.raises(InputError, match=r"titel|title"):
        read_metadata(changed)


def test_every_table_column_and_view_of_the_database_is_explained(
    database: duckdb.DuckDBPyConnection,
) -> None:
    silent = database.execute(
        """
        SELECT table_name, column_name FROM duckdb_columns()
        WHERE NOT internal AND comment IS NULL
            AND table_name IN (SELECT table_name FROM duckdb_tables())
        UNION ALL SELECT table_name, '' FROM duckdb_tables() WHERE comment IS NULL
        UNION ALL SELECT view_name, '' FROM duckdb_views() WHERE NOT internal AND comment IS NULL
        """
    ).fetchall()
    assert silent == []


def test_figures_that_conflict_stand_side_by_side(root: Path) -> None:
    _, found = ask(
        "SELECT reason, speaker, figure, other_speaker, other_figure FROM conflicts", root
    )
    assert found == [("figure", "Alpha", "9", "The Monitor", "12")]


def test_parts_are_never_added_to_their_whole(root: Path) -> None:
    _, found = ask("SELECT month, side, low, high, voices FROM casualties", root)
    assert found == [("2015-05", "unstated", 9, 12, 2)]


def test_what_is_left_of_a_whole_is_computed(root: Path) -> None:
    _, found = ask("SELECT claim_id, remainder_low, remainder_high FROM remainders", root)
    assert found == [("c-0000000001", 7, 7)]


def test_larger_places_hold_the_events_of_smaller_ones(root: Path) -> None:
    _, found = ask("SELECT event_id FROM events_within('land')", root)
    assert found == [("e-0000000001",)]


def test_evidence_is_cut_from_the_text_by_code_points(root: Path) -> None:
    _, found = ask("SELECT claim_id, words FROM quotations ORDER BY 1", root)
    assert [words for _, words in found] == ["9 people", "2 children", "12 dead"]


@pytest.mark.parametrize(
    ("days", "how", "ucdp", "acled"),
    [
        (0, "day", 1, 1),
        (2, "range", 2, 2),
        (6, "range", 3, 2),
        (29, "month", 4, 3),
        (200, "range", 5, None),
    ],
)
def test_date_precision_in_the_codes_of_others(
    root: Path, days: int, how: str, ucdp: int, acled: int | None
) -> None:
    dates = f"DATE '2015-05-01', DATE '2015-05-01' + {days}, '{how}'"
    _, found = ask(f"SELECT ucdp_date_precision({dates}), acled_time_precision({dates})", root)
    assert found == [(ucdp, acled)]


@pytest.mark.parametrize(
    "question",
    [
        "DROP TABLE claims",
        "SELECT 1; SELECT 2",
        "COPY claims TO 'stolen.csv'",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM 'data/claims.csv'",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "SELECT nothing FROM claims",
        "",
    ],
)
def test_a_question_can_only_read_the_tables(root: Path, question: str) -> None:
    with pytest.raises(InputError):
        ask(question, root)


def test_the_small_package_has_rows_for_every_table() -> None:
    assert rows().keys() == load_schemas().keys()
