"""Small invented corpora, and what a run made of them."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

from pipeline.engine.bulk import Summary, extract_corpus
from pipeline.engine.corpus import Entry, read_corpus
from pipeline.engine.engines import Engine, Local
from pipeline.engine.requests import Request

TABLES = ("claims", "uncoded", "failures")
# The word at which the readers of engine_readers.py do what they are for.
FATAL = "vantablack"


def documents(count: int) -> list[Request]:
    """Return documents of which every second holds claims, with their own figures."""
    return [
        Request(
            f"note-{number}",
            f"At least {number + 3} civilians, including {number % 3 + 2} children, were killed by "
            f"mortar fire in the village on Tuesday, a monitoring group said.\n\nThe council met "
            f"for {number + 1} hours and the people went home.\n"
            if number % 2
            else f"The mill of the village sold {number + 5} sacks of flour in the week before the "
            f"harvest, and the council was glad of it.\n",
            published_on=f"2016-05-{number % 28 + 1:02d}",
        )
        for number in range(count)
    ]


def fatal(number: int = 0) -> Request:
    """Return a document at which the readers of engine_readers.py do what they are for."""
    return Request(f"fatal-{number}", f"The {FATAL} door of the house was open in the night.")


def run(
    entries: Iterable[Entry],
    output: Path,
    engine: Engine | None = None,
    batch_size: int = 4,
    partition_size: int = 4,
    resume: bool = True,
) -> Summary:
    """Extract with batches and partitions so small that a few dozen documents fill several."""
    return extract_corpus(
        iter(entries),
        output,
        engine or Local(),
        resume=resume,
        batch_size=batch_size,
        partition_size=partition_size,
    )


def rows(output: Path, table: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table as DuckDB reads its folder, sorted."""
    return sorted(
        duckdb.sql(f"FROM '{output}/{table}/*.parquet'").fetchall(),
        key=lambda row: [str(cell) for cell in row],
    )


def all_rows(output: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table."""
    return {table: rows(output, table) for table in TABLES}


def files(output: Path) -> dict[str, bytes]:
    """Return what is published, by path."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and ".work" not in path.parts
    }


def write_lines(path: Path, requests: Iterable[Request]) -> Path:
    """Write documents as JSON lines."""
    lines = [
        json.dumps({"source_id": r.source_id, "text": r.text, "published_on": r.published_on})
        for r in requests
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def read(documents: Path | str) -> list[Entry]:
    """Return everything that a corpus yields."""
    return list(read_corpus(str(documents)))
