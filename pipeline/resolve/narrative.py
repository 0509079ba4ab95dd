"""What the words around a claim tell about its happening: cuts, updates, the kind of event."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import InputError
from pipeline.paths import REFERENCE
from pipeline.resolve.records import ResolvedClaim

WORDS_FILE = REFERENCE / "event_words.csv"
COLUMNS = ("words", "mark", "position", "rank")
POSITIONS = ("anywhere", "start", "here")
CUTS = ("separate", "turn")
_GAP = r"(?:\W+\w+){0,2}?\W+"
_CLAUSE = re.compile(r"[,;]|\b(?:and|while|but|whereas)\b")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]\d\[]*\s+[\"'“‘(]?$|\n\W*$|^\W*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """What words say.

    Attributes:
        mark: separate or turn (the narrative is cut), revises, goes_on, or a kind of happening.
        position: anywhere; start (counts at a sentence's head only); here (cuts where it stands).
        rank: of several kinds in one sentence the lowest rank wins.
    """

    mark: str
    position: str
    rank: int


class EventWords:
    """The words that cut a narrative or name the kind of a happening."""

    def __init__(self, marks: dict[str, Mark]) -> None:
        self._marks = {words.casefold(): mark for words, mark in marks.items()}
        patterns: list[tuple[re.Pattern[str], Mark]] = []
        plain: list[str] = []
        for words, mark in self._marks.items():
            if "…" in words:
                gap = _GAP.join(re.escape(part.strip()) for part in words.split("…"))
                patterns.append((re.compile(rf"\b{gap}\b", re.IGNORECASE), mark))
            else:
                plain.append(words)
        plain.sort(key=len, reverse=True)
        alternatives = "|".join(re.escape(words) for words in plain) or r"(?!)"
        self._plain = re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
        self._gapped = patterns

    def find(self, text: str) -> list[tuple[int, Mark]]:
        """Return the marks in `text` with their offsets, in order."""
        found = [(m.start(), self._marks[m[0].casefold()]) for m in self._plain.finditer(text)]
        for pattern, mark in self._gapped:
            found += [(match.start(), mark) for match in pattern.finditer(text)]
        return sorted(found, key=lambda hit: (hit[0], hit[1].rank, hit[1].mark))


@cache
def load_event_words(path: Path = WORDS_FILE) -> EventWords:
    """Read the words.

    Raises:
        InputError: if the file is missing, has other columns or an unknown position.
    """
    marks: dict[str, Mark] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                wanted = ", ".join(COLUMNS)
                raise InputError(str(path), "the columns are others.", f"Use {wanted}.", 1)
            for line, row in enumerate(reader, start=2):
                if row["position"] not in POSITIONS or not row["rank"].isdigit():
                    wanted = ", ".join(POSITIONS)
                    raise InputError(
                        str(path), "position or rank is wrong.", f"Use {wanted}.", line
                    )
                marks[row["words"]] = Mark(row["mark"], row["position"], int(row["rank"]))
    except OSError:
        raise InputError(str(path), "the file can't be read.", "Restore it from git.") from None
    return EventWords(marks)


def read_narrative(claims: Sequence[ResolvedClaim], raw: str, words: EventWords) -> None:
    """Fill paragraph, stretch, turn, revises and hint of the claims of one source, in place."""
    ordered = sorted(claims, key=lambda claim: (claim.char_start, claim.char_end))
    starts = [claim.char_start for claim in ordered]
    paragraphs: dict[int, list[ResolvedClaim]] = {}
    for claim in ordered:
        claim.paragraph = raw.rfind("\n", 0, claim.char_start) + 1
        paragraphs.setdefault(claim.paragraph, []).append(claim)
    cuts: dict[str, list[int]] = {mark: [] for mark in CUTS}
    for start, members in paragraphs.items():
        end = raw.find("\n", start)
        end = len(raw) if end < 0 else end
        hits = [(start + offset, mark) for offset, mark in words.find(raw[start:end])]
        for position, mark in hits:
            if mark.position == "start" and not _SENTENCE_END.search(
                raw[max(start, position - 8) : position]
            ):
                continue
            if mark.mark in CUTS:
                here = mark.position == "here"
                cuts[mark.mark].append(position if here else _cut(position, raw, members, starts))
        for claim in members:
            _read_sentence(claim, hits)
    for cut, positions in cuts.items():
        positions.sort()
        passed = 0
        for claim in ordered:
            while passed < len(positions) and positions[passed] <= claim.char_start:
                passed += 1
            setattr(claim, "stretch" if cut == "separate" else "turn", passed)


def _cut(position: int, raw: str, members: Sequence[ResolvedClaim], starts: list[int]) -> int:
    """Return where the narrative is cut by words at `position`.

    Words at the head of their clause cut there; words after a claim in their clause ("eight
    were killed in a separate attack") cut before the sentence of that claim.
    """
    for claim in members:
        if claim.sentence_start <= position < claim.sentence_end:
            clause = claim.sentence_start
            for match in _CLAUSE.finditer(raw, claim.sentence_start, position):
                clause = match.end()
            before = any(clause <= start < position for start in starts)
            return claim.sentence_start if before else position
    return position


def _read_sentence(claim: ResolvedClaim, hits: Sequence[tuple[int, Mark]]) -> None:
    best = (99, 0, "")
    for position, mark in hits:
        if not claim.sentence_start <= position < claim.sentence_end:
            continue
        if mark.mark == "revises":
            claim.revises = True
        elif mark.mark == "goes_on":
            claim.goes_on = True
        elif mark.mark not in CUTS:
            best = min(best, (mark.rank, abs(position - claim.char_start), mark.mark))
    claim.hint = best[2]
