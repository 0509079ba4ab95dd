"""Words and marks of a stretch of text."""

import re
from dataclasses import dataclass

# A word keeps inner apostrophes, hyphens and thousands separators: "Ma'arrat", "long-range",
# "2,000", "1.5"; a calibre its point: ".22". Ranges ("2,000-3,000") are parted again by the
# count grammar.
# The first line takes most words at one try: two letters can begin no figure and no initials.
_TOKEN = re.compile(
    r"[^\W\d_][^\W_]+(?:['’`ʿ-][^\W_]+)*|"
    r"\d+(?:-[^\W\d_]+)+|"
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|"
    r"(?<=[\s(])\.\d+(?:-[^\W\d_]+)*\b|"
    r"(?:[^\W\d_]\.){2,}|"
    r"[^\W_]+(?:['’`ʿ-][^\W_]+)*|"
    r"[^\w\s]|_"
)


@dataclass(slots=True)
class Token:
    """One word or mark; not frozen, since that would make each four times as slow to build.

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
    words, at = _TOKEN.findall(text, start, stop), start
    # Only blanks stand between tokens, so each is the next place at which its text stands.
    tokens = [
        Token(word, word.lower(), at := text.index(word, at), at := at + len(word))
        for word in words
    ]
    if text.find("’", start, stop) >= 0:
        for token in tokens:
            token.lower = token.lower.replace("’", "'")
    return tokens
