"""Counting words: what number, or what range, a stretch of tokens states."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
_BELOW_HUNDRED = _UNITS | _TENS
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
# Lowest figure that a plural of quantity can mean (codebook, section 3).
_PLURALS = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2_000_000,
}
_COLLECTIVES = {"dozen": 12, "score": 20, "couple": 2}
NUMBER_WORDS = _BELOW_HUNDRED.keys() | _SCALES.keys() | _PLURALS.keys() | {"dozen", "score", "tens"}
_VAGUE_WORDS = frozenset("several many numerous multiple various countless some few others".split())
_VAGUE_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "a large number of",
        "large numbers of",
        "a great number of",
        "a small number of",
        "an unknown number of",
        "an unspecified number of",
        "an undetermined number of",
        "an undisclosed number of",
        "a significant number of",
        "a considerable number of",
        "a high number of",
        "a number of",
        "an unspecified number",
        "an unknown number",
        "an undetermined number",
        "a small number",
        "a large number",
        "a handful of",
        "large quantities of",
        "a large quantity of",
        "a large amount of",
        "a quantity of",
        "quantities of",
        "a lot of",
        "a group of",
        "a few",
        "quite a few",
        "a good many",
        "a great many",
        "a crowd of",
        "crowds of",
        "masses of",
        "a series of",
    )
)
# A group or crowd counts its members only where they act; the callers decide.
SOFT_PHRASES = frozenset({"a group of", "a crowd of", "crowds of", "masses of", "a series of"})

# What is said before a figure, and how it limits it.
_QUALIFIERS = {
    tuple(phrase.split()): qualifier
    for qualifier, phrases in {
        "at_least": (
            "at least",
            "no fewer than",
            "no less than",
            "not fewer than",
            "not less than",
            "more than",
            "over",
            "upwards of",
            "upward of",
            "in excess of",
            "a minimum of",
            "a least",
            "above",
            "well over",
            "at a minimum",
        ),
        "at_most": (
            "up to",
            "as many as",
            "at most",
            "no more than",
            "not more than",
            "a maximum of",
            "fewer than",
            "less than",
            "under",
            "at the most",
        ),
        "approximate": (
            "about",
            "around",
            "some",
            "nearly",
            "almost",
            "approximately",
            "roughly",
            "close to",
            "an estimated",
            "estimated",
            "circa",
            "an average of",
            "perhaps",
            "possibly",
            "probably",
        ),
        "": (
            "a total of",
            "the total of",
            "exactly",
            "only",
            "just",
            "a further",
            "an additional",
            "another",
            "the other",
            "a combined",
            "fully",
            "in all",
            "all",
            "some other",
            "both",
            "the",
            "these",
            "those",
            "its",
            "their",
            "his",
            "her",
            "our",
            "my",
            "a record",
            "additional",
            "other",
        ),
    }.items()
    for phrase in phrases
}


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Index phrases by their first word, each list in the order given."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        index.setdefault(phrase[0], []).append(phrase)
    return index


_QUALIFIERS_BY_FIRST = _by_first(sorted(_QUALIFIERS, key=len, reverse=True))
_VAGUE_BY_FIRST = _by_first(_VAGUE_PHRASES)
# Words with which a count can begin; most words of a text can't.
_STARTS = (
    _BELOW_HUNDRED.keys()
    | _QUALIFIERS_BY_FIRST.keys()
    | _VAGUE_BY_FIRST.keys()
    | _VAGUE_WORDS
    | _PLURALS.keys()
    | {"a", "an", "half", "between", "tens"}
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?")
_RANGE_MARKS = frozenset("-–—")


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
        definite = definite or words[0] in {"the", "these", "those", "all", "both", "its", "their"}
        if words == ("both",) and not _figure_at(tokens, position + 1):
            return Count(2, 2, "exact", first, position + 1, position, definite=True)
        position += len(words)
        qualifier = kind or qualifier
    if position > first and (position >= len(tokens) or not _may_begin(tokens[position].lower)):
        return _some(tokens, first, position, definite) if qualifier == "approximate" else None
    between = _between(tokens, position)
    if between is not None:
        low, high, last = between
        return Count(low, high, "range", first, last, position, definite)
    vague = _vague(tokens, position)
    if vague is not None and (qualifier in {"", "approximate"} or vague[1] > 2):
        last, low_bound, soft = vague
        return Count(low_bound, None, "vague", first, last, position, definite, soft)
    figure = _figure(tokens, position)
    if figure is None:
        return _some(tokens, first, position, definite) if qualifier == "approximate" else None
    value, last, loose = figure
    span = _range_end(tokens, last, value)
    if span is not None:
        high, last = span
        return Count(value, high, "range", first, last, position, definite)
    last = _skip_plus(tokens, last)
    if last > 0 and tokens[last - 1].text == "+":
        qualifier = "at_least"
    return _qualified(
        value, qualifier or ("approximate" if loose else "exact"), first, last, position, definite
    )


def _some(tokens: Sequence[Token], first: int, last: int, definite: bool) -> Count | None:
    """Take "some" with no figure behind it for the count itself."""
    if tokens[last - 1].lower != "some":
        return None
    return Count(2, None, "vague", first, last, last - 1, definite)


def _may_begin(word: str) -> bool:
    """Tell, at a glance, whether a count may begin with the word."""
    return word in _STARTS or word[0].isdigit() or ("-" in word and _small(word) is not None)


def is_number_word(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether the token is a cardinal in words, or "dozen", "hundreds" and the like."""
    word = tokens[position].lower
    return word in NUMBER_WORDS or ("-" in word and _small(word) is not None)


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
    if position >= len(tokens):
        return None
    for words in _QUALIFIERS_BY_FIRST.get(tokens[position].lower, ()):
        if _spells(tokens, position, words):
            return words, _QUALIFIERS[words]
    return None


