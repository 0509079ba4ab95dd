"""A corpus becomes a folder of tables: whole, once, and the same however it was read."""

import errno
import json
import os
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from engine_corpus import TABLES, all_rows, documents, files, rows, run, write_lines
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.engine import bulk, partitions, reading
from pipeline.engine.corpus import Entry
from pipeline.engine.engines import Local
from pipeline.engine.extraction import KEYS, extract_lines
from pipeline.engine.processes import Processes
from pipeline.engine.reading import Batch, columns_of, read_batch
from pipeline.engine.requests import Request
from pipeline.engine.state import State
from pipeline.errors import InputError


def counting(read: list[str]) -> Local:
    """Return an engine that notes which documents it reads."""

    def noted(batch: Batch, rules: str) -> list[bytes]:
        read.extend(request.source_id for request in batch)
        return read_batch(batch, rules)

    return Local(noted)


def test_the_folder_is_one_table_to_duckdb_and_polars(tmp_path: Path) -> None:
    summary = run(documents(40), tmp_path)
    for table in TABLES:
        frame = pl.read_parquet(tmp_path / table / "*.parquet")
        assert tuple(frame.columns) == columns_of()[table].names
        assert frame.height == len(rows(tmp_path, table)) == getattr(summary, table)
    told = duckdb.sql(
        f"SELECT count_low, subject, date_start, published_on, review_status "
        f"FROM '{tmp_path}/claims/*.parquet' WHERE source_id = 'note-7' ORDER BY char_start"
    ).fetchall()
    assert [row[:2] for row in told] == [(10, "civilians"), (3, "children")]
    assert {row[3:] for row in told} == {("2016-05-08", "extracted")}
    assert len(list((tmp_path / "claims").iterdir())) > 2


def test_the_manifest_lists_every_file_with_its_hash(tmp_path: Path) -> None:
    summary = run(documents(40), tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert manifest["documents"] == sum(each["documents"] for each in manifest["partitions"]) == 40
    for table in TABLES:
        listed = {each["name"]: each[table] for each in manifest["partitions"]}
        found = {path.stem: path.read_bytes() for path in (tmp_path / table).iterdir()}
        assert {name: sha256(content).hexdigest() for name, content in found.items()} == {
            name: file["sha256"] for name, file in listed.items()
        }
        assert manifest[table] == sum(file["rows"] for file in listed.values())
        assert manifest[table] == getattr(summary, table)


def test_rows_are_the_same_on_any_engine_with_any_batches(tmp_path: Path) -> None:
    run(documents(60), tmp_path / "one")
    run(documents(60), tmp_path / "two", Processes(2), batch_size=7)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    run(documents(60), tmp_path / "three", Processes(3), batch_size=1, partition_size=30)
    run(reversed(documents(60)), tmp_path / "four")
    assert all_rows(tmp_path / "one") == all_rows(tmp_path / "three") == all_rows(tmp_path / "four")


def test_rows_are_those_of_the_json_lines(tmp_path: Path) -> None:
    run(documents(20), tmp_path)
    lines, _ = extract_lines(documents(20))
    for key, column in KEYS.items():
        if key != "event_id":
            told = f"SELECT claim_id, {column} FROM '{tmp_path}/claims/*.parquet'"
            found = {claim: None if cell is None else str(cell)
                     for claim, cell in duckdb.sql(told).fetchall()}  # fmt: skip
            assert found == {
                line["claim_id"]: None if line[key] is None else str(line[key]) for line in lines
            }, key


def test_a_document_that_fails_is_told_and_takes_no_other_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = reading.extract_document

    def fails(document: Any, reference: Any) -> Any:
        if document.source_id == "note-3":
            raise ValueError("a rule broke \ud800")
        return extract(document, reference)

    monkeypatch.setattr(reading, "extract_document", fails)
    entries: list[Entry] = [
        *documents(8),
        Request("german", "Bei dem Angriff auf die Stadt wurden am Montag 31 Menschen getötet."),
        Request("half", "A text with half of a pair \ud800 in it."),
        Request("empty", ""),
        Request("dated", "Two rebels were killed in the town.", published_on="soon"),
        documents(1)[0],
        InputError("archive.jsonl", "The line is no JSON.", "Put it right.", 9),
    ]
    summary = run(entries, tmp_path)
    assert (summary.documents, summary.failures) == (14, 7)
    failed = {(row[0], row[1], row[2]): row[3] for row in rows(tmp_path, "failures")}
    assert failed == {
        ("note-3", None, None): "error",
        ("german", None, None): "refused",
        ("half", None, None): "refused",
        ("empty", None, None): "refused",
        ("dated", None, None): "refused",
        (None, None, None): "unreadable",
        (None, "archive.jsonl", 9): "unreadable",
    }
    assert {row[2] for row in rows(tmp_path, "claims")} == {"note-1", "note-5", "note-7"}


def test_no_documents_are_tables_without_rows(tmp_path: Path) -> None:
    run([], tmp_path)
    assert all_rows(tmp_path) == {table: [] for table in TABLES}


def test_adding_one_document_reads_one_wherever_it_stands(tmp_path: Path) -> None:
    many = documents(60)
    run(many[:30] + many[31:], tmp_path / "grown")
    before = files(tmp_path / "grown")
    read: list[str] = []
    assert run(many, tmp_path / "grown", counting(read)).read == 1
    assert read == ["note-30"]
    after = files(tmp_path / "grown")
    run(many, tmp_path / "whole")
    assert after == files(tmp_path / "whole")
    kept = before.keys() & after.keys()
    assert len([name for name in kept if name.startswith("claims/")]) >= 4


def test_a_second_run_reads_and_writes_nothing(tmp_path: Path) -> None:
    run(documents(30), tmp_path)
    times = {name: (tmp_path / name).stat().st_mtime_ns for name in files(tmp_path)}
    read: list[str] = []
    run(documents(30), tmp_path, counting(read))
    assert read == []
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in files(tmp_path)} == times


