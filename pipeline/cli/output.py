"""Tables for people on a terminal, and the same tables for programs in a pipe."""

import csv
import io
import json
import sys
from collections.abc import Sequence

Rows = Sequence[Sequence[object]]


def print_records(columns: Sequence[str], rows: Rows, style: str = "table") -> None:
    """Print rows as "table", "csv", "json" or "markdown"."""
    sys.stdout.write(_WRITERS[style](columns, rows))


def _table(columns: Sequence[str], rows: Rows) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = sys.stdout.isatty()
    grid = Table(box=box.SIMPLE_HEAD if terminal else box.MARKDOWN, show_edge=False)
    for position, column in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[position], int | float) for row in rows)
        grid.add_column(column, justify="right" if numeric else "left", no_wrap=not terminal)
    for row in rows:
        grid.add_row(*(Text(_plain(cell)) for cell in row))
    out = io.StringIO()
    width = None if terminal else 10_000
    Console(file=out, force_terminal=terminal, no_color=not terminal, width=width).print(grid)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def _csv(columns: Sequence[str], rows: Rows) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue()


def _json(columns: Sequence[str], rows: Rows) -> str:
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=1, default=str) + "\n"


def _markdown(columns: Sequence[str], rows: Rows) -> str:
    lines = [columns, ["---"] * len(columns)]
    lines += [[_plain(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


_WRITERS = {"table": _table, "csv": _csv, "json": _json, "markdown": _markdown}
