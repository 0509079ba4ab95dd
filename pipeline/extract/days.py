"""Days as a text tells them, and how the calendar moves them."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from pipeline.language.dates import PartialDate

Precision = Literal["day", "range", "month", "approximate"]
# A happening lasts at most this many days; a longer span holds a total over many.
HAPPENING_DAYS = 3
# What lies further back than this is history when a text comes out.
HISTORY_DAYS = 366
_PARTS = {"early": (1, 7), "mid": (11, 20), "late": (21, 31)}


@dataclass(frozen=True, slots=True)
class Days:
    """Some days, both ends included.

    Attributes:
        first, last: the days.
        precision: how well they are known.
        total: whether what is told of them sums up a period.
        open: whether the text gives no end and `last` is only the latest day it speaks from.
        start, end: half-open offsets of the words that say so.
        rule: name of the rule that reckoned them.
    """

    first: date
    last: date
    precision: Precision
    total: bool = False
    open: bool = False
    start: int = 0
    end: int = 0
    rule: str = ""


def day(partial: PartialDate) -> date | None:
    """Return the date, or None where a part is missing or no calendar holds it."""
    try:
        return date(partial.year, partial.month, partial.day)
    except ValueError:
        return None


def shifted(start: date, count: int, unit: str) -> date | None:
    """Return `start` moved by `count` units, or None beyond the calendar."""
    if unit in ("month", "year"):
        months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    length = {"hour": timedelta(hours=1), "day": timedelta(1), "week": timedelta(7)}[unit]
    try:
        return start + length * count
    except OverflowError:
        return None


def whole(partial: PartialDate, part: str = "") -> Days | None:
    """Return all days of a partial date, or of the early, middle or late part of its month."""
    if not partial.year:
        return None
    if not partial.month:
        return Days(date(partial.year, 1, 1), date(partial.year, 12, 31), "range", total=True)
    if partial.day:
        single = day(partial)
        return Days(single, single, "day") if single else None
    length = calendar.monthrange(partial.year, partial.month)[1]
    opens, closes = _PARTS.get(part, (1, length))
    return Days(
        date(partial.year, partial.month, opens),
        date(partial.year, partial.month, min(closes, length)),
        "approximate" if part else "month",
    )


def span(first: date, last: date) -> Days:
    """Return the days from one to another, a total where no happening lasts so long."""
    long = (last - first).days >= HAPPENING_DAYS
    return Days(first, last, "day" if first == last else "range", total=long)
