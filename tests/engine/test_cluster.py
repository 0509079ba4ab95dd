"""The same rows from a dask cluster: a scheduler and three workers, processes of their own."""

import gc
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from engine_corpus import documents, fatal, files, rows, run, write_lines
from engine_readers import dies, finds_nothing, tells_its_process

from pipeline.engine.requests import Request
from pipeline.errors import InputError

pytest.importorskip("distributed")
from pipeline.engine.cluster import Cluster

pytestmark = pytest.mark.needs("distributed")


@contextmanager
def process(module: str, *arguments: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a part of the cluster until the block ends."""
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    paths = f"{Path(__file__).parent}{os.pathsep}{Path(__file__).parents[2]}"
    # A nanny takes seconds to begin a worker anew; one death more is enough here.
    settings = {"PYTHONPATH": paths, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    with log.open("wb") as told, subprocess.Popen(
        command, stdout=told, stderr=told, env=os.environ | settings
    ) as started:  # fmt: skip
        try:
            yield started
        finally:
            started.terminate()
            try:
                started.wait(10)
            except subprocess.TimeoutExpired:
                started.kill()


@contextmanager
def scheduler(log: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run a scheduler on a free port; give its address and its process."""
    options = ("--host", "tcp://127.0.0.1:0", "--no-dashboard")
    with process("dask_scheduler", *options, log=log) as started:
        deadline = time.monotonic() + 60
        while not (found := re.search(r"Scheduler at:\s+(tcp://\S+)", log.read_text("utf-8"))):
            assert time.monotonic() < deadline, log.read_text("utf-8")
            time.sleep(0.05)
        yield found[1], started


@contextmanager
def workers(address: str, folder: Path) -> Iterator[None]:
    """Run three workers, each with a nanny that begins it anew."""
    options = ("--nworkers", "3", "--nthreads", "1", "--no-dashboard")
    place = ("--local-directory", str(folder / "spill"))
    with process("dask_worker", address, *options, *place, log=folder / "workers.log"):
        yield


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """Give the address of a scheduler with three workers."""
    with scheduler(tmp_path / "scheduler.log") as (address, _), workers(address, tmp_path):
        yield address


def test_three_workers_over_tcp_give_the_same_files(cluster: str, tmp_path: Path) -> None:
    run(documents(40), tmp_path / "cluster", Cluster(cluster))
    run(documents(40), tmp_path / "whole")
    assert files(tmp_path / "cluster") == files(tmp_path / "whole")


def test_a_document_that_kills_every_worker_is_told(cluster: str, tmp_path: Path) -> None:
    entries = [*documents(7), fatal(), *documents(20)[7:]]
    summary = run(entries, tmp_path / "cluster", Cluster(cluster, read=dies), batch_size=2)
    assert summary.failures == 1
    assert [(row[0], row[3]) for row in rows(tmp_path / "cluster", "failures")] == [
        ("fatal-0", "killed")
    ]
    run(documents(20), tmp_path / "whole")
    for table in ("claims", "uncoded"):
        assert rows(tmp_path / "cluster", table) == rows(tmp_path / "whole", table)


def test_a_worker_killed_from_outside_costs_time_only(cluster: str, tmp_path: Path) -> None:
    seen = tmp_path / "processes"
    seen.mkdir()
    killed = []

    def entries() -> Iterator[Request]:
        for document in documents(60):
            if not killed:
                for each in seen.iterdir():
                    os.kill(int(each.name), signal.SIGKILL)
                    killed.append(each)
                    break
            yield Request(document.source_id, document.text, title=str(seen))

    summary = run(entries(), tmp_path / "cluster", Cluster(cluster, read=tells_its_process))
    assert killed
    assert summary.failures == 0
    untouched = [Request(d.source_id, d.text, title=str(seen)) for d in documents(60)]
    run(untouched, tmp_path / "whole")
    assert files(tmp_path / "cluster") == files(tmp_path / "whole")


def test_a_lost_scheduler_is_told_and_the_run_taken_up(tmp_path: Path) -> None:
    output = tmp_path / "cluster"
    with scheduler(tmp_path / "scheduler.log") as (address, started), workers(address, tmp_path):

        def entries() -> Iterator[Request]:
            for number, document in enumerate(documents(120)):
                if number == 90:
                    started.kill()
                yield document

        with pytest.raises(InputError, match="goes on where it was"):
            run(entries(), output, Cluster(address))
    assert files(output) == {}
    summary = run(documents(120), output)
    assert 0 < summary.read < 120
    run(documents(120), tmp_path / "whole")
    assert files(output) == files(tmp_path / "whole")


def test_no_scheduler_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No scheduler answers"):
        run(documents(1), tmp_path, Cluster("tcp://127.0.0.1:9"))


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    refused = pytest.raises(InputError, match="no worker")
    with scheduler(tmp_path / "scheduler.log") as (address, _), refused:
        run(documents(1), tmp_path / "none", Cluster(address, patience=1))


def test_without_an_address_a_cluster_is_started_here(tmp_path: Path) -> None:
    run(documents(24), tmp_path / "cluster", Cluster(workers=2))
    run(documents(24), tmp_path / "whole")
    assert files(tmp_path / "cluster") == files(tmp_path / "whole")


def test_documents_read_are_not_kept_by_who_leads() -> None:
    """Dask keeps the messages it sent last, and each holds a batch."""
    batches = 300

    def asked() -> Iterator[list[Request]]:
        for number in range(batches):
            yield [Request(f"d-{number}", "Nobody was hurt.")]

    reading = Cluster(workers=1, read=finds_nothing).read(asked())
    held = 0
    for number, _ in enumerate(reading):
        if number == batches - 30:
            held = sum(isinstance(each, list) and each != [] and isinstance(each[0], Request)
                       for each in gc.get_objects())  # fmt: skip
    assert 0 < held < batches // 3


SMALL_DISK = """
mount -t tmpfs -o size=1400k tmpfs "$1" || exit 77
shift
"$@"
code=$?
cp -r "$DISK" "$COPY"
exit $code
"""


def on_a_small_disk(disk: Path, copy: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command that writes to a disk of its own, of 1.4 MB, and copy what is on it after."""
    disk.mkdir()
    words = ("unshare", "-rm", "sh", "-c", SMALL_DISK, "sh", str(disk), *command)
    environment = os.environ | {"DISK": str(disk), "COPY": str(copy)}
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)


def test_a_full_disk_is_told_and_no_table_is_published(cluster: str, tmp_path: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare, to mount a small disk")
    lines = write_lines(tmp_path / "notes.jsonl", documents(1_500))
    disk, copy = tmp_path / "disk", tmp_path / "copy"
    command = [sys.executable, "-m", "pipeline.cli", "extract", "--documents", str(lines)]
    options = ["--output", str(disk / "out"), "--scheduler", cluster]
    done = on_a_small_disk(disk, copy, *command, *options)
    if done.returncode in (1, 77) and not copy.exists():
        pytest.skip("may not mount a small disk here")
    assert done.returncode == 2, done.stderr
    assert "No space left" in done.stderr
    assert files(copy / "out") == {}
