"""Keys inside a table and between tables, looked up inside DuckDB."""

from collections import defaultdict
from typing import Any

import duckdb

from pipeline.schema import ForeignKey, Table, quote_name


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
    database: duckdb.DuckDBPyConnection, table: Table, key: ForeignKey, limit: int
) -> list[tuple[int, str]]:
    """Return rowid and value of each reference that leads nowhere."""
    name, target = quote_name(table.name), quote_name(key.table or table.name)
    given = " AND ".join(f"t.{quote_name(column)} IS NOT NULL" for column in key.fields)
    pairs = " AND ".join(
        f"r.{quote_name(there)} = t.{quote_name(here)}"
        for here, there in zip(key.fields, key.references, strict=True)
    )
    sql = (
        f"SELECT t.rowid, {_shown('t', key.fields)} FROM {name} AS t WHERE {given} "
        f"AND NOT EXISTS (SELECT 1 FROM {target} AS r WHERE {pairs}) ORDER BY t.rowid"
    )
    return [(row, value) for row, value in _all(database, sql, limit)]


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
