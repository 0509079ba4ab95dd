"""Lines of a text, and lines put together again where a paragraph was wrapped over several.

Some texts have one paragraph on each line, others break their lines at a fixed width. Which of the
two it is shows in the lines themselves: a wrapped line ends where its neighbour's first word would
not have fitted any more.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.sources.prose import is_closed

_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_FIRST_WORD = re.compile(r"\S{1,40}")
_CONTINUED = frozenset(("none", "bullet"))
_GOES_ON = re.compile(r"[a-z,;)]")
# A wrapped line is no wider than this; below the least width a full line tells nothing.
_MOST_WIDTH = 132
_LEAST_WIDTH = 45
_LEAST_PAIRS = 3
_LEAST_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Block:
    """One line, or several that were wrapped; offsets leave blank edges out.

    Attributes:
        start, end: half-open span.
        lines: how many lines it covers.
        indent: blanks before the first character.
        after_gap: whether a blank line, or the start of the text, comes before.
    """

    start: int
    end: int
    lines: int
    indent: int
    after_gap: bool


def cut_blocks(text: str, line_mark: Callable[[str, int, int], str]) -> list[Block]:
    """Return the blocks of `text` in order.

    Args:
        text: any text.
        line_mark: names the mark on the line text[start:end], "none" where there is none. A marked
            line continues no other; only a bullet's is continued by the next.
    """
    lines = _cut_lines(text)
    marks = [line_mark(text, line.start, line.end) for line in lines]
    pairs = [
        (a, b)
        for position, (a, b) in enumerate(pairwise(lines))
        if not b.after_gap and marks[position] in _CONTINUED and marks[position + 1] == "none"
    ]
    width = _wrapped_width(text, pairs)
    joined = {
        b.start for a, b in pairs if (_continues if not width else _is_wrapped)(text, a, b, width)
    }
    return _join(lines, joined)


def _cut_lines(text: str) -> list[Block]:
    lines: list[Block] = []
    after_gap = True
    previous_end = 0
    for match in _LINE.finditer(text):
        gap = text[previous_end : match.start()]
        if len(gap) > 1 and gap != "\r\n":
            after_gap = True
        previous_end = match.end()
        words = match.group()
        bare = words.lstrip(" \t\xa0\ufeff\u200b\u3000")
        indent = len(words) - len(bare)
        bare = bare.strip()
        if not bare:
            after_gap = True
            continue
        start = match.start() + words.index(bare, indent)
        lines.append(Block(start, start + len(bare), 1, indent, after_gap))
        after_gap = False
    return lines


def _wrapped_width(text: str, pairs: list[tuple[Block, Block]]) -> int:
    """Return the width at which the text's lines were broken, or 0 if they were not."""
    pairs = [pair for pair in pairs if not _begins_paragraph(text, *pair)]
    lengths = sorted(_length(a) for a, _ in pairs if _length(a) <= _MOST_WIDTH)
    if len(lengths) < _LEAST_PAIRS or len(lengths) < len(pairs) * _LEAST_SHARE:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    if width < _LEAST_WIDTH:
        return 0
    full = sum(_is_full(text, a, b, width) for a, b in pairs)
    return width if full >= len(pairs) * _LEAST_SHARE else 0


def _length(line: Block) -> int:
    return line.indent + line.end - line.start


def _is_full(text: str, line: Block, following: Block, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on `line`."""
    word = _FIRST_WORD.match(text, following.start, following.end)
    # Two characters of grace: some typists leave two blanks after a full stop.
    return _length(line) + 2 + (len(word.group()) if word else 0) >= width - 2


def _begins_paragraph(text: str, line: Block, following: Block) -> bool:
    """Tell whether an indent marks the next line as a new paragraph."""
    return following.indent > line.indent + 1 and is_closed(text, line.start, line.end)


def _is_wrapped(text: str, line: Block, following: Block, width: int) -> bool:
    if _begins_paragraph(text, line, following):
        return False
    if _is_full(text, line, following, width):
        return True
    return not is_closed(text, line.start, line.end) and _length(line) > width // 2


def _continues(text: str, line: Block, following: Block, _width: int) -> bool:
    """Tell whether a sentence was broken off in a text whose lines are otherwise paragraphs."""
    return (
        _GOES_ON.match(text, following.start) is not None
        and not is_closed(text, line.start, line.end)
        and _length(line) >= _LEAST_WIDTH
    )


def _join(lines: list[Block], joined: set[int]) -> list[Block]:
    blocks: list[Block] = []
    group: list[Block] = []
    for line in lines:
        if group and line.start not in joined:
            blocks.append(_one(group))
            group = []
        group.append(line)
    if group:
        blocks.append(_one(group))
    return blocks


def _one(group: list[Block]) -> Block:
    first = group[0]
    return Block(first.start, group[-1].end, len(group), first.indent, first.after_gap)
