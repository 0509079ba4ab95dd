"""Extracted tables in, a package of Parquet files with events and relations out."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.engine.bulk import MANIFEST
from pipeline.engine.partitions import holds
from pipeline.engine.reading import columns_of
from pipeline.errors import InputError
from pipeline.package.descriptor import DESCRIPTOR, PROFILE
from pipeline.paths import SCHEMAS
from pipeline.reference.claimants import load_claimants
from pipeline.reference.gazetteer import load_gazetteer
from pipeline.resolve.large.resolution import Counts, resolve_large
from pipeline.resolve.large.store import MEMORY, Store, is_in_use
from pipeline.resolve.listings import claimant_rows, place_rows
from pipeline.resolve.standard import standard_resolver
from pipeline.schema import Table, duckdb_type, load_schemas, quote_name, quote_text

NAME = "resolved-claims"
# Of the data model, what can be known without the texts and their manifest.
TABLES = ("claimants", "places", "events", "claims", "claim_relations", "uncoded")
ROWS_A_FILE = 250_000
_WORK = ".work"

_SPOKEN = """
    SELECT DISTINCT ON (id) id, name FROM (
        SELECT claimant_id AS id, claimant_name AS name FROM claims
        UNION ALL SELECT via_claimant_id, via_name FROM claims)
    WHERE id IS NOT NULL AND name IS NOT NULL
    GROUP BY id, name ORDER BY id, count(*) DESC, name
"""
_SPEAKERS = """
    SELECT claimant_id FROM claims WHERE claimant_id IS NOT NULL
    UNION SELECT via_claimant_id FROM claims WHERE via_claimant_id IS NOT NULL
"""
_PLACES = """
    SELECT place_id FROM claims WHERE place_id IS NOT NULL
    UNION SELECT place_id FROM described WHERE place_id IS NOT NULL
