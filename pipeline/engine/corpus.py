"""A corpus of any size as a stream of documents, in an order that does not change."""

import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from pipeline.engine.places import CorpusFile, find_files
from pipeline.engine.requests import (
    Request,
    request_from_entry,
    request_from_file,
    request_from_line,
)
from pipeline.errors import InputError
from pipeline.sources.reader import MOST_BYTES

# What a corpus holds: documents, and places where one should be and cannot be had.
Entry = Request | InputError
# JSON may spell each byte of a text out in several.
_LONGEST_LINE = 4 * MOST_BYTES
_ROWS_AT_ONCE = 256
_COLUMNS = ("source_id", "text", "published_on", "title", "publisher")
_BROKEN = (OSError, EOFError, zlib.error)


def read_all(
    files: Iterable[Path], documents: str | None, published_on: str = ""
) -> Iterator[Entry]:
    """Yield plain texts, and then the documents of a corpus.

    Args:
        files: plain texts in UTF-8, "-" for standard input; their ids are their names.
        documents: what `read_corpus` takes, or None.
        published_on: date of the documents that bring none of their own.
    """
    for path in files:
        try:
            yield request_from_file(path, published_on)
        except InputError as error:
            yield error
    if documents is not None:
        yield from read_corpus(documents, published_on)


def all_readable(entries: Iterable[Entry]) -> list[Request]:
    """Return the documents.

    Raises:
        InputError: there is one that cannot be had, or two have one id.
    """
    requests: dict[str, Request] = {}
    for entry in entries:
        if isinstance(entry, InputError):
            raise entry
        if entry.source_id in requests:
            raise InputError(
                entry.source_id, "Two documents have this id.", "Give each its own.",
                field="source_id",
            )  # fmt: skip
        requests[entry.source_id] = entry
    return list(requests.values())


def read_corpus(documents: str, published_on: str = "") -> Iterator[Entry]:
    """Yield the documents of a file, a folder, a glob or a URL; "-" is JSON lines from stdin.

    Args:
        documents: JSON lines (.jsonl, .ndjson, also .gz), Parquet, plain texts (.txt), or a folder
            or glob of these.
        published_on: date of the documents that bring none of their own.

    Yields:
        Documents, and an InputError for each place that holds none.

    Raises:
        InputError: no file is there.
    """
    if documents == "-":
        yield from _lines(sys.stdin.buffer, "stdin", published_on)
        return
    for file in find_files(documents):
        suffix = Path(file.path.removesuffix(".gz")).suffix.lower()
        # Whoever names one file means its lines, whatever its name.
        unknown = _json_lines if file.path == documents else _unknown
        yield from _READERS.get(suffix, unknown)(file, published_on)


def _json_lines(file: CorpusFile, published_on: str) -> Iterator[Entry]:
    try:
        with file.open() as content:
            yield from _lines(content, file.path, published_on)
    except _BROKEN as error:
        yield _unreadable(file, error)


def _lines(content: IO[bytes], name: str, published_on: str) -> Iterator[Entry]:
    row = 0
    while line := content.readline(_LONGEST_LINE):
        row += 1
        if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            _skip_line(content)
            problem = f"The line is longer than {_LONGEST_LINE // 2**20} MB."
            yield InputError(name, problem, "Split it into one text for each report.", row)
        elif line.strip():
            try:
                yield request_from_line(name, row, line, published_on)
            except InputError as error:
                yield error


def _skip_line(content: IO[bytes]) -> None:
    while (rest := content.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _parquet(file: CorpusFile, published_on: str) -> Iterator[Entry]:
    import polars as pl
    from polars.exceptions import PolarsError

    try:
        with file.local() as path:
            table = pl.scan_parquet(path, glob=False)
            names = [name for name in table.collect_schema().names() if name in _COLUMNS]
            texts = table.select(pl.col(name).cast(pl.String) for name in names)
            row = 0
            for rows in texts.collect_batches(chunk_size=_ROWS_AT_ONCE, maintain_order=True):
                for entry in rows.iter_rows(named=True):
                    row += 1
                    try:
                        yield request_from_entry(file.path, row, entry, published_on)
                    except InputError as error:
                        yield error
    except (*_BROKEN, PolarsError) as error:
        yield _unreadable(file, error)


def _plain_text(file: CorpusFile, published_on: str) -> Iterator[Entry]:
    try:
        with file.open() as content:
            yield Request(file.name, content.read(MOST_BYTES + 1).decode("utf-8"), published_on)
    except _BROKEN as error:
        yield _unreadable(file, error)
    except UnicodeDecodeError as error:
        problem = f"Byte {error.start} is no UTF-8."
        yield InputError(file.path, problem, "Save the text as UTF-8.")


def _unknown(file: CorpusFile, published_on: str) -> Iterator[Entry]:
    yield InputError(
        file.path,
        "Its suffix names no format that can be read.",
        "Give .jsonl, .ndjson, .parquet or .txt, or leave the file out.",
    )


def _unreadable(file: CorpusFile, error: Exception) -> InputError:
    return InputError(file.path, f"It cannot be read to its end: {error}.", "Put the file right.")


_READERS = {
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".parquet": _parquet,
    ".txt": _plain_text,
}
