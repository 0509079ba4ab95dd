"""What the words around a claim tell about its happening: cuts, updates, the kind of event."""

import csv
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import InputError
from pipeline.paths import REFERENCE
from pipeline.resolve.records import WEAPONS, ResolvedClaim

WORDS_FILE = REFERENCE / "event_words.csv"
COLUMNS = ("words", "mark", "position", "rank")
POSITIONS = ("anywhere", "start", "here")
CUTS = ("separate", "turn")
# "The attack" may take up a weapon named within so many marks before it.
LOOK_BACK = 8
_GAP = r"(?:\W+\w+){0,2}?\W+"
_CLAUSE = re.compile(r"[,;]|\b(?:and|while|but|whereas)\b")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]\d\[]*\s+[\"'“‘(]?$|\n\W*$|^\W*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """What words say.

    Attributes:
        mark: separate or turn (the narrative is cut), revises, goes_on, refers_back (to the
            happening just told), or a kind of happening.
        position: anywhere; start (counts at a sentence's head only); here (cuts where it stands).
        rank: of several kinds in one sentence the lowest rank wins; 0 for what is no kind.
    """

    mark: str
    position: str
    rank: int


class EventWords:
    """The words that cut a narrative or name the kind of a happening."""

    def __init__(self, marks: dict[str, Mark]) -> None:
        self._marks = {words.casefold(): mark for words, mark in marks.items()}
        self._gapped: list[tuple[re.Pattern[str], Mark]] = []
        # Two patterns, so that "the attack" is both a way to refer back and an attack.
        plain: dict[bool, list[str]] = {True: [], False: []}
        for words, mark in self._marks.items():
            if "…" in words:
                gap = _GAP.join(re.escape(part.strip()) for part in words.split("…"))
                self._gapped.append((re.compile(rf"\b{gap}\b", re.IGNORECASE), mark))
            else:
                plain[mark.rank > 0].append(words)
        self._plain = [_any_of(words) for words in plain.values()]

    def find(self, text: str) -> list[tuple[int, Mark]]:
        """Return the marks in `text` with their offsets, in order."""
        found = [
            (match.start(), self._marks[match[0].casefold()])
            for pattern in self._plain
            for match in pattern.finditer(text)
        ]
        for pattern, mark in self._gapped:
            found += [(match.start(), mark) for match in pattern.finditer(text)]
        return sorted(found, key=lambda hit: (hit[0], hit[1].rank, hit[1].mark))


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = "|".join(re.escape(each) for each in longest_first) or r"(?!)"
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


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
    """Fill paragraph, stretch, turn, revises, goes_on and hint of one source's claims, in place."""
    ordered = sorted(claims, key=lambda claim: (claim.char_start, claim.char_end))
    paragraphs: dict[int, list[ResolvedClaim]] = {}
    for claim in ordered:
        claim.paragraph = raw.rfind("\n", 0, claim.char_start) + 1
        paragraphs.setdefault(claim.paragraph, []).append(claim)
    cuts: dict[str, list[int]] = {mark: [] for mark in CUTS}
    for start, members in paragraphs.items():
        _Paragraph(raw, start, members, words).read(cuts)
    for cut, positions in cuts.items():
        positions.sort()
        for claim in ordered:
            passed = bisect_right(positions, claim.char_start)
            setattr(claim, "stretch" if cut == "separate" else "turn", passed)


class _Paragraph:
    """One paragraph with the claims in it and the marks that its words give."""

    def __init__(
        self, raw: str, start: int, claims: Sequence[ResolvedClaim], words: EventWords
    ) -> None:
        end = raw.find("\n", start)
        self._raw = raw
        self._start = start
        self._claims = claims
        self._hits = [
            (start + offset, mark)
            for offset, mark in words.find(raw[start : len(raw) if end < 0 else end])
            if mark.position != "start" or self._heads_sentence(start + offset)
        ]
        self._positions = [position for position, _ in self._hits]
        self._claim_starts = [claim.char_start for claim in claims]
        self._sentences = sorted({(claim.sentence_start, claim.sentence_end) for claim in claims})

    def read(self, cuts: Mapping[str, list[int]]) -> None:
        """Read each claim's sentence, and add where the narrative is cut to `cuts`."""
        for position, mark in self._hits:
            if mark.mark in CUTS:
                here = mark.position == "here"
                cuts[mark.mark].append(position if here else self._cut(position))
        for claim in self._claims:
            self._read_sentence(claim)

    def _heads_sentence(self, position: int) -> bool:
        before = self._raw[max(self._start, position - 8) : position]
        return _SENTENCE_END.search(before) is not None

    def _cut(self, position: int) -> int:
        """Return where the narrative is cut by words at `position`.

        Words at the head of their clause cut there; words after a claim in their clause ("eight
        were killed in a separate attack") cut before the sentence of that claim.
        """
        place = bisect_right(self._sentences, (position, len(self._raw))) - 1
        if place < 0 or position >= self._sentences[place][1]:
            return position
        clause = sentence = self._sentences[place][0]
        for match in _CLAUSE.finditer(self._raw, sentence, position):
            clause = match.end()
        first = bisect_left(self._claim_starts, clause)
        told = first < len(self._claim_starts) and self._claim_starts[first] < position
        return sentence if told else position

    def _read_sentence(self, claim: ResolvedClaim) -> None:
        first = bisect_left(self._positions, claim.sentence_start)
        last = bisect_left(self._positions, claim.sentence_end)
        marks = {mark.mark for _, mark in self._hits[first:last]}
        claim.revises = "revises" in marks
        claim.goes_on = "goes_on" in marks
        kinds = [
            (mark.rank, abs(position - claim.char_start), mark.mark)
            for position, mark in self._hits[first:last]
            if mark.rank
        ]
        claim.hint = min(kinds, default=(0, 0, ""))[2]
        if "refers_back" in marks and claim.hint not in WEAPONS:
            before = [mark.mark for _, mark in self._hits[max(0, first - LOOK_BACK) : first]]
            named = [mark for mark in before if mark in WEAPONS]
            claim.hint = named[-1] if named else claim.hint
