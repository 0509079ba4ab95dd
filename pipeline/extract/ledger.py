"""The ledger: every number of the text that is no claim, with the reason."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.claim import Claim, UncodedNumber
from pipeline.extract.number_reasons import reason_for
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.language.calendar_words import date_end
from pipeline.language.counts import is_number_word
from pipeline.language.tokens import tokenize
from pipeline.sources.document import Segment

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_HEADINGS = frozenset({"heading", "furniture"})


def uncoded_numbers(
    passage: Passage, claims: Sequence[Claim], readings: dict[int, Reading]
) -> list[UncodedNumber]:
    """Return the numbers outside the spans of `claims`, in order of the text.

    A number is a run of digits or a cardinal word; headings and page furniture are not read.
    """
    spans = sorted((claim.start, claim.end) for claim in claims)
    unreal = sorted(_unreal_spans(readings))
    found = []
    for segment in passage.document.segments:
        if segment.kind in _HEADINGS:
            continue
        for start, end, reason in _numbers(passage.text, segment):
            if _inside(spans, start, end):
                continue
            why = "hypothetical" if _inside(unreal, start, end) else reason
            found.append(UncodedNumber(passage.document.source_id, start, end, why))
    return found


def _unreal_spans(readings: dict[int, Reading]) -> Iterator[tuple[int, int]]:
    for reading in readings.values():
        for finding in reading.findings:
            if not finding.real:
                yield reading.span(finding.noun)


def _inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a span of sorted, hardly overlapping spans covers the number."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0] <= start:
            low = middle + 1
        else:
            high = middle
    return any(spans[index][1] >= end for index in range(max(0, low - 3), low))


def _numbers(text: str, segment: Segment) -> Iterator[tuple[int, int, str]]:
    """Yield the numbers of a block with their likely reasons."""
    tokens = tokenize(text, segment.start, segment.end)
    dated = 0
    for position, token in enumerate(tokens):
        if position >= dated:
            dated = max(dated, date_end(tokens, position))
        has_digits = any(character.isdecimal() for character in token.text)
        if not has_digits and not is_number_word(tokens, position):
            continue
        reason = "date" if position < dated else reason_for(tokens, position)
        if has_digits:
            for match in _DIGITS.finditer(text, token.start, token.end):
                yield match.start(), match.end(), reason
        else:
            yield token.start, token.end, reason
