"""One hash for everything that decides what is read out of a document."""

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from pipeline.paths import REFERENCE, ROOT, SCHEMAS

_PIPELINE = ROOT / "pipeline"
_FOLDERS = (
    REFERENCE,
    SCHEMAS / "bulk",
    *(_PIPELINE / room for room in ("extract", "language", "reference", "schema", "sources")),
)
# Of resolution only what one document decides: raw offsets, ids, the words around a claim.
_FILES = (
    *(_PIPELINE / "resolve" / f"{name}.py" for name in ("identify", "ids", "narrative", "records")),
    _PIPELINE / "engine" / "reading.py",
    SCHEMAS / "claims.schema.json",
    SCHEMAS / "uncoded.schema.json",
)
# Hand-coded answers are compared with, not read with.
_NOT_READ = REFERENCE / "evaluation"
_SUFFIXES = {".py", ".csv", ".yaml", ".json"}
# Libraries that change what a text says.
_LIBRARIES = ("ftfy",)


@cache
def rules_hash() -> str:
    """Return the SHA-256 of rules, words, names and schemas as this process found them."""
    return hash_of((*_FOLDERS, *_FILES))


def hash_of(places: Iterable[Path]) -> str:
    """Return the SHA-256 of files and of all rules in folders, with what else reads by them."""
    digest = sha256(f"Python {sys.version_info.major}.{sys.version_info.minor}\0".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    for path in sorted({path for place in places for path in _within(place)}):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT).as_posix()} {len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _within(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [
        path
        for path in place.rglob("*")
        if path.suffix in _SUFFIXES and _NOT_READ not in path.parents
    ]
