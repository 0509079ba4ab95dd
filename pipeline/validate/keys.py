"""Keys inside a table and between tables, looked up inside DuckDB."""

from collections import defaultdict
from typing import Any

import duckdb

from pipeline.schema import ForeignKey, Table, quote_name, quote_text


def strictly_ascending(database: duckdb.DuckDBPyConnection, table: Table) -> bool:
    """Tell whether each row has a greater key than the row before it.

    Then every key is given, none is given twice and the rows are sorted: three rules in one pass.
    """
    names = [quote_name(name) for name in table.primary_key]
    here = "(" + ", ".join(names) + ")"
    before = "(" + ", ".join(f"lag({name}) OVER ()" for name in names) + ")"
    given = " AND ".join(f"{name} IS NOT NULL" for name in names)
    sql = (
        f"SELECT coalesce(bool_and(given AND (first OR rises)), true) FROM ("
        f"SELECT {given} AS given, lag(rowid) OVER () IS NULL AS first, {here} > {before} AS rises "
        f"FROM {quote_name(table.name)})"
    )
    found = database.execute(sql).fetchone()
    return bool(found and found[0])


def given_columns(database: duckdb.DuckDBPyConnection, table: Table, names: set[str]) -> set[str]:
    """Return those of the columns that hold anything at all."""
    listed = sorted(names)
    if not listed:
        return set()
    counts = ", ".join(f"count({quote_name(name)})" for name in listed)
    found = database.execute(f"SELECT {counts} FROM {quote_name(table.name)}").fetchone() or ()
    return {name for name, count in zip(listed, found, strict=True) if count}


def missing_keys(
    database: duckdb.DuckDBPyConnection, table: Table, limit: int
) -> list[tuple[int, str]]:
    """Return rowid and field of each primary-key cell that is empty."""
    found: list[tuple[int, str]] = []
    for name in table.primary_key:
        sql = f"SELECT rowid FROM {quote_name(table.name)} WHERE {quote_name(name)} IS NULL"
        found += [(row, name) for (row,) in _all(database, sql, limit)]
    return found


def repeated_keys(
    database: duckdb.DuckDBPyConnection, table: Table, columns: tuple[str, ...], limit: int
) -> list[tuple[int, str, int]]:
    """Return rowid, key and rowid of the first row with it, for each row but the first."""
    names = ", ".join(quote_name(name) for name in columns)
    name = quote_name(table.name)
    given = " AND ".join(f"{quote_name(column)} IS NOT NULL" for column in columns)
    twice = (
        f"SELECT {names}, min(rowid) AS first FROM {name} WHERE {given} "
        f"GROUP BY {names} HAVING count(*) > 1"
    )
    sql = (
        f"SELECT t.rowid, {_shown('t', columns)}, twice.first FROM ({twice}) AS twice "
        f"JOIN {name} AS t USING ({names}) WHERE t.rowid <> twice.first ORDER BY t.rowid"
    )
    return [(row, value, first) for row, value, first in _all(database, sql, limit)]


def dangling_keys(
    database: duckdb.DuckDBPyConnection,
    table: Table,
    key: ForeignKey,
    limit: int,
    pattern: str = "",
) -> list[tuple[int, str]]:
    """Return rowid and value of each reference that leads nowhere.

    Where `pattern` is given, only of those whose one column has not that form.
    """
    name, target = quote_name(table.name), quote_name(key.table or table.name)
    given = " AND ".join(f"t.{quote_name(column)} IS NOT NULL" for column in key.fields)
    pairs = " AND ".join(
        f"r.{quote_name(there)} = t.{quote_name(here)}"
        for here, there in zip(key.fields, key.references, strict=True)
    )
    sql = (
        f"SELECT t.rowid, {_shown('t', key.fields)} FROM {name} AS t WHERE {given} "
        f"AND NOT EXISTS (SELECT 1 FROM {target} AS r WHERE {pairs}) "
    )
    if pattern:
        here = f"t.{quote_name(key.fields[0])}"
        sql += f"AND NOT regexp_full_match({here}, {quote_text(pattern)}) "
    return [(row, value) for row, value in _all(database, sql + "ORDER BY t.rowid", limit)]


def circles(edges: list[tuple[str, str]]) -> set[str]:
    """Return the nodes that stand on a circle, or on a way between two circles.

    Args:
        edges: pairs (from, to).
    """
    out: dict[str, set[str]] = defaultdict(set)
    into: dict[str, set[str]] = defaultdict(set)
    for start, end in edges:
        out[start].add(end)
        into[end].add(start)
    inner = set(out) & set(into)
    loose = list((set(out) | set(into)) - inner)
    while loose:
        node = loose.pop()
        for other in out.pop(node, ()):
            into[other].discard(node)
            if other in inner and not into[other]:
                inner.discard(other)
                loose.append(other)
        for other in into.pop(node, ()):
            out[other].discard(node)
            if other in inner and not out[other]:
                inner.discard(other)
                loose.append(other)
    return inner


def circular_rows(
    database: duckdb.DuckDBPyConnection, table: Table, key: ForeignKey, limit: int
) -> list[tuple[int, str]]:
    """Return rowid and value of references of a table to itself that lead back to their start."""
    name = quote_name(table.name)
    here, there = quote_name(key.fields[0]), quote_name(key.references[0])
    deep = f"SELECT {there} FROM {name} WHERE {here} IS NOT NULL"
    sql = (
        f"SELECT CAST({there} AS VARCHAR), CAST({here} AS VARCHAR), rowid FROM {name} "
        f"WHERE {here} IN ({deep}) AND {here} <> {there} ORDER BY rowid"
    )
    rows = database.execute(sql).fetchall()
    inner = circles([(start, end) for start, end, _ in rows])
    return [(row, end) for start, end, row in rows if start in inner and end in inner][:limit]


def _shown(alias: str, columns: tuple[str, ...]) -> str:
    cells = ", ', ', ".join(
        f"coalesce(CAST({alias}.{quote_name(column)} AS VARCHAR), '')" for column in columns
    )
    return f"concat({cells})"


def _all(database: duckdb.DuckDBPyConnection, sql: str, limit: int) -> list[tuple[Any, ...]]:
    return database.execute(f"{sql} LIMIT {int(limit)}").fetchall()
