"""Which claim type a verb has for the noun phrase that it is tied to."""

from collections.abc import Sequence

from pipeline.language.findings import FORCES, HELD_TYPES, HUMAN_TYPES, MATERIEL_TYPES
from pipeline.language.fitting_subjects import (
    FIGHTING,
    does_so,
    is_of_a_crowd,
    is_victim,
    serves,
)
from pipeline.language.function_words import KIN
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.taking_types import TakingTypes
from pipeline.language.ways_of_taking import OWNED, SPENT, by_whom

# What may be told of one person by name.
NAMED_TYPES = frozenset({"killed", "wounded", "arrested", "abducted"})
_DRIVEN = frozenset({"drive away", "drive off", "cart off"})
# What is done to arms that are found; wrecks and missing aircraft are located as well.
_MADE_SAFE = frozenset({"locate", "dismantle", "defuse", "deactivate", "disarm", "render safe"})
_SHOT_DEAD = frozenset({"shoot dead", "shoot to death"})
_RUN = frozenset({"run off", "run away", "slip away"})
_SERVICE = frozenset("post posts unit units barracks regiment battalion army ranks".split())
_STRIKE = frozenset("attack storm raid target strike hit".split())
_DONE_WITH_A_BOMB = frozenset({"blow up", "blow apart", "disable"})
# Said of fighters, and of their posts and vehicles.
_NEUTRALISE = frozenset({"neutralise", "neutralize", "eliminate", "liquidate", "annihilate"})
_HIT_THEN = frozenset({".", ",", ";"})
_HOW_OFTEN = frozenset({"once", "twice", "repeatedly", "again"})
_SHOT = frozenset(
    "bullet bullets shrapnel gunfire splinters fragments pellets ricochet buckshot".split()
)

# To what people fall who are shot.
_FELL_TO = _SHOT | frozenset("fire gunmen snipers sniper assassin assassins gunman".split())

_JAILS = frozenset("jail jails prison prisons gaol penitentiary".split())
# Said of things as well; of people only where a noun names them.
_OF_PERSONS = frozenset(
    {"destroy", "blow up", "blow apart", "fell", "cut down", "pick off", "strike down"}
    | {"tear apart", "rip apart", "bring down"}
)
_COME_TO_LIGHT = ("turn up", "end up", "wind up", "wash up", "lie in", "come ", "go ", "return in")
_OF_SERVICE = frozenset({"defected", "surrendered", "protested", "escaped"})
_LEADING = frozenset("lead march drag haul herd whisk drive carry force pull cart".split())


