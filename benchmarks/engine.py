"""Bulk extraction: how fast, how much memory, and whether every engine gives the same files.

usage: python benchmarks/engine.py [--sizes 1000 10000] [--large] [--workers 2]

The documents are those of documents_generator.py. Each run is a process of its own, so that its
peak memory is its own. Printed for each size and engine:

- seconds, documents a second;
- processor seconds of this process and all that it began, for each thousand documents;
- start: seconds until the engine asks for the first documents, which is when a cluster stands;
- efficiency: seconds of the engine in this process over seconds after start-up times workers. On a
  machine that others use, it says little; `work` is the same ratio of processor seconds, which is
  not slowed by neighbours: what is lost to transport, start-up and the writing of tables;
- peak memory of the process that leads, and of the largest one that it began;
- one: seconds for one document more, and none: for no change, after the full run.

Exit code 1 where two engines differ in a byte of what they publish.
"""

import argparse
import importlib.util
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator
from multiprocessing import forkserver
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from documents_generator import generate  # noqa: E402

from pipeline.engine.bulk import extract_corpus  # noqa: E402
from pipeline.engine.choice import choose_engine  # noqa: E402
from pipeline.engine.corpus import read_corpus  # noqa: E402
from pipeline.engine.engines import Engine, Result  # noqa: E402
from pipeline.engine.reading import Batch  # noqa: E402

SIZES = (1_000, 10_000)
LARGE = 100_000
COLUMNS = (
    "documents", "engine", "claims", "seconds", "start", "per_second", "cpu_ms_each", "efficiency",
    "work", "lead_mib", "worker_mib", "one_s", "none_s", "same",
)  # fmt: skip


class Watched:
    """An engine of which it is noted when it asks for the first documents."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.began = 0.0

    def read(self, batches: Iterable[Batch]) -> Generator[list[Result], None, None]:
        """Yield what the engine yields."""
        yield from self._engine.read(self._noted(batches))

    def _noted(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        self.began = time.perf_counter()
        yield from batches


def run_one(path: Path, output: Path, engine: str, workers: int) -> dict[str, float]:
    """Run one extraction in this process and return what it cost."""
    start = time.perf_counter()
    reader, entries = choose_engine(read_corpus(str(path)), engine, workers)  # type: ignore[arg-type]
    watched = Watched(reader)
    summary = extract_corpus(entries, output, watched)
    seconds = time.perf_counter() - start
    # Processes count once they have ended and were waited for, and so has what began them.
    time.sleep(1)
    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "claims": summary.claims,
        "read": summary.read,
        "seconds": seconds,
        "start": watched.began - start,
        "cpu": sum(each.ru_utime + each.ru_stime for each in used),
        "lead_mib": used[0].ru_maxrss // 1024,
        "worker_mib": used[1].ru_maxrss // 1024,
        "bytes": sum(
            file.stat().st_size for file in output.rglob("*.parquet") if ".work" not in file.parts
        ),
        "state": sum(file.stat().st_size for file in (output / ".work").glob("state*")),
        "input": path.stat().st_size,
    }


def apart(path: Path, output: Path, engine: str, workers: int) -> dict[str, float]:
    """Do the same in a process of its own."""
    command = [sys.executable, __file__, "--one", str(path), str(output), engine, str(workers)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def published(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and ".work" not in path.parts
    }


def run_size(size: int, engines: list[str], workers: int, folder: Path) -> list[dict[str, object]]:
    """Run every engine on one corpus; the first is what the others are compared with."""
    path = generate(folder / "documents.jsonl", size)
    more = generate(folder / "more.jsonl", size + 1)
    rows: list[dict[str, object]] = []
    alone: dict[str, float] = {}
    wanted: dict[str, bytes] = {}
    for engine in engines:
        output = folder / engine
        found = apart(path, output, engine, workers)
        same = published(output)
        wanted = wanted or same
        alone = found if engine == "local" else alone
        hands = 1 if engine == "local" else workers
        none, one = apart(path, output, "local", 1), apart(more, output, "local", 1)
        assert (none["read"], one["read"]) == (0, 1)
        rows.append(
            {
                **found,
                "documents": size,
                "engine": engine,
                "seconds": round(found["seconds"], 1),
                "start": round(found["start"], 1),
                "per_second": round(size / found["seconds"], 1),
                "cpu_ms_each": round(found["cpu"] * 1000 / size, 2),
                "efficiency": round(
                    alone["seconds"] / (found["seconds"] - found["start"]) / hands, 2
                )
                if alone
                else "-",
                "work": round(alone["cpu"] / found["cpu"], 2) if alone else "-",
                "one_s": round(one["seconds"], 2),
                "none_s": round(none["seconds"], 2),
                "same": same == wanted,
            }
        )
        print(*(rows[-1][column] for column in COLUMNS), flush=True)
        shutil.rmtree(output)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--large", action="store_true", help=f"also {LARGE:,} documents")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engines", nargs="+", choices=["local", "processes", "dask"])
    parser.add_argument("--json", type=Path, help="where to write all that was measured")
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        path, output, engine, workers = arguments.one
        print(json.dumps(run_one(Path(path), Path(output), engine, int(workers))))
        return 0
    engines = arguments.engines or ["local", "processes"]
    if not arguments.engines and importlib.util.find_spec("distributed"):
        engines.append("dask")
    sizes = [*arguments.sizes, *([LARGE] if arguments.large else [])]
    print(*COLUMNS)
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            rows += run_size(size, engines, arguments.workers, Path(folder))
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0 if all(row["same"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
