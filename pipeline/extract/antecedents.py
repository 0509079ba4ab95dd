"""Whom a bare figure counts: the group told before it in the text that it can point back to."""

from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.extract.reading import Reading
from pipeline.language.findings import Finding
from pipeline.language.function_words import BE, POSSESSIVES
from pipeline.language.phrases import NounPhrase

_HUMAN = frozenset(
    "civilians children women protesters activists journalists aid_workers police soldiers "
    "security_forces defectors rebels loyalists prisoners refugees".split()
)
# How far back, in characters, a group may have been told that "others" points to.
_NEAR = 400
# How far back the sentence before may end.
_NEXT = 4
_ORDINALS = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
# What "a fourth" may be called.
_ONE = frozenset({"man", "person", "one", "victim"})
_THEM = frozenset({"them", "whom", "those", "these"})


def antecedent_subject(reading: Reading, finding: Finding, before: Sequence[Claim]) -> str:
    """Return the subject of the group that a figure points back to, "" where none is plain.

    Args:
        reading: the sentence.
        finding: the bare figure, or the group that is told by "others", "more".
        before: the claims made so far, those of the same sentence included.
    """
    return _Antecedent(reading, finding, before).subject()


def next_in_order(reading: Reading, index: int, before: Sequence[Claim]) -> str:
    """Read "three sailors were killed; a fourth man lost both legs": of the same as the three."""
    chunk = reading.chunks[index]
    words = reading.lower[chunk.first : chunk.last]
    if words[:1] != ["a"] or len(words) > 3 or words[1:2] == [] or words[1] not in _ORDINALS:
        return ""
    if not _ONE.issuperset(words[2:]):
        return ""
    start, _ = reading.span(index)
    for claim in reversed(before):
        if reading.sentence.start - claim.sentence_end > _NEXT:
            return ""
        if claim.start < start and claim.count_low == claim.count_high == _ORDINALS[words[1]] - 1:
            return claim.subject if claim.subject in _HUMAN else ""
    return ""


