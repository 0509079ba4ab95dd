"""Marks that say what a line is: headings, bullets, lines of an infobox, leftovers of HTML."""

import re
from dataclasses import dataclass
from typing import Literal

_WIKI_HEADING = re.compile(r"(={1,6})\s*(?P<words>[^=\s](?:[^=]|=(?!=))*?)\s*=+\Z")
_HASH_HEADING = re.compile(r"(#{1,6})\s+(?P<words>\S.*?)\s*#*\Z", re.DOTALL)
_BULLET = re.compile(r"(?:[-*•●▪◦‣·–]|\(?\d{1,2}[.)])\s+(?=\S)")
_DATA_LINE = re.compile(r"[|*•-]?\s*(?P<key>[A-Za-z][A-Za-z0-9_ ]{0,30}?)\s*[:=]\s*(?=\S)")
_INFOBOX = re.compile(r"\{*\s*infobox\b.{0,80}\Z", re.IGNORECASE | re.DOTALL)
_RULE = re.compile(r"[-=_*~#|{}\s]{1,200}\Z")
_TAG = r"<[/!]?[A-Za-z][^<>]{0,400}>|&nbsp;|<!--[^<>]{0,400}-->"
_TAGS_BEFORE = re.compile(rf"(?:{_TAG}|\s)*")
_TAG_AT_END = re.compile(_TAG)
_LONGEST_TAG = 420

Mark = Literal["heading", "bullet", "infobox", "rule", "none"]


@dataclass(frozen=True, slots=True)
class Marked:
    """What the marks on a line say.

    Attributes:
        mark: what the line is; `rule` is a line without any word; `none` where no mark tells.
        start, end: half-open span of the words, marks left out.
        level: depth of a heading, else 0.
    """

    mark: Mark
    start: int
    end: int
    level: int = 0


def read_marks(text: str, start: int, end: int) -> Marked:
    """Return what the marks at the edges of text[start:end] say."""
    head, tail = text[start : start + 1], text[end - 1 : end]
    # Most blocks begin with a plain letter; only an infobox's name is a mark made of letters.
    if head.isalpha() and head not in "iI" and tail not in (">", ";"):
        return Marked("none", start, end)
    start, end = _inside_tags(text, start, end)
    if start >= end or _RULE.match(text, start, end):
        return Marked("rule", start, end)
    head = text[start]
    if head in "=#" and end - start <= 300:
        match = (_WIKI_HEADING if head == "=" else _HASH_HEADING).match(text, start, end)
        if match is not None:
            return Marked("heading", *match.span("words"), len(match[1]))
    if _INFOBOX.match(text, start, min(end, start + 120)) and end - start < 120:
        return Marked("infobox", start, end)
    bullet = _BULLET.match(text, start, end)
    if bullet is not None:
        return Marked("bullet", bullet.end(), end)
    return Marked("none", start, end)


def line_mark(text: str, start: int, end: int) -> Mark:
    """Return the mark on the line text[start:end], as far as it bears on wrapped paragraphs."""
    mark = read_marks(text, start, end).mark
    # A wrapped line may well begin with a number and a full stop: "on the 5. / 12. of May".
    return "none" if mark == "bullet" and text[start] in "(0123456789" else mark


def data_line(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the key of a line "key: value" and where its value starts, or None."""
    match = _DATA_LINE.match(text, start, end)
    return (match["key"], match.end()) if match is not None else None


def _inside_tags(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out HTML tags at both edges."""
    if "<" not in text[start : start + 1] and ">" not in text[end - 1 : end]:
        return start, end
    match = _TAGS_BEFORE.match(text, start, end)
    start = match.end() if match is not None else start
    while text[end - 1 : end] in (">", ";") and end > start:
        opened = max(
            text.rfind(sign, max(start, end - _LONGEST_TAG), end) for sign in ("<", "&nbsp;")
        )
        if opened < 0 or not _TAG_AT_END.fullmatch(text, opened, end):
            break
        end = opened
        while end > start and text[end - 1].isspace():
            end -= 1
    return start, end
