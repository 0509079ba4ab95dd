"""The story of a text as told in time: which days each sentence is speaking of."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.extract.datelines import Head, is_dateline, published
from pipeline.extract.days import HAPPENING_DAYS, HISTORY_DAYS, Days
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reckoning import reckon
from pipeline.extract.time_setting import Setting
from pipeline.language.dates import DateMention, find_dates

Role = Literal["event", "attribution", "statement", "name", "dateline"]

_SAID = (
    r"(?:said|says|told|tells|stated|announced|reported|confirmed|released|published|issued|"
    r"updated|declared|claimed|added|documented|report|statement|communique|interview|learned|learnt|"
    r"indicated|disclosed|tolls|accounts)"
)
# "said in a statement late on Friday", "was confirmed by a monitor on Friday", "released today".
_STATED = re.compile(
    rf"\b{_SAID}\b(?:\s+(?!that\b|attack|raid|bomb|clash|ambush|assault|blast|battle|shell|massacre|\w+day\b|"
    r"was\b|were\b|had\b|\w*ed\b|dea\w+\b|kill\w+\b)[\w’'.-]+)"
    r"{0,6}\s*\(?\Z",
    re.IGNORECASE,
)
# A month or a span dates a statement only right behind its verb: "released in May".
_STATED_IN = re.compile(
    rf"\b{_SAID}\s+(?:in\s+\w+\s+)?(?:in|during)\s+(?:early\s+|late\s+)?\Z", re.IGNORECASE
)
_WIDE = frozenset({"month", "range", "year", "period"})
_SPOKEN = re.compile(
    rf"\s+{_SAID}\b|\s+(?:accused|blamed|condemned|denounced|warned)\b|,?\s+(?:revised|corrected|raised|lowered)\s+(?:this|that|the|its|it)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"\A[^.;]{{0,80}}?\b{_SAID}\b", re.IGNORECASE)
# When somebody asked, looked or wrote says nothing of what happened: "Between 2 and 9 May, the
# monitor interviewed 21 people".
_RESEARCH = re.compile(
    r"\A[^.;]{0,70}?\b(?:interviewed|interviews|spoke\s+(?:to|with)|travell?ed\s+to|visited|met\s+with|"
    r"reviewed|analy[sz]ed|conducted\s+(?:interviews|research|a\s+survey)|examined|consulted)\b",
    re.IGNORECASE,
)
# "my post from 2016", "papers that came to light in 1994", "returns, opened in 1992,"
_OF_PAPERS = re.compile(
    r"\b(?:post|article|essay|book|textbook|memoirs?|study|newsletter|edition|film|census|survey|"
    r"interview)\s+(?:from|of|in|dated)\s+\Z|"
    r"\b(?:report|bulletin|statement|assessment|letter|memo|memorandum|dispatch|ruling|verdict|"
    r"judgment|judgement|indictment|update)\s+(?:of|from|dated)\s+\Z|"
    # "(Radio Dara, June 4)" tells who wrote when
    r"\(\w[^()]{1,60},\s*\Z|"
    r"\b(?:opened|declassified|published|unsealed|leaked|printed|written|compiled|surfaced|"
    r"came\s+to\s+light|made\s+public)\s+(?:\w+\s+){0,2}in\s+\Z",
    re.IGNORECASE,
)
# When captives went free tells nothing of when they were taken.
_SET_FREE = re.compile(r"\b(?:set\s+free|freed|let\s+go|ransomed)\b[^.;]{0,50}\Z", re.IGNORECASE)
# "A fortnight later it amended this to one"
_REVISED = re.compile(
    r",?\s+(?:it|they|he|she|the\s+\w+)\s+(?:amended|revised|corrected|raised|lowered|updated)\b",
    re.IGNORECASE,
)
# "..., revising this on 4 July to 96"
_REVISING = re.compile(
    r"\b(?:revising|revised|raising|raised|lowering|lowered|amending|amended|correcting|corrected|"
    r"updating|updated)\s+(?:this|that|it|the\s+\w+)\s+(?:on|in)\s*\Z",
    re.IGNORECASE,
)
# Words after which a date still opens its sentence: "Also early on 5 May".
_OPENING = re.compile(
    r"\W*(?:(?:on|in|by|since|during|around|about|at|early|late|also|then|meanwhile|earlier|later|"
    r"the|morning|night|evening|afternoon|spring|summer|autumn|winter|of|from|between|over|within|"
    r"approximately)\b\W*){0,5}\Z",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:who|which|whose|where|noting that|adding that)\b[^,;]*\Z", re.IGNORECASE
)
# "since the emergency was reimposed on 20 June" looks back to the start of a count.
_SINCE = re.compile(r"\bsince\s+(?!then\b)[^,;.]{3,60}\Z", re.IGNORECASE)
# A toll that has grown by a day is told on that day: "the toll rose to 12 on Monday".
_GROWN = re.compile(
    r"\b(?:toll|number)\b[^.;]{0,60}\b(?:rose|risen|climbed|stood|stands|jumped|reached|revised)\b"
    r"[^.;]{0,30}\Z",
    re.IGNORECASE,
)
# "allegedly tied to the kidnapping of two engineers in August"
DEEDS = re.compile(
    r"\b(?:tied to|linked to|accused of|responsible for|wanted for|in connection with|suspected of|"
    r"blamed for|convicted of|charged with)\b[^,;]*\Z",
    re.IGNORECASE,
)
# When bodies were dug up tells nothing of when those people died.
_DUG_UP = re.compile(
    r"\b(?:exhumed|exhuming|exhumation|unearthed|reburied|dug up)\b[^.;]*\Z", re.IGNORECASE
)
# "Two of the wounded died overnight" leaves the story at the day of the attack.
_DIED_SINCE = re.compile(r"\b(?:wounded|injured)\b[^.;]{0,20}\bdied\s+\Z", re.IGNORECASE)
# Words by which a report over a period goes back to all of it.
_ALL_OF_IT = re.compile(
    r"\W*(?:(?:the|this) (?:[\w-]+ )?report|it) (?:also )?(?:records?|documents?|notes?|lists?|"
    r"registers?|recorded|documented)\b|"
    r"[^.;]*\b(?:during|over|in|throughout) (?:the|this) report(?:ing)? period\b",
    re.IGNORECASE,
)
# Dates before which or after which something was do not carry the story on.
_BOUNDS = frozenset({"before", "until", "prior to", "after"})
_HEAD_OF_ITEM = 60
# "May arrive on Thursday" tells of no day that the story has reached.
_FUTURE = re.compile(
    r"\b(?:will|may|might|(?:is|are) due)\s+(?!have\b)[^.;,]{0,60}\Z|"
    # "whose wedding had been fixed for Friday"
    r"\b(?:fixed|scheduled|planned|slated|due|billed)\s+(?:for|on)\s+\Z",
    re.IGNORECASE,
)
# What was done before the story looks back: "400 men had been sent out on Thursday night".
_LOOKING_BACK = re.compile(
    r"(?<!\bhe\s)(?<!\bshe\s)(?<!\bthey\s)\bhad\s+(?:\w+\s+){0,2}\w+[^,;.]{0,80}\Z"
)
# "08.14 BST:", "23h15": an entry of a live page tells news of its own.
_ENTRY_OF_PAGE = re.compile(r"\W*\d{1,2}[h.:]\d\d\b(?!\s*(?:mm|km|kg|%|million|billion))")
# Headings under which an account of one happening goes on.
_OF_THE_SAME = re.compile(
    r"\W*(?:death toll|toll|casualties|losses|victims|casualties and losses|aftermath|"
    r"death toll and \w+|fatalities|responsibility|accounts|claims)\W*\Z",
    re.IGNORECASE,
)
# A line that sums up the entries before it: "Total: ...", "Running total since ...".
_SUM = re.compile(r"\W*(?:running\s+|grand\s+|overall\s+)?totals?\b", re.IGNORECASE)
_ENDED = tuple('.!?…"”’)]:;')


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


class Narrative:
    """Reads a passage once, sentence by sentence, as far as it is asked.

    Attributes:
        settings: for each sentence read, what the text had told of time before it.
        told: for each sentence read, its mentions.
        infobox: the days that the infobox gives for all of its lines.
        about: the days that the infobox, the title or the lead gives for the whole text.
    """

    def __init__(self, passage: Passage) -> None:
        self.settings: list[Setting] = []
        self.told: list[list[Told]] = []
        self.infobox: Days | None = None
        self.about: Days | None = None
        self._passage = passage
        self._text = passage.text
        self._head = Head(passage)
        self._levels: list[tuple[int, Days]] = []
        self._began: date | None = None
        self._story: Days | None = None
        self._period: Days | None = None
        self._moving: dict[int, Told | None] = {}
        self._setting = self._before = self._at_start()

    def moved_by(self, index: int) -> Told | None:
        """Return the mention by which the sentence at `index` carries the story on, if any."""
        return self._moving.get(index)

    def read_to(self, index: int) -> None:
        """Read up to and with the sentence `index`."""
        for sentence in self._passage.sentences[len(self.settings) : index + 1]:
            self._before = self._entered(sentence)
            told = self._mentions(sentence)
            self.settings.append(self._before)
            self.told.append(told)
            self._setting = self._after(sentence, told)

    def _at_start(self) -> Setting:
        """Return what is known before the first sentence."""
        day, period = published(self._passage.document.published_on)
        for segment in self._passage.document.segments:
            if segment.kind == "infobox" and segment.label.strip().lower() in ("date", "dates"):
                self.infobox = self._first_days(segment.start, segment.end)
        titled = self.infobox or self._days_of_title(Setting(published=day, period=period))
        day = day or self._head.date(Setting(period=period or titled))
        self.about = titled or (None if day else self._days_of_lead(Setting(period=period)))
        if period is None:
            period = self.about
        if self.infobox is None and period and period.precision == "range":
            self.infobox = period
        return Setting(published=day, period=period)

    def _days_of_title(self, setting: Setting) -> Days | None:
        document = self._passage.document
        for mention in find_dates(document.title):
            if days := reckon(mention, setting):
                return replace(days, start=0, end=0)
        for segment in document.segments[:3]:
            if segment.kind in ("title", "heading"):
                return self._first_days(segment.start, segment.end)
        return None

    def _days_of_lead(self, setting: Setting) -> Days | None:
        """Return the days that the first sentence gives in full: "was fought on 3 May 1950"."""
        for sentence in self._passage.sentences[:1]:
            for mention in find_dates(self._text, sentence.start, sentence.end):
                named = mention.attributive or is_dateline(self._text, sentence.start, mention)
                if mention.last.year and mention.last.month and not named:
                    return reckon(mention, setting)
        return None

    def _first_days(self, start: int, end: int) -> Days | None:
        for mention in find_dates(self._text, start, end):
            if days := reckon(mention, Setting()):
                return days
        return None

    def _entered(self, sentence: Sentence) -> Setting:
        """Return the setting at the sentence: headings end a story, blocks sum up its days."""
        setting, segment = self._setting, self._passage.segment_of(sentence)
        if segment.kind == "heading":
            while self._levels and self._levels[-1][0] >= segment.level:
                self._levels.pop()
            inherited = self._levels[-1][1] if self._levels else None
            self._began = None
            narrative = None
            if inherited is None and _OF_THE_SAME.match(self._passage.words(sentence)):
                narrative = self.about or self._story
            return replace(
                setting, heading=inherited, narrative=narrative, episode=None, reported=None
            )
        live = setting.published if self._opens_block(sentence) else None
        if live and _ENTRY_OF_PAGE.match(self._passage.words(sentence)):
            now = Days(live, live, "approximate", rule="date.published")
            if self.about and self.about.precision == "day":
                now = self.about
            return replace(setting, narrative=now, episode=None, reported=None)
        if self.is_headline(sentence.segment) and self.is_headline(sentence.segment - 1):
            words = self._passage.document.segments[sentence.segment - 1]
            same = _OF_THE_SAME.match(self._text[words.start : words.end])
            narrative = (self.about or self._story) if same else None
            return replace(setting, narrative=narrative, episode=None, reported=None)
        if told_before := self._summed_up(sentence, setting.narrative):
            return replace(setting, narrative=told_before)
        if self._period and _ALL_OF_IT.match(self._passage.words(sentence)):
            return replace(setting, narrative=self._period)
        previous = self._passage.sentences[sentence.index - 1] if sentence.index else sentence
        told, began = setting.narrative, setting.episode
        if previous.segment == sentence.segment or told is None or began is None:
            return setting
        if not 0 < (told.last - began).days <= HAPPENING_DAYS:
            return setting
        told = replace(told, first=min(told.first, began), precision="range")
        return replace(setting, narrative=told)

    def _opens_block(self, sentence: Sentence) -> bool:
        index = sentence.index
        return not index or self._passage.sentences[index - 1].segment != sentence.segment

    def _opens_item(self, sentence: Sentence, mention: DateMention) -> bool:
        """Tell whether the date stands at the head of an item: "Dhendo, 14 May 2000 - 38 dead"."""
        item = self._passage.segment_of(sentence).kind == "list_item"
        near = mention.start - sentence.start < _HEAD_OF_ITEM
        return item and near and self._opens_block(sentence)

    def is_headline(self, segment: int) -> bool:
        """Tell whether the block is a line without an end, of which each tells its own news."""
        if segment < 0:
            return False
        block = self._passage.document.segments[segment]
        if block.kind not in ("paragraph", "title"):
            return False
        return not self._text[block.start : block.end].rstrip().endswith(_ENDED)

    def _summed_up(self, sentence: Sentence, told: Days | None) -> Days | None:
        """Return the days of all entries before a line that opens with "Total"."""
        if self._began is None or told is None or self._began >= told.last:
            return None
        if not _SUM.match(self._text, sentence.start):
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

    def _mentions(self, sentence: Sentence) -> list[Told]:
        """Return the mentions of the sentence, reckoned one after the other."""
        setting, told = self._before, list[Told]()
        mentions = find_dates(self._text, sentence.start, sentence.end)
        years = [
            mention.first.year
            for mention in mentions
            if mention.first.year > 0 < mention.first.month and mention.lead != "since"
        ]
        for mention in mentions:
            role, opening = self._role(sentence, mention)
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
                elif days and mention.kind == "weekday" and _is_to_the_day(mentions):
                    # "on Saturday, thirty years to the day since the battle"
                    setting = replace(setting, narrative=days)
            told.append(Told(mention, days, role, opening))
        return _without_vague(told, self._text)

    def _role(self, sentence: Sentence, mention: DateMention) -> tuple[Role, bool]:
        if is_dateline(self._text, sentence.start, mention) or self._is_own_date(mention):
            return "dateline", False
        if mention.end <= self._head.end:
            undated = not self._passage.document.published_on
            opens_entry = undated and self._text[mention.end : mention.end + 2] == ": "
            return ("event", True) if opens_entry else ("name", False)
        before = self._text[max(sentence.start, mention.start - 90) : mention.start]
        after = self._text[mention.end : min(sentence.end, mention.end + 90)]
        opening = mention.start - sentence.start < 60 and bool(_OPENING.fullmatch(before))
        if _DUG_UP.search(before) or _DIED_SINCE.search(before) or _OF_PAPERS.search(before):
            return "name", False
        if opening and _RESEARCH.match(after):
            return "name", False
        if _SET_FREE.search(before):
            return "name", False
        if _REVISED.match(after):
            return "attribution", opening
        if (mention.attributive and not opening) or _FUTURE.search(before):
            return "name", False
        if _REVISING.search(before):
            return "attribution", False
        stated = _STATED_IN if mention.kind in _WIDE else _STATED
        if mention.lead == "as of" and not opening:
            return "attribution", False
        if _GROWN.search(before) or stated.search(before) or (not opening and _SPOKEN.match(after)):
            return "attribution", opening
        if opening and _SPEAKS.search(after):
            return "statement", True
        return "event", opening

    def _is_own_date(self, mention: DateMention) -> bool:
        """Tell whether a dispatch opens with the day it came out: "May 5 - Gunmen killed ..."."""
        day, opening = self._setting.published, self._text[: mention.start].strip()
        if mention.kind != "day" or day is None or opening:
            return False
        dated = (mention.first.month, mention.first.day) == (day.month, day.day)
        return dated and self._text[mention.end : mention.end + 3].strip() in {"-", "–", "—"}

    def _after(self, sentence: Sentence, told: list[Told]) -> Setting:
        """Return the setting once the sentence is read."""
        setting, segment = self._before, self._passage.segment_of(sentence)
        if segment.kind == "heading":
            days = next((each.days for each in told if each.days and each.role != "dateline"), None)
            if days and (segment.level != 1 or days.precision != "range"):
                self._levels.append((segment.level, days))
                return replace(setting, heading=days, narrative=days)
            return setting
        if segment.kind in ("title", "infobox"):
            return setting
        for each in told:
            if each.role == "attribution" and each.days:
                setting = replace(setting, reported=each.days.last)
        moved = [each for each in told if self._moves(sentence, each, setting)]
        to_the_day = (each for each in moved if each.mention.unit == "year" and each.mention.nth)
        moving = next(to_the_day, None) or next(iter(moved), None)
        self._moving[sentence.index] = moving
        if moving is None or moving.days is None:
            year = 0 if setting.year else _opening_year(told)
            return replace(setting, year=year) if year else setting
        if self._period is None and (moving.days.total or moving.days.precision == "month"):
            self._period = moving.days
        if self._began is None:
            self._began = moving.days.first
        if self._story is None:
            self._story = moving.days
        episode = setting.episode
        if moving.mention.kind != "anaphoric" or episode is None:
            episode = moving.days.first
        return replace(setting, narrative=moving.days, episode=episode)

    def _moves(self, sentence: Sentence, told: Told, setting: Setting) -> bool:
        """Tell whether the mention carries the story on, not a look back or an aside."""
        mention, days = told.mention, told.days
        if days is None or told.role not in ("event", "statement"):
            return False
        if mention.kind == "year" or mention.lead in _BOUNDS:
            return False
        if mention.lead == "by" and not told.opening:
            return False
        if mention.kind == "anaphoric" and mention.shift < 0:
            return False
        # A report may tell of long ago, but a story does not go back there in passing.
        told_long_ago = setting.narrative is None and mention.kind in ("day", "range")
        told_long_ago = told_long_ago or (mention.unit == "year" and mention.nth > 0)
        told_long_ago = told_long_ago or self._opens_item(sentence, mention)
        past = setting.published and (setting.published - days.last).days > HISTORY_DAYS
        if past and not told_long_ago:
            return False
        if told.opening:
            return True
        this_year = _is_wide(told) and mention.unit == "year" and not (mention.nth or mention.shift)
        if this_year and mention.lead != "since":
            return False  # "raising this year's toll to 1,206"
        if mention.kind == "range" and self.about and self.about.total:
            # A part of the weeks that a release reports on is no turn of its story.
            part = (days.first, days.last) != (self.about.first, self.about.last)
            if part and self.about.first <= days.first and days.last <= self.about.last:
                return False
        before = self._text[max(sentence.start, mention.start - 200) : mention.start]
        if DEEDS.search(before) or _SINCE.search(before):
            return False
        earlier = setting.narrative is not None and days.last < setting.narrative.first
        if earlier and _LOOKING_BACK.search(before):
            return False
        if mention.kind in ("relative", "weekday") and not _is_wide(told):
            return True
        aside = _SUBORDINATE.search(before)
        # The first day of a story may stand anywhere: "Who did the killing on 7 March is unclear".
        untold = setting.narrative is None and setting.heading is None
        first = untold and mention.kind == "day" and mention.first.month > 0
        return aside is None or aside.start() < 2 or first


def _is_to_the_day(mentions: list[DateMention]) -> bool:
    """Tell whether a mention counts years to the day."""
    return any(each.kind == "relative" and each.unit == "year" and each.nth for each in mentions)


def _opening_year(told: list[Told]) -> int:
    """Return the year with which a sentence opens, 0 where it opens with none."""
    for each in told:
        if each.opening and each.mention.kind == "year" and each.mention.first.year:
            return each.mention.first.year
    return 0


def _without_vague(told: list[Told], text: str) -> list[Told]:
    """Let "overnight" and "Tuesday's attack" say nothing where the sentence names another day."""
    if sum(each.role == "event" and each.days is not None for each in told) < 2:
        return told
    if any(_is_wide(each) for each in told) and any(each.mention.overnight for each in told):
        # "the fifth wave this month hit the city overnight"
        return [replace(each, role="name") if _is_wide(each) else each for each in told]
    return [
        replace(each, role="name") if each.role == "event" and _is_vague(each, text) else each
        for each in told
    ]


def _is_wide(told: Told) -> bool:
    """Tell whether "this month", "this year" stands there."""
    return told.mention.kind == "relative" and told.mention.unit in ("month", "year")


# "The toll from Sunday's bombing" has its date from there.
_TOLL_FROM = re.compile(
    r"\b(?:toll|dead|deaths|casualties|killed|victims)\b[^.;]{0,12}?\b(?:from|of|in)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _is_vague(told: Told, text: str) -> bool:
    if _TOLL_FROM.search(text, max(0, told.mention.start - 60), told.mention.start):
        return False
    possessive = text[told.mention.end : told.mention.end + 2] in ("'s", "’s")
    return told.mention.overnight or (possessive and not told.opening)
