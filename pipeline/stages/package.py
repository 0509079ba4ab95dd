"""data/ → docs/tables.md, sql/tables.sql and the DuckDB database."""

from pipeline.package.database import LOADER, loading_script, write_database
from pipeline.paths import ROOT, SQL
from pipeline.schema import load_schemas
from pipeline.schema.markdown import tables_markdown
from pipeline.stages.run import run_stage
from pipeline.tables import write_files

DOCS = ROOT / "docs"


def package_tables() -> None:
    """Document the tables that stand in data/ and load them into a database."""
    schemas = load_schemas()
    write_files(SQL, {LOADER: loading_script(schemas).encode("utf-8")})
    write_files(DOCS, {"tables.md": tables_markdown(schemas).encode("utf-8")})
    write_database(schemas)


if __name__ == "__main__":
    run_stage(package_tables)
