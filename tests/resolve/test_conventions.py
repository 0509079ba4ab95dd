"""sql/macros.sql: the same claims counted as ACLED, UCDP and Airwars would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb
import pytest
from invented_claims import PLACES, claim, named, resolver

from pipeline.package.database import loading_script
from pipeline.paths import SQL
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.sides import load_sides
from pipeline.schema import load_schemas
from pipeline.tables import write_tables

KINDS = {"palace_news": ("state_media", "syrian_government"), "watch": ("monitor", "opposition")}


@contextmanager
def package(folder: Path, *claims: ResolvedClaim) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a package made of `claims`, with the views and the macros."""
    schemas = load_schemas()
    found = resolver().resolve(named(claims))

    def row(table: str, **cells: Any) -> dict[str, Any]:
        return dict.fromkeys(schemas[table].columns) | cells

    columns = schemas["claims"].columns
    rows: dict[str, list[dict[str, Any]]] = {
        "claims": [{name: getattr(one, name) for name in columns} for one in found.claims],
        "events": [asdict(event) for event in found.events],
        "claim_relations": [asdict(relation) for relation in found.relations],
        "uncoded": [],
        "sources": [
            row("sources", source_id=name, publisher=name)
            for name in {one.source_id for one in claims}
        ],
        "places": [
            row("places", place_id=one.place_id, name=one.name, place_type=one.place_type,
                parent_place_id=one.parent)
            for one in PLACES
        ],
        "claimants": [
            row("claimants", claimant_id=name, name=name, kind=KINDS.get(name, ("person", ""))[0],
                alignment=KINDS.get(name, ("person", ""))[1])
            for name in {one.claimant_id for one in claims} - {""}
        ],
    }  # fmt: skip
    write_tables(schemas, rows, folder)
    with duckdb.connect() as connection:
        connection.execute(loading_script(schemas, str(folder)))
        for script in ("views.sql", "macros.sql"):
            connection.execute((SQL / script).read_text(encoding="utf-8"))
        yield connection


def answer(folder: Path, convention: str, *claims: ResolvedClaim) -> dict[str, Any]:
    """Return the one row that `convention` gives for the claims."""
    with package(folder, *claims) as connection:
        result = connection.execute("SELECT * FROM casualties(?)", [convention])
        names = [column[0] for column in result.description]
        (found,) = result.fetchall()
    return dict(zip(names, found, strict=True))


@pytest.mark.parametrize(
    ("count", "qualifier", "fatalities"),
    [(2, "vague", 3), (24, "vague", 12), (200, "vague", 100), (14, "at_least", 14)],
)
def test_acled_has_a_number_for_vague_words(
    tmp_path: Path, count: int, qualifier: str, fatalities: int
) -> None:
    told = claim(count=count, count_high=None, count_qualifier=qualifier)
    assert answer(tmp_path, "acled", told)["fatalities"] == fatalities


def test_acled_takes_the_lowest_total(tmp_path: Path) -> None:
    found = answer(tmp_path, "acled", claim(count=47), claim("weekly", count=44))
    assert (found["fatalities"], found["voices"]) == (44, 2)
    assert found["best"] is None


def test_disjoint_groups_add_up_and_parts_never_join_their_whole(tmp_path: Path) -> None:
    civilians = claim(at=100, count=20, subject="civilians")
    children = claim(at=110, count=6, subject="children")
    rebels = claim(at=120, count=5, subject="rebels")
    named([civilians])
    children.part_of = civilians.claim_id
    found = answer(tmp_path, "ucdp", civilians, children, rebels)
    assert (found["best"], found["low"], found["high"]) == (25, 25, 25)
    assert (found["deaths_b"], found["deaths_civilians"], found["deaths_unknown"]) == (5, 20, 0)


def test_a_figure_told_again_counts_once(tmp_path: Path) -> None:
    found = answer(tmp_path, "ucdp", claim(at=100, count=12), claim(at=200, count=12))
    assert found["best"] == 12


def test_a_replaced_figure_is_not_counted(tmp_path: Path) -> None:
    old, new = claim(at=100, count=37), claim(at=110, count=111)
    named([old])
    new.supersedes = old.claim_id
    found = answer(tmp_path, "ucdp", old, new)
    assert (found["low"], found["high"]) == (111, 111)


def test_ucdp_sides_are_one_voices_own_and_add_up_to_its_best(tmp_path: Path) -> None:
    mixed = claim("daily", 100, 30, "people", actor="syrian_government")
    rebels = claim("daily", 120, 10, "rebels", actor="syrian_government")
    found = answer(
        tmp_path,
        "UCDP",
        mixed,
        rebels,
        claim("weekly", 100, 28, "people"),
        claim("evening", 100, 50, "people"),
    )
    assert (found["best"], found["low"], found["high"]) == (30, 28, 50)
    assert (found["deaths_a"], found["deaths_b"]) == (0, 10)
    assert (found["deaths_civilians"], found["deaths_unknown"]) == (0, 20)
    assert found["type_of_violence"] == 1


@pytest.mark.parametrize(
    ("others", "grading"),
    [
        ([], "weak"),
        ([claim("weekly", 100, 9, "civilians", claimant_id="watch")], "fair"),
        (
            [
                claim("weekly", 100, 9, "civilians", claimant_id="palace_news",
                      actor="syrian_government"),
            ],
            "confirmed",
        ),
        (
            [
                claim("weekly", 100, 9, "civilians", actor="syrian_government"),
                claim("evening", 100, 9, "civilians", actor="opposition_forces"),
            ],
            "contested",
        ),
    ],
)  # fmt: skip
def test_airwars_grades_by_number_and_kind_of_voices(
    tmp_path: Path, others: list[ResolvedClaim], grading: str
) -> None:
    found = answer(tmp_path, "airwars", claim(count=12, subject="civilians"), *others)
    assert found["grading"] == grading
    assert found["civilians_max"] == 12
    assert found["civilians_min"] == (9 if others else 12)


def test_airwars_counts_children_and_women_within_the_civilians(tmp_path: Path) -> None:
    whole = claim(at=100, count=20, subject="civilians")
    children = claim(at=110, count=6, subject="children")
    women = claim(at=120, count=4, subject="women")
    named([whole])
    children.part_of = women.part_of = whole.claim_id
    found = answer(tmp_path, "airwars", whole, children, women)
    assert (found["civilians_min"], found["civilians_max"]) == (20, 20)
    assert (found["children_min"], found["women_max"]) == (6, 4)


def test_fighters_alone_are_no_airwars_event_and_no_convention_is_no_answer(
    tmp_path: Path,
) -> None:
    with package(tmp_path, claim(subject="rebels")) as connection:
        assert connection.execute("FROM casualties('airwars')").fetchall() == []
        assert connection.execute("FROM casualties('somebody')").fetchall() == []
        assert len(connection.execute("FROM casualties('acled')").fetchall()) == 1


def test_the_sides_of_the_macros_are_those_of_the_reference() -> None:
    sides = load_sides()
    with duckdb.connect() as connection:
        text = (SQL / "macros.sql").read_text(encoding="utf-8")
        connection.execute(text.split("-- Counts as ACLED")[0])
        for subject in sides.subjects:
            (found,) = connection.execute("SELECT victim_side(?)", [subject]).fetchall()[0]
            assert (found or "") == sides.victim_side(subject), subject
        for actor in sides.actors:
            (found,) = connection.execute("SELECT acting_side(?)", [actor]).fetchall()[0]
            assert (found or "") == sides.acting_side(actor), actor
