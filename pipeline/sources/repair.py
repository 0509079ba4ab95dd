"""Wrongly decoded characters set right, with the way back to the raw characters kept.

A text that was decoded with the wrong character set shows each dash or accented letter as two to
four odd characters. ftfy knows which sequences can only have come about in this way. It repairs
without saying what became of which character; here it is asked about one run of characters at a
time, and its repair is taken only where every character can be followed back.
"""

import re
from functools import lru_cache

import ftfy
from ftfy.badness import is_bad

# Such sequences consist of two or more characters outside ASCII. The limit keeps time linear in
# texts that are written in another script altogether.
_RUN = re.compile(r"[^\x00-\x7f]{2,512}")
_MOST_LEVELS = 3
# The usual ways of misreading are tried first: under rarer character sets, a right mark and half
# of a wrong one can look like a letter.
_USUAL = ("sloppy-windows-1252", "latin-1")
_SEQUENCE_LENGTHS = (4, 3, 2)
# What may come out of a repair: Latin letters and marks, spacing and punctuation, currencies,
# letter-like signs and arrows, Arabic. By chance, right marks side by side ("”é") are the bytes of
# a letter of some other script; an English text does not mean that letter.
_PLAUSIBLE = re.compile(r"[\x80-\u02ff\u0600-\u06ff\u2000-\u206f\u20a0-\u21ff\ufeff]")

# Characters, each with the number of raw characters that it stands for.
Followed = tuple[tuple[str, int], ...]


def repair(raw: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `raw` with wrongly decoded characters repaired, and the map of offsets.

    Returns:
        The text, and pairs (offset in text, offset in raw) as in `Document.anchors`. Where nothing
        was wrong, the text is `raw` itself and there are no pairs.
    """
    if raw.isascii():
        return raw, ()
    pieces: list[str] = []
    anchors: list[tuple[int, int]] = []
    copied = 0
    length = 0
    for match in _RUN.finditer(raw):
        before = raw[match.start() - 1 : match.start()] if match.start() else ""
        repaired = _repair_run(before, match.group(), raw[match.end() : match.end() + 1])
        if repaired is None:
            continue
        pieces.append(raw[copied : match.start()])
        length += match.start() - copied
        offset = match.start()
        for character, width in repaired:
            anchors.append((length, offset))
            pieces.append(character)
            length += 1
            offset += width
        anchors.append((length, offset))
        copied = match.end()
    if not anchors:
        return raw, ()
    pieces.append(raw[copied:])
    return "".join(pieces), _without_repeats(anchors)


@lru_cache(maxsize=4096)
def _repair_run(before: str, run: str, after: str) -> Followed | None:
    """Return the characters meant by `run`, each with the number of raw ones it stands for.

    The neighbours are shown to ftfy, since some sequences are odd only beside a letter. None means
    that the run is right as it is, or that its repair cannot be followed.
    """
    around = before + run + after
    if not is_bad(around):
        return None
    repaired = tuple((character, 1) for character in run)
    for _ in range(_MOST_LEVELS):
        repaired = _repair_parts(repaired)
        if not is_bad(before + "".join(character for character, _ in repaired) + after):
            return repaired if len(repaired) < len(run) else None
    followed = _follow(around)
    if followed is None:
        return repaired if len(repaired) < len(run) else None
    first, last = len(before), len(followed) - len(after)
    widths = [width for _, width in followed[:first] + followed[last:]]
    return followed[first:last] if all(width == 1 for width in widths) else None


def _repair_parts(run: Followed) -> Followed:
    """Undo one usual misreading in the sequences of a run that may hold right characters, too."""
    result: list[tuple[str, int]] = []
    position = 0
    while position < len(run):
        for size in _SEQUENCE_LENGTHS:
            part = run[position : position + size]
            character = _usual_meaning("".join(odd for odd, _ in part))
            if character:
                result.append((character, sum(width for _, width in part)))
                position += size
                break
        else:
            result.append(run[position])
            position += 1
    return tuple(result)


@lru_cache(maxsize=4096)
def _usual_meaning(odd: str) -> str:
    """Return the one character that `odd` is under a usual misreading, or ""."""
    if not is_bad(odd):
        return ""
    for encoding in _USUAL:
        try:
            meant = odd.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if len(meant) == 1 and _PLAUSIBLE.match(meant):
            return meant
    return ""


def _follow(text: str) -> Followed | None:
    """Return ftfy's repair of `text`, each character with its width, or None if it cannot be."""
    followed: Followed = tuple((character, 1) for character in text)
    for _ in range(_MOST_LEVELS):
        current = "".join(character for character, _ in followed)
        _, steps = ftfy.fix_encoding_and_explain(current)
        if not steps:
            break
        if steps[0].action != "encode" or len(steps) < 2 or steps[1] != ("decode", "utf-8"):
            return None
        followed = _decode_level(followed, steps[0].parameter)
    changed = [character for character, width in followed if width > 1]
    return followed if changed and all(map(_PLAUSIBLE.match, changed)) else None


def _decode_level(followed: Followed, encoding: str) -> Followed:
    """Undo one wrong decoding: each character was one byte of UTF-8."""
    decoded = "".join(character for character, _ in followed).encode(encoding).decode("utf-8")
    result = []
    position = 0
    for character in decoded:
        size = len(character.encode("utf-8"))
        result.append((character, sum(width for _, width in followed[position : position + size])))
        position += size
    return tuple(result)


def _without_repeats(anchors: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Drop anchors that continue the amount by which text and raw differ already."""
    kept: list[tuple[int, int]] = []
    shift = 0
    for text_offset, raw_offset in anchors:
        if raw_offset - text_offset != shift:
            kept.append((text_offset, raw_offset))
            shift = raw_offset - text_offset
    return tuple(kept)
