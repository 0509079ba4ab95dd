"""From what a mention of a date says to the days it means."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from pipeline.language.date_surroundings import WEEK_ENDING
from pipeline.language.dates import DateMention, PartialDate

Precision = Literal["day", "range", "month", "approximate"]
# A happening lasts at most this many days; a longer span holds a total over many.
HAPPENING_DAYS = 3
# A weekday or "yesterday" counts from the publication unless the story lies further back.
_SAME_STORY = timedelta(days=21)
# "The 13th" counts from the publication where the story lies no further back.
_NEAR_DAYS = 92
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


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text has told of time before the words now read.

    Attributes:
        published: day of publication, of the latest dateline or of the document.
        heading: month or days that a heading sets.
        narrative: days of which the story is speaking.
        episode: day on which the present happening began, as last said in full.
        reported: day on which the latest statement was made.
        period: days that the document as a whole is about, or the month it was published in.
        year: the year of which the story opened: "By the autumn of 2011"; 0 where it names none.
    """

    published: date | None = None
    heading: Days | None = None
    narrative: Days | None = None
    episode: date | None = None
    reported: date | None = None
    period: Days | None = None
    year: int = 0


def reckon(mention: DateMention, setting: Setting, near: Iterable[int] = ()) -> Days | None:
    """Return the days meant, or None where the text leaves them open.

    Args:
        mention: the mention.
        setting: what the text has told before it.
        near: years said beside other dates of the same sentence.
    """
    days = _READERS[mention.kind](mention, setting, near)
    if days is None or days.first > days.last:
        return None
    if mention.approximate and days.precision != "month":
        days = replace(days, precision="approximate")
    if mention.lead == "since":
        if mention.part == "mid":
            days = replace(days, first=days.first.replace(day=15))
        days = _until_now(days, setting)
    return replace(days, start=mention.start, end=mention.end, rule=f"date.{mention.kind}")


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


def _dated(partial: PartialDate, setting: Setting, near: Iterable[int]) -> PartialDate:
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
    latest = setting.published.year if setting.published else MAXYEAR
    middle = around.first + (around.last - around.first) / 2
    year = min(
        (
            y
            for y in (middle.year - 1, middle.year, middle.year + 1)
            if y <= max(latest, middle.year)
        ),
        key=lambda y: _gap(partial, y, around),
    )
    return replace(partial, year=year)


def _in_its_month(partial: PartialDate, setting: Setting) -> PartialDate:
    """Return "the 13th" with the month and year of the story, or of the days just before."""
    told = setting.narrative or setting.heading
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


def _of_day(mention: DateMention, setting: Setting, near: Iterable[int]) -> Days | None:
    partial = mention.first
    if mention.unit == "year" and setting.published and not partial.year:
        partial = replace(partial, year=setting.published.year + mention.shift)
    if mention.last.year and mention.last != partial:
        partial = _either(partial, mention.last, setting)
    days = whole(_dated(partial, setting, near), mention.part)
    if days and mention.nth and mention.weekday >= 0:
        days = _nth_weekday(days, mention)
    if days is None or mention.lead != WEEK_ENDING:
        return days
    first = shifted(days.last, -6, "day")
    return _span(first, days.last) if first else days


def _either(one: PartialDate, other: PartialDate, setting: Setting) -> PartialDate:
    """Return which of two readings of "11/02/2012" lies next before the publication."""
    told = setting.published
    found = [(abs((told - there).days), each) for each in (one, other)
             if told and (there := day(each)) and there <= told]  # fmt: skip
    return min(found, key=lambda each: each[0])[1] if found else one


def _nth_weekday(month: Days, mention: DateMention) -> Days | None:
    """Return the second Sunday of a month."""
    if mention.nth < 0:
        found = shifted(month.last, -((month.last.weekday() - mention.weekday) % 7), "day")
    else:
        ahead = (mention.weekday - month.first.weekday()) % 7 + 7 * (mention.nth - 1)
        found = shifted(month.first, ahead, "day")
    return Days(found, found, "day") if found else None


def _of_range(mention: DateMention, setting: Setting, near: Iterable[int]) -> Days | None:
    last = whole(_dated(mention.last, setting, near))
    if last is None:
        return None
    first = mention.first if mention.first.year else replace(mention.first, year=last.last.year)
    opens = whole(first)
    if opens and opens.first > last.last and not mention.first.year:
        opens = whole(replace(first, year=first.year - 1))
    if opens is None:
        return None
    return _span(opens.first, last.last)


def _span(first: date, last: date) -> Days:
    long = (last - first).days >= HAPPENING_DAYS
    return Days(first, last, "day" if first == last else "range", total=long)


