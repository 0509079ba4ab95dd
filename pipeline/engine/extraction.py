"""Extraction run over texts that are not in the package."""

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.engine.requests import Request
from pipeline.errors import InputError
from pipeline.extract import Extraction, extract_document, load_reference
from pipeline.extract.claim import Because, Claim
from pipeline.resolve.identify import identify
from pipeline.resolve.narrative import load_event_words
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.standard import standard_resolver
from pipeline.sources.document import Document
from pipeline.sources.reader import document_from_text

Line = dict[str, Any]

# The contract: keys and their order, by the field of the record that fills them.
KEYS = {
    "source_id": "source_id",
    "char_start": "char_start",
    "char_end": "char_end",
    "claim_type": "claim_type",
    "count_low": "count_low",
    "count_high": "count_high",
    "count_qualifier": "count_qualifier",
    "subject": "subject",
    "actor": "actor",
    "claimant": "claimant_id",
    "via": "via_claimant_id",
    "date_start": "date_start",
    "date_end": "date_end",
    "date_precision": "date_precision",
    "place": "place_id",
    "place_name": "place_name",
    "scope": "scope",
    "verification": "verification",
    "part_of": "part_of",
    "claim_id": "claim_id",
    "event_id": "event_id",
}


def extract_lines(
    requests: Iterable[Request], explain: bool = False
) -> tuple[list[Line], list[InputError]]:
    """Extract the claims of every text that can be read.

    Args:
        requests: the texts; the order of their claims is theirs.
        explain: whether each line says which words and which rule gave each field ("because").

    Returns:
        One line a claim, null where nothing is said; and why texts were refused.
    """
    read: list[tuple[Document, Extraction]] = []
    refused: list[InputError] = []
    reference = load_reference()
    for request in requests:
        try:
            document = document_from_text(
                request.source_id,
                request.text,
                request.published_on,
                request.title,
                request.publisher,
            )
        except InputError as error:
            refused.append(error)
            continue
        read.append((document, extract_document(document, reference)))
    return _lines(read, explain), refused


def _lines(read: Sequence[tuple[Document, Extraction]], explain: bool) -> list[Line]:
    words = load_event_words()
    records = [identify(document, extraction.claims, words) for document, extraction in read]
    events = _event_ids(records, [document for document, _ in read])
    gazetteer = load_reference().gazetteer
    lines = []
    for (document, extraction), of_document in zip(read, records, strict=True):
        for claim, record in zip(extraction.claims, of_document, strict=True):
            line = {key: _given(getattr(record, field)) for key, field in KEYS.items()}
            line["place"] = record.place_id if record.place_id in gazetteer else None
            line["event_id"] = events.get(record.claim_id)
            if explain:
                line["because"] = _reasons(document, claim)
            lines.append(line)
    return lines


def _given(value: object) -> object:
    return None if value == "" else value


def _event_ids(
    records: Sequence[Sequence[ResolvedClaim]], documents: Sequence[Document]
) -> dict[str, str]:
    """Map each claim of an event to the event's id."""
    published = {document.source_id: document.published_on for document in documents}
    resolver = standard_resolver(load_reference().gazetteer, load_reference().claimants, published)
    resolved = resolver.resolve(record for of_document in records for record in of_document)
    return {claim.claim_id: claim.event_id for claim in resolved.claims if claim.event_id}


def _reasons(document: Document, claim: Claim) -> dict[str, Line]:
    return {field: _reason(document, because) for field, because in claim.because.items()}


def _reason(document: Document, because: Because) -> Line:
    start, end = document.raw_span(because.start, because.end)
    return {
        "rule": because.rule,
        "char_start": start,
        "char_end": end,
        "words": document.raw[start:end],
    }
