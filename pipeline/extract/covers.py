"""Which of many stretches of a text lies around an offset, without looking at all of them."""

from bisect import bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import Generic, TypeVar

T = TypeVar("T")


class Covers(Generic[T]):
    """Answers by one look-up, after one pass over the sorted ends of all stretches.

    Args:
        stretches: start, end (half-open), rank and value of each; of those around an offset the
            lowest rank wins, of equal ranks the one given first.
    """

    def __init__(self, stretches: Iterable[tuple[int, int, int, T]]) -> None:
        listed = list(stretches)
        opening = sorted(range(len(listed)), key=lambda at: listed[at][0])
        self._edges = sorted({edge for start, end, _, _ in listed for edge in (start, end)})
        self._around: list[T | None] = []
        opened = 0
        best: list[tuple[int, int]] = []
        for edge in self._edges:
            while opened < len(opening) and listed[opening[opened]][0] <= edge:
                heappush(best, (listed[opening[opened]][2], opening[opened]))
                opened += 1
            while best and listed[best[0][1]][1] <= edge:
                heappop(best)
            self._around.append(listed[best[0][1]][3] if best else None)

    def around(self, offset: int) -> T | None:
        """Return the value of the stretch that wins at `offset`, or None."""
        edge = bisect_right(self._edges, offset) - 1
        return self._around[edge] if edge >= 0 else None
