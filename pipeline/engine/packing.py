"""What was found in one document, in few bytes."""

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any


def pack(rows: Mapping[str, Sequence[Any]]) -> bytes:
    """Write the rows of one document, by table."""
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8"), 1)


def unpack(packed: bytes) -> dict[str, list[Any]]:
    """Return what `pack` wrote."""
    rows: dict[str, list[Any]] = json.loads(zlib.decompress(packed))
    return rows
