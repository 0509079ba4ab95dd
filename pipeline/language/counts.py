"""Counting words: what number, or what range, a stretch of tokens states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language.count_words import (
    NUMBER_WORDS,
    PLURALS,
    QUALIFIERS,
    QUALIFIERS_BY_FIRST,
    QUALIFIERS_BY_TWO,
    SOFT_PHRASES,
    STARTS,
    VAGUE_BY_TWO,
    VAGUE_WORDS,
)
from pipeline.language.figures import SCALES, below_hundred, figure_at, is_figure
from pipeline.language.tokens import Token

_RANGE_MARKS = frozenset("-–—")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_MANY = frozenset("people men women children police personnel troops".split())
# "Estimates range from 10 to 15".
_RANGED = frozenset("range ranges ranged ranging vary varies varied".split())
_OR_MORE = frozenset({("or", "more"), ("and", "upwards"), ("and", "more"), ("or", "above")})
# What is stepped over is none the more: "he climbed over five bodies".
_MOVED = frozenset(
    "step stepped stepping steps climb climbed climbing jumped jumping drove driving ran walk "
    "walked walking tripped tripping flew leaped leapt stumbled stumbling clambered".split()
)
# "Forty, maybe fifty".
_MAYBE = frozenset({"maybe", "perhaps", "possibly"})


@dataclass(frozen=True, slots=True)
class Count:
    """A stated quantity.

    Attributes:
        low, high: bounds; None where the words leave the bound open.
        qualifier: exact, at_least, at_most, approximate, range or vague.
        first, last: half-open positions among the tokens, qualifiers included.
        core: position of the token at which the figure itself begins.
        definite: whether "the", "these", "all", "both" stand before the figure.
        soft: whether the phrase counts only where its members act ("a group of").
    """

    low: int | None
    high: int | None
    qualifier: str
    first: int
    last: int
    core: int
    definite: bool = False
    soft: bool = False


def parse_count(tokens: Sequence[Token], position: int) -> Count | None:
    """Return the count that begins at `position`, or None.

    Singular articles are not counts here: whether "a soldier" counts is for the noun to say.
    """
    if position >= len(tokens) or not _may_begin(tokens[position].lower):
        return None
    first = position
    qualifier, definite = "", False
    for _ in range(4):
        found = _qualifier(tokens, position)
        if found is None:
            break
        words, kind = found
        if words == ("over",) and position == first and first and tokens[first - 1].lower in _MOVED:
            kind = ""
        definite = definite or words[0] in {"the", "these", "those", "all", "both", "its", "their"}
        if words == ("both",) and not is_figure(tokens, position + 1):
            return Count(2, 2, "exact", first, position + 1, position, definite=True)
        position += len(words)
        qualifier = kind or qualifier
    if position > first and (
        position >= len(tokens)
        or not (_may_begin(tokens[position].lower) or tokens[position].lower == "from")
    ):
        return _some(tokens, first, position, definite) if qualifier == "approximate" else None
    between = _between(tokens, position)
    if between is not None:
        low, high, last = between
        return Count(low, high, "range", first, last, position, definite)
    vague = _vague(tokens, position)
    if vague is not None and (qualifier in {"", "approximate"} or vague[1] > 2):
        last, low_bound, soft = vague
        inner = parse_count(tokens, last) if soft and last < len(tokens) else None
        if inner is not None and inner.qualifier != "vague":
            # "a group of nine men"
            return replace(inner, first=first, definite=definite)
        return Count(low_bound, None, "vague", first, last, position, definite, soft)
    figure = figure_at(tokens, position)
    if figure is None:
        return _some(tokens, first, position, definite) if qualifier == "approximate" else None
    value, last, loose = figure
    if position and tokens[position - 1].lower == "the" and _is_year(tokens, position, last):
        return None
    span = _range_end(tokens, last, value)
    if span is not None:
        value, high, last = span
        return Count(value, high, "range", first, last, position, definite)
    if [token.lower for token in tokens[last : last + 2]] == ["or", "so"]:
        # "a dozen or so"
        last, loose = last + 2, True
    if tuple(token.lower for token in tokens[last : last + 2]) in _OR_MORE:
        # "six or more"
        last, qualifier = last + 2, "at_least"
    elif _and_over(tokens, last):
        last, qualifier = last + 2, "at_least"
    last = _skip_plus(tokens, last)
    if last > 0 and tokens[last - 1].text == "+":
        qualifier = "at_least"
    return _qualified(
        value, qualifier or ("approximate" if loose else "exact"), first, last, position, definite
    )


def _and_over(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether "250 and over" ends here: "and over 30 hurt" goes on with another figure."""
    words = [token.lower for token in tokens[last : last + 3]]
    over = words[:2] in (["and", "over"], ["and", "above"])
    return over and (len(words) < 3 or words[2] in {",", ".", ";", ")"})


