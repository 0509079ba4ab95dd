"""Who stands on which side, and which groups hold which others, from `reference/sides.csv`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.paths import REFERENCE

SIDES_FILE = REFERENCE / "sides.csv"
DEFECTORS = "defectors"
COLUMNS = ("value", "role", "side", "part_of", "armed")


@dataclass(frozen=True, slots=True)
class Group:
    """One coded subject or actor.

    Attributes:
        side: state, russia, opposition, loyalists, civilians or "" where it may be any.
        part_of: the next larger group, or "".
        armed: whether its members fight.
    """

    side: str
    part_of: str
    armed: bool


class Sides:
    """The subjects and actors of the codebook, and how they stand to each other."""

    def __init__(self, subjects: Mapping[str, Group], actors: Mapping[str, Group]) -> None:
        self.subjects = dict(subjects)
        self.actors = dict(actors)
        self._wholes = {name: _wholes(name, subjects) for name in subjects}
        self._wholes |= {name: _wholes(name, actors) for name in actors}

    def victim_side(self, subject: str) -> str:
        """Return the side of those counted, "" where it is open."""
        group = self.subjects.get(subject)
        return group.side if group else ""

    def acting_side(self, actor: str) -> str:
        """Return the side of those who acted, "" where it is open."""
        group = self.actors.get(actor)
        return group.side if group else ""

    def counted(self, subject: str, actor: str) -> str:
        """Return who is counted: those of a force whom the force itself acts against left it."""
        side = self.victim_side(subject)
        turned = side == "state" and self.acting_side(actor) == side
        return DEFECTORS if turned else subject

    def holds(self, whole: str, part: str) -> bool:
        """Tell whether the group `part` is `whole` or a part of it."""
        return part == whole or whole in self._wholes.get(part, ())

    def comparable(self, one: str, other: str) -> bool:
        """Tell whether one of the groups holds the other, or either is not named."""
        return not one or not other or self.holds(one, other) or self.holds(other, one)

    def same_actor(self, one: str, other: str) -> bool:
        """Tell whether two acting sides may be the same one; an unidentified one may be any."""
        if "unidentified" in (one, other):
            return True
        return self.comparable(one, other)


def load_sides(path: Path = SIDES_FILE) -> Sides:
    """Read the sides.

    Raises:
        InputError: if the file is missing, has other columns, or names an unknown larger group.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                wanted = ", ".join(COLUMNS)
                raise InputError(str(path), "the columns are others.", f"Use {wanted}.", 1)
            rows = list(reader)
    except OSError:
        raise InputError(str(path), "the file can't be read.", "Restore it from git.") from None
    groups: dict[str, dict[str, Group]] = {"subject": {}, "actor": {}}
    for line, row in enumerate(rows, start=2):
        if row["role"] not in groups:
            raise InputError(
                str(path), f"{row['role']!r} is no role.", "Use subject or actor.", line, "role"
            )
        group = Group(row["side"], row["part_of"], row["armed"] == "yes")
        groups[row["role"]][row["value"]] = group
    for line, row in enumerate(rows, start=2):
        if row["part_of"] and row["part_of"] not in groups[row["role"]]:
            raise InputError(
                str(path), f"{row['part_of']!r} is not listed.", "Add its row.", line, "part_of"
            )
    return Sides(groups["subject"], groups["actor"])


def _wholes(name: str, groups: Mapping[str, Group]) -> frozenset[str]:
    found: list[str] = []
    whole = groups[name].part_of
    while whole and whole not in found:
        found.append(whole)
        whole = groups[whole].part_of
    return frozenset(found)
