"""A git clone of the project as it stands, which a test may change and commit."""

import os
import shutil
import subprocess
import sys
import sysconfig
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


def copy(source: Path, target: Path) -> None:
    """Copy a file with its times, by which Python knows whether it is compiled."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def copy_of_project(folder: Path, without: tuple[str, ...] = ("tests/", "benchmarks/")) -> Path:
    """Return a new git repository in `folder` with the project's files and one commit."""
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file() and not name.startswith(without):
            copy(ROOT / name, folder / name)
    # What Python has compiled here need not be compiled again in every copy.
    for compiled in (ROOT / "pipeline").rglob("__pycache__/*.pyc"):
        copy(compiled, folder / compiled.relative_to(ROOT))
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "As it stands")
    return folder


def borrow_environment(clone: Path) -> None:
    """Give a clone a `.venv` as `make` would, with the packages of this one and its own pipeline."""
    own = clone / ".venv"
    shutil.rmtree(own, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(own)], check=True)
    (packages,) = own.glob("lib/python*/site-packages")
    lines = (str(clone), sysconfig.get_path("purelib"))
    (packages / "borrowed.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for script in Path(sysconfig.get_path("scripts")).iterdir():
        target = own / "bin" / script.name
        if script.is_file() and not target.exists() and os.access(script, os.X_OK):
            start = script.read_bytes()[:2]
            if start == b"#!":
                body = script.read_text(encoding="utf-8").split("\n", 1)[1]
                target.write_text(f"#!{own}/bin/python\n{body}", encoding="utf-8")
                target.chmod(0o755)
            else:
                target.symlink_to(script)
    (own / ".ready").touch()
