"""A package being damaged, and the register of the kinds of damage.

`DAMAGES` maps the name of each kind to a function that damages a package and returns where a
validator must see it. The same seed always does the same damage.
"""

import csv
import io
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Expected:
    """What must be found.

    Attributes:
        rules: ids of rules that name the cause; one of them must be found.
        file: the file at fault.
        line: 1-based line at fault, or None where the whole file is.
        field: column at fault, or "".
        says: words that the message must hold.
    """

    rules: tuple[str, ...]
    file: str
    line: int | None = None
    field: str = ""
    says: str = ""


Damage = Callable[["Broken"], Expected]
DAMAGES: dict[str, Damage] = {}


class Broken:
    """A package being damaged: its tables as rows of text, the header first."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.rehash = True

    def file(self, table: str) -> Path:
        return self.folder / "data" / f"{table}.csv"

    def rows(self, table: str) -> list[list[str]]:
        with self.file(table).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, table: str, rows: list[list[str]]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.file(table).write_text(text.getvalue(), encoding="utf-8", newline="\n")

    def pick(self, table: str, where: Callable[[dict[str, str]], bool] = lambda row: True) -> int:
        """Return the line (1-based) of a row chosen at random."""
        rows = self.rows(table)
        names = rows[0]
        fitting = [
            line
            for line, row in enumerate(rows[1:], start=2)
            if where(dict(zip(names, row, strict=True)))
        ]
        return self.random.choice(fitting)

    def cell(self, table: str, line: int, field: str) -> str:
        rows = self.rows(table)
        return rows[line - 1][rows[0].index(field)]

    def set(self, table: str, line: int, **cells: str) -> None:
        rows = self.rows(table)
        for field, value in cells.items():
            rows[line - 1][rows[0].index(field)] = value
        self.write(table, rows)

    def bytes(self, table: str, change: Callable[[bytes], bytes]) -> None:
        path = self.file(table)
        path.write_bytes(change(path.read_bytes()))

    def descriptor(self, change: Callable[[dict], None]) -> None:
        path = self.folder / "datapackage.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content, indent=2), encoding="utf-8")
        self.rehash = False


def damage(function: Damage) -> Damage:
    DAMAGES[function.__name__.replace("_", "-")] = function
    return function


def cell_damage(
    kind: str,
    table: str,
    field: str,
    value: str,
    rule: str,
    says: str = "",
    where: Callable[[dict[str, str]], bool] = lambda row: True,
) -> None:
    """Register the damage of one cell."""

    def function(broken: Broken) -> Expected:
        line = broken.pick(table, where)
        broken.set(table, line, **{field: value})
        return Expected((rule,), f"data/{table}.csv", line, field, says)

    DAMAGES[kind] = function


def counted(row: dict[str, str]) -> bool:
    return row["claim_type"] != "occurred"


def exact(row: dict[str, str]) -> bool:
    return row["count_qualifier"] == "exact"


def part(row: dict[str, str]) -> bool:
    return row["part_of"] != ""


def located(row: dict[str, str]) -> bool:
    return row["latitude"] != ""


def killing(row: dict[str, str]) -> bool:
    return row["killed_low"] != ""
