"""What each kind of words for a date says, as one mention."""

import re

from pipeline.language.date_mention import DateMention, Kind, PartialDate, Unit
from pipeline.language.date_words import MONTHS, NUMBERS, ORDINALS, RELATIVE_DAYS, WEEKDAYS
from pipeline.language.figures import BELOW_HUNDRED

_UNITS: dict[str, Unit] = {
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
_LEAP_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# "The last months of the war" end with the war, not today.
_OF_SOMETHING = re.compile(r"\s+of\s+(?:the|his|her|its|their|that)\b")


def read_date(match: re.Match[str]) -> DateMention | None:
    """Return the mention that a match says, None where no calendar holds it.

    Its offsets are those of the match, and the words around it are not read.
    """
    return _READERS[match.lastgroup or ""](match)


def _date(year: str | None, month: str | int, day: str | None) -> PartialDate | None:
    """Return the date, or None where no calendar holds it."""
    number = month if isinstance(month, int) else MONTHS[month.rstrip(".")]
    figure = int(re.sub(r"\D", "", day)) if day else 0
    if not 1 <= number <= 12 or figure > _LEAP_MONTH_DAYS[number - 1] or (day and figure < 1):
        return None
    return PartialDate(_full_year(year), number, figure)


def _full_year(year: str | None) -> int:
    """Return the year of four figures for "2012", "90" or "'90"."""
    if not year:
        return 0
    number = int(year.lstrip("'"))
    if number >= 100:
        return number
    return number + (1900 if number >= 40 else 2000)


def _read_day(
    match: re.Match[str], year: str | None, month: str | int, day: str
) -> DateMention | None:
    date = _date(year, month, day)
    if date is None:
        return None
    return DateMention(match.start(), match.end(), "day", date, date)


def _read_days(
    match: re.Match[str], year: str | None, month: str, first: str, last: str
) -> DateMention | None:
    opens, closes = _date(year, month, first), _date(year, month, last)
    if opens is None or closes is None or opens.day >= closes.day:
        return None
    return DateMention(match.start(), match.end(), "range", opens, closes)


def _read_month(match: re.Match[str]) -> DateMention | None:
    date = _date(match["mo_y"], match["mo_m"], None)
    if date is None:
        return None
    words = match["mo_part"] or ""
    part = "early" if re.search("early|beginning|start", words) else ""
    part = part or ("late" if re.search("late|end", words) else "mid" if words else "")
    return DateMention(
        match.start(), match.end(), "month", date, date, part=part, approximate=bool(part)
    )


def _read_weekday(match: re.Match[str]) -> DateMention:
    lead = match["wd_lead"] or ""
    shift = -7 if lead.startswith("last") else -1 if lead.startswith("the") else 0
    # "Also Friday" counts from the day on which it was written, whatever was told between.
    also = match.string[max(0, match.start() - 5) : match.start()].lower() == "also "
    return DateMention(
        match.start(),
        match.end(),
        "weekday",
        weekday=WEEKDAYS[match["wd_d"]],
        shift=shift,
        lead="as written" if also else "",
    )


def _read_weekend(match: re.Match[str]) -> DateMention:
    """Read "at the weekend": from Saturday to Sunday."""
    return DateMention(match.start(), match.end(), "weekday", weekday=WEEKDAYS["sunday"], nth=2)


def _read_quarter(match: re.Match[str]) -> DateMention:
    """Read "Q3" and "Q3 2020"."""
    year, last = _full_year(match["qu_y"]), 3 * int(match["qu_n"])
    first = PartialDate(year, last - 2)
    return DateMention(match.start(), match.end(), "range", first, PartialDate(year, last))


def _read_unit_so_far(match: re.Match[str]) -> DateMention:
    """Read "the beginning of the year"."""
    return DateMention(match.start(), match.end(), "relative", unit=_UNITS[match["st_u"]])


def _read_nth_weekday(match: re.Match[str]) -> DateMention | None:
    """Read "the second Sunday of June": a month, and which of its Sundays."""
    month = _date(match["nw_y"], match["nw_m"], None)
    if month is None:
        return None
    nth = -1 if match["nw_n"] == "last" else ORDINALS[match["nw_n"]]
    weekday = WEEKDAYS[match["nw_d"]]
    return DateMention(match.start(), match.end(), "day", month, month, weekday=weekday, nth=nth)


def _read_slashed(match: re.Match[str]) -> DateMention | None:
    """Read "02.11.2012" and "11/02/2012", of which either figure may be the month."""
    a, b, year = match["sl_a"], match["sl_b"], match["sl_y"]
    day_first, month_first = _date(year, int(b), a), _date(year, int(a), b)
    if match["sl_s"] == ".":
        month_first = None
    first = day_first or month_first
    if first is None:
        return None
    return DateMention(match.start(), match.end(), "day", first, month_first or first)


def _read_anniversary(match: re.Match[str]) -> DateMention:
    """Read "thirty years ago today"."""
    words = match["av_n"].split("-")
    if words[0].isdecimal():
        years = int(words[0])
    else:
        years = sum(BELOW_HUNDRED.get(word, NUMBERS.get(word, 0)) for word in words)
    return DateMention(match.start(), match.end(), "relative", shift=-years, unit="year", nth=1)


def _read_month_told(match: re.Match[str]) -> DateMention:
    """Read "during the month": the month of which the story speaks."""
    return DateMention(match.start(), match.end(), "anaphoric", unit="month")


def _read_day_of_month(match: re.Match[str]) -> DateMention:
    day = PartialDate(day=int(match["nd_d"]))
    return DateMention(match.start(), match.end(), "day", day, day)


def _number(words: str | None) -> int:
    if not words:
        return 1
    return int(words) if words.isdecimal() else NUMBERS[words]


def _read_ago(match: re.Match[str]) -> DateMention | None:
    count, word = _number(match["ag_n"]), match["ag_w"]
    unit = _UNITS.get(match["ag_u"], "day")
    if match["ag_u"] == "fortnight":
        count, unit = 2 * count, "week"
    kind: Kind = "relative" if word == "ago" else "anaphoric"
    shift = count if word in ("later", "afterward", "afterwards") else -count
    vague = match["ag_n"] in ("few", "several") or unit in ("week", "month", "year")
    return DateMention(match.start(), match.end(), kind, shift=shift, unit=unit, approximate=vague)


def _read_period(match: re.Match[str]) -> DateMention | None:
    if not match["pe_n"] and match["pe_u"] == "day":
        return None
    if _OF_SOMETHING.match(match.string, match.end()):
        return None
    anchor = "anaphoric" if match["pe_w"] in ("previous", "preceding") else "relative"
    return DateMention(
        match.start(),
        match.end(),
        "period",
        shift=-_number(match["pe_n"]),
        unit=_UNITS[match["pe_u"]],
        lead=anchor,
    )


def _read_around(match: re.Match[str]) -> DateMention:
    shift = -1 if match["ar_w"] == "last" else 0
    return DateMention(
        match.start(), match.end(), "relative", shift=shift, unit=_UNITS[match["ar_u"]]
    )


def _read_anaphor(match: re.Match[str]) -> DateMention:
    shift, nth = 0, 0
    if match["an_next"] or match["an_after"] or match["an_nights"]:
        shift = 1
    elif match["an_before"] or match["an_prior"]:
        shift = -1
    elif match["an_nth"]:
        nth = ORDINALS[match["an_nth"]]
    return DateMention(match.start(), match.end(), "anaphoric", shift=shift, nth=nth)


def _read_relative(match: re.Match[str]) -> DateMention:
    words = " ".join(match["re_w"].split())
    shift = RELATIVE_DAYS.get(words, -1 if "yesterday" in words else 0)
    return DateMention(
        match.start(), match.end(), "relative", shift=shift, overnight=words == "overnight"
    )


def _read_year(match: re.Match[str]) -> DateMention:
    date = PartialDate(int(match["ye_y"]))
    return DateMention(match.start(), match.end(), "year", date, date)


_READERS = {
    "iso": lambda m: _read_day(m, m["iso_y"], int(m["iso_m"]), m["iso_d"]),
    "days_month": lambda m: _read_days(m, m["dsm_y"], m["dsm_m"], m["dsm_a"], m["dsm_b"]),
    "day_month": lambda m: _read_day(m, m["dm_y"], m["dm_m"], m["dm_d"]),
    "month_days": lambda m: _read_days(m, m["mds_y"], m["mds_m"], m["mds_a"], m["mds_b"]),
    "month_day": lambda m: _read_day(m, m["md_y"], m["md_m"], m["md_d"]),
    "month": _read_month,
    "weekday": _read_weekday,
    "weekend": _read_weekend,
    "start": _read_unit_so_far,
    "whole": _read_month_told,
    "nth_day": _read_day_of_month,
    "quarter": _read_quarter,
    "slashed": _read_slashed,
    "nth_weekday": _read_nth_weekday,
    "anniversary": _read_anniversary,
    "ago": _read_ago,
    "period": _read_period,
    "around": _read_around,
    "anaphor": _read_anaphor,
    "relative": _read_relative,
    "year": _read_year,
}
