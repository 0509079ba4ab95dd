"""One quick look over the bytes of a CSV file: its hash, its line ends, its oddities."""

import csv
import hashlib
import io
from dataclasses import dataclass, field
from pathlib import Path

_CHUNK = 1 << 20
_LONGEST_HEADER = 1 << 20
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ODD = (b"\n\n", b'" ,', b'" \n', b"\x00", b"\r")


@dataclass
class Scan:
    """What the bytes of a file tell.

    Attributes:
        bytes: length.
        sha256: hash in hexadecimal.
        newlines: number of line feeds.
        ends_in_newline: whether the last byte is one.
        marks: what is unusual: "byte-order-mark", "carriage-return", "nul" or "odd-rows".
        header: labels of the first record.
    """

    bytes: int = 0
    sha256: str = ""
    newlines: int = 0
    ends_in_newline: bool = False
    marks: set[str] = field(default_factory=set)
    header: list[str] = field(default_factory=list)

    @property
    def expected_rows(self) -> int:
        """Rows below the header if each stands on one line."""
        return self.newlines - (1 if self.ends_in_newline else 0)


def scan_file(path: Path) -> Scan:
    """Read the file once in small pieces and return what its bytes tell."""
    scan = Scan()
    digest = hashlib.sha256()
    with path.open("rb") as file:
        start = file.read(_LONGEST_HEADER)
        scan.header = _header(start)
        chunk, tail = start, b"\n"
        while chunk:
            digest.update(chunk)
            scan.bytes += len(chunk)
            scan.newlines += chunk.count(b"\n")
            _mark(scan, tail + chunk)
            tail = chunk[-2:]
            scan.ends_in_newline = chunk.endswith(b"\n")
            chunk = file.read(_CHUNK)
    if start.startswith(BYTE_ORDER_MARK):
        scan.marks.add("byte-order-mark")
    scan.sha256 = digest.hexdigest()
    return scan


def _mark(scan: Scan, chunk: bytes) -> None:
    for sign in _ODD:
        if sign in chunk:
            scan.marks.add("odd-rows")
            if sign == b"\r":
                scan.marks.add("carriage-return")
            elif sign == b"\x00":
                scan.marks.add("nul")


def _header(start: bytes) -> list[str]:
    text = start.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "replace")
    return next(csv.reader(io.StringIO(text, newline="")), [])
