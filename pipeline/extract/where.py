"""Where a claim's incident took place, as far as the text says so."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.claim import Because
from pipeline.extract.passage import Passage, Sentence
from pipeline.language.place_names import PlaceNames
from pipeline.language.place_words import LEVELS
from pipeline.language.places import PlaceMention, find_places
from pipeline.reference.gazetteer import Gazetteer

_COUNTRY = LEVELS["country"]
_USABLE = frozenset(("in", "near", "between", "object", "part"))
# Where one clause ends and another, of another place, may begin.
_CLAUSE = re.compile(
    r";|,? \b(?:while|whereas|meanwhile)\b|, (?:but|and (?:in|on|at|near)\b|as well as|in addition)|"
    r"\bout of the\b|\band (?:in another|that)\b|\bafter which\b",
    re.IGNORECASE,
)
# A sentence that begins so tells of another incident than the one before.
_NEW_INCIDENT = re.compile(
    r"\W*(?:on|in|at|by|around|since|late on|early on|the morning of)? ?(?:the )?"
    r"(?:(?:morning|evening|night|afternoon|same day|following day|next day|previous day)\b|"
    r"(?:early |mid-?|late )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december)\b)|"
    r"\W*(?:also|separately|elsewhere|meanwhile|in (?:a|an) (?:separate|other)|in another|another|"
    r"earlier|later)\b|"
    r"\W*(?:the )?(?:first|second|third|one|last|latest) (?:was|of|took|came|happened|occurred)\b",
    re.IGNORECASE,
)
_OTHER_PLACE = re.compile(
    r"\b(?:elsewhere|separate(?:ly)?|another (?:attack|rebel|clash|incident|ambush|bombing|village|"
    r"town|part|place)|a different (?:area|group|location|place|town|village)|other parts?|"
    r"(?:the )?previous day|the day before|a day earlier|that day)\b",
    re.IGNORECASE,
)
# A paragraph that begins so goes on with the story of the one before it: quoted speech, and
# what is taken for known.
_GOES_ON = re.compile(
    r"[\"“«'‘]|(?:The(?! (?:\w+ )?(?:report|statement|study|document|network|observatory))|This|These|Those|They|He|She|It|His|Her|Their|Both|All|No|As|After|Upon|"
    r"When|While|Following|During (?:the|this|that))\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:whole of|across|throughout|all of|all over)(?: the)? \Z", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:in|across|of|throughout) the (?P<direction>(?:north|south|east|west|central)[a-z-]*) "
    r"(?:region|part|parts)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\W*according to\b", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|told|reported|stated|claimed|according to|announced)\b", re.IGNORECASE
)
_TAKES_UP = re.compile(
    r"\b(?:the|this|that|those|these) (?:\w+ )?(?:attack|attacks|blast|explosion|raid|clash|clashes|"
    r"shelling|strike|strikes|massacre|ambush|dead|wounded|victims|incident|fighting|battle|toll)\b|"
    r"\b(?:others|of them|more)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:the|this|that|their|same) (?:\w+ )?(?P<noun>city|town|village|province|governorate|"
    r"district|area|region|department|camp|prison|airport|airbase|base|market|square|border|road|"
    r"highway|hospital|school|mosque|crossing)\b",
    re.IGNORECASE,
)
_SETTLEMENT = ("settlement", "city", "town", "village")
# Types and kinds that a noun may go back to; other nouns go back to a name that holds them.
_BACK_KINDS = {
    "city": _SETTLEMENT,
    "town": _SETTLEMENT,
    "village": _SETTLEMENT,
    "province": ("governorate",),
    "governorate": ("governorate",),
    "department": ("governorate",),
    "district": ("district", "area", "mountain_area"),
    "area": ("area", "mountain_area", "region", "district"),
    "region": ("region", "area", "mountain_area", "governorate"),
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
        counted = self._usable(sentence, start, end)
        if counted:
            return self._answer(counted[0], "place.counted")
        left, right = self._clause(sentence, start, end)
        own = self._best(self._usable(sentence, left, right), start, end)
        if own is not None and self._level(own) <= _COUNTRY:
            own = self._part_of_country(sentence, own) or own
        back = self._referred(sentence, left, right)
        if back is not None and (own is None or self._level(back) > self._level(own)):
            return self._answer(back, "place.referred")
        if own is not None and (self._level(own) > _COUNTRY or self._whole(own)):
            return self._answer(own, "place.clause")
        beside = self._beside(sentence, start, end, left, right)
        if beside is not None:
            return self._answer(beside, "place.sentence")
        carried = self._from_before(sentence)
        if carried.place_name and (own is None or self._lies_in(carried, own)):
            return carried
        if own is not None:
            return self._answer(own, "place.clause")
        return self._weak(sentence, start, end) or self._from_after(sentence)

    def of_document(self) -> PlaceAnswer:
        """Return the place that the text as a whole is about, for its totals."""
        for sentence in self.passage.sentences:
            segment = self.passage.segment_of(sentence)
            if segment.kind == "infobox" and segment.label.lower() in ("place", "location"):
                found = self._best(self._found(sentence), sentence.start)
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
        if self._level(mention) <= _COUNTRY:
            return mention.role in ("in", "part", "between")
        return mention.role in _USABLE or mention.role in ("to", "from", "of")

    def _level(self, mention: PlaceMention) -> int:
        return self._level_of(mention.place_ids[0]) if mention.place_ids else LEVELS[mention.kind]

    def _level_of(self, place: str) -> int:
        return LEVELS.get(self.gazetteer[place].place_type, LEVELS[""])

    def _usable(self, sentence: Sentence, left: int, right: int) -> list[PlaceMention]:
        return [
            mention
            for mention in self._found(sentence)
            if mention.role in _USABLE and left <= mention.start < right
        ]

    def _best(
        self, mentions: list[PlaceMention], start: int = 0, end: int = 0
    ) -> PlaceMention | None:
        """Return the most specific of the mentions; of several alike, the nearest to the claim.

        Of a list ("the villages of A, B and C") the first is taken.
        """
        if not mentions:
            return None
        top = max(self._level(mention) for mention in mentions)
        alike = [mention for mention in mentions if self._level(mention) == top]
        position = min(range(len(alike)), key=lambda at: self._distance(alike[at], start, end))
        while position and alike[position].listed:
            position -= 1
        return alike[position]

    def _distance(self, mention: PlaceMention, start: int, end: int) -> int:
        """Return how far a mention is from the claim in characters, a comma counting for many."""
        left, right = (end, mention.start) if mention.start >= end else (mention.end, start)
        return right - left + 30 * self.passage.text.count(",", left, right)

    def _beside(
        self, sentence: Sentence, start: int, end: int, left: int, right: int
    ) -> PlaceMention | None:
        """Return a place of another clause of the sentence: one before holds on, else one after."""
        text = self.passage.text
        mentions = [m for m in self._usable(sentence, sentence.start, sentence.end)]
        mentions = [mention for mention in mentions if self._level(mention) > _COUNTRY]
        before = [mention for mention in mentions if mention.start < left]
        if before and _OTHER_PLACE.search(text, left, right) is None:
            return self._best(before, start, end)
        return self._best([m for m in mentions if m.start >= right], start, end)

    def _weak(self, sentence: Sentence, start: int, end: int) -> PlaceAnswer | None:
        """Return where people were bound for, where the sentence names nothing better."""
        weak = [
            mention
            for mention in self._found(sentence)
            if mention.role in ("to", "of") and self._level(mention) > _COUNTRY
        ]
        best = self._best(weak, start, end)
        return self._answer(best, "place.bound_for") if best is not None else None

    def _from_after(self, sentence: Sentence) -> PlaceAnswer:
        """Return the place that the next sentences of the same story name."""
        for index in range(sentence.index + 1, sentence.index + 3):
            if index >= len(self.passage.sentences):
                break
            after = self.passage.sentences[index]
            if after.segment != sentence.segment or self._turns(after):
                break
            mentions = self._usable(after, after.start, after.end)
            best = self._best([m for m in mentions if self._level(m) > _COUNTRY], after.start)
            if best is not None:
                return self._answer(best, "place.after")
        return _NOWHERE

    def _turns(self, sentence: Sentence) -> bool:
        """Tell whether a sentence goes over to another incident."""
        text = self.passage.text
        begins = _NEW_INCIDENT.match(text, sentence.start) is not None
        return begins or _OTHER_PLACE.search(text, sentence.start, sentence.end) is not None

    def _whole(self, country: PlaceMention) -> bool:
        before = self.passage.text[max(0, country.start - 20) : country.start]
        return _WHOLE.search(before) is not None

    def _part_of_country(self, sentence: Sentence, country: PlaceMention) -> PlaceMention | None:
        """Read "in Syria ... in the north-western region" as a name of the gazetteer."""
        match = _PART.search(self.passage.text, sentence.start, sentence.end)
        if match is None:
            return None
        name = f"in {match['direction'].lower()} {country.name}"
        for found in find_places(name, 0, len(name), self._names):
            if found.place_ids and found.place_ids != country.place_ids:
                span = match.span("direction")
                return PlaceMention(
                    *span, self.passage.text[slice(*span)], found.place_ids, "", "in"
                )
        return None

    def _lies_in(self, answer: PlaceAnswer, country: PlaceMention) -> bool:
        return country.place_ids[:1] == self.gazetteer.within(answer.place)[-1:]

    def _clause(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        left, right = sentence.start, sentence.end
        for match in _CLAUSE.finditer(self.passage.text, sentence.start, sentence.end):
            if match.end() <= start:
                left = match.end() - (4 if match.group().lower().startswith(", and ") else 0)
            elif match.start() >= end:
                right = match.start()
                break
        return left, right

    def _referred(self, sentence: Sentence, left: int, right: int) -> PlaceMention | None:
        """Resolve "the village", "in the province" to the last such place named before."""
        for match in _BACK.finditer(self.passage.text, left, right):
            if self.passage.text.startswith(" of ", match.end()) or self.passage.text.endswith(
                "side of ", 0, match.start()
            ):
                continue
            if any(m.start <= match.start("noun") < m.end for m in self._found(sentence)):
                continue
            found = self._last_of_kind(sentence, match.start(), match["noun"].lower())
            if found is not None:
                return found
        return None

    def _last_of_kind(self, sentence: Sentence, before: int, noun: str) -> PlaceMention | None:
        kinds = _BACK_KINDS.get(noun, ())
        index = sentence.index
        reach = 40 if noun in _CARRIED_FAR else 6
        while index >= 0 and sentence.index - index <= reach:
            for mention in reversed(self._found(self.passage.sentences[index])):
                if mention.start >= before:
                    continue
                found = self._as_kind(mention, kinds)
                if found is None and not kinds and noun in mention.name.lower():
                    found = mention
                if found is not None:
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
        if self._turns(sentence):
            return self._larger(carried)
        if self._another_report(sentence):
            return _NOWHERE
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
        return text[before.end - 1] == ":" or _GOES_ON.match(text, sentence.start) is not None

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
            if self._scene(sentence) is not None or not self._continues(sentence):
                break
            index -= 1
        for later in reversed(pending):
            sentence = self.passage.sentences[later]
            scene = self._scene(sentence)
            if scene is not None:
                place = scene
            elif not self._continues(sentence):
                place = None
            self._carried[later] = place
        return place

    def _scene(self, sentence: Sentence) -> PlaceMention | None:
        """Return the place that a sentence by itself puts its story in."""
        mentions = self._usable(sentence, sentence.start, sentence.end)
        mentions = [mention for mention in mentions if self._level(mention) > _COUNTRY]
        if mentions:
            return self._best(mentions, sentence.start, sentence.start)
        return self._referred(sentence, sentence.start, sentence.end)

    def _another_report(self, sentence: Sentence) -> bool:
        """Tell whether a second report follows a first one, and takes up nothing of it."""
        text = self.passage.text
        before = self.passage.sentences[sentence.index - 1]
        return (
            _REPORT.match(text, sentence.start) is not None
            and _ATTRIBUTED.search(text, before.start, before.end) is not None
            and _TAKES_UP.search(text, sentence.start, sentence.end) is None
        )

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
        because = Because(mention.start, mention.end, rule)
        place = self._meant(mention)
        return PlaceAnswer(place, mention.name if place else self._whole_name(mention), because)

    def _meant(self, mention: PlaceMention) -> str:
        """Choose among namesakes: the city where the text has just spoken of it, else the first.

        Governorates stand first; of several settlements that share a name none is chosen.
        """
        places = mention.place_ids
        if len(places) < 2 or mention.kind:
            return places[0] if len(places) == 1 or self._is_large(places) else ""
        position = self._index_at(mention.start)
        for index in range(position, max(-1, position - 4), -1):
            if self.passage.sentences[index].segment != self.passage.sentences[position].segment:
                break
            for other in self._found(self.passage.sentences[index]):
                if other.kind == "settlement" and set(other.place_ids) < set(places):
                    return other.place_ids[0] if other.start < mention.start else places[0]
        return places[0] if self._is_large(places) else ""

    def _is_large(self, places: tuple[str, ...]) -> bool:
        return bool(places) and self._level_of(places[0]) < LEVELS["settlement"]

    def _index_at(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`."""
        return bisect_right(self.passage.sentences, offset, key=lambda one: one.start) - 1

    def _whole_name(self, mention: PlaceMention) -> str:
        """Return an unknown name with the larger places named right after it."""
        text = self.passage.text
        end = mention.end
        for other in self._found(self.passage.sentences[self._index_at(mention.start)]):
            if other.start <= mention.start:
                continue
            if text[end : other.start].strip(", (") not in ("", "of", "in", "in the", "of the"):
                break
            end = other.end
        return text[mention.start : end]