def test_a_changed_text_date_or_order_rereads_what_changed_only(tmp_path: Path) -> None:
    many = documents(30)
    run(many, tmp_path)
    many[4] = Request("note-4", many[4].text, published_on="2011-01-01")
    many[9] = Request("note-9", many[9].text + "More was said.\n", many[9].published_on)
    read: list[str] = []
    run(list(reversed(many)), tmp_path, counting(read))
    assert sorted(read) == ["note-4", "note-9"]
    run(many, tmp_path / "whole")
    assert all_rows(tmp_path) == all_rows(tmp_path / "whole")


def test_documents_taken_away_leave_no_rows(tmp_path: Path) -> None:
    run(documents(40), tmp_path / "shrunk")
    run(documents(10), tmp_path / "shrunk")
    run(documents(10), tmp_path / "whole")
    assert files(tmp_path / "shrunk") == files(tmp_path / "whole")


def test_a_change_of_rules_rereads_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(documents(12), tmp_path)
    monkeypatch.setattr(bulk, "rules_hash", lambda: "other rules")
    read: list[str] = []

    def anyway(batch: Batch, rules: str) -> list[bytes]:
        read.extend(request.source_id for request in batch)
        return read_batch(batch, reading.rules_hash())

    run(documents(12), tmp_path, Local(anyway))
    assert len(read) == 12
    assert json.loads((tmp_path / "manifest.json").read_text("utf-8"))["rules"] == "other rules"


def test_a_worker_with_other_rules_is_refused(tmp_path: Path) -> None:
    def elsewhere(batch: Batch, rules: str) -> list[bytes]:
        return read_batch(batch, "of yesterday")

    with pytest.raises(InputError, match="other rules"):
        run(documents(4), tmp_path, Local(elsewhere))
    assert files(tmp_path) == {}


def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path) -> None:
    many = documents(60)

    def interrupted() -> Iterator[Entry]:
        yield from many[:45]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(interrupted(), tmp_path / "halted")
    assert files(tmp_path / "halted") == {}
    read: list[str] = []
    run(many, tmp_path / "halted", counting(read))
    assert 15 <= len(read) <= 35
    run(many, tmp_path / "whole")
    assert files(tmp_path / "halted") == files(tmp_path / "whole")


