"""Whoever copies the commands of README and documents, one after the other, meets no error.

Each page is followed in a clone of its own. Not run here are `make test` and `make lint`, which
`.ci/run` runs, the explorer, which `make test-explorer` builds and walks, and the installing of
packages: the clone borrows those of this environment.
"""

import os
import re
import shutil
import socket
import subprocess
import textwrap
from pathlib import Path

import pytest
from clones import borrow_environment, copy_of_project, git
from optional import PROGRAMS

from pipeline.paths import ROOT

pytestmark = pytest.mark.slow

_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_ELSEWHERE = re.compile(r"^make (?=(test|lint)\b)", re.MULTILINE)
_EXPLORER = re.compile(r"^.*\b(?:make explorer|claims explore)\b.*\n?", re.MULTILINE)
SHELL = ("sh", "console", "bash")
# Which test runs the blocks of a page. Diagrams are drawn by the site, not run.
RUN_BY = {
    ("README.md", "console"): "here",
    ("README.md", "sql"): "tests/test_readme.py",
    ("CONTRIBUTING.md", "sh"): "here",
    ("docs/adding-a-text.md", "sh"): "here",
    ("docs/scale.md", "sh"): "here",
    ("docs/explorer.md", "console"): "explorer/tests",
    ("docs/conventions.md", "sql"): "here",
    ("docs/cookbook.md", "sql"): "tests/resolve/test_cookbook.py",
    ("docs/loading.md", "sql"): "tests/docs/test_loading.py",
    ("docs/loading.md", "python"): "tests/docs/test_loading.py",
    ("docs/loading.md", "r"): "tests/docs/test_loading.py",
    ("docs/loading.md", "sh"): "tests/docs/test_loading.py, tests/docs/test_dvc.py",
}
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "curation").glob("*.md")]


def blocks(page: Path) -> list[tuple[str, str]]:
    """Return language and text of each code block."""
    found = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return [(language, textwrap.dedent(text)) for language, text in found]


def shell_blocks(name: str) -> list[str]:
    return [text for language, text in blocks(ROOT / name) if language in SHELL]


def follow(script: str, clone: Path) -> str:
    """Run the commands of a page in the clone until one fails, which none may."""
    path = os.pathsep.join(map(str, (clone / ".venv" / "bin", PROGRAMS, os.environ["PATH"])))
    environment = os.environ | {"NO_COLOR": "1", "PATH": path}
    script = _EXPLORER.sub("", _ELSEWHERE.sub("make --dry-run ", script))
    script = script.replace("claims release\n", "claims release --no-explorer\n")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=clone, env=environment, check=False,
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def prepare(clone: Path) -> Path:
    git(clone, "config", "user.name", "Reader")
    git(clone, "config", "user.email", "reader@example.org")
    borrow_environment(clone)
    return clone


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone in which somebody followed the first lines of the README."""
    clone = prepare(copy_of_project(tmp_path_factory.mktemp("first")))
    follow(shell_blocks("README.md")[0], clone)
    # Where rules are being worked on, the tables in git are older; `.ci/run` finds that out.
    git(clone, "commit", "--quiet", "--all", "--allow-empty", "--message", "As built")
    return clone


@pytest.fixture
def clone(built: Path, tmp_path: Path) -> Path:
    return prepare(Path(shutil.copytree(built, tmp_path / "clone", symlinks=True)))


def test_every_block_is_run_somewhere() -> None:
    told = {
        (page.relative_to(ROOT).as_posix(), language)
        for page in PAGES
        for language, _ in blocks(page)
        if language != "mermaid"
    }
    assert told - RUN_BY.keys() == {("docs/cookbook.md", "")}, "an answer's shell line, run by hand"
    assert RUN_BY.keys() - told == set()


def test_the_readme(clone: Path) -> None:
    first, *others = shell_blocks("README.md")
    assert first.startswith("make ")
    told = follow("".join(others), clone)
    assert "nothing changed" in told
    assert '"claim_type": "killed"' in told


@pytest.mark.needs("bin/duckdb")
def test_the_readme_without_python(clone: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"`(duckdb -cmd [^`]+)`", text)
    assert "claim_id" in follow(f"{command} -c 'FROM conflicts'", clone)


def test_contributing(clone: Path) -> None:
    first, *_ = shell_blocks("CONTRIBUTING.md")
    assert "build" in follow(first, clone)


def test_a_release_is_made_as_it_is_told(clone: Path) -> None:
    version, day = "9.8.7", "2030-01-02"
    for name, old, new in (
        ("package.yaml", r"^version: .*", f"version: {version}"),
        ("package.yaml", r"^created: .*", f'created: "{day}T00:00:00Z"'),
        ("pyproject.toml", r"^version = .*", f'version = "{version}"'),
        ("CHANGELOG.md", r"^## \[", f"## [{version}] - {day}\n\n### Data\n\n- Nothing.\n\n## ["),
    ):
        text = (clone / name).read_text(encoding="utf-8")
        changed = re.sub(old, new, text, count=1, flags=re.MULTILINE)
        assert changed != text
        (clone / name).write_text(changed, encoding="utf-8")
    borrow_environment(clone)
    steps = [block for block in shell_blocks("CONTRIBUTING.md")[1:] if "$" not in block]
    told = follow("".join(steps).replace("VERSION", version), clone)
    assert "not checked in the archive" in told
    assert told.count(": OK") == 9
    assert git(clone, "tag").split() == [f"dataset@v{version}", f"v{version}"]
    assert git(clone, "status", "--porcelain") == ""


def test_adding_a_text(clone: Path) -> None:
    told = follow("".join(shell_blocks("docs/adding-a-text.md")), clone)
    assert "Nothing was written" in told
    assert "Written: raw/texts/" in told
    assert "MINOR" in told
    assert "daily-example" in (clone / "data" / "sources.csv").read_text(encoding="utf-8")


@pytest.mark.needs("bin/duckdb")
def test_the_conventions(clone: Path) -> None:
    (block,) = [text for kind, text in blocks(ROOT / "docs" / "conventions.md") if kind == "sql"]
    told = follow(f"duckdb -csv <<'END'\n{block}END", clone)
    for heading in ("event,fatalities", "event,best,low", "event,civilians_min"):
        assert heading in told


@pytest.fixture
def corpus_clone(tmp_path: Path) -> Path:
    return prepare(copy_of_project(tmp_path, without=("tests/",)))


@pytest.mark.needs("bin/duckdb", "distributed")
def test_many_texts(corpus_clone: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    script = "trap 'kill $(jobs -p)' EXIT\n" + "".join(shell_blocks("docs/scale.md"))
    smaller = (
        ("8786", port),
        ("--documents 200", "--documents 20"),
        ("--documents 1000", "--documents 20"),
        ("--sizes 1000 10000 --large", "--sizes 20 --engines local"),
        ("resolve.py --store", "resolve.py --store --sizes 200"),
        # The second extraction of the page is one on a cluster: it must not find all done.
        ("--output extracted --scheduler", "--output clustered --scheduler"),
    )
    for told, here in smaller:
        assert told in script
        script = script.replace(told, here)
    told = follow(script, corpus_clone)
    assert "killed" in told
    assert (corpus_clone / "clustered" / "manifest.json").is_file()
