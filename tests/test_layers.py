"""The rooms of the pipeline import one way only, as docs/architecture.md draws them."""

import ast
from pathlib import Path

import pytest

PIPELINE = Path(__file__).resolve().parents[1] / "pipeline"

# Each room may import those that stand before it. `language` imports nothing of ours at all.
ORDER = [
    "errors",
    "paths",
    "schema",
    "reference",
    "sources",
    "language",
    "encoder",
    "extract",
    "learn",
    "resolve",
    "curation",
    "tables",
    "validate",
    "package",
    "explorer",
    "release",
    "evaluate",
    "engine",
    "stages",
    "cli",
]
MODULES = sorted(PIPELINE.rglob("*.py"))


def room_of(path: Path) -> str:
    """Return the room that a module of the pipeline belongs to."""
    return path.relative_to(PIPELINE).with_suffix("").parts[0]


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms that a module imports, wherever in the file it does."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written from the root"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        rooms |= {name.split(".")[1] for name in names if name.startswith("pipeline.")}
    return rooms


def test_every_room_has_its_place_in_the_order() -> None:
    rooms = {room_of(path) for path in MODULES} - {"__init__"}
    assert rooms <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PIPELINE)))
def test_a_module_imports_only_from_rooms_before_its_own(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    allowed = ORDER[: ORDER.index(room) + 1] if room != "language" else ["language"]
    assert imported_rooms(path) <= set(allowed)
