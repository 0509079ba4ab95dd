"""The days that a sentence without a date of its own takes over from the text around it."""

from dataclasses import replace
from functools import cached_property

from pipeline.extract.days import HISTORY_DAYS, Days
from pipeline.extract.governing_dates import APART, governing_date
from pipeline.extract.named_days import day_of_named_attack, days_after
from pipeline.extract.narrative import Narrative
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.story_blocks import is_headline
from pipeline.extract.told_dates import Told

_DAYS = frozenset({"day", "weekday"})
# A dispatch of few sentences that states no date tells what has just happened.
_SHORT_DISPATCH = 12
# A short text that dates nothing before a claim tells what happened on the day it came out.
_SHORT_TEXT = 25
# A dispatch that tells its news late dates it no further back than this.
_NEWS_DAYS = 45
# How many sentences ahead a date may follow what it dates.
_AHEAD = 2


class CarriedDays:
    """Finds the days of which the text is already speaking, or else soon speaks."""

    def __init__(self, passage: Passage, narrative: Narrative) -> None:
        self._passage = passage
        self._narrative = narrative

    def of(self, sentence: Sentence, start: int, end: int) -> Days | None:
        """Return the days of the phrase between two offsets, None where the text gives none."""
        setting = self._narrative.settings[sentence.index]
        moved = self._narrative.moved_by(sentence.index)
        if moved is not None and moved.mention.end <= start and moved.mention.kind in _DAYS:
            return moved.days
        now = setting.narrative or self._of_publication(sentence)
        looking_back = days_after(self._passage.text, sentence.start, start, now)
        return (
            looking_back
            or setting.narrative
            or setting.heading
            or (self._narrative.about if setting.history else None)
            or self._within(sentence, start, end)
            or self._narrative.report
            or (self._of_sentence(sentence) if setting.history else None)
            or self._ahead(sentence)
            or day_of_named_attack(self._passage, self._narrative, sentence)
            or self._of_statement(sentence)
            or self._narrative.about
            or self._of_dispatch(sentence)
            or self._of_publication(sentence)
            or self._of_sentence(sentence)
        )

    def _within(self, sentence: Sentence, start: int, end: int) -> Days | None:
        """Return the days of a date of the sentence that further words part from the phrase."""
        mentions = self._narrative.told[sentence.index]
        told = governing_date(self._passage.text, mentions, sentence, start, end, 2 * APART)
        return told.days if told else None

    def _ahead(self, sentence: Sentence) -> Days | None:
        """Return the day of which the next sentences of the block speak."""
        sentences = self._passage.sentences
        last = min(sentence.index + _AHEAD, len(sentences) - 1)
        self._narrative.read_to(last)
        for index in range(sentence.index + 1, last + 1):
            lead = sentence.segment == sentences[0].segment
            if sentences[index].segment != sentence.segment and not lead:
                break  # The lead alone leaves its day to the next paragraph.
            for each in self._narrative.told[index]:
                if each.mention.lead == "since":
                    continue
                if each.days and each.role == "event" and each.mention.kind in ("day", "weekday"):
                    if self._is_history(sentence, each.days):
                        continue
                    return replace(each.days, rule="date.ahead")
        return None

    def _is_history(self, sentence: Sentence, days: Days) -> bool:
        """Tell whether days lie weeks before a dated dispatch: no story that it goes on to tell."""
        published = self._narrative.settings[sentence.index].published
        return published is not None and (published - days.last).days > _NEWS_DAYS

    def _of_statement(self, sentence: Sentence) -> Days | None:
        """Return the day of the statement in which the claim is made, for want of any other."""
        sentences = self._passage.sentences
        last = min(sentence.index + 1, len(sentences) - 1)
        self._narrative.read_to(last)
        for index in range(sentence.index, last + 1):
            if sentences[index].segment != sentence.segment:
                break
            for each in self._narrative.told[index]:
                if each.days and each.role in ("attribution", "statement"):
                    return replace(each.days, rule="date.statement")
        return None

    def _of_dispatch(self, sentence: Sentence) -> Days | None:
        """Return, as an approximation, the day of a short dispatch that states no date at all."""
        return self._undated.get(sentence.index)

    @cached_property
    def _undated(self) -> dict[int, Days]:
        self._narrative.read_to(len(self._passage.sentences) - 1)
        return _undated_dispatches(self._narrative.told)

    def _of_publication(self, sentence: Sentence) -> Days | None:
        """Return, as an approximation, the day on which a short text came out."""
        published = self._narrative.settings[sentence.index].published
        if published is None or len(self._passage.sentences) > _SHORT_TEXT:
            return None
        about = self._narrative.about
        if about and (published - about.last).days > HISTORY_DAYS:
            return None  # A history page tells nothing of the day it was put up.
        first = sentence.index if is_headline(self._passage, sentence.segment) else 0
        for mentions in self._narrative.told[first : sentence.index + 1]:
            if any(each.role != "dateline" for each in mentions):
                return None
        return Days(published, published, "approximate", rule="date.published")

    def _of_sentence(self, sentence: Sentence) -> Days | None:
        """Return the only full date of the sentence, however far it stands."""
        dates = [
            each.days
            for each in self._narrative.told[sentence.index]
            if each.days and each.role == "event" and each.mention.kind == "day"
        ]
        return replace(dates[0], rule="date.sentence") if len(dates) == 1 else None


def _undated_dispatches(told: list[list[Told]]) -> dict[int, Days]:
    """Map the sentences of short dispatches that state no date to the day of their dateline."""
    opens = [i for i, mentions in enumerate(told) if any(m.role == "dateline" for m in mentions)]
    found: dict[int, Days] = {}
    if not opens:
        return found
    for first, beyond in zip(opens, [*opens[1:], len(told)], strict=True):
        mentions = [mention for each in told[first:beyond] for mention in each]
        dateline = next((m.days for m in mentions if m.role == "dateline" and m.days), None)
        stated = any(m.role not in ("dateline", "name") for m in mentions)
        if dateline and not stated and beyond - first <= _SHORT_DISPATCH:
            days = replace(dateline, precision="approximate", rule="date.dateline")
            found |= dict.fromkeys(range(first, beyond), days)
    return found
