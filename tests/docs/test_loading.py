"""Every snippet of docs/loading.md gives the same answer, run on a release as a reader would."""

import csv
import importlib
import json
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest
from clones import copy_of_project
from optional import PROGRAMS, program

from pipeline.paths import DATA, ROOT
from pipeline.release.release import NAME, write_release

PAGE = (ROOT / "docs" / "loading.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
# What a snippet imports that a reader of its section has, and this project need not.
OPTIONAL = ("pandas", "pyarrow", "xlsxwriter")


def blocks(language: str, holding: str = "") -> list[str]:
    return [text for kind, text in BLOCKS if kind == language and holding in text]


def python_snippets() -> list[object]:
    found = []
    for snippet in blocks("python"):
        needed = [name for name in OPTIONAL if re.search(rf"\b{name}\b", snippet)]
        found.append(pytest.param(snippet, marks=pytest.mark.needs(*needed) if needed else ()))
    return found


@pytest.fixture(scope="module")
def version() -> str:
    text = (ROOT / "package.yaml").read_text(encoding="utf-8")
    return re.search(r"^version: (.*)$", text, re.MULTILINE)[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory, version: str) -> Path:
    folder = tmp_path_factory.mktemp("reader")
    write_release(copy_of_project(folder / "clone"), folder)
    with zipfile.ZipFile(folder / f"{NAME}-{version}.zip") as archive:
        archive.extractall(folder)
    return folder / f"{NAME}-{version}"


@pytest.fixture(scope="module")
def answer() -> int:
    with (DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = sum(r["claimant_id"] == "sohr" and r["claim_type"] == "killed" for r in rows)
    assert found
    return found


def run(*command: str, folder: Path, given: str = "") -> str:
    done = subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_python(snippet: str, folder: Path, version: str) -> str:
    code = snippet.replace("VERSION", version)
    return run(sys.executable, "-W", "error::DeprecationWarning", "-c", code, folder=folder)


def test_every_tool_has_its_snippet() -> None:
    assert len(blocks("sql")) == 2
    assert len(blocks("python")) == 7
    assert len(blocks("r")) == 2
    for tool in ("datasette", "contested_events.py", "dvc get"):
        assert len(blocks("sh", tool)) == 1


@pytest.mark.parametrize("snippet", python_snippets())
def test_python_snippets(snippet: str, unpacked: Path, version: str, answer: int) -> None:
    told = run_python(snippet, unpacked, version)
    if "print(" in snippet:
        assert int(told) == answer


def opened(snippet: str, version: str) -> str:
    """Return the database that the first line of a snippet opens."""
    named = re.search(r"-readonly (\S+)", snippet.replace("VERSION", version))
    return named[1] if named else ":memory:"


@pytest.mark.parametrize("snippet", blocks("sql"))
def test_sql_snippets(
    snippet: str,
    unpacked: Path,
    version: str,
    answer: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(unpacked)
    file = opened(snippet, version)
    with duckdb.connect(file, read_only=file != ":memory:") as database:
        lines = snippet.strip().splitlines()
        for line in lines:
            if line.startswith(".read "):
                database.execute(Path(line.split()[1]).read_text(encoding="utf-8"))
        query = "\n".join(line for line in lines if not line.startswith("."))
        assert database.execute(query).fetchone() == (answer,)


@pytest.mark.needs("bin/duckdb")
@pytest.mark.parametrize("snippet", blocks("sql"))
def test_sql_snippets_in_an_older_client(
    snippet: str, unpacked: Path, version: str, answer: int
) -> None:
    file = opened(snippet, version)
    options = ["-csv", "-noheader", *(["-readonly"] if file != ":memory:" else [])]
    told = run(program("duckdb"), *options, file, folder=unpacked, given=snippet)
    assert int(told) == answer


@pytest.mark.needs("bin/datasette")
def test_datasette(unpacked: Path, version: str, answer: int) -> None:
    (unpacked / "claims.sqlite").unlink(missing_ok=True)
    run_python(blocks("python", "sqlite3")[0], unpacked, version)
    path = f"PATH={PROGRAMS}:$PATH"
    told = run("bash", "-c", f"{path}\n{blocks('sh', 'datasette')[0]}", folder=unpacked)
    assert json.loads(told) == [answer]


@pytest.mark.needs("xlsxwriter", "openpyxl")
def test_the_workbook_keeps_types_and_has_no_formulas(
    unpacked: Path, version: str, answer: int
) -> None:
    folder = unpacked.parent / "with-a-formula" / "inside"
    folder.mkdir(parents=True)
    for path in unpacked.parent.glob("*.parquet"):
        shutil.copyfile(path, folder.parent / path.name)
    places = next(folder.parent.glob("*-places.parquet"))
    harmful = pl.read_parquet(places).with_columns(name_ar=pl.lit("=1+1"))
    harmful.write_parquet(places)
    run_python(blocks("python", "xlsxwriter")[0], folder, version)
    book = importlib.import_module("openpyxl").load_workbook(folder / "claims.xlsx")
    assert len(book.sheetnames) == 7
    assert {cell.data_type for row in book["places"] for cell in row} <= {"s", "n"}
    head, *rows = book["claims"].values
    rows = [dict(zip(head, row, strict=True)) for row in rows]
    killed = [r for r in rows if r["claimant_id"] == "sohr" and r["claim_type"] == "killed"]
    assert len(killed) == answer
    assert any(isinstance(row["date_start"], datetime) for row in rows)
    assert any(isinstance(row["count_low"], int) for row in rows)
    assert {type(row["claim_id"]) for row in rows} == {str}


@pytest.mark.needs("xlsxwriter")
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice Calc")
def test_a_spreadsheet_gives_the_table_back(unpacked: Path, version: str, tmp_path: Path) -> None:
    run_python(blocks("python", "xlsxwriter")[0], unpacked, version)
    # Comma, double quote, UTF-8, from the first line on; the last -1 is for every sheet.
    style = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    run(
        "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/user",
        "--convert-to", style, "--outdir", str(tmp_path), "claims.xlsx", folder=unpacked,
    )  # fmt: skip
    for table in ("claims", "places", "sources"):
        given = (tmp_path / f"claims-{table}.csv").read_bytes()
        assert given == (unpacked / "data" / f"{table}.csv").read_bytes()


@pytest.mark.needs("matplotlib")
def test_the_figure_has_a_panel_for_each_contested_event(unpacked: Path) -> None:
    name, *arguments = shlex.split(blocks("sh", "contested_events.py")[0])
    assert name == "python"
    run(sys.executable, *arguments, folder=unpacked)
    assert (unpacked / arguments[-1]).read_bytes().startswith(b"\x89PNG")
    run(sys.executable, *arguments[:-1], "contested.svg", folder=unpacked)
    drawn = (unpacked / "contested.svg").read_text(encoding="utf-8")
    with (unpacked / "data" / "events.csv").open(encoding="utf-8", newline="") as file:
        contested = [row["title"] for row in csv.DictReader(file) if row["contested"] == "true"]
    assert contested
    for title in contested:
        assert f"<!-- {title} -->" in drawn


@pytest.mark.skipif(not shutil.which("Rscript"), reason="needs R")
@pytest.mark.parametrize("snippet", blocks("r"))
def test_r_snippets(snippet: str, unpacked: Path, answer: int) -> None:
    for name in re.findall(r"library\((\w+)\)", snippet):
        looked = f"quit(status = !requireNamespace('{name}', quietly = TRUE))"
        if subprocess.run(["Rscript", "-e", looked], capture_output=True, check=False).returncode:
            pytest.skip(f"needs R's package {name}")
    told = run("Rscript", "-e", snippet, folder=unpacked)
    assert told.split() == ["[1]", str(answer)]
