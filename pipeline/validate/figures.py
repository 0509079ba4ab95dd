"""What figures a stretch of text states, read for the purpose of checking what was coded."""

import re
from collections.abc import Iterator, Sequence

from pipeline.language.counts import parse_count
from pipeline.language.tokens import Token, tokenize
from pipeline.sources.document import Document

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_BODY = {"paragraph", "list_item", "infobox"}
# Words that are more often articles or pronouns than counts.
_NONE = frozenset("no none nobody not any zero nil without".split())
_NO_FIGURES = {"one", "a", "an", "both"}


def body_numbers(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of figures and number words in the body, in `Document.text`."""
    for segment in document.segments:
        if segment.kind not in _BODY:
            continue
        tokens = tokenize(document.text, segment.start, segment.end)
        for position, token in enumerate(tokens):
            if any(character.isdecimal() for character in token.text):
                for match in _DIGITS.finditer(document.text, token.start, token.end):
                    yield match.span()
            elif token.lower not in _NO_FIGURES and _is_figure(tokens, position):
                yield token.start, token.end


def _is_figure(tokens: Sequence[Token], position: int) -> bool:
    count = parse_count(tokens, position)
    return count is not None and count.core == position and count.qualifier != "vague"


def states(words: str, low: int | None, high: int | None, qualifier: str | None) -> bool:
    """Tell whether `words` state a count.

    A singular noun, a name or an article states one; a vague word states its class.
    """
    if low is None and high is None:
        return True
    tokens = tokenize(words)
    if low == high == 0 and any(token.lower in _NONE for token in tokens):
        return True
    counts = [count for at in range(len(tokens)) if (count := parse_count(tokens, at))]
    if any(count.low == low and count.high == high for count in counts):
        return True
    values = {value for count in counts for value in (count.low, count.high)}
    stated = {value for value in (low, high) if value is not None}
    if stated <= values:
        return True
    figures = [count for count in counts if count.qualifier != "vague"]
    return not figures and (stated <= {0, 1} or qualifier == "vague")


def shown_count(low: int | None, high: int | None, qualifier: str | None) -> str:
    """Write a count for people."""
    bounds = (
        str(low) if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    )
    return f"{qualifier} {bounds}" if qualifier else bounds
