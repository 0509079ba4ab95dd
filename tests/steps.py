"""How much work a call takes, told by no clock: the lines of Python that it runs.

Growth that a faster or busier machine cannot hide is what the tests hold against a text's length;
how many seconds that takes is for benchmarks/.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Return how many lines were run by `work`, in this thread."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
