"""What is known of one claim or one event, gathered from the tables for a reader."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline.errors import InputError
from pipeline.package.database import open_tables
from pipeline.paths import ROOT

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimStory:
    """A claim with its evidence.

    Attributes:
        row: the row of `claims`, by column.
        sentence: the sentence of the source; the counted words are sentence[start:end].
        start, end: offsets into `sentence`.
        claimant, source: the rows that the claim names; `claimant` is empty where none is named.
        event: title of its event, or "".
        relations: what agrees with it, contradicts or supersedes it: relation, reason, claim_id,
            speaker, figure, subject.
    """

    row: Record
    sentence: str
    start: int
    end: int
    claimant: Record
    source: Record
    event: str
    relations: list[Record]


@dataclass(frozen=True, slots=True)
class EventStory:
    """An event with every figure told about it.

    Attributes:
        row: the row of `events`.
        place: name of its place, with the larger places around it, or "".
        figures: rows of the view `figures_by_claimant`.
        conflicts: rows of the view `conflicts` within the event.
    """

    row: Record
    place: str
    figures: list[Record]
    conflicts: list[Record]


def claim_story(claim_id: str, root: Path = ROOT) -> ClaimStory:
    """Gather what is known of a claim.

    Raises:
        InputError: there is no such claim.
    """
    with open_tables(root) as tables:
        row = _one(tables, "claims", "claim_id", claim_id)
        claimant = _records(tables, "FROM claimants WHERE claimant_id = ?", row["claimant_id"])
        source = _one(tables, "sources", "source_id", row["source_id"])
        event = _records(tables, "FROM events WHERE event_id = ?", row["event_id"])
        quoted = _records(tables, "FROM quotations WHERE claim_id = ?", claim_id)
        relations = _records(tables, _RELATIONS, claim_id)
    sentence = quoted[0]["sentence"] if quoted else ""
    start = row["char_start"] - row["sentence_start"]
    return ClaimStory(
        row,
        sentence,
        start,
        start + row["char_end"] - row["char_start"],
        claimant[0] if claimant else {},
        source,
        event[0]["title"] if event else "",
        relations,
    )


def event_story(event_id: str, root: Path = ROOT) -> EventStory:
    """Gather what is known of an event.

    Raises:
        InputError: there is no such event.
    """
    with open_tables(root) as tables:
        row = _one(tables, "events", "event_id", event_id)
        around = _records(tables, _AROUND, row["place_id"])
        figures = _records(tables, _FIGURES, event_id)
        conflicts = _records(tables, "FROM conflicts WHERE event_id = ? ORDER BY ALL", event_id)
    place = ", ".join(record["within_name"] for record in around)
    return EventStory(row, place, figures, conflicts)


_RELATIONS = """
    SELECT
        CASE WHEN r.relation = 'supersedes' AND r.related_claim_id = $1
             THEN 'superseded by' ELSE r.relation END AS relation,
        r.reason, w.claim_id, w.speaker, w.figure, w.claim_type, w.subject, w.source_id
    FROM claim_relations AS r
    JOIN claims_in_words AS w
        ON w.claim_id = CASE WHEN r.claim_id = $1 THEN r.related_claim_id ELSE r.claim_id END
    WHERE $1 IN (r.claim_id, r.related_claim_id)
    ORDER BY relation, w.claim_id
"""
_AROUND = "SELECT within_name FROM place_lineage WHERE place_id = ? ORDER BY steps"
_FIGURES = """
    FROM figures_by_claimant WHERE event_id = ?
    ORDER BY claim_type, is_part, count_low, speaker, claim_id
"""


def _one(tables: duckdb.DuckDBPyConnection, table: str, key: str, value: str) -> Record:
    found = _records(tables, f"FROM {table} WHERE {key} = ?", value)
    if not found:
        raise InputError(
            value, f"No row of {table} has this id.", f'Try: claims sql "FROM {table}".', field=key
        )
    return found[0]


def _records(tables: duckdb.DuckDBPyConnection, query: str, value: object) -> list[Record]:
    result = tables.execute(query, [value])
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
