"""Whatever the documents tell a reader to type is a command that exists, with options that exist."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from pipeline.cli.app import app
from pipeline.paths import ROOT

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "curation" / "README.md"]
COMMANDS = typer.main.get_command(app).commands
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def told(page: Path) -> list[str]:
    """Return the commands of a page: lines of its code blocks, and code in its sentences."""
    text = page.read_text(encoding="utf-8")
    lines = []
    for kind, block in re.findall(r"```(\w*)\n(.*?)```", text, re.DOTALL):
        if kind in ("", "sh", "console"):
            lines += block.splitlines()
    lines += re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return [line.strip().removeprefix(".venv/bin/") for line in lines]


CALLS = sorted({line for page in PAGES for line in told(page) if line.startswith("claims ")})
TARGETS = sorted({m[1] for page in PAGES for line in told(page)
                  if (m := re.fullmatch(r"make ([a-z-]+)\b.*", line))})  # fmt: skip


def test_there_are_commands_to_check() -> None:
    assert len(CALLS) > 10
    assert {"test", "lint"} <= set(TARGETS)


@pytest.mark.parametrize("line", CALLS)
def test_a_command_of_the_documents_can_be_typed(line: str) -> None:
    words = shlex.split(line.replace("$(", "").replace("…", "VALUE"), comments=True)
    name, arguments = words[1], words[2:]
    assert name in COMMANDS
    if arguments:  # a mere name in a sentence leaves out what must be given
        COMMANDS[name].make_context(name, arguments)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_of_the_documents_is_in_the_makefile(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_every_command_is_told_of_somewhere() -> None:
    assert {line.split()[1] for line in CALLS} >= set(COMMANDS) - {"build", "gazetteer"}
