"""pandera schemas for polars frames, derived from the table schemas."""

from typing import Any, cast

import pandera.polars as pa
import polars as pl

from pipeline.schema.polars_types import polars_type
from pipeline.schema.table import Field, RowRule, Table

__all__ = ["frame_schema", "polars_type"]


def frame_schema(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema that checks the columns and the row rules of `table`."""
    key = list(table.primary_key)
    return pa.DataFrameSchema(
        columns={field.name: _column(field, field.name in key) for field in table.fields},
        checks=[_row_check(rule) for rule in table.row_rules],
        unique=key or None,
        strict=True,
        ordered=True,
        name=table.name,
    )


def _column(field: Field, in_key: bool) -> pa.Column:
    limits = field.constraints
    checks: list[pa.Check] = []
    if field.enum and polars_type(field) is pl.String:
        checks.append(pa.Check.isin(list(field.enum), name="enum"))
    if field.pattern:
        pattern = f"^(?:{field.pattern})$"
        checks.append(pa.Check.str_matches(pattern, name="pattern"))
    if "minLength" in limits or "maxLength" in limits:
        lengths = (limits.get("minLength"), limits.get("maxLength"))
        checks.append(pa.Check.str_length(*lengths, name="length"))
    if polars_type(field) in (pl.Int64, pl.Float64):
        if "minimum" in limits:
            checks.append(pa.Check.ge(limits["minimum"], name="minimum"))
        if "maximum" in limits:
            checks.append(pa.Check.le(limits["maximum"], name="maximum"))
    return pa.Column(
        polars_type(field),
        checks=checks,
        nullable=not (field.required or in_key),
        unique=field.unique,
    )


def _row_check(rule: RowRule) -> pa.Check:
    """Turn the rule's SQL into a check on the whole frame; null passes, as in SQL constraints."""
    holds = pl.sql_expr(rule.check).fill_null(True)

    def check(data: Any) -> pl.LazyFrame:
        return cast(pl.LazyFrame, data.lazyframe.select(holds.alias(rule.id)))

    return pa.Check(check, name=rule.id, error=rule.id)
