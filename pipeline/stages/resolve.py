"""build/extracted → build/resolved: the rows of every table, ids resolved and corrections made."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from pipeline.curation import Correction, curate, read_corrections
from pipeline.errors import InputError
from pipeline.extract.claim import Because, Claim
from pipeline.paths import CURATION, RAW
from pipeline.reference.claimants import load_claimants
from pipeline.reference.gazetteer import load_gazetteer
from pipeline.resolve.identify import identify, span_hash
from pipeline.resolve.listings import claimant_rows, place_rows, spoken_names
from pipeline.resolve.narrative import load_event_words
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.review import unknown_claimants, unknown_places
from pipeline.resolve.standard import standard_resolver
from pipeline.schema import Table, load_schemas
from pipeline.sources.document import Document
from pipeline.sources.manifest import Source, read_manifest
from pipeline.sources.reader import read_document
from pipeline.stages.lines import EXTRACTED, RESOLVED, read_lines, write_lines
from pipeline.stages.run import run_stage
from pipeline.tables import Row, write_files

CORRECTIONS = CURATION / "claims.csv"


def resolve_sources() -> None:
    """Give claims ids, correct them, bring them together; write the rows of every table."""
    schemas = load_schemas()
    sources = read_manifest(RAW / "sources.csv")
    documents = {source.source_id: read_document(source, RAW) for source in sources}
    extracted = [_claim(record) for record in read_lines(EXTRACTED / "claims.jsonl")]
    claims = _corrected(_identified(documents, extracted), schemas["claims"])
    gazetteer, claimants = load_gazetteer(), load_claimants()
    published = {source.source_id: source.published_on for source in sources}
    resolver = standard_resolver(gazetteer, claimants, published)
    resolution = resolver.resolve(claims)
    speakers = [speaker for c in claims for speaker in (c.claimant_id, c.via_claimant_id)]
    used = [c.place_id for c in resolution.claims] + [e.place_id for e in resolution.events]
    spoken = spoken_names(extracted)
    rows: dict[str, Iterable[Row]] = {
        "sources": [_source(source, documents[source.source_id], schemas) for source in sources],
        "claimants": claimant_rows(speakers, spoken, claimants),
        "places": place_rows(used, gazetteer, schemas["places"].columns),
        "events": [asdict(event) for event in resolution.events],
        "claims": [_columns(claim, schemas["claims"]) for claim in resolution.claims],
        "claim_relations": [asdict(relation) for relation in resolution.relations],
        "uncoded": [_ledger(documents, entry) for entry in read_lines(EXTRACTED / "uncoded.jsonl")],
    }
    for table, records in rows.items():
        write_lines(RESOLVED / f"{table}.jsonl", map(dict, records))
    to_review = {
        "unknown_claimants.csv": unknown_claimants(resolution.claims, spoken, claimants),
        "unknown_places.csv": unknown_places(resolution.claims, gazetteer),
    }
    write_files(RESOLVED, {name: text.encode("utf-8") for name, text in to_review.items()})


def _claim(record: dict[str, Any]) -> Claim:
    because = {name: Because(**reason) for name, reason in record.pop("because").items()}
    return Claim(**record, because=because)


def _identified(
    documents: Mapping[str, Document], extracted: Iterable[Claim]
) -> list[ResolvedClaim]:
    by_source: dict[str, list[Claim]] = {source_id: [] for source_id in documents}
    for claim in extracted:
        by_source[claim.source_id].append(claim)
    words = load_event_words()
    return [
        record
        for source_id, claims in by_source.items()
        for record in identify(documents[source_id], claims, words)
    ]


def _corrected(claims: list[ResolvedClaim], table: Table) -> list[ResolvedClaim]:
    """Apply curation/claims.csv before events are found, so that they follow from what is true."""
    corrections = read_corrections(CORRECTIONS) if CORRECTIONS.exists() else []
    _refuse_events(corrections)
    integers = [field.name for field in table.fields if field.type == "integer"]
    known = {claim.claim_id: claim for claim in claims}
    rows = curate((_columns(claim, table) for claim in claims), corrections, integers)
    return [_record(row, known.get(str(row["claim_id"]))) for row in rows]


def _refuse_events(corrections: Iterable[Correction]) -> None:
    for correction in corrections:
        if correction.field == "event_id":
            raise InputError(
                correction.file,
                "Events follow from the claims and cannot be set.",
                "Correct the date, the place or the actor that parts or joins them.",
                correction.row,
                "field",
            )


def _record(row: Mapping[str, Any], before: ResolvedClaim | None) -> ResolvedClaim:
    """Return a corrected row as a record; what the text around it tells stays as it was."""
    counts = ("count_low", "count_high")
    cells: dict[str, Any] = {
        name: "" if value is None and name not in counts else value for name, value in row.items()
    }
    return replace(before, **cells) if before is not None else ResolvedClaim(**cells)


def _columns(record: ResolvedClaim, table: Table) -> Row:
    """Return the cells of a claim; a column that no record has is left for the tables to refuse."""
    return {name: getattr(record, name) for name in table.columns if hasattr(record, name)}


def _source(source: Source, document: Document, schemas: Mapping[str, Table]) -> Row:
    cells = {name: getattr(source, name, None) for name in schemas["sources"].columns}
    return cells | {"characters": len(document.raw)}


def _ledger(documents: Mapping[str, Document], entry: Mapping[str, Any]) -> Row:
    document = documents[entry["source_id"]]
    start, end = document.raw_span(entry["start"], entry["end"])
    return {
        "source_id": entry["source_id"],
        "char_start": start,
        "char_end": end,
        "text_sha256": span_hash(document, start, end),
        "reason": entry["reason"],
    }


if __name__ == "__main__":
    run_stage(resolve_sources)
