"""build/resolved → data/: published only if nothing is wrong with the tables."""

from pipeline.errors import InputError
from pipeline.paths import BUILD, DATA
from pipeline.schema import load_schemas
from pipeline.stages.lines import RESOLVED, read_lines
from pipeline.stages.run import run_stage
from pipeline.tables import file_name, write_files, write_tables
from pipeline.validate.run import validate_package

STAGED = BUILD / "tables"


def publish_tables() -> None:
    """Write the tables aside, hold them to the schemas and keys, then put them into data/."""
    schemas = load_schemas()
    rows = {name: read_lines(RESOLVED / f"{name}.jsonl") for name in schemas}
    write_tables(schemas, rows, STAGED)
    report = validate_package(STAGED, layers=("sql",))
    for found in report.findings:
        if found.severity == "error":
            raise InputError(
                found.file,
                f"{found.message} ({report.errors} errors in all; data/ is as it was)",
                found.remedy,
                found.line,
                found.field,
            )
    names = [file_name(name) for name in schemas]
    write_files(DATA, {name: (STAGED / name).read_bytes() for name in names})


if __name__ == "__main__":
    run_stage(publish_tables)
