"""Documents read by processes of this machine.

Each worker is a pool of one process. A pool loses all that it holds when its process dies; a pool
of one holds two batches at most, so that a death is known to be of one of them, and disturbs no
other worker.
"""

import multiprocessing
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from pipeline.engine.engines import AHEAD, Result, WorkerDied, available_cores, divide
from pipeline.engine.reading import Batch, ReadBatch, read_batch, start_worker
from pipeline.engine.rules import rules_hash
from pipeline.errors import InputError

# One batch in hand and one waiting, so that a worker is never idle.
_HELD = 2


class _Worker:
    """One process, begun again whenever it has died."""

    def __init__(self, read: ReadBatch) -> None:
        self._read = read
        self._pool = _pool()
        self._given: list[Future[list[bytes]]] = []

    def has_room(self) -> bool:
        self._given = [future for future in self._given if not future.done()]
        return len(self._given) < _HELD

    def give(self, batch: Batch) -> Future[list[bytes]]:
        try:
            future = self._pool.submit(self._read, batch, rules_hash())
        except BrokenProcessPool:
            self.end()
            self._pool = _pool()
            future = self._pool.submit(self._read, batch, rules_hash())
        self._given.append(future)
        return future

    def read_alone(self, batch: Batch) -> list[bytes]:
        """Read a batch and wait for it.

        Raises:
            WorkerDied: the process did.
        """
        try:
            return self.give(batch).result()
        except BrokenProcessPool as error:
            raise WorkerDied from error

    def end(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Task:
    batch: Batch
    future: Future[list[bytes]]


class Processes:
    """Reads with several processes of this machine."""

    def __init__(self, workers: int = 0, read: ReadBatch = read_batch) -> None:
        """Set up for `workers` processes; 0 stands for one on each core."""
        self._workers = workers or available_cores()
        self._read = read

    def read(self, batches: Iterable[Batch]) -> Generator[list[Result], None, None]:
        """Yield the results of each batch, in order."""
        workers = [_Worker(self._read) for _ in range(self._workers)]
        # Reads what others died of, with nothing else in its process.
        spare = _Worker(self._read)
        try:
            for task in self._in_order(iter(batches), workers):
                try:
                    yield [*task.future.result()]
                except BrokenProcessPool:
                    _check_start(spare)
                    yield divide(task.batch, spare.read_alone)
        finally:
            for worker in (*workers, spare):
                worker.end()

    def _in_order(self, batches: Iterator[Batch], workers: list[_Worker]) -> Iterator[_Task]:
        """Hand batches to workers with room; yield each task when it and all before it ended."""
        window: deque[_Task] = deque()
        more = True
        while True:
            while more and len(window) < AHEAD * self._workers:
                worker = next((each for each in workers if each.has_room()), None)
                if worker is None:
                    break
                batch = next(batches, None)
                if batch is None:
                    more = False
                    break
                window.append(_Task(batch, worker.give(batch)))
            if not window:
                return
            if window[0].future.done():
                yield window.popleft()
                continue
            running = [task.future for task in window if not task.future.done()]
            wait(running, return_when=FIRST_COMPLETED)


def _check_start(worker: _Worker) -> None:
    """Raise an InputError where workers die before they read anything; no document is at fault."""
    try:
        worker.read_alone([])
    except WorkerDied as error:
        raise InputError(
            "--engine processes",
            "Worker processes die as they start.",
            "See the messages above; --engine local reads in one process.",
        ) from error


def _pool() -> ProcessPoolExecutor:
    """Return a pool of one process, which begins with its first batch."""
    methods = multiprocessing.get_all_start_methods()
    # A fork of this process would inherit the locks of its threads.
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["pipeline.engine.reading"])
    return ProcessPoolExecutor(1, mp_context=context, initializer=start_worker)
