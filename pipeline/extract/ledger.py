"""The ledger: every number of the text that is no claim, with the reason."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.claim import Claim, UncodedNumber
from pipeline.extract.glance import Glance
from pipeline.extract.number_reasons import reason_for
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.language.calendar_words import DATE_WORDS, date_end
from pipeline.language.count_words import NUMBER_WORDS
from pipeline.language.counts import is_number_word
from pipeline.language.tokens import Token, tokenize
from pipeline.sources.document import Segment

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_DIGIT = re.compile(r"\d")
# How many words beside a number its reason, and what date it belongs to, can hang on.
_WORDS_BEFORE, _WORDS_BEHIND = 4, 8
_WORDS = DATE_WORDS | NUMBER_WORDS
_HEADINGS = frozenset({"heading", "furniture"})


def uncoded_numbers(
    passage: Passage, glance: Glance, claims: Sequence[Claim], readings: dict[int, Reading]
) -> list[UncodedNumber]:
    """Return the numbers outside the spans of `claims`, in order of the text.

    A number is a run of digits or a cardinal word; headings and page furniture are not read.
    """
    spans = sorted((claim.start, claim.end) for claim in claims)
    unreal = sorted(_unreal_spans(readings))
    found = []
    for position, segment in enumerate(passage.document.segments):
        if segment.kind in _HEADINGS:
            continue
        numbers = glance.numbers(segment.start, segment.end)
        if not numbers:
            continue
        for start, end, reason in _numbers(passage, segment, position, numbers):
            if _inside(spans, start, end):
                continue
            why = "hypothetical" if _inside(unreal, start, end) else reason
            found.append(UncodedNumber(passage.document.source_id, start, end, why))
    return found


def _unreal_spans(readings: dict[int, Reading]) -> Iterator[tuple[int, int]]:
    for reading in readings.values():
        for finding in reading.findings:
            if not finding.real and not finding.weighed:
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


def _numbers(
    passage: Passage, segment: Segment, position: int, places: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """Yield the numbers of a block with their likely reasons."""
    for tokens in _stretches(passage, segment, position, places):
        yield from _numbers_among(passage.text, tokens)


def _stretches(
    passage: Passage, segment: Segment, position: int, places: Sequence[int]
) -> Iterator[list[Token]]:
    """Yield the tokens of a block in which its numbers stand, with those beside them."""
    sentences = passage.sentences_of(position)
    if all(passage.is_tokenized(sentence) for sentence in sentences):
        yield [token for sentence in sentences for token in passage.tokens(sentence)]
        return
    text = passage.text
    opened, stop = segment.start, -1
    for place in places:
        start = _outwards(text, place, segment)
        if start > stop:
            if stop >= 0:
                yield tokenize(text, opened, stop)
            opened = start
        stop = max(stop, _onwards(text, place, segment))
    if stop >= 0:
        yield tokenize(text, opened, stop)


def _outwards(text: str, offset: int, segment: Segment) -> int:
    """Return the offset of the blank some words before `offset`."""
    for _ in range(_WORDS_BEFORE):
        offset = text.rfind(" ", segment.start, offset)
        if offset < 0:
            return segment.start
    return offset


def _onwards(text: str, offset: int, segment: Segment) -> int:
    """Return the offset of the blank some words behind `offset`."""
    for _ in range(_WORDS_BEHIND):
        offset = text.find(" ", offset + 1, segment.end)
        if offset < 0:
            return segment.end
    return offset


def _numbers_among(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    dated = 0
    for position, token in enumerate(tokens):
        word = token.lower
        if word.isalpha() and word not in _WORDS:
            continue
        has_digits = _DIGIT.search(word) is not None
        if not has_digits and word not in DATE_WORDS and not is_number_word(tokens, position):
            continue
        if position >= dated:
            dated = max(dated, date_end(tokens, position))
        if not has_digits and not is_number_word(tokens, position):
            continue
        reason = "date" if position < dated else reason_for(tokens, position)
        if has_digits:
            for match in _DIGITS.finditer(text, token.start, token.end):
                yield match.start(), match.end(), reason
        else:
            yield token.start, token.end, reason
