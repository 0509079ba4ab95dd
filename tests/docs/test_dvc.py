"""The DVC commands of docs/loading.md work in a fresh clone, without network, remote and login."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from clones import copy_of_project, git

from pipeline.paths import ROOT

pytestmark = pytest.mark.slow

PAGE = (ROOT / "docs" / "loading.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("## With DVC") :]
# One list of commands for each block.
BLOCKS = [block.splitlines() for block in re.findall(r"```sh\n(.*?)```", SECTION, re.DOTALL)]
MODULES = {"dvc": "dvc", "claims": "pipeline.cli"}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with a release's tag, as whoever follows the page has it."""
    folder = copy_of_project(tmp_path / "clone")
    git(folder, "tag", "--annotate", "--message", "A release", "dataset@v0.1.0")
    (folder / "build").mkdir()
    return folder


def run(command: str, clone: Path) -> str:
    name, *arguments = shlex.split(command)
    environment = os.environ | {"NO_COLOR": "1"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", MODULES[name], *arguments],
        cwd=clone, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_command_is_run_below() -> None:
    run_below = ("dvc get", "dvc artifacts", "dvc metrics", "dvc plots", "dvc exp", "dvc params")
    told = [line for block in BLOCKS for line in block]
    assert {line for line in told if not line.startswith((*run_below, "claims diff"))} == set()
    assert all(any(line.startswith(start) for line in told) for start in run_below)


@pytest.mark.parametrize("block", [b for b in BLOCKS if "dvc exp" not in b[0]])
def test_what_is_there_can_be_had(block: list[str], clone: Path) -> None:
    files = {"dvc get": "data/claims.csv", "dvc artifacts": "datapackage.json"}
    for command in block:
        told = run(command, clone)
        for start, original in files.items():
            if command.startswith(start):
                got = clone / command.rsplit(maxsplit=1)[-1]
                assert got.read_bytes() == (clone / original).read_bytes()
        if command.startswith("dvc metrics show"):
            assert "recall" in told
        if command.startswith("dvc plots"):
            assert (clone / "build" / "plots" / "index.html").is_file()


def test_another_tolerance_gives_other_tables(clone: Path) -> None:
    (block,) = [block for block in BLOCKS if "dvc exp" in block[0]]
    told = {command: run(command, clone) for command in block}
    assert "retold_days" in told["dvc params diff HEAD"]
    assert "nothing changed" not in told["claims diff HEAD ."]
    assert "events" in told["claims diff HEAD ."]
    assert git(clone, "status", "--porcelain", "data/events.csv")
