"""When Python looks for dead objects that point to each other: between documents only."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Let Python look for cycles of dead objects between documents only.

    What is read of a document lives until its end, and the collector would walk over all of it
    again and again: the time would grow faster than the text.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
