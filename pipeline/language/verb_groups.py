"""Verb groups: a verb for what was done, with its auxiliaries and what it is joined to."""

from collections.abc import Sequence
from typing import Literal

from pipeline.language import function_words as words
from pipeline.language.auxiliaries import Auxiliaries, AuxiliaryReader
from pipeline.language.parted_verbs import PartedVerbs
from pipeline.language.phrases import Chunk, VerbGroup
from pipeline.language.tokens import Token
from pipeline.language.verb_index import Verb
from pipeline.language.verb_or_noun import VerbOrNoun
from pipeline.language.vocabulary import Vocabulary

_FEARED = frozenset({"feared", "presumed", "missing"})
_QUOTES = frozenset("\"“”'‘’«»")
_HELD = frozenset({"arrested", "captured"})
_FIRST_OF_TWO = frozenset({"shoot", "take out"})
_INJURED = frozenset({"wounded", "injured"})


class VerbReader:
    """Reads the verb group that begins at a token."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._openers = vocabulary.verb_openers
        self._verbs = PartedVerbs(vocabulary)
        self._auxiliaries = AuxiliaryReader(vocabulary, self._verbs)
        self._homographs = VerbOrNoun(vocabulary)

    def read(self, tokens: Sequence[Token], position: int, before: list[Chunk]) -> Chunk | None:
        """Return the verb group, or the state ("dead"), that begins at `position`, or None."""
        if tokens[position].lower not in self._openers:
            return None
        found = self._auxiliaries.read(tokens, position)
        helped = found.end > position
        idiom = self._idiom(tokens, position) if helped else None
        if idiom is not None:
            return idiom
        verb_at = self._verb_behind(tokens, position, found)
        # "Feared dead" is not dead.
        found.unreal |= any(token.lower in _FEARED for token in tokens[position : found.end])
        if verb_at is None:
            return self._state(tokens, position, found) if found.passive or not helped else None
        verb_end, verb = verb_at
        voice = _voice(verb, found, helped)
        if voice == "passive" and verb.types[0] == "protested" and not verb.transitive:
            # "Thirty men were marched into the forest": led away, not protesting.
            return None
        if voice is None or not (
            helped or self._homographs.is_verb(verb, voice, tokens, (position, verb_end), before)
        ):
            return None if helped else self._state(tokens, position, found)
        verb_end, verb, both = self._joined(tokens, verb_end, verb)
        group = VerbGroup(verb, voice, found.unreal, found.negated, both)
        return Chunk("verb", position, verb_end, verb=group, types=verb.types)

    def _idiom(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Read a set phrase that opens with an auxiliary: "had their throats cut"."""
        if tokens[position].lower not in words.AUXILIARIES:
            return None
        found = self._vocabulary.verbs.at(tokens, position)
        if found is None:
            return None
        group = VerbGroup(found[1], "active", False, False)
        return Chunk("verb", position, found[0], verb=group, types=found[1].types)

    def _verb_behind(
        self, tokens: Sequence[Token], position: int, found: Auxiliaries
    ) -> tuple[int, Verb] | None:
        """Return the verb behind auxiliaries; moves their end to where it, or a state, begins."""
        if found.end == position and self._reports_dead(tokens, position):
            found.end += 1
            return None
        verb_at = self._verbs.at(tokens, found.end) if found.end < len(tokens) else None
        if verb_at is None and found.end > position and not found.unreal:
            verb_at = self._quoted(tokens, found.end)
            found.end += verb_at is not None
        return verb_at

    def _quoted(self, tokens: Sequence[Token], position: int) -> tuple[int, Verb] | None:
        """Return the verb of 'had been "neutralised"', which alone stands in quotation marks."""
        if position + 2 >= len(tokens) or tokens[position].text not in _QUOTES:
            return None
        found = self._verbs.at(tokens, position + 1)
        if found is None or found[0] >= len(tokens) or tokens[found[0]].text not in _QUOTES:
            return None
        return found

    def _reports_dead(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "reported dead" stands here, as in "240 people reported dead"."""
        following = position + 1
        return (
            tokens[position].lower in words.HEARSAY
            and following < len(tokens)
            and self._vocabulary.adjectives.at(tokens, following) is not None
            and self._vocabulary.verbs.at(tokens, following) is None
        )

    def _state(self, tokens: Sequence[Token], position: int, found: Auxiliaries) -> Chunk | None:
        """Read "(were) dead", "killed or wounded" as a state, or None where none is told."""
        if found.end >= len(tokens):
            return None
        state = self._vocabulary.adjectives.at(tokens, found.end)
        if state is None:
            return None
        end, claim_type = state
        if tokens[position].lower in words.PREPOSITIONS and claim_type in _HELD:
            # "died in custody"
            return None
        following = [token.lower for token in tokens[end : end + 2]]
        both = (
            claim_type == "killed"
            and len(following) == 2
            and following[0] in {"or", "and"}
            and following[1] in _INJURED
        )
        end += 2 * both
        lemma = Verb(tokens[end - 1].lower, (claim_type,), frozenset({"participle"}), True)
        group = VerbGroup(lemma, "passive", found.unreal, found.negated, both)
        return Chunk("state", position, end, verb=group, types=(claim_type,))

    def _joined(self, tokens: Sequence[Token], end: int, verb: Verb) -> tuple[int, Verb, bool]:
        """Take in a second verb with the same object: "killed or wounded", "shot and killed"."""
        if end + 1 >= len(tokens) or tokens[end].lower not in {"and", "or", "/"}:
            return end, verb, False
        second = self._vocabulary.verbs.at(tokens, end + 1)
        if second is None or not second[1].transitive or not second[1].parts & verb.parts:
            return end, verb, False
        if second[1].lemma == "lose":
            # "was struck in the face and lost two teeth"
            return end, verb, False
        if verb.lemma in _FIRST_OF_TWO:
            # "shot and wounded", "shot and killed", "taken out and shot"
            return second[0], second[1], False
        pair = {verb.types[0], second[1].types[0]}
        if pair == {"killed", "wounded"}:
            return second[0], verb, True
        if verb.types[0] in {"incidents", "strength"}:
            return second[0], second[1], False
        if "killed" in pair:
            return second[0], verb if verb.types[0] == "killed" else second[1], False
        if second[1].types == ("destroyed",):
            # "hijacked and torched"
            return second[0], second[1], False
        return second[0], verb, False


def _voice(
    verb: Verb, found: Auxiliaries, helped: bool
) -> Literal["active", "passive", "bare", "gerund", "infinitive"] | None:
    """Return the voice that a form of a verb has behind auxiliaries, or None where it has none.

    Args:
        verb: the verb with the parts that its form can be.
        found: the auxiliaries.
        helped: whether there are any.
    """
    parts = verb.parts
    if not helped:
        if parts & {"past", "participle"}:
            return "bare"
        return "gerund" if "gerund" in parts else "active"
    if found.passive:
        if "participle" in parts:
            return "passive"
        return "active" if "gerund" in parts else None
    if found.infinitive:
        return "infinitive" if "base" in parts else None
    return "active"
