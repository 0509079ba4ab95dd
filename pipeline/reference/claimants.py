"""Who may speak in a text, and the words by which speaking is told."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import InputError
from pipeline.paths import REFERENCE

_CLAIMANT_COLUMNS = (
    "claimant_id", "name", "aliases", "local_aliases", "kind", "alignment",
    "parent_claimant_id", "country", "notes",
)  # fmt: skip
_WORD_COLUMNS = ("role", "word", "value", "notes")


@dataclass(frozen=True, slots=True)
class Claimant:
    """One speaker of `reference/claimants.csv`.

    Attributes:
        claimant_id: stable id, a lower-case slug.
        name: name in full.
        aliases: other names that mean this speaker in any text.
        local_aliases: names that mean this speaker only in a text about its country
            ("state media", "the Observatory").
        kind, alignment, country, notes: as the table of claimants describes them.
        parent_claimant_id: the speaker to whom this one belongs, or "".
    """

    claimant_id: str
    name: str
    aliases: tuple[str, ...]
    local_aliases: tuple[str, ...]
    kind: str
    alignment: str
    parent_claimant_id: str
    country: str
    notes: str


@dataclass(frozen=True, eq=False)
class Claimants:
    """The known speakers and the vocabulary of attribution.

    Attributes:
        by_id: speakers by id, in the order of the file.
        words: vocabulary of attribution: role → word → value ("speech_verb" → "said" → "any").
    """

    by_id: Mapping[str, Claimant]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def kind_of(self, claimant_id: str) -> str:
        """Return the kind of a speaker, "" where the speaker is not in the file."""
        known = self.by_id.get(claimant_id)
        return known.kind if known else ""

    def names(self, countries: Iterable[str] = ()) -> dict[str, str]:
        """Map each name to its claimant id, with the local names of `countries`."""
        places = frozenset(countries)
        names: dict[str, str] = {}
        for claimant in self.by_id.values():
            full_name = () if "(" in claimant.name else (claimant.name,)
            for name in (*full_name, *claimant.aliases):
                names.setdefault(name, claimant.claimant_id)
        for claimant in self.by_id.values():
            if claimant.country in places:
                names.update(dict.fromkeys(claimant.local_aliases, claimant.claimant_id))
        return names


def load_claimants(
    claimants_file: Path = REFERENCE / "claimants.csv",
    words_file: Path = REFERENCE / "attribution.csv",
) -> Claimants:
    """Read the known speakers and the vocabulary of attribution.

    Args:
        claimants_file: one speaker a row; aliases are joined with "|".
        words_file: one word a row, with its role and value.

    Raises:
        InputError: a file is missing, a column is missing, an id stands twice or is empty, or a
            parent is unknown.
    """
    by_id: dict[str, Claimant] = {}
    parents: list[tuple[int, str]] = []
    for row, cells in _rows(claimants_file, _CLAIMANT_COLUMNS):
        identifier = cells["claimant_id"]
        if not identifier or identifier in by_id:
            problem = "The id is empty." if not identifier else f"{identifier!r} stands twice."
            raise InputError(
                str(claimants_file), problem, "Give each speaker one id.", row, "claimant_id"
            )
        by_id[identifier] = Claimant(
            claimant_id=identifier,
            name=cells["name"],
            aliases=_parts(cells["aliases"]),
            local_aliases=_parts(cells["local_aliases"]),
            kind=cells["kind"],
            alignment=cells["alignment"],
            parent_claimant_id=cells["parent_claimant_id"],
            country=cells["country"],
            notes=cells["notes"],
        )
        parents.append((row, cells["parent_claimant_id"]))
    for row, parent in parents:
        if parent and parent not in by_id:
            raise InputError(
                str(claimants_file),
                f"{parent!r} is no claimant_id of this file.",
                "Add a row for it or correct the id.",
                row,
                "parent_claimant_id",
            )
    words: dict[str, dict[str, str]] = {}
    for _, cells in _rows(words_file, _WORD_COLUMNS):
        words.setdefault(cells["role"], {})[cells["word"]] = cells["value"]
    return Claimants(by_id, words)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _rows(file: Path, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a CSV file with their line numbers."""
    if not file.is_file():
        raise InputError(str(file), "The file is missing.", "Restore it from the repository.")
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            problem = f"The column {missing[0]!r} is missing."
            raise InputError(str(file), problem, "Add it to the first line.", 1, missing[0])
        rows = []
        for cells in reader:
            if None in cells or None in cells.values():
                problem = "The row has another number of cells than the first line."
                raise InputError(str(file), problem, "Quote commas.", reader.line_num)
            rows.append((reader.line_num, dict(cells)))
    return rows
