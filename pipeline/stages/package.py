"""data/ → datapackage.json, docs/tables.md, sql/tables.sql and the DuckDB database."""

from pipeline.package.database import LOADER, loading_script, write_database
from pipeline.package.descriptor import DESCRIPTOR, METADATA, describe_package, read_metadata
from pipeline.paths import RAW, ROOT, SQL
from pipeline.schema import load_schemas
from pipeline.schema.markdown import tables_markdown
from pipeline.sources.manifest import read_manifest
from pipeline.stages.run import run_stage
from pipeline.tables import write_files

DOCS = ROOT / "docs"


def package_tables() -> None:
    """Describe the tables that stand in data/ and load them into a database."""
    schemas = load_schemas()
    metadata = read_metadata(ROOT / METADATA)
    descriptor = describe_package(ROOT, metadata, schemas, read_manifest(RAW / "sources.csv"))
    write_files(SQL, {LOADER: loading_script(schemas).encode("utf-8")})
    write_files(DOCS, {"tables.md": tables_markdown(schemas).encode("utf-8")})
    write_database(schemas)
    write_files(ROOT, {DESCRIPTOR: descriptor})


if __name__ == "__main__":
    run_stage(package_tables)
