"""A package whose tables are Parquet files in parts, laid out as the CSV files that rules read.

Cells are typed in Parquet, but ids, vocabularies, keys and what holds between tables are not: the
same rules as for CSV files are asked, by the same code.
"""

import json
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import Any

import duckdb

from pipeline.schema import Table, duckdb_type, quote_name, quote_text
from pipeline.schema.table import in_dependency_order
from pipeline.validate.finding import Finding
from pipeline.validate.package import (
    DESCRIPTOR,
    Package,
    Resource,
    check_model,
    safe_path,
    schema_of,
)
from pipeline.validate.report import Report
from pipeline.validate.rules import finding

_FORMAT = "parquet"
_MEMORY = "700MB"
# A bulk extraction does not know licence, kind and place of its texts.
_SOURCES = "sources"


@dataclass
class Parts:
    """The parts of a package's tables, and the same tables laid out as CSV files.

    Attributes:
        package: the tables laid out, with what is wrong with the parts themselves.
        starts: of each CSV file, its parts with the number of rows before each.
    """

    package: Package
    starts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def relocate(self, report: Report) -> None:
        """Name parts and rows in them, instead of lines of CSV files that nobody else sees."""
        report.findings = [self._place(found) for found in report.findings]
        for table in report.tables:
            table.file = self._folder(table.file)

    def _place(self, found: Finding) -> Finding:
        parts = self.starts.get(found.file)
        if parts is None or found.row is None:
            return replace(found, file=self._folder(found.file), line=None)
        # The header is the first row of a CSV file.
        row = max(found.row - 2, 0)
        before, file = parts[bisect_right(parts, row, key=lambda part: part[0]) - 1]
        return replace(found, file=file, line=None, row=row - before + 1)

    def _folder(self, file: str) -> str:
        parts = self.starts.get(file)
        return str(PurePosixPath(parts[0][1]).parent) if parts else file


def is_partitioned(path: Path) -> bool:
    """Tell whether a folder or descriptor is a package of Parquet files in parts."""
    descriptor = path / DESCRIPTOR if path.is_dir() else path
    return any(_is_parts(entry) for entry in _resources(descriptor))


def lay_out(path: Path, folder: Path) -> Parts:
    """Write the tables of a partitioned package as CSV files into `folder`/data.

    A table of which a part is missing or broken is left out, with a finding.
    """
    descriptor = path / DESCRIPTOR if path.is_dir() else path
    (folder / "data").mkdir()
    parts = Parts(Package(descriptor.parent, has_descriptor=True))
    entries = _resources(descriptor)
    with duckdb.connect() as database:
        database.execute(f"SET memory_limit = '{_MEMORY}'")
        database.execute(f"SET temp_directory = {quote_text(str(folder / 'spilled'))}")
        for entry in entries:
            if _is_parts(entry):
                _lay_out_table(database, entry, folder, parts)
            else:
                parts.package.notes.append(f"Resource {entry!r:.60} has no parts; not checked.")
    names = [str(entry.get("name")) for entry in entries if isinstance(entry, dict)]
    parts.package.is_model = "claims" in names
    if parts.package.is_model:
        check_model(names, parts.package, absent={_SOURCES})
        if _SOURCES not in names:
            parts.package.notes.append(
                "There is no table of sources: spans, numbers and dates of publication were not "
                "held against the texts."
            )
    tables = [table.name for table in in_dependency_order(r.table for r in parts.package.resources)]
    parts.package.resources.sort(key=lambda resource: tables.index(resource.name))
    return parts


def _lay_out_table(
    database: duckdb.DuckDBPyConnection, entry: dict[str, Any], folder: Path, parts: Parts
) -> None:
    package, name = parts.package, entry["name"]
    files = [_part(package, part) for part in entry["parts"]]
    table = schema_of(entry, name, package)
    if table is None or None in files:
        return
    named = [str(file) for file in files]
    paths = ", ".join(quote_text(str(package.root / file)) for file in named)
    target = folder / "data" / f"{name}.csv"
    try:
        rows = [_rows(database, package.root / file) for file in named]
        _check_types(database, table, paths)
        columns = ", ".join(quote_name(column) for column in table.columns)
        database.execute(
            f"COPY (SELECT {columns} FROM read_parquet([{paths}])) TO {quote_text(str(target))} "
            "(FORMAT csv, HEADER true, DATEFORMAT '%Y-%m-%d')"
        )
    except (duckdb.Error, ValueError) as error:
        text = str(error).split("\n", 1)[0]
        found = finding("source-error", str(PurePosixPath(named[0]).parent), value=text)
        message = f"The parts cannot be read as one table: {text}"
        remedy = "Restore the parts, or resolve the extraction again."
        package.findings.append(replace(found, message=message, remedy=remedy))
        return
    parts.starts[target.name] = list(zip(accumulate([0, *rows]), named, strict=False))
    package.resources.append(Resource(name, target.name, target, table))


def _part(package: Package, part: object) -> str | None:
    """Return the path of a part that is there as the descriptor says, or note what is wrong."""
    told = part if isinstance(part, dict) else {}
    file, size = str(told.get("path", "")), told.get("bytes")
    path = safe_path(package.root, file)
    if path is None:
        package.findings.append(finding("unsafe-path", DESCRIPTOR, field="path", value=file))
        return None
    if not path.is_file():
        package.findings.append(finding("missing-file", file, value=path.parent.name))
        return None
    if isinstance(size, int) and size != path.stat().st_size:
        detail = str(path.stat().st_size)
        package.findings.append(finding("byte-count", file, value=str(size), detail=detail))
    told_hash = str(told.get("hash", "")).removeprefix("sha256:")
    with path.open("rb") as content:
        digest = file_digest(content, "sha256").hexdigest()
    if told_hash and told_hash != digest:
        package.findings.append(finding("hash-count", file, value=told_hash, detail=digest))
    return file


def _rows(database: duckdb.DuckDBPyConnection, path: Path) -> int:
    sql = f"SELECT count(*) FROM read_parquet({quote_text(str(path))})"
    return int(database.execute(sql).fetchall()[0][0])


def _check_types(database: duckdb.DuckDBPyConnection, table: Table, paths: str) -> None:
    """Raise a ValueError where a column is not there or not of its schema's type."""
    sql = f"SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet([{paths}]))"
    types = dict(database.execute(sql).fetchall())
    for column in table.fields:
        wanted = duckdb_type(column)
        if types.get(column.name) != wanted:
            raise ValueError(f"{column.name} is {types.get(column.name, 'missing')}, not {wanted}.")


def _resources(descriptor: Path) -> list[Any]:
    try:
        content = json.loads(descriptor.read_text(encoding="utf-8"))
        return list(content["resources"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _is_parts(entry: object) -> bool:
    if not isinstance(entry, dict) or entry.get("format") != _FORMAT:
        return False
    parts = entry.get("parts")
    return isinstance(entry.get("name"), str) and isinstance(parts, list) and bool(parts)
