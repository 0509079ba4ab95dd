"""Figures of which only the difference is told: "nine raids on the port, seven on the town".

The verb and the noun are those of a figure told before them in the sentence.
"""

from collections.abc import Iterator

from pipeline.language.findings import HUMAN_TYPES, Finding
from pipeline.language.phrases import NounPhrase
from pipeline.language.remainders import Remainders

# Said between two figures of which the second is that of another time or place.
_COMPARED = frozenset({"against", "versus", "from", "with", "to"})
_COMPARES = {"from": {"down", "up"}, "with": {"compared"}, "to": {"compared"}}
_THEM = frozenset({"them", "whom", "which"})
# Kinds of words that leave a figure without a noun of its own.
_LEFT_OUT = frozenset({"bare", "unknown"})
_ENDS = frozenset({"stop", "comma", "and", "close", "quote", ""})
_PARTED = frozenset({"colon", "comma", "open"})
_LISTED = frozenset({"comma", "and", "stop"})
_PERSONS = frozenset({"strong", "weak"})
_PART_KINDS = _LEFT_OUT | _PERSONS
# Opens the voice behind each of two figures: "19 if you believe the mayor, 12 if ...".
_VOICED = frozenset({"if", "according", "say", "says"})
_REST = frozenset({"remaining", "other"})
# How many chunks back the figures may stand whose verbs two others share.
_REACH = 40
# How many chunks lie between the figures of "35 killed and 70 injured".
_PAIRED = 3
# How many chunks behind a figure the brackets may open that hold another one.
_NEAR = 3
# Said of those to whom it was done no longer.
_UNDONE = frozenset("released freed discharged let returned survived exchanged cleared".split())


