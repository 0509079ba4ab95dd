"""Rules between tables: events follow from claims, parts from wholes, relations from both.

Each rule is SQL that returns `row_id`, `value` and `detail` for the rows of one table that break
it; the words stand beside the SQL, in the registry.
"""

from dataclasses import dataclass

import duckdb

from pipeline.schema import quote_name
from pipeline.validate.finding import Finding, Severity
from pipeline.validate.keys import circles
from pipeline.validate.load import Loaded
from pipeline.validate.package import Resource
from pipeline.validate.rules import finding, register


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """A rule in SQL.

    Attributes:
        rule: its id in the registry.
        table, field: where a broken row stands, and the column to blame.
        reads: every table that it reads.
        sql: a query for row_id, value and detail of each broken row.
    """

    rule: str
    table: str
    field: str
    reads: tuple[str, ...]
    sql: str


ACROSS: list[AcrossRule] = []
# Joins that several rules read, made once: name → the tables it reads and its SQL.
PREPARED: dict[str, tuple[tuple[str, ...], str]] = {}


def across(
    rule: str,
    table: str,
    field: str,
    reads: tuple[str, ...],
    sql: str,
    *,
    protects: str,
    message: str,
    remedy: str,
    severity: Severity = "error",
) -> None:
    """Register a rule between tables with its words and its SQL."""
    if all(one.rule != rule for one in ACROSS):
        register(rule, protects, message, remedy, severity=severity, reads=reads)
    ACROSS.append(AcrossRule(rule, table, field, reads, sql))


def check_across(
    database: duckdb.DuckDBPyConnection,
    resources: dict[str, Resource],
    loaded: dict[str, Loaded],
    limit: int,
) -> list[Finding]:
    """Return the findings of every rule whose tables were all read whole."""
    findings = []
    whole = {name for name, one in loaded.items() if set(one.columns) == set(one.table.columns)}
    # No rule reads the order of what is prepared, and both cores make it where none is kept.
    database.execute("SET preserve_insertion_order = false")
    for name, (reads, sql) in PREPARED.items():
        if set(reads) <= whole:
            database.execute(f"CREATE OR REPLACE TEMP TABLE {quote_name(name)} AS {sql}")
    for one in ACROSS:
        if not set(one.reads) <= whole:
            continue
        query = f"SELECT * FROM ({one.sql}) ORDER BY row_id LIMIT {int(limit)}"
        for row_id, value, detail in database.execute(query).fetchall():
            line, row = loaded[one.table].lines.place(row_id)
            findings.append(
                finding(
                    one.rule,
                    resources[one.table].file,
                    line=line,
                    row=row,
                    field=one.field,
                    value="" if value is None else str(value),
                    detail="" if detail is None else str(detail),
                )
            )
    if "claim_relations" in whole:
        findings += _supersedes_in_circles(database, resources, loaded)
    for name, here in loaded.items():
        if not here.ascending:
            findings += _unsorted(database, resources[name], here)
    return findings


register(
    "sorted-by-key",
    "Only rows in one order give the same bytes on every machine and a readable history.",
    "The row stands after one with a greater key ({value}).",
    "Sort the rows by {field}, or rebuild the tables.",
)


def _unsorted(
    database: duckdb.DuckDBPyConnection, resource: Resource, loaded: Loaded
) -> list[Finding]:
    """Return the first row that stands out of the order of the primary key."""
    key = loaded.table.primary_key
    if not key or not set(key) <= set(loaded.columns):
        return []
    name = quote_name(loaded.table.name)
    here = "(" + ", ".join(f"t.{quote_name(column)}" for column in key) + ")"
    before = here.replace("t.", "b.")
    shown = f"CAST(b.{quote_name(key[0])} AS VARCHAR)"
    sql = (
        f"SELECT t.rowid, {shown} FROM {name} AS t JOIN {name} AS b ON b.rowid + 1 = t.rowid "
        f"WHERE {here} < {before} ORDER BY t.rowid LIMIT 1"
    )
    findings = []
    for row_id, value in database.execute(sql).fetchall():
        line, row = loaded.lines.place(row_id)
        findings.append(
            finding("sorted-by-key", resource.file, line=line, row=row, field=key[0], value=value)
        )
    return findings


def _supersedes_in_circles(
    database: duckdb.DuckDBPyConnection, resources: dict[str, Resource], loaded: dict[str, Loaded]
) -> list[Finding]:
    rows = database.execute(
        "SELECT claim_id, related_claim_id, rowid FROM claim_relations "
        "WHERE relation = 'supersedes' AND claim_id <> related_claim_id ORDER BY rowid"
    ).fetchall()
    inner = circles([(newer, older) for newer, older, _ in rows])
    findings = []
    for newer, older, row_id in rows:
        if newer in inner and older in inner:
            line, row = loaded["claim_relations"].lines.place(row_id)
            file = resources["claim_relations"].file
            findings.append(
                finding(
                    "supersedes-in-a-circle",
                    file,
                    line=line,
                    row=row,
                    field="related_claim_id",
                    value=older,
                )
            )
    return findings
