"""What kind of happening an event is, in the terms of ACLED and UCDP."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.resolve.records import WEAPONS, ResolvedClaim
from pipeline.resolve.sides import Sides

HARM = frozenset({"killed", "wounded", "killed_or_wounded"})
# What an event without dead or wounded is, by the first of these claim types that it has.
BY_TYPE = {
    "arrested": "arrests",
    "abducted": "abduction_forced_disappearance",
    "destroyed": "attack",
    "seized": "attack",
    "captured": "attack",
    "incidents": "attack",
    "defected": "change_to_group_activity",
    "surrendered": "change_to_group_activity",
    "protested": "protest",
}
OPPOSED = frozenset({"state", "russia"})
NO_VIOLENCE = frozenset({"protest", "agreement", "change_to_group_activity", "other"})


def event_type(claims: Sequence[ResolvedClaim], sides: Sides) -> str:
    """Return the event type: by the weapon named, then by who did what to whom."""
    hints = Counter(claim.hint for claim in claims if claim.hint)
    types = {claim.claim_type for claim in claims}
    harmed = {claim.subject for claim in claims if claim.claim_type in HARM}
    weapons = [hint for hint in hints if hint in WEAPONS]
    weapon = max(weapons, key=lambda hint: (hints[hint], hint), default="")
    if "protesters" in harmed and _acted(claims, sides) & OPPOSED:
        return "excessive_force_against_protesters"
    if 2 * hints[weapon] >= hints.total() > 0:
        return weapon
    if types <= {"protested", "occurred"} and "protested" in types:
        return "protest"
    if hints["takes_territory"] and not types & HARM:
        return _territory(claims, sides)
    if both_sides_hit(claims, sides) or hints["armed_clash"]:
        return "armed_clash"
    return _by_acts(types, hints)


def _by_acts(types: set[str], hints: Counter[str]) -> str:
    """Return the type of an event in which one side is hit, from what was done."""
    if types & HARM:
        return "attack"
    for hint in ("agreement", "mob_violence", "looting_property_destruction"):
        if hints[hint]:
            return hint
    for claim_type, kind in BY_TYPE.items():
        if claim_type in types:
            return kind
    return "attack" if hints["attack"] else "other"


def type_of_violence(claims: Sequence[ResolvedClaim], kind: str, sides: Sides) -> str:
    """Return state_based, one_sided, non_state, or "" where the claims do not name both sides."""
    if kind in NO_VIOLENCE:
        return ""
    actors = _acted(claims, sides)
    hit = {
        sides.victim_side(claim.subject)
        for claim in claims
        if claim.claim_type in HARM | {"captured", "abducted", "arrested"}
    } - {""}
    fighting = (actors | hit) - {"civilians", ""}
    if "state" in fighting and fighting - OPPOSED:
        return "state_based"
    if not fighting & OPPOSED and len(fighting) > 1:
        return "non_state"
    if hit == {"civilians"} and len(fighting - {"russia"}) <= 1 and fighting:
        return "one_sided"
    return ""


def both_sides_hit(claims: Iterable[ResolvedClaim], sides: Sides) -> bool:
    """Tell whether fighters of two sides came to harm."""
    hit = {sides.victim_side(claim.subject) for claim in claims if claim.claim_type in HARM} - {
        "civilians",
        "",
    }
    return len(hit) > 1


def _acted(claims: Iterable[ResolvedClaim], sides: Sides) -> set[str]:
    return {sides.acting_side(claim.actor) for claim in claims if claim.actor} - {""}


def _territory(claims: Sequence[ResolvedClaim], sides: Sides) -> str:
    actors = Counter(
        sides.acting_side(claim.actor)
        for claim in claims
        if claim.hint == "takes_territory" and claim.actor
    )
    if not actors:
        return "other"
    side = max(actors, key=lambda name: (actors[name], name))
    if side in OPPOSED:
        return "government_regains_territory"
    return "non_state_actor_overtakes_territory"
