"""The whole of resolution over a store: extracted claims in; claims, events and relations out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.resolve.comparison import Comparison
from pipeline.resolve.large.cluster import find_clusters
from pipeline.resolve.large.compare import compare
from pipeline.resolve.large.intake import take_in
from pipeline.resolve.large.settle import settle
from pipeline.resolve.large.store import Store
from pipeline.resolve.relations import RelationFinder
from pipeline.resolve.resolver import Resolver
from pipeline.schema import Table, quote_name


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was resolved, and how many claims another's id made change their own."""

    claims: int
    events: int
    relations: int
    renamed: int


def resolve_large(
    store: Store, files: Sequence[Path], resolver: Resolver, claims: Table, events: Table
) -> Counts:
    """Do what `Resolver.resolve` does, and find the same, for claims of any number.

    Memory is for the claims of one source, one event or 20,000, whichever are more, besides what
    the store may hold and some hundred bytes for each paragraph that tells of something.

    Args:
        store: an empty store. In the end it has the tables `resolved` (columns of claims),
            `described` (columns of events) and `relations`, each numbered and sorted by its key.
        files: Parquet files of extracted claims.
        resolver: places, sides and settings; dates of publication are taken from the files.
        claims: schema of the table of claims.
        events: schema of the table of events.
    """
    renamed = take_in(store, files)
    comparison = Comparison(
        resolver.geography, resolver.sides, resolver.settings, resolver.alignments
    )
    finder = RelationFinder(comparison)
    find_clusters(store, resolver)
    settle(store, finder)
    compare(store, resolver, finder, events)
    columns = ", ".join(
        "e.event_id" if name == "event_id" else f"c.{quote_name(name)}" for name in claims.columns
    )
    store.run(
        "CREATE TABLE resolved AS SELECT row_number() OVER () - 1 AS number, * FROM ("
        f"SELECT {columns} FROM claims AS c JOIN settled AS s USING (n) "
        "LEFT JOIN events AS e ON e.cluster = s.cluster ORDER BY c.claim_id)"
    )
    return Counts(
        store.count("resolved"), store.count("described"), store.count("relations"), renamed
    )
