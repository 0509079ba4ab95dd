"""Why a number is no claim, told by the words around it."""

import re
from collections.abc import Sequence

from pipeline.language.function_words import MEASURES
from pipeline.language.tokens import Token

# What the word behind a number makes of it.
_BY_UNIT = {
    reason: frozenset(units.split())
    for reason, units in {
        "duration": "hour hours day days week weeks month months year years minute minutes second "
        "seconds decade decades century centuries hour-long day-long",
        "distance": "km kilometer kilometers kilometre kilometres mile miles meter meters metre "
        "metres m yard yards feet foot nautical kms",
        "measure": "kg kilogram kilograms kilo kilos pound pounds ton tons tonne tonnes gram grams "
        "liter liters litre litres gallon gallons acre acres hectare hectares degrees volts "
        "megawatts square cubic inch inches cm",
        "percentage": "percent per-cent % pct",
        "money": "dollar dollars euro euros peso pesos lira rupees cents usd million-dollar "
        "shekels rials afghanis colones cordobas quetzales francs marks",
        "time": "gmt hours a.m p.m a.m. p.m. am pm o'clock local",
        "weapon": "mm millimeter millimetre caliber calibre",
        "unit_name": "division brigade battalion regiment corps squadron company platoon armoured "
        "armored mechanized infantry mountain special front",
    }.items()
}
_BY_LEAD = {
    "article": "identifier",
    "articles": "identifier",
    "resolution": "identifier",
    "no": "identifier",
    "number": "identifier",
    "page": "identifier",
    "pages": "identifier",
    "chapter": "identifier",
    "section": "identifier",
    "route": "name",
    "highway": "name",
    "aged": "age",
    "age": "age",
    "brigade": "unit_name",
    "division": "unit_name",
    "battalion": "unit_name",
    "channel": "name",
    "cadena": "name",
    "at": "time",
}
_MODEL = re.compile(r"[^\W\d_]+-?\d+[^\W\d_]*(?:-\d+)?")
_CURRENCY = frozenset("$£€¥₤")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}|[0-2]\d[0-5]\d")


def reason_for(tokens: Sequence[Token], position: int) -> str:
    """Return the ledger's reason (schemas/uncoded.schema.json) for the number at `position`."""
    token = tokens[position]
    following = _word(tokens, position + 1)
    before = _word(tokens, position - 1)
    if before == "[" and following == "]":
        return "reference_mark"
    if _ORDINAL.fullmatch(token.lower):
        behind = {following, _word(tokens, position + 2)}
        return "unit_name" if behind & _BY_UNIT["unit_name"] else "ordinal"
    if "-" in token.text and token.text[0].isdigit():
        return _of_compound(token.lower)
    if _MODEL.fullmatch(token.text):
        return "weapon" if "-" in token.text else "identifier"
    if before in _CURRENCY:
        return "money"
    return _of_neighbours(tokens, position, before, following)


def _of_compound(word: str) -> str:
    """Read "74-year-old", "three-hour", "15-page"."""
    unit = word.split("-")[1]
    if "old" in word.split("-"):
        return "age"
    if unit == "page":
        return "identifier"
    for reason, units in _BY_UNIT.items():
        if unit in units:
            return reason
    return "measure"


def _of_neighbours(tokens: Sequence[Token], position: int, before: str, following: str) -> str:
    token = tokens[position]
    if following in {"year", "years"} and _word(tokens, position + 2) in {"old", "of"}:
        return "age"
    for reason, units in _BY_UNIT.items():
        if following in units:
            return reason
    if before == "at" and _CLOCK.fullmatch(token.text):
        return "time"
    if before != "at" and before in _BY_LEAD:
        return _BY_LEAD[before]
    if before == "," and following == "," and token.text.isdigit() and int(token.text) < 120:
        return "age"
    if token.lower == "one":
        return "pronoun"
    if following in MEASURES:
        return "background"
    return "not_counted_action" if following[:1].isalpha() else "other"


def _word(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].lower if 0 <= position < len(tokens) else ""
