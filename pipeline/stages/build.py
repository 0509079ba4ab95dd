"""The whole build: every DVC stage whose inputs changed."""

import os
import subprocess
import sys
from pathlib import Path

from pipeline.paths import ROOT


def build_all(force: bool = False) -> int:
    """Run `dvc repro` in the clone; return 0, or 1 where a stage failed."""
    beside = str(Path(sys.executable).parent)
    path = os.pathsep.join((beside, os.environ.get("PATH", os.defpath)))
    command = [sys.executable, "-m", "dvc", "repro"] + (["--force"] if force else [])
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path}, check=False)
    return min(abs(done.returncode), 1)
