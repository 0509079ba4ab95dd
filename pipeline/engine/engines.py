"""Where batches of documents are read: one small interface, and the engine in this process."""

import os
from collections.abc import Callable, Generator, Iterable
from typing import Protocol

from pipeline.engine.packing import pack
from pipeline.engine.reading import Batch, ReadBatch, failure, read_batch
from pipeline.engine.rules import rules_hash
from pipeline.errors import InputError

# Batches that may wait or be read at once, for each worker: all that is held in memory.
AHEAD = 4
# How often a document is read alone before it is held to be what kills its worker.
ATTEMPTS = 3

# What stands for a document whose worker died each time; never kept for the next run.
Killed = None
Result = bytes | None


class WorkerDied(Exception):  # noqa: N818 - it is told, not raised to users
    """The process that read a batch ended without an answer."""


class Engine(Protocol):
    """Reads batches of documents somewhere.

    `read` takes batches as it has room for them and yields their results in the order of the
    batches, one for each document; `Killed` for a document that its worker died of. It holds no
    more than a few batches for each worker.
    """

    def read(self, batches: Iterable[Batch]) -> Generator[list[Result], None, None]:
        """Yield the results of each batch, in order."""
        ...


class Local:
    """Reads in this process, one document after the other."""

    def __init__(self, read: ReadBatch = read_batch) -> None:
        self._read = read

    def read(self, batches: Iterable[Batch]) -> Generator[list[Result], None, None]:
        """Yield the results of each batch, in order."""
        for batch in batches:
            yield [*self._read(batch, rules_hash())]


def divide(
    batch: Batch, attempt: Callable[[Batch], list[bytes]], attempts: int = ATTEMPTS
) -> list[Result]:
    """Read a batch of which a worker died, in ever smaller parts, to find the document at fault.

    Args:
        batch: the documents.
        attempt: reads some of them with nothing else beside; raises WorkerDied.
        attempts: how often a document is read alone before it is held to be at fault.
    """
    for _ in range(attempts if len(batch) == 1 else 1):
        try:
            return [*attempt(batch)]
        except WorkerDied:
            continue
    if len(batch) == 1:
        return [Killed]
    middle = len(batch) // 2
    return divide(batch[:middle], attempt, attempts) + divide(batch[middle:], attempt, attempts)


def killed_result(source_id: str) -> bytes:
    """Return the packed result of a document that its worker died of."""
    error = InputError(
        "",
        "The process that read it, and nothing else, died each time.",
        "It may need more memory than a worker has; the next run tries it again.",
    )
    return pack(failure("killed", error, source_id))


def available_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
