"""A corpus cut into partitions, and each partition written as one Parquet file a table."""

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.engine.corpus import Entry
from pipeline.engine.reading import TABLES, Columns, Row, columns_of
from pipeline.engine.requests import Request
from pipeline.errors import InputError
from pipeline.schema.polars_types import polars_type

SIZE = 500
# A partition is held in memory while it is cut and while it is written. Few documents end one by
# their hash, so that the longest partition of a large corpus would be several times that of a
# small one, and so would the memory: an early end keeps both the same.
_MOST_SIZES = 2
_MOST_CHARACTERS = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Partition:
    """Documents that stand together in the corpus, with the key of each.

    Attributes:
        name: hash of the keys; the same documents under the same rules have the same name.
        keys: a hash of each entry and of the rules.
        entries: the entries themselves.
    """

    name: str
    keys: tuple[bytes, ...]
    entries: tuple[Entry, ...]


def cut(entries: Iterable[Entry], rules: str, size: int = SIZE) -> Iterator[Partition]:
    """Cut a stream into partitions of about `size` entries.

    Where a partition ends is decided by the entries in it, not by their number: it ends behind an
    entry whose hash is a multiple of `size`, so that an entry added anywhere changes one partition
    and leaves the others what they were.
    """
    held: list[Entry] = []
    keys: list[bytes] = []
    characters, empty = 0, True
    for entry in entries:
        digest = _digest(entry)
        held.append(entry)
        keys.append(sha256(rules.encode() + digest).digest())
        characters += len(entry.text) if isinstance(entry, Request) else 0
        ends = int.from_bytes(digest[:8], "big") % size == 0
        if ends or len(held) >= _MOST_SIZES * size or characters >= _MOST_CHARACTERS:
            yield _partition(keys, held)
            held, keys, characters, empty = [], [], 0, False
    # A corpus without documents is one partition without rows: tables, only empty.
    if held or empty:
        yield _partition(keys, held)


def render(table: str, rows: Sequence[Row]) -> bytes:
    """Return the Parquet file that holds `rows`, typed as the schemas say."""
    columns = columns_of()[table]
    given = {name: _raw_type(kind) for name, kind in _types(columns).items()}
    frame = pl.DataFrame(rows, schema=given, orient="row")
    dates = [name for name, kind in _types(columns).items() if kind == pl.Date]
    frame = frame.with_columns(pl.col(name).str.to_date("%Y-%m-%d") for name in dates)
    content = io.BytesIO()
    frame.write_parquet(content, compression="zstd")
    return content.getvalue()


def write_beside(folder: Path, name: str, tables: dict[str, list[Row]]) -> dict[str, Any]:
    """Write a partition's tables below `folder`, each file whole or not at all.

    Returns:
        Of each table the rows, bytes and SHA-256.

    Raises:
        OSError: the disk is full or cannot be written.
    """
    written = {}
    for table in TABLES:
        rows = tables.get(table, [])
        content = render(table, rows)
        _write_whole(folder / table / f"{name}.parquet", content)
        written[table] = {
            "rows": len(rows),
            "bytes": len(content),
            "sha256": sha256(content).hexdigest(),
        }
    return written


def holds(path: Path, size: int, digest: str) -> bool:
    """Tell whether a file is there with the bytes that were written."""
    try:
        if path.stat().st_size != size:
            return False
        with path.open("rb") as content:
            return file_digest(content, "sha256").hexdigest() == digest
    except OSError:
        return False


def _digest(entry: Entry) -> bytes:
    """Return a hash of all that an entry holds."""
    if isinstance(entry, InputError):
        parts = ("", entry.file, str(entry.row), entry.field, entry.problem, entry.remedy)
    else:
        parts = (entry.source_id, entry.text, entry.published_on, entry.title, entry.publisher, "")
    digest = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.digest()


def _partition(keys: Sequence[bytes], entries: Sequence[Entry]) -> Partition:
    return Partition(sha256(b"".join(keys)).hexdigest()[:32], tuple(keys), tuple(entries))


def _types(columns: Columns) -> dict[str, Any]:
    return {field.name: polars_type(field) for table in columns.tables for field in table.fields}


def _raw_type(kind: Any) -> Any:
    """Return the type of a cell before it is typed: dates come as text."""
    return pl.String if kind == pl.Date else kind


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
