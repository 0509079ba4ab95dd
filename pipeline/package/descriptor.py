"""`datapackage.json`, made from the tables, their schemas, the manifest and `package.yaml`."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import InputError
from pipeline.schema import Table
from pipeline.sources.manifest import Source
from pipeline.tables import file_name

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
METADATA = "package.yaml"
DESCRIPTOR = "datapackage.json"
_WANTED = ("name", "id", "title", "description", "version", "created", "keywords", "contributors",
           "licenses")  # fmt: skip
_DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n"}


def read_metadata(path: Path) -> dict[str, Any]:
    """Read what people say of the package as a whole.

    Raises:
        InputError: the file is missing, no YAML, or lacks or adds a property.
    """
    try:
        metadata = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise InputError(str(path), f"Cannot be read: {error}.", "Restore it from git.") from error
    given = metadata.keys() if isinstance(metadata, dict) else set()
    for name in sorted(given ^ set(_WANTED)):
        problem = "It is missing." if name in _WANTED else "It is not known here."
        raise InputError(str(path), problem, f"Give exactly {', '.join(_WANTED)}.", field=name)
    return {name: metadata[name] for name in _WANTED}


def describe_package(
    root: Path,
    metadata: Mapping[str, Any],
    schemas: Mapping[str, Table],
    sources: Sequence[Source],
) -> bytes:
    """Return the descriptor of the tables in `root`/data as UTF-8 JSON.

    Raises:
        InputError: a table's file is missing.
    """
    descriptor = {
        "$schema": PROFILE,
        **metadata,
        "sources": [_source(source) for source in sources],
        "resources": [_resource(root, table) for table in schemas.values()],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _source(source: Source) -> dict[str, str]:
    described = {"title": f"{source.title} ({source.publisher})", "path": f"raw/{source.path}"}
    if source.published_on:
        described["version"] = source.published_on
    return described


def _resource(root: Path, table: Table) -> dict[str, Any]:
    path = root / "data" / file_name(table.name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), "The table is missing.", "Run `claims build`.") from error
    return {
        "name": table.name,
        "type": "table",
        "path": f"data/{path.name}",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": f"schemas/{table.name}.schema.json",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
