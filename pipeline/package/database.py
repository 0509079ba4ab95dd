"""The tables as a DuckDB database, and questions put to them safely."""

import os
from collections.abc import Mapping
from pathlib import Path

import duckdb

from pipeline.errors import InputError
from pipeline.paths import BUILD, ROOT, SQL
from pipeline.schema import (
    Table,
    comment_statements,
    load_schemas,
    quote_name,
    quote_text,
    read_csv_sql,
)
from pipeline.tables import file_name

DATABASE = BUILD / "nw-syria-claims.duckdb"
# Files written by this version of DuckDB's storage open in every DuckDB since 1.0.
STORAGE_VERSION = "v1.0.0"
# DuckDB writes the same bytes each time only where one thread writes and nothing is compressed: the
# order of threads and the samples that its compressions draw would both leave their marks.
_SAME_BYTES = ("SET threads = 1", "SET force_compression = 'uncompressed'")
# Run in this order after the tables are loaded.
SCRIPTS = (SQL / "views.sql", SQL / "macros.sql")
TEXTS = SQL / "texts.sql"
LOADER = "tables.sql"

# The names of the columns, and the rows.
Answer = tuple[list[str], list[tuple[object, ...]]]


def loading_script(schemas: Mapping[str, Table], data: str = "data") -> str:
    """Return SQL that loads every CSV of the folder `data` as a table with its comments."""
    parts = [
        "-- Generated from schemas/ by the pipeline; change it there.",
        "-- Loads the CSVs with the types of their schemas. Run it in the project's folder.",
    ]
    for table in schemas.values():
        csv = read_csv_sql(table, f"{data}/{file_name(table.name)}")
        parts.append(f"CREATE OR REPLACE TABLE {quote_name(table.name)} AS FROM {csv};")
        parts += [f"{statement};" for statement in comment_statements(table)]
    return "\n".join(parts) + "\n"


def write_database(
    schemas: Mapping[str, Table], root: Path = ROOT, target: Path = DATABASE
) -> None:
    """Write the tables of `root`/data, with views and comments, into a new file at `target`.

    The same tables give the same bytes.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with duckdb.connect() as connection:
            for setting in _SAME_BYTES:
                connection.execute(setting)
            connection.execute(
                f"ATTACH {quote_text(str(beside))} AS package (STORAGE_VERSION '{STORAGE_VERSION}')"
            )
            connection.execute("USE package")
            _load(connection, schemas, root)
            connection.execute("USE memory")
            connection.execute("DETACH package")
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def open_tables(root: Path = ROOT) -> duckdb.DuckDBPyConnection:
    """Return a connection to the tables, views and texts of a clone, held in memory.

    Whatever is run on it can read and write nothing else: no file, no network, no setting.

    Raises:
        InputError: a table's file is missing or cannot be read.
    """
    connection = duckdb.connect()
    _load(connection, load_schemas(), root)
    connection.execute(_texts_script(root))
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def ask(question: str, root: Path = ROOT) -> Answer:
    """Answer one SQL question on the tables of a clone.

    Raises:
        InputError: the question is no single query, or DuckDB refuses it.
    """
    with open_tables(root) as connection:
        return answer(connection, question)


def answer(connection: duckdb.DuckDBPyConnection, question: str) -> Answer:
    """Answer one SQL question on tables that are open.

    Returns:
        The names of the columns, and the rows.

    Raises:
        InputError: the question is no single query, or DuckDB refuses it.
    """
    try:
        statements = connection.extract_statements(question)
        if len(statements) != 1 or statements[0].type not in _READING:
            raise InputError(
                "SQL", "Only one query that reads can be run.", "Give a single SELECT."
            )
        result = connection.execute(statements[0])
        names = [column[0] for column in result.description or ()]
        return names, result.fetchall()
    except duckdb.Error as error:
        remedy = "See docs/tables.md for the columns and sql/views.sql for the views."
        problem = str(error).strip().splitlines()[0].rstrip(".")
        raise InputError("SQL", f"{problem}.", remedy) from error


_READING = {
    duckdb.StatementType.SELECT,
    duckdb.StatementType.EXPLAIN,
    duckdb.StatementType.RELATION,
}


def _load(connection: duckdb.DuckDBPyConnection, schemas: Mapping[str, Table], root: Path) -> None:
    data = root / "data"
    for table in schemas.values():
        path = data / file_name(table.name)
        if not path.is_file():
            raise InputError(str(path), "The table is missing.", "Run `claims build`.")
    try:
        connection.execute(loading_script(schemas, str(data)))
    except duckdb.Error as error:
        problem = str(error).splitlines()[0]
        raise InputError(str(data), problem, "Run `claims validate` to see where.") from error
    for script in SCRIPTS:
        connection.execute(script.read_text(encoding="utf-8"))


def _texts_script(root: Path) -> str:
    script = TEXTS.read_text(encoding="utf-8")
    return script.replace("'raw/texts/*.txt'", quote_text(str(root / "raw" / "texts" / "*.txt")))
