"""Those whom others hold, as whose hands tell: "lists nine guards dead and 40 in rebel hands"."""

from collections.abc import Iterator

from pipeline.language.function_words import BE, POSSESSIVES
from pipeline.language.rightward import Arguments

_PERSONS = frozenset({"strong", "weak"})
_OTHERS = frozenset("enemy hostile".split())
_FALLEN = frozenset("fall falls fell fallen".split())
# How many words may stand between "in" and "hands".
_LONGEST = 4


def read_in_hands(arguments: Arguments) -> Iterator[int]:
    """Yield the counted people who are said to be in the hands of others."""
    if "hands" not in arguments.lower:
        return
    told = False
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if index in arguments.bound:
            told = told or noun is None or noun.kind != "materiel"
            continue
        are = index + 1 + (arguments.word(index + 1) in BE)
        if noun is None or not arguments.counts(index) or not _in_hands(arguments, are):
            continue
        # "Two in rebel hands" may be towns, where no people are told before.
        if noun.kind in _PERSONS or (noun.kind == "bare" and told):
            yield index


def read_fallen_into_hands(arguments: Arguments) -> Iterator[tuple[int, int]]:
    """Yield those who "fell into the rebels' hands", and the chunk of the verb: they live."""
    if "hands" not in arguments.lower:
        return
    for index in range(1, len(arguments.chunks)):
        if arguments.last_word(index) in _FALLEN and _in_hands(arguments, index + 1, "into"):
            for who in arguments.left(index):
                noun = arguments.chunks[who].noun
                taken = noun is not None and noun.kind in _PERSONS | {"bare", "materiel"}
                first = arguments.chunks[who].first
                nobody = first > 0 and arguments.lower[first - 1] == "not"
                if taken and not nobody and arguments.counts(who):
                    yield who, index


def _in_hands(arguments: Arguments, index: int, opening: str = "in") -> bool:
    """Tell whether "in rebel hands", "in their hands", "in the hands of" stands at a chunk."""
    if arguments.word(index) != opening:
        return False
    first = arguments.chunks[index].last
    behind = arguments.lower[first : first + _LONGEST]
    if behind[:3] == ["the", "hands", "of"]:
        return True
    if "hands" not in behind[1:]:
        return False
    if behind[0] == "the" and behind[2:] and behind[2] in {"'", "’"}:
        # "the fighters' hands"
        return behind[3:] == ["hands"]
    if behind[0] == "the" and behind[1].endswith(("'s", "’s")):
        return behind[2] == "hands"
    if behind[0] in POSSESSIVES | _OTHERS or behind[0].endswith(("'s", "’s")):
        return behind[1] == "hands"
    owner = arguments.chunks[index + 1].noun
    return owner is not None and owner.subject != "" and owner.count is None
