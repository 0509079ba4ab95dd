"""What each source settles of its own claims: the tables `settled` and `events`."""

from collections.abc import Mapping
from itertools import groupby

from pipeline.resolve.figures import pieces
from pipeline.resolve.ids import event_id_of
from pipeline.resolve.large.store import SLICE, Cells, Store, batched, record
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.relations import RelationFinder
from pipeline.resolve.totals import totals_at_home
from pipeline.resolve.updates import superseded_by

# cluster: null where a claim is of no event. newer: id of the claim that replaces it. split:
# whether the figure is given in pieces only. striking: see RelationFinder.
_SETTLED = """
    CREATE TABLE settled (
        n BIGINT, cluster BIGINT, newer VARCHAR, split BOOLEAN, named BOOLEAN, striking BOOLEAN)
"""
_OLDEST = """
    CREATE TABLE oldest AS
    SELECT row_number() OVER () - 1 AS number, cluster, claim_id FROM (
        SELECT DISTINCT ON (cluster) cluster, claim_id
        FROM settled JOIN claims USING (n) WHERE cluster IS NOT NULL
        ORDER BY cluster, coalesce(published_on, ''), n)
"""
_TWINS = """
    SELECT event_id, cluster, claim_id FROM events JOIN oldest USING (cluster)
    WHERE event_id IN (SELECT event_id FROM events GROUP BY event_id HAVING count(*) > 1)
    ORDER BY event_id, claim_id
"""


def settle(store: Store, finder: RelationFinder) -> None:
    """Take totals into events, find which figures are replaced, and give events their ids."""
    store.run(_SETTLED)
    for rows in batched(store.whole("by_source", 1)):
        # Whole sources stand together: their numbers follow each other.
        bounds = rows[0][1], rows[-1][1]
        placed = store.run("SELECT n, cluster FROM placed WHERE n BETWEEN ? AND ?", bounds)
        store.append("settled", _settled(rows, dict(row[:2] for row in placed), finder))
    store.run(_OLDEST)
    store.run("CREATE TABLE events (cluster BIGINT, event_id VARCHAR)")
    for some in store.slices("oldest", SLICE):
        store.append("events", [(cluster, event_id_of(claim_id)) for cluster, claim_id in some])
    _part_twins(store)


def _settled(rows: list[Cells], placed: Mapping[int, int], finder: RelationFinder) -> list[Cells]:
    """Return the rows of `settled` for the claims of some sources, those of incidents placed."""
    numbers: dict[str, int] = {}
    homes: dict[str, int] = {}
    claims: list[ResolvedClaim] = []
    for _, n, *cells in rows:
        claim = record(cells)
        numbers[claim.claim_id] = n
        if n in placed:
            homes[claim.claim_id] = placed[n]
        claims.append(claim)
    homes |= {
        total.claim_id: home for total, home in totals_at_home(claims, homes, superseded_by(claims))
    }
    for claim in claims:
        claim.event_id = str(homes.get(claim.claim_id, ""))
    newer, split = superseded_by(claims), pieces(claims)
    return [
        (
            numbers[claim.claim_id],
            homes.get(claim.claim_id),
            newer.get(claim.claim_id),
            claim.claim_id in split,
            bool(claim.speaker),
            claim.claim_id not in split and finder.striking(claim),
        )
        for claim in claims
    ]


def _part_twins(store: Store) -> None:
    """Give events whose id another has by chance one of their own."""
    taken = set[str]()
    for _, alike in groupby(store.run(_TWINS), key=lambda row: row[0]):
        for _, cluster, claim_id in list(alike)[1:]:
            rank = 1
            while _is_taken(store, new := event_id_of(claim_id, rank)) or new in taken:
                rank += 1
            taken.add(new)
            store.run("UPDATE events SET event_id = ? WHERE cluster = ?", (new, cluster))


def _is_taken(store: Store, event_id: str) -> bool:
    return bool(store.run("SELECT 1 FROM events WHERE event_id = ? LIMIT 1", (event_id,)))
