"""Cardinal numbers in digits and in words: "1,200", "forty-seven", "two dozen"."""

import re
from collections.abc import Sequence

from pipeline.language.tokens import Token

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_TENS["fourty"] = 40
BELOW_HUNDRED = _UNITS | _TENS
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_COLLECTIVES = {"dozen": 12, "score": 20, "couple": 2, "pair": 2}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?")


def figure_at(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    """Read a cardinal number: return its value, its end, and whether it is a round measure."""
    if position >= len(tokens):
        return None
    token = tokens[position]
    odd = _about(token.lower)
    if odd is not None:
        return odd, position + 1, True
    if token.text[0].isdigit():
        return _digits(tokens, position)
    word = token.lower
    if word in {"a", "an", "half"}:
        return _article_figure(tokens, position)
    if below_hundred(word) is None:
        return None
    total, group, end, seen = 0, 0, position, False
    collective = False
    while end < len(tokens):
        value = below_hundred(tokens[end].lower)
        scale = SCALES.get(tokens[end].lower)
        if value is not None and (not seen or group == 0 or group % 100 == 0 or group % 10 == 0):
            if seen and group and value >= 10 and group % 100:
                break
            group += value
        elif scale is not None and seen:
            if scale == 100:
                group *= 100
            else:
                total, group = total + group * scale, 0
        elif tokens[end].lower in {"dozen", "score"} and seen:
            group *= _COLLECTIVES[tokens[end].lower]
            collective = True
        elif (
            tokens[end].lower == "and"
            and seen
            and tokens[end - 1].lower in {"hundred", "thousand"}
            and end + 1 < len(tokens)
            and below_hundred(tokens[end + 1].lower) is not None
        ):
            pass
        else:
            break
        seen = True
        end += 1
    if not seen:
        return None
    return total + group, end, collective


def is_figure(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a cardinal number begins at `position`."""
    return figure_at(tokens, position) is not None


def below_hundred(word: str) -> int | None:
    """Return the value of a number word below a hundred, or None."""
    value = BELOW_HUNDRED.get(word)
    if value is not None or "-" not in word:
        return value
    tens, _, unit = word.partition("-")
    if tens in _TENS and unit in _UNITS and 0 < _UNITS[unit] < 10:
        return _TENS[tens] + _UNITS[unit]
    return None


def _about(word: str) -> int | None:
    """Read "80-odd", "thirty-odd", "300-plus": a round figure."""
    figure, mark, end = word.rpartition("-")
    if not mark or end not in {"odd", "plus"}:
        return None
    return int(figure) if figure.isdecimal() else below_hundred(figure)


def _digits(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    text = tokens[position].text
    match = _DIGITS.fullmatch(text)
    if match is None or (len(text) > 2 and text[0] == "0"):
        # "0640 hours", the rest of "N412,000"
        return None
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    plain = text.replace(",", "")
    if after in SCALES and after != "hundred":
        return round(float(plain) * SCALES[after]), position + 2, False
    if after == "dozen":
        return round(float(plain) * 12), position + 2, True
    if "." in plain:
        if plain.count(".") > 1:
            return int(plain.replace(".", "")), position + 1, False
        return None
    return int(plain), position + 1, False


def _article_figure(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    """Read "a dozen", "half a dozen", "a couple of", "a pair of", "a hundred"."""
    words = [token.lower for token in tokens[position : position + 3]]
    if words[:3] == ["half", "a", "dozen"]:
        return 6, position + 3, True
    if words[:2] == ["half", "dozen"]:
        return 6, position + 2, True
    if len(words) > 2 and words[:2] == ["a", "half"] and words[2] == "dozen":
        return 6, position + 3, True
    if len(words) < 2 or words[0] == "half":
        return None
    if words[1] in _COLLECTIVES:
        end = position + 2
        if words[1] != "dozen":
            if len(words) < 3 or words[2] != "of":
                return None
            end += 1
        return _COLLECTIVES[words[1]], end, words[1] != "pair"
    if words[1] in SCALES:
        return SCALES[words[1]], position + 2, False
    return None
