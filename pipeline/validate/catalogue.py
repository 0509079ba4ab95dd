"""The rules as a page for people, written from the registry and the schemas."""

from pipeline.schema import load_schemas
from pipeline.validate.run import list_rules


def rules_markdown() -> str:
    """Return the part of docs/validation.md that lists every rule."""
    lines = ["| rule | severity | what it protects, and why | reads |", "| --- | --- | --- | --- |"]
    for rule in list_rules():
        reads = "every table" if rule.reads == ("any",) else ", ".join(rule.reads)
        lines.append(f"| `{rule.id}` | {rule.severity} | {_cell(rule.protects)} | {reads} |")
    columns = sum(len(table.fields) for table in load_schemas().values())
    return (
        f"{len(lines) - 2} rules. Those on cells (`type-error`, `required`, `enum`, `pattern`, "
        f"limits) hold each of the {columns} columns to its schema.\n\n" + "\n".join(lines) + "\n"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
