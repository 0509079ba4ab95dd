"""What a package needs to be looked at: its tables, its texts and the words that describe it."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline.errors import InputError
from pipeline.package.cookbook import recipes
from pipeline.package.database import SCRIPTS, loading_script
from pipeline.package.descriptor import DESCRIPTOR
from pipeline.package.parquet import parquet_bytes
from pipeline.schema import Table, load_schemas, quote_name, quote_text, read_csv_sql
from pipeline.schema.table import SUFFIX
from pipeline.tables import file_name

# Answers that sql/ alone knows how to give; the page shows them beside the claims.
ANSWERS = {
    "words": "SELECT claim_id, speaker, via, figure FROM claims_in_words",
    "acled": "FROM casualties_acled",
    "ucdp": "FROM casualties_ucdp",
    "airwars": "FROM casualties_airwars",
    "deaths_by_voice": "FROM deaths_by_voice",
}
# A clone keeps its texts in raw/, a release those that may be passed on in texts/.
_TEXT_FOLDERS = ("raw", ".")
_DESCRIBED = ("name", "title", "description", "version", "created", "licenses")


@dataclass(frozen=True, slots=True)
class Package:
    """A data package on disk: a clone, or a release that was unpacked.

    Attributes:
        root: its folder.
        descriptor: what its datapackage.json says.
        schemas: its tables, by name.
    """

    root: Path
    descriptor: dict[str, Any]
    schemas: dict[str, Table]


def read_package(root: Path) -> Package:
    """Read the description of the package in the folder `root`.

    Raises:
        InputError: there is no package, or one of its tables is missing.
    """
    path = root / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        remedy = "Name the folder of a clone or of an unpacked release."
        raise InputError(str(path), f"No package can be read here ({error}).", remedy) from error
    schemas = load_schemas(root / "schemas")
    for name in schemas:
        table = root / "data" / file_name(name)
        if not table.is_file():
            raise InputError(str(table), "The table is missing.", "Run `claims build`.")
    return Package(root, descriptor, schemas)


def package_files(package: Package, only: frozenset[str] | None = None) -> dict[str, bytes]:
    """Return the files from which the page reads the package, by their path below its folder.

    Args:
        package: the package.
        only: ids of the sources whose texts go with it; None for all that are at hand.

    Raises:
        InputError: a table cannot be read.
    """
    files = {
        f"tables/{name}.parquet": parquet_bytes(table, package.root / "data", {}, "snappy")
        for name, table in package.schemas.items()
    }
    files |= {f"answers/{name}.parquet": content for name, content in _answers(package).items()}
    texts = _texts(package, only)
    files |= {f"texts/{source}.txt": content for source, content in texts.items()}
    catalogue = {
        "package": {name: package.descriptor.get(name) for name in _DESCRIBED},
        "tables": {name: _schema(package, name) for name in package.schemas},
        "texts": sorted(texts),
        "sql": [
            loading_script(package.schemas),
            *(script.read_text(encoding="utf-8") for script in SCRIPTS),
        ],
        "recipes": [
            {"name": recipe.name, "question": recipe.question, "query": recipe.query}
            for recipe in recipes()
        ],
    }
    files["catalogue.json"] = json.dumps(catalogue, ensure_ascii=False).encode("utf-8")
    return files


def _schema(package: Package, name: str) -> dict[str, Any]:
    path = package.root / "schemas" / (name + SUFFIX)
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _answers(package: Package) -> dict[str, bytes]:
    """Return the answers to the questions of `ANSWERS` as Parquet files."""
    with tempfile.TemporaryDirectory(prefix="answers-") as folder, duckdb.connect() as database:
        # Row groups written by several threads would stand in the order in which they finish.
        database.execute("SET threads = 1")
        try:
            for table in package.schemas.values():
                rows = read_csv_sql(table, package.root / "data" / file_name(table.name))
                database.execute(f"CREATE TABLE {quote_name(table.name)} AS FROM {rows}")
        except duckdb.Error as error:
            problem = str(error).splitlines()[0]
            remedy = "Run `claims validate` to see where."
            raise InputError(str(package.root / "data"), problem, remedy) from error
        for script in SCRIPTS:
            database.execute(script.read_text(encoding="utf-8"))
        contents = {}
        for name, query in ANSWERS.items():
            target = Path(folder) / f"{name}.parquet"
            database.execute(
                f"COPY ({query} ORDER BY ALL) TO {quote_text(str(target))} "
                "(FORMAT parquet, COMPRESSION snappy)"
            )
            contents[name] = target.read_bytes()
        return contents


def _texts(package: Package, only: frozenset[str] | None) -> dict[str, bytes]:
    """Return the texts at hand, byte for byte, by the id of their source."""
    table = package.schemas["sources"]
    with duckdb.connect() as database:
        rows = database.execute(
            "SELECT source_id, path FROM "
            + read_csv_sql(table, package.root / "data" / file_name(table.name))
        ).fetchall()
    texts = {}
    for source, name in rows:
        if only is not None and source not in only:
            continue
        for folder in _TEXT_FOLDERS:
            path = package.root / folder / name
            if path.is_file() and path.resolve().is_relative_to(package.root.resolve()):
                texts[source] = path.read_bytes()
                break
    return texts
