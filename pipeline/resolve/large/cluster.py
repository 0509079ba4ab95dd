"""Which claims of the store are of one event: the table `placed`."""

import pickle
from collections.abc import Sequence

from pipeline.resolve.blocks import block_rows, neighbouring_paragraphs, pairs_sql
from pipeline.resolve.events import EventFinder
from pipeline.resolve.groups import Groups, kept_apart
from pipeline.resolve.large.store import NAMES, SLICE, Store, batched, record, record_columns
from pipeline.resolve.resolver import Resolver
from pipeline.resolve.tellings import Teller, Telling

# Tellings that are kept at hand: those of the latest days. A pair is mostly of one time.
_AT_HAND = 20_000

_TABLES = """
    CREATE TABLE told (n BIGINT, telling BIGINT);
    CREATE TABLE tellings (telling BIGINT, first_day BIGINT, last_day BIGINT, packed BLOB);
    CREATE TABLE rows (block VARCHAR, figure BIGINT, telling BIGINT);
    CREATE TABLE neighbours (one BIGINT, other BIGINT);
    CREATE TABLE links (strength BIGINT, one BIGINT, other BIGINT);
    CREATE TABLE homes (telling BIGINT, cluster BIGINT)
"""
# Tellings stand on the shelf by their days, and pairs by the later of the two, so that what is
# compared lies together. Tellings too far apart in time to be of one event are not compared.
_SHELF = """
    CREATE TABLE shelf AS
    SELECT row_number() OVER () - 1 AS place, *
    FROM (FROM tellings ORDER BY first_day NULLS LAST, telling)
"""
_PAIRS = """
    CREATE TABLE pairs AS
    SELECT row_number() OVER () - 1 AS number, one, other FROM (
        SELECT a.place AS one, b.place AS other
        FROM (FROM ({candidates}) UNION FROM neighbours) AS found
        JOIN (SELECT * EXCLUDE (packed) FROM shelf) AS a ON a.telling = found.one
        JOIN (SELECT * EXCLUDE (packed) FROM shelf) AS b ON b.telling = found.other
        WHERE a.first_day IS NULL OR b.first_day IS NULL
            OR greatest(a.first_day - b.last_day, b.first_day - a.last_day) <= {reach}
        ORDER BY greatest(a.place, b.place), least(a.place, b.place))
"""
_LINKS = """
    CREATE TABLE sorted_links AS
    SELECT row_number() OVER () - 1 AS number, one, other
    FROM (FROM links ORDER BY strength DESC, one, other)
"""
_PLACED = """
    CREATE TABLE placed AS
    SELECT n, cluster FROM told JOIN homes USING (telling) ORDER BY n
"""


def find_clusters(store: Store, resolver: Resolver) -> None:
    """Make the table `placed`: number and cluster of each claim of an incident.

    The view `by_source`, of all claims in the order of the texts, is left for others.
    """
    for statement in _TABLES.split(";"):
        store.run(statement)
    groups = _tell(store, resolver)
    store.run(_SHELF)
    candidates = pairs_sql(resolver.settings.neighbours)
    store.run(_PAIRS.format(candidates=candidates, reach=resolver.settings.reach_days))
    _link(store, resolver)
    store.run(_LINKS)
    for links in store.slices("sorted_links"):
        for one, other in links:
            groups.join(one, other)
    for start in range(0, len(groups), SLICE):
        positions = range(start, min(start + SLICE, len(groups)))
        store.append("homes", [(position, groups.group(position)) for position in positions])
    store.run(_PLACED)
    for table in ("told", "tellings", "rows", "neighbours", "links", "homes", "shelf", "pairs",
                  "sorted_links"):  # fmt: skip
        store.run(f"DROP TABLE {table}")


def _tell(store: Store, resolver: Resolver) -> Groups:
    """Gather the claims of each paragraph into tellings and list the blocks they stand in."""
    teller = Teller(resolver.geography, resolver.sides, resolver.settings)
    groups = Groups(resolver.settings.longest_event_days)
    store.run(
        "CREATE VIEW by_source AS SELECT n AS number, source_id AS source, n, "
        f"{record_columns()} FROM claims"
    )
    for rows in batched(store.whole("by_source", 1)):
        numbers = {}
        claims = []
        for _, n, *cells in rows:
            claim = record(cells)
            if claim.scope == "incident":
                numbers[claim.claim_id] = n
                claims.append(claim)
        first = len(groups)
        tellings = teller.tellings(claims)
        for telling, apart in zip(tellings, kept_apart(tellings, first), strict=True):
            groups.add(telling.days, apart)
        _keep(store, resolver, tellings, first, numbers)
    return groups


def _keep(
    store: Store,
    resolver: Resolver,
    tellings: Sequence[Telling],
    first: int,
    numbers: dict[str, int],
) -> None:
    told: list[tuple[int, int]] = []
    packed: list[tuple[int, int | None, int | None, bytes]] = []
    blocks: list[tuple[str, int, int]] = []
    for position, telling in enumerate(tellings, first):
        told += [(numbers[claim.claim_id], position) for claim in telling.claims]
        packed.append((position, *(telling.days or (None, None)), _pack(telling)))
        blocks += block_rows(position, telling, resolver.geography, resolver.settings)
    near = neighbouring_paragraphs(tellings)
    store.append("told", told)
    store.append("tellings", packed)
    store.append("rows", blocks)
    store.append("neighbours", [(first + one, first + other) for one, other in near])


def _link(store: Store, resolver: Resolver) -> None:
    """Keep the pairs of tellings that are of one event, and how plainly they are."""
    finder = EventFinder(resolver.geography, resolver.sides, resolver.settings)
    hand: dict[int, tuple[int, Telling]] = {}
    for pairs in store.slices("pairs"):
        _fetch(store, hand, {place for pair in pairs for place in pair})
        links = []
        for one, other in pairs:
            (here, this), (there, that) = hand[one], hand[other]
            strength = finder.strength(this, that)
            if strength:
                links.append((strength, here, there))
        store.append("links", links)
        if len(hand) > 2 * _AT_HAND:
            latest = max(pairs[-1]) - _AT_HAND
            hand = {place: telling for place, telling in hand.items() if place > latest}


def _fetch(store: Store, hand: dict[int, tuple[int, Telling]], wanted: set[int]) -> None:
    missing = sorted(wanted - hand.keys())
    if missing:
        # The bounds let DuckDB pass over all that lies elsewhere.
        found = store.run(
            "SELECT place, telling, packed FROM shelf WHERE place BETWEEN ? AND ? "
            "AND place IN (SELECT unnest(CAST(? AS BIGINT[])))",
            (missing[0], missing[-1], missing),
        )
        hand.update({place: (telling, _unpack(packed)) for place, telling, packed in found})


def _pack(telling: Telling) -> bytes:
    claims = [tuple(getattr(claim, name) for name in NAMES) for claim in telling.claims]
    return pickle.dumps((telling.key, claims, telling.days, telling.place_id, telling.number))


def _unpack(packed: bytes) -> Telling:
    """Return a telling as `_pack` took it; it was written by this process."""
    key, claims, days, place_id, number = pickle.loads(packed)
    return Telling(key, [record(cells) for cells in claims], days, place_id, number)
