"""The days of a text as a whole, by its infobox, its title or its lead."""

from dataclasses import dataclass, replace

from pipeline.extract.datelines import Head, is_dateline, published
from pipeline.extract.days import Days
from pipeline.extract.histories import is_history, year_of_lead, year_of_title
from pipeline.extract.passage import Passage
from pipeline.extract.reckoning import reckon
from pipeline.extract.time_setting import Setting
from pipeline.language.dates import find_dates


@dataclass(frozen=True, slots=True)
class DocumentDays:
    """What is known of time before the first sentence of a text is read.

    Attributes:
        infobox: the days that the infobox gives for all of its lines.
        about: the days that the infobox, the title or the lead gives for the whole text.
        setting: the setting of the first sentence.
    """

    infobox: Days | None
    about: Days | None
    setting: Setting


def days_of_document(passage: Passage, head: Head) -> DocumentDays:
    """Return the days of a text as a whole; the end of `head` is then known."""
    day, period = published(passage.document.published_on)
    history = is_history(passage, day)
    year = 0
    if history:
        year = year_of_title(passage.document.title) or year_of_lead(passage)
    day = None if history else day
    infobox = _days_of_infobox(passage)
    titled = infobox or _days_of_title(passage, Setting(published=day, period=period))
    if not history:
        day = day or head.date(Setting(period=period or titled))
    about = titled or (None if day else _days_of_lead(passage, Setting(period=period)))
    if period is None:
        period = about
    if infobox is None and period and period.precision == "range":
        infobox = period
    setting = Setting(published=day, period=period, year=year, history=history)
    return DocumentDays(infobox, about, setting)


def _days_of_infobox(passage: Passage) -> Days | None:
    """Return the days of the last line of the infobox that is there for them."""
    found = None
    for segment in passage.document.segments:
        if segment.kind == "infobox" and segment.label.strip().lower() in ("date", "dates"):
            found = _first_days(passage.text, segment.start, segment.end)
    return found


def _days_of_title(passage: Passage, setting: Setting) -> Days | None:
    for mention in find_dates(passage.document.title):
        if days := reckon(mention, setting):
            return replace(days, start=0, end=0)
    for segment in passage.document.segments[:3]:
        if segment.kind in ("title", "heading"):
            return _first_days(passage.text, segment.start, segment.end)
    return None


def _days_of_lead(passage: Passage, setting: Setting) -> Days | None:
    """Return the days that the first sentence gives in full: "was fought on 3 May 1950"."""
    for sentence in passage.sentences[:1]:
        for mention in find_dates(passage.text, sentence.start, sentence.end):
            named = mention.attributive or is_dateline(passage.text, sentence.start, mention)
            if mention.last.year and mention.last.month and not named:
                return reckon(mention, setting)
    return None


def _first_days(text: str, start: int, end: int) -> Days | None:
    for mention in find_dates(text, start, end):
        if days := reckon(mention, Setting()):
            return days
    return None
