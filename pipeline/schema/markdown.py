"""docs/tables.md, written from the schemas."""

from collections.abc import Mapping

from pipeline.schema.table import Field, ForeignKey, Table, Vocabulary


def tables_markdown(tables: Mapping[str, Table]) -> str:
    """Return the page that describes every table, column, coded value, key and row rule."""
    parts = [
        "# Tables",
        "",
        "Generated from `schemas/`; change it there. An empty cell means that nothing is known or",
        "that the column does not apply. Codes for which no vocabulary is named are our own; the",
        "[codebook](codebook.md) says how they are used.",
        "",
        *entity_diagram(tables),
        "",
    ]
    for table in tables.values():
        parts += [*_table(table), ""]
    return "\n".join(parts)


def entity_diagram(tables: Mapping[str, Table]) -> list[str]:
    """Return the lines of a mermaid diagram: each table with its keys, each reference an edge."""
    lines = ["```mermaid", "erDiagram"]
    for table in tables.values():
        references = {name for key in table.foreign_keys for name in key.fields}
        lines.append(f"    {table.name} {{")
        for field in table.fields:
            marks = ["PK"] * (field.name in table.primary_key) + ["FK"] * (field.name in references)
            if marks:
                lines.append(f"        {field.type} {field.name} {', '.join(marks)}")
        lines.append("    }")
    edges: dict[tuple[str, str, str], list[str]] = {}
    for table in tables.values():
        for key in table.foreign_keys:
            needed = all(table.field(name).required for name in key.fields)
            edge = (key.table or table.name, "||" if needed else "|o", table.name)
            edges.setdefault(edge, []).append(", ".join(key.fields))
    for (parent, end, child), columns in edges.items():
        lines.append(f'    {parent} {end}--o{{ {child} : "{", ".join(columns)}"')
    return [*lines, "```"]


def _table(table: Table) -> list[str]:
    lines = [f"## {table.name}", "", table.description, ""]
    lines += [f"Key: {_code_list(table.primary_key)}.", ""]
    lines += ["| column | type | meaning | example |", "| --- | --- | --- | --- |"]
    lines += [_row(table, field) for field in table.fields]
    for field in table.fields:
        if field.categories:
            lines += ["", _codes(field), "", "| value | meaning |", "| --- | --- |"]
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
    meaning = _cell(field.description)
    if field.vocabulary and not field.categories:
        meaning += f" Vocabulary: {_link(field.vocabulary)}."
    return f"| `{field.name}` | {kind} | {meaning} | {_example(field)} |"


def _codes(field: Field) -> str:
    source = f", after {_link(field.vocabulary)}" if field.vocabulary else ""
    return f"`{field.name}`{source}"


def _link(vocabulary: Vocabulary) -> str:
    return f"[{vocabulary.title}]({vocabulary.path})"


def _target(table: Table, key: ForeignKey) -> str:
    name = key.table or table.name
    return f"[{name}](#{name}).{', '.join(key.references)}"


def _example(field: Field) -> str:
    if field.example is None:
        return ""
    text = str(field.example).lower() if isinstance(field.example, bool) else str(field.example)
    return f"`{_cell(text)}`"


def _code_list(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
