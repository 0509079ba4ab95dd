"""Subjects that a verb shares with one before it: "fled but were killed", "widowed, she fled"."""

from pipeline.language.relative_clauses import AUXILIARY_OR_SPEECH, REACH
from pipeline.language.reported_verbs import ReportedVerbs


class SharedSubjects(ReportedVerbs):
    """Finds the subject of a verb that has none of its own, or only a pronoun."""

    def _shared_subject(self, position: int) -> int | None:
        """Return the subject that a second verb shares with the first: "fled but were killed"."""
        for candidate in range(position - 1, max(-1, position - 2 * REACH), -1):
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

    def _gerund(self, index: int) -> bool:
        group = self.chunks[index].verb
        if group is not None and self.word(index) == "being":
            # "was missing after being led away"; "was shot after being led away" tells the death.
            before = self.chunks[max(0, index - REACH) : index]
            return not any(chunk.kind == "verb" for chunk in before)
        return group is not None and group.voice == "gerund"

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
        return done and self.word(position - 1) not in AUXILIARY_OR_SPEECH

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
