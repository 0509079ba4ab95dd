"""What a worker does: documents in, what was found in each of them out."""

import os
import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import parent_process
from typing import Any

from pipeline.engine.packing import pack
from pipeline.engine.requests import Request
from pipeline.engine.rules import rules_hash
from pipeline.errors import InputError
from pipeline.extract import extract_document, load_reference
from pipeline.extract.claim import Claim, UncodedNumber
from pipeline.paths import SCHEMAS
from pipeline.resolve.identify import identify, span_hash
from pipeline.resolve.narrative import load_event_words
from pipeline.resolve.records import ResolvedClaim
from pipeline.schema import Table, load_schema
from pipeline.sources.document import Document
from pipeline.sources.reader import document_from_text

TABLES = ("claims", "uncoded", "failures")
Row = list[Any]
Batch = Sequence[Request]
# Takes a batch and the rules hash of the run; returns one packed result for each document.
ReadBatch = Callable[[Batch, str], list[bytes]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table of a bulk extraction, as the schemas define them."""

    tables: tuple[Table, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(name for table in self.tables for name in table.columns)


@cache
def columns_of() -> Mapping[str, Columns]:
    """Return the columns of claims, uncoded and failures."""
    claims, uncoded = (load_schema(SCHEMAS / f"{name}.schema.json") for name in TABLES[:2])
    told, failures = (
        load_schema(SCHEMAS / "bulk" / f"{name}.schema.json") for name in ("told", "failures")
    )
    return {
        "claims": Columns((claims, told)),
        "uncoded": Columns((uncoded,)),
        "failures": Columns((failures,)),
    }


def read_batch(batch: Batch, rules: str) -> list[bytes]:
    """Extract each document of `batch`; one that fails is told in its own result.

    Args:
        batch: the documents.
        rules: hash of the rules that the whole run reads with.

    Returns:
        For each document, in order, the packed rows of each table.

    Raises:
        InputError: this process has other rules.
    """
    if rules_hash() != rules:
        raise InputError(
            "worker",
            f"it has other rules ({rules_hash()[:12]}) than the run ({rules[:12]}).",
            "Install one version of the project on every machine, and start the workers again.",
        )
    return [pack(_rows(request)) for request in batch]


def failure(kind: str, error: InputError, source_id: str | None = None) -> dict[str, list[Row]]:
    """Return the rows of a document that failed: one failure."""
    cells = {
        "source_id": source_id,
        "file": error.file if source_id is None else None,
        "row": error.row,
        "kind": kind,
        "problem": f"[{error.field}] {error.problem}" if error.field else error.problem,
        "remedy": error.remedy,
    }
    return {"failures": [[_cell(cells[name]) for name in columns_of()["failures"].names]]}


def start_worker() -> None:
    """Prepare a worker process: read the reference once, and end with the process that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    load_reference()
    load_event_words()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _rows(request: Request) -> Mapping[str, list[Row]]:
    try:
        document = document_from_text(
            request.source_id, request.text, request.published_on, request.title, request.publisher
        )
        extraction = extract_document(document, load_reference())
        records = identify(document, extraction.claims, load_event_words())
        return {
            "claims": [
                _claim(document, claim, record)
                for claim, record in zip(extraction.claims, records, strict=True)
            ],
            "uncoded": [_number(document, number) for number in extraction.uncoded],
        }
    except InputError as error:
        return failure("refused", error, request.source_id)
    except Exception as error:  # Whatever a rule does to one document, the others are read.
        problem = f"{type(error).__name__}: {error}"
        told = InputError("", problem, "Report the document; the rules should read any text.")
        return failure("error", told, request.source_id)


def _claim(document: Document, claim: Claim, record: ResolvedClaim) -> Row:
    cells = {name: getattr(record, name, None) for name in columns_of()["claims"].names}
    cells["published_on"] = document.published_on
    cells |= {"claimant_name": claim.claimant_name, "via_name": claim.via_name}
    if record.place_id not in load_reference().gazetteer:
        cells["place_id"] = None
    return [_cell(value) for value in cells.values()]


def _number(document: Document, number: UncodedNumber) -> Row:
    start, end = document.raw_span(number.start, number.end)
    cells = {
        "source_id": number.source_id,
        "char_start": start,
        "char_end": end,
        "text_sha256": span_hash(document, start, end),
        "reason": number.reason,
    }
    return [_cell(cells[name]) for name in columns_of()["uncoded"].names]


def _cell(value: object) -> object:
    """Return what a table holds: empty text as null, half surrogates spelt out."""
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "backslashreplace").decode("utf-8") or None
