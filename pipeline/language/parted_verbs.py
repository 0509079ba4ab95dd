"""Verbs and set phrases, also those whose rest stands apart: "put ... out of action"."""

from collections.abc import Sequence

from pipeline.language.tokens import Token
from pipeline.language.verb_index import Verb
from pipeline.language.vocabulary import Vocabulary

# Marks over which no set phrase and no aside reaches.
BOUNDS = frozenset({";", ".", ":", "(", '"', "“"})
# How far behind the verb the rest of a set phrase may stand: "put ... out of action".
_APART = 9


class PartedVerbs:
    """Finds the verb at a position of a sentence.

    Args:
        vocabulary: the word lists.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._verbs = vocabulary.verbs
        self._parted = vocabulary.parted_verbs

    def at(self, tokens: Sequence[Token], position: int) -> tuple[int, Verb] | None:
        """Return the verb at a position, also one whose rest stands behind its object."""
        found = self._verbs.at(tokens, position)
        if found is not None and found[0] > position + 1:
            return found
        verb = self._standing_around(tokens, position)
        return (position + 1, verb) if verb is not None else found

    def _standing_around(self, tokens: Sequence[Token], start: int) -> Verb | None:
        """Return the set phrase the rest of which follows in the clause, behind something else."""
        first = tokens[start].lower
        rests = self._parted.get(first, {})
        if not rests and not self._verbs.opens_family(first):
            return None
        for position in range(start + 2, min(start + 1 + _APART, len(tokens))):
            if tokens[position - 1].text in BOUNDS:
                return None
            for rest, verb in rests.get(tokens[position].lower, ()):
                words = [token.lower for token in tokens[position : position + len(rest)]]
                if tuple(words) == rest:
                    return verb
            member = self._verbs.rest_at(first, tokens, position, transitive=True)
            if member is not None:
                return member[1]
        return None
