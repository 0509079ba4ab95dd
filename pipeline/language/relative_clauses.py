"""Relative clauses between a verb and its subject: "a boy who filmed the trucks was hit"."""

from pipeline.language import function_words as words
from pipeline.language.coordination import Coordination

# How many chunks may stand between a verb and its subject.
REACH = 14
AUXILIARY_OR_SPEECH = words.AUXILIARIES | words.SPEECH


class RelativeClauses(Coordination):
    """Tells what stands inside a relative clause, and the noun phrase that it describes."""

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

    def _relative_before(self, verb: int) -> int | None:
        """Return the "which" whose clause ends with a verb: "a jet which took off was hit"."""
        for position in range(verb - 1, max(-1, verb - REACH), -1):
            kind = self.chunks[position].kind
            if kind == "relative" and self.word(position) != "that":
                return position
            if kind in {"stop", "comma", "colon", "verb", "quote"}:
                return None
        return None

    def _reduced_relative(self, position: int) -> bool:
        """Tell whether a participle hangs on the noun before: "a worker employed there died"."""
        chunk = self.chunks[position]
        return (
            chunk.kind == "other_verb"
            and self.word(position) not in AUXILIARY_OR_SPEECH
            and position > 0
            and self.chunks[position - 1].noun is not None
            and self.counts(position - 1)
        )