class Ellipses(Remainders):
    """Reads figures whose noun and verb are those of one before them."""

    def _read_ellipses(self) -> None:
        told: Finding | None = None
        for index, chunk in enumerate(self._chunks):
            if chunk.noun is None:
                continue
            if index not in self._arguments.bound and index not in self._arguments.included:
                self._take_over(index, self._source(index, chunk.noun, told))
            if self._arguments.counts(index):
                told = self._first.get(index, told)
        self._read_parts_of_them()
        self._read_pairs()
        self._read_sums()
        self._read_shares()

    def _source(self, index: int, noun: NounPhrase, told: Finding | None) -> Finding | None:
        """Return the finding whose noun and verb a figure takes over; `told` is the one before."""
        if noun.count is None:
            gapped = noun.one and told is not None and self._gapped(index, noun, told)
            return told if gapped else None
        if noun.kind == "measure":
            return told if self._remains(index) else None
        if noun.kind != "bare":
            if told is not None and self._gapped(index, noun, told):
                return told
            return None if noun.plural else self._adjective(index)
        takes = told is not None and (
            self._parallel(index, told) or self._compared(index, told) or self._rival(index, told)
        )
        return told if takes else None

    def _take_over(self, index: int, source: Finding | None) -> None:
        """Let a figure count what another one counts."""
        if source is None:
            return
        noun, other = self._noun(index), self._noun(source.noun)
        if other.kind in {"incidents", "materiel"}:
            noun.kind, noun.subject = other.kind, other.subject
        found = self._keep(index, source.claim_type, source.trigger, source.real)
        if noun.kind in _PERSONS:
            return
        found.whole, found.like = source.whole, source.noun

    def _noun(self, index: int) -> NounPhrase:
        noun = self._chunks[index].noun
        assert noun is not None
        return noun

    def _gapped(self, index: int, noun: NounPhrase, told: Finding) -> bool:
        """Read "three clerks died in the port and a nurse in the town"."""
        human = noun.kind in _PERSONS and told.claim_type in HUMAN_TYPES
        counted = self._arguments.counts(index)
        if not (human and counted and told.noun < told.trigger and self._parallel(index, told)):
            return False
        return self._lacks_verb(index)

    def _lacks_verb(self, index: int) -> bool:
        """Tell whether only places and times stand between a figure and the end of its clause."""
        behind = index + 1
        while self._kind(behind) in {"preposition", "noun", "date"}:
            behind += 1
        return self._kind(behind) in _ENDS

    def _parallel(self, index: int, told: Finding) -> bool:
        """Tell whether a figure stands to the preposition of the one told before.

        It may stand behind both: "six in the port, two in the town", "six in the port; two in the
        town", or before both: "blamed the army for 41 of them, the rebels for 17".
        """
        joined = self._kind(index - 1) in {"comma", "and"}
        joined = joined or (self._arguments.word(index - 1) == ";" and self._lacks_verb(index))
        follows = self._arguments.word(index + 1)
        if joined and (self._kind(index + 1) == "preposition" or follows in _VOICED):
            return follows in self._words_between(told.noun, index)
        if joined and follows in {"among", "amongst"}:
            # "21 dead on the side of the rebels and 13 among the troops"
            return told.claim_type != "incidents"
        led = self._arguments.word(index - 1)
        if led != self._arguments.word(told.noun - 1) or self._kind(index - 1) != "preposition":
            return False
        gapped = self._kind(index - 3) in {"comma", "and"} and self._kind(index - 2) == "noun"
        return gapped and self._kind(index + 1) in _ENDS

    def _words_between(self, noun: int, index: int) -> set[str]:
        """Return the words that open chunks between two, with all of "were struck by stones"."""
        between = range(noun + 1, index)
        words = {self._arguments.word(later) for later in between}
        for later in between:
            if self._kind(later) == "verb":
                chunk = self._chunks[later]
                words.update(self._arguments.lower[chunk.first : chunk.last])
        return words

    def _compared(self, index: int, told: Finding) -> bool:
        """Read "52 attacks in May, against 39 in April": both count the same."""
        word = self._arguments.word(index - 1)
        if word not in _COMPARED or not self._ends_comparison(index + 1):
            return False
        leads = _COMPARES.get(word)
        if leads is not None and self._arguments.word(index - 2) not in leads:
            return False
        return told.claim_type != "strength"

    def _ends_comparison(self, index: int) -> bool:
        """Tell whether only a time or a place may follow: "the day before", "in April"."""
        if self._kind(index) != "noun":
            return self._kind(index) in _ENDS | {"preposition", "date"}
        return self._noun(index).kind == "measure" and self._noun(index).count is None

    def _rival(self, index: int, told: Finding) -> bool:
        """Read "killing three soldiers (rebel claim: 8)": another figure for the same."""
        if self._kind(index + 1) != "close" or self._kind(index - 1) != "colon":
            return False
        opened = index - 2
        while opened > 0 and self._kind(opened) in {"noun", "word", "other_verb"}:
            opened -= 1
        return self._kind(opened) == "open" and opened - told.noun <= _NEAR

    def _adjective(self, index: int) -> Finding | None:
        """Read "16 rebel and two civilian fatalities": both are fatalities."""
        count, deeds = self._noun(index).count, self._chunks[index + 2 : index + 3]
        if count is None or count.low == 1 or self._kind(index + 1) != "and" or not deeds:
            return None
        noun = deeds[0].noun
        if noun is None or noun.kind != "action" or noun.count is None:
            return None
        return self._first.get(index + 2)

    def _remains(self, index: int) -> bool:
        """Tell whether "in the six remaining cases" stands here."""
        chunk = self._chunks[index]
        span = [token.lower for token in self._tokens[chunk.first : chunk.last]]
        return (
            span[-1] == "cases"
            and not _REST.isdisjoint(span)
            and self._noun(index).count is not None
            and self._arguments.word(index - 1) == "in"
            and self._arguments.word(index + 1) != "of"
        )

    def _read_parts_of_them(self) -> None:
        """Make "four of whom were soldiers" a part of the group of which the same is told."""
        told: dict[str, int] = {}
        for index, claim_type in sorted(self._findings):
            finding = self._findings[index, claim_type]
            last = self._tokens[self._chunks[index].last - 1].lower
            whole = told.get(claim_type)
            if finding.whole is None and last in _THEM and whole is not None:
                finding.whole = whole if self._holds(whole, index) else None
            told[claim_type] = index

    def _holds(self, whole: int, part: int) -> bool:
        """Tell whether one figure is large enough to hold the other."""
        counts = [self._noun(index).count for index in (whole, part)]
        lows = [1 if count is None else count.low or count.high or 0 for count in counts]
        return lows[0] >= lows[1]

    def _read_pairs(self) -> None:
        """Read "in the north 35 killed and 70 injured; in the south, 6 and 15": in that order."""
        for index in range(1, len(self._chunks) - 2):
            pair = (index, index + 2)
            if self._kind(index - 1) != "comma" or self._kind(index + 1) != "and":
                continue
            if self._kind(index + 3) not in {"stop", ""} or not all(map(self._free_figure, pair)):
                continue
            near = range(max(0, index - _REACH), index)
            sources = [self._first[noun] for noun in near if noun in self._first][-2:]
            joined = len(sources) == 2 and sources[1].noun - sources[0].noun == _PAIRED
            if joined and all(self._noun(source.noun).kind == "bare" for source in sources):
                for figure, source in zip(pair, sources, strict=True):
                    self._take_over(figure, source)

    def _free_figure(self, index: int) -> bool:
        noun = self._chunks[index].noun
        bare = noun is not None and noun.kind == "bare" and noun.count is not None
        return bare and index not in self._arguments.bound

    def _read_sums(self) -> None:
        """Read "86 deaths: 51 in the camp, 31 on the road and four that ...": parts that add up."""
        for key in sorted(self._findings):
            finding, count = self._findings[key], self._noun(key[0]).count
            if count is None or count.low is None or count.low < 3 or finding.whole is not None:
                continue
            parts = self._adding_up(finding.noun, count.low)
            for part in parts:
                self._keep(part, finding.claim_type, finding.trigger, finding.real).whole = key[0]

    def _read_rests(self) -> None:
        """Read "181 killed, of whom 124 rebels; 50 guards; 7 clerks": the last two add up, too."""
        parts: dict[int, list[int]] = {}
        for told in self._findings.values():
            if told.whole is not None:
                parts.setdefault(told.whole, []).append(told.noun)
        for at, known in parts.items():
            whole = self._first.get(at)
            if whole is None or whole.whole is not None:
                continue
            rest = self._low(at) - sum(map(self._low, known))
            listed = self._adding_up(max(known), rest, _LISTED, 1) if rest > 0 else []
            if all(map(self._lacks_verb, listed)):
                for part in listed:
                    self._keep(part, whole.claim_type, whole.trigger, whole.real).whole = at

    def _low(self, index: int) -> int:
        count = self._noun(index).count
        return 1 if count is None else count.low or 0

    def _adding_up(
        self, whole: int, total: int, first: frozenset[str] = _PARTED, least: int = 2
    ) -> list[int]:
        """Return the unclaimed figures listed behind a whole whose sum it is, else nothing.

        `first`: the kinds of chunks behind which the list may open; `least`: its fewest figures.
        """
        parts: list[int] = []
        for index in range(whole + 1, len(self._chunks)):
            noun = self._chunks[index].noun
            if noun is None or noun.count is None or noun.kind == "measure":
                continue
            opened = _LISTED if parts else first
            if self._kind(index - 1) not in opened or index in self._arguments.bound:
                return []
            if noun.kind not in _PART_KINDS or noun.count.qualifier != "exact":
                return []
            parts.append(index)
            total -= noun.count.low or 0
            if total <= 0:
                break
        return parts if total == 0 and len(parts) >= least else []

    def _read_shares(self) -> None:
        """Read "Of the 23 lorries that burned, 14 were new": the second figure is a part."""
        for index in range(len(self._chunks) - 2):
            if self._arguments.word(index) != "of":
                continue
            if index and self._kind(index - 1) not in {"stop", "colon", "quote"}:
                continue
            whole = self._first.get(index + 1)
            part = next(iter(self._shares(index + 1)), None)
            if whole is None or part is None or part in self._arguments.bound:
                continue
            self._keep(part, whole.claim_type, whole.trigger, whole.real).whole = whole.noun

    def _shares(self, whole: int) -> Iterator[int]:
        """Yield the figure that opens the clause behind "of the 23 lorries that burned"."""
        noun = self._chunks[whole].noun
        if noun is None or noun.count is None or not noun.definite:
            return
        for index in range(whole + 1, len(self._chunks) - 1):
            if self._kind(index) == "stop":
                return
            part = self._chunks[index + 1].noun
            if self._kind(index) != "comma" or part is None or part.count is None:
                continue
            behind = {self._arguments.word(later) for later in range(index + 2, index + 6)}
            if part.kind in _LEFT_OUT and _UNDONE.isdisjoint(behind):
                yield index + 1
            return
