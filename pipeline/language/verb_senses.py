"""Whether a verb of many senses is meant in the one of the vocabulary: "survived", "picked up"."""

from collections.abc import Callable

from pipeline.language import function_words as words
from pipeline.language.findings import FORCES
from pipeline.language.force_senses import (
    changed_sides,
    did_by_force,
    ends_clause,
    gave_up,
    held_by_others,
    lifted,
    passive,
)
from pipeline.language.rightward import Arguments
from pipeline.language.ways_of_taking import is_caught_amidst

# Where and when soldiers fall; not "fell ill", "fell in love", "fell from a roof".
_FALLEN = frozenset(
    "at during on near before beside with while when elsewhere there here too".split()
)
# Who falls as soldiers do: "two comrades fell", "one of our own fell".
_OWN_SIDE = frozenset("comrade comrades own".split())
_OTHER_FALLS = frozenset("love line step place shape".split())
_BLAMED = frozenset("responsible accountable liable answerable guilty".split())
# How far behind "hold" it may stand.
_HOLDS_WHAT = 12
_DETERMINED = words.DETERMINERS | words.POSSESSIVES
# "held the whole day", "held a week".
_SPANS = frozenset("day days night nights week weeks month months hour hours year years".split())
_FIRING = tuple("fire shot shoot volley enemy police policemen wounded soldiers troops".split())
_SEEING = frozenset("see sees saw seen watched watch".split())

# How many words behind "shot" it may stand that those who were hit lived on.
_LIVED_ON = 14
_SURVIVED_SHOTS = frozenset(
    "wounded injured hurt hospital survived survives recovering treated stable critical serious "
    "condition surgery wounding injuring hospitalised hospitalized wounds wound injuries "
    "film video photographed photographs".split()
)
_DIED = frozenset("died dies succumbed killed dead death".split())
# What follows "five men shot" where they are not the ones who shoot.
_SHOT_WHERE = frozenset(
    ". , ; by near on outside inside beside against in during after when while for".split()
)
# "shot in the air, in all directions, in self-defence"
_SHOTS = frozenset("air directions direction response self-defence self-defense anger".split())
_SHOT_AND = frozenset(". , ; by near outside beside in at on".split())
# What stands behind those who "fell in the battle", "to sniper fire", "for the fatherland".
_IN_BATTLE = tuple("battle fight assault defen siege sniper homeland fatherland motherland".split())
# What people survive by in hard times.
_LIVING = frozenset("eating selling begging farming growing drinking working trading".split())
# What is lost without a loss.
_MISSED = frozenset("track sight count contact touch hold control patience".split())
_OF_WHOM = (["of"], ["with"])
_RESCUED = frozenset("survivor survivors passenger passengers children crew sailors".split())
_RESCUING = frozenset(
    "boat boats ship ships vessel sea lifeboat helicopter helicopters rescue rescued rescuers "
    "ambulance ambulances trawler coastguard".split()
)
_VIOLENCE = tuple(
    "attack bomb shell mine massacr sniper fire strike raid explosion gun bullet landmine missile "
    "rocket airstrike shoot ambush blast assault".split()
)


def is_meant(arguments: Arguments, index: int) -> bool:
    """Tell whether the verb at a chunk index has the sense for which it is listed."""
    group = arguments.chunks[index].verb
    if group is None:
        return True
    lemma = group.verb.lemma
    if lemma.startswith(_GOING) and group.verb.transitive:
        return _passive_or_around(arguments, index)
    if lemma.startswith("leave ") and group.verb.types[0] == "wounded":
        return _left_somebody(arguments, index)
    sense = _SENSES.get(lemma)
    return sense is None or sense(arguments, index)


def _survived(arguments: Arguments, index: int) -> bool:
    """Tell "two men survived by feigning death", "one survived" from what else survives."""
    group = arguments.chunks[index].verb
    who = next(arguments.left(index), None)
    if group is None or group.voice == "passive" or who is None:
        return False
    noun = arguments.chunks[who].noun
    if noun is None or noun.kind not in {"strong", "weak"}:
        return False
    following = arguments.chunks[index].last
    word = arguments.lower[following] if following < len(arguments.lower) else ""
    if word == "by":
        behind = arguments.lower[following + 1 : following + 2]
        return bool(behind) and behind[0].endswith("ing") and behind[0] not in _LIVING
    if not noun.one and not (noun.count is not None and noun.count.low == noun.count.high == 1):
        return False
    return not word or not word[0].isalnum() or word in words.CONJUNCTIONS | {"because", "only"}


def _fell(arguments: Arguments, index: int) -> bool:
    """Tell "eleven soldiers fell at the bridge", "I saw six fall" from other falls."""
    told = index - 2 if arguments.word(index - 1) == "who" else index - 1
    before = arguments.chunks[told].noun if told >= 0 else None
    if before is None or (told == index - 1 and arguments.object_of_preposition(told)):
        return False
    following = arguments.chunks[index].last
    behind = arguments.lower[following : following + 2]
    person = before.kind in {"bare", "strong", "weak"}
    if person and any(word.startswith(_IN_BATTLE) for word in arguments.lower[following:][:4]):
        return True
    if arguments.last_word(told) == "enemy":
        return True
    seen = arguments.word(index - 2) in _SEEING and person
    bare = before.kind == "bare" and before.count is not None
    if bare and not seen and ends_clause(arguments, index, frozenset()):
        # "Guards opened fire; six fell."
        return any(word.startswith(_FIRING) for word in arguments.lower)
    fighters = before.subject in FORCES or before.subject == "protesters"
    if not (seen or fighters or arguments.last_word(told) in _OWN_SIDE):
        return False
    if not behind or not behind[0][0].isalnum() or behind[0] in _FALLEN:
        return True
    return behind[0] == "in" and behind[1:2] != [] and behind[1] not in _OTHER_FALLS


