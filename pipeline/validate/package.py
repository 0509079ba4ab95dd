"""A package found on disk: its descriptor, its resources, and what is wrong with either."""

import json
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.schema import Table, load_schemas, table_from
from pipeline.schema.table import in_dependency_order
from pipeline.validate.finding import Finding
from pipeline.validate.rules import finding

DESCRIPTOR = "datapackage.json"
_MODEL_MARK = {"claims", "sources"}


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of a package.

    Attributes:
        name: name of the table.
        file: path inside the package, as findings show it.
        path: where the file lies.
        table: its schema.
        bytes, sha256: what the descriptor says of the file; None and "" where it says nothing.
    """

    name: str
    file: str
    path: Path
    table: Table
    bytes: int | None = None
    sha256: str = ""


@dataclass
class Package:
    """A package to validate.

    Attributes:
        root: its folder.
        resources: tables whose files are there, in an order in which keys precede their use.
        findings: what is wrong with the descriptor or the files' whereabouts.
        notes: what could not be checked, and why.
        is_model: whether its tables are those of this project's data model.
        has_descriptor: whether it has a datapackage.json.
    """

    root: Path
    resources: list[Resource] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_model: bool = False
    has_descriptor: bool = False


def open_package(path: Path) -> Package:
    """Find the tables of a folder or a datapackage.json.

    Raises:
        InputError: nothing is there that could be a package.
    """
    descriptor = path / DESCRIPTOR if path.is_dir() else path
    if not path.exists():
        raise InputError(
            str(path), "Does not exist.", "Name a folder, a datapackage.json or an archive."
        )
    if path.is_dir() and not descriptor.exists():
        return _bare_folder(path)
    return _described(descriptor)


def _bare_folder(root: Path) -> Package:
    """Take CSV files named after the tables of the data model, from the folder or its data/."""
    model = load_schemas()
    folder = root / "data" if (root / "data").is_dir() else root
    package = Package(root if folder != root or root.name != "data" else root.parent, is_model=True)
    found = {name: folder / f"{name}.csv" for name in model if (folder / f"{name}.csv").is_file()}
    if not found:
        problem = f"Holds neither a {DESCRIPTOR} nor a table of the data model."
        raise InputError(str(root), problem, f"Name a folder with {DESCRIPTOR} or data/*.csv.")
    package.notes.append(
        f"There is no {DESCRIPTOR}: hashes, sizes and the descriptor were not checked."
    )
    for name, table in model.items():
        file = (folder / f"{name}.csv").relative_to(package.root).as_posix()
        if name in found:
            package.resources.append(Resource(name, file, found[name], table))
        else:
            package.findings.append(finding("missing-table", file, value=name))
    return package


def _described(descriptor: Path) -> Package:
    package = Package(descriptor.parent, has_descriptor=True)
    content = _read(descriptor, package)
    if content is None:
        return package
    entries = content.get("resources")
    if not isinstance(entries, list) or not entries:
        package.findings.append(finding("descriptor", DESCRIPTOR, field="resources", value=""))
        return package
    names = [str(entry.get("name", "")) for entry in entries if isinstance(entry, dict)]
    package.is_model = set(names) >= _MODEL_MARK
    _check_names(names, package)
    for position, entry in enumerate(entries):
        resource = _resource(entry, position, package)
        if resource is not None:
            package.resources.append(resource)
    if package.is_model:
        check_model(names, package)
    _order(package)
    return package


def _read(descriptor: Path, package: Package) -> dict[str, Any] | None:
    try:
        content = json.loads(descriptor.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        package.findings.append(finding("descriptor", DESCRIPTOR, value=f"cannot be read: {error}"))
        return None
    if not isinstance(content, dict):
        package.findings.append(finding("descriptor", DESCRIPTOR, value="is no JSON object"))
        return None
    return content


def _check_names(names: list[str], package: Package) -> None:
    for name in sorted({name for name in names if names.count(name) > 1}):
        text = f"two resources are called {name!r}"
        package.findings.append(finding("descriptor", DESCRIPTOR, field="name", value=text))


def _resource(entry: object, position: int, package: Package) -> Resource | None:
    """Make a resource of its entry, or note why that cannot be."""
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        text = f"resource {position + 1} has no name"
        package.findings.append(finding("descriptor", DESCRIPTOR, field="resources", value=text))
        return None
    name, file = entry["name"], entry.get("path")
    if isinstance(file, list) and len(file) == 1:
        file = file[0]
    if not isinstance(file, str):
        if "data" in entry or isinstance(file, list):
            package.notes.append(f"Resource {name} is not one CSV file; it was not checked.")
            return None
        text = f"resource {name!r} has no path"
        package.findings.append(finding("descriptor", DESCRIPTOR, field="path", value=text))
        return None
    path = safe_path(package.root, file)
    if path is None:
        package.findings.append(finding("unsafe-path", DESCRIPTOR, field="path", value=file))
        return None
    if not path.is_file():
        package.findings.append(finding("missing-file", file, value=name))
        return None
    table = schema_of(entry, name, package)
    if table is None:
        return None
    if not file.endswith(".csv") or str(entry.get("encoding", "utf-8")).lower() != "utf-8":
        package.notes.append(f"Resource {name} is no CSV file in UTF-8; it was not checked.")
        return None
    size, digest = entry.get("bytes"), str(entry.get("hash", ""))
    return Resource(
        name=name,
        file=file,
        path=path,
        table=table,
        bytes=size if isinstance(size, int) else None,
        sha256=digest.removeprefix("sha256:").lower() if digest.startswith("sha256:") else "",
    )


def safe_path(root: Path, file: str) -> Path | None:
    """Return the path of `file` below `root`, or None where it leads elsewhere."""
    if not file or "\x00" in file or "://" in file or "\\" in file:
        return None
    path = root / file
    if Path(file).is_absolute() or ".." in Path(file).parts:
        return None
    return path if path.resolve().is_relative_to(root.resolve()) else None


def schema_of(entry: dict[str, Any], name: str, package: Package) -> Table | None:
    """Return the schema of a resource, or note why there is none."""
    schema, file = entry.get("schema"), DESCRIPTOR
    if isinstance(schema, str):
        file = schema
        path = safe_path(package.root, schema)
        if path is None:
            package.findings.append(
                finding("unsafe-path", DESCRIPTOR, field="schema", value=schema)
            )
            return None
        if not path.is_file():
            package.findings.append(finding("missing-file", schema, value=name))
            return None
        try:
            schema = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            package.findings.append(finding("schema", schema, value=f"cannot be read: {error}"))
            return None
    if schema is None:
        package.notes.append(f"Resource {name} has no schema; its rows were not checked.")
        return None
    try:
        return table_from(schema, name, file)
    except InputError as error:
        package.findings.append(finding("schema", file, value=error.problem))
        return None


def check_model(names: list[str], package: Package, absent: Container[str] = ()) -> None:
    """Hold the tables to the data model: none with a schema of its own, all there but `absent`."""
    model = load_schemas()
    for name in model:
        if name not in names and name not in absent:
            package.findings.append(finding("missing-table", DESCRIPTOR, value=name))
    for position, resource in enumerate(package.resources):
        meant = model.get(resource.name)
        if meant is None or _without_examples(resource.table) == _without_examples(meant):
            continue
        package.findings.append(finding("schema-changed", DESCRIPTOR, value=resource.name))
        package.resources[position] = Resource(
            resource.name, resource.file, resource.path, meant, resource.bytes, resource.sha256
        )


def _without_examples(table: Table) -> object:
    columns = [(f.name, f.type, f.format, dict(f.constraints)) for f in table.fields]
    keys = (table.primary_key, table.foreign_keys, table.row_rules, table.missing_values)
    return columns, keys


def _order(package: Package) -> None:
    tables = [table.name for table in in_dependency_order(r.table for r in package.resources)]
    package.resources.sort(key=lambda resource: tables.index(resource.name))
