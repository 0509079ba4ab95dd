"""Whatever stops a publication, data/ is one version, whole, and so is its descriptor."""

import ctypes
import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.paths import ROOT
from pipeline.stages import publication

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("PUBLICATION_KILLS", "25"))
TABLES = [f"table_{number}.csv" for number in range(7)]


def version(number: int, size: int = 200_000) -> tuple[dict[str, bytes], bytes]:
    """Return the tables of an invented version and their descriptor."""
    tables = {name: f"{name},{number}\n".encode() * (size // 20) for name in TABLES}
    resources = [
        {"path": f"data/{name}", "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        for name, content in tables.items()
    ]
    descriptor = {"version": number, "resources": resources}
    return tables, json.dumps(descriptor).encode()


def publish(root: Path, number: int) -> None:
    tables, descriptor = version(number)
    with publication.lock(root):
        publication.settle(root)
        publication.stage(root, tables)
        publication.put_in_place(root, descriptor)


def state(root: Path) -> tuple[dict[str, bytes], bytes]:
    tables = {path.name: path.read_bytes() for path in (root / "data").iterdir()}
    return tables, (root / "datapackage.json").read_bytes()


WITHOUT_END = f"""
import itertools, pathlib, sys
sys.path[:0] = {[str(Path(__file__).parent), str(ROOT)]!r}
from test_publication import publish
print("ready", flush=True)
for number in itertools.count(1):
    publish(pathlib.Path(sys.argv[1]), number % 2)
"""
ONCE = WITHOUT_END.replace("for number in itertools.count(1):", "for number in (1,):")


def test_a_kill_at_any_moment_leaves_one_whole_version(tmp_path: Path) -> None:
    publish(tmp_path, 0)
    draw = random.Random(0)
    versions = [version(0), version(1)]
    seen = set()
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WITHOUT_END, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(draw.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        tables = state(tmp_path)[0]
        assert tables in [tables for tables, _ in versions]
        publication.settle(tmp_path)
        assert state(tmp_path) in versions
        assert state(tmp_path)[0] == tables
        assert not (tmp_path / publication.STAGING).exists()
        seen.add(tables[TABLES[0]])
    assert KILLS < 10 or len(seen) == 2


class Stopped(BaseException):
    """Stands for a kill: nothing catches it."""


@pytest.mark.parametrize("exchanges", [True, False])
def test_each_step_may_be_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    """Stop before each rename in turn; without exchange the steps are many, each file still whole."""
    if not exchanges:
        monkeypatch.setattr(publication, "exchange", lambda one, other: False)
    versions = [version(0, 200), version(1, 200)]
    replace = Path.replace
    for last in range(40):
        publish_small(tmp_path, versions[0])
        steps = iter(range(last))

        def stopping(path: Path, target: Path, steps: object = steps) -> Path:
            if next(steps, None) is None:  # type: ignore[call-overload]
                raise Stopped
            return replace(path, target)

        monkeypatch.setattr(Path, "replace", stopping)
        try:
            publish_small(tmp_path, versions[1])
        except Stopped:
            monkeypatch.setattr(Path, "replace", replace)
            if exchanges:
                assert state(tmp_path)[0] in [tables for tables, _ in versions]
                publication.settle(tmp_path)
                assert state(tmp_path) in versions
            else:
                whole = {content for tables, _ in versions for content in tables.values()}
                left = {p for p in (tmp_path / "data").iterdir() if p.is_file()}
                assert {path.read_bytes() for path in left} <= whole
            publish_small(tmp_path, versions[1])
        else:
            assert last > len(TABLES)
            assert state(tmp_path) == versions[1]
            return
        assert state(tmp_path) == versions[1]
    raise AssertionError("The publication never came to its end.")


def publish_small(root: Path, made: tuple[dict[str, bytes], bytes]) -> None:
    with publication.lock(root):
        publication.settle(root)
        publication.stage(root, made[0])
        publication.put_in_place(root, made[1])


def test_files_that_are_no_tables_stay(tmp_path: Path) -> None:
    publish(tmp_path, 0)
    (tmp_path / "data" / "NOTES.md").write_text("Kept.", encoding="utf-8")
    publish(tmp_path, 1)
    assert (tmp_path / "data" / "NOTES.md").read_text(encoding="utf-8") == "Kept."


def small_disk() -> None:
    """Let files of this process grow to 50 kB only, as on a disk that is nearly full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def without_privilege() -> None:
    """Hold even root to the rights of a folder."""
    drop_from_bounding_set, override_rights = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, override_rights, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set as Linux sets them")
@pytest.mark.parametrize("limit", [small_disk, without_privilege])
def test_what_cannot_be_written_leaves_the_old_version(
    tmp_path: Path, limit: Callable[[], None]
) -> None:
    publish(tmp_path, 0)
    before = state(tmp_path)
    if limit is without_privilege:
        tmp_path.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", ONCE, str(tmp_path)],
            preexec_fn=limit,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        tmp_path.chmod(0o755)
    assert done.returncode != 0
    assert "OSError" in done.stderr or "PermissionError" in done.stderr
    assert state(tmp_path) == before
    publish(tmp_path, 1)
    assert state(tmp_path) == version(1)