"""


def resolve_folder(extracted: Path, output: Path, memory: str = MEMORY) -> Counts:
    """Resolve what a bulk extraction found and write a package of Parquet files.

    Args:
        extracted: folder that `claims extract` has written.
        output: folder of the package; it is there whole or, on an error, as it was.
        memory: what DuckDB may hold ("1GB"); beyond that it writes to disk.

    Raises:
        InputError: the extraction is not whole, `output` is no package of this kind, or the memory
            is not enough.
        OSError: the disk is full or cannot be written.
    """
    files = _files(extracted)
    with _published(output) as new:
        work = new / _WORK
        work.mkdir()
        store = Store(work, memory)
        try:
            counts = _resolve(store, files, new)
        finally:
            store.close()
        shutil.rmtree(work)
    return counts


def _resolve(store: Store, files: Mapping[str, Sequence[Path]], new: Path) -> Counts:
    schemas = load_schemas()
    gazetteer, claimants = load_gazetteer(), load_claimants()
    resolver = standard_resolver(gazetteer, claimants, {})
    counts = resolve_large(store, files["claims"], resolver, schemas["claims"], schemas["events"])
    spoken: dict[str, str] = dict(row[:2] for row in store.run(_SPOKEN))
    speakers = claimant_rows((row[0] for row in store.run(_SPEAKERS)), spoken, claimants)
    places = schemas["places"]
    used = place_rows((row[0] for row in store.run(_PLACES)), gazetteer, places.columns)
    _keep(store, schemas["claimants"], speakers)
    _keep(store, places, used)
    listed = ", ".join(quote_text(str(path)) for path in files["uncoded"])
    store.run(
        "CREATE TABLE uncoded AS SELECT row_number() OVER () - 1 AS number, * FROM "
        f"(FROM read_parquet([{listed}]) ORDER BY source_id, char_start)"
    )
    kept = dict.fromkeys(TABLES, "") | {
        "claims": "resolved", "events": "described", "claim_relations": "relations",
    }  # fmt: skip
    resources = [_write(store, schemas[name], table or name, new) for name, table in kept.items()]
    _describe(new, resources)
    return counts


def _files(extracted: Path) -> dict[str, list[Path]]:
    """Return the files of claims and uncoded numbers, as the manifest lists them.

    Raises:
        InputError: there is no manifest, or a file is not as it was written.
    """
    path = extracted / MANIFEST
    remedy = "Run `claims extract` into the folder again."
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        partitions = manifest["partitions"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        problem = "There is no manifest of a finished extraction."
        raise InputError(str(path), problem, remedy) from error
    found: dict[str, list[Path]] = {"claims": [], "uncoded": []}
    for partition in partitions:
        for table, files in found.items():
            file, told = extracted / table / f"{partition['name']}.parquet", partition[table]
            if not holds(file, told["bytes"], told["sha256"]):
                raise InputError(str(file), "It is not as the manifest lists it.", remedy)
            files.append(file)
    for table, files in found.items():
        _check_columns(table, files[0], remedy)
    return found


def _check_columns(table: str, file: Path, remedy: str) -> None:
    columns = pl.read_parquet_schema(file)
    for name in columns_of()[table].names:
        if name not in columns:
            problem = "Another version of the project has written it: a column is missing."
            raise InputError(str(file), problem, remedy, field=name)


@contextmanager
def _published(output: Path) -> Iterator[Path]:
    """Give a new folder beside `output`, and put it in its place at the end if all went well."""
    if output.exists() and not _is_ours(output):
        problem = "It is there already and is no package that `claims resolve` has written."
        raise InputError(str(output), problem, "Name another --output.")
    new = output.with_name(f".{output.name}.new")
    old = output.with_name(f".{output.name}.old")
    output.parent.mkdir(parents=True, exist_ok=True)
    if is_in_use(new / _WORK):
        problem = "Another run is writing this package."
        raise InputError(str(output), problem, "Wait for its end, or name another --output.")
    # What a killed run has left.
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        yield new
        shutil.rmtree(old, ignore_errors=True)
        if output.exists():
            output.rename(old)
        new.rename(output)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _is_ours(output: Path) -> bool:
    try:
        descriptor = json.loads((output / DESCRIPTOR).read_text(encoding="utf-8"))
        return bool(descriptor["name"] == NAME)
    except (OSError, ValueError, KeyError, TypeError):
        return output.is_dir() and not any(output.iterdir())


def _keep(store: Store, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Make a numbered table of a few rows, sorted by its key."""
    columns = ", ".join(f"{quote_name(each.name)} {duckdb_type(each)}" for each in table.fields)
    store.run(f"CREATE TABLE {quote_name(table.name)} (number BIGINT, {columns})")
    cells = sorted(
        ([row[name] if row[name] != "" else None for name in table.columns] for row in rows),
        key=lambda row: [str(row[table.columns.index(name)]) for name in table.primary_key],
    )
    store.append(table.name, [(number, *row) for number, row in enumerate(cells)])


def _write(store: Store, table: Table, kept: str, new: Path) -> dict[str, Any]:
    """Write a table as Parquet files and return its entry in the descriptor."""
    folder = Path("data") / table.name
    (new / folder).mkdir(parents=True)
    rows = store.count(kept)
    parts = []
    for number, start in enumerate(range(0, max(rows, 1), ROWS_A_FILE)):
        end = min(start + ROWS_A_FILE, rows)
        file = folder / f"{number:05}.parquet"
        store.export(kept, new / file, start, end)
        with (new / file).open("rb") as content:
            digest = file_digest(content, "sha256").hexdigest()
        parts.append(
            {
                "path": file.as_posix(),
                "rows": end - start,
                "bytes": (new / file).stat().st_size,
                "hash": f"sha256:{digest}",
            }
        )
    return {
        "name": table.name,
        "type": "table",
        "path": [part["path"] for part in parts],
        "title": table.title,
        "description": table.description,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": f"schemas/{table.name}.schema.json",
        "parts": parts,
    }


def _describe(new: Path, resources: Sequence[Mapping[str, Any]]) -> None:
    (new / "schemas").mkdir()
    for resource in resources:
        file = f"{resource['name']}.schema.json"
        shutil.copyfile(SCHEMAS / file, new / "schemas" / file)
    descriptor = {
        "$schema": PROFILE,
        "name": NAME,
        "title": "Claims of a corpus, with their events and relations",
        "resources": resources,
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
    (new / DESCRIPTOR).write_text(text, encoding="utf-8")
