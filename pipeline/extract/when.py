"""When a claim's incident happened, by the words that govern the claim.

A counted phrase takes the date in its own sentence that fewest clause boundaries part from it, or
else the days of which the text was speaking before (`extract.narrative`).
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.claim import Because
from pipeline.extract.days import HAPPENING_DAYS, HISTORY_DAYS, Days, shifted
from pipeline.extract.named_days import day_of_named_attack, days_after
from pipeline.extract.narrative import Narrative
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reckoning import reckon
from pipeline.extract.story_blocks import is_headline
from pipeline.extract.story_turns import DEEDS
from pipeline.extract.time_setting import Setting
from pipeline.extract.told_dates import Told
from pipeline.extract.when_words import (
    BOUNDARY,
    COMPARED,
    DURATION,
    OF_NAMED,
    OPEN_TOTAL,
    OVERALL,
    PRESENT,
    SCENE,
    TOLL_OF,
    TOTAL,
    WHICH_KILLED,
)
from pipeline.language.dates import DateMention, find_dates

# How strongly words part a date from a counted phrase; at `_APART` it says nothing of it.
_APART = 3.0
# A long list of figures stays under the one date of its clause.
_LIST = 1.5
_WEIGHT = {"strong": 3.0, "clause": 1.2, "quote": 0.6, "light": 0.4, "comma": 0.3}
# How far around a figure words may stand that make it a total.
_CLAUSE = 160
# How far from a phrase, in characters, a date of a very long sentence may stand.
_FAR = 1500
_DAYS = frozenset({"day", "weekday"})
# A dispatch of few sentences that states no date tells what has just happened.
_SHORT_DISPATCH = 12
# A short text that dates nothing before a claim tells what happened on the day it came out.
_SHORT_TEXT = 25
# A dispatch that tells its news late dates it no further back than this.
_NEWS_DAYS = 45
# How many sentences ahead a date may follow what it dates.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """When, as the codebook codes it.

    Attributes:
        date_start, date_end: ISO days, both empty where unknown.
        precision: day, range, month, approximate or unknown.
        scope: incident or aggregate.
        because: the words and the rule behind it, None where unknown.
    """

    date_start: str = ""
    date_end: str = ""
    precision: str = "unknown"
    scope: str = "incident"
    because: Because | None = None


class When:
    """Dates the claims of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._told_by: Narrative | None = None
        self._closes: dict[date, date] | None = None
        self._undated: dict[int, Days] | None = None

    @property
    def _narrative(self) -> Narrative:
        if self._told_by is None:
            self._told_by = Narrative(self._passage)
        return self._told_by

    def of(
        self, sentence: Sentence, start: int, end: int, claim_type: str = "killed"
    ) -> DateAnswer:
        """Return when the thing counted in `text[start:end]` happened.

        Args:
            sentence: sentence of the passage in which the counted phrase stands.
            start: offset of the counted phrase in the document's text.
            end: offset behind the counted phrase.
            claim_type: type of the claim, as in the codebook.
        """
        self._narrative.read_to(sentence.index)
        if self._passage.segment_of(sentence).kind == "infobox":
            return _answer(self._narrative.infobox, "aggregate")
        if OVERALL.search(self._text, max(sentence.start, start - 70), start):
            return DateAnswer(scope="aggregate")
        told = self._governing(sentence, start, end, _APART)
        if (told is None or told.mention.lead == "as of") and self._is_total(sentence, start, end):
            return DateAnswer(scope="aggregate")
        told_of = self._narrative.settings[sentence.index].narrative
        present = told is None and claim_type == "strength" and told_of is not None
        if present and self._is_present(sentence, start):
            return _answer(self._published(sentence), "incident")
        days = told.days if told else self._carried(sentence, start, end)
        around = self._text[max(sentence.start, start - 50) : min(sentence.end, end + 70)]
        if days is None:
            return DateAnswer(scope="aggregate" if TOTAL.search(around) else "incident")
        days = self._closed(self._through_duration(sentence, days))
        total = days.total or TOTAL.search(around) or _sums_up_month(told, days, claim_type)
        return _answer(days, "aggregate" if total else "incident")

    def _governing(self, sentence: Sentence, start: int, end: int, least: float) -> Told | None:
        """Return the mention of the sentence that dates the phrase from nearer than `least`."""
        dating = []
        for each in self._near(sentence, start, end):
            if each.days is None:
                continue
            if each.mention.attributive and OF_NAMED.fullmatch(
                self._text, each.mention.end, max(start, each.mention.end)
            ):
                return each
            if self._of_that_incident(each, start):
                return each
            if each.role not in ("event", "statement"):
                continue
            before = self._text[max(sentence.start, each.mention.start - 60) : each.mention.start]
            if start >= each.mention.end and COMPARED.search(before):
                continue
            if each.mention.start >= end and TOLL_OF.match(self._text, each.mention.end):
                continue
            if each.mention.start >= end and DEEDS.search(self._text, end, each.mention.start):
                continue
            if least > _APART and each.mention.kind == "year":
                continue
            dating.append(each)
        if not dating:
            return None
        nearest = min(dating, key=lambda each: abs(each.mention.start - start))
        farthest = self._distance(nearest, start, end, math.inf)
        best = None
        for each in dating:
            distance = self._distance(each, start, end, farthest)
            if distance < least:
                best, least = each, distance
        return best

    def _near(self, sentence: Sentence, start: int, end: int) -> Sequence[Told]:
        """Return the mentions of a sentence that stand near enough to date a phrase.

        Sentences run that far in lists only; all pairs of a list would take too long.
        """
        told = self._narrative.told[sentence.index]
        if sentence.end - sentence.start < _FAR:
            return told
        first = bisect_left(told, start - _FAR, key=lambda each: each.mention.start)
        last = bisect_left(told, end + _FAR, key=lambda each: each.mention.start)
        return told[first:last]

    def _is_total(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether the figure sums up a time that the text leaves open: "since the coup"."""
        low = max(sentence.start, start - _CLAUSE)
        low = max(low, self._text.rfind(";", low, start))
        high = min(sentence.end, end + _CLAUSE)
        stop = self._text.find(";", end, high)
        return OPEN_TOTAL.search(self._text, low, stop if stop > 0 else high) is not None

    def _is_present(self, sentence: Sentence, start: int) -> bool:
        """Tell whether a force is told of as it is now: "Moscow has about 115,000 troops"."""
        return PRESENT.search(self._text, max(sentence.start, start - 60), start) is not None

    def _published(self, sentence: Sentence) -> Days | None:
        published = self._narrative.settings[sentence.index].published
        if published is None:
            return None
        return Days(published, published, "approximate", rule="date.published")

    def _before(self, mention: DateMention) -> str:
        return self._text[max(0, mention.start - 22) : mention.start]

    def _of_that_incident(self, told: Told, start: int) -> bool:
        """Tell whether a named incident did it: "the 2012 Easter bombing, which killed 44"."""
        mention = told.mention
        if told.role != "name" or not (mention.attributive or mention.kind == "weekday"):
            return False
        return WHICH_KILLED.fullmatch(self._text, mention.end, max(start, mention.end)) is not None

    def _distance(self, told: Told, start: int, end: int, farthest: float) -> float:
        """Return how strongly the sentence parts the mention from the phrase.

        Beyond `farthest` it is not counted on.
        """
        mention = told.mention
        behind = mention.start >= end
        opens = mention.start
        if behind and mention.lead == "since":
            # "had died since Sunday": the preposition belongs to the date.
            lead = self._text.rfind("since", max(end, opens - 40), opens)
            opens = lead if lead >= 0 else opens
        gap = (end, opens) if behind else (mention.end, max(start, mention.end))
        distance, loose = (0.1 if behind else 0.3), 0.0
        governs = not behind and (told.opening or SCENE.match(self._text, mention.end) is not None)
        for boundary in BOUNDARY.finditer(self._text, *gap):
            kind = boundary.lastgroup or "comma"
            if behind and boundary.group() == ";":
                # "... killed three; a fourth died on 2 June"
                return 2 * _APART
            if kind in ("light", "comma"):
                loose += _WEIGHT[kind]
            else:
                distance += _WEIGHT[kind]
            if distance + min(loose, _LIST) > farthest and not governs:
                return distance + min(loose, _LIST)
        distance += min(loose, _LIST)
        if governs:
            distance = min(distance, 1.0)
        distance += 1.2 * (told.role == "statement")
        # A bare year dates only the words of its own clause.
        lone_year = mention.kind == "year" and mention.lead != "since"
        distance += 1.5 * (lone_year and distance > 0.4)
        distance += 2.0 * (mention.lead in ("before", "until", "prior to"))
        # "60 dead and, by the 22nd, 91": only what follows is told by then.
        distance += _APART * (behind and mention.lead == "by" and ", by" in self._before(mention))
        return distance

    def _carried(self, sentence: Sentence, start: int, end: int) -> Days | None:
        """Return the days of which the text is already speaking, or else soon speaks."""
        setting = self._narrative.settings[sentence.index]
        moved = self._narrative.moved_by(sentence.index)
        if moved is not None and moved.mention.end <= start and moved.mention.kind in _DAYS:
            return moved.days
        now = setting.narrative or self._of_publication(sentence)
        looking_back = days_after(self._text, sentence.start, start, now)
        if looking_back or setting.narrative or setting.heading:
            return looking_back or setting.narrative or setting.heading
        told = self._governing(sentence, start, end, 2 * _APART)
        days = (
            told.days
            if told
            else self._ahead(sentence)
            or day_of_named_attack(self._passage, self._narrative, sentence)
        )
        days = days or self._of_statement(sentence)
        days = days or self._narrative.about
        days = days or self._of_dispatch(sentence) or self._of_publication(sentence)
        return days or self._of_sentence(sentence)

    def _of_sentence(self, sentence: Sentence) -> Days | None:
        """Return the only full date of the sentence, however far it stands."""
        dates = [
            each.days
            for each in self._narrative.told[sentence.index]
            if each.days and each.role == "event" and each.mention.kind == "day"
        ]
        return replace(dates[0], rule="date.sentence") if len(dates) == 1 else None

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
        if self._undated is None:
            self._narrative.read_to(len(self._passage.sentences) - 1)
            self._undated = _undated_dispatches(self._narrative.told)
        return self._undated.get(sentence.index)

    def _through_duration(self, sentence: Sentence, days: Days) -> Days:
        """Widen the day of a statement to the days of which it says that they lasted."""
        if days.first != days.last or not days.rule.endswith(".statement"):
            return days
        lasting = DURATION.search(self._text, sentence.start, sentence.end)
        if lasting is None:
            return days
        count = 2 if lasting["count"].lower() in ("two", "2") else 3
        first = shifted(days.first, 1 - count, "day")
        return replace(days, first=first, precision="range") if first else days

    def _closed(self, days: Days) -> Days:
        """Give an open span ("since 12 May") the end at which the text closes it elsewhere."""
        if not days.open:
            return days
        if self._closes is None:
            ranges = [each for each in find_dates(self._text) if each.kind == "range"]
            spans = [span for each in ranges if (span := reckon(each, Setting()))]
            self._closes = {span.first: span.last for span in reversed(spans)}
        last = self._closes.get(days.first)
        if last is None or last <= days.first:
            return days
        long = (last - days.first).days >= HAPPENING_DAYS
        return replace(days, last=last, precision="range", total=long)


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


def _sums_up_month(told: Told | None, days: Days, claim_type: str) -> bool:
    """Tell whether a figure dated only by a month sums that month up."""
    if told is None or days.precision != "month":
        return False
    over = told.mention.kind == "relative" or told.mention.lead in ("during", "throughout", "since")
    return over or claim_type == "incidents"


def _answer(days: Days | None, scope: str) -> DateAnswer:
    if days is None:
        return DateAnswer(scope=scope)
    because = Because(days.start, days.end, days.rule)
    return DateAnswer(days.first.isoformat(), days.last.isoformat(), days.precision, scope, because)
