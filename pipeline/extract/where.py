"""Where a claim's incident took place, as far as the text says so."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.claim import Because
from pipeline.extract.passage import Passage, Sentence
from pipeline.language.place_names import PlaceNames
from pipeline.language.place_words import LEVELS
from pipeline.language.places import PlaceMention, find_places
from pipeline.reference.gazetteer import Gazetteer

_USABLE = frozenset(("in", "near", "between", "object", "part"))
# Where one clause ends and another, of another place, may begin.
_CLAUSE = re.compile(
    r";|,? \b(?:while|whereas|meanwhile)\b|, (?:but|and (?:in|on|at|near)\b|as well as|in addition)|"
    r"\bout of the\b|\band in another\b|\bafter which\b",
    re.IGNORECASE,
)
# A sentence that begins so tells of another incident than the one before.
_NEW_INCIDENT = re.compile(
    r"\W*(?:on|in|at|by|around|since|late on|early on|the morning of)? ?(?:the )?"
    r"(?:(?:morning|evening|night|afternoon|same day|following day|next day|previous day)\b|"
    r"(?:early |mid-?|late )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december)\b)|"
    r"\W*(?:also|separately|elsewhere|meanwhile|in (?:a|an) (?:separate|other)|in another|another|"
    r"earlier|later)\b",
    re.IGNORECASE,
)
_OTHER_PLACE = re.compile(
    r"\b(?:elsewhere|separate(?:ly)?|another (?:attack|rebel|clash|incident|ambush|bombing|village|"
    r"town|part|place)|a different|other parts?)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:the|this|that|their|same) (?:\w+ )?(?P<noun>city|town|village|province|governorate|"
    r"district|camp|area|region|department|prison|airport)\b",
    re.IGNORECASE,
)
_BACK_KINDS = {
    "city": ("settlement", "city", "town", "village"),
    "town": ("settlement", "city", "town", "village"),
    "village": ("settlement", "city", "town", "village"),
    "province": ("governorate",),
    "governorate": ("governorate",),
    "department": ("governorate",),
    "district": ("district", "area", "mountain_area"),
    "area": ("area", "mountain_area", "region", "district"),
    "region": ("region", "area", "mountain_area", "governorate"),
    "camp": ("camp", "facility"),
    "prison": ("security_facility", "facility"),
    "airport": ("airport", "facility"),
}
_CARRIED_FAR = frozenset(("province", "governorate", "department"))


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """Where, as far as the text says.

    Attributes:
        place: id in the gazetteer, or "".
        place_name: the name as written, or "".
        because: the words and the rule behind the answer, None where there is no answer.
    """

    place: str = ""
    place_name: str = ""
    because: Because | None = None


_NOWHERE = PlaceAnswer()


@lru_cache(maxsize=8)
def _names_of(gazetteer: Gazetteer) -> PlaceNames:
    return PlaceNames(gazetteer.names())


class Where:
    """Answers for one passage; a sentence is read when a claim asks, and once."""

    def __init__(self, passage: Passage, gazetteer: Gazetteer) -> None:
        self.passage = passage
        self.gazetteer = gazetteer
        self._names = _names_of(gazetteer)
        self._mentions: dict[int, list[PlaceMention]] = {}
        self._carried: dict[int, PlaceMention | None] = {}

    def of(self, sentence: Sentence, start: int, end: int, date_start: str = "") -> PlaceAnswer:
        """Return the place of the claim whose counted words are `start` to `end`.

        Args:
            sentence: the sentence of the claim.
            start, end: half-open offsets into the document's text.
            date_start: the claim's day, ISO, or "".
        """
        if self.passage.segment_of(sentence).kind == "infobox":
            return self._infobox(sentence, end)
        own = self._in_sentence(sentence, start, end)
        if own is not None:
            back = self._referred(sentence, start, end)
            if back is not None and self._level(back) > self._level(own):
                return self._answer(back, "place.referred")
            return self._answer(own, "place.sentence")
        back = self._referred(sentence, start, end)
        if back is not None:
            return self._answer(back, "place.referred")
        return self._from_before(sentence)

    def of_document(self) -> PlaceAnswer:
        """Return the place that the text as a whole is about, for its totals."""
        for sentence in self.passage.sentences:
            segment = self.passage.segment_of(sentence)
            if segment.kind == "infobox" and segment.label.lower() in ("place", "location"):
                found = self._best(self._found(sentence))
                if found is not None:
                    return self._answer(found, "place.infobox")
        return _NOWHERE

    def _found(self, sentence: Sentence) -> list[PlaceMention]:
        found = self._mentions.get(sentence.index)
        if found is None:
            found = find_places(self.passage.text, sentence.start, sentence.end, self._names)
            found = [mention for mention in found if self._locates(mention)]
            self._mentions[sentence.index] = found
        return found

    def _locates(self, mention: PlaceMention) -> bool:
        """Tell whether a mention can say where something happened."""
        if self._level(mention) <= LEVELS["country"]:
            return mention.role in ("in", "part", "between")
        return mention.role in _USABLE or mention.role in ("to", "from", "of")

    def _level(self, mention: PlaceMention) -> int:
        if mention.place_ids:
            return LEVELS.get(self.gazetteer[mention.place_ids[0]].place_type, 5)
        return LEVELS[mention.kind]

    def _best(self, mentions: list[PlaceMention], start: int = 0) -> PlaceMention | None:
        """Return the most specific of the mentions; of several alike, the one nearest `start`."""
        usable = [mention for mention in mentions if mention.role in _USABLE] or mentions
        if not usable:
            return None
        top = max(self._level(mention) for mention in usable)
        alike = [mention for mention in usable if self._level(mention) == top]
        best = min(alike, key=lambda mention: abs(mention.start - start))
        while best.listed:
            best = alike[alike.index(best) - 1] if alike.index(best) else best
            if alike.index(best) == 0:
                break
        return best

    def _in_sentence(self, sentence: Sentence, start: int, end: int) -> PlaceMention | None:
        mentions = [m for m in self._found(sentence) if not (m.start >= start and m.end <= end)]
        mentions = mentions or self._found(sentence)
        if not mentions:
            return None
        left, right = self._clause(sentence, start, end)
        inside = [mention for mention in mentions if left <= mention.start < right]
        firm = [mention for mention in inside if mention.role in _USABLE]
        if firm:
            return self._best(firm, start)
        if _OTHER_PLACE.search(self.passage.text, left, right) is None:
            before = [m for m in mentions if m.start < left and m.role in _USABLE]
            if before:
                return self._best(before, start)
        after = [m for m in mentions if m.start >= right and m.role in _USABLE]
        if after:
            return self._best(after, start)
        rest = [mention for mention in mentions if mention.role in ("to", "of")]
        return self._best(rest, start)

    def _clause(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        left, right = sentence.start, sentence.end
        for match in _CLAUSE.finditer(self.passage.text, sentence.start, sentence.end):
            if match.end() <= start:
                left = match.end() - (4 if match.group().lower().startswith(", and ") else 0)
            elif match.start() >= end:
                right = match.start()
                break
        return left, right

    def _referred(self, sentence: Sentence, start: int, end: int) -> PlaceMention | None:
        """Resolve "the village", "in the province" to the last such place named before."""
        left, right = self._clause(sentence, start, end)
        for match in _BACK.finditer(self.passage.text, left, right):
            noun = match["noun"].lower()
            if self.passage.text[match.end() : match.end() + 4].startswith(" of "):
                continue
            if any(m.start <= match.start() < m.end for m in self._found(sentence)):
                continue
            found = self._last_of_kind(sentence, match.start(), noun)
            if found is not None:
                return found
        return None

    def _last_of_kind(self, sentence: Sentence, before: int, noun: str) -> PlaceMention | None:
        kinds = _BACK_KINDS[noun]
        index = sentence.index
        reach = 40 if noun in _CARRIED_FAR else 6
        while index >= 0 and sentence.index - index <= reach:
            for mention in reversed(self._found(self.passage.sentences[index])):
                if mention.start < before and (found := self._as_kind(mention, kinds)):
                    return found
            index -= 1
        return None

    def _as_kind(self, mention: PlaceMention, kinds: tuple[str, ...]) -> PlaceMention | None:
        if mention.place_ids:
            fitting = tuple(
                place for place in mention.place_ids if self.gazetteer[place].place_type in kinds
            )
            if not fitting:
                return None
            return PlaceMention(
                mention.start, mention.end, mention.name, fitting, mention.kind, mention.role
            )
        return mention if mention.kind in kinds else None

    def _from_before(self, sentence: Sentence) -> PlaceAnswer:
        """Carry a place over from the sentences before, where the same story plainly goes on."""
        if not self._continues(sentence):
            return _NOWHERE
        carried = self._carry(sentence.index - 1)
        if carried is None:
            return _NOWHERE
        if _NEW_INCIDENT.match(self.passage.text, sentence.start) or _OTHER_PLACE.search(
            self.passage.text, sentence.start, sentence.end
        ):
            return self._larger(carried)
        return self._answer(carried, "place.carried")

    def _continues(self, sentence: Sentence) -> bool:
        if sentence.index == 0:
            return False
        before = self.passage.sentences[sentence.index - 1]
        if before.segment == sentence.segment:
            return True
        text = self.passage.text
        if "heading" in (
            self.passage.segment_of(before).kind,
            self.passage.segment_of(sentence).kind,
        ):
            return False
        return text[before.end - 1] == ":" or text[sentence.start] in "\"“«'‘"

    def _carry(self, index: int) -> PlaceMention | None:
        """Return the place at which the story stands after the sentence `index`."""
        pending: list[int] = []
        place: PlaceMention | None = None
        while index >= 0:
            if index in self._carried:
                place = self._carried[index]
                break
            pending.append(index)
            sentence = self.passage.sentences[index]
            found = [m for m in self._found(sentence) if m.role in _USABLE]
            if found or not self._continues(sentence):
                break
            index -= 1
        for later in reversed(pending):
            found = [m for m in self._found(self.passage.sentences[later]) if m.role in _USABLE]
            if found:
                place = self._best(found, self.passage.sentences[later].start)
            elif not self._continues(self.passage.sentences[later]):
                place = None
            self._carried[later] = place
        return place

    def _larger(self, mention: PlaceMention) -> PlaceAnswer:
        """Return the governorate around a place: another incident may lie elsewhere in it."""
        if not mention.place_ids:
            return _NOWHERE
        for place in (mention.place_ids[0], *self.gazetteer.within(mention.place_ids[0])):
            if self.gazetteer[place].place_type == "governorate":
                because = Because(mention.start, mention.end, "place.larger")
                return PlaceAnswer(place, mention.name, because)
        return _NOWHERE

    def _infobox(self, sentence: Sentence, end: int) -> PlaceAnswer:
        """Read a place in the same entry of an infobox line, else the infobox's own place."""
        text = self.passage.text
        stop = text.find("*", end, sentence.end)
        stop = sentence.end if stop < 0 else stop
        for mention in self._found(sentence):
            if end <= mention.start < stop:
                return self._answer(mention, "place.infobox_entry")
        return self.of_document()

    def _answer(self, mention: PlaceMention, rule: str) -> PlaceAnswer:
        place = mention.place_ids[0] if mention.place_ids else ""
        name = mention.name
        return PlaceAnswer(place, name, Because(mention.start, mention.end, rule))