def test_without_resume_all_is_read_again(tmp_path: Path) -> None:
    run(documents(12), tmp_path)
    before, read = files(tmp_path), list[str]()
    run(documents(12), tmp_path, counting(read), resume=False)
    assert len(read) == 12
    assert files(tmp_path) == before


def test_a_lost_or_damaged_file_is_written_again_without_reading(tmp_path: Path) -> None:
    run(documents(40), tmp_path)
    before = files(tmp_path)
    lost, damaged = sorted((tmp_path / "claims").iterdir())[:2]
    lost.unlink()
    damaged.write_bytes(b"x" * damaged.stat().st_size)
    read: list[str] = []
    run(documents(40), tmp_path, counting(read))
    assert (files(tmp_path), read) == (before, [])


def test_a_run_halted_while_publishing_is_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(documents(20), tmp_path / "halted")
    with monkeypatch.context() as halted:
        halted.setattr(bulk, "write_files", _fails)
        with pytest.raises(OSError, match="space"):
            run(documents(60), tmp_path / "halted")
    assert not (tmp_path / "halted" / "manifest.json").exists()
    read: list[str] = []
    run(documents(60), tmp_path / "halted", counting(read))
    run(documents(60), tmp_path / "whole")
    assert read == []
    assert files(tmp_path / "halted") == files(tmp_path / "whole")


def _fails(*_: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "manifest.json")


def test_a_full_disk_leaves_the_tables_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(documents(20), tmp_path / "full")
    before = files(tmp_path / "full")
    written = []

    def full(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) > 4:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as crowded:
        crowded.setattr(partitions.os, "fsync", full)
        with pytest.raises(OSError, match="space"):
            run(documents(60), tmp_path / "full")
    assert files(tmp_path / "full") == before
    assert not list(tmp_path.rglob("*.part"))
    run(documents(60), tmp_path / "full")
    run(documents(60), tmp_path / "whole")
    assert all_rows(tmp_path / "full") == all_rows(tmp_path / "whole")


def test_two_runs_into_one_folder_are_one_too_many(tmp_path: Path) -> None:
    def meanwhile() -> Iterator[Entry]:
        yield documents(1)[0]
        with pytest.raises(InputError, match="Another run"):
            run(documents(3), tmp_path)

    run(meanwhile(), tmp_path)
    assert len(rows(tmp_path, "uncoded")) == 1


def test_a_damaged_state_is_told(tmp_path: Path) -> None:
    run(documents(3), tmp_path)
    (tmp_path / ".work" / "state.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(InputError, match="--no-resume"):
        run(documents(3), tmp_path)
    run(documents(3), tmp_path, resume=False)


def test_a_full_state_is_a_full_disk(tmp_path: Path) -> None:
    state = State(tmp_path / "state.sqlite", "rules")
    connection: sqlite3.Connection = state._connection
    connection.execute("PRAGMA max_page_count = 12")
    with pytest.raises(OSError, match="space") as caught:
        state.keep_results([(bytes([number]), b"x" * 3000) for number in range(30)])
    assert caught.value.errno == errno.ENOSPC
    assert state.results([bytes([number]) for number in range(30)]) == {}
    state.close()


def test_files_of_others_are_not_taken_away(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "mine.parquet").write_bytes(b"mine")
    with pytest.raises(InputError, match=r"mine\.parquet"):
        run(documents(3), tmp_path)
    assert files(tmp_path) == {"claims/mine.parquet": b"mine"}


def test_the_command_writes_a_folder(tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "notes.jsonl", documents(6))
    command = ["extract", "--documents", str(lines), "--output", str(tmp_path / "out")]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    assert len(rows(tmp_path / "out", "claims")) == 6
    lines.write_text(lines.read_text("utf-8") + "{\n", encoding="utf-8")
    assert CliRunner().invoke(app, command).exit_code == 1
    assert CliRunner().invoke(app, [*command, "--explain"]).exit_code == 2
