"""Reviewed corrections to extracted rows.

Each file of `curation/` bears the name of a table. Each of its lines says what the reviewer saw and
what should stand there instead; a line that no longer meets what it was written for is an error,
so that no correction outlives its reason unseen.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError

Cell = str | int | float | bool | None
Row = dict[str, Cell]

COLUMNS = ("action", "claim_id", "field", "old_value", "new_value", "reason", "reviewer_role")
ACTIONS = ("correct", "remove", "add")
KEY = "claim_id"
_STATUS = "review_status"
# A row is named by its key; what it was extracted as is not for a reviewer to say.
_FIXED = frozenset((KEY, _STATUS))


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a curation file.

    Attributes:
        file: the file, as a user would name it.
        row: 1-based line on which it starts.
        action: `correct` sets one field, `remove` drops the row, `add` gives one field
            of a new row.
        claim_id: the row that is meant.
        field: the column whose value the reviewer saw or gives.
        old_value: what must stand in that column now; empty for `add`.
        new_value: what shall stand there; empty for `remove`, and to empty the field.
        reason: why, for readers.
        reviewer_role: who decided, by role and not by name.
    """

    file: str
    row: int
    action: str
    claim_id: str
    field: str
    old_value: str
    new_value: str
    reason: str
    reviewer_role: str


def read_corrections(path: Path) -> list[Correction]:
    """Return the corrections in the file at `path`, in its order.

    Raises:
        InputError: if the file cannot be read or a line is not as it must be.
    """
    corrections = []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if tuple(next(reader, [])) != COLUMNS:
                raise InputError(
                    str(path), "its columns are others.", f"Write {','.join(COLUMNS)}.", 1
                )
            start = reader.line_num + 1
            for cells in reader:
                corrections.append(_correction(str(path), start, cells))
                start = reader.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            str(path), f"it cannot be read ({error}).", "Give a UTF-8 file of comma-separated rows."
        ) from error
    return corrections


def curate(
    rows: Iterable[Mapping[str, Cell]],
    corrections: Iterable[Correction],
    integer_columns: Iterable[str] = (),
) -> list[Row]:
    """Return `rows` with the corrections made; the rows given stay as they are.

    Args:
        rows: claims, keyed by the names of the columns; all have the same columns.
        corrections: what reviewers decided, in the order in which it is to be done.
        integer_columns: columns whose values are whole numbers.

    Raises:
        InputError: if a correction does not meet exactly one row that still holds the old value.
    """
    numbers = frozenset(integer_columns)
    curated: dict[str, list[Row]] = {}
    columns: tuple[str, ...] = ()
    for row in rows:
        columns = tuple(row)
        curated.setdefault(_text(row[KEY]), []).append(dict(row))
    touched: dict[str, Correction] = {}
    for correction in corrections:
        if columns and (correction.field not in columns or correction.field in _FIXED):
            known = ", ".join(column for column in columns if column not in _FIXED)
            raise _error(
                correction,
                "field",
                f"no column {correction.field!r} can be reviewed.",
                f"Name one of {known}.",
            )
        if correction.action == "add":
            _add(curated, columns, correction, numbers)
        else:
            row = _matching(curated, correction)
            if correction.action == "remove":
                del curated[correction.claim_id]
            else:
                row[correction.field] = _value(correction, numbers)
                row[_STATUS] = "corrected" if row[_STATUS] != "added" else "added"
        touched[correction.claim_id] = correction
    result = [row for group in curated.values() for row in group]
    _check_wholes(result, touched)
    return result


def _correction(file: str, start: int, cells: list[str]) -> Correction:
    if len(cells) != len(COLUMNS):
        raise InputError(
            file,
            f"the line has {len(cells)} cells, not {len(COLUMNS)}.",
            "Quote cells that hold commas, and leave no blank line.",
            start,
        )
    correction = Correction(file, start, *cells)
    if correction.action not in ACTIONS:
        raise _error(
            correction,
            "action",
            f"{correction.action!r} is no action.",
            f"Write one of {', '.join(ACTIONS)}.",
        )
    for name in ("claim_id", "field", "reason", "reviewer_role"):
        if not str(getattr(correction, name)).strip():
            raise _error(correction, name, "it is empty.", "Every correction says this.")
    if correction.action == "correct" and correction.old_value == correction.new_value:
        raise _error(correction, "new_value", "it equals the old value.", "Remove the line.")
    if correction.action == "remove" and correction.new_value:
        raise _error(correction, "new_value", "a removed row has no new value.", "Empty the cell.")
    if correction.action == "add" and correction.old_value:
        raise _error(correction, "old_value", "a new row has no old value.", "Empty the cell.")
    return correction


def _matching(curated: Mapping[str, list[Row]], correction: Correction) -> Row:
    """Return the one row that is meant, if it still holds the old value."""
    found = curated.get(correction.claim_id, [])
    if len(found) != 1:
        raise _error(
            correction,
            KEY,
            f"{len(found)} rows have the id {correction.claim_id!r}.",
            "Look the claim up again and give its present id, or remove the line.",
        )
    present = _text(found[0][correction.field])
    if present != correction.old_value:
        raise _error(
            correction,
            "old_value",
            f"{correction.field} is {present!r} by now, not {correction.old_value!r}.",
            "See whether the correction is still needed; give the present value or remove it.",
        )
    return found[0]


def _add(
    curated: dict[str, list[Row]],
    columns: tuple[str, ...],
    correction: Correction,
    numbers: frozenset[str],
) -> None:
    """Set one field of a row that no rule extracted; its first line makes the row."""
    group = curated.setdefault(correction.claim_id, [])
    if not group:
        row: Row = dict.fromkeys(columns)
        row |= {KEY: correction.claim_id, _STATUS: "added"}
        group.append(row)
    row = group[0]
    if row[_STATUS] != "added":
        raise _error(
            correction,
            KEY,
            "the pipeline extracts this claim.",
            "Use the action correct, or remove the line.",
        )
    if _text(row.get(correction.field)):
        raise _error(
            correction, "field", f"{correction.field} is given twice.", "Keep one of the two lines."
        )
    row[correction.field] = _value(correction, numbers)


def _value(correction: Correction, numbers: frozenset[str]) -> Cell:
    text = correction.new_value
    if not text:
        return None
    if correction.field not in numbers:
        return text
    if not (text.isascii() and text.isdigit()):
        raise _error(correction, "new_value", f"{text!r} is no whole number.", "Write digits only.")
    return int(text)


def _check_wholes(rows: list[Row], touched: Mapping[str, Correction]) -> None:
    """Refuse a correction that leaves a part without its whole."""
    present = {_text(row[KEY]) for row in rows}
    for row in rows:
        whole = _text(row.get("part_of"))
        if not whole or whole in present:
            continue
        correction = touched.get(whole) or touched.get(_text(row[KEY]))
        if correction is not None:
            raise _error(
                correction,
                KEY,
                f"claim {row[KEY]} is a part of {whole}, which is gone.",
                "Correct part_of of that claim, too.",
            )


def _text(value: Cell) -> str:
    return "" if value is None else str(value)


def _error(correction: Correction, field: str, problem: str, remedy: str) -> InputError:
    return InputError(correction.file, problem, remedy, correction.row, field)
