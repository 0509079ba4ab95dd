"""Verbs and set phrases, also those whose rest stands apart: "put ... out of action"."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.tokens import Token
from pipeline.language.verb_index import Verb
from pipeline.language.vocabulary import Vocabulary

# Marks over which no set phrase and no aside reaches.
BOUNDS = frozenset({";", ".", ":", "(", '"', "“"})
# How far behind the verb the rest of a set phrase may stand: "put ... out of action".
_APART = 9
# How many words an object before "away" may have: "two of his cousins".
_OBJECT = 5
_NO_OBJECT = (
    (words.PREPOSITIONS - {"of"})
    | words.AUXILIARIES
    | frozenset(", that who wounded injured hurt".split())
)


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
                if len(rest) == 1 and not _is_led(tokens, start, position):
                    continue
                behind = [token.lower for token in tokens[position : position + len(rest)]]
                if tuple(behind) == rest:
                    return verb
            member = self._verbs.rest_at(first, tokens, position, transitive=True)
            if member is not None:
                return member[1]
        return None


def _is_led(tokens: Sequence[Token], start: int, particle: int) -> bool:
    """Tell whether an object stands in "led |two of the clerks| away", not in "led him off a hill".

    Who was hurt is dragged to safety.
    """
    between = tokens[start + 1 : particle]
    behind = tokens[particle + 1].lower if particle + 1 < len(tokens) else ""
    lower = {token.lower for token in between}
    fits = len(between) <= _OBJECT and lower.isdisjoint(_NO_OBJECT)
    return fits and behind not in words.DETERMINERS | words.POSSESSIVES | {"from"}
