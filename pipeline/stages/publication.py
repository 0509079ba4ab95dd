"""data/ and its descriptor put in place as one version, whole, whenever the process may be killed.

A new version is written beside the old one, into `.publishing/`. Then the two data folders change
places in one step of the file system, and the descriptor follows. A kill before that step leaves
the old version, a kill after it the new one; `settle` finishes or clears away what was left.
"""

import ctypes
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock

from pipeline.package.descriptor import DESCRIPTOR
from pipeline.tables import write_files

STAGING = ".publishing"
_HERE = -100  # AT_FDCWD: paths are relative to the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def lock(root: Path) -> FileLock:
    """Return the lock that whoever puts a version in place below `root` must hold."""
    (root / "build").mkdir(exist_ok=True)
    return FileLock(root / "build" / ".publishing.lock")


def stage(root: Path, tables: Mapping[str, bytes]) -> Path:
    """Write the files of a new data/ aside and return the folder that holds that data/."""
    staging = root / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    write_files(staging / "data", tables)
    return staging


def put_in_place(root: Path, descriptor: bytes) -> None:
    """Publish the version that `stage` wrote, with its descriptor.

    Files of data/ that the new version does not bring stay where they are. Where the file system
    cannot exchange two folders, each file is put in place by a rename of its own.

    Raises:
        OSError: the folder cannot be written; the old version is still in place.
    """
    staging, data = root / STAGING, root / "data"
    data.mkdir(exist_ok=True)
    for path in data.iterdir():
        if path.is_file() and not (staging / "data" / path.name).exists():
            shutil.copy2(path, staging / "data" / path.name)
    write_files(staging, {DESCRIPTOR: descriptor})
    if not exchange(staging / "data", data):
        files = {path.name: path.read_bytes() for path in (staging / "data").iterdir()}
        write_files(data, files)
    settle(root)


def settle(root: Path) -> None:
    """End an interrupted publication: forward where data/ is the new version, else back."""
    staging = root / STAGING
    if _describes(staging / DESCRIPTOR, root):
        (staging / DESCRIPTOR).replace(root / DESCRIPTOR)
    shutil.rmtree(staging, ignore_errors=True)


def _describes(descriptor: Path, root: Path) -> bool:
    """Tell whether the tables below `root` are those of the descriptor."""
    if not descriptor.is_file():
        return False
    resources = json.loads(descriptor.read_text(encoding="utf-8"))["resources"]
    files = {root / entry["path"]: entry["hash"] for entry in resources}
    return all(
        path.is_file() and f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}" == digest
        for path, digest in files.items()
    )


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return False where the system cannot."""
    if one.is_symlink() or other.is_symlink():
        return False
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*paths, _EXCHANGE) == 0)
    return False
