"""Readers that do what no rule should: workers import them by name."""

import os
import signal
import time
from pathlib import Path

from engine_corpus import FATAL

from pipeline.engine.reading import Batch, read_batch


def dies(batch: Batch, rules: str) -> list[bytes]:
    """Die, as of a lack of memory, at each document that holds the fatal word."""
    if any(FATAL in request.text for request in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_batch(batch, rules)


def finds_nothing(batch: Batch, rules: str) -> list[bytes]:
    """Read no document, to show what is held beside the reading."""
    return [b""] * len(batch)


def dies_at_once(batch: Batch, rules: str) -> list[bytes]:
    """Die whatever there is to read."""
    os.kill(os.getpid(), signal.SIGKILL)
    return read_batch(batch, rules)


def dies_once(batch: Batch, rules: str) -> list[bytes]:
    """Die at the fatal word, but only the first time; its document's date names the marker."""
    for request in batch:
        if FATAL in request.text:
            marker = Path(request.title)
            if not marker.exists():
                marker.touch()
                os.kill(os.getpid(), signal.SIGKILL)
    return read_batch(batch, rules)


def tells_its_process(batch: Batch, rules: str) -> list[bytes]:
    """Leave the process's id in the folder that the document's title names, and be slow."""
    for request in batch:
        (Path(request.title) / str(os.getpid())).touch()
    time.sleep(0.05)
    return read_batch(batch, rules)
