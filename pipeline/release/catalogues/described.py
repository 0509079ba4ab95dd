"""A package as its descriptor and schemas tell of it, for those who describe it once more."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.package.descriptor import DESCRIPTOR
from pipeline.release.snapshot import open_snapshot
from pipeline.schema import Table


@dataclass(frozen=True, slots=True)
class Described:
    """What the catalogues need.

    Attributes:
        folder: of the package.
        descriptor: the whole `datapackage.json`.
        tables: the schema of each table.
    """

    folder: Path
    descriptor: Mapping[str, Any]
    tables: Mapping[str, Table]

    def __getitem__(self, name: str) -> str:
        """Return a property of the descriptor as text."""
        return str(self.descriptor[name])

    @property
    def day(self) -> str:
        """Day of the release, ISO."""
        return self["created"][:10]

    @property
    def licence(self) -> str:
        """Address of the licence of the tables."""
        return str(self.descriptor["licenses"][0]["path"])

    @property
    def creators(self) -> list[str]:
        """Names of those who made it."""
        return [str(one["title"]) for one in self.descriptor["contributors"]]

    @property
    def resources(self) -> list[Mapping[str, Any]]:
        """The tables' entries in the descriptor."""
        return list(self.descriptor["resources"])


def read_described(folder: Path) -> Described:
    """Read the package in `folder`.

    Raises:
        InputError: there is none, or it cannot be read.
    """
    with open_snapshot(str(folder)) as snapshot:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        return Described(folder, descriptor, snapshot.tables)
