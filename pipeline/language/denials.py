"""Claims that a sentence itself calls false: "the report that ... is an invention"."""

import re
from dataclasses import dataclass

_CLAIM = (
    r"(?:claims?|reports?|boasts?|allegations?|contentions?|messages?|rumou?rs?|assertions?|"
    r"stories|story)"
)
# "Police reject as baseless a message ...", "disregard the report that ...".
_REJECTED = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disregard(?:s|ed)?|disprov(?:es?|ed))\b"
    rf"[^.;]{{0,60}}?\b{_CLAIM}\b",
    re.IGNORECASE,
)
# "The claim that ... is false", "the radio claim of 40 killed is an invention".
_FALSE = re.compile(
    rf"\b{_CLAIM}\s[^.;]{{3,160}}?\b(?:is|are|was|were)\s+(?P<verdict>false|untrue|baseless|"
    r"invented|fabricated|wrong|dismissed|rejected|(?:an?\s+)?(?:pure\s+)?"
    r"(?:invention|lie|fabrication|myth|hoax)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that call a claim false; offsets are into the text.

    Attributes:
        start, end: the words that say so.
        cover_start, cover_end: the stretch in which the claim stands.
    """

    start: int
    end: int
    cover_start: int
    cover_end: int


def find_denials(text: str, start: int, end: int) -> list[Denial]:
    """Return the denials of the sentence `text[start:end]`."""
    found = [
        Denial(match.start(), match.end(), match.end(), end)
        for match in _REJECTED.finditer(text, start, end)
    ]
    found += [
        Denial(*match.span("verdict"), match.start(), match.start("verdict"))
        for match in _FALSE.finditer(text, start, end)
    ]
    return found
