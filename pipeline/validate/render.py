"""A report written out: for a terminal, for programs, for pull requests, for a browser."""

import io
import json
from collections import defaultdict
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from pipeline.validate.finding import Finding
from pipeline.validate.rules import REGISTRY

if TYPE_CHECKING:
    from pipeline.validate.report import Report

_WIDTH_OF_A_PIPE = 160


def as_table(report: "Report", colour: bool, limit: int) -> str:
    """Write a summary and each finding for people."""
    out = io.StringIO()
    width = None if colour else _WIDTH_OF_A_PIPE
    console = Console(file=out, force_terminal=colour, no_color=not colour, width=width)
    if report.findings:
        grid = Grid("file:line", "field", "what is wrong", "what to do", "rule", expand=False)
        for found in report.findings[:limit]:
            style = "red" if found.severity == "error" else "yellow"
            place = found.file if found.line is None else f"{found.file}:{found.line}"
            cells = (place, found.field, found.message, found.remedy, found.rule)
            grid.add_row(*(Text(_visible(cell)) for cell in cells), style=style)
        console.print(grid)
        if len(report.findings) > limit:
            console.print(f"… and {len(report.findings) - limit} more.")
    for note in report.notes:
        console.print(Text(f"Not checked: {note}"))
    rows = sum(table.rows for table in report.tables)
    console.print(
        Text(
            f"{report.package}: {rows:,} rows in {len(report.tables)} tables, "
            f"{report.errors} errors, {report.warnings} warnings "
            f"({', '.join(report.layers)}; {report.seconds:.1f} s)"
        )
    )
    return out.getvalue()


def _visible(text: str) -> str:
    """Show characters that would not show, or would move others, by their numbers."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)


def as_json(report: "Report", colour: bool = False, limit: int = 0) -> str:
    """Write the report in the shape of a Frictionless report."""
    files: dict[str, list[Finding]] = defaultdict(list)
    for found in report.findings:
        files[found.file].append(found)
    known = {table.file: table for table in report.tables}
    tasks = []
    for file in [*known, *(file for file in files if file not in known)]:
        findings, table = files.get(file, []), known.get(file)
        columns = table.columns if table else ()
        errors = [_error(found, columns) for found in findings if found.severity == "error"]
        tasks.append(
            {
                "name": table.name if table else file,
                "type": "table" if table else "file",
                "valid": not errors,
                "place": file,
                "labels": list(columns),
                "stats": {
                    "errors": len(errors),
                    "warnings": len(findings) - len(errors),
                    "seconds": round(table.seconds, 3) if table else 0.0,
                    "rows": table.rows if table else 0,
                },
                "warnings": [
                    f"{found.rule}: {found.message}"
                    for found in findings
                    if found.severity == "warning"
                ],
                "errors": errors,
            }
        )
    content = {
        "valid": report.errors == 0,
        "stats": {
            "tasks": len(tasks),
            "errors": report.errors,
            "warnings": report.warnings,
            "seconds": round(report.seconds, 3),
        },
        "warnings": report.notes,
        "errors": [],
        "tasks": tasks,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _error(found: Finding, columns: tuple[str, ...]) -> dict[str, Any]:
    """Write a finding as an error of the Frictionless framework; `lineNumber` is ours."""
    wording = REGISTRY.get(found.rule)
    kind = wording.rule.kind if wording else "row-constraint"
    error: dict[str, Any] = {
        "type": kind,
        "title": kind.replace("-", " ").title(),
        "description": wording.rule.protects if wording else found.message,
        "message": f"{found.message} {found.remedy}",
        "tags": [],
        "note": found.rule,
    }
    if found.row is None:
        return error | _whole(kind)
    number = columns.index(found.field) + 1 if found.field in columns else 0
    error |= {"fieldName": found.field, "fieldNumber": number, "lineNumber": found.line}
    if kind.endswith("-label"):
        return error | {"label": found.value, "labels": list(columns), "rowNumbers": [found.row]}
    error |= {"rowNumber": found.row, "cell": found.value, "cells": []}
    if kind == "foreign-key":
        error |= {"fieldNames": [found.field], "fieldCells": [found.value]}
        error |= {"referenceName": "", "referenceFieldNames": []}
    return error


def _whole(kind: str) -> dict[str, Any]:
    """Return what the framework asks of an error of a row, where no row is known."""
    return {"cells": [], "rowNumber": 0} if kind == "row-constraint" else {}


def as_github(report: "Report", colour: bool = False, limit: int = 200) -> str:
    """Write workflow commands that mark the lines of a pull request."""
    lines = []
    for found in report.findings[:limit]:
        place = f"file={_property(found.file)}"
        if found.line is not None:
            place += f",line={found.line}"
        place += f",title={_property(found.rule)}"
        message = _visible(f"{found.message} {found.remedy}")
        text = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        lines.append(f"::{found.severity} {place}::{text}")
    lines.append(f"::notice::{report.errors} errors, {report.warnings} warnings")
    return "\n".join(lines) + "\n"


def _property(text: str) -> str:
    shown = _visible(text).replace("%", "%25").replace("\n", "%0A")
    return shown.replace(":", "%3A").replace(",", "%2C")


def as_html(report: "Report", colour: bool = False, limit: int = 200) -> str:
    """Write one page that needs nothing else."""
    rows = []
    for found in report.findings[:limit]:
        line = "" if found.line is None else str(found.line)
        cells = (found.severity, found.file, line, found.field, found.message)
        shown = "".join(
            f"<td>{escape(_visible(cell))}</td>" for cell in (*cells, found.remedy, found.rule)
        )
        rows.append(f'<tr class="{escape(found.severity)}">{shown}</tr>')
    head = "".join(
        f"<th>{name}</th>"
        for name in ("", "file", "line", "field", "what is wrong", "what to do", "rule")
    )
    notes = "".join(f"<p>Not checked: {escape(note)}</p>" for note in report.notes)
    style = (
        "body{font:16px/1.4 sans-serif;margin:2rem}table{border-collapse:collapse}"
        "td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
        ".error td:first-child{color:#b00020}.warning td:first-child{color:#8a5a00}"
    )
    summary = f"{report.errors} errors, {report.warnings} warnings"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Validation: {summary}'
        f"</title><style>{style}</style><h1>{summary}</h1>{notes}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></html>\n"
    )


STYLES: dict[str, Callable[["Report", bool, int], str]] = {
    "table": as_table,
    "json": as_json,
    "github": as_github,
    "html": as_html,
}
