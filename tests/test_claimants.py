"""The file of claimants holds to the published table and says what is wrong with it."""

import json
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.paths import SCHEMAS
from pipeline.reference.claimants import load_claimants

HEADER = "claimant_id,name,aliases,local_aliases,kind,alignment,parent_claimant_id,country,notes\n"


def test_kinds_and_alignments_are_those_of_the_schema() -> None:
    fields = json.loads((SCHEMAS / "claimants.schema.json").read_text(encoding="utf-8"))["fields"]
    allowed = {field["name"]: field.get("constraints", {}).get("enum", []) for field in fields}
    for claimant in load_claimants().by_id.values():
        assert claimant.kind in allowed["kind"], claimant
        assert claimant.alignment in ("", *allowed["alignment"]), claimant


def test_no_name_means_two_claimants() -> None:
    owners: dict[str, str] = {}
    for claimant in load_claimants().by_id.values():
        for alias in {claimant.name.lower(), *(each.lower() for each in claimant.aliases)}:
            assert owners.setdefault(alias, claimant.claimant_id) == claimant.claimant_id, alias


def test_local_names_count_only_at_home() -> None:
    claimants = load_claimants()
    assert claimants.names().get("state media") == "state_media"
    assert claimants.names(["SY"])["state media"] == "sana"


@pytest.mark.parametrize(
    ("rows", "field", "row"),
    [
        ("a,A,,,person,,,,\na,B,,,person,,,,\n", "claimant_id", 3),
        (",A,,,person,,,,\n", "claimant_id", 2),
        ("a,A,,,person,,nobody,,\n", "parent_claimant_id", 2),
        ("a,A,,\n", "", 2),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, rows: str, field: str, row: int) -> None:
    file = tmp_path / "claimants.csv"
    file.write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_claimants(file)
    assert (caught.value.field, caught.value.row) == (field, row)