class VerbTypes(TakingTypes):
    """Tells what "take", "lose", "bury", "seize" mean of people, forces and things."""

    def _fitting_type(self, noun: NounPhrase, chunk: Chunk) -> str | None:
        """Return the type that the verb has for this kind of noun, or None."""
        types = chunk.types
        if noun.kind in {"measure", "action", "collective"}:
            return None
        if noun.kind == "pronoun" and not HUMAN_TYPES.issuperset(types):
            return None
        if noun.kind == "incidents":
            return "incidents" if "incidents" in types and noun.count is not None else None
        if "strength" in types:
            return self._type_of_force(noun)
        lemma = chunk.verb.verb.lemma if chunk.verb is not None else ""
        people = noun.kind != "materiel"
        if lemma == "take out" and noun.state:
            # "a helicopter took out nine wounded marines"
            return None
        if lemma == "take out" and people and not self._is_removed(noun, chunk):
            if not self._is_passive(chunk):
                return None
            lemma = "take"
        if lemma in _OF_PERSONS and people and not is_victim(noun, lemma):
            return None
        if lemma == "hit" and noun.kind in {"strong", "weak"} and self._is_shot(noun, chunk):
            return "wounded"
        if lemma in {"take", "capture", "seize"} and self._is_prisoner(noun, chunk):
            return "captured"
        if lemma == "take" and noun.count is not None and noun.count.high == 0:
            return None
        if lemma == "fall to":
            return self._fell_to(noun, chunk)
        if (noun.subject == "weapons" and lemma == "take out") or (
            noun.subject != "weapons" and lemma in _MADE_SAFE
        ):
            return None
        if lemma == "take":
            taken = self._type_of_taking(noun, chunk)
            return by_whom(taken, noun.subject, lemma) if taken is not None else None
        if lemma == "intercept" and noun.subject not in {"aircraft", "weapons"}:
            # A convoy that is intercepted is stopped.
            return None
        if lemma in _DRIVEN and self._is_passive(chunk) and noun.kind in {"strong", "weak"}:
            # Attackers who are driven off are beaten, not led away.
            return None if noun.subject in FORCES else "abducted"
        if lemma == "blow up" and self._is_passive(chunk) and noun.kind in {"strong", "weak"}:
            return "killed"
        if noun.kind == "materiel":
            return self._type_of_thing(noun, chunk, lemma)
        return self._type_of_people(noun, chunk, lemma)

    def _type_of_people(self, noun: NounPhrase, chunk: Chunk, lemma: str) -> str | None:
        """Return the type that the verb has for people, or a figure that may count them."""
        types = chunk.types
        if lemma in {"recover", "find", "discover"} and noun.kind == "bare" and noun.anaphor:
            # "a further five were recovered": of the bodies told before
            return "" if self._is_passive(chunk) else None
        if "escaped" in types and not self._got_away(noun, chunk):
            return None
        if lemma in _RUN and self._left_the_service(noun, chunk):
            return "defected"
        if lemma == "hold" and noun.subject in FIGHTING and noun.kind in {"strong", "weak"}:
            return "captured"
        if self._is_of_nobody(noun, chunk, lemma):
            return None
        found = next((name for name in types if name in HUMAN_TYPES), None)
        if found in _OF_SERVICE and not does_so(noun, lemma):
            return None
        if found == "defected" and not serves(noun, lemma):
            return None
        if found == "protested" and not is_of_a_crowd(noun, lemma):
            return None
        if noun.kind == "unknown" and lemma.startswith(_COME_TO_LIGHT):
            # "Four crates turned up in a ditch."
            return None
        # Fighters who are led away are their enemy's prisoners.
        fighting = noun.subject in FORCES and noun.kind in {"strong", "weak"}
        led = found == "abducted" and lemma.split(maxsplit=1)[0] in _LEADING
        if found in HELD_TYPES and self._police_did(noun, chunk):
            return "arrested"
        if led and fighting:
            return "captured"
        return by_whom(found, noun.subject, lemma) if found is not None else None

    def _is_of_nobody(self, noun: NounPhrase, chunk: Chunk, lemma: str) -> bool:
        """Tell whether what the verb is said of is no group of people: "shot two films"."""
        if lemma == "bury" and not self._buries_dead(noun, chunk):
            return True
        if lemma == "lose" and noun.kind == "name" and (self._is_passive(chunk) or noun.definite):
            return True
        if lemma.startswith("shoot") and lemma not in _SHOT_DEAD and noun.kind == "unknown":
            # "shot two films at close range"
            return True
        if lemma == "hold" and noun.kind in {"name", "unknown", "modifier"}:
            return True
        if lemma == "hold" and noun.kind == "bare" and self._is_place_of_detention(chunk):
            # "the jail held 1,390"
            return True
        if (
            noun.kind in {"unknown", "bare", "name", "modifier"}
            and chunk.types[0] not in HUMAN_TYPES
        ):
            return True
        if noun.kind == "modifier" and lemma == "seize":
            # "seized five military radios"
            return True
        # "seized 3,400 leaflets": surely nobody was abducted.
        return noun.kind == "unknown" and not MATERIEL_TYPES.isdisjoint(chunk.types)

    def _police_did(self, taken: NounPhrase, chunk: Chunk) -> bool:
        """Tell whether "were seized by police", "the police caught" stands: they arrest."""
        at = next(at for at, other in enumerate(self._chunks) if other is chunk)
        passive = self._is_passive(chunk)
        if passive and [word.lower for word in self._tokens[chunk.last : chunk.last + 1]] != ["by"]:
            return False
        agent = at + 2 if passive else at - 1
        noun = self._chunks[agent].noun if 0 <= agent < len(self._chunks) else None
        return noun is not None and noun is not taken and noun.subject == "police"

    def _type_of_force(self, noun: NounPhrase) -> str | None:
        """Return what a verb of posting tells of its noun: a force, or a crowd that protests."""
        if noun.subject in {"", "people", "civilians", "protesters"}:
            return "protested" if self._tells_protest() and noun.count is not None else None
        forces = noun.subject != "posts" and (noun.kind == "materiel" or noun.subject in FORCES)
        return "strength" if forces and noun.count is not None else None

    def _is_place_of_detention(self, chunk: Chunk) -> bool:
        """Tell whether the verb has a jail, not an authority, for its subject."""
        before = [token.lower for token in self._tokens[max(0, chunk.first - 3) : chunk.first]]
        return not self._is_passive(chunk) and not _JAILS.isdisjoint(before)

    def _count_as(self, index: int, whole: int) -> None:
        """Give a bare figure the things of another group, if that counts things."""
        noun, other = self._chunks[index].noun, self._chunks[whole].noun
        if noun is not None and other is not None and other.kind == "materiel":
            noun.kind, noun.subject = other.kind, other.subject

    def _is_shot(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell whether "was hit" is said of one whom bullets hit, not a car or a tax."""
        behind = [token.lower for token in self._tokens[chunk.last : chunk.last + 5]]
        if not self._is_passive(chunk) or not behind:
            return False
        if behind[0] in _HIT_THEN and noun.subject not in FORCES:
            # "two porters were hit."
            return noun.one or (noun.count is not None and noun.count.high != 0)
        return behind[0] in _HOW_OFTEN or (behind[0] == "by" and not _SHOT.isdisjoint(behind))

    def _buries_dead(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell a funeral from people under rubble and from things in the ground."""
        if noun.one and any(found is noun for found in self._kin()):
            # "she has buried her husband and two sons"
            return not self._is_passive(chunk)
        if noun.count is None or noun.kind not in {"strong", "weak", "bare"}:
            return False
        if noun.count.low == 1:
            return False
        behind = {token.lower for token in self._tokens[chunk.last : chunk.last + 2]}
        return behind.isdisjoint({"under", "beneath"}) and not (
            noun.kind == "bare" and self._is_passive(chunk) and "in" in behind
        )

    @staticmethod
    def _got_away(noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell those who got away from "fell running away", and refugees from an invader."""
        group = chunk.verb
        if group is None:
            return True
        return group.voice != "gerund" and (
            group.verb.lemma != "cross" or noun.subject == "refugees"
        )

    def _left_the_service(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Read "three soldiers ran off from their unit"."""
        behind = [token.lower for token in self._tokens[chunk.last : chunk.last + 4]]
        served = noun.subject in {"soldiers", "police", "security_forces"}
        return served and behind[:1] == ["from"] and not _SERVICE.isdisjoint(behind)

    def _fell_to(self, noun: NounPhrase, chunk: Chunk) -> str | None:
        """Read "four outposts fell to the rebels" and "six soldiers fell to enemy fire"."""
        if noun.subject == "posts":
            return "seized"
        behind = {token.lower for token in self._tokens[chunk.last : chunk.last + 4]}
        person = noun.kind in {"strong", "weak"} and not behind.isdisjoint(_FELL_TO)
        return "killed" if person and noun.subject != "posts" else None

    @staticmethod
    def _is_of_things(noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell whether a bare figure may count things by its verb: "a third was taken"."""
        group = chunk.verb
        if group is None or noun.kind != "bare" or not group.verb.transitive:
            return False
        active = group.voice not in {"passive", "bare"}
        if group.verb.lemma == "take":
            return group.voice == "passive"
        if HUMAN_TYPES.isdisjoint(group.verb.types) or group.verb.lemma in _OF_PERSONS:
            return not MATERIEL_TYPES.isdisjoint(group.verb.types)
        # "destroyed two tanks and captured three", "19 captured": they may be people.
        return not MATERIEL_TYPES.isdisjoint(group.verb.types) and not active and noun.anaphor

    def _kin(self) -> list[NounPhrase | None]:
        """Return those who are told as somebody's next of kin."""
        return [chunk.noun for chunk in self._chunks if self._tokens[chunk.last - 1].lower in KIN]

    def _tells_protest(self) -> bool:
        """Tell whether the sentence is about a demonstration, in which people took part."""
        return any(
            token.lower.startswith(("protest", "demonstrat", "rally", "march"))
            for token in self._tokens
        )

    def _type_of_thing(self, noun: NounPhrase, chunk: Chunk, lemma: str) -> str | None:
        """Return what is done to a thing; rifles that "were lost" an enemy has."""
        told = next(found for found in self._chunks if found.noun is noun)
        words = {token.lower for token in self._tokens[told.first : told.last]}
        if not SPENT.isdisjoint(words):
            return None
        if lemma == "lose" and noun.subject == "posts" and not words.isdisjoint(OWNED):
            # "he has lost his post"
            return None
        if lemma == "lose" and noun.subject == "weapons" and told.first < chunk.first:
            # "two rifles were lost", but "the army lost two howitzers"
            return "seized"
        return _type_of_materiel(noun, chunk.types, lemma)


def _type_of_materiel(noun: NounPhrase, types: Sequence[str], lemma: str) -> str | None:
    """Return what is done to a thing: seized, destroyed, attacked, or None."""
    found = next((name for name in types if name in MATERIEL_TYPES), None)
    if lemma in _NEUTRALISE and noun.subject != "weapons":
        return "destroyed"
    if found is None and noun.subject == "posts" and lemma in _STRIKE:
        # "struck three command posts": so many attacks
        return "incidents" if noun.count is not None and noun.count.high != 1 else None
    # "blew up a bomb": a single weapon is the means, not what was destroyed.
    means = noun.subject == "weapons" and noun.one and lemma in _DONE_WITH_A_BOMB
    return None if means else found
