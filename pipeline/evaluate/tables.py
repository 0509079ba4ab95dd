"""The claims and the hand-coded answers, read for comparison."""

import csv
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError

# Fields on which a claim and its answer are compared once they are paired. `date` stands for the
# first and the last day together.
FIELDS = (
    "actor",
    "claimant",
    "via",
    "date",
    "place",
    "scope",
    "verification",
    "count_qualifier",
)
# Columns of the published table, and the names that the answers give them.
_NAMES = {
    "claim_id": "id",
    "claimant_id": "claimant",
    "via_claimant_id": "via",
    "place_id": "place",
    "event_id": "event",
}
_NEEDED = frozenset(
    ("id", "source_id", "char_start", "char_end", "claim_type", "count_low", "count_high",
     "count_qualifier", "subject", "actor", "claimant", "via", "date_start", "date_end", "place",
     "scope", "verification", "part_of", "event")
)  # fmt: skip


@dataclass(frozen=True)
class Coding:
    """One claim as coded, by the pipeline or by hand.

    Attributes:
        start, end: half-open span in the raw text, in Unicode code points.
        values: all cells, by the names of the answers' columns. In an answer, alternatives that
            are equally right stand joined with "|".
    """

    start: int
    end: int
    values: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def alternatives(self, name: str) -> list[str]:
        """Return the values that are right for the field `name`."""
        return self.values[name].split("|")

    @property
    def is_optional(self) -> bool:
        """Whether the answer is neither asked for nor wrong."""
        return self.values.get("optional", "") not in ("", "0")

    @property
    def may_be_occurrence(self) -> bool:
        """Whether the claim tells, or may be taken to tell, only that something happened."""
        return "occurred" in self.values["claim_type"]


def read_codings(path: Path) -> list[Coding]:
    """Return the rows of a table of claims or of answers.

    Raises:
        InputError: if the file cannot be read, a column is missing, or a number is none.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            names = [_NAMES.get(name, name) for name in reader.fieldnames or ()]
            missing = sorted(_NEEDED - set(names))
            if missing:
                raise InputError(
                    str(path),
                    f"it lacks the columns {', '.join(missing)}.",
                    "Give a table of claims, or of hand-coded answers.",
                    1,
                )
            reader.fieldnames = names
            return [_coding(path, reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            str(path), f"it cannot be read ({error}).", "Build the tables first."
        ) from error


def _coding(path: Path, line: int, row: dict[str, str | None]) -> Coding:
    values = {name: value or "" for name, value in row.items()}
    numbers: dict[str, int] = {}
    for name in ("char_start", "char_end", "count_low", "count_high"):
        text = values[name]
        if not text and name.startswith("count"):
            continue
        if not (text.isascii() and text.isdigit()):
            raise InputError(
                str(path), f"{text!r} is no whole number.", "Build the tables anew.", line, name
            )
        numbers[name] = int(text)
        values[name] = str(numbers[name])
    return Coding(numbers["char_start"], numbers["char_end"], values)
