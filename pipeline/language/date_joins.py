"""Mentions of dates that belong together: two of one day, or the two ends of a span."""

import re
from dataclasses import replace

from pipeline.language.date_mention import DateMention

_JOIN = re.compile(
    r"\s*(?:[,(]\s*)?(?:(?P<dash>[-–—])|(?P<word>to|until|till|through|and)\b(?:\s+(?:on|the))?)\s*"
)
_SAME = re.compile(r"(?:[\s,(–-]|\bon\b|\bi\.e\.|\bof\b|\bthe\b)*", re.IGNORECASE)


def merge_doubles(mentions: list[DateMention], lower: str, start: int) -> list[DateMention]:
    """Make one of two mentions that say the same day: "Thursday night (5 October)"."""
    merged: list[DateMention] = []
    for mention in mentions:
        previous = merged[-1] if merged else None
        if (
            previous
            and _SAME.fullmatch(lower, previous.end - start, mention.start - start)
            and mention.kind != previous.kind
            and not (mention.unit == "year" and mention.nth)
            and not (mention.kind == "anaphoric" and previous.kind == "day")
            and not _leads_over(previous, mention, lower, start)
            and (mention.first.month or not mention.first.day)
            and {mention.kind, previous.kind} <= {"day", "weekday", "relative", "anaphoric"}
        ):
            order = ("day", "weekday", "relative", "anaphoric")
            said = min(previous, mention, key=lambda each: order.index(each.kind))
            lead = previous.lead or mention.lead
            if {previous.kind, mention.kind} == {"weekday", "relative"}:
                # "Yesterday, Friday" counts from the day on which it was written.
                lead = "as written"
            if (previous.kind, mention.kind, mention.unit) == ("day", "relative", "year"):
                # "October 7 last year"
                said = replace(said, shift=mention.shift, unit="year")
            merged[-1] = replace(said, start=previous.start, end=mention.end, lead=lead)
        elif (
            previous
            and previous.kind == "month"
            and mention.first.day
            and not mention.first.month
            and _SAME.fullmatch(lower, previous.end - start, mention.start - start)
        ):
            day = replace(previous.first, day=mention.first.day)
            merged[-1] = replace(mention, start=previous.start, first=day, last=day)
        else:
            merged.append(mention)
    return merged


def _leads_over(previous: DateMention, mention: DateMention, lower: str, start: int) -> bool:
    """Tell whether a dateline's day stands before "yesterday": "Mapu, 5 May 2016 – Yesterday"."""
    dash = re.search(r"[-–—]", lower[previous.end - start : mention.start - start])
    other = mention.kind == "relative" and mention.unit == "day" and mention.shift
    return bool(dash and other and previous.kind == "day")


def join_ranges(mentions: list[DateMention], lower: str, start: int) -> list[DateMention]:
    """Make one range of "between A and B", "from A to B", "since A until B" and "A – B"."""
    joined: list[DateMention] = []
    dated = ("day", "month", "year")
    for mention in mentions:
        previous = joined[-1] if joined else None
        link = previous and _JOIN.fullmatch(lower, previous.end - start, mention.start - start)
        if (
            previous
            and link
            and previous.kind in dated
            and mention.kind in dated
            and (mention.first.month or mention.kind == "year")
            and _spans(previous, link)
        ):
            first, last = previous.first, mention.last
            if not first.year and last.year and (first.month, first.day) <= (last.month, last.day):
                first = replace(first, year=last.year)
            elif not first.year and last.year:
                first = replace(first, year=last.year - 1)
            joined[-1] = replace(previous, end=mention.end, kind="range", first=first, last=last)
        elif (
            previous
            and link
            and previous.kind == mention.kind == "weekday"
            and _spans(previous, link)
        ):
            length = (mention.weekday - previous.weekday) % 7 + 1
            joined[-1] = replace(previous, end=mention.end, weekday=mention.weekday, nth=length)
        else:
            joined.append(mention)
    return joined


def _spans(previous: DateMention, link: re.Match[str]) -> bool:
    """Tell whether the words between two dates make them the ends of one span."""
    if link["dash"] or link["word"] in ("to", "until", "till", "through"):
        return True
    return previous.lead in ("between", "from", "since")
