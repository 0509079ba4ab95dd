"""How two figures stand to each other, as the words that give them allow."""

from collections.abc import Iterable
from math import inf

from pipeline.resolve.records import ResolvedClaim

Bounds = tuple[float, float]


def bounds(claim: ResolvedClaim, tolerance: float) -> Bounds:
    """Return the least and the greatest count that the claim's words leave possible."""
    low = float(claim.count_low or 0)
    high = inf if claim.count_high is None else float(claim.count_high)
    if claim.count_qualifier == "approximate":
        return low * (1 - tolerance), high * (1 + tolerance)
    return low, high


def clash(one: ResolvedClaim, other: ResolvedClaim, tolerance: float) -> bool:
    """Tell whether no count fits both claims."""
    first, second = bounds(one, tolerance), bounds(other, tolerance)
    return first[0] > second[1] or second[0] > first[1]


def agree(one: ResolvedClaim, other: ResolvedClaim, tolerance: float) -> bool:
    """Tell whether both claims give the same figure, an approximate one within the tolerance.

    Vague words agree with the same words only; "at least 14" and 14 agree, "at least 14" and 16
    do not, although both may be true.
    """
    if one.count_low is None or other.count_low is None:
        return (one.count_low, one.count_high) == (other.count_low, other.count_high)
    if (one.count_qualifier == "vague") != (other.count_qualifier == "vague"):
        return False
    if "approximate" in (one.count_qualifier, other.count_qualifier):
        return not clash(one, other, tolerance) and _near(one, other, tolerance)
    if "range" in (one.count_qualifier, other.count_qualifier):
        return (one.count_low, one.count_high) == (other.count_low, other.count_high)
    return one.count_low == other.count_low


def pieces(claims: Iterable[ResolvedClaim]) -> frozenset[str]:
    """Return the ids of claims that give their claimant's figure in pieces only.

    "Four soldiers died in the raid and two more in hospital" gives no single figure of soldiers
    killed; nor does a part that counts the same kind of people as its whole.
    """
    known = {claim.claim_id: claim for claim in claims}
    alike: dict[tuple[str, ...], list[str]] = {}
    found: set[str] = set()
    for claim in known.values():
        whole = known.get(claim.part_of)
        if whole is not None and whole.subject == claim.subject:
            found.add(claim.claim_id)
            continue
        key = (claim.source_id, str(claim.sentence_start), claim.claimant_id)
        alike.setdefault((*key, claim.claim_type, claim.subject, claim.actor), []).append(
            claim.claim_id
        )
    replaced = {claim.supersedes for claim in known.values()}
    for members in alike.values():
        counted = [claim_id for claim_id in members if claim_id not in replaced]
        if len(counted) > 1:
            found.update(counted)
    return frozenset(found)


def _near(one: ResolvedClaim, other: ResolvedClaim, tolerance: float) -> bool:
    least, greatest = sorted((one.count_low or 0, other.count_low or 0))
    return greatest - least <= tolerance * greatest
