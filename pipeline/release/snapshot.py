"""A package as it stood somewhere: in a folder, an archive or a revision in git."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.package.descriptor import DESCRIPTOR
from pipeline.paths import ROOT
from pipeline.release.revisions import export_revision, is_revision
from pipeline.release.versions import Version, parse_version
from pipeline.schema import Table, table_from
from pipeline.validate.unpack import is_archive, unpack


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A package as its own descriptor and schemas tell of it.

    Attributes:
        name: folder, archive or revision, as the user named it.
        version: of the package.
        tables: the schema of each table.
        files: where the CSV of each table lies.
    """

    name: str
    version: Version
    tables: Mapping[str, Table]
    files: Mapping[str, Path]


@contextmanager
def open_snapshot(name: str, root: Path = ROOT) -> Iterator[Snapshot]:
    """Read the package called `name`; its files are there as long as the context lasts.

    Args:
        name: path of a folder or an archive, or a revision of the clone at `root`. A path is
            preferred where both are there.
        root: the clone.

    Raises:
        InputError: there is no such package, or it cannot be read.
    """
    path = Path(name)
    with tempfile.TemporaryDirectory(prefix="snapshot-") as temporary:
        folder = Path(temporary)
        if path.is_dir():
            folder = path
        elif is_archive(path):
            unpack(path, folder)
            folder = _top(folder)
        elif not path.exists() and is_revision(root, name):
            export_revision(root, name, folder)
        else:
            remedy = "Name a folder, an archive or a revision in git that holds datapackage.json."
            raise InputError(name, "There is no package of this name.", remedy)
        yield _read(name, folder)


def _top(folder: Path) -> Path:
    """Step into the one folder that a release's archive holds."""
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder


def _read(name: str, folder: Path) -> Snapshot:
    descriptor = _json(name, folder, DESCRIPTOR)
    tables: dict[str, Table] = {}
    files: dict[str, Path] = {}
    for resource in descriptor.get("resources", []):
        table = str(resource.get("name", ""))
        schema = resource.get("schema")
        file = f"{name}: {schema if isinstance(schema, str) else DESCRIPTOR}"
        content = _json(name, folder, schema) if isinstance(schema, str) else schema
        tables[table] = table_from(content, table, file)
        files[table] = _inside(name, folder, str(resource.get("path", "")))
    version = parse_version(str(descriptor.get("version", "")), f"{name}: {DESCRIPTOR}")
    return Snapshot(name, version, tables, files)


def _json(name: str, folder: Path, file: str) -> dict[str, Any]:
    try:
        content = json.loads(_inside(name, folder, file).read_text(encoding="utf-8"))
    except ValueError as error:
        problem = f"It is no JSON: {error}."
        raise InputError(f"{name}: {file}", problem, "Restore it from git.") from error
    if not isinstance(content, dict):
        raise InputError(f"{name}: {file}", "It is no JSON object.", "Restore it from git.")
    return content


def _inside(name: str, folder: Path, file: str) -> Path:
    """Return the path of a file of the package; refuse one that is not there or elsewhere."""
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise InputError(f"{name}: {file}", "It is not in the package.", "Fetch the package again.")
    return path
