"""Days, months and years among tokens, so that they are never counted as people.

What day they mean is for `dates` to say; here it only matters that they are no quantity.
"""

from collections.abc import Sequence

from pipeline.language.tokens import Token

_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
DATE_WORDS = _MONTHS | _WEEKDAYS
_CLOCK = frozenset("p.m a.m p.m. a.m. pm am o'clock gmt".split())
_ZONES = frozenset("hours local utc".split())


def date_end(tokens: Sequence[Token], position: int) -> int:
    """Return the end of the date or time that begins at `position`; `position` if there is none."""
    word = tokens[position].lower
    if not word[0].isdigit():
        if word not in DATE_WORDS:
            return position
        if word in _WEEKDAYS:
            return position + 1
        if word in _MONTHS and _is_month(tokens, position):
            return _after_month(tokens, position + 1)
        return position
    if _is_year(word) and not _counts_something(tokens, position):
        return position + 1
    end = _days_end(tokens, position)
    if end < len(tokens) and _is_month(tokens, end):
        return _year_end(tokens, end + 1)
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if following in _CLOCK or (following in _ZONES and len(word) == 4):
        return position + 2
    return position


def _is_month(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    if token.lower not in _MONTHS:
        return False
    if token.lower in {"may", "march", "mar"}:
        return token.text[0].isupper() and (
            (position > 0 and tokens[position - 1].text[0].isdigit())
            or (position + 1 < len(tokens) and tokens[position + 1].text[0].isdigit())
            or (
                position > 0
                and tokens[position - 1].lower
                in {"in", "since", "of", "until", "early", "late", "last"}
            )
        )
    return token.text[0].isupper()


def _days_end(tokens: Sequence[Token], position: int) -> int:
    """Walk over "19", "19th", "19-20", "19 and 20", "19th of"."""
    end = position
    size = len(tokens)
    while end < size and _is_day(tokens[end].lower):
        end += 1
        if end < size and tokens[end].lower == "of":
            return end + 1
        if (
            end + 1 < size
            and tokens[end].lower in {"-", "–", "—", "and", "to", ","}
            and _is_day(tokens[end + 1].lower)
        ):
            end += 1
            continue
        break
    return end


def _after_month(tokens: Sequence[Token], position: int) -> int:
    """Walk over "January 12, 2020", "January 2012", "January"."""
    end = position
    if end < len(tokens) and tokens[end].text == ".":
        end += 1
    if end < len(tokens) and _is_day(tokens[end].lower) and not _counts_something(tokens, end):
        end += 1
        if (
            end < len(tokens)
            and tokens[end].text in {"-", "–"}
            and end + 1 < len(tokens)
            and _is_day(tokens[end + 1].lower)
        ):
            end += 2
    return _year_end(tokens, end)


def _year_end(tokens: Sequence[Token], position: int) -> int:
    end = position
    if end + 1 < len(tokens) and tokens[end].text in {",", "."} and _is_year(tokens[end + 1].lower):
        return end + 2
    if end < len(tokens) and (_is_year(tokens[end].lower) or _is_short_year(tokens, end)):
        return end + 1
    return end


def _is_day(word: str) -> bool:
    digits = word.rstrip("stndrh")
    return digits.isascii() and digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and 1800 <= int(word) <= 2100


def _is_short_year(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether "90" in "4 FEB 90" is a year: a month written in capitals stands before it."""
    word = tokens[position].lower
    before = tokens[position - 1].text
    return (
        len(word) == 2 and word.isascii() and word.isdigit() and before.isupper() and int(word) > 31
    )


def _counts_something(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a plural follows, as in "killed 2000 people" or "in May 14 soldiers"."""
    for following in tokens[position + 1 : position + 4]:
        word = following.lower
        if not word[0].isalpha() or word in {
            "in",
            "on",
            "at",
            "and",
            "when",
            "the",
            "a",
            "by",
            "of",
            "to",
            "were",
            "was",
            "that",
            "as",
        }:
            return False
        if (word.endswith("s") and len(word) > 4) or word in {
            "people",
            "men",
            "women",
            "children",
            "police",
        }:
            return True
    return False