class _Antecedent:
    """Looks for one antecedent: in the sentence first, then in those before it."""

    def __init__(self, reading: Reading, finding: Finding, before: Sequence[Claim]) -> None:
        self._reading = reading
        self._finding = finding
        self._before = before
        self._counted = {other.noun for other in reading.findings if other.whole is None}
        self._noun = reading.noun(finding.noun)
        self._claimed = {claim.start: claim.subject for claim in before}

    def subject(self) -> str:
        if self._finding.like is not None:
            return self._subject_of(self._finding.like)
        if self._says_them():
            held = self._group_of_them()
            if held:
                return held
        if self._beside_himself():
            return ""
        again = self._of_so_many()
        if again:
            return again
        found = self._in_the_sentence()
        if found is not None:
            return found
        return self._told_last() if self._noun.anaphor else self._of_the_same()

    def _beside_himself(self) -> bool:
        """Tell whether a bomber killed "himself and 11 others", who are no bombers."""
        first = self._reading.chunks[self._finding.noun].first
        before = self._reading.lower[max(0, first - 2) : first]
        return before[-1:] == ["and"] and before[0] in {"himself", "herself", "themselves"}

    def _of_so_many(self) -> str:
        """Return whom "all three" counts: those of whom so many were told, "" for no such group."""
        count = self._noun.count
        if count is None or not count.definite or count.low is None or count.low < 2:
            return ""
        for claim in reversed(self._before):
            if self._reading.sentence.start - claim.sentence_end > _NEAR:
                break
            if claim.count_low == count.low and claim.subject in _HUMAN:
                return claim.subject
        return ""

    def _subject_of(self, index: int) -> str:
        """Return the subject of a group, as claimed already where it was."""
        start, _ = self._reading.span(index)
        return self._claimed.get(start) or self._reading.noun(index).subject

    def _says_them(self) -> bool:
        last = self._reading.chunks[self._finding.noun].last
        return not _THEM.isdisjoint(self._reading.lower[last - 1 : last + 1])

    def _group_of_them(self) -> str:
        """Return the subject of the nearest group large enough to hold "a number of them"."""
        low = self._noun.count.low if self._noun.count is not None else 1
        for index in range(self._finding.noun - 1, -1, -1):
            noun = self._reading.chunks[index].noun
            if noun is None or noun.count is None or noun.kind not in {"strong", "weak", "bare"}:
                continue
            if noun.count.low is None or noun.count.low > (low or 1):
                return self._subject_of(index)
        return ""

    def _in_the_sentence(self) -> str | None:
        """Return the subject of the group told before in the sentence, None where there is none."""
        depth = stops = 0
        for index in range(self._finding.noun - 1, -1, -1):
            # What stands in brackets before is a remark.
            kind = self._reading.chunks[index].kind
            depth += (kind == "close") - (kind == "open")
            stops += kind == "stop"
            if kind == "colon" and index and self._heads_losses(index - 1):
                return ""
            noun = self._reading.chunks[index].noun if depth <= 0 else None
            if noun is None or (noun.count is not None and noun.count.high == 0):
                continue
            if noun.kind == "bare" and stops:
                continue
            subject = self._subject_of(index)
            if noun.one and self._noun.anaphor and self._is_kin(index):
                # "Ruiz, his son and 15 others": no children
                continue
            counted = index in self._counted
            if counted and self._noun.anaphor and subject in _HUMAN | {"", "people"}:
                # "one VDP was killed and three others": of the same, whoever they are.
                return "people" if self._shares(index, subject) else subject
            if subject in {"", "people"} or not self._may_be_meant(noun, counted):
                continue
            if counted or self._acted_upon(index):
                return "" if self._shares(index, subject) else subject
        return None

    def _is_kin(self, index: int) -> bool:
        """Tell whether "his son", "her cousin" stands at a chunk."""
        return self._reading.lower[self._reading.chunks[index].first] in POSSESSIVES

    def _heads_losses(self, index: int) -> bool:
        """Tell whether "Casualties and losses:" opens a new entry of a table there."""
        noun = self._reading.chunks[index].noun
        return noun is not None and noun.kind == "action" and noun.count is None

    def _may_be_meant(self, noun: NounPhrase, counted: bool) -> bool:
        if noun.kind == "bare":
            # "355 killed and 700 injured": of one kind
            return counted
        if noun.kind == "unknown":
            return counted
        if noun.kind not in {"strong", "weak", "collective", "action"}:
            return False
        if noun.kind == "action" and (noun.count is None or not counted):
            return False
        return not noun.one or noun.kind == "collective" or self._noun.anaphor

    def _told_last(self) -> str:
        """Return whom the last sentence with a claim told of: "eight others died"."""
        for claim in reversed(self._before):
            if self._reading.sentence.start - claim.sentence_end > _NEAR:
                break
            if self._noun.state and claim.claim_type != self._noun.state:
                # "two of the wounded": of those told to be
                continue
            if claim.sentence_start < self._reading.sentence.start and claim.part_of is None:
                # Others than women or children may be anybody.
                return claim.subject if claim.subject in _HUMAN - {"women", "children"} else ""
        return ""

    def _of_the_same(self) -> str:
        """Return whom "Six were made prisoner" counts, if the sentence before tells of one kind."""
        if not self._before or self._names_people():
            return ""
        last = self._before[-1]
        sentence = [claim for claim in self._before if claim.sentence_start == last.sentence_start]
        told = [claim for claim in sentence if claim.part_of is None] or sentence
        gap = self._reading.sentence.start - last.sentence_end
        if gap >= _NEXT and not (gap < _NEAR and self._tells_of_one_kind()):
            return ""
        types = {self._finding.claim_type, "killed_or_wounded"}
        if self._finding.noun and not any(claim.claim_type in types for claim in told):
            return ""
        if self._exceeds(told):
            return ""
        subjects = {claim.subject for claim in told}
        return told[0].subject if len(subjects) == 1 and subjects <= _HUMAN else ""

    def _tells_of_one_kind(self) -> bool:
        """Tell whether the text has told of the same, in several claims, of one kind of people."""
        wholes = [claim for claim in self._before if claim.part_of is None]
        types = {claim.claim_type for claim in wholes}
        kinds = {claim.subject for claim in wholes}
        return len(wholes) > 2 and len(kinds) == 1 and self._finding.claim_type in types

    def _exceeds(self, told: Sequence[Claim]) -> bool:
        """Tell whether the figure is larger than any of those told."""
        count = self._noun.count
        if count is None or any(claim.count_high is None for claim in told):
            return False
        return (count.low or 0) > max(claim.count_low or 0 for claim in told)

    def _names_people(self) -> bool:
        """Tell whether people, or a list, stand before the figure in its sentence."""
        chunks = self._reading.chunks[: self._finding.noun]
        kinds = [chunk.kind for chunk in chunks]
        if "quote" in kinds or ("colon" in kinds and "noun" in kinds):
            return True
        return any(
            chunk.noun is not None
            and chunk.noun.kind in {"strong", "weak", "collective"}
            and chunk.noun.subject in _HUMAN
            for chunk in chunks
        )

    def _shares(self, index: int, subject: str) -> bool:
        """Tell whether another group stands beside: "nine civilians and two soldiers died"."""
        if index < 2 or self._reading.chunks[index - 1].kind != "and":
            return False
        other = self._reading.chunks[index - 2].noun
        counted = other is not None and (other.count is not None or other.one)
        return counted and other is not None and other.subject not in {"", subject}

    def _acted_upon(self, index: int) -> bool:
        """Tell whether a group is the object of a verb or of "with", "on", "against"."""
        if index == 0:
            return False
        before = self._reading.chunks[index - 1]
        if self._reading.lower[before.first] in BE:
            # "four were soldiers"
            return False
        return before.kind in {"other_verb", "verb"} or self._reading.lower[before.first] in {
            "with", "on", "against", "at", "of", "hit", "struck", "shot",
        }  # fmt: skip
