"""Extraction of a corpus of any size into a folder of Parquet files."""

import json
import re
import shutil
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.engine.corpus import Entry
from pipeline.engine.engines import Engine, Result, killed_result
from pipeline.engine.packing import unpack
from pipeline.engine.partitions import SIZE, Partition, cut, holds, write_beside
from pipeline.engine.reading import TABLES, Batch, Row, failure
from pipeline.engine.requests import Request
from pipeline.engine.rules import rules_hash
from pipeline.engine.state import State
from pipeline.errors import InputError
from pipeline.tables import write_files

BATCH = 32
MANIFEST = "manifest.json"
# Partitions not yet published, and what is known between runs.
_WORK = ".work"
_OURS = re.compile(r"[0-9a-f]{32}\.parquet")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run found, and how much of it had to be read anew."""

    documents: int
    claims: int
    uncoded: int
    failures: int
    read: int

    def __str__(self) -> str:
        return (
            f"{self.documents:,} documents ({self.read:,} read now): {self.claims:,} claims, "
            f"{self.uncoded:,} other numbers, {self.failures:,} failures."
        )


def extract_corpus(
    entries: Iterable[Entry],
    output: Path,
    engine: Engine,
    *,
    resume: bool = True,
    batch_size: int = BATCH,
    partition_size: int = SIZE,
) -> Summary:
    """Extract every document and publish claims/, uncoded/, failures/ and the manifest.

    Nothing of `output` changes before all is read; a run that ends early is taken up by the next.

    Args:
        entries: the corpus.
        output: the folder.
        engine: where documents are read.
        resume: whether to use what earlier runs into this folder have read.
        batch_size: documents that a worker is given at once.
        partition_size: documents of a partition, about.

    Raises:
        InputError: the folder is in use, or an engine cannot go on.
        OSError: the disk is full or cannot be written.
    """
    _refuse_other_files(output)
    work = output / _WORK
    if not resume:
        shutil.rmtree(work, ignore_errors=True)
    state = State(work / "state.sqlite", rules_hash())
    try:
        run = _Run(state, output, batch_size)
        partitions = cut(_unique(entries, state), rules_hash(), partition_size)
        with closing(engine.read(run.batches(partitions))) as found:
            for results in found:
                run.accept(results)
        _publish(output, run.partitions())
        return run.summary()
    finally:
        state.close()


@dataclass(slots=True)
class _Open:
    """A partition some of whose documents are being read."""

    position: int
    partition: Partition
    missing: int
    killed: dict[bytes, bytes] = field(default_factory=dict)


class _Run:
    """Takes results in the order in which batches were asked for."""

    def __init__(self, state: State, output: Path, batch_size: int) -> None:
        self._state = state
        self._output = output
        self._batch_size = batch_size
        self._open: deque[_Open] = deque()
        self._asked: deque[list[tuple[bytes, Request]]] = deque()
        self._written: dict[int, dict[str, Any]] = {}
        self._read = 0

    def batches(self, partitions: Iterable[Partition]) -> Iterator[Batch]:
        """Yield what must be read: documents whose result is not known."""
        for position, partition in enumerate(partitions):
            written = self._state.partition(partition.name)
            if written is not None and _stands(self._output, partition.name, written):
                self._written[position] = written
                continue
            known = self._state.results(partition.keys)
            missing = [
                (key, entry)
                for key, entry in zip(partition.keys, partition.entries, strict=True)
                if isinstance(entry, Request) and key not in known
            ]
            opened = _Open(position, partition, len(missing))
            if not missing:
                self._write(opened)
                continue
            self._open.append(opened)
            rest = iter(missing)
            while asked := list(islice(rest, self._batch_size)):
                self._asked.append(asked)
                yield [request for _, request in asked]

    def accept(self, results: list[Result]) -> None:
        """Keep the results of the batch asked for first."""
        asked = self._asked.popleft()
        opened = self._open[0]
        kept = []
        for (key, request), result in zip(asked, results, strict=True):
            if result is None:
                opened.killed[key] = killed_result(request.source_id)
            else:
                kept.append((key, result))
        self._state.keep_results(kept)
        self._read += len(asked)
        opened.missing -= len(asked)
        if not opened.missing:
            self._write(self._open.popleft())

    def partitions(self) -> list[dict[str, Any]]:
        """Return what was written, in the order of the corpus."""
        return [self._written[position] for position in sorted(self._written)]

    def summary(self) -> Summary:
        """Return the counts of the run."""
        totals = _totals(self.partitions())
        return Summary(**totals, read=self._read)

    def _write(self, opened: _Open) -> None:
        partition = opened.partition
        results = self._state.results(partition.keys) | opened.killed
        tables: dict[str, list[Row]] = {table: [] for table in TABLES}
        for key, entry in zip(partition.keys, partition.entries, strict=True):
            if isinstance(entry, InputError):
                found = failure("unreadable", entry)
            else:
                found = unpack(results[key])
            for table, rows in found.items():
                tables[table] += rows
        files = write_beside(self._output / _WORK, partition.name, tables)
        written = {"name": partition.name, "documents": len(partition.keys)} | files
        if not opened.killed:
            self._state.keep_partition(partition.name, written)
        self._written[opened.position] = written


def _unique(entries: Iterable[Entry], state: State) -> Iterator[Entry]:
    """Yield the entries; a document whose id stood before gives way to an error."""
    for entry in entries:
        if isinstance(entry, InputError) or state.is_new(entry.source_id):
            yield entry
        else:
            yield InputError(
                "",
                f"A second document has the id {entry.source_id!r}.",
                "Give each document its own; the first was read.",
                field="source_id",
            )


def _stands(output: Path, name: str, written: dict[str, Any]) -> bool:
    """Tell whether the files of a partition are there, published or not, as they were written."""
    return all(
        any(
            holds(folder / table / f"{name}.parquet", file["bytes"], file["sha256"])
            for folder in (output, output / _WORK)
        )
        for table in TABLES
        for file in (written[table],)
    )


def _refuse_other_files(output: Path) -> None:
    """Raise an InputError where publishing would take away files that no run has written."""
    for table in TABLES:
        for path in (output / table).glob("*.parquet"):
            if not _OURS.fullmatch(path.name):
                raise InputError(
                    str(path), "No bulk extraction has written it.", "Name another --output."
                )


def _totals(partitions: Iterable[dict[str, Any]]) -> dict[str, int]:
    totals = dict.fromkeys(("documents", *TABLES), 0)
    for written in partitions:
        totals["documents"] += written["documents"]
        for table in TABLES:
            totals[table] += written[table]["rows"]
    return totals


def _publish(output: Path, partitions: list[dict[str, Any]]) -> None:
    """Put partitions in place and take away those of earlier runs; without manifest, no table."""
    manifest = {"rules": rules_hash(), **_totals(partitions), "partitions": partitions}
    content = (json.dumps(manifest, indent=1) + "\n").encode("utf-8")
    path = output / MANIFEST
    if path.is_file() and path.read_bytes() == content and not _staged(output):
        return
    path.unlink(missing_ok=True)
    for table in TABLES:
        folder = output / table
        folder.mkdir(exist_ok=True)
        wanted = {f"{written['name']}.parquet" for written in partitions}
        for staged in (output / _WORK / table).glob("*.parquet"):
            if staged.name in wanted:
                staged.replace(folder / staged.name)
            else:
                staged.unlink()
        for stale in folder.glob("*.parquet"):
            if stale.name not in wanted:
                stale.unlink()
    write_files(output, {MANIFEST: content})


def _staged(output: Path) -> bool:
    return any(True for table in TABLES for _ in (output / _WORK / table).glob("*.parquet"))
