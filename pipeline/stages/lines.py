"""Records between two stages: JSON lines in build/."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.paths import BUILD
from pipeline.tables import write_files

EXTRACTED = BUILD / "extracted"
RESOLVED = BUILD / "resolved"
# What was found in each text. No output of a stage: it may be deleted, and all is read anew.
KEPT = BUILD / "kept" / "extracted.sqlite"


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    """Write one JSON object a line."""
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    write_files(path.parent, {path.name: text.encode("utf-8")})


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects that `write_lines` wrote.

    Raises:
        InputError: the stage before has not run.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), "It is not there.", "Run `claims build`.") from error
    for line in text.splitlines():
        yield json.loads(line)
