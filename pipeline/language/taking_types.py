"""What "take" tells of people, forces and things: led away, shot, carried off, or none of these."""

from pipeline.language.finding_store import FindingStore
from pipeline.language.findings import FORCES, HELD_TYPES
from pipeline.language.fitting_subjects import FIGHTING
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.taken_people import takes_people
from pipeline.language.ways_of_taking import is_room_for, is_taken_by_death

_CARE = frozenset(
    "hospital hospitals clinic care safety shelter part place over refuge lunch dinner breakfast "
    "fair cinema theatre theater beach museum airport match tour trip ride holiday picnic "
    "court".split()
)
# By what commanders and guns are "taken out", and how soon behind it is told.
_STRIKES = frozenset(
    "strike strikes airstrike airstrikes air-strike drone drones missile missiles interdiction "
    "bombardment bombing shelling artillery rocket mortar sniper snipers".split()
)
_STRIKE_REACH = 7
# What takes people when it goes off, and how many chunks before the verb it may stand.
_BLASTS = frozenset(
    "blast blasts explosion explosions bomb bombs bombing mine landmine mortar shell shells "
    "grenade rocket missile airstrike shelling bombardment volley".split()
)
_BLAST_REACH = 4
# Behind "they took him".
_AWAY = frozenset({"away", "off", "prisoner", "captive"})
_STRUCK = ("drone", "strike", "airstrike", "sniper", "interdiction", "missile", "raid")


class TakingTypes(FindingStore):
    """Tells captives, victims and booty apart that are "taken"."""

    def _type_of_taking(self, noun: NounPhrase, chunk: Chunk) -> str | None:
        """Return what "take" means: led away, shot, carried off, or none of these."""
        if self._is_taken_out(chunk, noun.kind == "materiel"):
            return "destroyed" if noun.kind == "materiel" else "killed"
        if noun.kind in {"strong", "weak", "bare"} and self._was_a_blast(chunk):
            return "killed"
        if noun.kind in {"strong", "weak"}:
            if is_taken_by_death(self._arguments, self._chunks.index(chunk)):
                return "killed"
            if is_room_for(self._arguments, self._chunks.index(chunk)):
                return None
            held = any(found is noun for found in self._held())
            return None if held or self._for_care(chunk) else "abducted"
        if noun.kind == "pronoun":
            behind = [token.lower for token in self._tokens[chunk.last + 1 : chunk.last + 2]]
            return "abducted" if behind and behind[0] in _AWAY else None
        if self._takes_so_many(noun, chunk):
            return "abducted"
        beside = noun.kind == "materiel" and self._took_others(chunk)
        return "seized" if beside or self._is_taken_away(noun, chunk) else None

    def _is_prisoner(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell whether prisoners are taken, or soldiers with booty: "nine trucks and a colonel"."""
        with_booty = noun.subject in FIGHTING and noun.kind in {"strong", "weak"}
        return noun.subject == "prisoners" or (with_booty and self._took_others(chunk))

    def _is_removed(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell "a commander was taken out by a drone" from people who were taken out of doors."""
        behind = [token.lower for token in self._tokens[chunk.last : chunk.last + 5]]
        struck = any(word.startswith(_STRUCK) for word in behind)
        fighting = noun.subject in FORCES and behind[:1] != ["of"] and "groups" not in behind
        return struck or fighting

    def _takes_so_many(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell whether the figure behind "took" counts people: "from us they took seventeen"."""
        if noun.kind != "bare" or self._is_passive(chunk):
            return False
        verb = next(at for at, other in enumerate(self._chunks) if other is chunk)
        behind = self._chunks[verb + 1 : verb + 2]
        near = bool(behind) and behind[0].noun is noun
        return near and takes_people(self._tokens, self._chunks, verb)

    def _is_taken_away(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell booty from "took a bus", "took a gun from his pocket"."""
        if noun.kind != "materiel" or self._is_passive(chunk):
            return noun.kind == "materiel"
        perfect = chunk.verb is not None and "past" not in chunk.verb.verb.parts
        many = noun.count is not None and (noun.count.low or 0) > 1
        if many and noun.subject == "vehicles":
            return self._is_taken_by_force(chunk)
        return (many or perfect) and noun.subject in {"weapons", "tanks", "posts"}

    def _is_taken_out(self, chunk: Chunk, thing: bool) -> bool:
        """Tell "was taken out in an air strike" from those who are taken out of their houses."""
        behind = [token.lower for token in self._tokens[chunk.last : chunk.last + _STRIKE_REACH]]
        struck = behind[:1] == ["out"] and behind[1:2] != ["of"]
        return struck and self._is_passive(chunk) and (thing or not _STRIKES.isdisjoint(behind))

    def _was_a_blast(self, chunk: Chunk) -> bool:
        """Tell whether "the blast took eleven people", "a mine at the ford took her father"."""
        index = next(at for at, other in enumerate(self._chunks) if other is chunk)
        if self._is_passive(chunk) or chunk.last - chunk.first > 1:
            return False
        before = {
            self._tokens[other.last - 1].lower
            for other in self._chunks[max(0, index - _BLAST_REACH) : index]
        }
        return not before.isdisjoint(_BLASTS)

    def _is_taken_by_force(self, chunk: Chunk) -> bool:
        """Tell whether a force "took four trucks", and did not ride in them: "to the front"."""
        index = next(at for at, other in enumerate(self._chunks) if other is chunk)
        agent = self._chunks[index - 1].noun if index else None
        behind = {token.lower for token in self._tokens[chunk.last : chunk.last + 6]}
        return agent is not None and agent.subject in FORCES and "to" not in behind

    def _took_others(self, chunk: Chunk) -> bool:
        """Tell whether other things are booty of the same verb: "took six rifles and a mortar"."""
        return any(
            claim_type == "seized" and self._chunks[told.trigger] is chunk
            for (_, claim_type), told in self._findings.items()
        )

    def _held(self) -> list[NounPhrase | None]:
        """Return the groups of which it is known that they were caught or arrested."""
        return [self._chunks[noun].noun for noun, kind in self._findings if kind in HELD_TYPES]

    def _for_care(self, chunk: Chunk) -> bool:
        """Tell whether people were taken to hospital, to dinner, or into custody told elsewhere."""
        behind = [token.lower for token in self._tokens[chunk.last : chunk.last + 12]]
        return behind[:2] == ["in", "by"] or not _CARE.isdisjoint(behind)

    @staticmethod
    def _is_passive(chunk: Chunk) -> bool:
        return chunk.verb is not None and chunk.verb.voice == "passive"
