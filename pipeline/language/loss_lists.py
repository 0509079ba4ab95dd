"""Lists of what a side lost: under a heading, lines such as "tanks – 410 (+7)".

The first figure is a total, the one in brackets what was added since the last list.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.language.findings import Finding
from pipeline.language.phrases import Chunk
from pipeline.language.tokens import Token

_HEADING = re.compile(r"\b(?:losses|lost)\b", re.IGNORECASE)
_LINE = re.compile(
    r"\W*[^\W\d_][^\d:–—\n]{1,60}?\s*[-–—:]\s*(?:(?:about|some|over|approximately|nearly)\s+)?\d"
)
# Fewer lines are no list.
_LEAST_LINES = 3
_LOST = frozenset({"materiel", "weak", "strong"})
# How many chunks may stand between a noun and its mark: "drones of tactical level".
_NEAR = 5


def loss_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the positions of the lines that list what was lost, under a heading that says so."""
    found: set[int] = set()
    for position, line in enumerate(lines):
        if not _HEADING.search(line) or _LINE.match(line):
            continue
        listed = []
        for later in range(position + 1, len(lines)):
            if not _LINE.match(lines[later]):
                break
            listed.append(later)
        if len(listed) >= _LEAST_LINES:
            found.update(listed)
    return frozenset(found)


def read_losses(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> list[Finding]:
    """Return the figures of a line, and give them the noun that they count."""
    found: list[Finding] = []
    for index, figure in _figures(chunks):
        lost = chunks[index].noun
        counted = chunks[figure].noun
        assert lost is not None and counted is not None
        claim_type = "destroyed" if lost.kind == "materiel" else "killed_or_wounded"
        counted.subject, counted.kind = lost.subject, lost.kind
        found.append(Finding(figure, claim_type, index))
        added = _added(tokens, chunks, figure)
        if added is not None:
            more = chunks[added].noun
            assert more is not None
            more.subject, more.kind = lost.subject, lost.kind
            found.append(Finding(added, claim_type, index, whole=figure))
    return found


def _figures(chunks: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """Yield the noun and the figure of each item."""
    for index, chunk in enumerate(chunks):
        if chunk.noun is None or chunk.noun.count is not None or chunk.noun.kind not in _LOST:
            continue
        for behind in range(index + 2, min(index + _NEAR, len(chunks))):
            noun = chunks[behind].noun
            if noun is not None:
                if noun.count is not None and chunks[behind - 1].kind in {"comma", "colon"}:
                    yield index, behind
                break


def _added(tokens: Sequence[Token], chunks: Sequence[Chunk], figure: int) -> int | None:
    """Return the figure of "(+7)" behind a total; None where nothing was added."""
    behind = chunks[figure + 1 : figure + 4]
    if len(behind) < 3 or behind[0].kind != "open" or tokens[behind[1].first].text != "+":
        return None
    noun = behind[2].noun
    counted = noun is not None and noun.count is not None and bool(noun.count.low)
    return figure + 3 if counted else None
