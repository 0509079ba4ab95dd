"""How two packages differ, and which version follows from that."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.errors import InputError
from pipeline.paths import ROOT
from pipeline.release.row_changes import (
    RowChanges,
    load_as_text,
    renamed_columns,
    row_changes,
)
from pipeline.release.schema_changes import SchemaChange, column_changes, table_changes
from pipeline.release.snapshot import Snapshot, open_snapshot
from pipeline.release.versions import Bump, Version, raised

_MEMORY = "700MB"


@dataclass(frozen=True, slots=True)
class Difference:
    """How the package `new` differs from the package `old`.

    Attributes:
        old, new: their names, as the user gave them.
        old_version, new_version: their versions.
        schema: changes of the data model.
        keys: the key columns of each table, as they are now.
        rows: changes of the rows, by table; tables without any are left out.
    """

    old: str
    new: str
    old_version: Version
    new_version: Version
    schema: tuple[SchemaChange, ...]
    keys: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, RowChanges]

    @property
    def bump(self) -> Bump:
        """How much the version must rise: columns MAJOR, rows MINOR, values PATCH."""
        heaviest = max((change.bump for change in self.schema), default=Bump.NONE)
        for rows in self.rows.values():
            told = rows.added or rows.removed or rows.changed_ids
            heaviest = max(heaviest, Bump.MINOR if told else Bump.PATCH)
        return heaviest

    @property
    def next_version(self) -> Version:
        """The lowest version that the new package may have."""
        return raised(self.old_version, self.bump)

    @property
    def version_follows(self) -> bool:
        """Whether the version of the new package says that it changed as much as it did."""
        return self.new_version >= self.next_version


def compare(old: str, new: str, root: Path = ROOT) -> Difference:
    """Compare two packages, each a folder, an archive or a revision of the clone at `root`.

    Raises:
        InputError: one of them cannot be read.
    """
    with ExitStack() as stack:
        before = stack.enter_context(open_snapshot(old, root))
        after = stack.enter_context(open_snapshot(new, root))
        schema = table_changes(before.tables, after.tables)
        rows: dict[str, RowChanges] = {}
        for name in after.tables:
            if name in before.tables:
                columns, changes = _compare_table(name, before, after)
                schema += columns
                if changes.added or changes.removed or changes.changed or changes.changed_ids:
                    rows[name] = changes
        keys = {name: table.primary_key for name, table in after.tables.items()}
        versions = (before.version, after.version)
        return Difference(old, new, *versions, tuple(schema), keys, rows)


def _compare_table(
    name: str, before: Snapshot, after: Snapshot
) -> tuple[list[SchemaChange], RowChanges]:
    old, new = before.tables[name], after.tables[name]
    with duckdb.connect() as database:
        database.execute(f"SET memory_limit = '{_MEMORY}'")
        for side, snapshot in (("before", before), ("after", after)):
            try:
                load_as_text(database, side, snapshot.tables[name], snapshot.files[name])
            except duckdb.Error as error:
                file = f"{snapshot.name}: {snapshot.files[name].name}"
                problem = str(error).splitlines()[0]
                remedy = "Run `claims validate` on it to see where."
                raise InputError(file, problem, remedy) from error
        renamed = renamed_columns(database, old, new)
        columns = column_changes(old, new, renamed)
        if any(change.kind == "key changed" for change in columns):
            return columns, RowChanges()
        return columns, row_changes(database, old, new, renamed)
