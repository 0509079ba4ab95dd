"""Every snippet of docs/loading.md gives the same answer, run on a release as a reader would."""

import csv
import importlib.util
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

from pipeline.paths import DATA, ROOT
from pipeline.release.release import NAME, write_release

sys.path.insert(0, str(ROOT / "tests" / "release"))
from clones import copy_of_project, git

PAGE = (ROOT / "docs" / "loading.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCKS if kind == language]


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


def test_every_tool_has_its_snippet() -> None:
    assert len(blocks("sql")) == 2
    assert len(blocks("python")) == 5
    assert len(blocks("r")) == 1


@pytest.mark.parametrize("snippet", blocks("python"))
def test_python_snippets(snippet: str, unpacked: Path, version: str, answer: int) -> None:
    for module in re.findall(r"^(?:import|from) (\w+)", snippet, re.MULTILINE):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    code = snippet.replace("VERSION", version)
    done = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning", "-c", code],
        cwd=unpacked, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == answer


@pytest.mark.parametrize("snippet", blocks("sql"))
def test_sql_snippets(
    snippet: str,
    unpacked: Path,
    version: str,
    answer: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(unpacked)
    named = re.search(r"-readonly (\S+)", snippet.replace("VERSION", version))
    file = named[1] if named else ":memory:"
    with duckdb.connect(file, read_only=bool(named)) as database:
        lines = snippet.strip().splitlines()
        for line in lines:
            if line.startswith(".read "):
                database.execute(Path(line.split()[1]).read_text(encoding="utf-8"))
        query = "\n".join(line for line in lines if not line.startswith("."))
        assert database.execute(query).fetchone() == (answer,)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone with git and DVC as whoever follows the page has it."""
    folder = tmp_path_factory.mktemp("dvc") / "clone"
    copy_of_project(folder)
    git(folder, "tag", "--annotate", "--message", "A release", "dataset@v0.1.0")
    (folder / "build").mkdir()
    return folder


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


def run(command: str, folder: Path) -> str:
    program, *arguments = command.split()
    assert program == "dvc"
    done = subprocess.run(
        [sys.executable, "-m", "dvc", *arguments],
        cwd=folder, capture_output=True, text=True, check=False, env=os.environ | {"NO_COLOR": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_dvc_commands_run_offline(command: str, clone: Path) -> None:
    told = run(command, clone)
    if command.startswith("dvc get"):
        got = (clone / command.rsplit(maxsplit=1)[-1]).read_bytes()
        assert got == (clone / "data" / "claims.csv").read_bytes()
    elif command.startswith("dvc artifacts"):
        got = (clone / command.rsplit(maxsplit=1)[-1]).read_bytes()
        assert got == (clone / "datapackage.json").read_bytes()
    elif command.startswith("dvc metrics show"):
        assert "recall" in told
    elif command.startswith("dvc plots"):
        assert (clone / "build" / "plots" / "index.html").is_file()
