"""build/resolved → data/ and datapackage.json: published only if nothing is wrong with them."""

from pathlib import Path

from pipeline.errors import InputError
from pipeline.package.descriptor import METADATA, describe_package, read_metadata
from pipeline.paths import RAW, ROOT
from pipeline.schema import load_schemas
from pipeline.sources.manifest import read_manifest
from pipeline.stages.lines import RESOLVED, read_lines
from pipeline.stages.publication import lock, put_in_place, settle, stage
from pipeline.stages.run import run_stage
from pipeline.tables import render_tables
from pipeline.validate.run import validate_package


def publish_tables() -> None:
    """Write the tables aside, hold them to the schemas and keys, then put them into data/."""
    schemas = load_schemas()
    rows = {name: read_lines(RESOLVED / f"{name}.jsonl") for name in schemas}
    tables = render_tables(schemas, rows)
    metadata, sources = read_metadata(ROOT / METADATA), read_manifest(RAW / "sources.csv")
    with lock(ROOT):
        settle(ROOT)
        try:
            staged = stage(ROOT, tables)
            _refuse_errors(staged)
            put_in_place(ROOT, describe_package(staged, metadata, schemas, sources))
        finally:
            settle(ROOT)


def _refuse_errors(staged: Path) -> None:
    report = validate_package(staged, layers=("sql",))
    for found in report.findings:
        if found.severity == "error":
            raise InputError(
                found.file,
                f"{found.message} ({report.errors} errors in all; data/ is as it was)",
                found.remedy,
                found.line,
                found.field,
            )


if __name__ == "__main__":
    run_stage(publish_tables)
