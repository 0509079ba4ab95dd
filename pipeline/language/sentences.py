"""Sentence boundaries inside one block of text.

Quoted speech is parted sentence by sentence, since each of its sentences may hold its own claim;
ready-made splitters were tried and keep a quotation whole.
"""

import re
from collections.abc import Iterator

_BOUNDARY = re.compile(
    r"(?P<mark>[.!?…]+)(?P<close>[\"”’»)\]]*)(?P<note>(?:\[[0-9a-z ]{1,12}\])*)\s+"
    r"(?=[\"“‘«(\[]*[^\W_a-z]|\([a-z]\)\s)"
)
_BEHIND_MARK = re.compile(r"[(\[\"“]")
_LONGEST = 24
_INITIAL = re.compile(r"[^\W\d_]")
# Abbreviations after which a capital letter goes on with the same sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev fr st lt col gen maj brig capt cmdr sgt cpl pvt adm gov sen rep pres "
    "hon ing lic dra sr sra jr no nos vs approx ca fig vol art dept dist prov jan feb mar apr jun "
    "jul aug sep sept oct nov dec mt ft al etc ie eg u.s u.k u.n e.g i.e cf mon tue wed thu "
    "fri incl a.k.a".split()
)


# The mark before each entry of a list: "Highlights • 19 people were killed. • Two were held."
_BULLET = re.compile(r"(?:(?<=\s)|\A)[•▪●◦]\s+")
# A pattern that begins with the mark itself is searched for many times as fast.
_BULLET_MARK = re.compile(r"[•▪●◦]")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return half-open spans of the sentences of `text[start:end]`, blank edges cut off."""
    opened, stop = _trim(text, start, len(text) if end is None else end)
    if opened == stop:
        return []
    spans = []
    for match in _BOUNDARY.finditer(text, opened, stop):
        if match["mark"] == "." and not match["close"] and _abbreviates(text, opened, match):
            continue
        spans.append((opened, match.end("note")))
        opened = match.end()
    spans.append((opened, stop))
    if _BULLET_MARK.search(text, start, stop) is None:
        return spans
    return [entry for span in spans for entry in _entries(text, *span)]


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the entries of a list that stands in one line, bullets left out."""
    opened = start
    for match in _BULLET.finditer(text, start, end):
        if match.start() > opened:
            yield _trim(text, opened, match.start())
        opened = match.end()
    if opened < end:
        yield opened, end


def _abbreviates(text: str, opened: int, match: re.Match[str]) -> bool:
    """Tell whether the full stop belongs to an abbreviation or to a person's initial."""
    before = text[max(opened, match.start() - _LONGEST) : match.start()]
    if not before or before[-1].isspace():
        return False
    word = _BEHIND_MARK.split(before.split()[-1])[-1]
    if word.lower() in _ABBREVIATIONS:
        return True
    # "S.O.H.R. On 27 January" ends a sentence, "John F. Kennedy" does not.
    return len(word) == 1 and word != "I" and _INITIAL.match(word) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
