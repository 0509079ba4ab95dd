"""One CSV file read into DuckDB, each cell tested on the way."""

import tempfile
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from pipeline.schema import Table, quote_name, quote_text
from pipeline.validate.cells import CellCheck, cell_checks, row_checks, typed
from pipeline.validate.records import Fault, LineMap, Records, copy_records
from pipeline.validate.scan import Scan

# Of a row in which a cell may be wrong, the texts of all its cells; null for almost every row.
_DOUBTED = "doubted·"
# Rows with a doubt, set aside: tested in full chunks they take a fifth of the time.
_SUSPECTS = "suspects·"
_FAILURES = "failures·"


@dataclass
class Loaded:
    """A table in DuckDB under its own name, and what its cells told.

    Attributes:
        table: its schema.
        columns: names of the columns that the file has.
        rows: number of records below the header, blank ones counted.
        lines: the way from DuckDB's rowid to lines of the file.
        short: for ragged rows (by rowid), how many cells they have.
        faults: what is wrong with the form of the file.
        checks: the tests whose numbers stand in `failures`.
        failures: rowid, number of the test, offending value.
        failed: how often each test failed, also beyond those kept.
        told_by_key: columns whose form is tested where a reference leads nowhere, not before.
        ascending: whether each key is greater than the one before it.
    """

    table: Table
    columns: tuple[str, ...]
    rows: int = 0
    lines: LineMap = field(default_factory=LineMap)
    short: dict[int, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    checks: list[CellCheck] = field(default_factory=list)
    failures: list[tuple[int, int, str]] = field(default_factory=list)
    failed: dict[int, int] = field(default_factory=dict)
    told_by_key: set[str] = field(default_factory=set)
    ascending: bool = False


def load_table(
    database: duckdb.DuckDBPyConnection,
    table: Table,
    path: Path,
    scanning: Future[Scan],
    labels: list[str],
    kept: set[str],
    told_by_key: set[str],
    limit: int,
) -> Loaded:
    """Read a CSV file as text, test its cells, and keep the typed values as a table.

    Args:
        database: where the table is made, named as `table` is.
        table: schema; its columns may stand in the file in any order, or be missing.
        path: the CSV file.
        scanning: what its bytes tell, once it is known.
        labels: for each column of the file, the schema column that it holds, or "".
        kept: columns that are read again and therefore kept.
        told_by_key: columns whose form is tested with their references.
        limit: how many failures of one test are kept.

    Raises:
        duckdb.Error: the file cannot be read even after a careful reading.
    """
    columns = tuple(name for name in table.columns if name in labels)
    loaded = Loaded(
        table, columns, checks=_checks(table, columns, told_by_key), told_by_key=told_by_key
    )
    if not columns:
        return loaded
    try:
        _create(database, loaded, path, labels, kept)
    except duckdb.InvalidInputException:
        loaded.rows = -1
    scan = scanning.result()
    if "odd-rows" in scan.marks or loaded.rows != scan.expected_rows:
        with tempfile.TemporaryDirectory(prefix="validate-") as folder:
            copy = Path(folder) / "records.csv"
            _adopt(loaded, copy_records(path, copy, len(labels)))
            _create(database, loaded, copy, labels, kept)
    _collect(database, loaded, kept, limit)
    return loaded


def _adopt(loaded: Loaded, records: Records) -> None:
    loaded.faults = records.faults
    loaded.lines = records.lines
    loaded.short = records.short


def _checks(table: Table, columns: tuple[str, ...], told_by_key: set[str]) -> list[CellCheck]:
    blank = " AND ".join(f"{quote_name(name)} IS NULL" for name in columns) or "false"
    # A blank row is suspect by any one cell that must not be empty.
    given = [f.name for f in table.fields if f.required or f.name in table.primary_key]
    one = next((f"{quote_name(name)} IS NULL" for name in given if name in columns), blank)
    checks = [CellCheck("blank-row", "", blank, "''", one)]
    for column in table.fields:
        if column.name in columns:
            in_key, told = column.name in table.primary_key, column.name in told_by_key
            checks += cell_checks(column, in_key, told)
    return checks


def _create(
    database: duckdb.DuckDBPyConnection,
    loaded: Loaded,
    path: Path,
    labels: list[str],
    kept: set[str],
) -> None:
    """Make the table in one pass: text is read, typed, and dropped again where nothing is doubted.

    Only the few rows with a doubt keep their texts, which `_broken_cells` tests one by one.
    """
    table = loaded.table
    names = table.columns
    given = {name: _missing(table, f"c{labels.index(name)}") for name in loaded.columns}
    text = ", ".join(
        f"{given.get(name, 'CAST(NULL AS VARCHAR)')} AS {quote_name(name)}" for name in names
    )
    stored = "".join(
        f"{quote_name(name + '·')} AS {quote_name(name)}, " for name in names if name in kept
    )
    texts = ", ".join(quote_name(name) for name in names)
    database.execute(
        f"CREATE OR REPLACE TABLE {quote_name(table.name)} AS "
        f"WITH text AS (SELECT {text} FROM {_reading(path, len(labels))}), {_typed(table)} "
        f"SELECT {stored}CASE WHEN {_suspect(loaded.checks)} THEN [{texts}] END AS {_DOUBTED} "
        "FROM typed"
    )
    count = database.execute(f"SELECT count(*) FROM {quote_name(table.name)}").fetchone()
    loaded.rows = int(count[0]) if count else 0


def _typed(table: Table) -> str:
    """Return SQL for `typed`: the rows of `text`, each column beside its typed value."""
    values = ", ".join(
        f"{typed(field)} AS {quote_name(field.name + '·')}" for field in table.fields
    )
    return f"typed AS (SELECT *, {values} FROM text)"


def _suspect(checks: list[CellCheck]) -> str:
    return " OR ".join(f"({check.suspect})" for check in checks)


def _missing(table: Table, column: str) -> str:
    """Turn the table's missing values into nulls; the empty cell already is one."""
    others = [value for value in table.missing_values if value]
    if not others:
        return column
    listed = ", ".join(quote_text(value) for value in others)
    return f"CASE WHEN {column} NOT IN ({listed}) THEN {column} END"


def _reading(path: Path, width: int) -> str:
    columns = ", ".join(f"'c{number}': 'VARCHAR'" for number in range(width))
    return (
        f"read_csv({quote_text(str(path))}, columns = {{{columns}}}, header = true, "
        "auto_detect = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\n', "
        "nullstr = '')"
    )


def _collect(
    database: duckdb.DuckDBPyConnection, loaded: Loaded, kept: set[str], limit: int
) -> None:
    """Fetch what failed: the first `limit` rows of each test, and how many there are."""
    name = quote_name(loaded.table.name)
    doubted = f"SELECT rowid AS row_id, {_DOUBTED} FROM {name} WHERE {_DOUBTED} IS NOT NULL"
    if _set_aside(database, doubted):
        _keep(database, loaded, _broken_cells(loaded), limit)
    if loaded.failed.get(0):
        database.execute(
            f"DELETE FROM {name} WHERE rowid IN (SELECT row_id FROM {_FAILURES} WHERE test = 0)"
        )
    rules = zip(loaded.table.row_rules, row_checks(loaded.table), strict=True)
    readable = set(loaded.columns) & kept
    rows = [check for rule, check in rules if set(rule.fields) <= readable]
    if rows:
        first = len(loaded.checks)
        loaded.checks += rows
        cells = f"rowid AS row_id, * EXCLUDE ({_DOUBTED})"
        if _set_aside(database, f"SELECT {cells} FROM {name} WHERE {_suspect(rows)}"):
            _keep(database, loaded, _failures(rows, first, _SUSPECTS), limit)


def _set_aside(database: duckdb.DuckDBPyConnection, suspects: str) -> bool:
    """Put the rows that a query returns into a table of their own; tell whether there are any."""
    database.execute(f"CREATE OR REPLACE TEMP TABLE {_SUSPECTS} AS {suspects}")
    return database.execute(f"SELECT 1 FROM {_SUSPECTS} LIMIT 1").fetchone() is not None


def _broken_cells(loaded: Loaded) -> str:
    """Return SQL for the failed tests of the cells of the rows set aside."""
    texts = ", ".join(
        f"{_DOUBTED}[{number}] AS {quote_name(name)}"
        for number, name in enumerate(loaded.table.columns, start=1)
    )
    text = f"WITH text AS (SELECT row_id, {texts} FROM {_SUSPECTS}), {_typed(loaded.table)} "
    return text + _failures(loaded.checks, 0, "typed")


def _failures(checks: list[CellCheck], first: int, rows: str) -> str:
    """Return SQL for each failed test of each row, with the value at fault.

    Args:
        checks: the tests.
        first: number of the first of them.
        rows: the few rows that may fail, with their `row_id`.
    """
    entries = ", ".join(
        f"CASE WHEN {check.fails} THEN {{'test': {number}, 'value': {check.value}}} END"
        for number, check in enumerate(checks, first)
    )
    return (
        "SELECT row_id, found.test AS test, found.value AS value "
        f"FROM (SELECT row_id, unnest([{entries}]) AS found FROM {rows}) WHERE found IS NOT NULL"
    )


def _keep(database: duckdb.DuckDBPyConnection, loaded: Loaded, each: str, limit: int) -> None:
    """Keep the failures that the query `each` lists: all counted, the first of each test held."""
    database.execute(f"CREATE OR REPLACE TEMP TABLE {_FAILURES} AS {each}")
    counts = f"SELECT test, count(*) FROM {_FAILURES} GROUP BY test"
    loaded.failed |= dict(database.execute(counts).fetchall())
    loaded.failures += database.execute(
        f"SELECT row_id, test, value FROM {_FAILURES} QUALIFY row_number() OVER "
        f"(PARTITION BY test ORDER BY row_id) <= {int(limit)} ORDER BY row_id, test"
    ).fetchall()
