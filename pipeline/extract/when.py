"""When a claim's incident happened, by the words that govern the claim.

The story is read once, sentence by sentence, and only as far as a claim asks: headings, datelines
and the dates told set the days of which the text is speaking; a counted phrase takes the date in
its own sentence that fewest clause boundaries part from it, or else the days told before.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.extract.claim import Because
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reckoning import HAPPENING_DAYS, Days, Setting, reckon, shifted, whole
from pipeline.language.dates import DateMention, PartialDate, find_dates

Role = Literal["event", "attribution", "statement", "name", "dateline"]

# How strongly words part a date from a counted phrase; at `_APART` it says nothing of it.
_APART = 3.0
_LIST = 1.5
_BOUNDARY = re.compile(
    r"(?P<strong>\b(?:noting|adding|saying|recalling|stressing|warning) that\b)|"
    r"(?P<clause>\b(?:who|whom|whose|which|where|when|after|before|following|because|since|until)\b|"
    r"[;:]|[.!?]\s)|(?P<quote>[“”\"])|(?P<light>\b(?:and|but|while|as|for)\b)|(?P<comma>,)",
    re.IGNORECASE,
)
_WEIGHT = {"strong": 3.0, "clause": 1.2, "quote": 0.6, "light": 0.4, "comma": 0.3}
_SAID = (
    r"(?:said|says|told|tells|stated|announced|reported|confirmed|released|published|issued|updated|"
    r"declared|claimed|added|documented|report|statement|communique|interview)"
)
# "said in a statement late on Friday", "was confirmed by a monitor on Friday", "released today".
_STATED = re.compile(
    rf"\b{_SAID}\b(?:\s+(?!that\b|was\b|were\b|had\b|\w*ed\b|dea\w+\b|kill\w+\b)[\w’'.-]+){{0,6}}\s*\(?\Z",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"\A[^.;]{{0,80}}?\b{_SAID}\b", re.IGNORECASE)
_OPENING = re.compile(
    r"\W*(?:(?:on|in|by|since|during|around|about|at|early|late|also|then|meanwhile|earlier|later|the|"
    r"morning|night|evening|afternoon|of|from|between|over|within|approximately)\b\W*){0,5}\Z",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in (?:the )?whole|across the country|nationwide|in total|a total of|altogether|overall|so far|"
    r"to date|in separate incidents across|throughout the (?:country|period)|(?:killed|died|dead|killed or wounded) that day)\b",
    re.IGNORECASE,
)
_DATELINE_BEFORE = re.compile(
    r"(?:\A|[\n\]]|\s{2}|\.\s|(?:Release|PDF)\s+)\W*[^\W\d_][\w’'. -]{1,40}(?:,\s*[\w’'. -]{2,30})?,?\s*\(?\s*\Z"
)
_DATELINE_AFTER = re.compile(r"\s*(?:\)|\(|[-–—]|\[)")
_SERIAL = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-[A-Z]")
_LINE = re.compile(r"[^\n\r\u2028]+")
_SCENE = re.compile(r"\s*(?:\)\s*)?,?\s*when\b", re.IGNORECASE)
_SPOKEN = re.compile(rf"\s+{_SAID}\b", re.IGNORECASE)
_DURATION = re.compile(
    r"\b(?P<count>two|three|2|3)(?:-|\s)days?(?:-long)?\s+(?:of\s+)?"
    r"(?!after|before|later|earlier|ago)[^\W\d]+",
    re.IGNORECASE,
)
_HEAD_LENGTH = 600


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention in its sentence, with the days it means and what it is there for."""

    mention: DateMention
    days: Days | None
    role: Role
    opening: bool


