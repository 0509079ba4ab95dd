"""From a verb to its subject: a walk to the left over what may stand between."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.chunk_view import CLAUSE_OPENERS
from pipeline.language.coordination import Coordination

_REACH = 14
_SAYING = frozenset("says said say claims claimed claim believes insists insisted".split())
_NOT_PASSED = frozenset("how wrote writes spoke speaks".split())
_SUBJECTS = frozenset("they we i you it".split())
_AUXILIARY_OR_SPEECH = words.AUXILIARIES | words.SPEECH


class Leftward(Coordination):
    """Finds the noun phrases of which a word to their right is said."""

    def left(self, index: int) -> Iterator[int]:
        """Yield the noun phrases of which the word at `index` is said, nearest first."""
        position = self._told_by_another(index)
        if position is None:
            position = self._skip_left(index)
        if position is None:
            return
        if self.chunks[position].kind == "relative":
            relative, position = position, self._antecedent(position)
            if position is None:
                return
            before = position - 2
            if before >= 0 and self._is_name(before) and self.renames(position):
                # "Ana Ruiz, a cook who was hit"
                yield before
                return
            yield position
            if self.chunks[relative - 1].kind == "comma" and before >= 0:
                # "Ana Ruiz and her two sons, who drowned"
                joined = self.chunks[position - 1].kind == "and"
                if joined and self._joins_named(before, position):
                    yield before
            return
        position = self._behind_ordinal(position)
        self.shares_article(position)
        yield position
        if self._stands_alone(position):
            return
        if self.word(index) != "being":
            # "two rifles and a jeep being driven off"
            yield from self.coordinated_left(position)

    def _is_name(self, position: int) -> bool:
        noun = self.chunks[position].noun
        return noun is not None and noun.kind == "name"

    def _stands_alone(self, position: int) -> bool:
        """Tell whether a pronoun behind a comma opens a clause: "hit by a guard, she fled"."""
        noun = self.chunks[position].noun
        pronoun = noun is not None and noun.kind == "pronoun" and position > 0
        return pronoun and self.chunks[position - 1].kind == "comma"

    def _behind_ordinal(self, position: int) -> int:
        """Return "a fifth" of "a fifth, a pregnant woman, died", else `position`."""
        if position < 2 or self.chunks[position - 1].kind != "comma":
            return position
        noun, first = self.chunks[position].noun, self.chunks[position - 2].noun
        remark = noun is not None and noun.one and noun.kind in {"strong", "weak"}
        if not remark or first is None or first.kind != "bare" or not first.one:
            return position
        closed = position + 1 < len(self.chunks) and self.chunks[position + 1].kind == "comma"
        return position - 2 if closed else position

    def _skip_left(self, index: int) -> int | None:
        """Walk left from a verb over what may stand between it and its subject."""
        verb = self._before_as(index)
        position = verb - 1
        if self._is_part_with_verb(position):
            return position
        near = self._behind_noun(position) if verb == index and self._reduced(index) else None
        if near is not None:
            return self._before_phrases(near)
        joint = position - (self.word(position) in {"later", "then", "also", "subsequently"})
        if joint >= 0 and self.word(joint) in {"and", "but", "then", "or"}:
            return self._shared_subject(joint)
        if self.word(position) in {"after", "while", "by"} and self._gerund(index):
            return self._shared_subject(position)
        steps, serial = 0, self._is_in_a_row(index)
        while position >= 0 and steps < _REACH:
            steps += 1
            chunk = self.chunks[position]
            if position in self.included:
                position = self.included[position] - 1
                continue
            if chunk.kind == "relative":
                return position
            if self._is_not_passed(position, index):
                return None
            if serial and self._belongs_to_deed(position):
                position -= 1
                continue
            if chunk.noun is not None and chunk.noun.kind == "pronoun":
                return self._person_before(position)
            if chunk.noun is not None:
                if self.object_of_preposition(position, position == index - 1):
                    position -= 3 if self.chunks[position - 1].kind == "word" else 2
                    continue
                if self._loose_name(position):
                    position -= 1
                    continue
                if self._carried(position) or self.led_by(position):
                    position -= 2
                    continue
                doer = self._doer_in_relative(position, index)
                if doer is not None:
                    return doer
                remark = self._inside_relative(position)
                if not remark:
                    return position
                position -= remark
                continue
            if chunk.kind in {"close", "comma"}:
                position = self._before_mark(position)
                continue
            if chunk.kind in {"word", "quote", "include", "date"} or (
                chunk.kind == "preposition" and self.word(position) not in CLAUSE_OPENERS
            ):
                position -= 1
                continue
            if self._reduced_relative(position):
                position -= 1
                continue
            relative = self._relative_before(position)
            if relative is None:
                return None
            position = relative - 1
        return None

    def _is_in_a_row(self, index: int) -> bool:
        """Tell whether a deed follows another by a comma: "crossed the river, gave up"."""
        group = self.chunks[index].verb
        if group is None or index < 2 or self.chunks[index - 1].kind != "comma":
            return False
        return group.voice == "bare" and "past" in group.verb.parts

    def _belongs_to_deed(self, position: int) -> bool:
        """Tell whether an earlier deed of those counted, or its object, stands at a chunk."""
        chunk, before = self.chunks[position], self.chunks[position - 1] if position else None
        if before is None:
            return False
        if chunk.verb is not None and chunk.kind == "verb":
            return (
                chunk.verb.voice == "bare" and before.noun is not None and self.counts(position - 1)
            )
        if chunk.noun is None or self.counts(position):
            return False
        done = before.kind in {"verb", "other_verb"}
        return done and self.word(position - 1) not in _AUXILIARY_OR_SPEECH

    def _is_part_with_verb(self, position: int) -> bool:
        """Tell whether "of whom eight (were killed)", "33 of them (were hurt)" stands here."""
        opener = self.included.get(position)
        if opener is None:
            return False
        return self.chunks[opener].kind == "relative" or self.last_word(position) == "them"

    def _before_phrases(self, position: int) -> int:
        """Return "nine boys" of "nine boys in the next street (burned to death)"."""
        while (
            position > 1
            and not self.counts(position)
            and self.chunks[position - 1].kind == "preposition"
            and self.chunks[position - 2].noun is not None
        ):
            position -= 2
        return position

    def _told_by_another(self, index: int) -> int | None:
        """Return the group of "the 30 tanks (that) the mayor says were destroyed", else None."""
        speech = index - 1
        if speech < 2 or self.word(speech) not in _SAYING:
            return None
        if self.word(index) not in words.BE | words.HAVE:
            return None
        speaker = speech - 1
        if self.chunks[speaker].noun is None or self.counts(speaker):
            return None
        while speaker > 1 and self.chunks[speaker - 1].kind == "preposition":
            speaker -= 2
        told = speaker - 1 - (self.word(speaker - 1) in {"that", "which", "who", "whom"})
        return told if told >= 0 and self.counts(told) else None

    def _before_mark(self, position: int) -> int:
        """Return the position before the remark that a bracket or a comma closes."""
        if self.chunks[position].kind == "close":
            return self._opening(position) - 1
        return self.before_parenthesis(position)

    def _is_not_passed(self, position: int, index: int) -> bool:
        """Tell "saying how many (had been sent)", "wrote of a truck (lost)", "they (were shot)"."""
        own_subject = position == index - 1 and self.word(position) in _SUBJECTS
        return own_subject or self.word(position) in _NOT_PASSED

    def _before_as(self, index: int) -> int:
        """Return the verb of "are verified by the network as killed" for its last word."""
        if self.word(index - 1) != "as":
            return index
        for earlier in range(index - 2, max(-1, index - 9), -1):
            kind = self.chunks[earlier].kind
            if kind in {"other_verb", "verb"} and self.word(earlier) in words.BE:
                return self._first_of_group(earlier)
            if kind in {"stop", "comma", "verb"}:
                break
        # "named ten members of the family as dead"
        told = self.chunks[index - 2].noun if index > 2 else None
        return index - 1 if told is not None else index

    def _first_of_group(self, verb: int) -> int:
        """Return "have" of "have since been (classified as)"."""
        first = verb - 1
        while first > 0 and self.word(first) in words.ADVERBS:
            first -= 1
        return first if self.word(first) in words.HAVE else verb

    def _reduced_relative(self, position: int) -> bool:
        """Tell whether a participle hangs on the noun before: "a worker employed there died"."""
        chunk = self.chunks[position]
        return (
            chunk.kind == "other_verb"
            and self.word(position) not in _AUXILIARY_OR_SPEECH
            and position > 0
            and self.chunks[position - 1].noun is not None
            and self.counts(position - 1)
        )

    def _relative_before(self, verb: int) -> int | None:
        """Return the "which" whose clause ends with a verb: "a jet which took off was hit"."""
        for position in range(verb - 1, max(-1, verb - _REACH), -1):
            kind = self.chunks[position].kind
            if kind == "relative" and self.word(position) != "that":
                return position
            if kind in {"stop", "comma", "colon", "verb", "quote"}:
                return None
        return None

    def _reduced(self, index: int) -> bool:
        """Tell whether the word follows its noun directly: "nine civilians killed"."""
        chunk = self.chunks[index]
        group = chunk.verb
        return group is not None and (
            (group.voice == "bare" and group.verb.transitive)
            or (chunk.kind == "state" and chunk.last == chunk.first + 1)
            or (chunk.kind == "state" and self.word(index) in words.HEARSAY)
            or self.word(index) == "being"
        )

    def _gerund(self, index: int) -> bool:
        group = self.chunks[index].verb
        if group is not None and self.word(index) == "being":
            # "was missing after being led away"; "was shot after being led away" tells the death.
            before = self.chunks[max(0, index - _REACH) : index]
            return not any(chunk.kind == "verb" for chunk in before)
        return group is not None and group.voice == "gerund"

    def _shared_subject(self, position: int) -> int | None:
        """Return the subject that a second verb shares with the first: "fled but were killed"."""
        for candidate in range(position - 1, max(-1, position - 2 * _REACH), -1):
            chunk = self.chunks[candidate]
            if chunk.kind in {"stop", "colon"}:
                return None
            if chunk.noun is None or self.object_of_preposition(candidate, False):
                continue
            if self.owned(candidate) or self._owned_behind_remark(candidate, position):
                return candidate
            if self.word(candidate + 1) == "who" and self.counts(candidate):
                # "the porter who carried her and was shot dead"
                return candidate + 1
        return None

    def _owned_behind_remark(self, candidate: int, end: int) -> bool:
        """Tell whether a person's verb stands behind a remark: "Ali, from Homs, turned back"."""
        noun = self.chunks[candidate].noun
        person = noun is not None and (noun.kind == "name" or noun.one)
        if not person or self.chunks[candidate + 1].kind != "comma":
            return False
        closed = next(
            (at for at in range(candidate + 2, end) if self.chunks[at].kind == "comma"), end
        )
        if closed + 1 >= end or self.chunks[closed + 1].kind not in {"verb", "other_verb"}:
            return False
        return self.before_parenthesis(closed) == candidate

    def _person_before(self, pronoun: int) -> int | None:
        """Return the one person told before "he" or "she" in the sentence, else the pronoun."""
        for candidate in range(pronoun - 1, -1, -1):
            noun = self.chunks[candidate].noun
            if noun is None or not noun.one or noun.kind not in {"strong", "weak"}:
                continue
            if self.word(candidate - 1) == "by":
                # "widowed by a sniper, she fled"
                continue
            if candidate >= 2 and self.chunks[candidate - 1].kind == "comma":
                before = self.chunks[candidate - 2].noun
                if before is not None and before.one:
                    return candidate - 2
            return candidate
        return pronoun

    def _carried(self, position: int) -> bool:
        """Tell whether a noun is the object of "five trucks carrying food were looted"."""
        return (
            position > 1
            and not self.counts(position)
            and self.chunks[position - 1].kind == "word"
            and self.word(position - 1).endswith("ing")
            and self.counts(position - 2)
        )

    def led_by(self, position: int) -> bool:
        """Tell whether "with their commander" hangs on a counted group before it."""
        return (
            position > 1
            and self.word(position - 1) == "with"
            and self.word(position) in {"their", "its"}
            and self.counts(position)
            and self.counts(position - 2)
        )

    def _inside_relative(self, position: int) -> int:
        """Return how many chunks to skip at a noun inside a remark on a person, or 0."""
        if self._object_in_relative(position):
            return 3
        noun = self.chunks[position].noun
        # "a woman who was eight months pregnant was hurt"
        time = noun is not None and noun.kind == "measure"
        return int(time and self._relative_before(position) is not None)

    def _object_in_relative(self, position: int) -> bool:
        """Tell whether a noun ends the remark of "a boy who filmed the trucks was hit"."""
        return (
            position > 2
            and not self.counts(position)
            and self.chunks[position - 1].kind in {"other_verb", "word"}
            and self.word(position - 1) not in words.AUXILIARIES
            and self.word(position - 2) in {"who", "which"}
            and self.counts(position - 3)
        )

    def _doer_in_relative(self, position: int, index: int) -> int | None:
        """Return the man of "a man who killed 12 people was arrested" for a finite verb."""
        group = self.chunks[index].verb
        if (
            position != index - 1
            or group is None
            or "past"
            not in group.verb.parts | ({"past"} if self.word(index) in words.AUXILIARIES else set())
        ):
            return None
        relative = position - 1
        if self.chunks[relative].kind not in {"verb", "other_verb"}:
            return None
        relative -= 1
        while relative > 0 and self.chunks[relative].kind in {"word", "subordinate", "other_verb"}:
            relative -= 1
        if relative < 1 or self.word(relative) not in {"who", "which"}:
            return None
        return self._antecedent(relative)

    def shares_article(self, position: int) -> bool:
        """Take "a father, mother and their four children" for two persons and four."""
        if position < 2 or self.chunks[position - 1].kind not in {"and", "comma"}:
            return False
        noun, before = self.chunks[position].noun, self.chunks[position - 2].noun
        if noun is None or before is None or not before.one or noun.plural:
            return False
        kin = {self.last_word(position), self.last_word(position - 2)} <= words.KIN
        noun.one = noun.one or kin
        return kin

    def _opening(self, close: int) -> int:
        for position in range(close, -1, -1):
            if self.chunks[position].kind == "open":
                return position
        return close

    def _antecedent(self, relative: int) -> int | None:
        position = relative - 1
        while position >= 0 and self.chunks[position].kind in {"comma", "preposition", "word"}:
            remark = self.chunks[position].kind == "comma" and self._tells_ages(position)
            position = self.before_parenthesis(position) if remark else position - 1
        if position >= 0 and self.chunks[position].noun is not None:
            while (
                not self.counts(position)
                and self.object_of_preposition(position)
                and position >= 2
                and self.chunks[position - 2].noun is not None
            ):
                position -= 2
            return position
        return None

    def _behind_noun(self, position: int) -> int | None:
        """Return the noun before a participle: "one soldier lightly", 'nine "bandits"', or None."""
        if position > 0 and self.chunks[position].noun is None:
            adverb = self.chunks[position].kind == "word" and self.word(position).endswith("ly")
            position -= adverb or self.chunks[position].kind == "quote"
        return position if position >= 0 and self.chunks[position].noun is not None else None

    def left_of_contact(self, index: int) -> int | None:
        """Return the object told first: "the nine men (whom) the gunmen had killed"."""
        subject = self.chunks[index - 1].noun if index > 1 else None
        if subject is None and (index < 2 or self.word(index - 1) != "they"):
            return None
        if subject is not None and (
            self.counts(index - 1) or subject.kind in {"measure", "action"}
        ):
            return None
        told = index - 2
        if self.word(told) in {"whom", "which", "that"}:
            told -= 1
        return told if told >= 0 and self.counts(told) else None
