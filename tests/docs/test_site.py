"""The documents as a site: every page is in it, and no link of it leads nowhere."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.paths import ROOT

sys.path.insert(0, str(ROOT / "tests" / "release"))
from clones import copy_of_project

NAVIGATION = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1]
NAMED = re.findall(r": (\S+\.md)$", NAVIGATION, re.MULTILINE)


def build(clone: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHON": sys.executable}
    command = ["bash", ".ci/site"]
    return subprocess.run(
        command, cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


def test_every_page_of_the_documents_is_named_and_there() -> None:
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")}
    pages |= {path.name for path in ROOT.glob("*.md")}
    assert set(NAMED) >= pages
    assert all((ROOT / name).is_file() for name in NAMED)


def test_the_site_is_built_and_a_broken_link_stops_it(tmp_path: Path) -> None:
    if importlib.util.find_spec("zensical") is None:
        pytest.skip("needs the extra site")
    clone = copy_of_project(tmp_path)
    done = build(clone)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "erDiagram" in (clone / "build/site/docs/tables/index.html").read_text(encoding="utf-8")
    page = clone / "docs" / "loading.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")
    assert build(clone).returncode != 0
