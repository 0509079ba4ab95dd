"""How polars holds a table: types named by the schema."""

from typing import Any

import polars as pl

from pipeline.schema.table import Field

_TYPES: dict[str, Any] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
    "time": pl.Time,
    "datetime": pl.Datetime,
    "year": pl.Int64,
}


def polars_type(field: Field) -> Any:
    """Return the polars type of a column; text for every type that polars has no word for."""
    return _TYPES.get(field.type, pl.String)
