"""A third opinion: pandera over the columns and rows that polars can read.

Its schemas come from the same `schemas/` as the SQL tests, so that neither can drift.
"""

import pandera.errors
import polars as pl

from pipeline.schema.frames import frame_schema, polars_type
from pipeline.validate.finding import Finding
from pipeline.validate.load import Loaded
from pipeline.validate.package import Package

# What pandera calls the rules.
_RULES = {
    "not_nullable": "required",
    "field_uniqueness": "unique",
    "isin": "enum",
    "str_matches": "pattern",
    "greater_than_or_equal_to": "minimum",
    "less_than_or_equal_to": "maximum",
}


def ask(package: Package, loaded: dict[str, Loaded]) -> list[Finding]:
    """Return what pandera finds in the columns and rows of tables that polars can read."""
    findings: list[Finding] = []
    for resource in package.resources:
        here = loaded.get(resource.name)
        if here is None or here.columns != resource.table.columns or not _plain(here):
            continue
        types = {f.name: polars_type(f) for f in resource.table.fields}
        try:
            text = pl.read_csv(resource.path, schema=dict.fromkeys(types, pl.String))
        except pl.exceptions.PolarsError as error:
            findings.append(_other(resource.file, str(error).split("\n", 1)[0]))
            continue
        frame = text.select(_cast(name, kind) for name, kind in types.items())
        try:
            frame_schema(resource.table).validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as error:
            for case in error.failure_cases.iter_rows(named=True):
                findings.append(_of_pandera(resource.file, here, case))
    return findings


def _plain(loaded: Loaded) -> bool:
    """Tell whether polars would count the rows of a file as they were counted here."""
    return not loaded.faults and not loaded.failed.get(0)


def _cast(name: str, kind: pl.DataType | type[pl.DataType]) -> pl.Expr:
    column = pl.col(name)
    if kind is pl.Boolean:
        return pl.when(column == "true").then(True).when(column == "false").then(False).alias(name)
    if kind is pl.Date:
        return column.str.to_date("%Y-%m-%d", strict=False)
    return column.cast(kind, strict=False)


def _of_pandera(file: str, loaded: Loaded, case: dict[str, object]) -> Finding:
    rule = str(case.get("check", ""))
    rule = _RULES.get(rule.split("(", 1)[0], rule)
    index = case.get("index")
    line, row = (None, None) if not isinstance(index, int) else loaded.lines.place(index)
    field = str(case.get("column") or "")
    rules = {one.id: one for one in loaded.table.row_rules}
    if rule in rules:
        field = rules[rule].fields[0]
    elif rule == "required" and field in loaded.table.primary_key:
        rule = "primary-key"
    elif rule.startswith("multiple_fields_uniqueness"):
        rule, field = "primary-key", loaded.table.primary_key[0]
    value = "" if case.get("failure_case") is None else str(case["failure_case"])
    message = f"{field} fails {rule}: {value!r}."
    return Finding(rule, "error", file, message, "Correct the value.", line, row, field, value)


def _other(file: str, message: str) -> Finding:
    return Finding("pandera-error", "error", file, message, "See the message.")