def _some(tokens: Sequence[Token], first: int, last: int, definite: bool) -> Count | None:
    """Take "some" with no figure behind it for the count itself."""
    if tokens[last - 1].lower != "some":
        return None
    return Count(2, None, "vague", first, last, last - 1, definite)


def _may_begin(word: str) -> bool:
    """Tell, at a glance, whether a count may begin with the word."""
    if word in STARTS or word[0].isdigit():
        return True
    return "-" in word and below_hundred(word.removesuffix("-odd")) is not None


def is_number_word(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether the token is a cardinal in words, or "dozen", "hundreds" and the like."""
    word = tokens[position].lower
    return word in NUMBER_WORDS or ("-" in word and below_hundred(word) is not None)


def _qualified(
    value: int, qualifier: str, first: int, last: int, core: int, definite: bool
) -> Count:
    if qualifier == "at_least":
        return Count(value, None, qualifier, first, last, core, definite)
    if qualifier == "at_most":
        return Count(None, value, qualifier, first, last, core, definite)
    return Count(value, value, qualifier, first, last, core, definite)


def _skip_plus(tokens: Sequence[Token], last: int) -> int:
    if (
        last < len(tokens)
        and tokens[last].text == "+"
        and tokens[last].start == tokens[last - 1].end
    ):
        return last + 1
    return last


def _qualifier(tokens: Sequence[Token], position: int) -> tuple[tuple[str, ...], str] | None:
    if position >= len(tokens) or tokens[position].lower not in QUALIFIERS_BY_FIRST:
        return None
    word = tokens[position].lower
    if word == "say" and (not position or tokens[position - 1].text != ","):
        # "two companies, say 200 men", but "police say 200 men"
        return None
    for words in QUALIFIERS_BY_TWO.get((word, _word_behind(tokens, position)), ()):
        if _spells(tokens, position, words):
            return words, QUALIFIERS[words]
    kind = QUALIFIERS.get((word,))
    return None if kind is None else ((word,), kind)


def _word_behind(tokens: Sequence[Token], position: int) -> str:
    """Return the word behind the one at `position`, "" at the end."""
    return tokens[position + 1].lower if position + 1 < len(tokens) else ""


def _spells(tokens: Sequence[Token], position: int, words: tuple[str, ...]) -> bool:
    """Tell whether the words stand at `position`, where the first two are known to stand."""
    if position + len(words) > len(tokens):
        return False
    for offset in range(2, len(words)):  # noqa: SIM110 - all() is slower here
        if tokens[position + offset].lower != words[offset]:
            return False
    return True


def _vague(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    """Return the end, the low bound and the softness of a vague quantity at `position`."""
    if position >= len(tokens):
        return None
    word = tokens[position].lower
    for phrase in VAGUE_BY_TWO.get((word, _word_behind(tokens, position)), ()):
        if _spells(tokens, position, phrase):
            end = position + len(phrase)
            inner = _plural_amount(tokens, end)
            if inner is not None:
                return inner[1], inner[0], False
            scale = _scale_at(tokens, end)
            if scale is not None:
                return end + 1, 2 * scale, False
            return end, 2, " ".join(phrase) in SOFT_PHRASES
    amount = _plural_amount(tokens, position)
    if amount is not None:
        return amount[1], amount[0], False
    if word in VAGUE_WORDS:
        # "several dozen", "a few hundred"
        scale = _scale_at(tokens, position + 1)
        if scale is not None:
            return position + 2, 2 * scale, False
        return position + 1, 2, False
    return None


def _scale_at(tokens: Sequence[Token], position: int) -> int | None:
    if position >= len(tokens):
        return None
    word = tokens[position].lower
    return 12 if word == "dozen" else SCALES.get(word)


def _plural_amount(tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
    """Read "dozens", "tens of thousands": return the low bound and the end."""
    if position >= len(tokens):
        return None
    word = tokens[position].lower
    low = PLURALS.get(word)
    if word == "tens":
        low = 20
    if low is None:
        return None
    end = position + 1
    if end + 1 < len(tokens) and tokens[end].lower == "of":
        inner = PLURALS.get(tokens[end + 1].lower)
        if inner is not None and inner >= 200:
            factor = {"tens": 10, "dozens": 12, "hundreds": 100}.get(word, 1)
            return factor * inner, end + 2
    if word == "tens":
        return (20, end)
    return low, end


# What stands before "from 150 to 200" that tells one figure, not a change.
_SPANNING = frozenset({"anything", "anywhere", "numbering", "numbered", "ranging"})


def _between(tokens: Sequence[Token], position: int) -> tuple[int, int, int] | None:
    """Read "between 10 and 15" and "anything from 10 to 15"."""
    if position >= len(tokens) or tokens[position].lower not in {"between", "from"}:
        return None
    if tokens[position].lower == "from" and (
        not position or tokens[position - 1].lower not in _SPANNING
    ):
        return None
    low = figure_at(tokens, position + 1)
    if low is None or low[1] >= len(tokens) or tokens[low[1]].lower not in {"and", "to"}:
        return None
    high = figure_at(tokens, low[1] + 1)
    if high is None or high[0] <= low[0]:
        return None
    return _scaled(tokens, low[1], low[0], high), high[0], high[1]


def _is_year(tokens: Sequence[Token], position: int, last: int) -> bool:
    """Tell whether a year stands before the one thing that it dates: "the 1952 class"."""
    if last >= len(tokens) or not _YEAR.fullmatch(tokens[position].text):
        return False
    noun = tokens[last].lower
    many = noun.endswith("s") and not noun.endswith("ss")
    return noun.isalpha() and not many and noun not in _MANY


def _scaled(tokens: Sequence[Token], low_end: int, low: int, high: tuple[int, int, bool]) -> int:
    """Return the low figure in the scale that it shares: "between eight and ten thousand"."""
    value, end, _ = high
    scale = SCALES.get(tokens[end - 1].lower, 0)
    alone = tokens[low_end - 1].lower not in SCALES
    return low * scale if scale and alone and low < value // scale else low


def _range_end(tokens: Sequence[Token], position: int, low: int) -> tuple[int, int, int] | None:
    """Read the second half of "10-15", "10 to 15", "ten or twelve", "forty, maybe fifty"."""
    if position >= len(tokens):
        return None
    mark = tokens[position]
    if mark.text == "," and position + 1 < len(tokens) and tokens[position + 1].lower in _MAYBE:
        guess = figure_at(tokens, position + 2)
        near = guess is not None and low < guess[0] <= 2 * low + 2
        return (low, *guess[:2]) if guess is not None and near else None
    if mark.text not in _RANGE_MARKS and mark.lower not in {"to", "or"}:
        return None
    # "rose from 37 to 111" tells two figures, not a range.
    start = position - 1
    while start > 0 and tokens[start].text[0].isalnum() and is_figure(tokens, start):
        start -= 1
    if mark.lower == "to" and tokens[start].lower == "from":
        if not start or tokens[start - 1].lower not in _RANGED:
            return None
    high = figure_at(tokens, position + 1)
    if high is None or high[0] <= low:
        return None
    low = _scaled(tokens, position, low, high)
    if mark.lower == "or" and high[0] > 2 * low + 2:
        return None
    return low, high[0], high[1]
