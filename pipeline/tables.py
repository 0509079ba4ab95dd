"""Records → CSV: the only writer of `data/`.

Columns, their order and their types are those of `schemas/`. Every table is UTF-8 without BOM, LF,
comma, with a header, sorted by its key, null as an empty cell: the same records give the same bytes
on any machine.
"""

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pipeline.errors import InputError
from pipeline.schema import Field, Table

_BESIDE = ".new-"

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]

_PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "date": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


def file_name(table: str) -> str:
    """Return the name of the table's file in `data/`."""
    return f"{table}.csv"


def write_tables(
    schemas: Mapping[str, Table], rows: Mapping[str, Iterable[Row]], folder: Path
) -> None:
    """Write every table of `schemas` into `folder`: all of them or, on an error, none.

    Raises:
        InputError: a table is missing or unknown, a column is missing or unknown, or a cell is not
            of its column's type.
        OSError: the folder cannot be written; the files in it are still the old ones.
    """
    write_files(folder, render_tables(schemas, rows))


def render_tables(
    schemas: Mapping[str, Table], rows: Mapping[str, Iterable[Row]]
) -> dict[str, bytes]:
    """Return the file of every table of `schemas`, by its name.

    Raises:
        InputError: as `write_tables` does.
    """
    for name in sorted(schemas.keys() ^ rows.keys()):
        problem = "No rows were given for it." if name in schemas else "No schema defines it."
        raise InputError(file_name(name), problem, "Give rows for the tables in schemas/ exactly.")
    return {file_name(name): render(schemas[name], rows[name]) for name in schemas}


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files whole: first all beside their places, then each put in place by one rename."""
    folder.mkdir(parents=True, exist_ok=True)
    _clear_away(folder)
    with tempfile.TemporaryDirectory(prefix=f"{_BESIDE}{os.getpid()}-", dir=folder) as beside:
        for name, content in contents.items():
            with (Path(beside) / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for name in contents:
            (Path(beside) / name).replace(folder / name)


def _clear_away(folder: Path) -> None:
    """Remove what processes that were killed had written beside the folder's files."""
    for path in folder.glob(f"{_BESIDE}*"):
        number = path.name.removeprefix(_BESIDE).split("-")[0]
        if number.isdecimal() and not _runs(int(number)):
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    """Tell whether a process may still run; elsewhere than on POSIX nobody can ask safely."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def render(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the table's CSV.

    Raises:
        InputError: a row does not fit the schema.
    """
    typed = [_checked(table, row) for row in rows]
    typed.sort(key=lambda row: [_sortable(row[name]) for name in table.primary_key])
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell_text(row[name]) for name in table.columns] for row in typed)
    return text.getvalue().encode("utf-8")


def _checked(table: Table, row: Row) -> Row:
    """Return `row` with empty text as null; refuse what the schema does not know."""
    for name in sorted(row.keys() ^ set(table.columns)):
        problem = "A row lacks this column." if name in table.columns else "No such column."
        raise InputError(
            file_name(table.name),
            problem,
            f"Columns are those of schemas/{table.name}.",
            None,
            name,
        )
    for field in table.fields:
        _check_cell(table, field, row)
    return {name: None if value == "" else value for name, value in row.items()}


def _check_cell(table: Table, field: Field, row: Row) -> None:
    value = row[field.name]
    if value is None or value == "":
        return
    wanted = _PYTHON_TYPES.get(field.type, (str,))
    fits = isinstance(value, wanted) and (bool in wanted or not isinstance(value, bool))
    if fits and field.type == "date":
        fits = _is_iso_date(str(value))
    if not fits:
        key = ", ".join(str(row.get(name)) for name in table.primary_key)
        problem = f"{value!r} is no {field.type} (row {key})."
        raise InputError(
            file_name(table.name), problem, "Correct the row where it is made.", None, field.name
        )


def _is_iso_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _sortable(value: Cell) -> tuple[bool, Cell]:
    """Order nulls last and everything else by value."""
    return (value is None, "" if value is None else value)


def _cell_text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)
