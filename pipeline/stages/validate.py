"""The package → build/validation.json; the build fails where something is wrong with it."""

import sys

from pipeline.paths import BUILD, ROOT
from pipeline.stages.run import run_stage
from pipeline.tables import write_files
from pipeline.validate.run import validate_package


def validate_build() -> None:
    """Validate the package as it lies in the clone, and say so."""
    report = validate_package(ROOT)
    write_files(BUILD, {"validation.json": report.render("json").encode("utf-8")})
    print(report.render("table", colour=sys.stdout.isatty()), end="")
    if not report.passes():
        sys.exit(1)


if __name__ == "__main__":
    run_stage(validate_build)
