"""The story of a text as told in time: which days each sentence is speaking of.

What a date dates is told by `date_roles`, whether it carries the story on by `story_turns`.
"""

from dataclasses import replace
from datetime import date

from pipeline.extract.date_roles import role_of
from pipeline.extract.datelines import Head
from pipeline.extract.days import HAPPENING_DAYS, Days
from pipeline.extract.document_days import DocumentDays, days_of_document
from pipeline.extract.histories import year_alone
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reckoning import reckon
from pipeline.extract.story_blocks import (
    goes_on,
    is_headline,
    opens_block,
    opens_entry,
    sums_up,
    tells_of_all,
)
from pipeline.extract.story_turns import moves_story
from pipeline.extract.time_setting import Setting
from pipeline.extract.told_dates import (
    Told,
    counts_years_to_the_day,
    opening_year,
    without_vague,
)
from pipeline.language.dates import DateMention, find_dates


class Narrative:
    """Reads a passage once, sentence by sentence, as far as it is asked.

    Attributes:
        settings: for each sentence read, what the text had told of time before it.
        told: for each sentence read, its mentions.
        infobox: the days that the infobox gives for all of its lines.
        about: the days that the infobox, the title or the lead gives for the whole text.
        report: the weeks on which a release reports, "Weekly update, 1 to 7 May", if it does.
    """

    def __init__(self, passage: Passage) -> None:
        self.settings: list[Setting] = []
        self.told: list[list[Told]] = []
        self._passage = passage
        self._text = passage.text
        self._head = Head(passage)
        self._levels: list[tuple[int, Days]] = []
        self._began: date | None = None
        self._story: Days | None = None
        self._moving: dict[int, Told | None] = {}
        known = days_of_document(passage, self._head)
        self.infobox, self.about = known.infobox, known.about
        self.report = self._period = _reported_on(known)
        self._setting = self._before = known.setting

    def moved_by(self, index: int) -> Told | None:
        """Return the mention by which the sentence at `index` carries the story on, if any."""
        return self._moving.get(index)

    def whole(self) -> Days | None:
        """Return the days of the happening of which the text tells, from its first as told."""
        story = self._story
        if self.about and self.about.precision != "month":
            story = self.about
        return replace(story, total=True, rule="date.whole") if story else None

    def read_to(self, index: int) -> None:
        """Read up to and with the sentence `index`."""
        for sentence in self._passage.sentences[len(self.settings) : index + 1]:
            self._before = self._entered(sentence)
            told = self._mentions(sentence)
            self.settings.append(self._before)
            self.told.append(told)
            self._setting = self._after(sentence, told)

    # --- before a sentence ---------------------------------------------------------------------

    def _entered(self, sentence: Sentence) -> Setting:
        """Return the setting at the sentence: headings end a story, blocks sum up its days."""
        setting, segment = self._setting, self._passage.segment_of(sentence)
        words = self._passage.words(sentence)
        if segment.kind == "heading":
            return self._under_heading(segment.level, words)
        if setting.published and opens_block(self._passage, sentence) and opens_entry(words):
            now = self._days_of_entry(setting.published)
            return replace(setting, narrative=now, episode=None, reported=None)
        if all(is_headline(self._passage, sentence.segment - back) for back in (0, 1)):
            above = self._passage.document.segments[sentence.segment - 1]
            narrative = self._taken_up(self._text[above.start : above.end])
            return replace(setting, narrative=narrative, episode=None, reported=None)
        if told_before := self._summed_up(words, setting.narrative):
            return replace(setting, narrative=told_before)
        if self._period and tells_of_all(words):
            return replace(setting, narrative=self._period)
        return self._in_next_block(sentence)

    def _under_heading(self, level: int, words: str) -> Setting:
        while self._levels and self._levels[-1][0] >= level:
            self._levels.pop()
        inherited = self._levels[-1][1] if self._levels else None
        self._began = None
        narrative = self._taken_up(words) if inherited is None else None
        return replace(
            self._setting, heading=inherited, narrative=narrative, episode=None, reported=None
        )

    def _taken_up(self, heading: str) -> Days | None:
        """Return the days of the one happening of which a heading goes on to tell."""
        return (self.about or self._story) if goes_on(heading) else None

    def _days_of_entry(self, published: date) -> Days:
        """Return the days of an entry of a live page."""
        if self.about and self.about.precision == "day":
            return self.about
        return Days(published, published, "approximate", rule="date.published")

    def _summed_up(self, words: str, told: Days | None) -> Days | None:
        """Return the days of all entries before a line that opens with "Total"."""
        if self._began is None or told is None or self._began >= told.last or not sums_up(words):
            return None
        return Days(
            self._began,
            told.last,
            "range",
            total=True,
            start=told.start,
            end=told.end,
            rule="date.entries",
        )

    def _in_next_block(self, sentence: Sentence) -> Setting:
        """Return the setting with the days of one happening told so far, where a block opens."""
        setting = self._setting
        told, began = setting.narrative, setting.episode
        same = not sentence.index or not opens_block(self._passage, sentence)
        if not same and self.report:
            return replace(setting, narrative=None, episode=None)
        if same or told is None or began is None:
            return setting
        if not 0 < (told.last - began).days <= HAPPENING_DAYS:
            return setting
        told = replace(told, first=min(told.first, began), precision="range")
        return replace(setting, narrative=told)

    # --- within a sentence ---------------------------------------------------------------------

    def _mentions(self, sentence: Sentence) -> list[Told]:
        """Return the mentions of the sentence, reckoned one after the other."""
        setting, told = self._before, list[Told]()
        mentions = find_dates(self._text, sentence.start, sentence.end)
        years = _years_said(mentions)
        for mention in mentions:
            role, opening = role_of(
                self._passage, self._head, self._setting.published, sentence, mention
            )
            if role == "dateline":
                told = [replace(each, role="name") for each in told]
                fresh = replace(setting, narrative=None, heading=None, episode=None)
                days = reckon(mention, fresh, years or self._head.year_at(mention.start))
                if days and days.precision == "day":
                    setting = self._before = replace(fresh, published=days.first)
            else:
                days = reckon(mention, setting, years)
                if days is None and mention.first.month:
                    days = reckon(mention, setting, self._head.year_at(mention.start))
                if days and role != "name" and mention.kind in ("day", "anaphoric"):
                    setting = replace(setting, narrative=days)
                elif days and mention.kind == "weekday" and counts_years_to_the_day(mentions):
                    # "on Saturday, thirty years to the day since the battle"
                    setting = replace(setting, narrative=days)
            told.append(Told(mention, days, role, opening))
        return without_vague(told, self._text)

    # --- after a sentence ----------------------------------------------------------------------

    def _after(self, sentence: Sentence, told: list[Told]) -> Setting:
        """Return the setting once the sentence is read."""
        setting, segment = self._before, self._passage.segment_of(sentence)
        if year := year_alone(self._text[segment.start : segment.end]):
            return replace(setting, year=year, heading=None, narrative=None, episode=None)
        if segment.kind == "heading":
            return self._below_heading(segment.level, told)
        if segment.kind in ("title", "infobox"):
            return setting
        for each in told:
            if each.role == "attribution" and each.days:
                setting = replace(setting, reported=each.days.last)
        moving = self._moved(sentence, told, setting)
        self._moving[sentence.index] = moving
        if moving is None or moving.days is None:
            year = 0 if setting.year else opening_year(told)
            return replace(setting, year=year) if year else setting
        self._keep_first(moving.days)
        episode = setting.episode
        if moving.mention.kind != "anaphoric" or episode is None:
            episode = moving.days.first
        return replace(setting, narrative=moving.days, episode=episode)

    def _below_heading(self, level: int, told: list[Told]) -> Setting:
        days = next((each.days for each in told if each.days and each.role != "dateline"), None)
        if days is None or (level == 1 and days.precision == "range"):
            return self._before
        self._levels.append((level, days))
        return replace(self._before, heading=days, narrative=days)

    def _moved(self, sentence: Sentence, told: list[Told], setting: Setting) -> Told | None:
        """Return the mention that carries the story on: one to the day before all others."""
        moved = [
            each for each in told if moves_story(self._passage, self.about, sentence, each, setting)
        ]
        to_the_day = (each for each in moved if each.mention.unit == "year" and each.mention.nth)
        return next(to_the_day, None) or next(iter(moved), None)

    def _keep_first(self, days: Days) -> None:
        """Keep the days with which the story, its entries and its period begin."""
        if self._period is None and (days.total or days.precision == "month"):
            self._period = days
        if self._began is None:
            self._began = days.first
        if self._story is None:
            self._story = days


def _reported_on(known: DocumentDays) -> Days | None:
    """Return the span of a release over a period: "Weekly update, 1 to 7 May"."""
    about = known.about
    if about is None or known.setting.published is None or not about.total:
        return None
    return about if about.precision == "range" else None


def _years_said(mentions: list[DateMention]) -> list[int]:
    """Return the years that stand beside a month."""
    return [
        mention.first.year
        for mention in mentions
        if mention.first.year > 0 < mention.first.month and mention.lead != "since"
    ]
