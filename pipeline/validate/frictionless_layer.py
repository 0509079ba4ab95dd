"""A second opinion: the Frictionless framework over the same package.

SQL tests everything that it tests, faster and with lines. It runs beside SQL where a package is
small enough, so that whoever trusts it sees both agree; what only it finds is reported too.
"""

import frictionless

from pipeline.validate.finding import Finding
from pipeline.validate.load import Loaded
from pipeline.validate.package import DESCRIPTOR, Package

_CONSTRAINTS = {
    "required",
    "enum",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "unique",
}


def ask(package: Package, loaded: dict[str, Loaded]) -> list[Finding]:
    """Return what `frictionless validate` finds, with lines in place of record numbers."""
    if not package.has_descriptor:
        return []
    try:
        report = frictionless.validate(str(package.root / DESCRIPTOR))
    except Exception as error:
        return [_other(DESCRIPTOR, str(error))]
    findings = [_other(DESCRIPTOR, error.message) for error in report.errors]
    files = {resource.name: resource.file for resource in package.resources}
    for task in report.tasks:
        file = files.get(task.name, str(task.place))
        findings += [_of_frictionless(file, loaded.get(task.name), e) for e in task.errors]
    return findings


def _of_frictionless(file: str, loaded: Loaded | None, error: object) -> Finding:
    facts = error.to_descriptor()  # type: ignore[attr-defined]
    rule, note = str(facts.get("type", "")), str(facts.get("note", ""))
    if rule == "constraint-error":
        named = note.split('"')[1] if '"' in note else ""
        rule = named if named in _CONSTRAINTS else rule
    elif rule == "unique-error":
        rule = "unique"
    row, field = facts.get("rowNumber"), str(facts.get("fieldName", ""))
    if not field and loaded is not None:
        field = _field_of_note(rule, note, loaded)
    if row is None and facts.get("rowNumbers"):
        row = facts["rowNumbers"][0]
    line = _line(loaded, row)
    message = f"{facts.get('message', '')}."
    remedy = "See the Table Schema specification."
    return Finding(
        rule, "error", file, message, remedy, line, row, field, str(facts.get("cell", ""))
    )


def _field_of_note(rule: str, note: str, loaded: Loaded) -> str:
    """Name the column of a key error, which Frictionless leaves to its message."""
    if rule == "primary-key" and loaded.table.primary_key:
        return loaded.table.primary_key[0]
    if rule == "foreign-key":
        for key in loaded.table.foreign_keys:
            if note.startswith(f'for "{", ".join(key.fields)}"'):
                return key.fields[0]
    return ""


def _line(loaded: Loaded | None, row: int | None) -> int | None:
    """Turn a record number into the line on which the record begins."""
    if row is None or loaded is None or row == 1:
        return row
    rows, lines = loaded.lines.rows, loaded.lines.lines
    position = max((i for i, first in enumerate(rows) if first <= row), default=0)
    return lines[position] + row - rows[position]


def _other(file: str, message: str) -> Finding:
    return Finding("frictionless-error", "error", file, message, "See the message.")
