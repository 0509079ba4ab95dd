"""Where a claim's incident took place, as far as the text says so."""

from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.claim import Because
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.scene_words import COUNTRY, OTHER_PLACE, REACH
from pipeline.extract.scenes import Scenes
from pipeline.language.place_words import LEVELS
from pipeline.language.places import PlaceMention
from pipeline.reference.gazetteer import Gazetteer


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


class Where:
    """Answers for one passage; a sentence is read when a claim asks, and once."""

    def __init__(self, passage: Passage, gazetteer: Gazetteer) -> None:
        self.passage = passage
        self.gazetteer = gazetteer
        self._scenes = Scenes(passage, gazetteer)

    def of(self, sentence: Sentence, start: int, end: int, date_start: str = "") -> PlaceAnswer:
        """Return the place of the claim whose counted words are `start` to `end`.

        Args:
            sentence: the sentence of the claim.
            start: offset into the document's text at which the counted words begin.
            end: offset after their last character.
            date_start: the claim's day, ISO, or "".
        """
        if self.passage.segment_of(sentence).kind == "infobox":
            return self._infobox(sentence, end)
        counted = self._scenes.usable(sentence, start, end)
        if counted:
            return self._answer(counted[0], "place.counted")
        left, right = self._scenes.clause(sentence, start, end)
        own = self._scenes.best(self._scenes.usable(sentence, left, right), start, end)
        if own is not None and self._scenes.level(own) <= COUNTRY:
            own = self._scenes.part_of_country(sentence, own) or own
        back = self._scenes.referred(sentence, left, right)
        if back is not None and (own is None or self._scenes.level(back) > self._scenes.level(own)):
            return self._answer(back, "place.referred")
        if own is not None and (
            self._scenes.level(own) > COUNTRY or self._scenes.is_whole_country(own)
        ):
            return self._answer(own, "place.clause")
        around = self._around(sentence, start, end, own)
        if around is None and own is not None:
            return self._answer(own, "place.clause")
        return around or self._from_after(sentence)

    def _around(
        self, sentence: Sentence, start: int, end: int, country: PlaceMention | None
    ) -> PlaceAnswer | None:
        """Look beyond the claim's clause, which names nothing or but a country."""
        left, right = self._scenes.clause(sentence, start, end)
        beside = self._beside(sentence, start, end, left, right)
        if beside is not None:
            return self._answer(beside, "place.sentence")
        carried = self._from_before(sentence, end)
        if carried.place_name and (country is None or self._lies_in(carried, country)):
            return carried
        return self._weak(sentence, start, end) if country is None else None

    def mentions(self, sentence: Sentence) -> list[PlaceMention]:
        """Return the places named in a sentence, in order."""
        return list(self._scenes.mentions(sentence))

    @cached_property
    def _document_place(self) -> PlaceAnswer:
        for sentence in self.passage.sentences:
            segment = self.passage.segment_of(sentence)
            if segment.kind == "infobox" and segment.label.lower() in ("place", "location"):
                found = self._scenes.best(self._scenes.mentions(sentence), sentence.start)
                if found is not None:
                    return self._answer(found, "place.infobox")
        return _NOWHERE

    def of_document(self) -> PlaceAnswer:
        """Return the place that the infobox gives for the whole, for the totals of the text."""
        return self._document_place

    def _beside(
        self, sentence: Sentence, start: int, end: int, left: int, right: int
    ) -> PlaceMention | None:
        """Return a place of another clause of the sentence: one before holds on, else one after."""
        text = self.passage.text
        mentions = self._scenes.usable(sentence, *self._scenes.around(sentence, start, end))
        mentions = [mention for mention in mentions if self._scenes.level(mention) > COUNTRY]
        before = [mention for mention in mentions if mention.start < left]
        if before and OTHER_PLACE.search(text, left, right) is None:
            return self._scenes.best(before, start, end)
        return self._scenes.best([m for m in mentions if m.start >= right], start, end)

    def _weak(self, sentence: Sentence, start: int, end: int) -> PlaceAnswer | None:
        """Return where people were bound for, where the sentence names nothing better."""
        weak = [
            mention
            for mention in self._scenes.between(
                sentence, *self._scenes.around(sentence, start, end)
            )
            if mention.role in ("to", "of") and self._scenes.level(mention) > COUNTRY
        ]
        best = self._scenes.best(weak, start, end)
        return self._answer(best, "place.bound_for") if best is not None else None

    def _from_after(self, sentence: Sentence) -> PlaceAnswer:
        """Return the place that the next sentences of the same story name."""
        for index in range(sentence.index + 1, sentence.index + 3):
            if index >= len(self.passage.sentences):
                break
            after = self.passage.sentences[index]
            if after.segment != sentence.segment or self._scenes.turns(after, after.start):
                break
            mentions = self._scenes.usable(
                after, *self._scenes.around(after, after.start, after.start)
            )
            best = self._scenes.best(
                [m for m in mentions if self._scenes.level(m) > COUNTRY], after.start
            )
            if best is not None:
                return self._answer(best, "place.after")
        return _NOWHERE

    def _lies_in(self, answer: PlaceAnswer, country: PlaceMention) -> bool:
        return country.place_ids[:1] == self.gazetteer.within(answer.place)[-1:]

    def _from_before(self, sentence: Sentence, end: int) -> PlaceAnswer:
        """Carry a place over from the sentences before, where the same story plainly goes on."""
        if not self._scenes.continues(sentence):
            return _NOWHERE
        carried = self._scenes.carried(sentence.index - 1)
        if carried is None:
            return _NOWHERE
        if self._scenes.turns(sentence, end):
            return self._larger(carried)
        if self._scenes.is_another_report(sentence):
            return _NOWHERE
        return self._answer(carried, "place.carried")

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
        limit = min(sentence.end, end + REACH)
        stop = text.find("*", end, limit)
        stop = limit if stop < 0 else stop
        for mention in self._scenes.between(sentence, end, stop):
            return self._answer(mention, "place.infobox_entry")
        return self.of_document()

    def _answer(self, mention: PlaceMention, rule: str) -> PlaceAnswer:
        because = Because(mention.start, mention.end, rule)
        place = self._meant(mention) or self._around_facility(mention)
        name = mention.name if place else self._whole_name(mention)
        return PlaceAnswer(place, " ".join(name.split()), because)

    def _meant(self, mention: PlaceMention) -> str:
        """Choose among namesakes: the city where the text has just spoken of it, else the first.

        Governorates stand first; of several settlements that share a name none is chosen.
        """
        places = mention.place_ids
        if len(places) < 2 or mention.kind:
            return places[0] if len(places) == 1 or self._is_large(places) else ""
        position = self._scenes.index_at(mention.start)
        for index in range(position, max(-1, position - 4), -1):
            if self.passage.sentences[index].segment != self.passage.sentences[position].segment:
                break
            sentence = self.passage.sentences[index]
            around = self._scenes.around(sentence, mention.start, mention.end)
            for other in self._scenes.between(sentence, *around):
                inside = bool(other.place_ids) and set(other.place_ids) < set(places)
                if other.kind == "settlement" and inside:
                    return other.place_ids[0] if other.start < mention.start else places[0]
        return places[0] if self._is_large(places) else ""

    def _around_facility(self, mention: PlaceMention) -> str:
        """Return the place in which an unknown hospital, market or road is said to lie."""
        if mention.place_ids or mention.kind not in ("facility", "road"):
            return ""
        for other in self._scenes.chain(mention):
            if other.place_ids:
                return self._meant(other)
        return ""

    def _is_large(self, places: tuple[str, ...]) -> bool:
        return bool(places) and self._scenes.level_of(places[0]) < LEVELS["settlement"]

    def _whole_name(self, mention: PlaceMention) -> str:
        end = max(other.end for other in (mention, *self._scenes.chain(mention)))
        return self.passage.text[mention.start : end]
