"""Texts that tell of what was long over when they came out: no day in them counts from then."""

import re
from datetime import date

from pipeline.extract.datelines import is_dateline
from pipeline.extract.days import HISTORY_DAYS, whole
from pipeline.extract.passage import Passage
from pipeline.language.dates import DateMention, find_dates

_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b(?![-/]\d)")
_YEAR_ALONE = re.compile(r"[\s'’*=#(\[]*((?:1[789]|20)\d\d)[\s'’*=#:.)\]]*")
# A history names the days that it tells of within its first sentences.
_LEAD_SENTENCES = 8


def year_alone(words: str) -> int:
    """Return the year of which a block consists, "'''1987'''", or else 0."""
    found = _YEAR_ALONE.fullmatch(words)
    return int(found[1]) if found else 0


def year_of_title(title: str) -> int:
    """Return the only year that a title names, "The Dara raids (1987)", or else 0."""
    years = {int(year) for year in _YEAR.findall(title)}
    return years.pop() if len(years) == 1 else 0


def year_of_lead(passage: Passage) -> int:
    """Return the year that a text names before any day: "In the spring of 1948, ... on 9 May"."""
    first = next((each for each in _dates_of_lead(passage) if each.kind != "anaphoric"), None)
    return first.first.year if first and first.kind == "year" and first.lead == "of" else 0


def is_history(passage: Passage, published: date | None) -> bool:
    """Tell whether a text tells only of days long before it came out.

    "The raid took place on 3 May 1987. ... On 9 May", put up in 2014: no day of 2014 is meant.
    """
    if published is None or not _opens_long_ago(passage, published):
        return False
    return not any(_counts_from_now(passage, each) for each in find_dates(passage.text))


def _opens_long_ago(passage: Passage, published: date) -> bool:
    """Tell whether the title, the first line or the first date names a time long ago."""
    alone = next(filter(None, map(year_alone, _blocks(passage))), 0)
    years = (year_of_title(passage.document.title), alone, year_of_lead(passage))
    if any(0 < year < published.year - 1 for year in years):
        return True
    dated = (each for each in _dates_of_lead(passage) if each.kind not in ("year", "anaphoric"))
    first = next(dated, None)
    days = whole(first.last) if first and first.lead != "since" else None
    return days is not None and (published - days.last).days > HISTORY_DAYS


def _dates_of_lead(passage: Passage) -> list[DateMention]:
    """Return the dates of the first sentences."""
    lead = passage.sentences[:_LEAD_SENTENCES]
    return find_dates(passage.text, 0, lead[-1].end) if lead else []


def _blocks(passage: Passage) -> list[str]:
    """Return the words of the first blocks below the title."""
    return [
        passage.text[each.start : each.end]
        for each in passage.document.segments[:3]
        if each.kind != "title"
    ]


def _counts_from_now(passage: Passage, mention: DateMention) -> bool:
    """Tell whether a date counts from the day of writing: "yesterday", or that of a dateline."""
    if mention.kind == "period":
        return mention.lead == "relative"
    if mention.kind == "relative":
        return not mention.overnight
    if passage.lower.endswith("last ", 0, mention.start) and not mention.first.year:
        return True
    return is_dateline(passage.text, max(0, mention.start - 90), mention)
