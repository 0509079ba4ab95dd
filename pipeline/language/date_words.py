"""The words of which dates are made, and the pattern that finds them in lower-cased text."""

import re
from collections.abc import Iterator

from pipeline.language.word_patterns import any_of

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
NUMBERS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        (
            "a",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        )
    )
} | {"a": 1, "an": 1, "few": 3, "several": 3, "couple of": 2}
ORDINALS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh"), start=1
    )
}
# Words that are verbs or something else as often as months: they need a number beside them or a
# preposition before them, and a capital letter in a text that has any.
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "dec", "sep"})
# Days before the day of reckoning.
RELATIVE_DAYS: dict[str, int] = {
    "yesterday": -1,
    "the day before yesterday": -2,
    "last night": -1,
    "overnight": 0,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "earlier in the day": 0,
    "earlier in the morning": 0,
    "later in the day": 0,
    "during the day": 0,
    "since midnight": 0,
    "since dawn": 0,
    "since daybreak": 0,
    "since early morning": 0,
}

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_SHORT_WEEKDAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?"
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_YEARS = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + ")"
)
_ORDINAL = "(?:" + "|".join(ORDINALS) + ")"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])(?![.,:]\d)"
_YEAR = r"(?:1[789]|20)\d\d(?![\d-])(?!,\d)"
# A year alone looks like a count; centuries ago it would more often be one.
_LONE_YEAR = r"(?:19|20)\d\d(?![\d-])(?!,\d)"
_PART = r"(?:morning|afternoon|evening|night)"
_DASH = r"\s*[-–—/]\s*"
_LEFT = r"(?<![\w.,:$€£])"


_IN_MONTH = r"[ \t-]*\n?[ \t]*(?:of\s+)?"
_BEFORE_DATE = rf"(?:{_WEEKDAY},?\s+|{_SHORT_WEEKDAY},?\s+)?"
# Two figures are a year only where the date ends: "16 SEP 89 (AFP)", not "3 March 47 men".
_SHORT_YEAR = r"'\d\d\b|\d\d(?=\s*(?:[(\[),.;]|--|$))(?![.,]\d)"


def _day_patterns() -> dict[str, str]:
    """Return the alternatives for days and spans of days in one month."""
    return {
        "iso": rf"{_LEFT}(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>0[1-9]|1[0-2])-(?P<iso_d>[0-3]\d)\b",
        "slashed": rf"{_LEFT}(?<!version\s)(?P<sl_a>\d{{1,2}})(?P<sl_s>[/.-])"
        r"(?P<sl_b>\d{1,2})(?P=sl_s)(?P<sl_y>(?:19|20)\d\d)\b",
        "days_month": rf"{_LEFT}(?P<dsm_a>{_DAY})"
        rf"(?:{_DASH}|\s+(?:and|to|or)\s+|(?:,\s*\d\d?)*,?\s+and\s+)"
        rf"(?P<dsm_b>{_DAY})\s+(?:of\s+)?(?P<dsm_m>{_MONTH})(?:,?\s+(?P<dsm_y>{_YEAR}))?",
        "day_month": rf"{_LEFT}{_BEFORE_DATE}(?:the\s+)?(?P<dm_d>{_DAY}){_IN_MONTH}"
        rf"(?P<dm_m>{_MONTH})(?:(?:,|-)?\s*(?P<dm_y>{_YEAR}|{_SHORT_YEAR}))?",
        "month_days": rf"\b(?P<mds_m>{_MONTH})\s+(?P<mds_a>{_DAY})(?:{_DASH}|\s+(?:and|to)\s+)"
        rf"(?P<mds_b>{_DAY})(?!\s+(?:of\s+)?{_MONTH})(?:,?\s+(?P<mds_y>{_YEAR}))?(?!\s+[a-z]+s\b)",
        "month_day": rf"\b{_BEFORE_DATE}(?P<md_m>{_MONTH})[ \t]*\n?[ \t]*(?P<md_d>{_DAY})"
        rf"(?:[,.]?\s+(?P<md_y>{_YEAR}))?",
    }


