"""Whether what was done fits those who are counted, and what claim that makes."""

from pipeline.language.ellipses import Ellipses
from pipeline.language.findings import MATERIEL_TYPES
from pipeline.language.function_words import THINGS
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.things_told import counts_things, is_part, says_which
from pipeline.language.verb_types import NAMED_TYPES

# Vehicles with which no force is sent.
_OF_RESCUERS = frozenset("engines ambulances ambulance bulldozers excavators engine".split())


# Done to persons only, whatever their names; towns are "captured".
_ONLY_TO_PERSONS = frozenset(
    {"gun down", "assassinate", "behead", "lynch", "shoot dead", "stab to death"}
    | {"abduct", "kidnap", "hack to death", "beat to death", "shoot to death", "martyr"}
)
_CAUGHT = frozenset({"catch", "take prisoner", "take captive", "make prisoner"})


class Bindings(Ellipses):
    """Ties noun phrases to what was done to them."""

    def _counted_before(self, index: int) -> bool:
        """Tell whether the state is said of a counted group: "two dead: a clerk and a driver"."""
        return index > 0 and self._arguments.counts(index - 1)

    def _bind(self, index: int, chunk: Chunk, trigger: int, real: bool) -> None:
        """Tie the noun phrase to the action if the two fit."""
        noun = self._chunks[index].noun
        assert noun is not None
        if "incidents" in chunk.types:
            # "investigated eleven violations and confirmed three"
            again = noun.anaphor or (noun.kind == "bare" and index == trigger + 1)
            if again and self._bind_incidents(index, trigger):
                return
        of_things = self._is_of_things(noun, chunk) or self._lists_things(index, trigger)
        of_things = of_things or says_which(self._arguments, index)
        told = counts_things(self._arguments, index) if of_things else None
        claim_type = self._fitting_type(noun, chunk)
        if claim_type is None:
            return
        if chunk.verb is not None and chunk.verb.both:
            claim_type = "killed_or_wounded"
        if claim_type == "strength" and (
            self._ends_in(index, _OF_RESCUERS) or self._counts_some_of(index)
        ):
            return
        if noun.count is None and not noun.one and not self._is_somebody(index, chunk):
            caught = chunk.verb is not None and chunk.verb.verb.lemma in _CAUGHT
            if noun.kind != "name" or not (claim_type in NAMED_TYPES or caught):
                return
        finding = self._keep(index, claim_type, trigger, real or self._is_estimate(noun, chunk))
        if told is not None and is_part(self._arguments, index):
            finding.whole = told

    def _is_somebody(self, index: int, chunk: Chunk) -> bool:
        """Tell whether the deed makes an unknown word a person: "gunned down a barangay tanod"."""
        noun = self._noun(index)
        if noun.kind != "unknown" or self._arguments.word(index) not in {"a", "an"}:
            return False
        if chunk.verb is None or chunk.verb.verb.lemma not in _ONLY_TO_PERSONS:
            return False
        return self._arguments.last_word(index) not in THINGS

    def _counts_some_of(self, index: int) -> bool:
        """Tell whether "43 of the 90 soldiers (stationed there)" stands here."""
        chunk = self._chunks[index]
        words = [token.lower for token in self._tokens[chunk.first : chunk.last]]
        return self._noun(index).anaphor and "of" in words

    def _is_estimate(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Read "as many as 900 may have died": the most that somebody reckons to be dead."""
        said = [token.lower for token in self._tokens[chunk.first : chunk.first + 2]]
        most = noun.count is not None and noun.count.qualifier == "at_most"
        return most and said in (["may", "have"], ["might", "have"])

    def _take_cases(self, index: int) -> None:
        """Take "17 similar cases", of what is told before, for incidents."""
        chunk = self._chunks[index]
        words = {token.lower for token in self._tokens[chunk.first : chunk.last]}
        if chunk.noun and "cases" in words and not words.isdisjoint({"similar", "such"}):
            chunk.noun.kind, chunk.noun.subject = "incidents", "attacks"

    def _lists_things(self, index: int, trigger: int) -> bool:
        """Tell whether a verb's object told before counts things: "seized six cars and three"."""
        return any(
            trigger < noun < index and told.trigger == trigger and claim_type in MATERIEL_TYPES
            for (noun, claim_type), told in self._findings.items()
        )

    def _bind_incidents(self, index: int, trigger: int) -> bool:
        """Read "66 massacres, four of which occurred ..." as a part of them."""
        for earlier in range(index - 1, -1, -1):
            noun = self._chunks[earlier].noun
            if noun is not None and noun.kind == "incidents" and noun.count is not None:
                part = self._chunks[index].noun
                assert part is not None
                part.subject, part.kind = noun.subject, "incidents"
                self._keep(index, "incidents", trigger, True).whole = earlier
                return True
        return False
