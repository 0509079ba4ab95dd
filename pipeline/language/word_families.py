"""Families of words that are used alike, so that a word never learnt from can speak like its kin.

"ambushed", "gunned" and "slain" stand in like company. The families in
reference/weights/word_families.csv are found from vectors of words (`python -m pipeline.learn
--vectors`); each is called by its most typical word.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

COLUMNS = ("word", "family")


def load_word_families(path: Path) -> dict[str, str]:
    """Read a table of words and their families.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no such table.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = tuple(next(reader, ()))
        rows = list(reader)
    if header != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise ValueError(f"two columns are needed: {', '.join(COLUMNS)}")
    return dict(rows)


def write_word_families(families: Mapping[str, str], path: Path) -> None:
    """Write a table of words and their families beside and rename it."""
    beside = path.with_name(f".new-{path.name}")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(families.items()))
    beside.replace(path)


def families_of(words: Iterable[str], families: Mapping[str, str]) -> list[str]:
    """Return the family of each word in lower case, "" for those that have none."""
    return [families.get(word, "") for word in words]