def _picked_up(arguments: Arguments, index: int) -> bool:
    """Tell those whom police picked up, and who were "picked up at the station", from rescues."""
    group = arguments.chunks[index].verb
    start = arguments.chunks[index].last
    if group is None or group.voice != "passive" or "by" in arguments.lower[start : start + 2]:
        return did_by_force(arguments, index)
    who = next(arguments.left(index), None)
    noun = arguments.chunks[who].noun if who is not None else None
    return (
        noun is not None
        and noun.kind in {"strong", "weak", "bare"}
        and arguments.last_word(who or 0) not in _RESCUED
        and _RESCUING.isdisjoint(arguments.lower)
    )


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
    start = arguments.chunks[index].last
    if arguments.lower[start : start + 2] in (["to", "have"], ["to", "be"]):
        # "turned out to have left"
        return False
    if noun is None or noun.subject not in FORCES:
        return True
    return any(word.startswith(("protest", "demonstrat")) for word in arguments.lower)


def _got_out(arguments: Arguments, index: int) -> bool:
    """Tell those who got out of a fire or a siege from those who got out of a car."""
    if arguments.word(index + 1) != "of" or index + 2 >= len(arguments.chunks):
        return True
    noun = arguments.chunks[index + 2].noun
    return noun is None or noun.subject != "vehicles"


def _shot(arguments: Arguments, index: int) -> bool:
    """Tell those who were shot, and are taken for dead, from shots fired and from survivors."""
    chunk = arguments.chunks[index]
    group = chunk.verb
    behind = arguments.lower[chunk.last : chunk.last + _LIVED_ON]
    clause = _clause(behind)
    if group is None or (_DIED.isdisjoint(clause) and not _SURVIVED_SHOTS.isdisjoint(clause)):
        return False
    if group.voice == "passive":
        return behind[:2] not in (["at", "by"], ["at", "from"], ["at", ","], ["at", "."])
    if group.voice == "infinitive":
        return False
    target = arguments.chunks[index + 1].noun if index + 1 < len(arguments.chunks) else None
    if target is not None and (target.count is not None or target.one):
        return target.kind in {"strong", "weak", "bare"}
    if group.voice != "bare":
        return False
    if behind[:1] == ["in"] and not _SHOTS.isdisjoint(behind[1:3]):
        return False
    joined = arguments.chunks[index - 1].kind == "and" if index else False
    return not behind or behind[0] in (_SHOT_AND if joined else _SHOT_WHERE)


def _clause(lower: list[str]) -> list[str]:
    """Return the words up to the end of the clause."""
    ends = [place for place, word in enumerate(lower) if word in {";", ".", ":"}]
    return lower[: ends[0]] if ends else lower


def _passive_or_around(arguments: Arguments, index: int) -> bool:
    """Tell "were marched into the forest", "led five men into the hills" from who goes there."""
    chunk = arguments.chunks[index]
    around = chunk.last - chunk.first == 1
    by = arguments.lower[chunk.last : chunk.last + 1] == ["by"]
    return around or by or (chunk.verb is not None and chunk.verb.voice == "passive")


def _left_somebody(arguments: Arguments, index: int) -> bool:
    """Tell "left two boys with burns" from "two boys left the hall with burns"."""
    chunk = arguments.chunks[index]
    whole = chunk.last - chunk.first > 1 and passive(arguments, index)
    return whole or (index + 1 < len(arguments.chunks) and arguments.counts(index + 1))


def _lost(arguments: Arguments, index: int) -> bool:
    """Tell the loss of men from "lost track of them", "lost sight of the boat"."""
    start = arguments.chunks[index].last
    idiom = arguments.lower[start : start + 1]
    return _MISSED.isdisjoint(idiom) or arguments.lower[start + 1 : start + 2] not in _OF_WHOM


def _caught(arguments: Arguments, index: int) -> bool:
    """Tell those caught by an enemy from those caught in his fire."""
    return not is_caught_amidst(arguments, index)


def _victim_of_violence(arguments: Arguments, index: int) -> bool:
    """Tell "fell victim to the shelling" from victims of thieves or of a fraud."""
    start = arguments.chunks[index].last
    behind = arguments.lower[start : start + 5]
    return any(word.startswith(_VIOLENCE) for word in behind)


_SENSES: dict[str, Callable[[Arguments, int], bool]] = {
    "survive": _survived,
    "fall": _fell,
    "come for": did_by_force,
    "pick up": _picked_up,
    "catch": _caught,
    "lose": _lost,
    "hold": _held,
    "get out": _got_out,
    "march": _protested,
    "rally": _protested,
    "turn out": _protested,
    "shoot": _shot,
    "disappear": passive,
    "walk away": passive,
    "walk off": passive,
    "lift": lifted,
    "overpower": held_by_others,
    "go over": changed_sides,
    "come over": changed_sides,
    "give up": gave_up,
    "fall victim to": _victim_of_violence,
    "tear apart": _victim_of_violence,
    "rip apart": _victim_of_violence,
    "strike down": _victim_of_violence,
}
# Verbs of going that are said of those led away, too: "march into the forest".
_GOING = ("march ", "lead into", "drive into", "drive off", "drive away", "force into")
