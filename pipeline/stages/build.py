"""The whole build: every DVC stage whose inputs changed."""

import os
import subprocess
import sys
from pathlib import Path

from pipeline.package.database import DATABASE, write_database
from pipeline.paths import ROOT
from pipeline.schema import load_schemas


def build_all(force: bool = False) -> int:
    """Run `dvc repro` in the clone; return its exit code.

    The database is derived from the tables in git and no output that DVC compares, so it is made
    here where it is missing.
    """
    beside = str(Path(sys.executable).parent)
    path = os.pathsep.join((beside, os.environ.get("PATH", os.defpath)))
    command = [sys.executable, "-m", "dvc", "repro"] + (["--force"] if force else [])
    code = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PATH": path}, check=False
    ).returncode
    if code == 0 and not DATABASE.exists():
        write_database(load_schemas())
    return min(code, 1)
