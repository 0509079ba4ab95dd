"""Remarks between commas: who was told is said again, or described."""

from pipeline.language import function_words as words
from pipeline.language.chunk_view import ChunkView
from pipeline.language.names import PERSON_TITLES
from pipeline.language.phrases import NounPhrase

# Words that open a remark on the one told before: "a farmer, identified as ..., lost a leg".
_DESCRIBING = frozenset(
    "identified named known called aged armed wearing dressed believed described nicknamed said "
    "thought numbering estimated".split()
)
_QUANTIFIERS = frozenset("most mostly mainly many all both".split())
_WHO = frozenset({"who", "whose", "whom"})
_DASHES = frozenset("–—-")
_INDEFINITE = frozenset({"a", "an"})
# Prepositions behind which a name is a place.
_WHERE = frozenset("in at near from to outside inside around across into".split())
_PERSONS = frozenset({"strong", "weak"})
# How many chunks a remark may hold; one that opens with "who" or "whose" may be a long sentence.
_LONGEST = 9
_LONGEST_CLAUSE = 18


class Appositions(ChunkView):
    """Tells remarks on a person from further persons."""

    def before_parenthesis(self, comma: int) -> int:
        """Return the position before the remark that a comma closes, or before the comma."""
        if self.word(comma) in _DASHES:
            return self._before_dashes(comma)
        for position in range(comma - 1, max(-1, comma - _LONGEST_CLAUSE), -1):
            chunk = self.chunks[position]
            if chunk.kind == "comma":
                inside = self.chunks[position + 1] if position + 1 < comma else None
                if comma - position >= _LONGEST and self.word(position + 1) not in _WHO:
                    return comma - 1
                if inside is not None and (
                    position + 1 in self.included
                    or self._tells_speaker(position, comma)
                    or self.word(position + 1) in _QUANTIFIERS
                    or inside.kind in {"relative", "include", "preposition"}
                    or self.word(position + 1) in _DESCRIBING
                    or (inside.kind == "word" and self.word(position + 1).endswith("ing"))
                    or self._tells_earlier_deed(position)
                    or self._tells_circumstance(position, comma)
                    or self._apposition(position, comma)
                ):
                    return position - 1
                return comma - 1
            if chunk.kind in {"stop", "colon"}:
                break
        return comma - 1

    def _before_dashes(self, dash: int) -> int:
        """Skip the remark of "a clerk – she named four – was hit", or the dash alone."""
        for position in range(dash - 1, max(-1, dash - _LONGEST), -1):
            if self.chunks[position].kind in {"stop", "colon"}:
                break
            if self.word(position) in _DASHES:
                remark = self.word(position + 1) in words.PRONOUNS
                return position - 1 if remark else dash - 1
        return dash - 1

    def _tells_earlier_deed(self, opened: int) -> bool:
        """Tell whether "the abbot, arrested on Sunday, was found dead" stands here."""
        before, group = self.chunks[opened - 1].noun, self.chunks[opened + 1].verb
        told = before is not None and (self.counts(opened - 1) or before.kind == "name")
        return told and group is not None and group.voice == "bare"

    def _tells_circumstance(self, opened: int, closed: int) -> bool:
        """Tell whether "96 soldiers, their ammunition spent, gave up" stands here.

        What is said of something of theirs has no finite verb of its own.
        """
        before = self._noun_before(opened)
        if self.word(opened + 1) not in words.POSSESSIVES or before is None:
            return False
        if before.count is None and not before.one:
            return False
        inside = range(opened + 1, closed)
        return not any(self.word(index) in words.AUXILIARIES for index in inside) and (
            closed - opened > 2 and self.chunks[closed - 1].noun is None
        )

    def _tells_speaker(self, opened: int, closed: int) -> bool:
        """Tell whether ", police said," stands between two commas."""
        return any(self.word(index) in words.SPEECH for index in range(opened + 1, closed))

    def _apposition(self, opened: int, closed: int) -> bool:
        """Tell whether ", an army deserter," stands behind a name, ", a nurse," behind another."""
        start = opened + 1
        while start < closed and self.chunks[start].kind == "word":
            start += 1
        inside = self.chunks[start].noun
        before = self._noun_before(opened)
        if inside is None or before is None or closed - opened > 8:
            return False
        if _is_named(before) != _is_named(inside):
            known = inside.one or before.one or before.count is not None
            return known or _tells_role(inside)
        return start == opened + 1 and self._says_again(opened - 1, start)

    def _noun_before(self, position: int) -> NounPhrase | None:
        """Return the noun phrase before a comma, over a phrase such as "of Danish descent"."""
        nearest: NounPhrase | None = None
        for index in range(position - 1, max(-1, position - 5), -1):
            noun = self.chunks[index].noun
            if noun is not None and (nearest is None or self.counts(index)):
                nearest = noun
                if self.counts(index) or (noun.kind == "name" and index == position - 1):
                    break
        return nearest

    def renames(self, position: int) -> bool:
        """Tell whether a noun phrase only says again who was told before the comma."""
        if position < 2 or self.chunks[position - 1].kind != "comma":
            return False
        told = self._head_of(self._before_brackets(position - 2))
        before, noun = self.chunks[told].noun, self.chunks[position].noun
        if before is None or noun is None:
            return False
        if self.word(position) == "both" and before.count is not None:
            # "the two clerks, both women,"
            return True
        if (before.kind == "name") != (noun.kind == "name"):
            if self.word(position - 3) in _WHERE and before.kind == "name":
                # "in Medellin, a judge and her driver"
                return False
            if self._lists_kin(position):
                return False
            if noun.kind == "name" and told > 1 and not before.named and self.renames(told):
                # "Ana Ruiz, a cook, Leo Sand and ..."
                return False
            return before.one or noun.one or _is_one_of(noun) or _tells_role(noun)
        if noun.named and not before.named and before.one and self.word(told) == "the":
            # "the commander of the fort, General Ali Dib, and a guard"
            return before.kind in _PERSONS and before.subject in {"people", noun.subject}
        if before.named and noun.one and not noun.named and self._is_the_one(position):
            # "Colonel Ali Dib, the commander of the fort, and a guard"
            return noun.kind in _PERSONS and self._closes_remark(position)
        return self._says_again(told, position)

    def _is_the_one(self, position: int) -> bool:
        """Tell whether "the commander", "his deputy" stands here, and nobody of the family."""
        owned = (
            self.word(position) in words.POSSESSIVES and self.last_word(position) not in words.KIN
        )
        return owned or self.word(position) == "the"

    def _closes_remark(self, position: int) -> bool:
        """Tell whether a comma or the sentence, and no "and", ends the phrase at a chunk."""
        following = position + 1
        while self._kind_at(following) in {"preposition", "noun", "word"}:
            following += 1
        return self._kind_at(following) in {"comma", "stop"}

    def _before_brackets(self, position: int) -> int:
        """Return the chunk before "(57)", which is somebody's age, else `position`."""
        age = position > 2 and self.chunks[position].kind == "close"
        opened = position - 2
        return opened - 1 if age and self.chunks[opened].kind == "open" else position

    def _head_of(self, position: int) -> int:
        """Return where "the imam (of the mosque)" begins for a phrase that ends at `position`."""
        head = position
        while (
            head >= 2
            and not self.counts(head)
            and self.chunks[head - 1].kind == "preposition"
            and self.chunks[head - 2].noun is not None
        ):
            head -= 2
        noun = self.chunks[head].noun
        person = noun is not None and (noun.kind == "name" or noun.one or noun.count is not None)
        return head if person else position

    def _lists_kin(self, position: int) -> bool:
        """Tell whether "Ruiz, his son, and the driver" are three, and not Ruiz the son."""
        return (
            self.word(position) in words.POSSESSIVES
            and self.last_word(position) in words.KIN
            and self._kind_at(position + 1) in {"comma", "and"}
            and "and" in {self._kind_at(position + 1), self._kind_at(position + 2)}
        )

    def _says_again(self, before: int, position: int) -> bool:
        """Tell "a fifth, a schoolgirl," and "his partner, a tailor," from a list of two."""
        first, second = self.chunks[before].noun, self.chunks[position].noun
        if first is None or second is None or second.kind not in _PERSONS or not second.one:
            return False
        if self.word(position) not in _INDEFINITE:
            return False
        single = first.count is not None and first.count.low == first.count.high == 1
        ordinal = first.kind == "bare" and (first.one or single)
        owned = self.word(before) in words.POSSESSIVES
        if not (ordinal or (first.one and first.kind in _PERSONS and (owned or first.definite))):
            return False
        if self._kind_at(position + 1) == "and":
            return False
        joins = self._kind_at(position + 1) == "comma" and self._kind_at(position + 2) == "and"
        if ordinal or not joins:
            return True
        # "Its director, a Danish national, and a porter", but "the driver, a clerk, and a boy".
        relatives = {self.last_word(before), self.last_word(position)} <= words.KIN
        return (owned and not relatives) or second.subject == "people"

    def is_person(self, index: int) -> bool:
        """Tell whether a name surely is that of a person: by a title, an age or a description."""
        chunk = self.chunks[index]
        if self.word(index) in PERSON_TITLES or self.tokens[chunk.last - 1].text.isdigit():
            return True
        if self._kind_at(index + 1) != "comma" or index + 2 >= len(self.chunks):
            return False
        described = self.chunks[index + 2].noun
        if described is None:
            return self.word(index + 2) in {"who", "whose"}
        return (described.one and described.kind in _PERSONS) or _tells_role(described)

    def _kind_at(self, index: int) -> str:
        return self.chunks[index].kind if index < len(self.chunks) else ""


def _is_named(noun: NounPhrase) -> bool:
    return noun.kind == "name" or noun.named


def _tells_role(noun: NounPhrase) -> bool:
    """Tell whether "leader of the band", "water seller" stands here, without an article."""
    return noun.kind in _PERSONS and not noun.plural and noun.count is None


def _is_one_of(noun: NounPhrase) -> bool:
    """Tell whether "one of the leaders" stands here."""
    return noun.anaphor and noun.count is not None and noun.count.low == noun.count.high == 1
