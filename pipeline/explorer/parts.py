"""A package of Parquet files in parts, as the explorer reads packages."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipeline.errors import InputError
from pipeline.package.descriptor import DESCRIPTOR
from pipeline.paths import SCHEMAS
from pipeline.schema import load_schemas, quote_name, quote_text
from pipeline.schema.table import SUFFIX
from pipeline.validate.partitioned import is_partitioned, lay_out

_SOURCES = "sources"
_UNKNOWN = "unknown"


@contextmanager
def in_one_piece(root: Path) -> Iterator[Path]:
    """Give the package in `root`, or a copy with whole tables where it is in parts.

    A corpus does not tell what its sources are: in the copy they have their ids, and no more.

    Raises:
        InputError: a part is missing or broken.
    """
    if not is_partitioned(root):
        yield root
        return
    with tempfile.TemporaryDirectory(prefix="explorer-") as folder:
        copy = Path(folder)
        for found in lay_out(root, copy).package.findings:
            raise InputError(found.file, found.message, found.remedy)
        shutil.copytree(root / "schemas", copy / "schemas")
        shutil.copyfile(root / DESCRIPTOR, copy / DESCRIPTOR)
        if not (copy / "data" / f"{_SOURCES}.csv").exists():
            shutil.copyfile(
                SCHEMAS / f"{_SOURCES}{SUFFIX}", copy / "schemas" / f"{_SOURCES}{SUFFIX}"
            )
            _name_sources(copy / "data")
        yield copy


def _name_sources(data: Path) -> None:
    """Write a table of sources in which only ids are known."""
    known = {"source_id": "source_id", "title": "source_id", "path": "source_id || '.txt'"}
    columns = []
    for field in load_schemas()[_SOURCES].fields:
        wanted = _UNKNOWN if field.required and field.type == "string" else ""
        value = known.get(field.name, quote_text(wanted) if wanted else "NULL")
        columns.append(f"{value} AS {quote_name(field.name)}")
    tables = (data / f"{name}.csv" for name in ("claims", "uncoded"))
    ids = " UNION ".join(
        f"SELECT source_id FROM read_csv({quote_text(str(path))}, all_varchar = true)"
        for path in tables
    )
    target = quote_text(str(data / f"{_SOURCES}.csv"))
    with duckdb.connect() as database:
        database.execute(
            f"COPY (SELECT {', '.join(columns)} FROM ({ids}) ORDER BY source_id) TO {target} "
            "(FORMAT csv, HEADER true)"
        )
