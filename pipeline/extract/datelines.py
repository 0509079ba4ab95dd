"""The day a text speaks from: datelines, dates in its head, the manifest's day of publication."""

import re
from bisect import bisect_right
from datetime import date

from pipeline.extract.days import Days, whole
from pipeline.extract.passage import Passage
from pipeline.extract.reckoning import reckon
from pipeline.extract.time_setting import Setting
from pipeline.language.dates import DateMention, PartialDate, find_dates

_HEAD_LENGTH = 600
_LINE = re.compile(r"[^\n\r\u2028]+")
# A place stands before the date of a dateline: "BOGOTA, 16 SEP 89 (", "KABUL, Afghanistan (".
_PLACE = re.compile(
    r"(?:\A|[\n\r\u2028\]]|\s{2}|\.\s|(?:Release|PDF)\s+)\W*(?:[A-Za-z]+\)\s+)?"
    r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’' -]+(?:\s*\([^()\n]{2,30}\))?,?\s*\(?|"
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’' -]+,\s*[A-ZÀ-ÖØ-Þ][\w. -]{1,30},\s*|"
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’' -]+\s\([\w. ]{2,30}/\s*|"
    r"[^\W\d_a-z][\w’'. -]{1,40},\s*[^\W\d_a-z][\w. -]{1,30}\s*\()\s*\Z"
)
# "Keren, 1 May 2016 -": a place in small letters needs the dash.
_PLACE_IN_SMALL = re.compile(
    r"(?:\A|[\n\r\u2028])\W*(?!(?:In|On|At|From|By|Since)\b)[^\W\d_a-z][\w’'-]*"
    r"(?:\s[^\W\d_a-z][\w’'-]*){0,3},\s*\Z"
)
_DASH = re.compile(r"\s*[-–—]\s")
# Entries of a list stand under their date: "8 May", and then "- A mine killed four".
_ENTRIES = re.compile(r"\s*[-–—•*▪·]\s")
# ... and a bracket or a dash after it: "(AFP) --", ") -", " – ".
_CLOSE = re.compile(r"\s*(?:\)|\(|\[|[-–—])")
# The number of a press release may give its year and month: "2012-05-S-002".
_SERIAL = re.compile(r"\b((?:19|20)\d\d)-(?:0[1-9]|1[0-2])-[A-Z]")
_LABEL = re.compile(r"\b(?:published|posted|updated?|dated?)\b[^.]{0,20}\Z", re.IGNORECASE)


def published(published_on: str) -> tuple[date | None, Days | None]:
    """Return the day of publication, and its month or year where no day is known."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", published_on):
        return None, None
    partial = PartialDate(*(int(part) for part in published_on.split("-")))
    if partial.month > 12:
        return None, None
    days = whole(partial)
    return (days.first, None) if days and partial.day else (None, days)


def is_dateline(text: str, sentence_start: int, mention: DateMention) -> bool:
    """Tell whether the mention is the date of a dateline ("OSLO, 5 May 1999 (AFP) -")."""
    if mention.kind != "day" or not _CLOSE.match(text, mention.end):
        return False
    before = text[max(sentence_start, mention.start - 90) : mention.start]
    if _PLACE_IN_SMALL.search(before) and _DASH.match(text, mention.end):
        return True
    return bool(_PLACE.search(before))


class Head:
    """What stands over a text: its date, and the numbers of its releases."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._serials = [(found.start(), int(found[1])) for found in _SERIAL.finditer(self._text)]
        self.end = 0

    def year_at(self, offset: int) -> tuple[int, ...]:
        """Return the year in the number of the release to which `offset` belongs, if any."""
        before = bisect_right(self._serials, offset, key=lambda serial: serial[0]) - 1
        if before >= 0:
            return (self._serials[before][1],)
        below = self._serials[:1]
        return (below[0][1],) if below and below[0][0] - offset < _HEAD_LENGTH else ()

    def date(self, setting: Setting) -> date | None:
        """Return the day that stands alone on a line of the head; `end` is then its end."""
        for sentence in self._passage.sentences[:4]:
            for line in _LINE.finditer(self._text, sentence.start, sentence.end):
                if line.start() > _HEAD_LENGTH:
                    return None
                for mention in find_dates(self._text, line.start(), line.start() + 160):
                    if not self._stands_alone(mention, line):
                        continue
                    if days := reckon(mention, setting, self.year_at(mention.start)):
                        self.end = mention.end
                        return days.first
        return None

    def _stands_alone(self, mention: DateMention, line: re.Match[str]) -> bool:
        """Tell whether the date ends its line, opens it before a colon, or has a label."""
        if mention.kind != "day" or mention.end > line.end():
            return False
        before = self._text[line.start() : mention.start]
        after = self._text[mention.end : line.end()].strip()
        if not before.strip() and not after and _ENTRIES.match(self._text, line.end()):
            return False
        if after.startswith(":") and not before.strip():
            return True
        return bool(_LABEL.search(before)) or (len(after) < 3 and not after.startswith("."))
