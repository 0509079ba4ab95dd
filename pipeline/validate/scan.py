"""One quick look over the bytes of a CSV file: its hash, its line ends, its oddities."""

import csv
import hashlib
import io
from dataclasses import dataclass, field
from pathlib import Path

_CHUNK = 1 << 20
_LONGEST_HEADER = 1 << 20
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# What DuckDB reads otherwise than it stands there. Blank lines and quoted line feeds are not among
# them: they show in the number of rows.
_ODD_QUOTES = (b'" ,', b'" \n')


@dataclass
class Scan:
    """What the bytes of a file tell.

    Attributes:
        bytes: length.
        sha256: hash in hexadecimal.
        newlines: number of line feeds.
        ends_in_newline: whether the last byte is one.
        marks: what is unusual: "byte-order-mark", "carriage-return", "nul" or "odd-rows".
    """

    bytes: int = 0
    sha256: str = ""
    newlines: int = 0
    ends_in_newline: bool = False
    marks: set[str] = field(default_factory=set)

    @property
    def expected_rows(self) -> int:
        """Rows below the header if each stands on one line."""
        return self.newlines - (1 if self.ends_in_newline else 0)


def scan_file(path: Path) -> Scan:
    """Read the file once in small pieces and return what its bytes tell."""
    scan = Scan()
    digest = hashlib.sha256()
    with path.open("rb") as file:
        tail = b""
        while chunk := file.read(_CHUNK):
            if scan.bytes == 0 and chunk.startswith(BYTE_ORDER_MARK):
                scan.marks |= {"odd-rows", "byte-order-mark"}
            digest.update(chunk)
            scan.bytes += len(chunk)
            scan.newlines += chunk.count(b"\n")
            _mark(scan, chunk, tail)
            tail = chunk[-2:]
            scan.ends_in_newline = chunk.endswith(b"\n")
    scan.sha256 = digest.hexdigest()
    return scan


def _mark(scan: Scan, chunk: bytes, tail: bytes) -> None:
    for sign, mark in ((b"\r", "carriage-return"), (b"\x00", "nul")):
        if sign in chunk:
            scan.marks |= {"odd-rows", mark}
    if b'"' in chunk or b'"' in tail:
        joined = tail + chunk
        if any(sign in joined for sign in _ODD_QUOTES):
            scan.marks.add("odd-rows")


def read_header(path: Path) -> list[str]:
    """Return the labels of the first record of a CSV file."""
    with path.open("rb") as file:
        start = file.read(_LONGEST_HEADER)
    text = start.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "replace")
    return next(csv.reader(io.StringIO(text, newline="")), [])
