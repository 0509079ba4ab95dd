"""The tables as Parquet: typed and sorted by key, with the schema's words in the file itself."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import duckdb

from pipeline.schema import Table, quote_name, quote_text, read_csv_sql
from pipeline.tables import file_name


def parquet_bytes(
    table: Table,
    data: Path,
    described: Mapping[str, str],
    compression: Literal["zstd", "snappy"] = "zstd",
) -> bytes:
    """Return the table of the folder `data` as one Parquet file.

    Args:
        table: its schema.
        data: folder of the CSV.
        described: further key-value metadata of the file, such as version and licence.
        compression: zstd is smaller, snappy is read by more programs.

    The metadata of the file hold `title` and `description` of the table and, as JSON, `fields`: the
    description of each column by its name.
    """
    fields = {field.name: field.description for field in table.fields}
    metadata = {
        **described,
        "title": table.title,
        "description": table.description,
        "fields": json.dumps(fields, ensure_ascii=False),
    }
    pairs = ", ".join(f"{quote_name(key)}: {quote_text(text)}" for key, text in metadata.items())
    rows = read_csv_sql(table, data / file_name(table.name))
    key = ", ".join(quote_name(name) for name in table.primary_key)
    with tempfile.TemporaryDirectory(prefix="parquet-") as folder, duckdb.connect() as database:
        target = Path(folder) / f"{table.name}.parquet"
        # Row groups written by several threads would stand in the order in which they finish.
        database.execute("SET threads = 1")
        database.execute(
            f"COPY (FROM {rows} ORDER BY {key}) TO {quote_text(str(target))} "
            f"(FORMAT parquet, COMPRESSION {compression}, KV_METADATA {{{pairs}}})"
        )
        return target.read_bytes()
