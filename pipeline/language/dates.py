"""Mentions of dates in running text: what is said, not yet which day it was.

A mention keeps what the words give (a day and a month without a year, a weekday, "two days
earlier"); `extract.reckoning` reckons it against the document. Parsers made for single date strings
(dateparser, edtf) were tried: they search running text two orders of magnitude slower and know
nothing of "the same day" or of ranges.
"""

from pipeline.language.date_joins import join_ranges, merge_doubles
from pipeline.language.date_mention import DateMention, PartialDate
from pipeline.language.date_readers import read_date
from pipeline.language.date_surroundings import is_other_word, with_lead
from pipeline.language.date_words import dates_in
from pipeline.language.word_patterns import lowered

__all__ = ["DateMention", "PartialDate", "find_dates"]


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Return the mentions of dates in `text[start:end]`, in order, not overlapping."""
    stop = len(text) if end is None else end
    searched = text[start:stop]
    lower = lowered(searched)
    matches = list(dates_in(lower))
    if not matches:
        return []
    cased = searched != lower and searched != searched.upper()
    found: list[DateMention] = []
    for match in matches:
        mention = read_date(match)
        if mention is None or is_other_word(mention, match, searched, cased):
            continue
        mention = with_lead(mention, lower, start)
        if mention is not None:
            found.append(mention)
    return join_ranges(merge_doubles(found, lower, start), lower, start)
