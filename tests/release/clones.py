"""A git clone of the project as it stands, which a test may change and commit."""

import shutil
import subprocess
from pathlib import Path

from pipeline.paths import ROOT

IDENTITY = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org")


def git(root: Path, *arguments: str) -> str:
    """Run git in `root` and return what it printed."""
    command = ["git", "-C", str(root), *IDENTITY, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(root: Path, message: str) -> None:
    """Commit everything that lies in `root`."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def copy_of_project(folder: Path) -> Path:
    """Return a new git repository in `folder` with the package's files and one commit."""
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "benchmarks/")):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "As it stands")
    return folder
