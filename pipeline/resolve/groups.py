"""Tellings joined into groups, the strongest link first, unless a text tells them apart."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from pipeline.resolve.tellings import Days, Telling


class Groups:
    """Union-find over tellings that keeps apart what a text tells apart.

    Held in arrays of integers, some fifty bytes a telling, as there may be millions.
    """

    def __init__(self, longest: int) -> None:
        """Begin without tellings.

        Args:
            longest: days beyond which no group grows by joining.
        """
        self._longest = longest
        self._root = array("q")
        # The members of a group are a ring: each names the next.
        self._next = array("q")
        self._size = array("q")
        # First and last day of the group at its root, 0 where unknown.
        self._first = array("q")
        self._last = array("q")
        # From where the tellings apart from each stand in `_apart`.
        self._apart_from = array("q", [0])
        self._apart = array("q")

    def __len__(self) -> int:
        return len(self._root)

    def add(self, days: Days | None, apart: Iterable[int]) -> None:
        """Add the telling whose position is the next, as a group of its own.

        Args:
            days: its first and last day.
            apart: positions of the tellings with which it must not be joined.
        """
        position = len(self._root)
        self._root.append(position)
        self._next.append(position)
        self._size.append(1)
        first, last = days or (0, 0)
        self._first.append(first)
        self._last.append(last)
        self._apart.extend(apart)
        self._apart_from.append(len(self._apart))

    def join(self, one: int, other: int) -> None:
        """Put two tellings into one group, unless that joins what must stay apart."""
        small, large = self.group(one), self.group(other)
        if small == large:
            return
        if self._size[small] > self._size[large]:
            small, large = large, small
        days = _hull(self._days(small), self._days(large))
        if self._too_long(days, small, large) or self._told_apart(small, large):
            return
        self._first[large], self._last[large] = days or (0, 0)
        self._root[small] = large
        self._size[large] += self._size[small]
        self._next[small], self._next[large] = self._next[large], self._next[small]

    def group(self, position: int) -> int:
        """Return the position that stands for the group of a telling."""
        root = self._root
        while root[position] != position:
            root[position] = root[root[position]]
            position = root[position]
        return position

    def members(self) -> list[list[int]]:
        """Return the positions of each group in the order of the texts."""
        roots = (position for position, root in enumerate(self._root) if position == root)
        return sorted(sorted(self._ring(root)) for root in roots)

    def _ring(self, position: int) -> Iterator[int]:
        here = position
        while True:
            yield here
            here = self._next[here]
            if here == position:
                return

    def _days(self, root: int) -> Days | None:
        return (self._first[root], self._last[root]) if self._first[root] else None

    def _too_long(self, days: Days | None, small: int, large: int) -> bool:
        if days is None:
            return False
        lengths = [_length(self._days(small)), _length(self._days(large))]
        return _length(days) > max(self._longest, *lengths)

    def _told_apart(self, small: int, large: int) -> bool:
        return any(
            self.group(self._apart[at]) == large
            for member in self._ring(small)
            for at in range(self._apart_from[member], self._apart_from[member + 1])
        )


def kept_apart(tellings: Sequence[Telling], first: int = 0) -> Iterator[list[int]]:
    """Yield, for each telling, the positions of those that its text tells apart from it.

    Args:
        tellings: all tellings of some sources.
        first: position of the first of them.
    """
    positions: dict[tuple[str, int], list[int]] = {}
    for position, telling in enumerate(tellings, first):
        positions.setdefault(telling.key, []).append(position)
    for telling in tellings:
        yield sorted(position for key in telling.apart for position in positions[key])


def _hull(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _length(days: Days | None) -> int:
    return 0 if days is None else days[1] - days[0] + 1
