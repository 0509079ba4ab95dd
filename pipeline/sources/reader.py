"""From bytes to documents: what cannot be read faithfully is refused."""

import hashlib
from pathlib import Path

from pipeline.errors import InputError
from pipeline.sources.blocks import cut_segments
from pipeline.sources.document import Document
from pipeline.sources.english import is_english
from pipeline.sources.manifest import Source, is_partial_date
from pipeline.sources.repair import repair

# No report is this long; whatever is larger was put here by mistake.
MOST_BYTES = 64 * 1024 * 1024
MOST_LINES = 500_000
_LINE_BREAKS = "\n\r\x0b\x0c\u2028\u2029"


def read_document(source: Source, raw_directory: Path) -> Document:
    """Return the text of `source`, checked against its manifest row.

    Args:
        source: a row of the manifest.
        raw_directory: the folder of the manifest.

    Raises:
        InputError: if the file is missing, differs from the row, or is no English text.
    """
    path = raw_directory / source.path
    content = checked_bytes(source, raw_directory)
    return _document(
        str(path),
        source.source_id,
        _decode(path, content),
        published_on=source.published_on,
        title=source.title,
        publisher=source.publisher,
    )


def checked_bytes(source: Source, raw_directory: Path) -> bytes:
    """Return the bytes of `source`, which are those of its manifest row.

    Raises:
        InputError: if the file is missing or differs from the row.
    """
    path = raw_directory / source.path
    content = _read_bytes(path)
    found = hashlib.sha256(content).hexdigest()
    if len(content) != source.bytes or found != source.sha256:
        raise InputError(
            str(path),
            f"its {len(content)} bytes (SHA-256 {found}) are not the {source.bytes} bytes "
            f"(SHA-256 {source.sha256}) of the manifest.",
            "Restore the text as it was received, or list the new text under a new source_id.",
        )
    return content


def document_from_text(
    source_id: str, text: str, published_on: str = "", title: str = "", publisher: str = ""
) -> Document:
    """Return a document for a text that is in no manifest; offsets refer to `text` as given.

    Raises:
        InputError: if `text` is empty, too long, binary or not English, or the date is no date.
    """
    if published_on and not is_partial_date(published_on):
        raise InputError(
            source_id,
            f"{published_on!r} is no date.",
            "Write YYYY-MM-DD, YYYY-MM or YYYY, or leave it out.",
            field="published_on",
        )
    return _document(
        source_id, source_id, text, published_on=published_on, title=title, publisher=publisher
    )


def _document(
    name: str, source_id: str, raw: str, *, published_on: str, title: str, publisher: str
) -> Document:
    _check_text(name, raw)
    text, anchors = repair(raw)
    if not is_english(text):
        raise InputError(
            name,
            "its words are not those of an English text.",
            "Only English can be read; leave the text out or give a translation as a new source.",
        )
    segments = cut_segments(text, title)
    return Document(source_id, raw, text, segments, published_on, title, publisher, anchors)


def _read_bytes(path: Path) -> bytes:
    """Return the bytes of the file, without taking in one that is far too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            str(path),
            f"it cannot be read ({error.strerror or error}).",
            "Put the text back, or remove its row from the manifest.",
        ) from error
    if len(content) > MOST_BYTES:
        raise _too_long(str(path))
    return content


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            str(path),
            f"byte {error.start} is no UTF-8.",
            "Save the text as UTF-8; a binary file cannot be read.",
        ) from error


def _check_text(name: str, raw: str) -> None:
    if not raw.strip():
        raise InputError(name, "it holds no text.", "Give a text, or leave it out.")
    if len(raw) > MOST_BYTES:
        raise _too_long(name)
    nul = raw.find("\0")
    if nul >= 0:
        raise InputError(
            name, f"character {nul} is NUL.", "Give plain text; a binary file cannot be read."
        )
    if sum(raw.count(mark) for mark in _LINE_BREAKS) > MOST_LINES:
        raise InputError(
            name, f"it has more than {MOST_LINES} lines.", "Split it into one text for each report."
        )
    if raw.isascii():
        return
    try:
        size = len(raw.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise InputError(
            name,
            f"character {error.start} is half of a surrogate pair.",
            "Give text that can be written as UTF-8.",
        ) from error
    if size > MOST_BYTES:
        raise _too_long(name)


def _too_long(name: str) -> InputError:
    return InputError(
        name,
        f"it is longer than {MOST_BYTES // 2**20} MB.",
        "Split it into one text for each report.",
    )
