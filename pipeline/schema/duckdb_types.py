"""How DuckDB reads a table: types named by the schema, nothing guessed."""

from pathlib import Path

from pipeline.schema.table import Field, Table

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "time": "TIME",
    "datetime": "TIMESTAMP",
    "year": "BIGINT",
}


def quote_name(name: str) -> str:
    """Write `name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def quote_text(text: str) -> str:
    """Write `text` as an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def duckdb_type(field: Field) -> str:
    """Return the DuckDB type of a column; text for every type that DuckDB has no word for."""
    return _TYPES.get(field.type, "VARCHAR")


def columns_argument(table: Table) -> str:
    """Return the `columns = {…}` argument with which read_csv reads `table`."""
    pairs = (f"{quote_text(f.name)}: {quote_text(duckdb_type(f))}" for f in table.fields)
    return "columns = {" + ", ".join(pairs) + "}"


def read_csv_sql(table: Table, path: str | Path) -> str:
    """Return a `read_csv(…)` call that reads the table's CSV with the types of its schema.

    DuckDB sniffs date formats even where `columns` is given, so sniffing is switched off.
    """
    return (
        f"read_csv({quote_text(str(path))}, {columns_argument(table)}, "
        "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', "
        "nullstr = '', dateformat = '%Y-%m-%d')"
    )


def comment_statements(table: Table) -> list[str]:
    """Return `COMMENT ON` statements that carry the schema's descriptions into a database."""
    name = quote_name(table.name)
    statements = [f"COMMENT ON TABLE {name} IS {quote_text(table.description)}"]
    statements += [
        f"COMMENT ON COLUMN {name}.{quote_name(field.name)} IS {quote_text(field.description)}"
        for field in table.fields
    ]
    return statements
