"""docs/tables.md, written from the schemas."""

from collections.abc import Mapping

from pipeline.schema.table import Field, ForeignKey, Table


def tables_markdown(tables: Mapping[str, Table]) -> str:
    """Return the page that describes every table, column, coded value, key and row rule."""
    parts = [
        "# Tables",
        "",
        "Generated from `schemas/`; change it there. An empty cell means that nothing is known or",
        "that the column does not apply.",
        "",
    ]
    for table in tables.values():
        parts += [*_table(table), ""]
    return "\n".join(parts)


def _table(table: Table) -> list[str]:
    lines = [f"## {table.name}", "", table.description, ""]
    lines += [f"Key: {_code_list(table.primary_key)}.", ""]
    lines += ["| column | type | meaning | example |", "| --- | --- | --- | --- |"]
    lines += [_row(table, field) for field in table.fields]
    for field in table.fields:
        if field.categories:
            lines += ["", f"`{field.name}`", "", "| value | meaning |", "| --- | --- |"]
            lines += [f"| `{entry.value}` | {_cell(entry.label)} |" for entry in field.categories]
    if table.row_rules:
        lines += ["", "Rules of a row:", ""]
        lines += [f"- `{rule.id}`: {rule.protects}" for rule in table.row_rules]
    return lines


def _row(table: Table, field: Field) -> str:
    marks = ["required"] if field.required else []
    marks += ["unique"] if field.unique else []
    marks += [f"→ {_target(table, key)}" for key in table.foreign_keys if field.name in key.fields]
    kind = ", ".join([field.type, *marks])
    return f"| `{field.name}` | {kind} | {_cell(field.description)} | {_example(field)} |"


def _target(table: Table, key: ForeignKey) -> str:
    return f"{key.table or table.name}.{', '.join(key.references)}"


def _example(field: Field) -> str:
    if field.example is None:
        return ""
    text = str(field.example).lower() if isinstance(field.example, bool) else str(field.example)
    return f"`{_cell(text)}`"


def _code_list(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
