"""What a page carries besides its article: menus, credits, forms, headlines of other articles.

The phrases lie in reference/furniture.csv. How a phrase counts is its `match`:
`line` is the whole line; `start` begins one; `date` begins one that holds nothing but a date;
`inset` and `section` are lines that announce headlines of other articles, a few of them or a whole
list; `bracket` opens a credit in brackets at the end of a caption.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pipeline.errors import InputError
from pipeline.paths import REFERENCE

PHRASES = REFERENCE / "furniture.csv"
_COLUMNS = ["phrase", "match", "kind", "example"]
_MATCHES = frozenset(("line", "start", "date", "inset", "section", "bracket"))

Announces = Literal["", "inset", "section"]

_MOST_CHARACTERS = 300
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DATE_REST = re.compile(
    r"[\s:,|–-]*(?:(?:on|at|by|am|pm|gmt|utc|est|edt|cet|ago|hours?|minutes?|days?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|"
    r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|"
    r"\d+(?:st|nd|rd|th|am|pm)?)\b[\s:,./|()–-]*){1,14}\Z",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[^.!?…\"”\s]\s*[\[(](?P<inside>[^\[\]()]{2,80})[\])]\Z")
_TRAIL = re.compile(
    r"(?:home|start)?\s*(?:(?:>|»|›|/|\||→)\s*[^>»›/|→\n]{1,80}){2,}\Z", re.IGNORECASE
)
# Two words written together ("TrucesDe"), though not names such as McKay, MacArthur or DeSoto.
_GLUED = re.compile(r"(?<![A-Z])(?<!\bM)(?<!\bMa)(?<!\bD)[a-z][A-Z][a-z]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)\Z")
_ENDS = (".", "!", "?", "”", '"')
_SMALL_WORDS = 3


@dataclass(frozen=True)
class Phrases:
    """The phrases by the way they count, in lower case."""

    line: frozenset[str]
    start: tuple[str, ...]
    date: tuple[str, ...]
    inset: frozenset[str]
    section: frozenset[str]
    announcing: tuple[str, ...]
    bracket: tuple[str, ...]
    menu: frozenset[str]


@cache
def phrases(path: Path = PHRASES) -> Phrases:
    """Return the phrases of the list at `path`.

    Raises:
        InputError: if the list is not as it must be.
    """
    found: dict[str, list[str]] = {match: [] for match in _MATCHES}
    menu = []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != _COLUMNS:
            raise InputError(
                str(path), "its columns are others.", f"Write {','.join(_COLUMNS)}.", 1
            )
        for row in reader:
            if row["match"] not in found or row["phrase"] != row["phrase"].strip().lower():
                raise InputError(
                    str(path),
                    f"the phrase {row['phrase']!r} or its match {row['match']!r} is unknown.",
                    f"Write the phrase in lower case and one of {', '.join(sorted(found))}.",
                    reader.line_num,
                )
            found[row["match"]].append(row["phrase"])
            if row["kind"] == "menu":
                menu.append(row["phrase"])
    return Phrases(
        frozenset(found["line"]),
        tuple(found["start"]),
        tuple(found["date"]),
        frozenset(found["inset"]),
        frozenset(found["section"]),
        tuple(found["inset"] + found["section"]),
        tuple(found["bracket"]),
        frozenset(menu),
    )


def announces(line: str) -> Announces:
    """Tell whether `line` announces other articles, and how many: a few or a list."""
    if len(line) > _MOST_CHARACTERS:
        return ""
    plain = _plain(line)
    if plain in phrases().section:
        return "section"
    return "inset" if plain in phrases().inset else ""


def is_furniture(line: str) -> bool:
    """Tell whether `line`, taken alone, belongs to the page and not to the article."""
    if len(line) > _MOST_CHARACTERS:
        return False
    if _plain(line) in phrases().line or not _LETTER_OR_DIGIT.search(line):
        return True
    lower = line.lower()
    if lower.startswith(phrases().start) and any(
        _begins(lower, phrase) for phrase in phrases().start
    ):
        return True
    if lower.startswith(phrases().date) and any(
        lower.startswith(phrase) and _DATE_REST.match(line, len(phrase))
        for phrase in phrases().date
    ):
        return True
    return _is_caption(line) or _TRAIL.match(line) is not None


def is_menu_word(line: str) -> bool:
    """Tell whether `line` is an entry that stands in the menus of many sites."""
    return len(line) <= _MOST_CHARACTERS and _plain(line) in phrases().menu


def is_glued_menu(line: str) -> bool:
    """Tell whether `line` is a row of menu entries, or of headlines, whose blanks were lost."""
    if len(line) > _MOST_CHARACTERS or (line.endswith(_ENDS) and not line.endswith("...")):
        return False
    glued = len(_GLUED.findall(line))
    if glued >= 2:
        return True
    return glued == 1 and line.startswith("Home") and line[4:5].isupper()


def is_teaser(line: str) -> bool:
    """Tell whether `line` is a headline cut short with an ellipsis."""
    if len(line) > _MOST_CHARACTERS or not _ELLIPSIS.search(line):
        return False
    return not line.startswith(('"', "“", "'", "‘")) and is_headline_case(line)


def is_headline_case(line: str) -> bool:
    """Tell whether most longer words begin with capitals, as in English headlines."""
    words: list[str] = _WORD.findall(line)
    words = [word for word in words if len(word) > _SMALL_WORDS and word[0].isalpha()]
    if len(words) < 2 or line.isupper():
        return False
    return sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def glued_promotion(text: str, start: int, end: int) -> int:
    """Return where the paragraph text[start:end] begins after a promotional phrase glued to it.

    Returns:
        `start` itself where nothing is glued to the paragraph.
    """
    head = text[start : min(end, start + 48)]
    lower = head.lower()
    if not head[:1].isupper():
        return start
    if not lower.startswith(phrases().announcing):
        return start
    for phrase in phrases().announcing:
        size = len(phrase)
        following = head[size : size + 1]
        glued = following.isupper() or following in ("“", '"')
        if glued and lower.startswith(phrase) and head[size - 1].islower():
            return start + size
    return start


def _begins(lower: str, phrase: str) -> bool:
    """Tell whether the line begins with the phrase as a whole word."""
    if not lower.startswith(phrase):
        return False
    following = lower[len(phrase) : len(phrase) + 1]
    return not (phrase[-1].isalnum() and following.isalnum())


def _is_caption(line: str) -> bool:
    match = _BRACKET.search(line, max(0, len(line) - 90)) if line[-1] in ")]" else None
    if match is None:
        return False
    inside = match["inside"].lower()
    return any(_begins(inside, phrase) for phrase in phrases().bracket)


def _plain(line: str) -> str:
    """Return the line in lower case without marks, digits or counts at its edges."""
    return line.lower().replace("’", "'").strip(" \t\xa0.,:;!?…-–—|>»›•*#()[]{}\"'0123456789")
