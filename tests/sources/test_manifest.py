"""The manifest is read strictly: whatever is wrong in it is named by line and field."""

import csv
import hashlib
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.sources.manifest import COLUMNS, is_partial_date, read_manifest
from pipeline.sources.reader import document_from_text, read_document

TEXT = b"Two shepherds were killed near the well, a neighbour said on Monday."


def good_row(**changes: str) -> dict[str, str]:
    row = {
        "source_id": "well-report",
        "path": "texts/well.txt",
        "title": "At the well",
        "publisher": "The Gazette",
        "source_type": "news",
        "published_on": "2015-06",
        "language": "en",
        "licence": "CC-BY-4.0",
        "bytes": str(len(TEXT)),
        "sha256": hashlib.sha256(TEXT).hexdigest(),
        "notes": "",
    }
    return row | changes


def write(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "well.txt").write_bytes(TEXT)
    path = folder / "sources.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_right_manifest_gives_its_rows(tmp_path: Path) -> None:
    other = good_row(source_id="b", path="texts/b.txt", sha256="0" * 64, published_on="")
    first, second = read_manifest(write(tmp_path, good_row(notes="one\ntwo"), other))
    assert (first.source_id, first.bytes, first.row) == ("well-report", len(TEXT), 2)
    assert second.row == 4, "the quoted line break of the first row counts"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source_id", ""),
        ("source_id", "Well Report"),
        ("source_id", "wеll-report"),  # a Cyrillic letter
        ("path", ""),
        ("path", "/etc/hostname"),
        ("path", "../outside.txt"),
        ("path", "texts/../../outside.txt"),
        ("path", "texts\\well.txt"),
        ("published_on", "2015-13"),
        ("published_on", "2015-02-30"),
        ("published_on", "15/06/2015"),
        ("published_on", "２０１５-06-01"),  # digits of another script
        ("language", "fr"),
        ("language", ""),
        ("licence", " "),
        ("bytes", "0"),
        ("bytes", "-5"),
        ("bytes", "1_000"),
        ("bytes", "many"),
        ("bytes", "9" * 40),
        ("sha256", "abc"),
        ("sha256", "A" * 64),
    ],
)
def test_a_wrong_cell_is_named(tmp_path: Path, field: str, value: str) -> None:
    fine = good_row(source_id="fine", path="texts/fine.txt", sha256="1" * 64)
    with pytest.raises(InputError) as error:
        read_manifest(write(tmp_path, fine, good_row(**{field: value})))
    assert (error.value.row, error.value.field) == (3, field)
    assert error.value.remedy


@pytest.mark.parametrize("field", ["source_id", "path", "sha256"])
def test_what_is_listed_twice_is_named_with_both_lines(tmp_path: Path, field: str) -> None:
    other = good_row(source_id="other", path="texts/other.txt", sha256="2" * 64)
    with pytest.raises(InputError, match="line 2") as error:
        read_manifest(write(tmp_path, good_row(), other | {field: good_row()[field]}))
    assert (error.value.row, error.value.field) == (3, field)


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(TEXT)
    folder = tmp_path / "raw"
    folder.mkdir()
    path = write(folder, good_row(path="texts/link.txt"))
    (folder / "texts" / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match="leads out"):
        read_manifest(path)


@pytest.mark.parametrize("columns", [COLUMNS[:-1], (*COLUMNS, "extra"), COLUMNS[::-1]])
def test_other_columns_are_refused(tmp_path: Path, columns: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match="columns"):
        read_manifest(write(tmp_path, good_row(), columns=columns))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"source_id,path\n", None])
def test_a_manifest_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "sources.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as error:
        read_manifest(path)
    assert error.value.file == str(path)


def test_ragged_and_blank_rows_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, good_row())
    whole = path.read_text()
    for damage in (whole + "\n", whole + "a,b\n"):
        path.write_text(damage)
        with pytest.raises(InputError, match="cells") as error:
            read_manifest(path)
        assert error.value.row == 3


def test_a_document_carries_what_the_manifest_says(tmp_path: Path) -> None:
    (source,) = read_manifest(write(tmp_path, good_row()))
    document = read_document(source, tmp_path)
    assert document.raw == document.text == TEXT.decode()
    assert (document.published_on, document.publisher) == ("2015-06", "The Gazette")


@pytest.mark.parametrize("changed", [TEXT + b" ", TEXT.replace(b"Two", b"Ten"), b""])
def test_changed_bytes_are_refused(tmp_path: Path, changed: bytes) -> None:
    (source,) = read_manifest(write(tmp_path, good_row()))
    (tmp_path / "texts" / "well.txt").write_bytes(changed)
    with pytest.raises(InputError, match="manifest"):
        read_document(source, tmp_path)


def test_a_missing_text_is_refused(tmp_path: Path) -> None:
    (source,) = read_manifest(write(tmp_path, good_row()))
    (tmp_path / "texts" / "well.txt").unlink()
    with pytest.raises(InputError, match="cannot be read"):
        read_document(source, tmp_path)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\x00\x00", b"abc\x00def", b"caf\xe9", b" \n"]
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    row = good_row(bytes=str(len(content)), sha256=hashlib.sha256(content).hexdigest())
    path = write(tmp_path, row)
    (tmp_path / "texts" / "well.txt").write_bytes(content)
    (source,) = read_manifest(path)
    with pytest.raises(InputError) as error:
        read_document(source, tmp_path)
    assert "well.txt" in error.value.file


def test_a_wrong_date_for_a_text_from_outside_is_refused() -> None:
    with pytest.raises(InputError) as error:
        document_from_text("x", "The bridge was shelled.", published_on="yesterday")
    assert error.value.field == "published_on"


def test_partial_dates() -> None:
    assert all(map(is_partial_date, ["2015", "2015-06", "2016-02-29"]))
    assert not any(map(is_partial_date, ["", "2015-6", "2015-02-29", "2015-06-01T00:00", "0000"]))
