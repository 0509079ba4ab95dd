"""Set phrases of the vocabulary that are spelt out from their parts: "shot in the leg"."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from pipeline.language.inflection import conjugate


def family_entries(lists: Mapping[str, Any], voice: str) -> Iterator[str]:
    """Yield "shoot in the leg", "lose his right arm" for all families of phrases of one voice.

    A family is a list of verbs and lists of words; one of each list, in order, stands behind
    the verb. A word may be left empty.
    """
    for family in lists.get("families", ()):
        if family["voice"] != voice:
            continue
        tails = [" ".join(word for word in words if word) for words in product(*family["words"])]
        for entry in family["verbs"]:
            forms = conjugate(entry)
            three = (forms.base, forms.past, forms.participle)
            for tail in tails:
                yield "/".join(f"{form} {tail}" for form in three)


def variants(phrase: str) -> tuple[str, ...]:
    """Spell out the possessive of a set phrase: "lost one's life", "lost their lives"."""
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
