"""The whole way in a copy of the project: what a build gives, and what it refuses."""

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import source_from_cache
from pathlib import Path

import pytest
import yaml
from clones import copy_of_project

from pipeline.paths import ROOT
from pipeline.validate import validate_package

pytestmark = pytest.mark.slow

# Another hour, other letters, another order of hashes: none of them may show in the bytes.
STAGES = ["extract", "resolve", "tables", "package", "validate", "evaluate"]
ELSEWHERE = {
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "0",
}


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path, "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=280,
    )


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(folder, sys.executable, "-m", "pipeline.cli", "build", **environment)


def published(folder: Path) -> dict[str, bytes]:
    files = [*sorted((folder / "data").iterdir()), folder / "datapackage.json"]
    return {path.name: path.read_bytes() for path in files}


def said(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the project as it stands here, with everything in it committed."""
    return copy_of_project(tmp_path_factory.mktemp("clone") / "project", without=())


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """Return the clone after one whole build."""
    done = run(project, sys.executable, "-m", "dvc", "repro", "--force", **ELSEWHERE)
    assert done.returncode == 0, said(done)
    return project


def test_a_build_from_raw_gives_the_bytes_that_are_in_git(built: Path) -> None:
    assert run(built, "git", "status", "--porcelain").stdout == ""
    assert published(built) == published(ROOT)


def test_after_a_build_there_is_nothing_to_do(built: Path) -> None:
    done = build(built)
    assert done.returncode == 0
    assert "up to date" in said(done)
    status = run(built, sys.executable, "-m", "dvc", "status")
    assert "up to date" in said(status)


def test_a_database_that_is_gone_is_made_again(built: Path) -> None:
    database = built / "build" / "nw-syria-claims.duckdb"
    database.unlink()
    assert build(built).returncode == 0
    assert database.is_file()


def test_frictionless_accepts_the_package(built: Path) -> None:
    done = run(built, sys.executable, "-m", "frictionless", "validate", "datapackage.json")
    assert done.returncode == 0, said(done)


def test_dvc_shows_the_evaluation(built: Path) -> None:
    shown = run(built, sys.executable, "-m", "dvc", "metrics", "show")
    assert "counted.f1" in said(shown)
    plots = run(built, sys.executable, "-m", "dvc", "plots", "show", "--out", "build/plots")
    assert plots.returncode == 0, said(plots)
    assert (built / "build" / "plots" / "index.html").is_file()


# What is no input of a stage: packages, what lies elsewhere, what the build makes.
OUTSIDE = (".venv/", "..", "build/")
TRACE = """
import os, runpy, sys
opened = set()
def note(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(os.path.relpath(arguments[0]))
sys.addaudithook(note)
sys.argv = sys.argv[1:]
try:
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
finally:
    print("\\n".join(sorted(opened)), file=sys.__stderr__)
"""


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_names_every_file_it_reads(built: Path, name: str) -> None:
    stage = yaml.safe_load((built / "dvc.yaml").read_text(encoding="utf-8"))["stages"][name]
    module = stage["cmd"].replace("${run}", "pipeline")
    done = run(built, sys.executable, "-c", TRACE, module)
    opened = {
        source_from_cache(file) if "__pycache__" in file else file
        for file in done.stderr.splitlines()
        if (built / file).is_file() and not file.startswith(OUTSIDE)
    }
    # DVC itself runs a stage again whose entry in dvc.yaml has changed.
    named = [*stage["deps"], "dvc.yaml", "params.yaml"]
    named += ["pipeline/__init__.py", "pipeline/stages/__init__.py"]
    for kind in ("outs", "metrics", "plots"):
        named += [next(iter(out)) for out in stage.get(kind, [])]
    missing = {f for f in opened if not any(f == dep or f.startswith(f"{dep}/") for dep in named)}
    assert missing == set()
    assert any(file.startswith("pipeline/") for file in opened)


def change_a_byte(folder: Path) -> None:
    path = next((folder / "raw" / "texts").glob("*.txt"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lose_a_text(folder: Path) -> None:
    next((folder / "raw" / "texts").glob("*.txt")).unlink()


def add_a_column_to_the_manifest(folder: Path) -> None:
    path = folder / "raw" / "sources.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(f"{line},extra\n" for line in lines), encoding="utf-8")


def drop_a_column_from_a_schema(folder: Path) -> None:
    path = folder / "schemas" / "claims.schema.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"name": "place_name"', '"name": "place_nom"'), encoding="utf-8")


def correct(folder: Path, field: str, value: str) -> None:
    with (folder / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row[field])
    cells = ("correct", row["claim_id"], field, row[field], value, "As a test.", "second coder")
    with (folder / "curation" / "claims.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(cells)


def break_a_key(folder: Path) -> None:
    correct(folder, "place_id", "nowhere_at_all")


def break_an_enum(folder: Path) -> None:
    correct(folder, "actor", "martians")


@pytest.mark.parametrize(
    ("damage", "names"),
    [
        (lose_a_text, ["raw/texts/", "cannot be read"]),
        (add_a_column_to_the_manifest, ["raw/sources.csv:1", "extra"]),
        (drop_a_column_from_a_schema, ["place_nom"]),
        (break_a_key, ["claims.csv", "place_id", "nowhere_at_all"]),
    ],
)
def test_stages_that_cannot_be_right_say_why_and_change_nothing(
    built: Path, tmp_path: Path, damage: Callable[[Path], None], names: list[str]
) -> None:
    stages = (
        "import runpy\n"
        "for stage in ('extract', 'resolve', 'tables'):\n"
        "    runpy.run_module(f'pipeline.stages.{stage}', run_name='__main__')"
    )
    refused(
        built, tmp_path, damage, names, lambda folder: run(folder, sys.executable, "-c", stages)
    )


@pytest.mark.parametrize(
    ("damage", "names"),
    [
        (change_a_byte, ["raw/texts/", "SHA-256"]),
        (break_an_enum, ["claims.csv", "actor", "martians"]),
    ],
)
def test_a_build_that_cannot_be_right_says_why_and_changes_nothing(
    built: Path, tmp_path: Path, damage: Callable[[Path], None], names: list[str]
) -> None:
    refused(built, tmp_path, damage, names, build)


def refused(
    built: Path,
    tmp_path: Path,
    damage: Callable[[Path], None],
    names: list[str],
    rebuild: Callable[[Path], subprocess.CompletedProcess[str]],
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(built, folder)
    before = published(folder)
    damage(folder)
    done = rebuild(folder)
    assert done.returncode == 1
    for name in names:
        assert name in said(done)
    assert "Traceback" not in said(done)
    assert published(folder) == before


@pytest.mark.parametrize(
    ("table", "old", "new", "names"),
    [
        ("claims", "review_status\n", "review_status,extra\n", ["claims.csv", "extra"]),
        ("claims", ",killed,", ",slain,", ["claims.csv", "claim_type", "slain"]),
        ("events", "\ne-", "\ne-0", ["events.csv", "event_id"]),
        ("sources", "source_id,", "id,", ["sources.csv", "id"]),
    ],
)
def test_a_table_changed_by_hand_is_found(
    built: Path, tmp_path: Path, table: str, old: str, new: str, names: list[str]
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(built, folder)
    path = folder / "data" / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    report = validate_package(folder)
    assert not report.passes()
    shown = report.render("github")
    for name in names:
        assert name in shown


def test_a_table_changed_by_hand_is_built_anew(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(built, folder)
    (folder / "data" / "claims.csv").write_text("claim_id\n", encoding="utf-8")
    (folder / "data" / "events.csv").unlink()
    assert build(folder).returncode == 0
    assert published(folder) == published(built)
