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
# A title that begins with a body and its regular paper; the body must be a known one.
_REGULAR = re.compile(
    r"\A\W*(?:the\s+)?(?!(?:press|media|news)\b)(?P<body>[^,.:;()\d\n]{3,60}?)\s+"
    r"(?:(?:daily|weekly|monthly|morning|evening|situation|operational)\s+)?"
    r"(?:report|bulletin|briefing|summary|update)\b",
    re.IGNORECASE,
)
# "(Joint Command release.)" below a text.
_SIGNED = re.compile(
    rf"[(\[](?P<body>[^()\[\]\n,.:;]{{3,60}}?)\s+(?:release|bulletin|{_PAPER})\.?[)\]]\s*\Z",
    re.IGNORECASE,
)
# "The Orchard Network (ON) released its monthly report": what follows is told from it.
_REPORT = re.compile(
    r"\A\W*(?:[Tt]he\s+)?(?P<body>[A-Z][^,.:;()\n]{3,70}?)(?:\s+\([^()\n]{2,20}\))?\s+"
    r"(?:(?:has|today|yesterday)\s+)?(?:released|issued|published|launched)\s+(?:its|her|his)\s+"
    r"[^.\n]{0,40}?\b(?:report|bulletin|update|summary|statement|figures|toll)\b"
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
                claimant = _known(name, words) or slug(name)
                return (claimant, 0, 0) if offset < 0 else (claimant, *_span(found, offset))
        if (found := _REGULAR.search(head)) and (known := _known(found["body"], words)):
            return (known, 0, 0) if offset < 0 else (known, *_span(found, offset))
    if found := _DATELINE.match(text):
        known = _known(found["body"], words)
        if known and words.kinds.get(known) in _OPENING_KINDS:
            return known, *_span(found)
    if found := _REPORT.match(text) or _SIGNED.search(text):
        return _known(found["body"], words) or slug(found["body"]), *_span(found)
    if found := _COURT.search(text, 0, _OPENING):
        return slug(found["body"]), found.start("body"), found.end("body")
    return None


def _known(name: str, words: SpeakerWords) -> str:
    """Return the id of a name that is wholly one of the lists, else ""."""
    tokens = tokenize(name)
    known = words.name_at(tokens, 0, False)
    return known[1] if known and known[0] == len(tokens) else ""


def _span(found: re.Match[str], offset: int = 0) -> tuple[int, int]:
    return offset + found.start("body"), offset + found.end("body")