class When:
    """Dates the claims of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._settings: list[Setting] = []
        self._told: list[list[_Told]] = []
        self._levels: list[tuple[int, Days]] = []
        self._serials: list[tuple[int, int]] | None = None
        self._ranges: dict[date, date] | None = None
        self._infobox: Days | None = None
        self._setting = Setting()

    def of(
        self, sentence: Sentence, start: int, end: int, claim_type: str = "killed"
    ) -> DateAnswer:
        """Return when the thing counted in `text[start:end]` of the sentence happened.

        Args:
            sentence: sentence of the passage in which the counted phrase stands.
            start, end: half-open offsets of the counted phrase in the document's text.
            claim_type: type of the claim, as in the codebook.
        """
        self._read_to(sentence.index)
        setting = self._settings[sentence.index]
        if self._passage.segment_of(sentence).kind == "infobox":
            return _answer(self._infobox, "aggregate")
        told = self._governing(sentence, start, end)
        days = told.days if told else self._carried(sentence, setting)
        if days is None:
            return DateAnswer(scope=self._scope(sentence, None, None, start, end, claim_type))
        days = self._closed(self._through_duration(sentence, days))
        return _answer(days, self._scope(sentence, told, days, start, end, claim_type))

    # --- reading ---------------------------------------------------------------------------

    def _read_to(self, index: int) -> None:
        """Read the story up to and with the sentence `index`."""
        if not self._settings:
            self._setting = self._opening_setting()
        for sentence in self._passage.sentences[len(self._settings) : index + 1]:
            self._enter(sentence)
            told = self._read(sentence)
            self._settings.append(self._before)
            self._told.append(told)
            self._setting = self._after(sentence, told)

    def _opening_setting(self) -> Setting:
        """Return what is known before the first sentence: publication, period, infobox."""
        document = self._passage.document
        published, period = _publication(document.published_on)
        for segment in document.segments:
            if segment.kind == "infobox" and segment.label.strip().lower() in ("date", "dates"):
                self._infobox = self._first_days(segment.start, segment.end, Setting())
        if period is None:
            period = self._infobox or self._period_of_title()
        if self._infobox is None:
            self._infobox = period if period and period.precision == "range" else None
        published = published or self._head_date(Setting(period=period))
        return Setting(published=published, period=period)

    def _period_of_title(self) -> Days | None:
        document = self._passage.document
        for mention in find_dates(document.title):
            if days := reckon(mention, Setting()):
                return replace(days, start=0, end=0)
        for segment in document.segments[:3]:
            if segment.kind in ("title", "heading"):
                return self._first_days(segment.start, segment.end, Setting())
        return None

    def _first_days(self, start: int, end: int, setting: Setting) -> Days | None:
        for mention in find_dates(self._text, start, end):
            if days := reckon(mention, setting):
                return days
        return None

    def _head_date(self, setting: Setting) -> date | None:
        """Return the day that stands, with no sentence around it, in the head of a text."""
        for sentence in self._passage.sentences[:4]:
            for line in _LINE.finditer(self._text[sentence.start : sentence.end]):
                start, end = sentence.start + line.start(), sentence.start + line.end()
                if start > _HEAD_LENGTH:
                    return None
                for mention in find_dates(self._text, start, min(end, start + 160)):
                    head = self._text[start : mention.start]
                    tail = self._text[mention.end : end]
                    stands_alone = (
                        len(tail) < 4 or mention.end - start < 12 and tail.startswith(":")
                    )
                    labelled = re.search(
                        r"\b(?:published|posted|updated|date|update|dated)\b[^.]{0,20}\Z",
                        head,
                        re.I,
                    )
                    if mention.kind != "day" or not (stands_alone or labelled):
                        continue
                    if days := reckon(mention, setting, self._serial_year(mention.start)):
                        return days.first
        return None

    def _serial_year(self, offset: int) -> tuple[int, ...]:
        """Return the year in the numbering of a release ("2012-05-S-002") before `offset`."""
        if self._serials is None:
            self._serials = [(m.start(), int(m[1])) for m in _SERIAL.finditer(self._text)]
        before = bisect_right(self._serials, (offset, 9999)) - 1
        if before >= 0:
            return (self._serials[before][1],)
        near = self._serials[:1]
        return (near[0][1],) if near and near[0][0] - offset < _HEAD_LENGTH else ()

    def _enter(self, sentence: Sentence) -> None:
        """Prepare the setting for the sentence: headings end a story, blocks sum up days."""
        index, setting = sentence.index, self._setting
        segment = self._passage.segment_of(sentence)
        if segment.kind == "heading":
            while self._levels and self._levels[-1][0] >= segment.level:
                self._levels.pop()
            inherited = self._levels[-1][1] if self._levels else None
            setting = replace(
                setting, heading=inherited, narrative=None, episode=None, reported=None
            )
        elif index and self._passage.sentences[index - 1].segment != sentence.segment:
            told = setting.narrative
            if (
                told
                and setting.episode
                and 0 < (told.last - setting.episode).days <= HAPPENING_DAYS
            ):
                first = min(told.first, setting.episode)
                told = replace(told, first=first, precision="range")
                setting = replace(setting, narrative=told)
        self._before = setting

    def _read(self, sentence: Sentence) -> list[_Told]:
        """Return the mentions of the sentence, reckoned one after the other."""
        setting = self._before
        told: list[_Told] = []
        mentions = find_dates(self._text, sentence.start, sentence.end)
        years = [m.first.year or m.last.year for m in mentions if m.first.month or m.last.month]
        near = [year for year in years if year]
        for mention in mentions:
            role, opening = self._role(sentence, mention)
            years_here = near or (self._serial_year(mention.start) if role == "dateline" else ())
            days = reckon(
                mention,
                replace(setting, narrative=None, heading=None) if role == "dateline" else setting,
                years_here,
            )
            told.append(_Told(mention, days, role, opening))
            if days and role == "dateline" and days.precision == "day":
                told = [replace(each, role="name") for each in told]
                setting = replace(setting, published=days.first, narrative=None, episode=None)
                self._before = setting
            elif days and role in ("event", "statement") and mention.kind in ("day", "anaphoric"):
                setting = replace(setting, narrative=days)
        return told

    def _role(self, sentence: Sentence, mention: DateMention) -> tuple[Role, bool]:
        before = self._text[sentence.start : mention.start]
        after = self._text[mention.end : min(sentence.end, mention.end + 90)]
        opening = bool(_OPENING.fullmatch(before[-60:])) if len(before) < 60 else False
        if mention.kind == "day" and self._is_dateline(sentence, mention, before, after):
            return "dateline", False
        if mention.attributive:
            return "name", False
        if _STATED.search(before[-90:]) or (not opening and _SPOKEN.match(after)):
            return "attribution", opening
        if opening and _SPEAKS.search(after):
            return "statement", True
        return "event", opening

    def _is_dateline(
        self, sentence: Sentence, mention: DateMention, before: str, after: str
    ) -> bool:
        if not _DATELINE_AFTER.match(after) or not _DATELINE_BEFORE.search(before[-90:]):
            return False
        place = re.search(r"([^\W\d_]{2})[^\n(]*\(?\s*\Z", before[-90:])
        bracketed = before.rstrip().endswith("(") and after.lstrip().startswith(")")
        agency = re.match(r"\s*\(", after) is not None or re.match(r"\s*[-–—]", after) is not None
        capitals = re.search(
            r"\b[A-Z][A-Z.' -]{2,}(?:\([A-Z ]+\)\s*)?,?\s*\(?\Z|[A-Z][\w’'.-]+,\s*[A-Z][\w. -]+\(\s*\Z",
            before[-70:],
        )
        return bool(place and capitals and (bracketed or agency))

    def _after(self, sentence: Sentence, told: list[_Told]) -> Setting:
        """Return the setting once the sentence is read."""
        setting = self._before
        segment = self._passage.segment_of(sentence)
        if segment.kind in ("heading", "title", "infobox"):
            if segment.kind == "heading" and (days := next((t.days for t in told if t.days), None)):
                if segment.level != 1 or days.precision != "range":
                    self._levels.append((segment.level, days))
                    setting = replace(setting, heading=days, narrative=days)
            return setting
        for each in told:
            if each.role == "attribution" and each.days:
                setting = replace(setting, reported=each.days.last)
        moving = self._moving(sentence, told, setting)
        if moving is None or moving.days is None:
            return setting
        episode = setting.episode
        if moving.mention.kind != "anaphoric" or moving.mention.nth or episode is None:
            episode = moving.days.first
        if moving.mention.nth:
            episode = setting.episode
        return replace(setting, narrative=moving.days, episode=episode)

    def _moving(self, sentence: Sentence, told: list[_Told], setting: Setting) -> _Told | None:
        """Return the mention of the sentence that carries the story on, if any does."""
        for each in told:
            days = each.days
            if days is None or each.role not in ("event", "statement"):
                continue
            if each.mention.kind == "year" or each.mention.lead in (
                "before",
                "until",
                "prior to",
                "after",
            ):
                continue
            if each.mention.kind == "anaphoric" and each.mention.shift < 0:
                continue
            if setting.published and (setting.published - days.last).days > 366:
                continue
            before = self._text[sentence.start : each.mention.start]
            if not each.opening and re.search(
                r"\b(?:who|which|whose|where|than|noting that)\b[^,;]*\Z", before, re.I
            ):
                continue
            return each
        return None

    # --- answering -------------------------------------------------------------------------

    def _governing(self, sentence: Sentence, start: int, end: int) -> _Told | None:
        """Return the mention of the sentence that dates the phrase, if one does."""
        best: tuple[float, _Told] | None = None
        for each in self._told[sentence.index]:
            if each.days is None or each.role in ("attribution", "name", "dateline"):
                continue
            cost = self._distance(each, start, end)
            if cost < _APART and (best is None or cost < best[0]):
                best = (cost, each)
        return best[1] if best else None

    def _distance(self, told: _Told, start: int, end: int) -> float:
        """Return how strongly the sentence parts the mention from the phrase."""
        mention = told.mention
        if mention.start >= end:
            gap, cost = (end, mention.start), 0.1
        else:
            gap, cost = (mention.end, max(start, mention.end)), 0.3
        loose = 0.0
        for boundary in _BOUNDARY.finditer(self._text, *gap):
            kind = boundary.lastgroup or "comma"
            if kind in ("light", "comma"):
                loose += _WEIGHT[kind]
            else:
                cost += _WEIGHT[kind]
        # A long list of figures stays under the one date of its clause.
        cost += min(loose, _LIST)
        if mention.end <= start and (told.opening or _SCENE.match(self._text, mention.end)):
            cost = min(cost, 1.0)
        if told.role == "statement":
            cost += 1.2
        if mention.kind == "year":
            cost += 1.5
        if mention.lead in ("before", "until", "prior to"):
            cost += 2.0
        return cost

    def _carried(self, sentence: Sentence, setting: Setting) -> Days | None:
        """Return the days of which the text is already speaking."""
        if setting.narrative:
            return setting.narrative
        if setting.heading:
            return setting.heading
        days = self._attributed(sentence)
        if days:
            return days
        return None

    def _attributed(self, sentence: Sentence) -> Days | None:
        """Return the day of the statement in which the claim is made, for want of any other."""
        last = min(sentence.index + 1, len(self._passage.sentences) - 1)
        self._read_to(last)
        for index in range(sentence.index, last + 1):
            if self._passage.sentences[index].segment != sentence.segment:
                break
            for each in self._told[index]:
                if each.days and each.role in ("attribution", "statement"):
                    return replace(each.days, rule="date.statement")
        return None

    def _closed(self, days: Days) -> Days:
        """Give a span that is open ("since 12 May") the end at which the text closes it elsewhere."""
        if not days.open:
            return days
        if self._ranges is None:
            mentions = find_dates(self._text)
            spans = [reckon(m, Setting()) for m in mentions if m.kind == "range"]
            self._ranges = {span.first: span.last for span in reversed(spans) if span}
        last = self._ranges.get(days.first)
        if last is None or last <= days.first:
            return days
        long = (last - days.first).days >= HAPPENING_DAYS
        return replace(days, last=last, precision="range", total=long)

    def _through_duration(self, sentence: Sentence, days: Days) -> Days:
        """Widen the day of a statement to the days of which it says that they lasted."""
        if days.first != days.last or not days.rule.endswith(".statement"):
            return days
        lasting = _DURATION.search(self._text, sentence.start, sentence.end)
        if lasting is None:
            return days
        count = 2 if lasting["count"].lower() in ("two", "2") else 3
        first = shifted(days.first, 1 - count, "day")
        return replace(days, first=first, precision="range") if first else days

    def _scope(
        self,
        sentence: Sentence,
        told: _Told | None,
        days: Days | None,
        start: int,
        end: int,
        claim_type: str,
    ) -> str:
        """Return whether the figure is of one happening or sums up a period or an area."""
        around = self._text[max(sentence.start, start - 50) : min(sentence.end, end + 70)]
        if _TOTAL.search(around):
            return "aggregate"
        if days is None:
            return "incident"
        if days.total:
            return "aggregate"
        if days.precision == "month" and told:
            wide = claim_type == "incidents" or told.mention.lead in (
                "during",
                "throughout",
                "since",
            )
            return "aggregate" if wide or told.mention.kind == "relative" else "incident"
        return "incident"


def _answer(days: Days | None, scope: str) -> DateAnswer:
    if days is None:
        return DateAnswer(scope=scope)
    because = Because(days.start, days.end, days.rule)
    return DateAnswer(days.first.isoformat(), days.last.isoformat(), days.precision, scope, because)


def _publication(published_on: str) -> tuple[date | None, Days | None]:
    """Return the day of publication, and its month or year where no day is known."""
    parts = published_on.split("-") if re.fullmatch(r"\d{4}(-\d\d){0,2}", published_on) else []
    if not parts:
        return None, None
    partial = PartialDate(*(int(part) for part in parts))
    try:
        days = whole(partial)
    except ValueError:
        return None, None
    return (days.first, None) if days and partial.day else (None, days)
