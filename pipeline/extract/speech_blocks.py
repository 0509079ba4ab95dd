"""Speech that fills blocks of its own: quoted paragraphs and what a colon introduces."""

from functools import cached_property

from pipeline.extract.passage import Passage
from pipeline.language.quotations import quotations

_OPENING_MARKS = tuple('"“„«')
_SHORT_QUOTE = 4


class SpeechBlocks:
    """Which blocks of a document are speech, and which block introduces them."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._quotes: dict[int, list[tuple[int, int]]] = {}
        self._introducers: dict[int, int | None] = {}

    def quotes(self, segment: int) -> list[tuple[int, int]]:
        """Return the spans of the quotations of a block that are longer than a few words."""
        if segment not in self._quotes:
            block = self._passage.document.segments[segment]
            self._quotes[segment] = [
                (opened, closed)
                for opened, closed in quotations(self._text, block.start, block.end)
                if self._text.count(" ", opened, closed) >= _SHORT_QUOTE
            ]
        return self._quotes[segment]

    @cached_property
    def _edges(self) -> list[tuple[bool, bool]]:
        """For each block, whether it opens with a quotation mark and whether a colon ends it."""
        edges = []
        for block in self._passage.document.segments:
            start, end = block.start, block.end
            while start < end and self._text[start].isspace():
                start += 1
            while end > start and self._text[end - 1].isspace():
                end -= 1
            readable = block.kind == "paragraph"
            opens = readable and self._text.startswith(_OPENING_MARKS, start, end)
            edges.append((opens, readable and self._text.endswith(":", start, end)))
        return edges

    def is_quotation(self, segment: int) -> bool:
        """Tell whether the block opens with a quotation mark."""
        return segment < len(self._edges) and self._edges[segment][0]

    def follows_colon(self, segment: int) -> bool:
        """Tell whether the block before ends in a colon that leads to this one."""
        before = self._before(segment)
        return before is not None and self._edges[before][1]

    def introducer(self, segment: int) -> int | None:
        """Return the block in which the speaker of a block of speech is named, or None."""
        passed: list[int] = []
        position: int | None = segment
        while position is not None and position not in self._introducers:
            passed.append(position)
            before = self._before(position)
            if before is None or not (self.follows_colon(position) or self._runs_on(position)):
                self._introducers[position] = None
            elif not (self.is_quotation(before) or self._is_item(before)):
                self._introducers[position] = before
            else:
                position = before
                continue
            break
        known = self._introducers.get(position) if position is not None else None
        for each in passed:
            self._introducers[each] = known
        return known

    def _before(self, segment: int) -> int | None:
        segments = self._passage.document.segments
        before = segment - 1
        if before < 0 or segments[before].kind not in ("paragraph", "list_item"):
            return None
        return before

    def _is_item(self, segment: int) -> bool:
        return self._passage.document.segments[segment].kind == "list_item"

    def _runs_on(self, segment: int) -> bool:
        if self.is_quotation(segment):
            return True
        return self._is_item(segment) and self._is_item(segment - 1)
