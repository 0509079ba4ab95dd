"""The voices of one sentence, which may be many, found by where they speak."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from pipeline.extract.covers import Covers
from pipeline.extract.voices import Voice


class SentenceVoices:
    """Sorts the voices of a sentence once, so that each of its claims need not ask all of them."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self._hedges = [voice for voice in voices if voice.hedged]
        self._named = [voice for voice in voices if not voice.hedged]

    @cached_property
    def named(self) -> Covers[Voice]:
        """Who is said to speak at an offset; an aside lies within what another speaker covers."""
        return Covers(
            (each.cover_start, each.cover_end, each.cover_end - each.cover_start, each)
            for each in self._named
        )

    @cached_property
    def hedges(self) -> Covers[Voice]:
        """The first hedge that covers an offset."""
        return Covers((each.cover_start, each.cover_end, 0, each) for each in self._hedges)

    @cached_property
    def before(self) -> Covers[Voice]:
        """Who is named last before an offset that he still covers."""
        return Covers(
            (each.end, each.cover_end, -place, each) for place, each in enumerate(self._named)
        )

    def beginning(self, offset: int, within: int) -> list[Voice]:
        """Return the speakers named from `offset` on and nearer than `within`, in their order."""
        starts = self._starts
        low = bisect_left(starts, (offset, 0))
        high = bisect_left(starts, (offset + within, 0), low)
        return [self._named[place] for place in sorted(place for _, place in starts[low:high])]

    @cached_property
    def _starts(self) -> list[tuple[int, int]]:
        """Where the speakers are named, each with his place among them."""
        return sorted((each.start, place) for place, each in enumerate(self._named))
