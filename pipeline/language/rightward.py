"""From a verb to its objects: a walk to the right over a list."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.leftward import Leftward

# "a clerk and also two girls", "three men and even a child"
_ADDING = frozenset({"also", "even", "perhaps", "possibly", "later", "finally", "subsequently"})
# Participles that tell who somebody is, and no deed of his.
_DESCRIBING = frozenset(
    "accused suspected charged believed known dressed armed identified described employed "
    "travelling traveling living working returning fleeing queueing queuing waiting sitting "
    "standing sleeping sheltering".split()
)
_JOINTS = frozenset({"and", "comma"})


class Arguments(Leftward):
    """Finds the noun phrases on either side of a word."""

    def list_right(self, position: int, owned: bool = False) -> Iterator[int]:
        """Yield the noun phrases of a list that begins at `position`."""
        position = self._members(self._skip_right(self._behind_second_verb(position)))
        first = True
        while position < len(self.chunks):
            noun = self.chunks[position].noun
            if noun is None:
                return
            renames = not first and self.renames(position)
            if not (first or renames or self._continues(position)):
                if not self._passed_over(position):
                    return
                position = self._next_in_list(position)
                continue
            if not first and not owned and self.owned(position) and not self._described(position):
                return
            if not renames:
                yield position
            first = False
            position = self._next_in_list(position)

    def _continues(self, position: int) -> bool:
        """Tell whether a noun phrase can be a further item of a list."""
        counts = self.counts(position)
        return (
            counts
            or self._joins_names(position)
            or self._shares_owner(position)
            or self.shares_article(position)
        )

    def _described(self, position: int) -> bool:
        """Tell whether "(a baker and two brothers) accused of informing" stands here."""
        return self.word(position + 1) in _DESCRIBING and (
            self.word(position + 2) in words.PREPOSITIONS
        )

    def _behind_second_verb(self, position: int) -> int:
        """Skip a second verb with the same object: "discovered and cleared four mines"."""
        if position + 2 < len(self.chunks) and self.chunks[position].kind == "and":
            if self.chunks[position + 1].kind == "other_verb" and (
                self.word(position + 1) not in words.AUXILIARIES | words.SPEECH
            ):
                return position + 2
        return position

    def _members(self, position: int) -> int:
        """Return the counted members of "a company of 86 soldiers", else `position`."""
        if position + 2 >= len(self.chunks) or self.counts(position):
            return position
        group = self.chunks[position].noun
        members = self.chunks[position + 2].noun
        if (
            group is not None
            and group.kind in {"collective", "unknown"}
            and self.word(position + 1) == "of"
            and members is not None
            and members.count is not None
            and members.kind in {"strong", "weak"}
        ):
            return position + 2
        return position

    def _passed_over(self, position: int) -> bool:
        """Tell whether a thing that nobody counts stands amid a list: "a tank, a wall and two"."""
        noun = self.chunks[position].noun
        return (
            noun is not None
            and noun.kind in {"unknown", "collective", "measure", "modifier"}
            and self.word(position) in words.DETERMINERS | words.POSSESSIVES
        )

    def _is_word(self, index: int) -> bool:
        """Tell whether a chunk is no noun phrase: an age between commas."""
        return self.chunks[index].kind == "word"

    def _shares_owner(self, position: int) -> bool:
        """Take "his wife and mother-in-law" for two persons."""
        noun, before = self.chunks[position].noun, self.chunks[position - 2].noun
        if noun is None or before is None or self.chunks[position - 1].kind != "and":
            return False
        owner = self.tokens[self.chunks[position - 2].first].lower
        if not before.one or not (owner in words.POSSESSIVES or owner.endswith("'s")):
            return False
        noun.one = noun.kind == "strong" and not noun.plural
        return noun.one

    def _joins_names(self, position: int) -> bool:
        """Tell whether a name goes on a list of persons, and not a list of places."""
        noun = self.chunks[position].noun
        if noun is None or noun.kind != "name":
            return False
        before = position - 1
        while before > 0 and self.chunks[before].kind in {"and", "comma"}:
            if self.chunks[before].kind == "comma":
                before = self.before_parenthesis(before)
                break
            before -= 1
        before = self._before_brackets(before)
        person = self.chunks[before].noun
        if person is not None and self.object_of_preposition(before) and before > 1:
            # "Ana Ruiz, head of the school, and Leo Sand"
            person = self.chunks[before - 2].noun
            return person is not None and before > 3 and self.renames(before - 2)
        return (
            person is not None
            and not self.object_of_preposition(before)
            and (person.kind == "name" or person.one or self.renames(before))
        )

    def _skip_right(self, position: int) -> int:
        steps = 0
        while (
            position < len(self.chunks)
            and steps < 4
            and (
                self.chunks[position].kind in {"word", "quote"}
                or (
                    self.chunks[position].kind == "preposition"
                    and self.word(position) in {"up", "off", "about", "over", "of"}
                )
                or self.chunks[position].kind == "include"
            )
        ):
            position += 1
            steps += 1
        return self._behind_date(position)

    def _behind_date(self, position: int) -> int:
        """Skip a date between a verb and its object: "killed on Monday 21 May thirteen men"."""
        if position >= len(self.chunks) or self.chunks[position].kind != "preposition":
            return position
        for later in range(position + 1, min(position + 7, len(self.chunks))):
            chunk = self.chunks[later]
            if self.counts(later):
                return later if self.chunks[later - 1].kind == "date" else position
            if chunk.kind not in {"word", "date", "noun", "preposition"}:
                return position
        return position

    def _next_in_list(self, position: int) -> int:
        """Return the position of the next item of a list, or the end."""
        end = len(self.chunks)
        following = position + 1
        if following + 1 < end and self.led_by(following + 1):
            # "80 soldiers with their commander"
            return following + 1
        # A phrase that hangs on the item ("a girl from the camp") does not end the list.
        while (
            following + 1 < end
            and self.chunks[following].kind == "preposition"
            and self._hangs(following + 1)
        ):
            following += 2
        following = self._behind_fates(following)
        following = self._behind_remark(self._behind_calibre(self._behind_state(following)))
        if following < end and self.chunks[following].kind == "open":
            closing = next(
                (i for i in range(following, end) if self.chunks[i].kind == "close"), end
            )
            following = closing + 1
        joint = following
        while joint < end and (
            self.chunks[joint].kind in {"and", "comma", "quote"}
            or (joint > following and self.word(joint).isdigit() and self._is_word(joint))
        ):
            joint += 1
        joint = self._behind_aside(joint)
        if joint + 1 < end and self.word(joint) in _ADDING and self.counts(joint + 1):
            joint += 1
        if joint == following or joint >= end:
            return end
        if self.word(joint) == "of" and self.word(joint - 1) == "and" and joint + 1 < end:
            # "the lives of a constable and of a child"
            joint += 1 + (self.chunks[joint + 1].kind == "quote" and joint + 2 < end)
            return joint if self.counts(joint) else end
        return joint

    def _behind_fates(self, position: int) -> int:
        """Skip "killed and wounded" behind an item: "lost 90 men killed and wounded, two tanks"."""
        if position >= len(self.chunks) or position + 1 >= len(self.chunks):
            return position
        group = self.chunks[position].verb
        both = group is not None and group.both and group.voice in {"bare", "passive"}
        return position + (both and self.chunks[position + 1].kind in {"comma", "and"})

    def _behind_remark(self, comma: int) -> int:
        """Skip ", one of which had been burned," behind an item."""
        if comma + 1 >= len(self.chunks) or self.chunks[comma].kind != "comma":
            return comma
        if self.word(comma + 1) in {"who", "whose"}:
            return self._behind_clause(comma)
        if self.last_word(comma + 1) not in {"which", "whom"}:
            return comma
        for closed in range(comma + 2, min(comma + 9, len(self.chunks))):
            if self.chunks[closed].kind == "comma":
                return closed
        return comma

    def _behind_clause(self, comma: int) -> int:
        """Skip ", whose songs all know," where "and" goes on with the list behind it."""
        for closed in range(comma + 2, min(comma + 18, len(self.chunks) - 1)):
            if self.chunks[closed].kind in {"stop", "colon"}:
                break
            if self.chunks[closed].kind == "comma" and self.chunks[closed + 1].kind == "and":
                return closed
        return comma

    def _behind_calibre(self, position: int) -> int:
        """Skip words in no list that hang on an item: "94 rounds of 5.56 mm ball, a rifle"."""
        if self.word(position) != "of":
            return position
        behind = position + 1
        while behind < len(self.chunks) and self._is_word(behind):
            behind += 1
        return behind if behind > position + 1 else position

    def _hangs(self, position: int) -> bool:
        """Tell whether "(a girl from) the camp", "(a couple on) leave" stands at a position."""
        if self.chunks[position].noun is not None:
            return not self.counts(position)
        marked = position + 1 < len(self.chunks) and self.chunks[position + 1].kind in _JOINTS
        return marked and self.chunks[position].kind == "word"

    def _behind_state(self, position: int) -> int:
        """Skip what a person was: "a man who was blind and his niece"."""
        if position + 2 >= len(self.chunks) or self.chunks[position].kind != "relative":
            return position
        if self.word(position + 1) not in words.BE or self.chunks[position + 1].verb is not None:
            return position
        for later in range(position + 2, min(position + 8, len(self.chunks) - 1)):
            if self.chunks[later].kind == "and":
                return later if self._is_further_person(later + 1) else position
            if self.chunks[later].kind not in {"word", "noun", "preposition"}:
                break
            if self.counts(later):
                break
        return position

    def _is_further_person(self, position: int) -> bool:
        """Tell whether "(a clerk who was on leave and) one nurse" stands here."""
        noun = self.chunks[position].noun
        person = noun is not None and noun.kind in {"strong", "weak"}
        return person and self.counts(position) and not self.owned(position)

    def _behind_aside(self, position: int) -> int:
        """Skip ", it seems," between "and" and the last of a list."""
        if self.word(position - 1) != "," or position < 2 or self.word(position - 2) != "and":
            return position
        for later in range(position, min(position + 4, len(self.chunks) - 1)):
            if self.chunks[later].kind == "comma":
                return later + 1 if self.counts(later + 1) else position
            if self.chunks[later].kind not in {"word", "preposition"}:
                break
        return position
