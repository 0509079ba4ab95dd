"""Documents in, JSON lines out: how other programs call the extraction."""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import InputError

_OPTIONAL = ("published_on", "title", "publisher")
_REMEDY = "Give an object with source_id, text and, if known, published_on, title, publisher."


@dataclass(frozen=True, slots=True)
class Request:
    """One text to be read.

    Attributes:
        source_id: its name; stands in every line of the answer.
        text: the text as given; offsets of the answer refer to it.
        published_on: ISO date, possibly partial, or "".
        title, publisher: as known, or "".
    """

    source_id: str
    text: str
    published_on: str = ""
    title: str = ""
    publisher: str = ""


def write_lines(lines: Iterable[dict[str, Any]], output: Path | None) -> None:
    """Write one JSON object a line, to standard output or whole to a file."""
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
        return
    from pipeline.tables import write_files

    write_files(output.parent, {output.name: text.encode("utf-8")})


def request_from_file(path: Path, published_on: str) -> Request:
    """Return the plain text in a file, or in standard input where its name is "-".

    Raises:
        InputError: it cannot be read, or is no UTF-8.
    """
    if str(path) == "-":
        content, name = sys.stdin.buffer.read(), "stdin"
    else:
        content, name = _read(path), path.stem
    try:
        return Request(name, content.decode("utf-8"), published_on)
    except UnicodeDecodeError as error:
        raise InputError(
            str(path), f"Byte {error.start} is no UTF-8.", "Save the text as UTF-8."
        ) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            str(path), f"Cannot be read: {error.strerror}.", "Name a text file."
        ) from error


def request_from_line(file: str, row: int, line: bytes, published_on: str) -> Request:
    """Return the document that a JSON line holds.

    Raises:
        InputError: the line is no JSON object with the keys of a document.
    """
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(file, f"The line is no JSON: {error}.", _REMEDY, row) from error
    if not isinstance(entry, dict):
        raise InputError(file, "The line is no JSON object.", _REMEDY, row)
    return request_from_entry(file, row, entry, published_on)


def request_from_entry(file: str, row: int, entry: Mapping[str, Any], published_on: str) -> Request:
    """Return the document whose cells are the values of `entry`; other keys are ignored.

    Raises:
        InputError: a cell is missing or is no text.
    """
    cells: dict[str, str] = {}
    for name in ("source_id", "text", *_OPTIONAL):
        cell = entry.get(name)
        if cell is None and name in _OPTIONAL:
            cell = published_on if name == "published_on" else ""
        if not isinstance(cell, str) or (name == "source_id" and not cell):
            raise InputError(file, "It must be text.", _REMEDY, row, name)
        cells[name] = cell
    return Request(**cells)
