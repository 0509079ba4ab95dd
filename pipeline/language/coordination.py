"""What "and" and commas join to a noun phrase on its left."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.appositions import Appositions
from pipeline.language.given_figures import SAID

_REACH = 14
_ASIDE = frozenset("on against at near in".split())
_BE_HAVE_OR_SPEECH = words.BE | words.HAVE | words.SPEECH | SAID


class Coordination(Appositions):
    """Walks from the last of those told together to the first."""

    def _loose_name(self, position: int) -> bool:
        """Tell whether a name is the object of a verb that the vocabulary does not know."""
        noun = self.chunks[position].noun
        assert noun is not None
        if (
            noun.kind not in {"name", "unknown", "measure"}
            or noun.count is not None
            or position == 0
        ):
            return False
        return self.chunks[position - 1].kind in {"word", "other_verb"} and self.word(
            position - 1
        ) not in {"lt", "col", "gen", "maj"}

    def _tells_ages(self, comma: int) -> bool:
        """Tell whether ", aged 9 and 4," ends at a comma."""
        return any(self.word(index) == "aged" for index in range(max(0, comma - 5), comma))

    def coordinated_left(self, position: int) -> Iterator[int]:
        """Yield what is joined to the noun phrase at `position` by "and" or commas."""
        current = companion = counted = position
        if self._tells_of_theirs(position):
            return
        while True:
            edge = self._over_adjectives(current)
            joint = edge
            while joint >= 0 and self.chunks[joint].kind in {"and", "comma"}:
                joint -= 1
            if joint < 0 or joint == edge:
                return
            if self.chunks[joint + 1].kind == "comma" and self.chunks[joint].noun is None:
                # "a bride, whose wedding was near, and her friends"
                joint = self.before_parenthesis(joint + 1)
            joint = self._over_phrases(joint)
            if joint in self.included:
                # "11 soldiers, among them a captain, and four rebels died"
                current = self.included[joint]
                continue
            noun = self.chunks[joint].noun if joint >= 0 else None
            if noun is None:
                return
            if noun.kind == "pronoun":
                return
            if self.renames(joint):
                current = joint
                continue
            if self._joins_named(joint, companion):
                yield joint
                current = companion = joint
                continue
            if not self.counts(joint):
                if noun.kind not in {"strong", "weak", "materiel", "unknown"}:
                    return
                current = joint
                continue
            if self._is_object(joint) or self._is_aside(joint):
                return
            if joint in self.bound and counted not in self.bound:
                return
            if self._only_beside(joint, counted):
                return
            yield joint
            current = companion = counted = joint

    def _tells_of_theirs(self, position: int) -> bool:
        """Tell whether "20 rebels, their leader (killed), fled" joins nobody to the leader."""
        return self.word(position) in words.POSSESSIVES and (
            position > 1 and self.chunks[position - 1].kind == "comma" and self.counts(position - 2)
        )

    def _joins_named(self, left: int, right: int) -> bool:
        """Tell whether a name goes with the person behind it: "Ana Ruiz and her son were"."""
        named, other = self.chunks[left].noun, self.chunks[right].noun
        if named is None or other is None or named.kind != "name" or left in self.bound:
            return False
        if self.object_of_preposition(left) or self._is_object(left) or self._loose_name(left):
            return False
        goes_with = other.kind == "name" or self.word(right) in words.POSSESSIVES
        if other.count is not None:
            # "Omar Dib and two others were killed"
            long = self.chunks[left].last - self.chunks[left].first > 1
            goes_with = goes_with or (left == 0 and long) or self.is_person(left)
        return goes_with and not self._is_singular(right + 1)

    def _is_singular(self, position: int) -> bool:
        """Tell whether the verb behind a noun phrase is said of one: "was", "has been"."""
        while position < len(self.chunks) and self.chunks[position].kind == "comma":
            position += 1
        return self.word(position) in {"was", "has", "is"}

    def _is_aside(self, joint: int) -> bool:
        """Tell whether a phrase before a comma is no subject: "ambush on a train, four died"."""
        if self._names_source(joint) or self._opens_with_phrase(joint):
            return True
        return self.chunks[joint + 1].kind == "comma" and self.word(joint - 1) in _ASIDE

    def _names_source(self, position: int) -> bool:
        """Tell whether "according to a nurse" stands here."""
        first = self.chunks[position].first
        return self.lower[max(0, first - 2) : first] == ["according", "to"]

    def _opens_with_phrase(self, position: int) -> bool:
        """Tell whether a sentence opens with "Of a crew of twelve,": no subject stands in it."""
        if position > _REACH:
            return False
        while position > 1 and self.chunks[position - 1].kind == "preposition":
            position -= 2
            if self.chunks[position].noun is None:
                return False
        opener = self.chunks[position - 1] if position == 1 else None
        return opener is not None and self.word(0) in {"of", "from", "for"}

    def _only_beside(self, left: int, right: int) -> bool:
        """Tell whether people and things only share a list: "90 fighters, two tanks taken"."""
        between = self.chunks[left + 1 : right]
        kinds = [self.chunks[index].noun for index in (left, right)]
        materiel = [noun is not None and noun.kind == "materiel" for noun in kinds]
        return materiel[0] != materiel[1] and all(chunk.kind != "and" for chunk in between)

    def _over_adjectives(self, position: int) -> int:
        """Return the chunk before a noun phrase without count and its unknown adjectives."""
        before = position - 1
        if self.counts(position):
            return before
        for edge in range(before, max(-1, before - 4), -1):
            kind = self.chunks[edge].kind
            if kind in {"and", "comma"}:
                return edge
            if kind != "word" and (kind != "other_verb" or self.word(edge) in words.BE):
                return before
        return before

    def _over_phrases(self, position: int) -> int:
        """Walk left over prepositional phrases: "three soldiers in the north and ..."."""
        while (
            position >= 2
            and self.chunks[position].noun is not None
            and self.chunks[position - 1].kind == "preposition"
            and not self.counts(position)
            and self.chunks[position - 2].noun is not None
        ):
            position -= 2
        if not self.counts(position):
            return self._behind_long_phrase(position)
        return position

    def _behind_long_phrase(self, position: int) -> int:
        """Return the counted group of "three candidates in next month's local elections and"."""
        for earlier in range(position, max(-1, position - 9), -1):
            chunk = self.chunks[earlier]
            if self.counts(earlier):
                hangs = self.chunks[earlier + 1].kind == "preposition"
                return earlier if hangs else position
            if chunk.kind not in {"word", "date", "noun", "preposition"}:
                return position
        return position

    def _is_object(self, position: int) -> bool:
        """Tell whether the noun phrase is the object of a verb before it."""
        before = position - 1
        while (
            before >= 0
            and self.chunks[before].kind in {"and", "comma"}
            and before >= 1
            and self.chunks[before - 1].noun is not None
        ):
            before -= 2
        if (
            before >= 0
            and self.chunks[before].kind == "other_verb"
            and self.word(before) not in _BE_HAVE_OR_SPEECH
        ):
            # "acknowledged six soldiers and four guards killed" has no other object
            return True
        group = self.chunks[before].verb if before >= 0 else None
        return group is not None and group.verb.transitive and group.voice != "passive"
