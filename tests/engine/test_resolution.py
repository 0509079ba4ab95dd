"""A bulk extraction becomes a package: the same events as in memory, valid, and whole or not there."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest
from engine_corpus import documents, files, run
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.engine import resolution
from pipeline.engine.extraction import extract_lines
from pipeline.engine.requests import Request
from pipeline.engine.resolution import resolve_folder
from pipeline.errors import InputError
from pipeline.explorer.write import explorer_files
from pipeline.paths import ROOT
from pipeline.resolve.large.store import Store
from pipeline.schema import load_schemas
from pipeline.validate import validate_package


def corpus() -> list[Request]:
    """Return documents that tell the same happenings again, in places that are known."""
    retold = [
        Request(
            f"echo-{number}",
            f"Shelling killed {number + 40} civilians, including {number % 3 + 2} children, in "
            f"Maarat al-Numan on Tuesday, the Harbour Relief Committee said. Ten people died in Idlib city.\n",
            published_on=f"2016-05-{number % 9 + 11:02d}",
        )
        for number in range(40)
    ]
    return documents(30) + retold


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("extracted")
    run(corpus(), folder)
    return folder


@pytest.fixture(scope="module")
def package(extracted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a package whose tables lie in several parts."""
    folder = tmp_path_factory.mktemp("resolved") / "package"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(resolution, "ROWS_A_FILE", 25)
        resolve_folder(extracted, folder)
    return folder


def told(package: Path, question: str) -> list[tuple[Any, ...]]:
    return duckdb.sql(question.replace("data/", f"{package}/data/")).fetchall()


def test_events_are_those_of_resolution_in_memory(package: Path) -> None:
    lines, _ = extract_lines(corpus())
    expected = {line["claim_id"]: line["event_id"] for line in lines}
    assert dict(told(package, "SELECT claim_id, event_id FROM 'data/claims/*.parquet'")) == expected
    events = {event for event in expected.values() if event}
    found = told(package, "SELECT event_id FROM 'data/events/*.parquet'")
    assert [row[0] for row in found] == sorted(events)
    assert len(events) < len({line["source_id"] for line in lines})


def test_the_package_is_valid_and_holds_no_more_than_its_descriptor_says(package: Path) -> None:
    report = validate_package(package)
    assert report.findings == []
    assert [note for note in report.notes if "no table of sources" in note]
    descriptor = json.loads((package / "datapackage.json").read_text("utf-8"))
    listed = {part["path"] for entry in descriptor["resources"] for part in entry["parts"]}
    assert listed == {path for path in files(package) if path.startswith("data/")}
    assert len([path for path in listed if path.startswith("data/claims/")]) > 3
    schemas = load_schemas()
    for entry in descriptor["resources"]:
        columns = told(package, f"DESCRIBE FROM 'data/{entry['name']}/*.parquet'")
        assert tuple(column[0] for column in columns) == schemas[entry["name"]].columns


def test_a_speaker_that_no_file_knows_has_the_name_that_texts_use(package: Path) -> None:
    question = "SELECT name, kind FROM 'data/claimants/*.parquet' WHERE review_status = 'extracted'"
    assert ("Harbour Relief Committee", "organisation") in told(package, question)


