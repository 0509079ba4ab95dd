"""Resolution over a database file finds what resolution in memory finds, claim by claim."""

import importlib.util
import random
import sys
from collections.abc import Sequence
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import pytest
from invented_claims import claim, named, resolver

from pipeline.engine.partitions import render
from pipeline.engine.reading import columns_of
from pipeline.resolve.geography import Geography
from pipeline.resolve.large import cluster, compare, store
from pipeline.resolve.large.resolution import resolve_large
from pipeline.resolve.large.store import Store
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.resolver import Resolver
from pipeline.resolve.settings import load_settings
from pipeline.resolve.sides import load_sides
from pipeline.schema import load_schemas

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "resolve.py"
spec = importlib.util.spec_from_file_location("benchmark_resolve_large", SCRIPT)
assert spec is not None and spec.loader is not None
benchmark = importlib.util.module_from_spec(spec)
sys.modules["benchmark_resolve_large"] = benchmark
spec.loader.exec_module(benchmark)

Tables = dict[str, list[tuple[Any, ...]]]


def write(claims: Sequence[ResolvedClaim], folder: Path, dates: dict[str, str]) -> list[Path]:
    """Write claims as a bulk extraction does, into two files."""
    names = columns_of()["claims"].names
    rows = [
        [dates.get(one.source_id) if name == "published_on" else getattr(one, name, None) or _zero(one, name)
         for name in names]
        for one in claims
    ]  # fmt: skip
    files = []
    for number, part in enumerate((rows[::2], rows[1::2])):
        files.append(folder / f"{number}.parquet")
        files[-1].write_bytes(render("claims", part))
    return files


def _zero(one: ResolvedClaim, name: str) -> object:
    """Return a cell that counts as false: empty text is null, zero is zero."""
    value = getattr(one, name, None)
    return None if value == "" else value


def large(
    claims: Sequence[ResolvedClaim],
    how: Resolver,
    folder: Path,
    dates: dict[str, str] | None = None,
) -> Tables:
    """Resolve over a store and return the rows of the tables."""
    schemas = load_schemas()
    folder.mkdir(exist_ok=True)
    opened = Store(folder)
    files = write(claims, folder, dates or {})
    resolve_large(opened, files, how, schemas["claims"], schemas["events"])
    found = {
        table: [row for rows in opened.slices(table) for row in rows]
        for table in ("resolved", "described", "relations")
    }
    opened.close()
    return found


def small(claims: Sequence[ResolvedClaim], how: Resolver) -> Tables:
    """Resolve in memory and return the same rows."""
    schemas = load_schemas()
    found = how.resolve(claims)

    def cells(record: object, table: str) -> tuple[Any, ...]:
        return tuple(getattr(record, name) for name in schemas[table].columns)

    return {
        "resolved": [cells(one, "claims") for one in found.claims],
        "described": [cells(one, "events") for one in found.events],
        "relations": [astuple(one) for one in found.relations],
    }


def as_text(tables: Tables) -> dict[str, list[tuple[str, ...]]]:
    return {
        table: [tuple("" if cell is None else str(cell) for cell in row) for row in rows]
        for table, rows in tables.items()
    }


def standard(dates: dict[str, str] | None = None) -> Resolver:
    settings = load_settings()
    geography = Geography(benchmark.places(), settings.near_kilometres)
    alignments = {"watch": "opposition", "palace_news": "syrian_government"}
    return Resolver(geography, load_sides(), settings, alignments, dates or {})


def varied(seed: int, size: int = 1_500) -> list[ResolvedClaim]:
    """Return invented claims with updates, totals, denials, vague figures and unknown dates."""
    claims, _ = benchmark.claims_and_truth(size, seed)
    chance = random.Random(seed)
    found = []
    told: dict[tuple[str, int], str] = {}
    for one in claims:
        changed: dict[str, Any] = {}
        place = (one.source_id, one.paragraph)
        if place in told and chance.random() < 0.1:
            changed["supersedes"] = told[place]
        told[place] = one.claim_id
        if chance.random() < 0.1:
            changed["scope"] = "aggregate"
        if chance.random() < 0.1:
            changed |= {"date_start": "", "date_end": "", "date_precision": "unknown"}
        if chance.random() < 0.1:
            changed["revises"] = True
        if chance.random() < 0.05:
            changed["verification"] = "denied"
        if chance.random() < 0.1:
            changed |= {"count_qualifier": "vague", "count_high": None}
        if chance.random() < 0.1:
            changed["hint"] = chance.choice(("air_drone_strike", "suicide_bomb", "armed_clash"))
        if chance.random() < 0.1:
            changed["stretch"] = one.stretch + 1
        found.append(replace(one, **changed))
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_find_the_same(tmp_path: Path, seed: int) -> None:
    claims = varied(seed)
    dates = {one.source_id: f"20{hash_of(one.source_id):02d}-03-04" for one in claims}
    expected = small(claims, standard(dates))
    assert as_text(large(claims, standard(), tmp_path, dates)) == as_text(expected)
    kinds = {(row[2], row[3]) for row in expected["relations"]}
    assert {"supersedes", "agrees", "contradicts"} <= {kind for kind, _ in kinds}
    assert {("contradicts", reason) for reason in ("figure", "denial", "scope")} <= kinds


def hash_of(source_id: str) -> int:
    """Return a number below 20 that is the same on every run."""
    return sum(source_id.encode()) % 20


def test_small_slices_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = varied(4, 400)
    whole = large(claims, standard(), tmp_path / "whole")
    for module in (cluster, store):
        monkeypatch.setattr(module, "SLICE", 7)
    monkeypatch.setattr(Store.slices, "__defaults__", (7,))
    monkeypatch.setattr(Store.whole, "__defaults__", (7,))
    monkeypatch.setattr(store.batched, "__defaults__", (7,))
    monkeypatch.setattr(cluster, "_AT_HAND", 5)
    monkeypatch.setattr(compare, "_AT_ONCE", 3)
    assert large(list(reversed(claims)), standard(), tmp_path / "slices") == whole


def test_no_claims_are_tables_without_rows(tmp_path: Path) -> None:
    empty: Tables = {"resolved": [], "described": [], "relations": []}
    assert large([], standard(), tmp_path) == empty


def test_of_claims_with_one_id_each_keeps_its_row(tmp_path: Path) -> None:
    claims = named(
        [
            claim("daily", 100, 60),
            claim("herald", 100, 3, place="farfield", day="2014-01-02"),
            claim("herald", 120, 2, "children", place="farfield", day="2014-01-02"),
            claim("weekly", 500, 60),
        ]
    )
    kept, twin, part, other = claims
    twin.claim_id = kept.claim_id
    part.part_of = kept.claim_id
    dates = {"daily": "2013-05-05", "herald": "2014-01-03", "weekly": "2013-05-06"}
    found = large(claims, resolver(), tmp_path, dates)
    columns = load_schemas()["claims"].columns
    rows = {row[columns.index("source_id")] + str(row[columns.index("char_start")]): row
            for row in found["resolved"]}  # fmt: skip
    ids = {place: row[0] for place, row in rows.items()}
    assert len(set(ids.values())) == 4
    assert (ids["daily100"], ids["weekly500"]) == (kept.claim_id, other.claim_id)
    assert rows["herald120"][columns.index("part_of")] == ids["herald100"]
    events = [row[columns.index("event_id")] for row in rows.values()]
    assert len(found["described"]) == len(set(events)) == 2
