"""Which rows of a table were added, removed or changed, told by their keys.

The CSVs are compared as text in DuckDB, which holds tables larger than memory.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from pipeline.schema import Table, quote_name, quote_text

Record = dict[str, str | None]
# A column is the same under another name where so many of the rows that stayed agree in it.
_RENAMED = 0.8
# A row is the same under another id where so many of its cells agree.
_SAME_ROW = 0.75
# A cell that more rows than this have in common says nothing of which row is which.
_TELLING = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One cell: its column, as it was and as it is; None is an empty cell."""

    column: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that is in both packages: its key before and after, and the cells that differ."""

    old_key: tuple[str, ...]
    key: tuple[str, ...]
    cells: tuple[Change, ...]


@dataclass(slots=True)
class RowChanges:
    """How the rows of one table changed, each list in the order of its keys.

    Attributes:
        added, removed: whole rows.
        changed: rows of the same key with other cells.
        changed_ids: rows that were told anew under another id.
    """

    added: list[Record] = field(default_factory=list)
    removed: list[Record] = field(default_factory=list)
    changed: list[ChangedRow] = field(default_factory=list)
    changed_ids: list[ChangedRow] = field(default_factory=list)


def load_as_text(database: duckdb.DuckDBPyConnection, name: str, table: Table, path: Path) -> None:
    """Load a CSV into `database` as the table `name`, every cell as the text that stands there."""
    columns = ", ".join(f"{quote_text(column)}: 'VARCHAR'" for column in table.columns)
    database.execute(
        f"CREATE OR REPLACE TABLE {quote_name(name)} AS FROM read_csv({quote_text(str(path))}, "
        f"columns = {{{columns}}}, auto_detect = false, header = true, delim = ',', quote = '\"', "
        "escape = '\"', nullstr = '')"
    )


def renamed_columns(database: duckdb.DuckDBPyConnection, old: Table, new: Table) -> dict[str, str]:
    """Return old name → new name of columns that kept their values.

    Reads the tables `before` and `after` of `database`.
    """
    gone = [column for column in old.columns if column not in new.columns]
    come = [column for column in new.columns if column not in old.columns]
    renamed: dict[str, str] = {}
    if len(old.primary_key) == len(new.primary_key):
        pairs = zip(old.primary_key, new.primary_key, strict=True)
        renamed = {a: b for a, b in pairs if a in gone and b in come}
    if not all(renamed.get(column, column) in new.columns for column in old.primary_key):
        return renamed
    scores = [
        (score, old.field(a).description == new.field(b).description, a, b)
        for a in gone
        for b in come
        if a not in renamed and b not in renamed.values()
        if old.field(a).type == new.field(b).type
        if (score := _agreement(database, old, renamed, a, b)) >= _RENAMED
    ]
    for _, _, a, b in sorted(scores, reverse=True):
        if a not in renamed and b not in renamed.values():
            renamed[a] = b
    return renamed


def _agreement(
    database: duckdb.DuckDBPyConnection, old: Table, renamed: Mapping[str, str], a: str, b: str
) -> float:
    """Return the share of the rows that stayed in which two columns have the same cell."""
    left, right = f"o.{quote_name(a)}", f"n.{quote_name(b)}"
    counted = database.execute(
        f"SELECT count(*), count(*) FILTER ({left} IS NOT DISTINCT FROM {right}), "
        f"count(*) FILTER ({left} = {right}) "
        f"FROM before AS o JOIN after AS n ON {_same_key(old, renamed)}"
    ).fetchone()
    rows, same, filled = counted or (0, 0, 0)
    return same / rows if filled else 0.0


def row_changes(
    database: duckdb.DuckDBPyConnection, old: Table, new: Table, renamed: Mapping[str, str]
) -> RowChanges:
    """Compare the tables `before` and `after` of `database`.

    Args:
        database: holds both.
        old: schema of `before`.
        new: schema of `after`.
        renamed: old name → new name of the columns that `renamed_columns` found.
    """
    same_key = _same_key(old, renamed)
    changes = RowChanges(
        added=_unmatched(database, "after", "before", same_key, new.primary_key),
        removed=_unmatched(database, "before", "after", same_key, old.primary_key),
    )
    both = [(c, renamed.get(c, c)) for c in old.columns if renamed.get(c, c) in new.columns]
    changes.changed = _changed(database, new, both, same_key)
    if len(new.primary_key) == 1:
        _find_changed_ids(changes, old.primary_key[0], new.primary_key[0], both)
    return changes


def _same_key(old: Table, renamed: Mapping[str, str]) -> str:
    return " AND ".join(
        f"o.{quote_name(column)} IS NOT DISTINCT FROM n.{quote_name(renamed.get(column, column))}"
        for column in old.primary_key
    )


def _unmatched(
    database: duckdb.DuckDBPyConnection,
    mine: str,
    other: str,
    same_key: str,
    key: Sequence[str],
) -> list[Record]:
    here, there = ("o", "n") if mine == "before" else ("n", "o")
    order = ", ".join(f"{here}.{quote_name(column)}" for column in key)
    cursor = database.execute(
        f"FROM {mine} AS {here} ANTI JOIN {other} AS {there} ON {same_key} ORDER BY {order}"
    )
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _changed(
    database: duckdb.DuckDBPyConnection,
    new: Table,
    both: Sequence[tuple[str, str]],
    same_key: str,
) -> list[ChangedRow]:
    cells = ", ".join(f"o.{quote_name(a)}, n.{quote_name(b)}" for a, b in both)
    differ = " OR ".join(f"o.{quote_name(a)} IS DISTINCT FROM n.{quote_name(b)}" for a, b in both)
    order = ", ".join(f"n.{quote_name(column)}" for column in new.primary_key)
    rows = database.execute(
        f"SELECT {cells} FROM before AS o JOIN after AS n ON {same_key} "
        f"WHERE {differ} ORDER BY {order}"
    ).fetchall()
    changed = []
    for row in rows:
        pairs = [(column, row[2 * at], row[2 * at + 1]) for at, (_, column) in enumerate(both)]
        key = tuple(cell for column, _, cell in pairs if column in new.primary_key)
        cells_changed = tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])
        changed.append(ChangedRow(key, key, cells_changed))
    return changed


def _find_changed_ids(
    changes: RowChanges, old_key: str, new_key: str, both: Sequence[tuple[str, str]]
) -> None:
    """Take the pairs that are one row under two ids out of `added` and `removed`."""
    told = [(a, b) for a, b in both if a != old_key and b != new_key]
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(changes.added):
        for _, b in told:
            if row[b] is not None:
                index[b, str(row[b])].append(at)
    left = set(range(len(changes.added)))
    pairs: list[tuple[Record, Record]] = []
    for row in changes.removed:
        best = _most_alike(row, changes.added, _candidates(row, told, index, left), told)
        if best is not None:
            left.remove(best)
            pairs.append((row, changes.added[best]))
    changes.changed_ids = [
        ChangedRow(
            (str(before[old_key]),),
            (str(after[new_key]),),
            tuple(Change(b, before[a], after[b]) for a, b in told if before[a] != after[b]),
        )
        for before, after in pairs
    ]
    changes.removed = [row for row in changes.removed if all(row is not one for one, _ in pairs)]
    changes.added = [changes.added[at] for at in sorted(left)]


def _candidates(
    row: Record,
    told: Iterable[tuple[str, str]],
    index: Mapping[tuple[str, str], list[int]],
    left: set[int],
) -> list[int]:
    shared: Counter[int] = Counter()
    for a, b in told:
        at = index.get((b, str(row[a]))) if row[a] is not None else None
        if at is not None and len(at) <= _TELLING:
            shared.update(at)
    return [at for at, _ in shared.most_common(_TELLING) if at in left]


def _most_alike(
    row: Record,
    added: Sequence[Record],
    candidates: Iterable[int],
    told: Sequence[tuple[str, str]],
) -> int | None:
    best, most = None, _SAME_ROW
    for at in candidates:
        filled = [(row[a], added[at][b]) for a, b in told if row[a] or added[at][b]]
        share = sum(old == new for old, new in filled) / len(filled) if filled else 0.0
        if share >= most and (best is None or share > most):
            best, most = at, share
    return best
