"""The DuckDB file in which a large resolution keeps what does not fit into memory."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipeline.errors import InputError
from pipeline.resolve.blocks import ArrowStream
from pipeline.resolve.records import ResolvedClaim
from pipeline.schema import quote_name, quote_text

# What DuckDB may hold; beyond that it writes into its folder.
MEMORY = "1GB"
_FILE = "resolution.duckdb"
# Rows that Python holds at once.
SLICE = 20_000

Cells = tuple[Any, ...]

# Fields of a record that no rule of resolution reads.
_UNREAD = {"event_id", "place_name", "review_status", "text_sha256", "via_claimant_id"}
_NULLABLE = {"count_low", "count_high"}
NAMES = tuple(field.name for field in fields(ResolvedClaim) if field.name not in _UNREAD)
_POLARS: dict[str, Any] = {
    "BIGINT": pl.Int64,
    "BLOB": pl.Binary,
    "BOOLEAN": pl.Boolean,
    "DOUBLE": pl.Float64,
}


class Store:
    """A database file with its own limits of memory.

    Tables that are read in slices are numbered from 0, in the order in which they are read, by
    their first column.
    """

    def __init__(self, folder: Path, memory: str = MEMORY) -> None:
        """Open a new database in `folder`, which must be there.

        Raises:
            InputError: `memory` is no size.
        """
        self._database = duckdb.connect(folder / _FILE)
        try:
            self._database.execute(f"SET memory_limit = {quote_text(memory)}")
        except duckdb.Error as error:
            self._database.close()
            raise InputError("--memory", _first_line(error), "Give a size, as in 4GB.") from error
        self._database.execute(f"SET temp_directory = {quote_text(str(folder / 'spilled'))}")

    def run(self, statement: str, parameters: Sequence[object] = ()) -> list[Cells]:
        """Run a statement and return its rows."""
        with _told():
            return self._database.execute(statement, list(parameters)).fetchall()

    def count(self, table: str) -> int:
        """Return the number of rows."""
        return int(self.run(f"SELECT count(*) FROM {quote_name(table)}")[0][0])

    def append(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        """Append rows to a table that is there, typed as its columns are."""
        if not rows:
            return
        frame = pl.DataFrame(rows, schema=self._schema(table), orient="row")
        self._database.register("appended", ArrowStream(frame))
        try:
            self.run(f"INSERT INTO {quote_name(table)} FROM appended")
        finally:
            self._database.unregister("appended")

    def slices(self, table: str, size: int = SLICE) -> Iterator[list[Cells]]:
        """Yield the rows of a numbered table, some at a time, without their numbers."""
        key = quote_name(self._first_column(table))
        sql = f"SELECT * EXCLUDE ({key}) FROM {quote_name(table)} WHERE {key} >= ? AND {key} < ?"
        for start in range(0, self.count(table), size):
            yield self.run(f"{sql} ORDER BY {key}", (start, start + size))

    def whole(self, table: str, keys: int, size: int = SLICE) -> Iterator[list[Cells]]:
        """Yield the rows of a numbered table in runs that are alike in the first `keys` columns.

        Rows that are alike stand together in it.
        """
        rows = (row for rows in self.slices(table, size) for row in rows)
        for _, alike in groupby(rows, key=lambda row: row[:keys]):
            yield list(alike)

    def export(self, table: str, target: Path, start: int, end: int) -> None:
        """Write the rows of a numbered table from `start` to before `end` as a Parquet file."""
        key = quote_name(self._first_column(table))
        rows = f"FROM {quote_name(table)} WHERE {key} >= {start} AND {key} < {end} ORDER BY {key}"
        self.run(
            f"COPY (SELECT * EXCLUDE ({key}) {rows}) TO {quote_text(str(target))} "
            "(FORMAT parquet, COMPRESSION zstd)"
        )

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _schema(self, table: str) -> dict[str, Any]:
        """Return the polars type of each column; dates are given as text."""
        columns = self.run(f"SELECT name, type FROM pragma_table_info({quote_text(table)})")
        return {name: _POLARS.get(kind, pl.String) for name, kind in columns}

    def _first_column(self, table: str) -> str:
        return str(self.run(f"SELECT name FROM pragma_table_info({quote_text(table)})")[0][0])


def is_in_use(folder: Path) -> bool:
    """Tell whether another process has a store open in `folder`."""
    if not (folder / _FILE).exists():
        return False
    try:
        duckdb.connect(folder / _FILE).close()
    except duckdb.IOException:
        return True
    return False


def record_columns(table: str = "") -> str:
    """Return SQL for the columns of a claim's record, in the order of `NAMES`, nulls as ""."""
    return ", ".join(_column(name, f"{table}." if table else "") for name in NAMES)


def record(cells: Sequence[Any]) -> ResolvedClaim:
    """Return the record whose fields `NAMES` have the values `cells`."""
    return ResolvedClaim(**dict(zip(NAMES, cells, strict=True)))


def batched(groups: Iterable[list[Cells]], size: int = SLICE) -> Iterator[list[Cells]]:
    """Yield groups of rows together, whole, until there are `size` rows or more."""
    held: list[Cells] = []
    for group in groups:
        held += group
        if len(held) >= size:
            yield held
            held = []
    if held:
        yield held


@contextmanager
def _told() -> Iterator[None]:
    """Say in the project's terms what DuckDB lacks."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        if "temp" in str(error) and "max_temp_directory_size" in str(error):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), _FILE) from error
        raise InputError(
            "--memory", f"It is not enough: {_first_line(error)}", "Give more, as in --memory 4GB."
        ) from error
    except duckdb.IOException as error:
        full = os.strerror(errno.ENOSPC).lower() in str(error).lower()
        code = errno.ENOSPC if full else errno.EIO
        told = os.strerror(code) if full else _first_line(error)
        raise OSError(code, told, _FILE) from error


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


def _column(name: str, prefix: str) -> str:
    column = prefix + quote_name(name)
    if name in _NULLABLE or name in _TYPED:
        return column
    return f"coalesce(CAST({column} AS VARCHAR), '') AS {quote_name(name)}"


_TYPED = {"char_start", "char_end", "sentence_start", "sentence_end", "paragraph", "stretch",
          "turn", "revises", "goes_on"}  # fmt: skip
