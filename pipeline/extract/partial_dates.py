"""Dates of which a text gives only a part: their year or month, as far as the story tells it."""

import calendar
from collections.abc import Iterable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from pipeline.extract.days import Days, day
from pipeline.extract.time_setting import Setting
from pipeline.language.dates import PartialDate

# "The 13th" counts from the publication where the story lies no further back.
_NEAR_DAYS = 92


def completed(partial: PartialDate, setting: Setting, near: Iterable[int]) -> PartialDate:
    """Return the partial date with its year, as far as the text gives one."""
    if partial.day and not partial.month:
        return _in_its_month(partial, setting)
    if partial.year or not partial.month:
        return partial
    for year in near:
        return replace(partial, year=year)
    around = setting.heading or setting.narrative
    if around is None and setting.year:
        return replace(partial, year=setting.year)
    if around is None and setting.published:
        return replace(partial, year=_year_before(partial, setting.published))
    around = around or setting.period
    if around is None:
        return partial
    middle = around.first + (around.last - around.first) / 2
    latest = MAXYEAR
    if setting.published:
        # "In August", told in May of what happened this week, was last year.
        told = around.last <= setting.published
        latest = _year_before(partial, setting.published)
        latest = latest if told else max(latest, middle.year)
    year = min(
        (y for y in (middle.year - 1, middle.year, middle.year + 1) if y <= latest),
        key=lambda y: _gap(partial, y, around),
    )
    return replace(partial, year=year)


def likelier(one: PartialDate, other: PartialDate, setting: Setting) -> PartialDate:
    """Return which of two readings of "11/02/2012" lies next before the publication."""
    told = setting.published
    found = [(abs((told - there).days), each) for each in (one, other)
             if told and (there := day(each)) and there <= told]  # fmt: skip
    return min(found, key=lambda each: each[0])[1] if found else one


def _in_its_month(partial: PartialDate, setting: Setting) -> PartialDate:
    """Return "the 13th" with the month and year of the story, or of the days just before."""
    told = setting.narrative or setting.heading or (setting.period if setting.history else None)
    until = setting.published
    if told and told.first != told.last and told.precision == "range":
        # "From 27 December to 4 January ... on the 30th"
        for month in (told.first, told.last):
            there = replace(partial, year=month.year, month=month.month)
            if (that := day(there)) and told.first <= that <= told.last:
                return there
    if told and told.precision == "day" and until:
        return _nearest_month(partial, told.last, until)
    if until is None or (told and (until - told.last).days > _NEAR_DAYS):
        return replace(partial, year=told.last.year, month=told.last.month) if told else partial
    months = until.year * 12 + until.month - 1 - (partial.day > until.day)
    return replace(partial, year=months // 12, month=months % 12 + 1)


def _nearest_month(partial: PartialDate, told: date, until: date) -> PartialDate:
    """Return "the 13th" in the month that brings it nearest to the day told, not after `until`."""
    months = told.year * 12 + told.month - 1
    found = []
    for month in (months - 1, months, months + 1):
        candidate = replace(partial, year=month // 12, month=month % 12 + 1)
        there = day(candidate)
        if there is not None and there <= until:
            found.append((abs((there - told).days), there < told, candidate))
    return min(found, key=lambda each: each[:2])[2] if found else partial


def _year_before(partial: PartialDate, published: date) -> int:
    """Return the latest year in which the date was not after publication (time zones allowed)."""
    later = (partial.month, partial.day) > (published.month, published.day + 1)
    if partial.month == published.month and not partial.day:
        later = False
    return published.year - 1 if later else published.year


def _gap(partial: PartialDate, year: int, around: Days) -> int:
    """Return how many days the date in that year lies off `around`."""
    length = calendar.monthrange(year, partial.month)[1] if MINYEAR <= year <= MAXYEAR else 28
    there = date(min(max(year, MINYEAR), MAXYEAR), partial.month, min(partial.day or 15, length))
    return max((around.first - there).days, (there - around.last).days, 0)
