"""Corrections meet exactly the row they were written for, or the build stops."""

import csv
from pathlib import Path

import pytest

from pipeline.curation import COLUMNS, Cell, Row, curate, read_corrections
from pipeline.errors import InputError
from pipeline.paths import CURATION

NUMBERS = ("count_low", "count_high")


def claim(name: str, **changes: Cell) -> Row:
    row: Row = {
        "claim_id": name,
        "subject": "people",
        "count_low": 7,
        "count_high": None,
        "part_of": None,
        "review_status": "extracted",
    }
    return row | changes


def line(action: str, name: str, field: str, old: str = "", new: str = "") -> dict[str, str]:
    return {
        "action": action,
        "claim_id": name,
        "field": field,
        "old_value": old,
        "new_value": new,
        "reason": "The text speaks of shepherds.",
        "reviewer_role": "regional expert",
    }


def curated(folder: Path, rows: list[Row], *lines: dict[str, str]) -> dict[Cell, Row]:
    path = folder / "claims.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)
    result = curate(rows, read_corrections(path), NUMBERS)
    return {row["claim_id"]: row for row in result}


def test_a_correction_changes_one_field_and_says_so(tmp_path: Path) -> None:
    rows = [claim("c-1"), claim("c-2")]
    result = curated(tmp_path, rows, line("correct", "c-1", "subject", "people", "civilians"))
    assert result["c-1"] == claim("c-1", subject="civilians", review_status="corrected")
    assert result["c-2"] == claim("c-2")
    assert rows == [claim("c-1"), claim("c-2")], "the extracted rows stay as they are"


def test_counts_stay_numbers_and_empty_stays_null(tmp_path: Path) -> None:
    result = curated(
        tmp_path,
        [claim("c-1")],
        line("correct", "c-1", "count_high", "", "9"),
        line("correct", "c-1", "count_low", "7", ""),
    )
    assert (result["c-1"]["count_low"], result["c-1"]["count_high"]) == (None, 9)


def test_a_removed_row_is_gone(tmp_path: Path) -> None:
    result = curated(
        tmp_path, [claim("c-1"), claim("c-2")], line("remove", "c-1", "subject", "people")
    )
    assert list(result) == ["c-2"]


def test_an_added_row_has_every_column(tmp_path: Path) -> None:
    result = curated(
        tmp_path,
        [claim("c-1")],
        line("add", "c-9", "subject", new="children"),
        line("add", "c-9", "count_low", new="3"),
    )
    assert result["c-9"] == claim("c-9", subject="children", count_low=3, review_status="added")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (line("correct", "c-1", "subject", "soldiers", "civilians"), "old_value"),
        (line("correct", "c-1", "count_low", "", "8"), "old_value"),
        (line("correct", "c-7", "subject", "people", "civilians"), "claim_id"),
        (line("remove", "c-7", "subject", "people"), "claim_id"),
        (line("remove", "c-1", "subject", "soldiers"), "old_value"),
        (line("remove", "c-1", "subject", "people", "x"), "new_value"),
        (line("correct", "c-1", "colour", "", "red"), "field"),
        (line("correct", "c-1", "claim_id", "c-1", "c-3"), "field"),
        (line("correct", "c-1", "review_status", "extracted", "added"), "field"),
        (line("correct", "c-1", "subject", "people", "people"), "new_value"),
        (line("correct", "c-1", "count_low", "7", "many"), "new_value"),
        (line("add", "c-1", "subject", "", "civilians"), "claim_id"),
        (line("add", "c-9", "subject", "people", "civilians"), "old_value"),
        (line("mend", "c-1", "subject", "people", "civilians"), "action"),
        (line("correct", "c-1", "subject", "people", "civilians") | {"reason": " "}, "reason"),
        (
            line("correct", "c-1", "subject", "people", "civilians") | {"reviewer_role": ""},
            "reviewer_role",
        ),
        (line("correct", "c-1", "part_of", "", "c-404"), "claim_id"),
    ],
)
def test_a_line_that_does_not_fit_is_named(
    tmp_path: Path, wrong: dict[str, str], field: str
) -> None:
    right = line("correct", "c-2", "subject", "people", "civilians")
    with pytest.raises(InputError) as error:
        curated(tmp_path, [claim("c-1"), claim("c-2")], right, wrong)
    assert (Path(error.value.file).name, error.value.row) == ("claims.csv", 3)
    assert error.value.field == field


def test_a_correction_is_stale_once_it_has_been_made(tmp_path: Path) -> None:
    twice = line("correct", "c-1", "subject", "people", "civilians")
    with pytest.raises(InputError, match="by now"):
        curated(tmp_path, [claim("c-1")], twice, twice)


def test_two_rows_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="2 rows"):
        curated(tmp_path, [claim("c-1"), claim("c-1")], line("remove", "c-1", "subject", "people"))


def test_a_whole_is_not_removed_while_it_has_parts(tmp_path: Path) -> None:
    rows = [claim("c-1"), claim("c-2", part_of="c-1")]
    removal = line("remove", "c-1", "subject", "people")
    with pytest.raises(InputError, match="part of c-1"):
        curated(tmp_path, rows, removal)
    result = curated(tmp_path, rows, removal, line("correct", "c-2", "part_of", "c-1", ""))
    assert result["c-2"]["part_of"] is None


@pytest.mark.parametrize("content", [b"", b"claim_id,field\n", b"\xff", None])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "claims.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError):
        read_corrections(path)


def test_the_corrections_of_the_project_can_be_read() -> None:
    for path in CURATION.glob("*.csv"):
        assert isinstance(read_corrections(path), list)
