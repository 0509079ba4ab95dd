"""Which engine reads, where the user names none."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Literal

from pipeline.engine.corpus import Entry
from pipeline.engine.engines import Engine, Local
from pipeline.errors import InputError

EngineName = Literal["local", "processes", "dask"]
# Fewer documents are read sooner than processes are started.
HANDFUL = 16


def choose_engine(
    entries: Iterable[Entry], name: EngineName | None, workers: int = 0, scheduler: str = ""
) -> tuple[Engine, Iterator[Entry]]:
    """Return the engine and the same entries.

    Args:
        entries: the corpus, of which only the first few entries are looked at.
        name: the engine that the user named, or None.
        workers: how many processes, 0 for one on each core.
        scheduler: address of a dask scheduler, "" where none was named.

    Raises:
        InputError: the options contradict each other, or dask is not installed.
    """
    if scheduler and name not in (None, "dask"):
        raise InputError("--scheduler", "Only dask has one.", "Say --engine dask.")
    if name == "dask" or scheduler:
        from pipeline.engine.cluster import Cluster

        return Cluster(scheduler, workers), iter(entries)
    rest = iter(entries)
    first = list(islice(rest, HANDFUL + 1))
    if name == "local" or (name is None and len(first) <= HANDFUL):
        return Local(), chain(first, rest)
    from pipeline.engine.processes import Processes

    return Processes(workers), chain(first, rest)
