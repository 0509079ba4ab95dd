"""The documents as a site: every page is in it, and no link of it leads nowhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from clones import copy_of_project


def build(clone: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHON": sys.executable}
    command = ["bash", ".ci/site"]
    return subprocess.run(
        command, cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.needs("zensical")
def test_the_site_is_built_and_a_broken_link_stops_it(tmp_path: Path) -> None:
    clone = copy_of_project(tmp_path)
    done = build(clone)
    assert done.returncode == 0, done.stdout + done.stderr
    for page in (clone / "docs").glob("*.md"):
        assert (clone / "build/site/docs" / page.stem / "index.html").is_file()
    assert "erDiagram" in (clone / "build/site/docs/tables/index.html").read_text(encoding="utf-8")
    page = clone / "docs" / "loading.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")
    assert build(clone).returncode != 0
