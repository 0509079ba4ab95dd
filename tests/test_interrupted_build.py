"""Builds that are killed, doubled, or run out of room: data/ stays one version, whole.

Of each kind of interruption one is tried; `BUILD_KILLS=25 make test` tries that many.
"""

import ctypes
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from test_end_to_end import project, published, said

pytestmark = pytest.mark.slow

__all__ = ["project"]

KILLS = int(os.environ.get("BUILD_KILLS", "1"))
REPRO = (sys.executable, "-m", "dvc", "repro")
BUILD = (sys.executable, "-m", "pipeline.cli", "build")
# What tells one version of the data from the other, and what is searched for in the file.
SETTING = ("retold_days: 3", "retold_days: 0")


def choose(folder: Path, version: int) -> None:
    """Let the next build make the version 0, as it is in git, or 1, another one."""
    changes = {"params.yaml": SETTING, "package.yaml": ("title: ", "title: Other ")}
    for name, (one, other) in changes.items():
        path = folder / name
        text = path.read_text(encoding="utf-8").replace(other, one)
        path.write_text(text.replace(one, other, 1) if version else text, encoding="utf-8")


@pytest.fixture(scope="module")
def versions(project: Path) -> list[dict[str, bytes]]:
    """Return both versions of data/ and its descriptor; the clone is left at the second.

    The first is in git: test_end_to_end.py holds that a build gives it.
    """
    made = [published(project)]
    choose(project, 1)
    complete(project)
    made.append(published(project))
    assert made[0]["claims.csv"] != made[1]["claims.csv"]
    assert made[0]["datapackage.json"] != made[1]["datapackage.json"]
    return made


def start(folder: Path, *command: str) -> subprocess.Popen[str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def complete(folder: Path) -> None:
    """Run a whole build, however long it takes on a busy machine."""
    process = start(folder, *BUILD)
    output = process.communicate()[0]
    assert process.returncode == 0, output


def tables(published_files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in published_files.items() if name.endswith(".csv")}


def test_a_killed_build_leaves_one_version_and_the_next_completes(
    project: Path, versions: list[dict[str, bytes]]
) -> None:
    """The lock, too, may be cut off anywhere: whoever kills a build can hit DVC writing it."""
    draw = random.Random(0)
    target, longest = 1, 20.0
    lock = project / "dvc.lock"
    stages = yaml.safe_load(lock.read_bytes())["stages"].keys()
    for kill in range(KILLS):
        target = 1 - target
        choose(project, target)
        process = start(project, *REPRO)
        time.sleep(draw.uniform(0.5, longest))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert tables(published(project)) in [tables(version) for version in versions]
        if kill % 2 == 0:
            whole = lock.read_bytes()
            lock.write_bytes(whole[: draw.choice((0, draw.randrange(len(whole))))])
        began = time.monotonic()
        complete(project)
        longest = max(5.0, time.monotonic() - began)
        assert published(project) == versions[target]
        assert yaml.safe_load(lock.read_bytes())["stages"].keys() == stages
        assert not list(project.glob("**/.new-*"))
        print(f"kill {kill + 1} of {KILLS}: version {target} completed", flush=True)


def test_of_two_builds_at_once_one_waits_and_says_so(
    project: Path, versions: list[dict[str, bytes]]
) -> None:
    target = 1 - versions.index(published(project))
    choose(project, target)
    both = [start(project, *BUILD), start(project, *BUILD)]
    outputs = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    assert sum("Another build runs" in output for output in outputs) == 1
    assert published(project) == versions[target]


def small_disk() -> None:
    """Let files grow to 20 kB only, as on a disk that is nearly full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def without_privilege() -> None:
    """Hold even root to the rights of a folder."""
    drop_from_bounding_set, override_rights = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, override_rights, 0, 0, 0)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set as Linux sets them")
@pytest.mark.parametrize(
    ("limit", "says"), [(small_disk, "Make room"), (without_privilege, "the right to write")]
)
def test_what_cannot_be_written_is_told_and_changes_nothing(
    project: Path,
    versions: list[dict[str, bytes]],
    tmp_path: Path,
    limit: Callable[[], None],
    says: str,
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns(".dvc", ".git"))
    before = published(folder)
    choose(folder, 0 if before == versions[1] else 1)
    with read_only(folder) if limit is without_privilege else nothing():
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.stages.tables"],
            cwd=folder,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=limit,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1, said(done)
    assert "Traceback" not in said(done)
    assert says in done.stderr
    assert published(folder) == before


@contextmanager
def nothing() -> Iterator[None]:
    yield
