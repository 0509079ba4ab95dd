"""Mentions of dates in running text: what is said, not yet which day it was.

A mention keeps what the words give (a day and a month without a year, a weekday, "two days
earlier"); `extract.when` reckons it against the document. Parsers made for single date strings
(dateparser, edtf) were tried: they search running text two orders of magnitude slower and know
nothing of "the same day" or of ranges.
"""

import re
from dataclasses import replace

from pipeline.language.date_joins import join_ranges, merge_doubles
from pipeline.language.date_mention import DateMention, Kind, PartialDate, Unit
from pipeline.language.date_words import (
    DOUBTFUL_MONTHS,
    LEAD,
    MONTHS,
    NUMBERS,
    ORDINALS,
    RELATIVE_DAYS,
    WEEKDAYS,
    dates_in,
)
from pipeline.language.figures import BELOW_HUNDRED
from pipeline.language.word_patterns import lowered

_UNITS: dict[str, Unit] = {
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
_LEAP_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ABOUT = frozenset({"around", "about", "circa", "roughly", "approximately"})
_SINCE_EVENT = re.compile(
    r"\bwhich\s+(?:began|started|erupted|broke\s+out)\s+(?:on|in)\s+\Z|"
    r"\b(?:since|from\s+(?=(?:the|its)\s+(?:start|beginning|outset|outbreak|launch)\b))\s*"
    r"(?:the|its|their|his|her)\s[^.,;:()\n]{3,90}\b(?:on|in|of)\s+\Z"
)
# "the March 2003 invasion" names a happening; "after the 3 May, soldiers" does not.
_NAMED = re.compile(
    r"\s+(?!and\b|or\b|to\b|when\b|in\b|at\b|by\b|was\b|were\b|the\b|"
    + "|".join(rf"{word}\b" for word in sorted({*BELOW_HUNDRED, "dozens", "scores", "hundreds"}))
    + r")[a-z]{4,}"
)
# "the 2012 Easter bombing", "the December raid": when a happening that is named was.
_INCIDENT = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:bombing|attack|massacre|raid|ambush|killing|shooting|siege|clash|"
    r"airstrike|strike|blast|explosion|assault|kidnapping|abduction|hostage)(?:e?s)?\b"
)
_WEEK_ENDING = re.compile(r"\bweek\s+(?:ending|ended|that\s+ended|to)\s+(?:on\s+)?\Z")
# "The last months of the war" end with the war, not today.
_OF_SOMETHING = re.compile(r"\s+of\s+(?:the|his|her|its|their|that)\b")
WEEK_ENDING = "week ending"
_ATTRIBUTE = re.compile(r"\b(?:the|a|an|this|that|its|their|every|each|of)\s+\Z")


__all__ = ["WEEK_ENDING", "DateMention", "PartialDate", "find_dates"]


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
        mention = _READERS[match.lastgroup or ""](match)
        if mention is None or _is_other_word(mention, match, searched, cased):
            continue
        mention = _with_lead(mention, lower, start)
        if mention is not None:
            found.append(mention)
    return join_ranges(merge_doubles(found, lower, start), lower, start)


# --- readers: one for each kind of words -------------------------------------------------------


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
    shift = count if word == "later" else -count
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


# --- words that only look like dates, and what stands before them ------------------------------


def _is_other_word(mention: DateMention, match: re.Match[str], text: str, cased: bool) -> bool:
    """Tell whether a month's or weekday's name is here a verb or part of a name."""
    if mention.kind == "weekday":
        before = text[max(0, mention.start - 8) : mention.start].lower()
        return bool(
            re.search(
                r"\b(?:next|bloody|black|good|holy|maundy|palm|easter|every|each)\s\Z", before
            )
        )
    groups = match.groupdict()
    name = next(
        (groups[key] for key in ("dsm_m", "dm_m", "mds_m", "md_m", "mo_m") if groups[key]), ""
    )
    if not name:
        return False
    at = match.start() + match.group().index(name)
    if cased and not text[at].isupper():
        return True
    bare = mention.kind == "month" and not mention.first.year and not mention.part
    if not bare or _names_incident(match.string, mention.start, mention.end):
        return False
    before = text[max(0, at - 10) : at].lower()
    preposition = re.search(
        r"\b(?:in|since|during|of|by|until|till|from|through|to|between|throughout|and|last)\s+\Z",
        before,
    )
    if not preposition:
        return True
    doubtful = name.rstrip(".") in DOUBTFUL_MONTHS
    return (
        doubtful
        and not cased
        and preposition.group().strip() in ("to", "and", "by", "of", "through")
    )


def _names_incident(lower: str, start: int, end: int) -> bool:
    """Tell whether a month or year tells one incident from others: "the 2012 bombing"."""
    article = _ATTRIBUTE.search(lower, max(0, start - 8), start)
    return bool(article and _INCIDENT.match(lower, end))


def _is_in_name(mention: DateMention, lower: str, before: str) -> bool:
    """Tell whether the date stands as an adjective before the name of a happening."""
    if mention.kind not in ("month", "day", "range"):
        return False
    article = _ATTRIBUTE.search(before) or lower.startswith("the ", mention.start)
    return bool(article and _NAMED.match(lower, mention.end))


def _with_lead(mention: DateMention, lower: str, start: int) -> DateMention | None:
    """Return the mention with the words before it read, or None for a year that is no date."""
    before = lower[max(0, mention.start - 40) : mention.start]
    lead = LEAD.search(before)
    word = (lead["word"] or "") if lead else ""
    attributive = word not in ("on", "since") and _is_in_name(mention, lower, before)
    if mention.kind == "year" and _names_incident(lower, mention.start, mention.end):
        attributive = True
    elif mention.kind == "year" and word not in (
        "in",
        "during",
        "since",
        "until",
        "from",
        "by",
        "of",
        "early",
        "late",
        "throughout",
        "between",
        "before",
        "after",
    ):
        return None
    if mention.kind == "period":
        return replace(mention, start=mention.start + start, end=mention.end + start)
    if mention.kind == "day" and _WEEK_ENDING.search(before):
        word = WEEK_ENDING
    wide = lower[max(0, mention.start - 120) : mention.start]
    if mention.kind in ("day", "month", "year", "weekday") and _SINCE_EVENT.search(wide):
        word = "since"
    part = mention.part or (lead["part"] if lead and mention.kind == "month" else "") or ""
    return replace(
        mention,
        start=mention.start + start,
        end=mention.end + start,
        lead=word or mention.lead,
        part=part,
        approximate=mention.approximate or word in _ABOUT or bool(part),
        attributive=attributive,
    )