def _spells(tokens: Sequence[Token], position: int, words: tuple[str, ...]) -> bool:
    """Tell whether the words stand at `position`, where the first of them is known to stand."""
    if position + len(words) > len(tokens):
        return False
    for offset in range(1, len(words)):  # noqa: SIM110 - all() is slower here
        if tokens[position + offset].lower != words[offset]:
            return False
    return True


def _vague(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    """Return the end, the low bound and the softness of a vague quantity at `position`."""
    if position >= len(tokens):
        return None
    word = tokens[position].lower
    for phrase in _VAGUE_BY_FIRST.get(word, ()):
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
    if word in _VAGUE_WORDS:
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
    return 12 if word == "dozen" else _SCALES.get(word)


def _plural_amount(tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
    """Read "dozens", "tens of thousands": return the low bound and the end."""
    if position >= len(tokens):
        return None
    word = tokens[position].lower
    low = _PLURALS.get(word)
    if word == "tens":
        low = 20
    if low is None:
        return None
    end = position + 1
    if end + 1 < len(tokens) and tokens[end].lower == "of":
        inner = _PLURALS.get(tokens[end + 1].lower)
        if inner is not None and inner >= 200:
            factor = {"tens": 10, "dozens": 12, "hundreds": 100}.get(word, 1)
            return factor * inner, end + 2
    if word == "tens":
        return (20, end)
    return low, end


def _figure_at(tokens: Sequence[Token], position: int) -> bool:
    return _figure(tokens, position) is not None


def _figure(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    """Read a cardinal number: return its value, its end, and whether it is a round measure."""
    if position >= len(tokens):
        return None
    token = tokens[position]
    if token.text[0].isdigit():
        return _digits(tokens, position)
    word = token.lower
    if word in {"a", "an", "half"}:
        return _article_figure(tokens, position)
    if _small(word) is None:
        return None
    total, group, end, seen = 0, 0, position, False
    collective = False
    while end < len(tokens):
        value = _small(tokens[end].lower)
        scale = _SCALES.get(tokens[end].lower)
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
            and _small(tokens[end + 1].lower) is not None
        ):
            pass
        else:
            break
        seen = True
        end += 1
    if not seen:
        return None
    return total + group, end, collective


def _small(word: str) -> int | None:
    """Return the value of a number word below a hundred, or None."""
    value = _BELOW_HUNDRED.get(word)
    if value is not None or "-" not in word:
        return value
    tens, _, unit = word.partition("-")
    if tens in _TENS and unit in _UNITS and 0 < _UNITS[unit] < 10:
        return _TENS[tens] + _UNITS[unit]
    return None


def _digits(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    text = tokens[position].text
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    plain = text.replace(",", "")
    if after in _SCALES and after != "hundred":
        return round(float(plain) * _SCALES[after]), position + 2, False
    if after == "dozen":
        return round(float(plain) * 12), position + 2, True
    if "." in plain:
        if plain.count(".") > 1:
            return int(plain.replace(".", "")), position + 1, False
        return None
    return int(plain), position + 1, False


def _article_figure(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    """Read "a dozen", "half a dozen", "a couple of", "a hundred"."""
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
        return _COLLECTIVES[words[1]], end, True
    if words[1] in _SCALES:
        return _SCALES[words[1]], position + 2, False
    return None


def _between(tokens: Sequence[Token], position: int) -> tuple[int, int, int] | None:
    """Read "between 10 and 15" and "from 10 to 15 soldiers"."""
    if position >= len(tokens) or tokens[position].lower != "between":
        return None
    low = _figure(tokens, position + 1)
    if low is None or low[1] >= len(tokens) or tokens[low[1]].lower not in {"and", "to"}:
        return None
    high = _figure(tokens, low[1] + 1)
    if high is None or high[0] <= low[0]:
        return None
    return low[0], high[0], high[1]


def _range_end(tokens: Sequence[Token], position: int, low: int) -> tuple[int, int] | None:
    """Read the second half of "10-15", "10 to 15", "ten or twelve"."""
    if position >= len(tokens):
        return None
    mark = tokens[position]
    if mark.text not in _RANGE_MARKS and mark.lower not in {"to", "or"}:
        return None
    # "rose from 37 to 111" tells two figures, not a range.
    start = position - 1
    while start > 0 and tokens[start].text[0].isalnum() and _figure_at(tokens, start):
        start -= 1
    if mark.lower == "to" and tokens[start].lower == "from":
        return None
    high = _figure(tokens, position + 1)
    if high is None or high[0] <= low:
        return None
    if mark.lower == "or" and high[0] > 2 * low + 2:
        return None
    return high[0], high[1]
