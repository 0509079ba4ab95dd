"""The words around a date: those that make it none, and those before it that belong to it."""

import re
from dataclasses import replace

from pipeline.language.date_mention import DateMention
from pipeline.language.date_words import DOUBTFUL_MONTHS, LEAD
from pipeline.language.figures import BELOW_HUNDRED

WEEK_ENDING = "week ending"
# "Bloody Sunday", "every Friday": no day that the text tells of.
_DAY_IN_NAME = re.compile(r"\b(?:next|bloody|black|good|holy|maundy|palm|easter|every|each)\s\Z")
# Groups of the pattern of dates that hold the name of a month.
_MONTH_GROUPS = ("dsm_m", "dm_m", "mds_m", "md_m", "mo_m")
# A month alone is a date behind a preposition only.
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|during|of|by|until|till|from|through|to|between|throughout|and|last)\s+\Z"
)
# Behind these "march" and "may" are other words, where no capital letter says otherwise.
_BEFORE_VERBS = frozenset(["to", "and", "by", "of", "through"])
# A year alone is a date behind these words only.
_BEFORE_YEAR = frozenset(
    "in during since until from by of early late throughout between before after".split()
)
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
# "conscripts of the 1952 class", "under the 1984 treaty": part of a name.
_YEAR_OF_NAME = re.compile(r"the \d{4} (?!when\b|were\b|from\b|with\b|that\b)[a-z]{4,}")
_WEEK_ENDING = re.compile(r"\bweek\s+(?:ending|ended|that\s+ended|to)\s+(?:on\s+)?\Z")
_ATTRIBUTE = re.compile(r"\b(?:the|a|an|this|that|its|their|every|each|of)\s+\Z")


def is_other_word(mention: DateMention, match: re.Match[str], text: str, cased: bool) -> bool:
    """Tell whether a month's or weekday's name is here a verb or part of a name."""
    if mention.kind == "weekday":
        before = text[max(0, mention.start - 8) : mention.start].lower()
        return _DAY_IN_NAME.search(before) is not None
    groups = match.groupdict()
    name = next((groups[key] for key in _MONTH_GROUPS if groups[key]), "")
    if not name:
        return False
    at = match.start() + match.group().index(name)
    if cased and not text[at].isupper():
        return True
    bare = mention.kind == "month" and not mention.first.year and not mention.part
    if not bare or _names_incident(match.string, mention.start, mention.end):
        return False
    preposition = _BEFORE_MONTH.search(text[max(0, at - 10) : at].lower())
    if not preposition:
        return True
    doubtful = name.rstrip(".") in DOUBTFUL_MONTHS
    return doubtful and not cased and preposition.group().strip() in _BEFORE_VERBS


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


def with_lead(mention: DateMention, lower: str, start: int) -> DateMention | None:
    """Return the mention with the words before it read, or None for a year that is no date."""
    before = lower[max(0, mention.start - 40) : mention.start]
    lead = LEAD.search(before)
    word = (lead["word"] or "") if lead else ""
    attributive = word not in ("on", "since") and _is_in_name(mention, lower, before)
    if mention.kind == "year" and _names_incident(lower, mention.start, mention.end):
        attributive = True
    elif mention.kind == "year" and (
        word not in _BEFORE_YEAR or _YEAR_OF_NAME.match(lower, max(0, mention.start - 4))
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