def _of_weekday(mention: DateMention, setting: Setting, _near: Iterable[int]) -> Days | None:
    reference = _reference(setting)
    if mention.lead == "as written":
        reference = setting.published or reference
    if reference is None:
        return None
    back = (reference.weekday() - mention.weekday) % 7
    if not back and mention.shift == -7:
        # "Last Saturday", said on a Saturday, is a week ago.
        back = 7
    if reference != setting.published and setting.narrative and back > 3:
        back -= 7
    found = shifted(reference, -back, "day")
    first = found and shifted(found, 1 - max(mention.nth, 1), "day")
    return _span(first, found) if found and first else None


def _reference(setting: Setting) -> date | None:
    """Return the day from which "yesterday" and "Friday" count."""
    told = setting.narrative
    if told and (told.last - told.first).days > HAPPENING_DAYS:
        told = None
    if setting.published is None:
        return told.last if told else None
    if told and setting.published - told.last > _SAME_STORY:
        return told.last
    return setting.published


def _of_relative(mention: DateMention, setting: Setting, _near: Iterable[int]) -> Days | None:
    # "Yesterday" and "this morning" are said on the day of publication, whatever is told before.
    reference = setting.published or _reference(setting)
    if reference is None and setting.period and mention.unit == "month":
        reference = setting.period.last if setting.period.precision == "month" else None
    if mention.nth and reference:
        told = setting.narrative
        near = told and abs((reference - told.last).days) <= _SAME_STORY.days
        day_then = shifted(told.last if told and near else reference, mention.shift, "year")
        return Days(day_then, day_then, "day") if day_then else None
    if mention.overnight and reference and reference == setting.published:
        # The night before the day of the report, of which nobody can tell which side of midnight.
        evening = shifted(reference, -1, "day")
        return _span(evening, reference) if evening else None
    return _counted(mention, reference, reference) if reference else None


def _counted(mention: DateMention, first: date, last: date) -> Days | None:
    """Return the day, week, month or year so many units away."""
    moved = shifted(last if mention.shift > 0 else first, mention.shift, mention.unit)
    if moved is None:
        return None
    if mention.unit == "day":
        return _span(first, last) if mention.shift == 0 else Days(moved, moved, "day")
    if mention.approximate:
        return Days(moved, moved, "approximate") if mention.unit == "week" else None
    return _calendar_unit(moved, mention.unit, last if mention.shift == 0 else None)


def _calendar_unit(within: date, unit: str, until: date | None) -> Days | None:
    """Return the week, month or year that holds `within`, no further than `until`."""
    if unit == "week":
        monday = shifted(within, -within.weekday(), "day")
        sunday = monday and shifted(monday, 6, "day")
        return Days(monday, until or sunday, "range") if monday and sunday else None
    found = whole(PartialDate(within.year, within.month if unit == "month" else 0))
    if found and until:
        return replace(found, last=until, precision="range", total=True)
    return replace(found, total=True) if found else None


def _of_anaphor(mention: DateMention, setting: Setting, _near: Iterable[int]) -> Days | None:
    if mention.nth:
        found = setting.episode and shifted(setting.episode, mention.nth - 1, "day")
        return Days(found, found, "day") if found else None
    told = setting.narrative
    if mention.unit == "month" and not mention.shift:
        around = told or setting.heading
        days = whole(PartialDate(around.last.year, around.last.month)) if around else None
        return replace(days, total=True) if days else None
    if told is None or told.precision == "month" or (told.last - told.first).days > HAPPENING_DAYS:
        return None
    days = _counted(mention, told.first, told.last)
    if days and told.precision == "approximate":
        return replace(days, precision="approximate")
    return days


def _of_period(mention: DateMention, setting: Setting, _near: Iterable[int]) -> Days | None:
    """Return the span that ends on the day of reckoning and is so many units long."""
    told = setting.narrative.last if setting.narrative else None
    last = _reference(setting) if mention.lead == "relative" else (told or setting.published)
    first = last and shifted(last, mention.shift, mention.unit)
    if mention.unit == "hour" and last:
        first = last - timedelta(days=-mention.shift // 24)
    return _span(first, last) if first and last else None


def _until_now(days: Days, setting: Setting) -> Days:
    """Return the days from `days` on to the latest day that the text speaks from."""
    told = setting.narrative.last if setting.narrative else None
    for last in (setting.reported, told, setting.published):
        if last and last > days.first:
            return replace(_span(days.first, last), open=True)
    if setting.period and setting.period.last > days.first:
        return replace(_span(days.first, setting.period.last), precision="approximate", open=True)
    return replace(days, total=True, open=True)


_READERS = {
    "day": _of_day,
    "range": _of_range,
    "month": _of_day,
    "year": _of_day,
    "weekday": _of_weekday,
    "relative": _of_relative,
    "anaphoric": _of_anaphor,
    "period": _of_period,
}
