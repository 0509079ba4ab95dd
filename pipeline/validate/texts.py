"""Claims and ledger held against the raw texts: every span, every figure, every number."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import duckdb

from pipeline.errors import InputError
from pipeline.language.counts import Count, parse_count
from pipeline.language.tokens import Token, tokenize
from pipeline.sources.document import Document
from pipeline.sources.reader import document_from_text
from pipeline.validate.finding import Finding
from pipeline.validate.load import Loaded
from pipeline.validate.package import Package, Resource
from pipeline.validate.rules import finding, register

register(
    "raw-text-missing",
    "A claim whose text is gone cannot be checked by anybody.",
    "The raw text {value} is missing.",
    "Restore the text under raw/.",
    reads=("sources",),
)
register(
    "raw-text-changed",
    "Spans point into the text as it was received; a changed byte moves them all.",
    "The raw text {value} differs from its row: {detail}.",
    "Restore the text as it was received, or add the new one as another source.",
    reads=("sources",),
)
register(
    "span-hash",
    "The hash proves that the span still holds the words that were coded.",
    "The words at {value} are not those that were coded ({detail}).",
    "Restore the span, or extract the claim again.",
    reads=("claims", "uncoded", "sources"),
)
register(
    "span-without-count",
    "A figure that its own words do not state was made up.",
    "The words at {value} do not state {detail}.",
    "Correct the count or the span.",
    reads=("claims", "sources"),
)
register(
    "claim-in-furniture",
    "Menus, related headlines and forms are no part of what the text says.",
    "The words at {value} stand in site furniture.",
    "Remove the claim.",
    reads=("claims", "sources"),
)
register(
    "number-unaccounted",
    "Only where every number read is a claim or in the ledger can anybody measure what is missing.",
    "The number {detail!r} at {value} is neither a claim nor in the ledger.",
    "Code it as a claim, or enter it in the ledger with its reason.",
    reads=("claims", "uncoded", "sources"),
)

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_BODY = {"paragraph", "list_item", "infobox"}


@dataclass(frozen=True, slots=True)
class _Span:
    """A row of claims or uncoded, as far as the text can tell whether it is right."""

    source_id: str
    table: str
    row_id: int
    start: int
    end: int
    sha256: str
    low: int | None
    high: int | None
    qualifier: str | None


def check_texts(
    database: duckdb.DuckDBPyConnection,
    package: Package,
    resources: dict[str, Resource],
    loaded: dict[str, Loaded],
    notes: list[str],
) -> list[Finding]:
    """Return what the raw texts say against the tables; note it where there are none."""
    if not {"sources", "claims"} <= set(loaded):
        return []
    raw = package.root / "raw"
    if not raw.is_dir():
        notes.append("There is no raw/ folder: spans and numbers were not held against the texts.")
        return []
    spans = _spans_by_source(database, loaded)
    findings = []
    rows = database.execute(
        "SELECT rowid, source_id, path, bytes, characters, sha256 FROM sources "
        "WHERE source_id IS NOT NULL AND path IS NOT NULL ORDER BY source_id, rowid"
    ).fetchall()
    current: tuple[str, list[_Span]] | None = next(spans, None)
    for row_id, source_id, path, size, characters, digest in rows:
        while current is not None and current[0] < source_id:
            current = next(spans, None)
        mine = current[1] if current is not None and current[0] == source_id else []
        text, found = _read(resources, loaded, raw, row_id, path, size, characters, digest)
        findings += found
        if text is not None:
            findings += _check_text(resources, loaded, source_id, text, mine)
    return findings


def _spans_by_source(
    database: duckdb.DuckDBPyConnection, loaded: dict[str, Loaded]
) -> Iterator[tuple[str, list[_Span]]]:
    parts = [
        "SELECT source_id, 'claims' AS part, rowid AS row_id, char_start, char_end, text_sha256, "
        "count_low, count_high, CAST(count_qualifier AS VARCHAR) AS qualifier FROM claims"
    ]
    if "uncoded" in loaded:
        parts.append(
            "SELECT source_id, 'uncoded', rowid, char_start, char_end, text_sha256, "
            "NULL, NULL, NULL FROM uncoded"
        )
    sql = (
        f"SELECT * FROM ({' UNION ALL '.join(parts)}) WHERE source_id IS NOT NULL "
        "AND char_start >= 0 AND char_start < char_end AND text_sha256 IS NOT NULL "
        "ORDER BY source_id, part, row_id"
    )
    cursor = database.cursor().execute(sql)
    stream = (_Span(*row) for rows in iter(lambda: cursor.fetchmany(10_000), []) for row in rows)
    for source_id, group in groupby(stream, attrgetter("source_id")):
        yield source_id, list(group)


def _read(
    resources: dict[str, Resource],
    loaded: dict[str, Loaded],
    raw: Path,
    row_id: int,
    path: str,
    size: int | None,
    characters: int | None,
    digest: str | None,
) -> tuple[str | None, list[Finding]]:
    """Read a raw text and hold it against its row."""
    line, row = loaded["sources"].lines.place(row_id)
    place = {"line": line, "row": row}
    file = resources["sources"].file
    full = raw / path
    if ".." in Path(path).parts or not full.resolve().is_relative_to(raw.resolve()):
        return None, [finding("unsafe-path", file, field="path", value=path, line=line, row=row)]
    if not full.is_file():
        return None, [
            finding("raw-text-missing", file, field="path", value=path, line=line, row=row)
        ]
    content = full.read_bytes()
    findings = []
    facts: list[tuple[str, object, object]] = [
        ("bytes", size, len(content)),
        ("sha256", digest, hashlib.sha256(content).hexdigest()),
    ]
    try:
        text = content.decode("utf-8")
        facts.append(("characters", characters, len(text)))
    except UnicodeDecodeError as error:
        text = None
        facts.append(("encoding", "UTF-8", f"other bytes at {error.start}"))
    for name, stated, found in facts:
        if stated is not None and stated != found:
            detail = f"{name} is {found}, not {stated}"
            field = "sha256" if name == "encoding" else name
            findings.append(
                finding("raw-text-changed", file, field=field, value=path, detail=detail, **place)
            )
    return text, findings


def _check_text(
    resources: dict[str, Resource],
    loaded: dict[str, Loaded],
    source_id: str,
    text: str,
    spans: list[_Span],
) -> list[Finding]:
    findings = []
    document = _document(source_id, text)
    furniture = _raw_segments(document, {"furniture"}) if document else []
    for span in spans:
        line, row = loaded[span.table].lines.place(span.row_id)
        file, at = resources[span.table].file, f"{source_id} {span.start}-{span.end}"
        place = {"line": line, "row": row}
        words = text[span.start : span.end]
        found = hashlib.sha256(words.encode("utf-8")).hexdigest()
        if found != span.sha256:
            findings.append(
                finding("span-hash", file, field="text_sha256", value=at, detail=found, **place)
            )
            continue
        if span.table != "claims":
            continue
        if any(start <= span.start and span.end <= end for start, end in furniture):
            findings.append(
                finding("claim-in-furniture", file, field="char_start", value=at, **place)
            )
        if not states(words, span.low, span.high, span.qualifier):
            detail = shown_count(span.low, span.high, span.qualifier)
            findings.append(
                finding(
                    "span-without-count", file, field="count_low", value=at, detail=detail, **place
                )
            )
    if document is not None and "uncoded" in loaded:
        findings += _unaccounted(resources, source_id, document, spans)
    return findings


def _document(source_id: str, text: str) -> Document | None:
    try:
        return document_from_text(source_id, text)
    except InputError:
        return None


def _raw_segments(document: Document, kinds: set[str]) -> list[tuple[int, int]]:
    return [
        document.raw_span(segment.start, segment.end)
        for segment in document.segments
        if segment.kind in kinds
    ]


def _unaccounted(
    resources: dict[str, Resource], source_id: str, document: Document, spans: list[_Span]
) -> list[Finding]:
    """Return the numbers of the body that no row touches."""
    covered = bytearray(len(document.raw) + 1)
    for span in spans:
        end = min(span.end, len(document.raw))
        if span.start < end:
            covered[span.start : end] = b"\x01" * (end - span.start)
    findings = []
    for start, end in _numbers(document):
        first, last = document.raw_span(start, end)
        if not any(covered[first:last]):
            findings.append(
                finding(
                    "number-unaccounted",
                    resources["uncoded"].file,
                    field="char_start",
                    value=f"{source_id} {first}-{last}",
                    detail=document.text[start:end],
                )
            )
    return findings


def _numbers(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of figures and number words in the body, in `Document.text`."""
    for segment in document.segments:
        if segment.kind not in _BODY:
            continue
        tokens = tokenize(document.text, segment.start, segment.end)
        for position, token in enumerate(tokens):
            if any(character.isdecimal() for character in token.text):
                for match in _DIGITS.finditer(document.text, token.start, token.end):
                    yield match.span()
            elif token.lower not in ("one", "a", "an", "both") and _is_figure(tokens, position):
                yield token.start, token.end


def _is_figure(tokens: Sequence[Token], position: int) -> bool:
    count: Count | None = parse_count(tokens, position)
    return count is not None and count.core == position and count.qualifier != "vague"


def states(words: str, low: int | None, high: int | None, qualifier: str | None) -> bool:
    """Tell whether `words` state a count.

    A singular noun, a name or an article states one; a vague word states its class.
    """
    if low is None and high is None:
        return True
    tokens = tokenize(words)
    counts = [count for at in range(len(tokens)) if (count := parse_count(tokens, at))]
    if any(count.low == low and count.high == high for count in counts):
        return True
    values = {value for count in counts for value in (count.low, count.high)}
    stated = {value for value in (low, high) if value is not None}
    if stated <= values:
        return True
    figures = [count for count in counts if count.qualifier != "vague"]
    return not figures and (stated <= {0, 1} or qualifier == "vague")


def shown_count(low: int | None, high: int | None, qualifier: str | None) -> str:
    """Write a count for people."""
    bounds = (
        str(low) if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    )
    return f"{qualifier} {bounds}" if qualifier else bounds
