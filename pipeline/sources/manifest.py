"""The manifest of the source texts, read strictly: one row for each file in `raw/`."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from pipeline.errors import InputError

_SOURCE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MANY_BYTES = 2**40


@dataclass(frozen=True, slots=True)
class Source:
    """One row of `raw/sources.csv`.

    Attributes:
        source_id: lower-case words joined with hyphens.
        path: where the text lies, relative to the manifest's folder.
        title, publisher, source_type, licence, notes: as received; free text.
        published_on: ISO date, possibly partial ("2020-01"), or "" where unknown.
        language: two-letter code; only "en" can be read.
        bytes: size of the file.
        sha256: hash of the file's bytes, in lower-case hexadecimal.
        row: 1-based line of the manifest on which the row starts.
    """

    source_id: str
    path: str
    title: str
    publisher: str
    source_type: str
    published_on: str
    language: str
    licence: str
    bytes: int
    sha256: str
    notes: str
    row: int = 0


COLUMNS = tuple(column.name for column in fields(Source) if column.name != "row")


def read_manifest(path: Path) -> list[Source]:
    """Return the sources that the manifest at `path` lists, in its order.

    Raises:
        InputError: if the file cannot be read, or a row is not as it must be.
    """
    sources: list[Source] = []
    seen: dict[str, dict[str, int]] = {"source_id": {}, "path": {}, "sha256": {}}
    for row, cells in _rows(path):
        source = _source(path, row, cells)
        for name, values in seen.items():
            value = str(getattr(source, name))
            if value in values:
                raise InputError(
                    str(path),
                    f"{value!r} stands already on line {values[value]}.",
                    "Keep one of the two rows; each text is listed once.",
                    row,
                    name,
                )
            values[value] = row
        sources.append(source)
    return sources


def is_partial_date(text: str) -> bool:
    """Tell whether `text` is a year, a month or a day that the calendar has, in ISO form."""
    match = _PARTIAL_DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return text.isascii()


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line number and the cells of each row.

    Raises:
        InputError: if the file is missing, no UTF-8, or its columns or rows have another shape.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if tuple(header) != COLUMNS:
                raise InputError(
                    str(path),
                    f"the columns are {', '.join(header) or 'missing'}.",
                    f"Write exactly these, in this order: {', '.join(COLUMNS)}.",
                    1,
                )
            start = reader.line_num + 1
            for cells in reader:
                if len(cells) != len(COLUMNS):
                    raise InputError(
                        str(path),
                        f"the row has {len(cells)} cells, not {len(COLUMNS)}.",
                        "Quote cells that hold commas, and leave no blank line.",
                        start,
                    )
                yield start, dict(zip(COLUMNS, cells, strict=True))
                start = reader.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            str(path), f"it cannot be read ({error}).", "Give a UTF-8 file of comma-separated rows."
        ) from error


def _source(path: Path, row: int, cells: dict[str, str]) -> Source:
    for name, (is_right, remedy) in _CHECKS.items():
        if not is_right(cells[name]):
            raise InputError(str(path), f"{cells[name]!r} cannot stand here.", remedy, row, name)
    _check_inside(path, row, cells["path"])
    texts = {name: value for name, value in cells.items() if name != "bytes"}
    return Source(bytes=int(cells["bytes"]), row=row, **texts)


def _check_inside(path: Path, row: int, relative: str) -> None:
    """Refuse a text that lies, or whose links lead, outside the manifest's folder."""
    folder = path.parent.resolve()
    parts = Path(relative)
    leaves = parts.is_absolute() or ".." in parts.parts or "\\" in relative
    if leaves or not (folder / parts).resolve().is_relative_to(folder):
        raise InputError(
            str(path),
            f"{relative!r} leads out of the folder of raw texts.",
            "Put the text itself into that folder and name it by a relative path.",
            row,
            "path",
        )


def _is_size(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 14 and 0 < int(text) < _MANY_BYTES


_CHECKS: dict[str, tuple[Callable[[str], bool], str]] = {
    "source_id": (
        lambda text: _SOURCE_ID.fullmatch(text) is not None,
        "Use lower-case letters, digits and single hyphens.",
    ),
    "path": (
        lambda text: bool(text.strip()) and "\0" not in text,
        "Name the file, relative to the folder of the manifest.",
    ),
    "published_on": (
        lambda text: not text or is_partial_date(text),
        "Write YYYY-MM-DD, YYYY-MM or YYYY, or leave it empty.",
    ),
    "language": (lambda text: text == "en", "Only English texts (en) can be read."),
    "licence": (
        lambda text: bool(text.strip()),
        "Say under which terms the text stands.",
    ),
    "bytes": (_is_size, "Give the size of the file as a whole number above 0."),
    "sha256": (
        lambda text: _SHA256.fullmatch(text) is not None,
        "Give the SHA-256 of the file as 64 lower-case hexadecimal digits.",
    ),
}
