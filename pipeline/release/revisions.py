"""What git knows of the clone: whether all is committed, and how it stood at another revision."""

import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import InputError

_FIRST = 5


def uncommitted(root: Path) -> list[str]:
    """Return the paths below `root` that differ from the last commit or are not in git.

    Raises:
        InputError: `root` is no git clone.
    """
    done = _git(root, "status", "--porcelain", "--untracked-files=all")
    if done.returncode:
        raise InputError(str(root), "It is no git clone.", "Run this in a clone of the project.")
    return [line[3:] for line in done.stdout.decode("utf-8", "replace").splitlines()]


def tracked(root: Path, names: Iterable[str]) -> list[Path]:
    """Return the files in git that have one of these names or lie in a folder of this name.

    Raises:
        InputError: a name has none.
    """
    found: list[Path] = []
    for name in names:
        listed = _git(root, "ls-files", "-z", "--", name).stdout.decode("utf-8").split("\0")
        if listed == [""]:
            raise InputError(str(root / name), "It is not in git.", "Restore it from git.")
        found += [root / path for path in listed if path]
    return found


def refuse_uncommitted(root: Path) -> None:
    """Refuse a clone that holds more, less or other than its last commit.

    Raises:
        InputError: it does; the first paths are named.
    """
    paths = uncommitted(root)
    if paths:
        more = f" and {len(paths) - _FIRST} more" if len(paths) > _FIRST else ""
        problem = f"It differs from the last commit: {', '.join(paths[:_FIRST])}{more}."
        raise InputError(str(root), problem, "Commit or remove these first.")


def is_revision(root: Path, name: str) -> bool:
    """Tell whether git knows `name` as a commit, branch or tag."""
    wanted = f"{name}^{{commit}}"
    return (
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted).returncode == 0
    )


def export_revision(root: Path, name: str, folder: Path) -> None:
    """Write the files that `name` holds in git into `folder`.

    Raises:
        InputError: git does not know it.
    """
    packed = folder / "revision.tar"
    done = _git(root, "archive", "--format=tar", f"--output={packed}", f"{name}^{{commit}}")
    if done.returncode:
        problem = done.stderr.decode("utf-8", "replace").strip() or "Git cannot export it."
        raise InputError(name, problem, "Name a commit, a branch or a tag.")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    packed.unlink()


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise InputError("git", f"Cannot be run: {error.strerror}.", "Install git.") from error
