"""What is really wrong with a cell, in words for whoever must put it right."""

import re
import unicodedata
from difflib import get_close_matches

from pipeline.schema import Field

_TYPES = {
    "integer": "a whole number in plain digits",
    "number": "a number with a decimal point",
    "boolean": "true or false",
    "date": "a date written YYYY-MM-DD",
    "year": "a year",
    "yearmonth": "a month written YYYY-MM",
    "time": "a time written hh:mm:ss",
    "datetime": "a time written YYYY-MM-DDThh:mm:ssZ",
    "duration": "an ISO 8601 duration",
    "object": "a JSON object",
    "array": "a JSON array",
    "geojson": "a GeoJSON object",
    "geopoint": "longitude and latitude",
}
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,_' \u00a0\u202f]\d{3})+([.,]\d+)?")


def hidden_character(value: str) -> str:
    """Name the first character that does not show or changes direction, or return ""."""
    for character in value:
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn"):
            kind = "a control character"
            if (
                unicodedata.bidirectional(character) in _TURNING
                or character in "\u200e\u200f\u061c"
            ):
                kind = "a bidirectional control character"
            return f"{kind}, U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
        if 0xFE00 <= ord(character) <= 0xFE0F or character == "\ufffd":
            return f"U+{ord(character):04X} {unicodedata.name(character, '')}"
    return ""


_TURNING = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


def foreign_letter(value: str) -> str:
    """Name the first letter of another script than Latin, or return ""."""
    for character in value:
        if not character.isascii() and character.isalnum():
            return f"U+{ord(character):04X} {unicodedata.name(character, '')}"
    return ""


def cause(field: Field, value: str) -> str:
    """Say what likely happened to a cell that is not as its schema asks, or return ""."""
    hidden = hidden_character(value)
    if hidden:
        return f"It holds {hidden}."
    if value != value.strip():
        return "It begins or ends with white space."
    if field.type in ("integer", "number") and _GROUPED.fullmatch(value):
        return "Digits are grouped, or the decimal mark is that of another language."
    if field.type == "number" and re.fullmatch(r"[+-]?\d+,\d+", value):
        return "The decimal mark is a comma."
    letter = foreign_letter(value)
    if letter and (field.pattern or field.enum or field.type != "string"):
        return f"It holds {letter}, which may look like a Latin letter or digit."
    if value[:1] in ("=", "+", "@") and field.type == "string":
        return f"It begins with {value[0]!r}, which spreadsheets run as a formula."
    if field.enum:
        folded = {choice.lower(): choice for choice in field.enum}
        close = get_close_matches(value.strip().lower(), list(folded), n=1, cutoff=0.75)
        return f"Is {folded[close[0]]!r} meant?" if close else ""
    return ""


def expected_type(field: Field) -> str:
    """Say in words what a column's cells must be."""
    return _TYPES.get(field.type, f"of type {field.type}")


def unsafe_rule(value: str) -> tuple[str, str]:
    """Return the rule that a text breaks which is unsafe to show, and the detail for its words."""
    hidden = hidden_character(value)
    if hidden:
        return "hidden-character", hidden
    if value[:1] in ("=", "+", "@"):
        return "formula", repr(value[0])
    return "surrounding-space", ""
