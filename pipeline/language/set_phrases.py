"""Verbs and set phrases of the vocabulary, from the words in which its lists tell them."""

from collections.abc import Iterable, Sequence

from pipeline.language.inflection import VerbForms, conjugate
from pipeline.language.verb_index import Family, Verb, VerbPart

# How set phrases open that deny, and as they are spoken.
_SHORT = {
    "do not ": "don't ",
    "did not ": "didn't ",
    "will not ": "won't ",
    "would not ": "wouldn't ",
    "could not ": "couldn't ",
    "have not ": "haven't ",
    "has not ": "hasn't ",
    "had not ": "hadn't ",
    "cannot ": "can't ",
}
_PARTS: tuple[VerbPart, ...] = ("base", "present", "past", "participle", "gerund")


def parts_of(forms: VerbForms) -> dict[str, frozenset[VerbPart]]:
    """Return each form in all its spellings, with the parts of the verb that it can be."""
    surfaces: dict[str, set[VerbPart]] = {}
    for part in _PARTS:
        for surface in _variants(getattr(forms, part)):
            surfaces.setdefault(surface, set()).add(part)
    return {surface: frozenset(parts) for surface, parts in surfaces.items()}


def build_family(
    claim_type: str, voice: str, verbs: Iterable[str], words: Iterable[Sequence[str]]
) -> Family:
    """Return the set phrases of verbs and lists of words: "shoot in the leg".

    Args:
        claim_type: what all of them tell.
        voice: transitive, or intransitive where the one counted is the subject.
        verbs: as for `conjugate`.
        words: lists; one word of each stands behind the verb, in order.
    """
    forms: dict[str, Verb] = {}
    for entry in verbs:
        conjugated = conjugate(entry)
        for surface, parts in parts_of(conjugated).items():
            verb = Verb(conjugated.base, (claim_type,), parts, voice == "transitive")
            forms.setdefault(surface, verb)
    return Family(forms, tuple(tuple(slot) for slot in words))


def _variants(phrase: str) -> tuple[str, ...]:
    """Spell out the possessive of a set phrase: "lost one's life", "lost their lives"."""
    for full, short in _SHORT.items():
        if phrase.startswith(full):
            return phrase, phrase.replace(full, short, 1)
    if "themselves" in phrase:
        return tuple(
            phrase.replace("themselves", rest) for rest in ("themselves", "himself", "herself")
        )
    if "one's" not in phrase:
        return (phrase,)
    return tuple(
        phrase.replace("one's life", rest)
        for rest in ("his life", "her life", "their lives", "their life")
    )
