"""Ages, which count nobody: "aged 19 and 21", "Ana Ruiz, 56, was", "a girl of 16"."""

from collections.abc import Sequence

from pipeline.language.counts import parse_count
from pipeline.language.tokens import Token

_ABOUT = frozenset({"about", "around", "barely", "only", "just"})
_GROWN = frozenset("girl boy man woman child baby".split())
# Behind an age stand a comma or, where it is forgotten, a verb that is said of one.
_CLOSING = frozenset({",", "was", "is", "has"})
# What may stand before an age that belongs to the person told just before.
_BRINGERS = frozenset({"of", ",", "(", "aged"}) | _ABOUT

# Nobody is older: "the spokesman of 8,000 men".
_OLDEST = 120


def tells_age(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a number is an age: "aged 19 and 21", "Ana Ruiz, 56, was"."""
    if position and tokens[position - 1].lower == "aged":
        return True
    if not _is_short(tokens[position]):
        return False
    before = [token.lower for token in tokens[max(0, position - 3) : position]]
    if "aged" in before or "age" in before:
        return True
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in _GROWN:
        return True
    following = tokens[position + 1].text if position + 1 < len(tokens) else ""
    named = len(before) > 1 and before[-1] == "," and tokens[position - 2].text[:1].isupper()
    return named and following in _CLOSING


def behind_age(tokens: Sequence[Token], end: int) -> int:
    """Return the position behind the age of the person told up to `end`, else `end`.

    Read are "a girl of 16", "a child of three", "a girl, nine,", "a boy aged five", "a baker, 52,"
    and "his aunt, aged 70,".
    """
    if end + 1 >= len(tokens) or tokens[end].lower not in {"of", ",", "aged"}:
        return end
    start = end + 1
    while start < len(tokens) and tokens[start].lower in _ABOUT | {"aged"}:
        start += 1
    if start >= len(tokens):
        return end
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    closes = following is None or not following.text[0].isalnum()
    closes = closes or (following is not None and following.lower in _CLOSING)
    if _is_short(tokens[start]):
        joins = following is not None and following.lower in {"and", "or"}
        return start + 1 if closes or joins else end
    told = tokens[end].lower != "," or (following is not None and following.text == ",")
    count = parse_count(tokens, start) if told else None
    joins = following is not None and following.lower == "and" and tokens[end].lower == "aged"
    closes = closes or joins
    in_words = count is not None and count.last == start + 1 and 2 < (count.low or 0) < _OLDEST
    return start + 1 if closes and in_words else end


def behind_bracketed_age(tokens: Sequence[Token], end: int) -> int:
    """Return the position behind "(54)" or "(aged 54)" at `end`, else `end`."""
    start = end + 1
    if end >= len(tokens) or tokens[end].text != "(":
        return end
    start += start < len(tokens) and tokens[start].lower == "aged"
    if start + 1 < len(tokens) and _is_short(tokens[start]) and tokens[start + 1].text == ")":
        return start + 2
    return end


def stands_as_age(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a figure inside the phrase for one person can only be the age."""
    return position > 0 and tokens[position - 1].lower in _BRINGERS


def _is_short(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) < 3
