"""When a claim's incident happened, by the words that govern the claim.

A counted phrase takes the date in its own sentence that fewest clause boundaries part from it
(`extract.governing_dates`), or else the days of which the text was speaking before
(`extract.carried_days`).
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pipeline.extract.carried_days import CarriedDays
from pipeline.extract.claim import Because
from pipeline.extract.days import HAPPENING_DAYS, Days, shifted
from pipeline.extract.governing_dates import APART, governing_date
from pipeline.extract.narrative import Narrative
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reckoning import reckon
from pipeline.extract.time_setting import Setting
from pipeline.extract.told_dates import Told
from pipeline.extract.when_words import DURATION, OPEN_TOTAL, OVERALL, PRESENT, TOTAL, WHOLE_OF_IT
from pipeline.language.dates import find_dates

# How far around a figure words may stand that make it a total.
_CLAUSE = 160


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

    @cached_property
    def _narrative(self) -> Narrative:
        return Narrative(self._passage)

    @cached_property
    def _carried(self) -> CarriedDays:
        return CarriedDays(self._passage, self._narrative)

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
        mentions = self._narrative.told[sentence.index]
        told = governing_date(self._text, mentions, sentence, start, end, APART)
        if (told is None or told.mention.lead == "as of") and self._is_total(sentence, start, end):
            return DateAnswer(scope="aggregate")
        if whole := self._of_whole(sentence, start, end, told):
            return _answer(whole, "aggregate")
        told_of = self._narrative.settings[sentence.index].narrative
        present = told is None and claim_type == "strength" and told_of is not None
        if present and self._is_present(sentence, start):
            return _answer(self._published(sentence), "incident")
        days = told.days if told else self._carried.of(sentence, start, end)
        around = self._text[max(sentence.start, start - 50) : min(sentence.end, end + 70)]
        if days is None:
            return DateAnswer(scope="aggregate" if TOTAL.search(around) else "incident")
        days = self._closed(self._through_duration(sentence, days))
        total = days.total or TOTAL.search(around) or _sums_up_month(told, days, claim_type)
        return _answer(days, "aggregate" if total else "incident")

    def _is_total(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether the figure sums up a time that the text leaves open: "since the coup"."""
        low = max(sentence.start, start - _CLAUSE)
        low = max(low, self._text.rfind(";", low, start))
        high = min(sentence.end, end + _CLAUSE)
        stop = self._text.find(";", end, high)
        return OPEN_TOTAL.search(self._text, low, stop if stop > 0 else high) is not None

    def _of_whole(self, sentence: Sentence, start: int, end: int, told: Told | None) -> Days | None:
        """Return the days of all that a figure sums up: "lost 40 men during the siege"."""
        if told and told.mention.kind in ("range", "period", "month", "year"):
            return None
        low = max(sentence.start, start - _CLAUSE)
        if WHOLE_OF_IT.search(self._text, low, min(sentence.end, end + _CLAUSE)):
            return self._narrative.whole()
        if told is None and self._goes_on_summing(sentence):
            return self._narrative.whole()
        return None

    def _goes_on_summing(self, sentence: Sentence) -> bool:
        """Tell whether sentences before, without a date, sum up: "Four tanks were also lost"."""
        for index in range(sentence.index - 1, max(sentence.index - 3, -1), -1):
            before = self._passage.sentences[index]
            if before.segment != sentence.segment or self._narrative.told[index]:
                return False
            if WHOLE_OF_IT.search(self._text, before.start, before.end):
                return True
        return False

    def _is_present(self, sentence: Sentence, start: int) -> bool:
        """Tell whether a force is told of as it is now: "Moscow has about 115,000 troops"."""
        return PRESENT.search(self._text, max(sentence.start, start - 60), start) is not None

    def _published(self, sentence: Sentence) -> Days | None:
        published = self._narrative.settings[sentence.index].published
        if published is None:
            return None
        return Days(published, published, "approximate", rule="date.published")

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
        last = self._closes.get(days.first) if days.open else None
        if last is None or last <= days.first:
            return days
        long = (last - days.first).days >= HAPPENING_DAYS
        return replace(days, last=last, precision="range", total=long)

    @cached_property
    def _closes(self) -> dict[date, date]:
        """The last day of each span that the text gives in full, by its first."""
        ranges = [each for each in find_dates(self._text) if each.kind == "range"]
        spans = [span for each in ranges if (span := reckon(each, Setting()))]
        return {span.first: span.last for span in reversed(spans)}


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
