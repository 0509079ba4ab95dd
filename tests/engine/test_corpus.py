"""Documents come from JSON lines, Parquet, folders, globs and addresses, in one order."""

import gzip
import io
import sys
from pathlib import Path

import polars as pl
import pytest
from engine_corpus import documents, read, write_lines

from pipeline.engine import corpus
from pipeline.engine.corpus import all_readable
from pipeline.engine.requests import Request
from pipeline.errors import InputError


def test_json_lines_packed_or_not(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "notes.jsonl", documents(5))
    packed = tmp_path / "notes.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert read(path) == read(packed) == documents(5)


def test_parquet_with_dates_and_further_columns(tmp_path: Path) -> None:
    wanted = documents(600)
    frame = pl.DataFrame(
        {
            "mood": [1] * 600,
            "text": [each.text for each in wanted],
            "published_on": [each.published_on for each in wanted],
            "source_id": [each.source_id for each in wanted],
        }
    ).with_columns(pl.col("published_on").str.to_date())
    frame.write_parquet(tmp_path / "notes.parquet", row_group_size=100)
    assert read(tmp_path / "notes.parquet") == wanted


def test_a_folder_holds_files_of_every_kind_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write_lines(tmp_path / "b.jsonl", documents(2))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("A text of its own.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("Not read.", encoding="utf-8")
    assert read(tmp_path) == [Request("a/one", "A text of its own."), *documents(2)]


def test_a_glob_names_texts_below_its_fixed_part(tmp_path: Path) -> None:
    for year in ("2015", "2016"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "note.txt").write_text(f"Told in {year}.", encoding="utf-8")
    found = read(f"{tmp_path}/20*/*.txt")
    assert [each.source_id for each in all_readable(found)] == ["2015/note", "2016/note"]


def test_an_address_is_read_through_fsspec(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    path = write_lines(tmp_path / "notes.jsonl", documents(3))
    frame = pl.DataFrame([{"source_id": "p", "text": "Words."}])
    frame.write_parquet(tmp_path / "p.parquet")
    assert read(f"file://{path}") == documents(3)
    assert read(f"file://{tmp_path}/*.parquet") == [Request("p", "Words.")]
    assert read(f"file://{tmp_path}") == [*documents(3), Request("p", "Words.")]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = io.TextIOWrapper(io.BytesIO(b'{"source_id": "a", "text": "Words."}\n'))
    monkeypatch.setattr(sys, "stdin", lines)
    assert read("-") == [Request("a", "Words.")]


def test_nothing_there_is_an_error(tmp_path: Path) -> None:
    for name in ("none.jsonl", "*.jsonl", ""):
        with pytest.raises(InputError, match="No file is here"):
            read(f"{tmp_path}/{name}")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("x.jsonl", b"{\n", "no JSON"),
        ("x.jsonl", b'{"source_id": "a", "text": 7}\n', "must be text"),
        ("x.txt", b"\xff\xfe", "no UTF-8"),
        ("x.parquet", b"PAR1 and no more", "cannot be read"),
        ("x.jsonl.gz", b"no gzip", "cannot be read"),
        ("x.pdf", b"%PDF", "no format"),
    ],
)
def test_what_is_no_document_is_told_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    write_lines(tmp_path / "y.jsonl", documents(2))
    broken, *rest = read(tmp_path)
    assert isinstance(broken, InputError)
    assert broken.file == str(tmp_path / name)
    assert problem in broken.problem
    assert rest == documents(2)


def test_a_file_that_breaks_off_is_told_after_what_it_gave(tmp_path: Path) -> None:
    whole = gzip.compress(write_lines(tmp_path / "x.jsonl", documents(400)).read_bytes())
    (tmp_path / "x.jsonl").unlink()
    (tmp_path / "x.jsonl.gz").write_bytes(whole[:-12])
    *given, broken = read(tmp_path)
    assert isinstance(broken, InputError)
    assert given == documents(400)[: len(given)]


def test_a_line_longer_than_any_report_is_not_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "_LONGEST_LINE", 1000)
    long = Request("long", "word " * 1000)
    path = write_lines(tmp_path / "x.jsonl", [documents(1)[0], long, *documents(3)[1:]])
    first, broken, *rest = read(path)
    assert isinstance(broken, InputError)
    assert broken.row == 2
    assert [first, *rest] == documents(3)
