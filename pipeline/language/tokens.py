"""Words and marks of a stretch of text."""

import re
from dataclasses import dataclass

# A word keeps inner apostrophes, hyphens and thousands separators: "Ma'arrat", "long-range",
# "2,000", "1.5". Ranges ("2,000-3,000") are parted again by the count grammar.
_TOKEN = re.compile(
    r"\d+(?:-[^\W\d_]+)+|"
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|"
    r"(?:[^\W\d_]\.){2,}|"
    r"[^\W_]+(?:['’`ʿ-][^\W_]+)*|"
    r"[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes:
        text: as written.
        lower: in lower case, with typographic apostrophes made plain.
        start, end: half-open offsets into the text that was tokenized.
    """

    text: str
    lower: str
    start: int
    end: int


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]`, with offsets into `text`."""
    stop = len(text) if end is None else end
    return [
        Token(match.group(), match.group().lower().replace("’", "'"), match.start(), match.end())
        for match in _TOKEN.finditer(text, start, stop)
    ]
