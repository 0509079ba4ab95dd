"""Claims and ledger held against the raw texts: every span, every figure, every number."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import duckdb

from pipeline.errors import InputError
from pipeline.resolve.ids import short_hash
from pipeline.sources.document import Document
from pipeline.sources.reader import document_from_text
from pipeline.validate.figures import body_numbers, shown_count, states
from pipeline.validate.finding import Finding
from pipeline.validate.load import Loaded
from pipeline.validate.package import Package, Resource
from pipeline.validate.rules import finding

_MOST_ALIKE = 20


@dataclass(frozen=True, slots=True)
class _Span:
    """A row of claims or uncoded, as far as the text can tell whether it is right."""

    source_id: str
    table: str
    row_id: int
    start: int
    end: int
    sha256: str
    low: int | None = None
    high: int | None = None
    qualifier: str | None = None
    claim_id: str | None = None
    claim_type: str | None = None
    subject: str | None = None
    review_status: str | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A row of sources."""

    row_id: int
    source_id: str
    path: str
    bytes: int | None
    characters: int | None
    sha256: str | None


def check_texts(
    database: duckdb.DuckDBPyConnection,
    package: Package,
    resources: dict[str, Resource],
    loaded: dict[str, Loaded],
) -> list[Finding]:
    """Return what the raw texts below raw/ say against sources, claims and ledger."""
    check = _TextCheck(resources, loaded, package.root / "raw")
    rows = database.execute(
        "SELECT rowid, source_id, path, bytes, characters, sha256 FROM sources "
        "WHERE source_id IS NOT NULL AND path IS NOT NULL ORDER BY source_id, rowid"
    ).fetchall()
    spans = _spans_by_source(database, loaded)
    source_id, mine = next(spans, ("", []))
    for row in rows:
        text = _Text(*row)
        while source_id and source_id < text.source_id:
            source_id, mine = next(spans, ("", []))
        check.source(text, mine if source_id == text.source_id else [])
    return check.findings


def _spans_by_source(
    database: duckdb.DuckDBPyConnection, loaded: dict[str, Loaded]
) -> Iterator[tuple[str, list[_Span]]]:
    """Yield the rows of each source, text by text, so that memory holds one text's rows."""
    parts = [
        "SELECT source_id, 'claims' AS part, rowid AS row_id, char_start, char_end, text_sha256, "
        "count_low, count_high, CAST(count_qualifier AS VARCHAR), claim_id, "
        "CAST(claim_type AS VARCHAR), CAST(subject AS VARCHAR), CAST(review_status AS VARCHAR) "
        "FROM claims"
    ]
    if "uncoded" in loaded:
        parts.append(
            "SELECT source_id, 'uncoded', rowid, char_start, char_end, text_sha256, "
            "NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM uncoded"
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


class _TextCheck:
    """Holds the rows of one source after the other against its text."""

    def __init__(
        self, resources: dict[str, Resource], loaded: dict[str, Loaded], raw: Path
    ) -> None:
        self.findings: list[Finding] = []
        self._resources = resources
        self._loaded = loaded
        self._raw = raw

    def source(self, source: _Text, spans: list[_Span]) -> None:
        """Check a text against its row, then its claims and ledger against the text."""
        text = self._read(source)
        if text is None:
            return
        document = _document(source.source_id, text)
        furniture = _raw_furniture(document) if document else []
        for span in spans:
            self._span(span, text, furniture)
        if document is not None and "uncoded" in self._loaded:
            self._unaccounted(document, spans)

    def _tell(
        self, rule: str, table: str, row_id: int, field: str, value: str, detail: str = ""
    ) -> None:
        line, row = self._loaded[table].lines.place(row_id)
        file = self._resources[table].file
        self.findings.append(
            finding(rule, file, line=line, row=row, field=field, value=value, detail=detail)
        )

    def _read(self, source: _Text) -> str | None:
        """Read a raw text and hold its bytes against its row."""
        path = self._raw / source.path
        inside = path.resolve().is_relative_to(self._raw.resolve())
        if not inside or not path.is_file():
            rule = "raw-text-missing" if inside else "unsafe-path"
            self._tell(rule, "sources", source.row_id, "path", source.path)
            return None
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        text = content.decode("utf-8", "replace")
        for field, stated, found in (
            ("bytes", source.bytes, len(content)),
            ("sha256", source.sha256, digest),
            ("characters", source.characters, len(text)),
        ):
            if stated is not None and stated != found:
                detail = f"{field} is {found}, not {stated}"
                row_id, value = source.row_id, source.path
                self._tell("raw-text-changed", "sources", row_id, field, value, detail)
        return text

    def _span(self, span: _Span, text: str, furniture: list[tuple[int, int]]) -> None:
        at = f"{span.source_id} {span.start}-{span.end}"
        words = text[span.start : span.end]
        digest = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
        if digest != span.sha256:
            self._tell("span-hash", span.table, span.row_id, "text_sha256", at, digest)
            return
        if span.table != "claims":
            return
        if any(start <= span.start and span.end <= end for start, end in furniture):
            self._tell("claim-in-furniture", "claims", span.row_id, "char_start", at)
        if not states(words, span.low, span.high, span.qualifier):
            detail = shown_count(span.low, span.high, span.qualifier)
            self._tell("span-without-count", "claims", span.row_id, "count_low", at, detail)
        if not _id_follows(span):
            self._tell("claim-id", "claims", span.row_id, "claim_id", span.claim_id or "")

    def _unaccounted(self, document: Document, spans: list[_Span]) -> None:
        """Tell of the numbers of the body that no row touches."""
        covered = bytearray(len(document.raw) + 1)
        for span in spans:
            end = min(span.end, len(document.raw))
            covered[span.start : end] = b"\x01" * max(0, end - span.start)
        file = self._resources["uncoded"].file
        for start, end in body_numbers(document):
            first, last = document.raw_span(start, end)
            if any(covered[first:last]):
                continue
            at, number = f"{document.source_id} {first}-{last}", document.text[start:end]
            self.findings.append(
                finding("number-unaccounted", file, field="char_start", value=at, detail=number)
            )


def _id_follows(span: _Span) -> bool:
    """Tell whether a claim's id is the one that extraction would give it."""
    if span.review_status != "extracted" or span.claim_id is None or span.claim_type is None:
        return True
    parts = (span.source_id, str(span.start), span.claim_type, span.subject or "")
    if span.claim_id == "c-" + short_hash(*parts):
        return True
    return any(
        span.claim_id == "c-" + short_hash(*parts, str(rank)) for rank in range(1, _MOST_ALIKE)
    )


def _document(source_id: str, text: str) -> Document | None:
    try:
        return document_from_text(source_id, text)
    except InputError:
        return None


def _raw_furniture(document: Document) -> list[tuple[int, int]]:
    return [
        document.raw_span(segment.start, segment.end)
        for segment in document.segments
        if segment.kind == "furniture"
    ]
