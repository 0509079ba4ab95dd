"""The codebook explains every coded value that the schemas allow, and no other."""

import json
import re

import pytest

from pipeline.paths import ROOT, SCHEMAS

CODEBOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")


def allowed(table: str, column: str) -> set[str]:
    schema = json.loads((SCHEMAS / f"{table}.schema.json").read_text(encoding="utf-8"))
    (field,) = [field for field in schema["fields"] if field["name"] == column]
    return set(field["constraints"]["enum"])


def explained(column: str) -> set[str]:
    """Return the values in the first column of the table that explains `column`."""
    start = CODEBOOK.index(f"| `{column}` |")
    table = CODEBOOK[start:].split("\n\n")[0].splitlines()[2:]
    return {match[1] for row in table if (match := re.match(r"\| `(\w+)` \|", row))}


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("claims", "claim_type"),
        ("claims", "count_qualifier"),
        ("claims", "subject"),
        ("claims", "actor"),
        ("claims", "date_precision"),
        ("claims", "scope"),
        ("claims", "verification"),
        ("events", "event_type"),
    ],
)
def test_codebook_and_schemas_know_the_same_values(table: str, column: str) -> None:
    assert explained(column) == allowed(table, column)