def _wider_patterns() -> dict[str, str]:
    """Return the alternatives for months, years, weekdays and what counts from another day."""
    relative = "|".join(
        phrase.replace(" ", r"\s+") for phrase in sorted(RELATIVE_DAYS, key=len, reverse=True)
    )
    parts = "day|date|evening|night|morning|afternoon"
    return {
        "month": r"\b(?:(?P<mo_part>early|mid|late|the\s+(?:beginning|start|middle|end)\s+of)"
        rf"[\s-]+)?(?P<mo_m>{_MONTH})(?:,?\s+(?:of\s+)?(?P<mo_y>{_YEAR}))?(?!\s*\d)",
        # "The second Sunday of June"
        "nth_weekday": rf"\b(?P<nw_n>{_ORDINAL}|last)\s+(?P<nw_d>{_WEEKDAY})\s+(?:of|in)\s+"
        rf"(?P<nw_m>{_MONTH})(?:,?\s+(?:of\s+)?(?P<nw_y>{_YEAR}))?",
        "weekday": r"\b(?P<wd_lead>last\s+|this\s+past\s+|this\s+|the\s+previous\s+)?"
        rf"(?P<wd_d>{_WEEKDAY})\b(?!s)(?:\s+{_PART})?",
        "weekend": r"(?:(?<=the\s)|(?<=this\s)|(?<=last\s)|(?<=past\s)|(?<=holiday\s)|(?<=\ba\s))"
        r"(?P<we_w>weekend)\b",
        "start": r"\bthe\s+(?:beginning|start|outset)\s+of\s+(?:the|this)\s+(?P<st_u>year|month)\b"
        r"(?!\s+\d)",
        "whole": r"(?:(?<=during\s)|(?<=over\s)|(?<=throughout\s)|(?<=in\s))the\s+"
        r"(?:entire\s+|whole\s+)?(?P<wh_u>month)\b"
        r"(?!\s+(?:of|before|after|since|that|to)\b)",
        # "On the 13th" leaves the month to the story.
        "nth_day": r"(?:(?<=\bon\s)|(?<=\bof\s)|(?<=\bsince\s)|(?<=\buntil\s))the\s+"
        r"(?P<nd_d>[12]?\d|3[01])(?:st|nd|rd|th)\b"
        r"(?=\s*(?:[.,;:)]|$)|\s+(?:and|when|at|by|near|outside|around|behind|wrote|in\s+the|they|"
        r"he|she|it|we|i|the|a|an|his|her|its|our|my|their|two|three|four|five|six|another|some|"
        r"several|soldiers|troops|police|gunmen|militants|rebels|government|residents)\b)",
        "quarter": rf"\bq(?P<qu_n>[1-4])\b(?:\s+(?:of\s+)?(?P<qu_y>{_YEAR}))?",
        # "Twenty-five years ago today", "thirty years to the day since the battle"
        "anniversary": rf"\b(?P<av_n>{_YEARS})\s+years?\s+(?:ago\s+(?:today|tonight|this\s+{_PART})"
        r"|(?:ago\s+)?to\s+the\s+(?:very\s+)?day)\b",
        "ago": rf"\b(?P<ag_n>{_NUMBER})\s+(?P<ag_u>day|night|week|fortnight|month|year)s?\s+"
        r"(?P<ag_w>ago|earlier|before|later|afterwards?)\b(?!\s+than)",
        "period": r"\b(?:the|its|their)\s+(?P<pe_w>last|past|previous|preceding)\s+"
        rf"(?:(?P<pe_n>{_NUMBER})\s+|(?!day\b))(?P<pe_u>hour|day|week|month|year)s?\b",
        "around": r"\b(?P<ar_w>last|this)\s+(?P<ar_u>week|month|year)\b",
        "anaphor": rf"\b(?:(?:the\s+very\s+|the\s+|that\s+)same\s+(?:{parts})"
        rf"|that\s+(?:{parts})"
        rf"|(?:the\s+)?(?P<an_next>next|following)\s+(?:{parts})|(?P<an_nights>overnight\s+into)"
        rf"|the\s+(?P<an_before>previous|preceding)\s+(?:{parts})"
        r"|the\s+(?:day|night|evening|morning|afternoon)\s+(?P<an_prior>before)\b(?!\s+yesterday)"
        r"|the\s+day\s+(?P<an_after>after)(?=\s*(?:[.,;]|$))"
        rf"|the\s+(?P<an_nth>{_ORDINAL})\s+day(?!\s+of\b))\b",
        "relative": rf"\b(?P<re_w>{relative}|yesterday\s+{_PART}|early\s+(?:today|yesterday))\b",
        "year": rf"(?<=[a-z]\s)(?P<ye_y>{_LONE_YEAR})\b(?!s\b)",
    }


_LEADING = "early mid late last this its their that".split()
_ALONE = (
    "yest today tonight overnight early later earlier weekend q1 q2 q3 q4 same next follow".split()
)
_DAYPARTS = "day night evening morning afternoon".split()
_BEHIND_THE = "last past prev prec same very next follow beg start outset month".split()
_UNITS = "day night week fortnight month year".split()
_SINCE = "midn dawn daybr".split()
_COUNTED = "first second third fourth last".split()


def _openings() -> set[str]:
    """Return the first letters of what may be a date, as for `any_of`."""
    opened = {name[:3] for name in (*MONTHS, *WEEKDAYS)} | {*_ALONE}
    opened |= {word + mark for word in _LEADING for mark in " -"}
    opened |= {
        f"the {word}" for word in (*_BEHIND_THE, *_DAYPARTS, "entire", "whole", "mid", "end")
    }
    opened |= {f"the {word}" for word in ORDINALS}
    opened |= {f"since {word}" for word in (*_SINCE, "early morn")}
    opened |= {f"{word} " for word in _COUNTED}
    return opened | {f"{number} {unit}" for number in NUMBERS for unit in _UNITS}


# Few words begin a date. A glance at the first letters spares the others all alternatives.
_OPENING = re.compile(
    rf"(?<!\w)(?:\d|the\s+\d|during\sthe\sday|{_YEARS}\s+year"
    rf"|{any_of(_openings(), before='').pattern})"
)
# One pattern for all, on lower-cased text; the name of the group tells the kind.
_DATE = re.compile(
    "|".join(f"(?P<{name}>{rule})" for name, rule in (_day_patterns() | _wider_patterns()).items())
)


def dates_in(lower: str) -> Iterator[re.Match[str]]:
    """Yield what may be a date in lower-cased text, in order, not overlapping."""
    opening = _OPENING.search(lower)
    while opening is not None:
        match = _DATE.match(lower, opening.start())
        if match is not None:
            yield match
        behind = opening.start() + 1 if match is None else match.end()
        opening = _OPENING.search(lower, behind)


# What stands before a date and gives it its meaning.
LEAD = re.compile(
    r"\b(?P<word>since|from|until|till|through|by|before|after|between|around|about|circa|roughly|"
    r"approximately|in|during|on|of|early|late|throughout|mid|for|at|and|prior to|as of)\s+"
    r"(?:(?P<part>early|late|mid)\s+(?:on\s+|in\s+)?)?(?:the\s+)?"
    r"(?:(?:beginning|start|outset)\s+of\s+)?"
    r"(?:(?:early\s+|late\s+)?(?:night|morning|evening|afternoon|dawn|day|hours)\s+of\s+)?"
    r"(?:the\s+)?\Z"
)
