"""On rules that both have, SQL and the Frictionless framework name the same cells."""

from pathlib import Path

import pytest
from corruptor import Broken
from package_maker import describe, make_package

from pipeline.validate import validate_package

# Cells that both must find: type, coded value, form, limit, emptiness, reference, key.
CELLS = [
    ("claims", 2, "count_low", "forty"),
    ("claims", 3, "claim_type", "murdered"),
    ("claims", 4, "scope", ""),
    ("claims", 5, "source_id", "nowhere-weekly"),
    ("claims", 6, "char_end", "-3"),
    ("claims", 7, "text_sha256", "ab"),
    ("claims", 8, "date_end", "2015-02-30"),
    ("claims", 9, "place_id", "atlantis"),
    ("events", 2, "contested", "perhaps"),
    ("events", 3, "event_type", "quarrel"),
    ("places", 3, "latitude", "north"),
    ("places", 4, "longitude", "181"),
    ("sources", 3, "language", "English"),
    ("uncoded", 4, "reason", ""),
    ("claim_relations", 2, "related_claim_id", "c-0000000000"),
]
SHARED = {"type-error", "enum", "pattern", "required", "minimum", "maximum", "foreign-key"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_package(tmp_path_factory.mktemp("both") / "package")
    broken = Broken(folder, seed=0)
    for table, line, field, value in CELLS:
        broken.set(table, line, **{field: value})
    describe(folder)
    return folder


def test_frictionless_confirms_every_shared_finding(package: Path) -> None:
    findings = validate_package(package, layers=["sql", "frictionless"]).findings
    shared = {found.place: found for found in findings if found.rule in SHARED}
    for table, line, field, _ in CELLS:
        found = shared.pop((f"data/{table}.csv", line, field))
        assert found.found_by == ("sql", "frictionless")
    assert shared == {}


def test_pandera_confirms_the_columns(package: Path) -> None:
    findings = validate_package(package, layers=["sql", "pandera"]).findings
    confirmed = {found.place for found in findings if "pandera" in found.found_by}
    assert {
        ("data/claims.csv", 3, "claim_type"),
        ("data/claims.csv", 4, "scope"),
        ("data/claims.csv", 7, "text_sha256"),
        ("data/places.csv", 4, "longitude"),
    } <= confirmed
