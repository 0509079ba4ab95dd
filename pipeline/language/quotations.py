"""Quoted speech and remarks on whether a statement could be verified."""

import re
from dataclasses import dataclass

_MARKS = re.compile(r"[\"“”„«»]")
_CLOSING = frozenset("”»")
_OPENING = frozenset("“„«")

_UNVERIFIED = re.compile(
    r"\b(?:could|can|cannot|couldn['’]t|can['’]t|has|have|had|hasn['’]t|haven['’]t|was|were|is|are|"
    r"been|be|being|it|we|unable|impossible|possible|difficult|way|not|never|yet)"
    r"(?:(?!\band\b|\bbut\b|\bthat\b)[^.;:,]){0,40}?\b(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|confirmation)\b|"
    r"\b(?:unverified|unconfirmed|uncorroborated|unverifiable)\b|"
    r"\bno (?:independent |official |immediate )*(?:confirmation|verification)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|cannot|never|no|unable|impossible|difficult|yet to be)\b|n['’]t\b|"
    r"\bun(?:veri|conf|corr)",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(
    r"[\s\"“]*(?:(?:however|but|though|yet),?\s+)?"
    r"(?:(?:this|that|these|those|it|neither|none|there|independent|"
    r"the (?:\w+ ){0,2}(?:claims?|reports?|figures?|tolls?|accounts?|information|videos?|numbers?|"
    r"statements?|allegations?|footage|details|casualties|images|deaths))"
    r"(?: (?!said|reported|claimed|told|that\b)\w+){0,4}\s*)?",
    re.IGNORECASE,
)


# "Reuters could not verify": whoever tried to check speaks of what stands before.
_CHECKER = re.compile(r"\s*(?:(?:however|but),?\s+)?[\w.'’-]+(?: [\w.'’-]+){0,2}\s*")
_CHECKING = re.compile(r"verify|independent", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A remark that a statement could not be verified; offsets are into the text.

    Attributes:
        start, end: the words that say so.
        refers_back: whether the sentence speaks of a statement made before it.
    """

    start: int
    end: int
    refers_back: bool


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return half-open spans of the quotations of one block, marks included.

    A quotation that is not closed runs to the end of the block, as in speech over several
    paragraphs.
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARKS.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark not in _CLOSING:
                opened = match.start()
        elif mark not in _OPENING:
            spans.append((opened, match.end()))
            opened = None
    if opened is not None:
        spans.append((opened, end))
    return spans


def find_doubt(text: str, start: int, end: int) -> Doubt | None:
    """Return the remark of `text[start:end]` that a statement could not be verified."""
    for match in _UNVERIFIED.finditer(text, start, end):
        if not _NOT.search(match.group()):
            continue
        refers = _REFERS_BACK.fullmatch(text, start, match.start()) is not None
        if not refers and _CHECKING.search(match.group()):
            refers = _CHECKER.fullmatch(text, start, match.start()) is not None
        return Doubt(match.start(), match.end(), refers)
    return None
