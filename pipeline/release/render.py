"""A difference between two packages as text, JSON, HTML, or entries for the changelog."""

import html
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict

from pipeline.release.difference import Difference
from pipeline.release.row_changes import Change, ChangedRow, Record, RowChanges
from pipeline.release.schema_changes import SchemaChange
from pipeline.release.versions import Version

_LONGEST = 60


def render(difference: Difference, style: str = "table", limit: int = 50) -> str:
    """Return the difference in one of the STYLES.

    Args:
        difference: of two packages.
        style: "table", "json", "html" or "markdown".
        limit: rows of one kind that are shown of a table; the counts and JSON are always whole.
    """
    return STYLES[style](difference, limit)


def _text(difference: Difference, limit: int) -> str:
    lines = [_headline(difference)]
    if difference.schema:
        lines += ["", "schema"]
        lines += [f"  {_told(change)} ({change.bump.name})" for change in difference.schema]
    for name, rows in difference.rows.items():
        lines += ["", f"{name}: {_counted(rows)}"]
        for mark, entries in _entries(rows, difference.keys[name]):
            lines += [f"  {mark} {entry}" for entry in entries[:limit]]
            if len(entries) > limit:
                lines.append(f"  {mark} and {len(entries) - limit} more")
    return "\n".join(lines) + "\n"


def _headline(difference: Difference) -> str:
    compared = f"{difference.old} {_dotted(difference.old_version)} → "
    compared += f"{difference.new} {_dotted(difference.new_version)}"
    if not difference.bump:
        return f"{compared}: nothing changed"
    told = f"{compared}: {difference.bump.name}, so version {_dotted(difference.next_version)}"
    return told if difference.version_follows else f"{told} or higher is due"


def _dotted(version: Version) -> str:
    return ".".join(map(str, version))


def _told(change: SchemaChange) -> str:
    place = f"{change.table}.{change.column}" if change.column else change.table
    moved = [_short(words) for words in (change.old, change.new)]
    if change.kind.endswith((" added", " removed")):
        code = f" {moved[0] or moved[1]}" if change.kind.startswith("code") else ""
        return f"{place}: {change.kind}{code}"
    return f"{place}: {change.kind}: {moved[0] or '(none)'} → {moved[1] or '(none)'}"


def _short(words: str | None) -> str:
    text = (words or "").replace("\n", " ")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _counted(rows: RowChanges) -> str:
    kinds = (
        ("added", rows.added),
        ("removed", rows.removed),
        ("changed", rows.changed),
        ("with another id", rows.changed_ids),
    )
    return ", ".join(f"{len(of_kind)} {kind}" for kind, of_kind in kinds if of_kind)


def _entries(rows: RowChanges, key: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the marks +, -, ~ and = with a line for each row."""
    yield "+", [_row_key(row, key) for row in rows.added]
    yield "-", [_row_key(row, key) for row in rows.removed]
    yield "~", [f"{' '.join(row.key)}  {_cells(row.cells)}" for row in rows.changed]
    yield "=", [_new_id(row) for row in rows.changed_ids]


def _row_key(row: Record, key: Sequence[str]) -> str:
    """Return the key of a row; of a row removed from a table whose key was renamed, its first."""
    cells = [row[name] for name in key if name in row] or list(row.values())[: len(key)]
    return " ".join(cell or "" for cell in cells)


def _new_id(row: ChangedRow) -> str:
    told = f"{' '.join(row.old_key)} → {' '.join(row.key)}"
    return f"{told}  {_cells(row.cells)}" if row.cells else told


def _cells(cells: Iterable[Change]) -> str:
    told = (
        f"{c.column}: {_short(c.old) or '(empty)'} → {_short(c.new) or '(empty)'}" for c in cells
    )
    return "; ".join(told)


def _json(difference: Difference, limit: int) -> str:
    content = {
        "old": {"name": difference.old, "version": _dotted(difference.old_version)},
        "new": {"name": difference.new, "version": _dotted(difference.new_version)},
        "bump": difference.bump.name,
        "next_version": _dotted(difference.next_version),
        "version_follows": difference.version_follows,
        "schema": [asdict(change) | {"bump": change.bump.name} for change in difference.schema],
        "tables": {
            name: {"key": difference.keys[name], **asdict(rows)}
            for name, rows in difference.rows.items()
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _markdown(difference: Difference, limit: int) -> str:
    """Return the entries for the changelog: data, and schema where it changed."""
    lines = [f"## [{_dotted(difference.next_version)}]", "", "### Data", ""]
    for name, rows in difference.rows.items():
        lines.append(f"- `{name}`: {_counted(rows)}.")
        corrected = [f"`{' '.join(row.key)}` ({_cells(row.cells)})" for row in rows.changed]
        moved = [f"`{' '.join(r.old_key)}` → `{' '.join(r.key)}`" for r in rows.changed_ids]
        for told, entries in (("Corrected", corrected), ("Ids", moved)):
            if entries:
                more = f" and {len(entries) - limit} more" if len(entries) > limit else ""
                lines.append(f"  {told}: {', '.join(entries[:limit])}{more}.")
    if not difference.rows:
        lines.append("- No row changed.")
    if difference.schema:
        lines += ["", "### Schema", ""]
        lines += [f"- {_told(change)}." for change in difference.schema]
    return "\n".join(lines) + "\n"


def _html(difference: Difference, limit: int) -> str:
    title = html.escape(_headline(difference))
    parts = [
        '<!doctype html>\n<html lang="en"><meta charset="utf-8">',
        f"<title>{title}</title>",
        "<style>body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
        "td,th{text-align:left;vertical-align:top;padding:.1em 1em .1em 0}</style>",
        f"<h1>{title}</h1>",
    ]
    if difference.schema:
        told = [[_told(change), change.bump.name] for change in difference.schema]
        parts += ["<h2>schema</h2>", _html_table(("change", "version"), told)]
    names = {"+": "added", "-": "removed", "~": "changed", "=": "another id"}
    for name, rows in difference.rows.items():
        parts.append(f"<h2>{html.escape(name)}: {_counted(rows)}</h2>")
        for mark, entries in _entries(rows, difference.keys[name]):
            shown = [[names[mark], entry] for entry in entries[:limit]]
            if len(entries) > limit:
                shown.append([names[mark], f"and {len(entries) - limit} more"])
            if shown:
                parts.append(_html_table(("", "row"), shown))
    return "\n".join(parts) + "\n</html>\n"


def _html_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"<tr>{''.join(f'<th>{html.escape(cell)}</th>' for cell in head)}</tr>"]
    lines += [f"<tr>{''.join(f'<td>{html.escape(c)}</td>' for c in row)}</tr>" for row in rows]
    return "<table>\n" + "\n".join(lines) + "\n</table>"


STYLES: dict[str, Callable[[Difference, int], str]] = {
    "table": _text,
    "json": _json,
    "html": _html,
    "markdown": _markdown,
}
