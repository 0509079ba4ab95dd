"""Who issues a text: the body in its title, or the court whose findings it is."""

import re

from pipeline.extract.passage import Passage
from pipeline.language.speakers import SpeakerWords, slug
from pipeline.language.tokens import tokenize

_PAPER = (
    r"(?:press\s+(?:line|release|statement|communiqu[ée]|note|notice)|(?:media|news)\s+release|"
    r"statement|communiqu[ée])"
)
_TITLES = (
    re.compile(
        rf"\b{_PAPER}\s+(?:issued\s+)?(?:by|from|of)\s+(?:the\s+)?"
        rf"(?P<body>[^,.:;()\d\n]{{3,60}}(?:(?<=[A-Z]-)\d+)?)",
        re.IGNORECASE,
    ),
    re.compile(rf"\A\W*(?:the\s+)?(?P<body>[^,.:;()\d\n]{{3,60}}?)\s+{_PAPER}\b", re.IGNORECASE),
)
_COURT = re.compile(
    r"\b[Tt]he\s+(?:(?:Trial|Military|Appeals?)\s+)?"
    r"(?P<body>Chamber|Court|Tribunal|Board|Commission|Inquiry|Panel|Coroner|coroner|jury|Jury)\s+"
    r"(?:(?:has|therefore|also|further)\s+)?"
    r"(?:finds?|found|concludes?|concluded|prefers?|heard|sat|is\s+(?:not\s+)?satisfied|rejects|"
    r"rejected|received)\b"
)
# A dateline that ends with who tells all that follows: "BEIRUT – SOHR:".
_DATELINE = re.compile(r"\A[^\W\d_][^\n:.]{0,60}\s[-–—]\s(?P<body>[^\W\d_][^\n:.–—]{1,40}):\s")
_OPENING_KINDS = frozenset({"monitor", "aid_organisation", "organisation"})
# So far into a text the court must speak.
_OPENING = 500


def issuer(passage: Passage, words: SpeakerWords) -> tuple[str, int, int] | None:
    """Return id and naming words of the body that issues the whole text, None where none does.

    The words of a title that is no part of the text have the span (0, 0).
    """
    text = passage.text
    document = passage.document
    heads = [(document.title, -1)]
    for segment in document.segments[:2]:
        if segment.kind in ("title", "heading"):
            heads.append((text[segment.start : segment.end], segment.start))
    for head, offset in heads:
        for pattern in _TITLES:
            if found := pattern.search(head):
                name = found["body"].strip()
                if not name[0].isupper() or len(name.split()) > 7:
                    continue
                tokens = tokenize(name)
                known = words.name_at(tokens, 0, False)
                claimant = known[1] if known and known[0] == len(tokens) else slug(name)
                if offset < 0:
                    return claimant, 0, 0
                return claimant, offset + found.start("body"), offset + found.end("body")
    if found := _DATELINE.match(text):
        tokens = tokenize(found["body"])
        known = words.name_at(tokens, 0, False)
        if known and known[0] == len(tokens) and words.kinds.get(known[1]) in _OPENING_KINDS:
            return known[1], found.start("body"), found.end("body")
    if found := _COURT.search(text, 0, _OPENING):
        return slug(found["body"]), found.start("body"), found.end("body")
    return None
