"""Where a text's sentences play: places they name, go back to, or go on with."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.scene_words import (
    ATTRIBUTED,
    BACK,
    BACK_KINDS,
    CARRIED_FAR,
    CLAUSE,
    COUNTRY,
    GOES_ON,
    NEW_INCIDENT,
    OTHER_PLACE,
    PART,
    REACH,
    REPORT,
    TAKES_UP,
    USABLE,
    WHOLE,
)
from pipeline.language.place_names import PlaceNames
from pipeline.language.place_words import LEVELS
from pipeline.language.places import PlaceMention, find_places
from pipeline.reference.gazetteer import Gazetteer


@lru_cache(maxsize=8)
def _names_of(gazetteer: Gazetteer) -> PlaceNames:
    return PlaceNames(gazetteer.names())


def _start(mention: PlaceMention) -> int:
    return mention.start


class Scenes:
    """The places of one passage; a sentence is read when somebody asks, and once."""

    def __init__(self, passage: Passage, gazetteer: Gazetteer) -> None:
        self.passage = passage
        self.gazetteer = gazetteer
        self._names = _names_of(gazetteer)
        self._mentions: dict[int, list[PlaceMention]] = {}
        self._breaks: dict[int, list[tuple[int, int, bool]]] = {}
        self._referred: dict[tuple[int, int], PlaceMention | None] = {}
        self._carried: dict[int, PlaceMention | None] = {}

    def mentions(self, sentence: Sentence) -> list[PlaceMention]:
        """Return the mentions in a sentence that may say where something happened."""
        found = self._mentions.get(sentence.index)
        if found is None:
            found = find_places(self.passage.text, sentence.start, sentence.end, self._names)
            found = [mention for mention in found if self._locates(mention)]
            self._mentions[sentence.index] = found
        return found

    def _locates(self, mention: PlaceMention) -> bool:
        """Tell whether a mention can say where something happened."""
        if self.level(mention) <= COUNTRY:
            return mention.role in ("in", "part", "between")
        return mention.role in USABLE or mention.role in ("to", "from", "of")

    def level(self, mention: PlaceMention) -> int:
        """Return how near a point a mention is; the higher, the more specific."""
        return self.level_of(mention.place_ids[0]) if mention.place_ids else LEVELS[mention.kind]

    def level_of(self, place: str) -> int:
        """Return how near a point a place of the gazetteer is."""
        return LEVELS.get(self.gazetteer[place].place_type, LEVELS[""])

    def usable(self, sentence: Sentence, left: int, right: int) -> list[PlaceMention]:
        """Return the mentions between two offsets that say where, not whence or whither."""
        return [m for m in self.between(sentence, left, right) if m.role in USABLE]

    def between(self, sentence: Sentence, left: int, right: int) -> list[PlaceMention]:
        """Return the mentions of a sentence that begin between two offsets."""
        mentions = self.mentions(sentence)
        first = bisect_left(mentions, left, key=_start)
        return mentions[first : bisect_left(mentions, right, lo=first, key=_start)]

    def best(
        self, mentions: list[PlaceMention], start: int = 0, end: int = 0
    ) -> PlaceMention | None:
        """Return the most specific of the mentions; of several alike, the nearest to the claim.

        Of a list ("the villages of A, B and C") the first is taken.
        """
        if not mentions:
            return None
        top = max(self.level(mention) for mention in mentions)
        alike = [mention for mention in mentions if self.level(mention) == top]
        position = min(range(len(alike)), key=lambda at: self._distance(alike[at], start, end))
        while position and alike[position].listed:
            position -= 1
        return alike[position]

    def _distance(self, mention: PlaceMention, start: int, end: int) -> int:
        """Return how far a mention is from the claim in characters, a comma counting for many."""
        left, right = (end, mention.start) if mention.start >= end else (mention.end, start)
        right = max(left, right)
        return right - left + 30 * self.passage.text.count(",", left, min(right, left + REACH))

    def clause(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """Return the span of the clause around the words from `start` to `end`."""
        breaks = self._breaks.get(sentence.index)
        if breaks is None:
            breaks = [
                (match.start(), match.end(), match.group().lower().startswith(", and "))
                for match in CLAUSE.finditer(self.passage.text, sentence.start, sentence.end)
            ]
            self._breaks[sentence.index] = breaks
        left, right = self.around(sentence, start, end)
        after = bisect_right(breaks, start, key=lambda each: each[1])
        if after:
            opened, closed, prepositional = breaks[after - 1]
            # ", and in X" belongs to what follows with its preposition.
            left = max(left, opened if prepositional else closed)
        while after < len(breaks) and breaks[after][0] < end:
            after += 1
        if after < len(breaks):
            right = min(right, breaks[after][0])
        return left, right

    def around(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """Return the span of a sentence within reach of a claim; very long ones are lists."""
        return max(sentence.start, start - REACH), min(sentence.end, end + REACH)

    def referred(self, sentence: Sentence, left: int, right: int) -> PlaceMention | None:
        """Resolve "the village", "in the province" to the last such place named before."""
        if (left, right) not in self._referred:
            self._referred[left, right] = self._refer(sentence, left, right)
        return self._referred[left, right]

    def _refer(self, sentence: Sentence, left: int, right: int) -> PlaceMention | None:
        text = self.passage.text
        for match in BACK.finditer(text, left, right):
            if text.startswith(" of ", match.end()) or text.endswith("side of ", 0, match.start()):
                continue
            near = self.between(sentence, match.start() - 60, match.end())
            if any(m.start <= match.start("noun") < m.end for m in near):
                continue
            found = self._last_of_kind(sentence, match.start(), match["noun"].lower())
            if found is not None:
                return found
        return None

    def _last_of_kind(self, sentence: Sentence, before: int, noun: str) -> PlaceMention | None:
        kinds = BACK_KINDS.get(noun, ())
        index = sentence.index
        reach = 40 if noun in CARRIED_FAR else 6
        while index >= 0 and sentence.index - index <= reach:
            earlier = self.passage.sentences[index]
            for mention in reversed(self.between(earlier, before - 4 * REACH, before)):
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

    def continues(self, sentence: Sentence) -> bool:
        """Tell whether a sentence goes on with the story of the one before it."""
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
        return text[before.end - 1] == ":" or GOES_ON.match(text, sentence.start) is not None

    def carried(self, index: int) -> PlaceMention | None:
        """Return the place at which the story stands after the sentence `index`."""
        pending: list[int] = []
        place: PlaceMention | None = None
        while index >= 0:
            if index in self._carried:
                place = self._carried[index]
                break
            pending.append(index)
            sentence = self.passage.sentences[index]
            if self._scene(sentence) is not None or not self.continues(sentence):
                break
            index -= 1
        for later in reversed(pending):
            sentence = self.passage.sentences[later]
            scene = self._scene(sentence)
            if scene is not None:
                place = scene
            elif not self.continues(sentence):
                place = None
            self._carried[later] = place
        return place

    def _scene(self, sentence: Sentence) -> PlaceMention | None:
        """Return the place that a sentence by itself puts its story in."""
        mentions = self.usable(sentence, sentence.start, sentence.end)
        mentions = [mention for mention in mentions if self.level(mention) > COUNTRY]
        if mentions:
            return self.best(mentions, sentence.start, sentence.start)
        return self.referred(sentence, sentence.start, sentence.end)

    def turns(self, sentence: Sentence, end: int) -> bool:
        """Tell whether a sentence, as far as `end`, goes over to another incident."""
        text = self.passage.text
        begins = NEW_INCIDENT.match(text, sentence.start) is not None
        stop = min(sentence.end, end + REACH)
        left = max(sentence.start, end - REACH)
        return begins or OTHER_PLACE.search(text, left, stop) is not None

    def is_another_report(self, sentence: Sentence) -> bool:
        """Tell whether a second report follows a first one, and takes up nothing of it."""
        text = self.passage.text
        before = self.passage.sentences[sentence.index - 1]
        return (
            REPORT.match(text, sentence.start) is not None
            and ATTRIBUTED.search(text, max(before.start, before.end - REACH), before.end)
            is not None
            and TAKES_UP.search(text, sentence.start, min(sentence.end, sentence.start + REACH))
            is None
        )

    def index_at(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`."""
        return bisect_right(self.passage.sentences, offset, key=lambda one: one.start) - 1

    def chain(self, mention: PlaceMention) -> list[PlaceMention]:
        """Return the larger places named right after a place: "X district, Y province"."""
        text = self.passage.text
        chain: list[PlaceMention] = []
        end = mention.end
        sentence = self.passage.sentences[self.index_at(mention.start)]
        for other in self.between(sentence, mention.end, mention.end + REACH):
            if text[end : other.start].strip(", (") not in ("", "of", "in", "in the", "of the"):
                break
            chain.append(other)
            end = other.end
        return chain

    def is_whole_country(self, country: PlaceMention) -> bool:
        """Tell whether a country is named as a whole: "across Syria"."""
        before = self.passage.text[max(0, country.start - 20) : country.start]
        return WHOLE.search(before) is not None

    def part_of_country(self, sentence: Sentence, country: PlaceMention) -> PlaceMention | None:
        """Read "in Syria ... in the north-western region" as a name of the gazetteer."""
        left, right = self.around(sentence, country.start, country.end)
        match = PART.search(self.passage.text, left, right)
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
