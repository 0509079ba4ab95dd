"""From a verb to its subject: a walk to the left over what may stand between."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.chunk_view import CLAUSE_OPENERS
from pipeline.language.relative_clauses import REACH
from pipeline.language.shared_subjects import SharedSubjects

_NOT_PASSED = frozenset("how wrote writes spoke speaks".split())
_SUBJECTS = frozenset("they we i you it".split())


class Leftward(SharedSubjects):
    """Finds the noun phrases of which a word to their right is said."""

    def left(self, index: int) -> Iterator[int]:
        """Yield the noun phrases of which the word at `index` is said, nearest first."""
        position = self._told_by_another(index)
        if position is None:
            position = self._skip_left(index)
        if position is None:
            return
        if self.chunks[position].kind == "relative":
            yield from self._left_of_relative(position)
            return
        position = self._behind_ordinal(position)
        self.shares_article(position)
        yield position
        if self._stands_alone(position):
            return
        if self.word(index) != "being":
            # "two rifles and a jeep being driven off"
            yield from self.coordinated_left(position)

    def _left_of_relative(self, relative: int) -> Iterator[int]:
        """Yield whom "who", "which" stands for: the named person before a remark on them, too."""
        position = self._antecedent(relative)
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
        """Return the subject of a verb, or the "who" of its clause, however far it stands."""
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
        return self._walk_left(position, index)

    def _walk_left(self, start: int, index: int) -> int | None:
        """Walk left from `start` over what may stand between a verb and its subject."""
        position: int | None = start
        serial = self._is_in_a_row(index)
        for _ in range(REACH):
            if position is None or position < 0:
                return None
            chunk = self.chunks[position]
            if position in self.included:
                position = self.included[position] - 1
            elif chunk.kind == "relative":
                return position
            elif self._is_not_passed(position, index):
                return None
            elif serial and self._belongs_to_deed(position):
                position -= 1
            elif chunk.noun is None:
                position = self._before_link(position)
            elif chunk.noun.kind == "pronoun":
                return self._person_before(position)
            else:
                passed = self._hangs_on(position, index)
                doer = None if passed else self._doer_in_relative(position, index)
                if doer is not None:
                    return doer
                passed = passed or self._inside_relative(position)
                if not passed:
                    return position
                position -= passed
        return None

    def _hangs_on(self, position: int, index: int) -> int:
        """Return how many chunks to skip at a noun that belongs to what is before it, or 0."""
        if self.object_of_preposition(position, position == index - 1):
            return 3 if self.chunks[position - 1].kind == "word" else 2
        if self._loose_name(position):
            return 1
        return 2 if self._carried(position) or self.led_by(position) else 0

    def _before_link(self, position: int) -> int | None:
        """Return the chunk before one that is no noun; None where the clause begins with it."""
        kind = self.chunks[position].kind
        if kind in {"close", "comma"}:
            return self._before_mark(position)
        if kind in {"word", "quote", "include", "date"} or (
            kind == "preposition" and self.word(position) not in CLAUSE_OPENERS
        ):
            return position - 1
        if self._reduced_relative(position):
            return position - 1
        relative = self._relative_before(position)
        return relative - 1 if relative is not None else None

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

    def _before_mark(self, position: int) -> int:
        """Return the position before the remark that a bracket or a comma closes."""
        if self.chunks[position].kind == "close":
            return self._opening(position) - 1
        return self.before_parenthesis(position)

    def _is_not_passed(self, position: int, index: int) -> bool:
        """Tell "saying how many (had been sent)", "wrote of a truck (lost)", "they (were shot)"."""
        own_subject = position == index - 1 and self.word(position) in _SUBJECTS
        return own_subject or self.word(position) in _NOT_PASSED

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

    def _behind_noun(self, position: int) -> int | None:
        """Return the noun before a participle: "one soldier lightly", 'nine "bandits"', or None."""
        if position > 0 and self.chunks[position].noun is None:
            adverb = self.chunks[position].kind == "word" and self.word(position).endswith("ly")
            position -= adverb or self.chunks[position].kind == "quote"
        return position if position >= 0 and self.chunks[position].noun is not None else None
