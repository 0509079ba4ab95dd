"""A source text made readable, with every character mapped back to the raw file."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

SegmentKind = Literal["title", "heading", "paragraph", "list_item", "infobox", "furniture"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One block of a document's text.

    Attributes:
        kind: what the block is; `furniture` (menus, related headlines, forms) is never read
            for claims.
        start, end: half-open offsets into `Document.text`, in Unicode code points.
        level: depth of a heading (1 is the outermost), 0 for other kinds.
        label: key of an infobox line ("Strength1"), "" for other kinds.
    """

    kind: SegmentKind
    start: int
    end: int
    level: int = 0
    label: str = ""


@dataclass(frozen=True)
class Document:
    """A text with its blocks and its way back to the raw characters.

    Attributes:
        source_id: id of the source.
        raw: the file as received, decoded as UTF-8.
        text: `raw` with wrongly decoded characters repaired; what the grammar reads.
        segments: the blocks of `text`, in order, not overlapping.
        published_on: ISO date, possibly partial ("2020-01"), or "".
        title, publisher: as in the manifest, or "".
        anchors: pairs (offset in text, offset in raw) where the two begin to differ by another
            amount, ascending; empty where text is raw.
    """

    source_id: str
    raw: str
    text: str
    segments: tuple[Segment, ...]
    published_on: str = ""
    title: str = ""
    publisher: str = ""
    anchors: tuple[tuple[int, int], ...] = field(default=())

    def raw_offset(self, offset: int) -> int:
        """Return the offset in `raw` of the character at `offset` of `text`."""
        position = bisect_right(self.anchors, offset, key=lambda anchor: anchor[0]) - 1
        if position < 0:
            return offset
        text_offset, raw_offset = self.anchors[position]
        return raw_offset + offset - text_offset

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in `raw` of the half-open span of `text`."""
        if end <= start:
            return self.raw_offset(start), self.raw_offset(start)
        return self.raw_offset(start), self.raw_offset(end - 1) + self._width(end - 1)

    def _width(self, offset: int) -> int:
        """Return how many raw characters stand for the character at `offset`."""
        if offset + 1 >= len(self.text):
            return len(self.raw) - self.raw_offset(offset)
        return max(1, self.raw_offset(offset + 1) - self.raw_offset(offset))
