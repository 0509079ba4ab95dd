"""Incidents that are told without any figure: a town shelled, a village overrun, a truce."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.claim import Claim
from pipeline.extract.glance import Glance
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.where import Where
from pipeline.language.function_words import BE, DO, HAVE, MODALS, NEGATIONS
from pipeline.language.places import PlaceMention
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

_AUXILIARIES = BE | HAVE | frozenset("also reportedly then later been being".split())
_UNREAL = MODALS | NEGATIONS | DO | frozenset("to if plans plan threatened would".split())
# Roles of a place that only says where the one before it lies: "Binnish in Syria".
_LARGER = frozenset({"in", "near", "part"})
# How far apart, in characters, places joined by a comma or "and" may stand.
_JOINED = 6
_PASSIVE = frozenset("was were been being".split())
# Marks, among the places beside a sentence, that counted claims stand beside it.
_NEARBY = "*"
# How far, in characters, a place may stand behind its verb.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An incident told without a figure; offsets are into `Document.text`.

    Attributes:
        place: id or name of the place, "" where none is known.
        own_place: whether the words beside the verb name it.
    """

    sentence: Sentence
    start: int
    end: int
    place: str
    own_place: bool


class Occurrences:
    """Finds the incidents of a document that no counted claim tells."""

    def __init__(
        self, passage: Passage, vocabulary: Vocabulary, glance: Glance, where: Where
    ) -> None:
        self._passage = passage
        self._glance = glance
        self._vocabulary = vocabulary
        self._where = where

    def find(self, claims: Sequence[Claim]) -> list[Occurrence]:
        """Return the incidents in order, those left out that `claims` tell with a figure."""
        told: dict[int, list[Claim]] = {}
        for claim in claims:
            told.setdefault(claim.sentence_start, []).append(claim)
        found: list[Occurrence] = []
        for sentence in self._passage.sentences:
            if not self._glance.may_tell_incident(sentence.start, sentence.end):
                continue
            segment = self._passage.segment_of(sentence)
            if segment.kind not in {"paragraph", "list_item"} or sentence.start in told:
                continue
            beside = self._places_beside(sentence, told)
            found += [
                item
                for item in self._in(sentence)
                if item.place not in beside and (item.own_place or _NEARBY not in beside)
            ]
        return found

    def _places_beside(self, sentence: Sentence, told: dict[int, list[Claim]]) -> set[str]:
        """Return the places of the counted claims in the sentences beside this one."""
        places: set[str] = set()
        for index in (sentence.index - 1, sentence.index + 1):
            if not 0 <= index < len(self._passage.sentences):
                continue
            beside = self._passage.sentences[index]
            if beside.segment == sentence.segment:
                claims = told.get(beside.start, ())
                places.update(claim.place or claim.place_name for claim in claims)
                if claims:
                    places.update(("", _NEARBY))
        return places

    def _in(self, sentence: Sentence) -> Iterator[Occurrence]:
        tokens = self._passage.tokens(sentence)
        mentions: list[PlaceMention] | None = None
        position = 0
        told: set[str] = set()
        while position < len(tokens):
            match = self._vocabulary.occurrences.at(tokens, position)
            if match is None or not _is_verb(tokens, position, match[1]):
                position += 1
                continue
            end, kind = match
            if mentions is None:
                mentions = self._where.mentions(sentence)
            behind = _behind(mentions, tokens[end - 1].end)
            before = _before(mentions, tokens[position].start)
            passive = position > 0 and tokens[position - 1].lower in _PASSIVE
            at = (before or behind) if passive else behind
            needs_place = kind == "at_place" or tokens[position].lower.endswith("ing")
            if at or not needs_place:
                for start, stop, place in self._spans(sentence, tokens, position, end, at):
                    if place not in told or not place:
                        told.add(place)
                        yield Occurrence(sentence, start, stop, place, bool(at))
            position = end

    def _spans(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        position: int,
        end: int,
        at: list[PlaceMention],
    ) -> Iterator[tuple[int, int, str]]:
        """Yield one span for each place of a list, else one for the verb."""
        start, stop = tokens[position].start, tokens[end - 1].end
        if len(at) < 2:
            answer = self._where.of(sentence, start, stop)
            yield start, stop, answer.place or answer.place_name
            return
        for mention in at:
            yield mention.start, mention.end, mention.place_ids[0] if mention.place_ids else ""


def _is_verb(tokens: Sequence[Token], position: int, kind: str) -> bool:
    """Tell a verb that says that it happened from a noun, a plan or a denial."""
    if kind == "phrase":
        return True
    before = [token.lower for token in tokens[max(0, position - 4) : position]]
    word = tokens[position].lower
    if not _UNREAL.isdisjoint(before[-3:]) and not word.endswith("ing"):
        return False
    previous = before[-1] if before else ""
    if previous in {"the", "a", "an", "of", "their", "his", "its", "this", "these", "under", "in"}:
        return False
    return word.endswith(("ed", "ing", "ran", "run", "k", "t")) or previous in _AUXILIARIES


def _behind(mentions: Sequence[PlaceMention], end: int) -> list[PlaceMention]:
    """Return the place, or the list of places, that begins soon behind a verb."""
    found: list[PlaceMention] = []
    for mention in mentions:
        if mention.start < end or mention.start - end > _REACH + 40 * len(found):
            continue
        if found and (mention.start - end > _JOINED or mention.role in _LARGER):
            break
        if mention.role in {"origin", "from"}:
            continue
        found.append(mention)
        end = mention.end
    return found


def _before(mentions: Sequence[PlaceMention], start: int) -> list[PlaceMention]:
    """Return the places that are the subject of a passive: "A and B were shelled"."""
    found: list[PlaceMention] = []
    for mention in reversed(mentions):
        if mention.end <= start and start - mention.end < _REACH:
            if found and start - mention.end > _JOINED:
                break
            found.insert(0, mention)
            start = mention.start
    return found
