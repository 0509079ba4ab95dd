"""Which licences of source texts let anybody pass the text on: `reference/licences.csv`."""

import csv
from pathlib import Path

from pipeline.errors import InputError
from pipeline.paths import REFERENCE

COLUMNS = ("licence", "may_be_passed_on", "title", "url")
_YES_NO = {"true": True, "false": False}


def load_licences(path: Path = REFERENCE / "licences.csv") -> dict[str, bool]:
    """Return for each known licence whether a text under it may be passed on whole.

    A licence that is not in it gives no right that anybody here knows of.

    Raises:
        InputError: the file cannot be read, or a row is not as it must be.
    """
    licences: dict[str, bool] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                remedy = f"Write exactly these, in this order: {', '.join(COLUMNS)}."
                raise InputError(str(path), "The columns are others.", remedy, 1)
            for row in reader:
                _add(licences, row, path, reader.line_num)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problem = f"It cannot be read ({error})."
        raise InputError(str(path), problem, "Restore it from git.") from error
    return licences


def _add(licences: dict[str, bool], row: dict[str, str], path: Path, line: int) -> None:
    licence, may = row["licence"], row["may_be_passed_on"]
    if not licence or licence in licences:
        problem = f"{licence!r} is empty or stands there twice."
        raise InputError(str(path), problem, "Keep one row for each licence.", line, "licence")
    if may not in _YES_NO:
        problem = f"{may!r} cannot stand here."
        raise InputError(str(path), problem, "Write true or false.", line, "may_be_passed_on")
    licences[licence] = _YES_NO[may]
