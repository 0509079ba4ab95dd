"""Whether a verb of many senses is meant in the one of the vocabulary: "survived", "picked up"."""

from collections.abc import Callable

from pipeline.language import function_words as words
from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments

# Where and when soldiers fall; not "fell ill", "fell in love", "fell from a roof".
_FALLEN = frozenset("at during on near before beside with while when".split())
_OTHER_FALLS = frozenset("love line step place shape".split())
_BLAMED = frozenset("responsible accountable liable answerable guilty".split())
# How far behind "hold" it may stand.
_HOLDS_WHAT = 12
_DETERMINED = words.DETERMINERS | words.POSSESSIVES
# "held the whole day", "held a week".
_SPANS = frozenset("day days night nights week weeks month months hour hours year years".split())
_SEEING = frozenset("see sees saw seen watched watch".split())


def is_meant(arguments: Arguments, index: int) -> bool:
    """Tell whether the verb at a chunk index has the sense for which it is listed."""
    group = arguments.chunks[index].verb
    sense = _SENSES.get(group.verb.lemma) if group is not None else None
    return sense is None or sense(arguments, index)


def _survived(arguments: Arguments, index: int) -> bool:
    """Tell "one man survived by feigning death" from what else survives: things, the many."""
    group = arguments.chunks[index].verb
    who = next(arguments.left(index), None)
    if group is None or group.voice == "passive" or who is None:
        return False
    noun = arguments.chunks[who].noun
    if noun is None or noun.kind not in {"strong", "weak"}:
        return False
    if not noun.one and not (noun.count is not None and noun.count.low == noun.count.high == 1):
        return False
    following = arguments.chunks[index].last
    word = arguments.lower[following] if following < len(arguments.lower) else ""
    if word == "by":
        behind = arguments.lower[following + 1 : following + 2]
        return bool(behind) and behind[0].endswith("ing")
    return not word or not word[0].isalnum() or word in words.CONJUNCTIONS | {"because", "only"}


def _fell(arguments: Arguments, index: int) -> bool:
    """Tell "eleven soldiers fell at the bridge", "I saw six fall" from other falls."""
    told = index - 2 if arguments.word(index - 1) == "who" else index - 1
    before = arguments.chunks[told].noun if told >= 0 else None
    if before is None or (told == index - 1 and arguments.object_of_preposition(told)):
        return False
    following = arguments.chunks[index].last
    behind = arguments.lower[following : following + 2]
    seen = arguments.word(index - 2) in _SEEING and before.kind in {"bare", "strong", "weak"}
    if not seen and before.subject not in FORCES:
        return False
    if not behind or not behind[0][0].isalnum() or behind[0] in _FALLEN:
        return True
    return behind[0] == "in" and behind[1:2] != [] and behind[1] not in _OTHER_FALLS


def _did_by_force(arguments: Arguments, index: int) -> bool:
    """Tell whether soldiers, police or gunmen "came for" somebody or "picked" him "up"."""
    group = arguments.chunks[index].verb
    if group is not None and group.voice == "passive":
        agent = index + 2 if arguments.word(index + 1) == "by" else None
    else:
        agent = next(arguments.left(index), None)
    noun = (
        arguments.chunks[agent].noun
        if agent is not None and agent < len(arguments.chunks)
        else None
    )
    return noun is not None and noun.subject in FORCES


def _held(arguments: Arguments, index: int) -> bool:
    """Tell those who are held from "the front is held responsible", "300 rebels held the town"."""
    start = arguments.chunks[index].last
    if _is_at_bay(arguments, index):
        return False
    for word in arguments.lower[start : start + _HOLDS_WHAT]:
        if word in _BLAMED:
            return False
        if word in {",", ".", ";", "and", "in", "at", "for", "by"}:
            return True
    return True


def _is_at_bay(arguments: Arguments, index: int) -> bool:
    """Tell whether "held out", "held on for a week", "held their ground", "held the fort" stands.

    One who is held has no object behind the verb, unless it is another person.
    """
    group, following = arguments.chunks[index].verb, index + 1
    if group is None or group.voice == "passive" or following >= len(arguments.chunks):
        return False
    word, chunk = arguments.word(following), arguments.chunks[following]
    if word in {"out", "off", "firm"}:
        return True
    if word == "on":
        return (
            arguments.chunks[following + 1].kind != "date"
            if following + 1 < len(arguments.chunks)
            else True
        )
    if chunk.noun is None or word not in _DETERMINED:
        return False
    if chunk.noun.kind == "measure" and arguments.last_word(following) in _SPANS:
        return False
    return chunk.noun.kind in {"unknown", "measure", "materiel", "collective", "modifier"}


def _protested(arguments: Arguments, index: int) -> bool:
    """Tell a crowd that marches or rallies from an army that does."""
    who = next(arguments.left(index), None)
    noun = arguments.chunks[who].noun if who is not None else None
    if noun is None or noun.subject not in FORCES:
        return True
    return any(word.startswith(("protest", "demonstrat")) for word in arguments.lower)


def _got_out(arguments: Arguments, index: int) -> bool:
    """Tell those who got out of a fire or a siege from those who got out of a car."""
    if arguments.word(index + 1) != "of" or index + 2 >= len(arguments.chunks):
        return True
    noun = arguments.chunks[index + 2].noun
    return noun is None or noun.subject != "vehicles"


_SENSES: dict[str, Callable[[Arguments, int], bool]] = {
    "survive": _survived,
    "fall": _fell,
    "come for": _did_by_force,
    "pick up": _did_by_force,
    "hold": _held,
    "get out": _got_out,
    "march": _protested,
    "rally": _protested,
    "turn out": _protested,
}
