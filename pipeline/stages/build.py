"""The whole build: every DVC stage whose inputs changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from dvc.schema import COMPILED_LOCKFILE_SCHEMA as DVC_LOCK
from filelock import FileLock, Timeout
from voluptuous import Invalid

from pipeline.paths import BUILD, ROOT
from pipeline.stages import publication
from pipeline.stages.lines import KEPT
from pipeline.stages.run import as_input_error


def build_all(force: bool = False) -> int:
    """Run `dvc repro` in the clone; return 0, or 1 where a stage failed.

    A second build waits for the first, and says so.

    Args:
        force: whether to run every stage again, and read every text again.
    """
    try:
        BUILD.mkdir(exist_ok=True)
        with _held(FileLock(BUILD / ".building.lock")):
            with publication.lock(ROOT):
                publication.settle(ROOT)
            clear_cut_lock(ROOT)
            return _repro(force)
    except OSError as error:
        print(f"error: {as_input_error(error)}", file=sys.stderr)
        return 1


def clear_cut_lock(root: Path) -> None:
    """Remove a dvc.lock that a kill has cut off: DVC writes it in place and stops at half a one.

    What it recorded is found out again by running every stage, which gives the same bytes.
    """
    path = root / "dvc.lock"
    if not path.is_file():
        return
    try:
        DVC_LOCK(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, UnicodeDecodeError, Invalid):
        print("dvc.lock was cut off by a build that was killed; all stages run.", file=sys.stderr)
        path.unlink()


@contextmanager
def _held(lock: FileLock) -> Iterator[None]:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print("Another build runs in this folder; waiting until it is done.", file=sys.stderr)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _repro(force: bool) -> int:
    if force:
        shutil.rmtree(KEPT.parent, ignore_errors=True)
    beside = str(Path(sys.executable).parent)
    path = os.pathsep.join((beside, os.environ.get("PATH", os.defpath)))
    command = [sys.executable, "-m", "dvc", "repro"] + (["--force"] if force else [])
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path}, check=False)
    return min(abs(done.returncode), 1)
