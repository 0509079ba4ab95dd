"""Events described and claims compared: the tables `described` and `relations`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple

from pipeline.resolve.event_rows import event_row
from pipeline.resolve.large.store import Cells, Store, record, record_columns
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.relations import RelationFinder, order
from pipeline.resolve.resolver import Resolver
from pipeline.schema import Table, duckdb_type, quote_name

_FOUND = """
    CREATE TABLE found (
        claim_id VARCHAR, related_claim_id VARCHAR, relation VARCHAR, reason VARCHAR)
"""
_SUPERSEDES = """
    INSERT INTO found
    SELECT newer, claim_id, 'supersedes', 'figure'
    FROM settled JOIN claims USING (n) WHERE newer IS NOT NULL
"""
# A unit is what is compared with each other: the claims of an event, the oldest first, or totals of
# one type, place and span of days. Where a speaker's figure was replaced in one text, the same
# figure in another text stands no longer either.
_UNITS = """
    CREATE TABLE units AS
    SELECT row_number() OVER () - 1 AS number, * FROM (
        WITH replaced AS (
            SELECT DISTINCT claimant_id, claim_type, subject, count_low
            FROM settled JOIN claims USING (n) WHERE newer IS NOT NULL AND named)
        SELECT s.cluster,
            CASE WHEN s.cluster IS NULL THEN
                {{'type': c.claim_type, 'start': c.date_start, 'end': c.date_end,
                  'place': c.place_id}} END AS total,
            e.event_id, s.newer IS NOT NULL AS old, s.split,
            s.newer IS NULL AND NOT (s.named AND r.claim_type IS NOT NULL) AS stands,
            {columns}
        FROM claims AS c JOIN settled AS s USING (n)
        LEFT JOIN events AS e ON e.cluster = s.cluster
        LEFT JOIN replaced AS r ON r.claimant_id = c.claimant_id
            AND r.claim_type = c.claim_type AND r.subject IS NOT DISTINCT FROM c.subject
            AND r.count_low IS NOT DISTINCT FROM c.count_low
        WHERE s.cluster IS NOT NULL OR (c.date_start IS NOT NULL AND NOT s.split)
        ORDER BY s.cluster, total, coalesce(c.published_on, ''), c.n)
"""
# Where the columns of `units` stand in its rows; the record of the claim comes last.
_CLUSTER, _TOTAL, _EVENT_ID, _OLD, _SPLIT, _STANDS, _BEFORE_RECORD = range(7)
# Rows of one unit are alike in cluster and total.
_UNIT_KEYS = 2
# Tellings of one striking figure that follow each other in the order of the texts.
_ELSEWHERE = """
    CREATE TABLE elsewhere AS
    SELECT row_number() OVER () - 1 AS number, {one}, {other}
    FROM (
        SELECT n, lead(n) OVER (
            PARTITION BY claimant_id, claim_type, subject, count_low ORDER BY n) AS next
        FROM claims JOIN settled USING (n) WHERE striking) AS pair
    JOIN claims AS a ON a.n = pair.n JOIN claims AS b ON b.n = pair.next
    WHERE a.scope <> b.scope
"""
# An event is contested where two of its claims contradict each other.
_SORTED = """
    CREATE TABLE relations AS
    SELECT row_number() OVER () - 1 AS number, * FROM (
        SELECT DISTINCT * FROM found ORDER BY ALL)
"""
_DESCRIBED = """
    CREATE TABLE described AS
    SELECT row_number() OVER () - 1 AS number, * FROM (
        WITH home AS (
            SELECT claim_id, event_id
            FROM claims JOIN settled USING (n) JOIN events USING (cluster)),
        contested AS (
            SELECT DISTINCT one.event_id FROM relations AS r
            JOIN home AS one ON one.claim_id = r.claim_id
            JOIN home AS other ON other.claim_id = r.related_claim_id
            WHERE r.relation = 'contradicts' AND one.event_id = other.event_id)
        SELECT * REPLACE (event_id IN (SELECT event_id FROM contested) AS contested)
        FROM bare_events ORDER BY event_id)
"""
# Rows that are held before they are appended.
_AT_ONCE = 50_000


def compare(store: Store, resolver: Resolver, finder: RelationFinder, events: Table) -> None:
    """Make the tables `described`, one row an event, and `relations`.

    Args:
        store: claims that are settled.
        resolver: places, sides and settings.
        finder: compares claims.
        events: schema of the table of events.
    """
    store.run(_FOUND)
    store.run(_SUPERSEDES)
    columns = ", ".join(f"{quote_name(each.name)} {duckdb_type(each)}" for each in events.fields)
    store.run(f"CREATE TABLE bare_events ({columns})")
    store.run(_UNITS.format(columns=record_columns("c")))
    described: list[Cells] = []
    found: list[Cells] = []
    for unit in store.whole("units", _UNIT_KEYS):
        claims = [record(row[_BEFORE_RECORD:]) for row in unit]
        found += _relations(unit, claims, finder)
        if unit[0][_CLUSTER] is not None:
            described.append(_event(unit, claims, resolver, events.columns))
        if len(described) + len(found) >= _AT_ONCE:
            store.append("bare_events", described)
            store.append("found", found)
            described, found = [], []
    store.append("bare_events", described)
    store.append("found", found)
    store.run("DROP TABLE units")
    store.run(_ELSEWHERE.format(one=record_columns("a"), other=record_columns("b")))
    for pairs in store.slices("elsewhere"):
        store.append("found", list(_told_elsewhere(pairs, finder)))
    store.run(_SORTED)
    store.run(_DESCRIBED)


def _relations(
    unit: Sequence[Cells], claims: Sequence[ResolvedClaim], finder: RelationFinder
) -> Iterator[Cells]:
    """Yield the relations within one unit."""
    groups: dict[str, list[tuple[ResolvedClaim, bool]]] = defaultdict(list)
    for row, claim in zip(unit, claims, strict=True):
        if not row[_SPLIT]:
            groups[claim.claim_type].append((claim, row[_STANDS]))
    for members in groups.values():
        if len(members) > 1:
            members.sort(key=lambda member: order(member[0]))
            standing = [claim for claim, stands in members if stands]
            yield from map(astuple, finder.within([claim for claim, _ in members], standing))


def _event(
    unit: Sequence[Cells],
    claims: Sequence[ResolvedClaim],
    resolver: Resolver,
    columns: Sequence[str],
) -> Cells:
    """Return the row of an event, contested or not still open."""
    old = frozenset(claim.claim_id for row, claim in zip(unit, claims, strict=True) if row[_OLD])
    event_id, *_ = (row[_EVENT_ID] for row in unit)
    event = event_row(
        event_id, claims, resolver.geography, resolver.sides, contested=False, superseded=old
    )
    cells = (getattr(event, name) for name in columns)
    return tuple(None if cell == "" else cell for cell in cells)


def _told_elsewhere(pairs: Sequence[Cells], finder: RelationFinder) -> Iterator[Cells]:
    for cells in pairs:
        half = len(cells) // 2
        relation = finder.elsewhere(record(cells[:half]), record(cells[half:]))
        if relation is not None:
            yield astuple(relation)
