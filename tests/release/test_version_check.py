"""CI's `.ci/version`: data that changed since the last release need a higher version."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from clones import commit, copy_of_project, git


def check(clone: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHON": sys.executable}
    command = ["bash", ".ci/version"]
    return subprocess.run(
        command, cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


def set_version(clone: Path, version: str, day: str) -> None:
    descriptor = clone / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8")
    text = re.sub(r'"version": "[^"]+"', f'"version": "{version}"', text, count=1)
    descriptor.write_text(text, encoding="utf-8")
    changelog = clone / "CHANGELOG.md"
    text = changelog.read_text(encoding="utf-8")
    changelog.write_text(f"{text}\n## [{version}] - {day}\n", encoding="utf-8")


def lose_a_claim(clone: Path) -> None:
    table = clone / "data" / "claim_relations.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(lines[:-1]), encoding="utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = copy_of_project(tmp_path)
    set_version(folder, "7.0.0", "2030-01-02")
    commit(folder, "Version 7.0.0")
    return folder


def test_changed_data_need_a_higher_version(clone: Path) -> None:
    git(clone, "tag", "v6.0.0", "HEAD~1")  # an older tag is not the last release
    assert check(clone).returncode == 0, "nothing changed since the release"
    lose_a_claim(clone)
    commit(clone, "Lose a relation")
    failed = check(clone)
    assert failed.returncode == 1
    assert "7.1.0 or higher is due" in failed.stdout
    set_version(clone, "7.1.0", "unreleased")
    commit(clone, "Raise the version")
    passed = check(clone)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_a_clone_without_its_history_is_told_what_to_do(clone: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(clone, "clone", "--quiet", "--depth=1", f"file://{clone}", str(shallow))
    said = check(shallow)
    assert said.returncode == 0
    assert "--unshallow" in said.stderr
