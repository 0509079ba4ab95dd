"""Records of a CSV file told apart line by line, where a plain reading would lose count.

DuckDB drops blank lines silently and refuses ragged rows. Where a file has either, or anything
else that shifts rows against lines, it is read once here: what is wrong is reported with its line,
and a copy is written in which each record is whole, together with the way back to the lines.
"""

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MOST_LINES_OF_A_RECORD = 10_000

# From the start of a cell: a whole quoted cell, or an unquoted one (also one holding a quote).
_CELL = re.compile(rb'"(?:[^"]|"")*"(?=,|$)|(?!")[^,]*(?=,|$)')
_CLOSING = re.compile(rb'(?:[^"]|"")*"(?=,|$)')
_STRAY = re.compile(rb'"(?:[^"]|"")*"[^",][^,]*(?=,|$)')


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the form of the file at one line."""

    rule: str
    line: int
    row: int
    column: int | None = None
    value: str = ""


@dataclass
class LineMap:
    """The way from a record of the copy back to its line in the file.

    Attributes:
        starts, lines, rows: from record `starts[i]` (0-based, header left out) on, lines and row
            numbers run in step from `lines[i]` and `rows[i]`.
    """

    starts: list[int] = field(default_factory=lambda: [0])
    lines: list[int] = field(default_factory=lambda: [2])
    rows: list[int] = field(default_factory=lambda: [2])

    def note(self, record: int, line: int, row: int) -> None:
        """Remember that `record` begins at `line`, unless that follows from what is known."""
        if self.place(record) != (line, row):
            self.starts.append(record)
            self.lines.append(line)
            self.rows.append(row)

    def place(self, record: int) -> tuple[int, int]:
        """Return the line and the row number of a record."""
        position = bisect_right(self.starts, record) - 1
        ahead = record - self.starts[position]
        return self.lines[position] + ahead, self.rows[position] + ahead


@dataclass
class Records:
    """What a careful reading found.

    Attributes:
        faults: everything wrong with the form.
        lines: the way back from records of the copy to lines of the file.
        short: for records with too few cells, how many they have.
    """

    faults: list[Fault] = field(default_factory=list)
    lines: LineMap = field(default_factory=LineMap)
    short: dict[int, int] = field(default_factory=dict)


def copy_records(source: Path, target: Path, width: int) -> Records:
    """Write the records of `source`, each with `width` cells, to `target`.

    The header goes first and is not counted. Bytes that are no UTF-8 are replaced.

    Args:
        source: the CSV file, of any size; memory stays bounded by the longest record.
        target: the copy, overwritten.
        width: number of cells of the header.
    """
    found = Records()
    record = -1
    with source.open("rb") as lines, target.open("wb") as copy:
        for row, (line, raw, faults) in enumerate(_raw_records(lines), start=1):
            if raw is None:
                found.faults.append(Fault("blank-row", line, row))
                continue
            found.faults += [Fault(rule, line, row, value=value) for rule, value in faults]
            if record >= 0:
                found.lines.note(record, line, row)
            if record < 0 or (not faults and _cells(raw) == width):
                copy.write(raw + b"\n")
            else:
                copy.write(_made_whole(raw, width, line, row, record, found))
            record += 1
    return found


def _raw_records(
    lines: Iterator[bytes],
) -> Iterator[tuple[int, bytes | None, list[tuple[str, str]]]]:
    """Yield each record with its first line, None for a blank one, and faults of its bytes."""
    number = 0
    waiting: list[bytes] = []
    while True:
        line = waiting.pop() if waiting else next(lines, None)
        if line is None:
            return
        number += 1
        first = number
        raw = _bare(line, first)
        if not raw.strip():
            yield first, None, []
            continue
        faults: list[tuple[str, str]] = []
        if b'"' in raw and _stays_open(raw):
            more, closed = _rest(lines, waiting)
            if closed:
                raw = b"\n".join([raw, *more])
                number += len(more)
            else:
                waiting += [line + b"\n" for line in reversed(more)]
                faults.append(("unclosed-quote", raw[:80].decode("utf-8", "replace")))
                raw = raw.replace(b'"', b"")
        yield first, raw, faults + _byte_faults(raw)


def _bare(line: bytes, number: int) -> bytes:
    raw = line.rstrip(b"\r\n") if line.endswith(b"\n") else line.removesuffix(b"\r")
    return raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw


def _rest(lines: Iterator[bytes], waiting: list[bytes]) -> tuple[list[bytes], bool]:
    """Read lines until the open quote closes; tell whether it does."""
    more: list[bytes] = []
    while len(more) < MOST_LINES_OF_A_RECORD:
        line = waiting.pop() if waiting else next(lines, None)
        if line is None:
            return more, False
        raw = line.rstrip(b"\r\n")
        more.append(raw)
        if b'"' not in raw:
            continue
        closing = _CLOSING.match(raw)
        if closing and not _stays_open(raw, closing.end() + 1):
            return more, True
        if closing is None and _STRAY.match(b'"' + raw):
            return more, True
    return more, False


def _stays_open(raw: bytes, position: int = 0) -> bool:
    """Tell whether a quoted cell that begins at or after `position` does not end in `raw`."""
    while position <= len(raw):
        cell = _CELL.match(raw, position) or _STRAY.match(raw, position)
        if cell is None:
            return True
        position = cell.end() + 1
    return False


def _byte_faults(raw: bytes) -> list[tuple[str, str]]:
    faults = []
    if b'"' in raw and _has_stray(raw):
        faults.append(("stray-quote", raw[:80].decode("utf-8", "replace")))
    if not raw.isascii():
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as error:
            faults.append(("encoding-error", f"byte 0x{raw[error.start]:02x}"))
    return faults


def _has_stray(raw: bytes) -> bool:
    position = 0
    while position <= len(raw):
        cell = _CELL.match(raw, position)
        if cell is None:
            return True
        position = cell.end() + 1
    return False


def _cells(raw: bytes) -> int:
    """Count the cells of a well-formed record."""
    if b'"' not in raw:
        return raw.count(b",") + 1
    count, position = 0, 0
    while position <= len(raw):
        cell = _CELL.match(raw, position)
        if cell is None:
            return -1
        count += 1
        position = cell.end() + 1
    return count


def _made_whole(raw: bytes, width: int, line: int, row: int, record: int, found: Records) -> bytes:
    """Return the record with `width` cells, and note each cell too many or too few."""
    text = raw.decode("utf-8", "replace")
    cells = next(csv.reader(io.StringIO(text, newline="")), [])
    for column in range(width, len(cells)):
        found.faults.append(Fault("extra-cell", line, row, column, cells[column]))
    for column in range(len(cells), width):
        found.faults.append(Fault("missing-cell", line, row, column))
    if len(cells) < width:
        found.short[record] = len(cells)
    whole = io.StringIO(newline="")
    csv.writer(whole, lineterminator="\n").writerow((cells + [""] * width)[:width])
    return whole.getvalue().encode("utf-8")
