"""Documents read by the workers of a dask cluster, on this machine or on many.

Scheduling, transport and the retry of what a lost worker held are dask's; ours is only what splits
a batch of which workers keep dying.
"""

import uuid
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.engine.engines import AHEAD, Result, WorkerDied, available_cores, divide
from pipeline.engine.reading import Batch, ReadBatch, read_batch
from pipeline.engine.rules import rules_hash
from pipeline.errors import InputError

# Seconds for which a run waits for the first worker of a cluster.
_PATIENCE = 60
# Of the connection to a cluster, and of one started here: messages, and with them documents, are
# not kept once they are sent (dask keeps a thousand for each worker, for its developers),
# and it does not look at itself a hundred times a second, which takes processor time from reading.
_QUIET = {
    "distributed.admin.low-level-log-length": 10,
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.tick.interval": "500ms",
    "distributed.deploy.cluster-repr-interval": "60s",
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.worker.profile.enabled": False,
}
_LOST = "Start it again and repeat the command: it goes on where it was."


@dataclass(frozen=True, slots=True)
class _Task:
    batch: Batch
    future: Any


class Cluster:
    """Reads with dask.distributed."""

    def __init__(
        self,
        scheduler: str = "",
        workers: int = 0,
        read: ReadBatch = read_batch,
        patience: float = _PATIENCE,
    ) -> None:
        """Set up for a cluster.

        Args:
            scheduler: its address (tcp://host:8786); "" starts a cluster on this machine.
            workers: processes of the cluster that is started here; 0 stands for one on each core.
            read: what a worker does.
            patience: seconds to wait for the first worker.

        Raises:
            InputError: dask is not installed.
        """
        try:
            import distributed  # noqa: F401
        except ImportError as error:
            raise InputError(
                "--engine dask",
                "dask.distributed is not installed.",
                "Install the extra: pip install 'nw-syria-conflict-claims[cluster]'.",
            ) from error
        self._scheduler = scheduler
        self._workers = workers or available_cores()
        self._read = read
        self._patience = patience

    def read(self, batches: Iterable[Batch]) -> Generator[list[Result], None, None]:
        """Yield the results of each batch, in order.

        Raises:
            InputError: the scheduler cannot be reached, or was lost.
        """
        from concurrent.futures import CancelledError

        from distributed.comm import CommClosedError

        client = self._client()
        try:
            self._wait_for_worker(client)
            yield from self._in_order(client, iter(batches))
        except (CancelledError, CommClosedError, TimeoutError) as error:
            raise InputError(
                client.scheduler.address if client.scheduler else "scheduler",
                f"The connection to the scheduler was lost ({type(error).__name__}).",
                _LOST,
            ) from error
        finally:
            self._end(client)

    def _client(self) -> Any:
        import dask
        from distributed import Client, LocalCluster

        with dask.config.set(_QUIET):
            if self._scheduler:
                try:
                    return Client(self._scheduler, timeout=10, set_as_default=False)
                except (OSError, ValueError) as error:
                    raise InputError(
                        self._scheduler, f"No scheduler answers: {error}.", _LOST
                    ) from error
            here = LocalCluster(
                n_workers=self._workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
            )
            client = Client(here, set_as_default=False)
        client.cluster_of_ours = here
        return client

    def _wait_for_worker(self, client: Any) -> None:
        try:
            client.wait_for_workers(1, timeout=self._patience)
        except TimeoutError as error:
            raise InputError(
                self._scheduler or "local cluster",
                f"It has no worker after {self._patience:.0f} seconds.",
                "Start workers: dask worker ADDRESS --nthreads 1.",
            ) from error

    def _end(self, client: Any) -> None:
        here = getattr(client, "cluster_of_ours", None)
        client.close(timeout=2)
        if here is not None:
            here.close(timeout=10)

    def _in_order(self, client: Any, batches: Iterator[Batch]) -> Iterator[list[Result]]:
        window: deque[_Task] = deque()
        more = True
        while True:
            room = AHEAD * max(1, sum(client.nthreads().values())) if more else 0
            while more and len(window) < room:
                batch = next(batches, None)
                if batch is None:
                    more = False
                else:
                    window.append(_Task(batch, self._submit(client, batch)))
            if not window:
                return
            yield self._results(client, window.popleft(), window)

    def _submit(self, client: Any, batch: Batch) -> Any:
        key = f"read-{uuid.uuid4().hex}"
        return client.submit(self._read, batch, rules_hash(), key=key, pure=False)

    def _results(self, client: Any, task: _Task, others: Iterable[_Task]) -> list[Result]:
        from distributed.scheduler import KilledWorker

        def alone(part: Batch) -> list[bytes]:
            try:
                found: list[bytes] = self._submit(client, part).result()
            except KilledWorker as error:
                raise WorkerDied from error
            return found

        try:
            return [*task.future.result()]
        except KilledWorker:
            # Nothing else may run beside, or another batch might be what workers die of.
            for other in others:
                other.future.exception()
            # dask itself has begun it several times.
            return divide(task.batch, alone, attempts=1)