def test_memory_that_is_no_size_is_told(extracted: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--memory"):
        resolve_folder(extracted, tmp_path / "package", memory="plenty")


def test_the_same_claims_give_the_same_files(
    extracted: Path, package: Path, tmp_path: Path
) -> None:
    run(list(reversed(corpus())), tmp_path / "reversed", partition_size=20)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(resolution, "ROWS_A_FILE", 25)
        resolve_folder(tmp_path / "reversed", tmp_path / "package")
    assert files(tmp_path / "package") == files(package)


@pytest.fixture
def damaged(package: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(package, tmp_path / "damaged"))


def rewrite(package: Path, table: str, part: int, select: str) -> str:
    """Put a query's rows in place of a part, hash and size in the descriptor included."""
    path = package / "data" / table / f"{part:05}.parquet"
    beside = path.with_suffix(".new")
    duckdb.sql(f"COPY ({select.format(part=path)}) TO '{beside}' (FORMAT parquet)")
    beside.replace(path)
    descriptor = json.loads((package / "datapackage.json").read_text("utf-8"))
    for entry in descriptor["resources"]:
        for each in entry["parts"]:
            if each["path"] == f"data/{table}/{path.name}":
                each["bytes"] = path.stat().st_size
                each["hash"] = f"sha256:{sha256(path.read_bytes()).hexdigest()}"
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return f"data/{table}/{path.name}"


def test_a_dangling_id_is_found_in_its_part_and_row(damaged: Path) -> None:
    path = damaged / "data" / "claims" / "00001.parquet"
    event = "CASE WHEN claim_id = '{0}' THEN 'e-0000000000' ELSE event_id END AS event_id"
    claim_id = duckdb.sql(f"SELECT claim_id FROM '{path}' LIMIT 1 OFFSET 6").fetchall()[0][0]
    select = f"SELECT * REPLACE ({event.format(claim_id)}) FROM '{{part}}'"
    file = rewrite(damaged, "claims", 1, select)
    found = [f for f in validate_package(damaged).findings if f.rule == "foreign-key"]
    assert [(f.file, f.row, f.line, f.field) for f in found] == [(file, 7, None, "event_id")]


def test_a_code_that_no_vocabulary_has_is_found(damaged: Path) -> None:
    select = "SELECT * REPLACE ('vanished' AS claim_type) FROM '{part}' LIMIT 1"
    file = rewrite(damaged, "claims", 0, select)
    rules = {(f.rule, f.file, f.row) for f in validate_package(damaged).findings}
    assert ("enum", file, 1) in rules


def test_a_column_of_another_type_is_told(damaged: Path) -> None:
    rewrite(
        damaged, "claims", 0, "SELECT * REPLACE (char_start::VARCHAR AS char_start) FROM '{part}'"
    )
    told_of = [f.message for f in validate_package(damaged).findings if f.rule == "source-error"]
    assert len(told_of) == 1
    assert "char_start" in told_of[0]


def test_a_changed_missing_or_foreign_part_is_told(damaged: Path) -> None:
    changed = damaged / "data" / "claims" / "00000.parquet"
    changed.write_bytes(changed.read_bytes()[:-9] + b"wrong" + changed.read_bytes()[-4:])
    (damaged / "data" / "events" / "00000.parquet").unlink()
    descriptor = (damaged / "datapackage.json").read_text("utf-8")
    descriptor = descriptor.replace("data/places/00000", "../places/00000")
    (damaged / "datapackage.json").write_text(descriptor, encoding="utf-8")
    rules = {(f.rule, f.file) for f in validate_package(damaged).findings}
    assert {
        ("hash-count", "data/claims/00000.parquet"),
        ("missing-file", "data/events/00000.parquet"),
        ("unsafe-path", "datapackage.json"),
    } <= rules


def test_the_explorer_shows_it(package: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    found = explorer_files(package, tmp_path)
    for table in ("claims", "events", "claim_relations", "sources"):
        path = tmp_path / f"{table}.parquet"
        path.write_bytes(found[f"package/tables/{table}.parquet"])
    rows = told(package, "SELECT claim_id FROM 'data/claims/*.parquet'")
    assert duckdb.sql(f"SELECT claim_id FROM '{tmp_path}/claims.parquet'").fetchall() == rows
    sources = duckdb.sql(f"SELECT source_id FROM '{tmp_path}/sources.parquet'").fetchall()
    assert sources == told(
        package,
        "SELECT source_id FROM 'data/claims/*.parquet' UNION "
        "SELECT source_id FROM 'data/uncoded/*.parquet' ORDER BY 1",
    )
    answered = tmp_path / "words.parquet"
    answered.write_bytes(found["package/answers/words.parquet"])
    assert duckdb.sql(f"SELECT count(*) FROM '{answered}'").fetchall() == [(len(rows),)]
    (package_copy := tmp_path / "copy").mkdir()
    shutil.copytree(package, package_copy, dirs_exist_ok=True)
    (package_copy / "data" / "events" / "00000.parquet").unlink()
    with pytest.raises(InputError, match="missing"):
        explorer_files(package_copy, tmp_path)


def test_an_unfinished_or_damaged_extraction_is_refused(extracted: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(extracted, tmp_path / "copy"))
    file = next(iter((copy / "claims").iterdir()))
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(InputError, match="not as the manifest lists it"):
        resolve_folder(copy, tmp_path / "package")
    (copy / "manifest.json").unlink()
    with pytest.raises(InputError, match="no manifest"):
        resolve_folder(copy, tmp_path / "package")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy"]


def test_files_of_others_are_not_taken_away(extracted: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="no package"):
        resolve_folder(extracted, tmp_path / "mine")
    assert files(tmp_path) == {"mine/notes.txt": b"mine"}


def test_too_little_memory_is_told_and_nothing_written(extracted: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--memory"):
        resolve_folder(extracted, tmp_path / "package", memory="1MB")
    assert list(tmp_path.iterdir()) == []


KILLED = """
import sys, time
from pathlib import Path
from pipeline.engine import resolution
resolution._write = lambda *_: time.sleep(60)
print("begins", flush=True)
resolution.resolve_folder(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_a_killed_run_leaves_the_package_of_before(
    extracted: Path, package: Path, tmp_path: Path
) -> None:
    output = Path(shutil.copytree(package, tmp_path / "package"))
    new = tmp_path / ".package.new"
    command = [sys.executable, "-c", KILLED, str(extracted), str(output)]
    with subprocess.Popen(command, cwd=ROOT) as killed:
        deadline = time.monotonic() + 60
        while not (new / ".work" / "resolution.duckdb").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        with pytest.raises(InputError, match="Another run"):
            resolve_folder(extracted, output)
        os.kill(killed.pid, signal.SIGKILL)
    assert files(output) == files(package)
    resolve_folder(extracted, output)
    assert not new.exists()
    assert validate_package(output).findings == []


def test_a_full_disk_leaves_the_package_of_before(
    extracted: Path, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = Path(shutil.copytree(package, tmp_path / "package"))

    def full(*_: object) -> None:
        raise duckdb.IOException("IO Error: Could not write file: No space left on device")

    class Full:
        execute = full

        def close(self) -> None: ...

    export = Store.export

    def exported(store: Store, *arguments: Any) -> None:
        database, store._database = store._database, Full()  # type: ignore[assignment]
        database.close()
        export(store, *arguments)

    monkeypatch.setattr(Store, "export", exported)
    monkeypatch.setattr(Store, "_first_column", lambda *_: "number")
    with pytest.raises(OSError, match="No space left"):
        resolve_folder(extracted, output)
    assert files(output) == files(package)
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_the_command_resolves_what_the_command_extracted(extracted: Path, tmp_path: Path) -> None:
    output = tmp_path / "package"
    done = CliRunner().invoke(app, ["resolve", str(extracted), "--output", str(output)])
    assert done.exit_code == 0, done.output
    done = CliRunner().invoke(app, ["validate", str(output)])
    assert done.exit_code == 0, done.output
