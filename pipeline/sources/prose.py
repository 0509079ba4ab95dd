"""What the look of a block tells: prose, headline, dateline, imprint."""

import re

from pipeline.sources.furniture import is_glued_menu, is_headline_case, is_teaser

_WORD = re.compile(r"[^\W_]\S*")
_CLOSED = re.compile(r"[.!?…:;][\"”’»)\]]*(?:\[\d{1,3}\])*\Z")
_MONTH_NAME = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_MONTH = re.compile(_MONTH_NAME, re.IGNORECASE)
_DAY = rf"(?i:{_MONTH_NAME}\.?\s\d{{1,2}}|\d{{1,2}}\s{_MONTH_NAME})\b[.,]?(?:\s(?:19|20)?\d\d\b)?"
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_BARE_DATE = re.compile(rf"(?:{_WEEKDAY},?\s)?{_DAY}\Z")
# A place in capitals, then the day: "DAMASCUS, Syria (May 4)".
_DATELINE = re.compile(
    rf"[A-Z][A-Z'’ -]{{2,40}}(?:,\s?(?:[\w.'’-]+\s?){{1,3}})?\s?[(,]\s?{_DAY}\)?[\s–—-]*\Z"
)
# A publisher's number for a release: "2019-04-S-012", "Release # 12".
_RELEASE_NUMBER = re.compile(
    r"(?:\d[\dA-Z]*(?:[-/][\dA-Z]+){2,}|(?:(?:press |news )?release|ref)\W{1,4}\d[\d/-]*)\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"[Bb]y (?:[A-Z][\w.'’-]*(?:,? |\Z)|and ){1,8}\Z|BY (?:[A-Z][\w.'’-]*(?: |\Z)){1,6}\Z"
)
_PROSE_WORDS = 25
_LEAST_WORDS = 4
# Enough of a block to tell what it is, however long it goes on.
_LOOK = 1000
_SHORT_LOOK = 120
_MOST_LABEL = 300
_LONGEST_DATELINE = 100


def count_words(words: str, look: int = _LOOK) -> int:
    """Return the number of words in the first `look` characters of `words`."""
    return len(_WORD.findall(words[:look]))


def folded(words: str) -> str:
    """Return a headline in a form in which a repeated one equals the first; "" for long blocks."""
    if len(words) > 2 * _MOST_LABEL:
        return ""
    return " ".join(word.strip(".,:;!?\"'“”‘’)]") for word in _WORD.findall(words)).casefold()


def is_closed(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] ends with a mark that ends a sentence or announces one."""
    return _CLOSED.search(text, max(start, end - 24), end) is not None


def is_prose(words: str, lines: int = 1) -> bool:
    """Tell whether a block of so many lines reads as sentences, not as a label or a headline."""
    closed = is_closed(words, 0, len(words))
    if closed and not words.endswith(("...", "…")):
        return count_words(words, _SHORT_LOOK) >= _LEAST_WORDS
    if is_glued_menu(words) or is_teaser(words):
        return False
    if closed:
        return count_words(words, _SHORT_LOOK) >= _LEAST_WORDS
    if is_headline_case(words[:_LOOK]):
        return False
    return lines > 1 or count_words(words) >= _PROSE_WORDS


def is_bare_headline(words: str) -> bool:
    """Tell whether the block is a line in the case of English headlines, with no end mark."""
    return len(words) < _MOST_LABEL and is_headline_case(words) and not is_prose(words)


def names_month(words: str) -> bool:
    """Tell whether a short line names a month, as headings that are dates do."""
    return len(words) < _MOST_LABEL and _MONTH.search(words) is not None


def is_dateline(words: str) -> bool:
    """Tell whether the line gives the day of a report, with or without its place, and no more."""
    if len(words) > _LONGEST_DATELINE:
        return False
    return (_DATELINE.match(words) or _BARE_DATE.match(words)) is not None


def is_imprint(words: str) -> bool:
    """Tell whether the line is a publisher's number or names the writer and nothing else."""
    return len(words) < 120 and (
        _RELEASE_NUMBER.match(words) is not None or _BYLINE.match(words) is not None
    )
