"""From what a mention of a date says to the days it means, each kind of mention by its reader."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from pipeline.extract.days import HAPPENING_DAYS, Days, shifted, span, whole
from pipeline.extract.partial_dates import completed, likelier
from pipeline.extract.time_setting import SAME_STORY, Setting
from pipeline.language.date_surroundings import WEEK_ENDING
from pipeline.language.dates import DateMention, PartialDate


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


def _of_day(mention: DateMention, setting: Setting, near: Iterable[int]) -> Days | None:
    partial = mention.first
    if mention.unit == "year" and setting.published and not partial.year:
        partial = replace(partial, year=setting.published.year + mention.shift)
    if mention.last.year and mention.last != partial:
        partial = likelier(partial, mention.last, setting)
    days = whole(completed(partial, setting, near), mention.part)
    if days and mention.nth and mention.weekday >= 0:
        days = _nth_weekday(days, mention)
    if days is None or mention.lead != WEEK_ENDING:
        return days
    first = shifted(days.last, -6, "day")
    return span(first, days.last) if first else days


def _nth_weekday(month: Days, mention: DateMention) -> Days | None:
    """Return the second Sunday of a month."""
    if mention.nth < 0:
        found = shifted(month.last, -((month.last.weekday() - mention.weekday) % 7), "day")
    else:
        ahead = (mention.weekday - month.first.weekday()) % 7 + 7 * (mention.nth - 1)
        found = shifted(month.first, ahead, "day")
    return Days(found, found, "day") if found else None


def _of_range(mention: DateMention, setting: Setting, near: Iterable[int]) -> Days | None:
    last = whole(completed(mention.last, setting, near))
    if last is None:
        return None
    first = mention.first if mention.first.year else replace(mention.first, year=last.last.year)
    opens = whole(first)
    if opens and opens.first > last.last and not mention.first.year:
        opens = whole(replace(first, year=first.year - 1))
    if opens is None:
        return None
    return span(opens.first, last.last)


def _of_weekday(mention: DateMention, setting: Setting, _near: Iterable[int]) -> Days | None:
    reference = setting.reference_day()
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
    return span(first, found) if found and first else None


def _of_relative(mention: DateMention, setting: Setting, _near: Iterable[int]) -> Days | None:
    # "Yesterday" and "this morning" are said on the day of publication, whatever is told before.
    reference = setting.published or setting.reference_day()
    if reference is None and setting.period and mention.unit == "month":
        reference = setting.period.last if setting.period.precision == "month" else None
    if mention.nth and reference:
        told = setting.narrative
        near = told and abs((reference - told.last).days) <= SAME_STORY.days
        day_then = shifted(told.last if told and near else reference, mention.shift, "year")
        return Days(day_then, day_then, "day") if day_then else None
    if mention.overnight and reference and reference == setting.published:
        # The night before the day of the report, of which nobody can tell which side of midnight.
        evening = shifted(reference, -1, "day")
        return span(evening, reference) if evening else None
    return _counted(mention, reference, reference) if reference else None


def _counted(mention: DateMention, first: date, last: date) -> Days | None:
    """Return the day, week, month or year so many units away."""
    moved = shifted(last if mention.shift > 0 else first, mention.shift, mention.unit)
    if moved is None:
        return None
    if mention.unit == "day":
        return span(first, last) if mention.shift == 0 else Days(moved, moved, "day")
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
    last = setting.reference_day() if mention.lead == "relative" else (told or setting.published)
    first = last and shifted(last, mention.shift, mention.unit)
    if mention.unit == "hour" and last:
        first = last - timedelta(days=-mention.shift // 24)
    return span(first, last) if first and last else None


def _until_now(days: Days, setting: Setting) -> Days:
    """Return the days from `days` on to the latest day that the text speaks from."""
    told = setting.narrative.last if setting.narrative else None
    for last in (setting.reported, told, setting.published):
        if last and last > days.first:
            return replace(span(days.first, last), open=True)
    if setting.period and setting.period.last > days.first:
        return replace(span(days.first, setting.period.last), precision="approximate", open=True)
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
