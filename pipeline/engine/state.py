"""What a folder remembers between runs: each document's result, each partition written."""

import errno
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.errors import InputError

_TABLES = """
CREATE TABLE IF NOT EXISTS rules (hash TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS partitions (name TEXT PRIMARY KEY, written TEXT NOT NULL);
"""
_AT_ONCE = 500


class State:
    """A SQLite file in the output folder; one run at a time may hold it.

    Results are kept under a hash of the document and the rules: what was read once is not read
    again, wherever it stands in the corpus. Results of other rules are dropped.
    """

    def __init__(self, path: Path, rules: str) -> None:
        """Open the state in `path`.

        Raises:
            InputError: another run holds it, or the file is damaged.
            OSError: the disk is full or cannot be written.
        """
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, timeout=1, isolation_level=None)
        try:
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("BEGIN IMMEDIATE")
            for statement in _TABLES.split(";"):
                self._connection.execute(statement)
            self._keep_only(rules)
            self._connection.execute("COMMIT")
            # Ids of this run only; SQLite moves them to disk when they grow.
            self._connection.execute("CREATE TEMP TABLE seen (id BLOB PRIMARY KEY) WITHOUT ROWID")
        except sqlite3.Error as error:
            self._connection.close()
            raise self._told(error) from error

    def results(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the packed results that are known, by key."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            question = f"SELECT key, packed FROM results WHERE key IN ({marks})"
            found.update(self._connection.execute(question, some))
        return found

    def keep_results(self, results: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep results, all or none of those given."""
        self._change("INSERT OR REPLACE INTO results VALUES (?, ?)", results)

    def partition(self, name: str) -> dict[str, Any] | None:
        """Return what was written of a partition, or None."""
        question = "SELECT written FROM partitions WHERE name = ?"
        row = self._connection.execute(question, (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def keep_partition(self, name: str, written: Mapping[str, Any]) -> None:
        """Remember a partition whose files stand on disk."""
        self._change("INSERT OR REPLACE INTO partitions VALUES (?, ?)",
                     [(name, json.dumps(written))])  # fmt: skip

    def is_new(self, source_id: str) -> bool:
        """Tell whether this run sees an id for the first time."""
        short = sha256(source_id.encode("utf-8", "surrogatepass")).digest()[:16]
        question = "INSERT OR IGNORE INTO seen VALUES (?)"
        try:
            return self._connection.execute(question, (short,)).rowcount == 1
        except sqlite3.Error as error:
            raise self._told(error) from error

    def close(self) -> None:
        """Let the next run in."""
        self._connection.close()

    def _keep_only(self, rules: str) -> None:
        kept = self._connection.execute("SELECT hash FROM rules").fetchall()
        if kept == [(rules,)]:
            return
        for table in ("rules", "results", "partitions"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("INSERT INTO rules VALUES (?)", (rules,))

    def _change(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany(statement, rows)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.Error) -> Exception:
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_FULL:
            return OSError(errno.ENOSPC, "No space left on device", str(self._path))
        if code == sqlite3.SQLITE_BUSY:
            return InputError(
                str(self._path),
                "Another run is writing into this folder.",
                "Wait for its end, or name another folder.",
            )
        if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            return InputError(
                str(self._path),
                f"It is damaged: {error}.",
                "Remove it, as --no-resume does; all is read anew.",
            )
        return OSError(errno.EIO, str(error), str(self._path))
