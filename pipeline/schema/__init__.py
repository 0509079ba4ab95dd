"""The data model: `schemas/` → DuckDB types, pandera schemas, documentation."""

from pipeline.schema.duckdb_types import (
    columns_argument,
    comment_statements,
    duckdb_type,
    quote_name,
    quote_text,
    read_csv_sql,
)
from pipeline.schema.table import (
    Category,
    Field,
    ForeignKey,
    RowRule,
    Table,
    load_schema,
    load_schemas,
    table_from,
)

__all__ = [
    "Category",
    "Field",
    "ForeignKey",
    "RowRule",
    "Table",
    "columns_argument",
    "comment_statements",
    "duckdb_type",
    "load_schema",
    "load_schemas",
    "quote_name",
    "quote_text",
    "read_csv_sql",
    "table_from",
]
