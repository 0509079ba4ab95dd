"""Claims of a bulk extraction taken into the store, in the order of the texts."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from pipeline.resolve.ids import claim_id_of
from pipeline.resolve.large.store import Store
from pipeline.schema import quote_text

# Of two claims with one id the later is given another. Ten hexadecimal digits are few enough for
# that to happen once among a million claims.
_TWINS = """
    SELECT claim_id, source_id, char_start, claim_type, coalesce(subject, '')
    FROM extracted WHERE claim_id IN (
        SELECT claim_id FROM extracted GROUP BY claim_id HAVING count(*) > 1)
    ORDER BY claim_id, published_on, source_id, char_start, claim_type, subject
"""
_CLAIMS = """
    CREATE TABLE claims AS
    SELECT row_number() OVER () - 1 AS n, * FROM (
        SELECT e.* EXCLUDE (event_id) REPLACE (
            coalesce(own.given, e.claim_id) AS claim_id,
            coalesce(whole.given, e.part_of) AS part_of,
            coalesce(older.given, e.supersedes) AS supersedes)
        FROM extracted AS e
        LEFT JOIN renamed AS own ON own.source_id = e.source_id AND own.claim_id = e.claim_id
            AND own.char_start = e.char_start
        LEFT JOIN moved AS whole ON whole.source_id = e.source_id AND whole.claim_id = e.part_of
        LEFT JOIN moved AS older ON older.source_id = e.source_id
            AND older.claim_id = e.supersedes
        ORDER BY e.source_id, e.char_start, 1)
"""


def take_in(store: Store, files: Sequence[Path]) -> int:
    """Make the table `claims` of the store.

    Args:
        store: where the table is made.
        files: Parquet files with the columns of claims and of `schemas/bulk/told.schema.json`.

    Returns:
        How many claims were given another id because theirs was taken by chance.
    """
    listed = ", ".join(quote_text(str(file)) for file in files)
    store.run(f"CREATE VIEW extracted AS FROM read_parquet([{listed}])")
    names = "source_id VARCHAR, claim_id VARCHAR, char_start BIGINT, given VARCHAR"
    store.run(f"CREATE TABLE renamed ({names})")
    given = _given_ids(store)
    for row in given:
        store.run("INSERT INTO renamed VALUES (?, ?, ?, ?)", row)
    # Where both twins are of one text, a reference means the one that kept its id.
    store.run(
        "CREATE TABLE moved AS SELECT * FROM renamed AS r WHERE 1 = (SELECT count(*) "
        "FROM extracted AS e WHERE e.source_id = r.source_id AND e.claim_id = r.claim_id)"
    )
    store.run(_CLAIMS)
    return len(given)


def _given_ids(store: Store) -> list[tuple[str, str, int, str]]:
    """Return source, old id, start and new id of each claim whose id an older claim has."""
    found = []
    taken: set[str] = set()
    for claim_id, alike in groupby(store.run(_TWINS), key=lambda row: row[0]):
        for _, source_id, start, claim_type, subject in list(alike)[1:]:
            rank = 1
            while _is_taken(store, new := claim_id_of(source_id, start, claim_type, subject, rank),
                            taken):  # fmt: skip
                rank += 1
            taken.add(new)
            found.append((source_id, claim_id, start, new))
    return found


def _is_taken(store: Store, claim_id: str, taken: set[str]) -> bool:
    if claim_id in taken:
        return True
    return bool(store.run("SELECT 1 FROM extracted WHERE claim_id = ? LIMIT 1", (claim_id,)))
