"""Whether a sentence tells of the attack told before it, or of something else."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.claim import Claim

# Words that part a happening from the one told before.
_ELSEWHERE = frozenset("sides meanwhile elsewhere separately separate".split())
# "Two of the dead", "among the victims": those of the attack told in the paragraph before.
_OF_THE_DEAD = re.compile(
    r"\W*(?:\w+ (?:of|among) |among )?the (?:dead|killed|wounded|injured|victims|casualties)\b",
    re.IGNORECASE,
)
# What counts the dead of many attacks or of none that is told: "a morgue received nine".
_COUNTED_OVER = re.compile(
    r"\b(?:found|discovered|received|recovered) (?:the )?(?:\w+ ){0,2}(?:bodies|corpses)\b|"
    r"\b(?:hospitals?|clinics?|morgues?|mortuary) (?:\w+ )?(?:received|admitted|treated)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")
_LOSSES = frozenset({"losses", "casualties"})
# Nationalities other than that of the speaker: "Ukrainian losses".
_NATION = re.compile(r"(?!russian\b)\w+(?:ian|ish|ese)")


def opens_with_the_dead(words: str) -> bool:
    """Tell whether a sentence opens with the dead of whom the paragraph before has told."""
    return _OF_THE_DEAD.match(words) is not None


def tells_another(words: str, claim: Claim) -> bool:
    """Tell whether a sentence tells of another place, of a total, or of the dead found later."""
    total = claim.scope == "aggregate" and claim.claim_type in {"killed", "wounded"}
    return total or _parts_from_before(words)


@lru_cache(maxsize=16)
def _parts_from_before(words: str) -> bool:
    """Tell whether a sentence itself, of which many claims may ask, tells of something else."""
    lower = frozenset(_WORDS.findall(words.lower()))
    if not _ELSEWHERE.isdisjoint(lower) or {"that", "day"} <= lower:
        return True
    return _COUNTED_OVER.search(words) is not None


def tells_of_the_enemy(lower: Sequence[str]) -> bool:
    """Tell whether a side tells what it did: "enemy losses", "the destruction of nine tanks"."""
    if "enemy" in lower or "destruction" in lower:
        return True
    pairs = pairwise(lower)
    return any(word in _LOSSES and _NATION.fullmatch(before) for before, word in pairs)
