"""Mentions of dates in their sentence, and which of them say nothing beside the others."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.extract.days import Days
from pipeline.language.dates import DateMention

Role = Literal["event", "attribution", "statement", "name", "dateline"]
# "The toll from Sunday's bombing" has its date from there.
_TOLL_FROM = re.compile(
    r"\b(?:toll|dead|deaths|casualties|killed|victims)\b[^.;]{0,12}?\b(?:from|of|in)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A mention in its sentence.

    Attributes:
        mention: the mention.
        days: the days meant, None where the text leaves them open.
        role: what the date dates: an event, or the saying of it (`attribution` behind the verb,
            `statement` at the head of a sentence that reports), or it is part of a name or of a
            dateline.
        opening: whether it opens the sentence and so governs all of it.
    """

    mention: DateMention
    days: Days | None
    role: Role
    opening: bool


def is_wide(told: Told) -> bool:
    """Tell whether "this month", "this year" stands there."""
    return told.mention.kind == "relative" and told.mention.unit in ("month", "year")


def counts_years_to_the_day(mentions: list[DateMention]) -> bool:
    """Tell whether a mention counts years to the day."""
    return any(each.kind == "relative" and each.unit == "year" and each.nth for each in mentions)


def opening_year(told: list[Told]) -> int:
    """Return the year with which a sentence opens, 0 where it opens with none."""
    for each in told:
        if each.opening and each.mention.kind == "year" and each.mention.first.year:
            return each.mention.first.year
    return 0


def without_vague(told: list[Told], text: str) -> list[Told]:
    """Let "overnight" and "Tuesday's attack" say nothing where the sentence names another day."""
    if sum(each.role == "event" and each.days is not None for each in told) < 2:
        return told
    if any(is_wide(each) for each in told) and any(each.mention.overnight for each in told):
        # "the fifth wave this month hit the city overnight"
        return [replace(each, role="name") if is_wide(each) else each for each in told]
    return [
        replace(each, role="name") if each.role == "event" and _is_vague(each, text) else each
        for each in told
    ]


def _is_vague(told: Told, text: str) -> bool:
    if _TOLL_FROM.search(text, max(0, told.mention.start - 60), told.mention.start):
        return False
    possessive = text[told.mention.end : told.mention.end + 2] in ("'s", "’s")
    return told.mention.overnight or (possessive and not told.opening)
