"""A worker that dies costs time only; a document that kills it is told, and nothing else is lost."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine_corpus import all_rows, documents, fatal, files, rows, run, write_lines
from engine_readers import dies, dies_at_once, dies_once, tells_its_process

from pipeline.engine.choice import HANDFUL, choose_engine
from pipeline.engine.engines import Killed, Local, WorkerDied, divide
from pipeline.engine.processes import Processes
from pipeline.engine.reading import Batch
from pipeline.engine.requests import Request
from pipeline.errors import InputError

pytestmark = pytest.mark.slow


def test_a_document_that_kills_its_worker_is_told_and_all_others_are_read(tmp_path: Path) -> None:
    many = documents(24)
    with_fatal = [*many[:9], fatal(1), *many[9:], fatal(2)]
    summary = run(with_fatal, tmp_path / "killed", Processes(2, dies), batch_size=5)
    assert (summary.documents, summary.failures) == (26, 2)
    failed = [(row[0], row[3]) for row in rows(tmp_path / "killed", "failures")]
    assert failed == [("fatal-1", "killed"), ("fatal-2", "killed")]
    run(many, tmp_path / "whole")
    for table in ("claims", "uncoded"):
        assert rows(tmp_path / "killed", table) == rows(tmp_path / "whole", table)


def test_what_killed_its_worker_is_tried_again_in_the_next_run(tmp_path: Path) -> None:
    with_fatal = [*documents(6), fatal()]
    run(with_fatal, tmp_path / "again", Processes(1, dies))
    summary = run(with_fatal, tmp_path / "again", Processes(1))
    assert (summary.read, summary.failures) == (1, 0)
    run(with_fatal, tmp_path / "whole")
    assert files(tmp_path / "again") == files(tmp_path / "whole")


def test_a_worker_killed_once_costs_time_only(tmp_path: Path) -> None:
    once = Request("once", fatal().text, title=str(tmp_path / "marker"))
    entries = [*documents(10), once, *documents(30)[10:]]
    summary = run(entries, tmp_path / "killed", Processes(2, dies_once))
    assert (tmp_path / "marker").exists()
    assert summary.failures == 0
    run(entries, tmp_path / "whole")
    assert files(tmp_path / "killed") == files(tmp_path / "whole")


def test_a_worker_killed_from_outside_costs_time_only(tmp_path: Path) -> None:
    seen = tmp_path / "processes"
    seen.mkdir()
    entries = [Request(d.source_id, d.text, title=str(seen)) for d in documents(60)]
    killed: list[int] = []

    def kill_one() -> None:
        deadline = time.monotonic() + 60
        while not killed and time.monotonic() < deadline:
            time.sleep(0.01)
            for process in seen.iterdir():
                os.kill(int(process.name), signal.SIGKILL)
                killed.append(int(process.name))
                return

    killer = threading.Thread(target=kill_one)
    killer.start()
    summary = run(entries, tmp_path / "killed", Processes(2, tells_its_process))
    killer.join()
    assert killed
    assert len(list(seen.iterdir())) >= 3
    assert summary.failures == 0
    run(entries, tmp_path / "whole")
    assert files(tmp_path / "killed") == files(tmp_path / "whole")


def test_a_run_killed_outright_leaves_no_process_and_is_taken_up(tmp_path: Path) -> None:
    seen = tmp_path / "processes"
    seen.mkdir()
    entries = [Request(d.source_id, d.text, title=str(seen)) for d in documents(80)]
    script = (
        "import sys; from pathlib import Path; from engine_corpus import documents, run;"
        "from engine_readers import tells_its_process; from pipeline.engine.requests import Request;"
        "from pipeline.engine.processes import Processes;"
        "run([Request(d.source_id, d.text, title=sys.argv[2]) for d in documents(80)],"
        " Path(sys.argv[1]), Processes(2, tells_its_process))"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    output = tmp_path / "killed"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(output), str(seen)], env=environment
    ) as process:
        _until(lambda: len(list((output / ".work" / "claims").glob("*.parquet"))) >= 3)
        process.kill()
    assert not (output / "manifest.json").exists()
    _until(lambda: not any(_is_alive(int(each.name)) for each in seen.iterdir()))
    summary = run(entries, output)
    assert 0 < summary.read < 80
    run(entries, tmp_path / "whole")
    assert files(output) == files(tmp_path / "whole")


def test_workers_that_cannot_start_are_no_fault_of_the_documents(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="die as they start"):
        run(documents(8), tmp_path, Processes(1, dies_at_once))
    assert files(tmp_path) == {}


def test_a_batch_is_divided_until_the_one_is_found() -> None:
    asked: list[int] = []

    def attempt(batch: Batch) -> list[bytes]:
        asked.append(len(batch))
        if fatal() in batch:
            raise WorkerDied
        return [request.source_id.encode() for request in batch]

    batch = [*documents(5), fatal(), *documents(12)[5:]]
    found = divide(batch, attempt)
    assert found == [*(f"note-{n}".encode() for n in range(5)), Killed,
                     *(f"note-{n}".encode() for n in range(5, 12))]  # fmt: skip
    assert len(asked) < 16


def test_memory_is_for_a_few_batches_for_each_worker_only(tmp_path: Path) -> None:
    taken: list[int] = []

    def batches() -> Iterator[Batch]:
        for number, document in enumerate(documents(60)):
            taken.append(number)
            yield [document]

    found = Processes(2).read(batches())
    next(found)
    assert len(taken) <= 9
    assert len(list(found)) == 59


def test_the_engine_is_chosen_by_the_size_of_the_corpus() -> None:
    few, entries = choose_engine(documents(HANDFUL), None)
    assert isinstance(few, Local)
    assert list(entries) == documents(HANDFUL)
    many, entries = choose_engine(documents(HANDFUL + 1), None)
    assert isinstance(many, Processes)
    assert list(entries) == documents(HANDFUL + 1)
    assert isinstance(choose_engine(documents(99), "local")[0], Local)
    with pytest.raises(InputError, match="Only dask"):
        choose_engine(documents(1), "local", scheduler="tcp://localhost:1")


def test_the_command_reads_with_processes(tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "notes.jsonl", documents(40))
    command = [sys.executable, "-m", "pipeline.cli", "extract", "--documents", str(lines)]
    options = ["--output", str(tmp_path / "out"), "--engine", "processes", "--workers", "2"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    run(documents(40), tmp_path / "whole")
    assert all_rows(tmp_path / "out") == all_rows(tmp_path / "whole")


def _until(holds: object) -> None:
    assert callable(holds)
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _is_alive(process: int) -> bool:
    """Tell whether a process runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
