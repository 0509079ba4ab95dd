"""Which figures are parts of others: by "including", by their sum, or as one of those told before.

Claims point to each other by their positions in the document's list of claims.
"""

from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.extract.reading import Reading
from pipeline.language.findings import BEFORE, FORCES

# How many claims back the figure may stand that others add up to.
_SUM_BACK = 11
# How many claims back a whole told in a sentence before may stand.
_WHOLE_BACK = 7
# Subjects that are a part of others.
_HELD_BY = {
    "children": {"civilians", "protesters", "prisoners", "refugees"},
    "women": {"civilians", "protesters", "activists", "prisoners", "refugees"},
    "journalists": {"civilians"},
    "aid_workers": {"civilians"},
    "activists": {"civilians", "protesters"},
    "soldiers": {"security_forces"},
    "police": {"security_forces"},
    "defectors": {"rebels"},
}


def may_hold(whole: str, part: str) -> bool:
    """Tell whether a group of one subject can be a part of a group of the other."""
    return whole in {part, "people"} or part == "people" or whole in _HELD_BY.get(part, set())


def count_among(claim: Claim, whole: Claim) -> None:
    """Take one person told among dead fighters for one of them, whatever he did before."""
    one = claim.count_low == claim.count_high == 1
    if one and whole.subject in FORCES and claim.subject in {"people", "civilians"}:
        claim.subject = whole.subject


def join_parts(reading: Reading, made: dict[int, int], claims: Sequence[Claim]) -> None:
    """Point parts to their wholes and new figures to those that they replace.

    Args:
        reading: the sentence that tells them.
        made: the positions of the claims made of it, by the chunks that are counted.
        claims: all made so far.
    """
    for finding in reading.findings:
        position = made.get(finding.noun)
        if position is None:
            continue
        claim = claims[position]
        if finding.replaces is not None:
            claim.supersedes = made.get(finding.replaces)
        if finding.whole is None:
            continue
        if finding.whole != BEFORE:
            claim.part_of = made.get(finding.whole)
        else:
            claim.part_of = _whole_before(claims, position)
            if claim.part_of is not None and claim.subject == "people":
                count_among(claim, claims[claim.part_of])


def _whole_before(claims: Sequence[Claim], position: int) -> int | None:
    """Return the nearest earlier claim large enough to hold the one at `position`."""
    part = claims[position]
    for earlier in range(position - 1, max(-1, position - 1 - _WHOLE_BACK), -1):
        claim = claims[earlier]
        if claim.sentence_start == part.sentence_start or claim.claim_type != part.claim_type:
            continue
        if not may_hold(claim.subject, part.subject):
            continue
        if claim.part_of is None and (claim.count_low or 0) >= (part.count_low or 0):
            return earlier
    return None


def join_sums(positions: Sequence[int], claims: Sequence[Claim]) -> None:
    """Make figures of one sentence the parts of an earlier figure that they add up to.

    Args:
        positions: those of the claims of the sentence.
        claims: all made so far.
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for position in positions:
        claim = claims[position]
        if claim.part_of is None and claim.count_qualifier == "exact":
            groups.setdefault((claim.claim_type, claim.subject), []).append(position)
    for group in groups.values():
        whole = _sum_before(claims, group) if len(group) > 1 else None
        if whole is not None:
            for position in group:
                claims[position].part_of = whole


def _sum_before(claims: Sequence[Claim], group: Sequence[int]) -> int | None:
    """Return the nearest earlier claim that the claims of a group add up to."""
    total = sum(claims[position].count_low or 0 for position in group)
    first = claims[group[0]]
    for earlier in range(group[0] - 1, max(-1, group[0] - 1 - _SUM_BACK), -1):
        whole = claims[earlier]
        same = whole.claim_type == first.claim_type and whole.subject == first.subject
        if same and whole.count_low == total and whole.sentence_end <= first.sentence_start:
            return earlier
    return None
