"""Dates that carry a story on, told from a look back or an aside."""

import re

from pipeline.extract.days import HISTORY_DAYS, Days
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.story_blocks import opens_block
from pipeline.extract.time_setting import Setting
from pipeline.extract.told_dates import Told, is_wide
from pipeline.language.dates import DateMention

_SUBORDINATE = re.compile(
    r"\b(?:who|which|whose|where|noting that|adding that)\b[^,;]*\Z", re.IGNORECASE
)
# "since the emergency was reimposed on 20 June" looks back to the start of a count.
_SINCE = re.compile(r"\bsince\s+(?!then\b)[^,;.]{3,60}\Z", re.IGNORECASE)
# "217 dead (a list read by the mayor on 6 May)"
_IN_BRACKETS = re.compile(r"\((?:[^\s()]+\s+){3,}\Z")
# "allegedly tied to the kidnapping of two engineers in August"
DEEDS = re.compile(
    r"\b(?:tied to|linked to|accused of|responsible for|wanted for|in connection with|suspected of|"
    r"blamed for|convicted of|charged with)\b[^,;]*\Z",
    re.IGNORECASE,
)
# Dates before which or after which something was do not carry the story on.
_BOUNDS = frozenset({"before", "until", "prior to", "after"})
# What was done before the story looks back: "400 men had been sent out on Thursday night".
_LOOKING_BACK = re.compile(
    r"(?<!\bhe\s)(?<!\bshe\s)(?<!\bthey\s)\bhad\s+(?:\w+\s+){0,2}\w+[^,;.]{0,80}\Z"
)
# ... but what is told of has always been: "residents said that rebels had come down on Sunday".
_TOLD_OF = re.compile(
    r"\b(?:said|says|told\s+\w+|reported|claimed|recalled|stated)\s+(?:that\s+)?[^,;.\"“”]{3,80}\bhad\s",
    re.IGNORECASE,
)
# How far into an item of a list, in characters, the date at its head may stand.
_HEAD_OF_ITEM = 60


def moves_story(
    passage: Passage, about: Days | None, sentence: Sentence, told: Told, setting: Setting
) -> bool:
    """Tell whether the mention carries the story on, not a look back or an aside.

    Args:
        passage: the passage.
        about: the days that the text as a whole is about.
        sentence: the sentence in which the mention stands.
        told: the mention.
        setting: what the text has told of time before.
    """
    mention, days = told.mention, told.days
    if days is None or told.role not in ("event", "statement") or _is_bound(told):
        return False
    past = setting.published and (setting.published - days.last).days > HISTORY_DAYS
    if (past or setting.history) and not _may_tell_of_long_ago(passage, sentence, mention, setting):
        return False
    if told.opening:
        return True
    part = not setting.history and _is_part_of_report(mention, days, about)
    if _is_this_year(told) or part:
        return False
    before = passage.text[max(sentence.start, mention.start - 200) : mention.start]
    if DEEDS.search(before) or _SINCE.search(before) or _IN_BRACKETS.search(before):
        return False
    earlier = setting.narrative is not None and days.last < setting.narrative.first
    if earlier and _LOOKING_BACK.search(before) and not _TOLD_OF.search(before):
        return False
    if mention.kind in ("relative", "weekday") and not is_wide(told):
        return True
    aside = _SUBORDINATE.search(before)
    # The first day of a story may stand anywhere: "Who did the killing on 7 March is unclear".
    untold = setting.narrative is None and setting.heading is None
    first = untold and mention.kind == "day" and mention.first.month > 0
    return aside is None or aside.start() < 2 or first


def _is_bound(told: Told) -> bool:
    """Tell whether a mention only bounds or looks back, so that no story goes on from it."""
    mention = told.mention
    if mention.kind == "year" or mention.lead in _BOUNDS:
        return True
    if mention.lead == "by" and not told.opening:
        return True
    return mention.kind == "anaphoric" and mention.shift < 0


def _may_tell_of_long_ago(
    passage: Passage, sentence: Sentence, mention: DateMention, setting: Setting
) -> bool:
    """Tell whether a report may here tell of long ago: a story does not go there in passing."""
    if setting.narrative is None and mention.kind in ("day", "range"):
        return mention.first.month > 0 or not setting.history
    if mention.unit == "year" and mention.nth > 0:
        return True
    if setting.history and mention.kind in ("day", "range") and mention.start - sentence.start < 25:
        return opens_block(passage, sentence)
    # "Dhendo, 14 May 2000 - 38 dead" opens an item of a list.
    item = passage.segment_of(sentence).kind == "list_item"
    near = mention.start - sentence.start < _HEAD_OF_ITEM
    return item and near and opens_block(passage, sentence)


def _is_this_year(told: Told) -> bool:
    """Tell whether the present year is only that of a sum: "raising this year's toll to 1,206"."""
    mention = told.mention
    this_year = is_wide(told) and mention.unit == "year" and not (mention.nth or mention.shift)
    return this_year and mention.lead != "since"


def _is_part_of_report(mention: DateMention, days: Days, about: Days | None) -> bool:
    """Tell whether a span is but a part of the weeks that a release reports on."""
    if mention.kind != "range" or about is None or not about.total:
        return False
    part = (days.first, days.last) != (about.first, about.last)
    return part and about.first <= days.first and days.last <= about.last
