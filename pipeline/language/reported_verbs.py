"""Verbs told as the word of another: "the 30 tanks the mayor says were destroyed"."""

from pipeline.language import function_words as words
from pipeline.language.relative_clauses import RelativeClauses

_SAYING = frozenset("says said say claims claimed claim believes insists insisted".split())


class ReportedVerbs(RelativeClauses):
    """Finds the group or the verb from which those who tell it part a deed."""

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
