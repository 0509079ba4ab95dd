"""Which figure told before a bare one rivals or sums up: "others say 46", "that makes 575"."""

from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.language.counts import Count

# How many characters before a sentence the figure may stand that its bare figures rival.
_WITHIN = 300
# How many claims back it may stand.
_CLAIMS = 6
# What is told beside the dead and no toll goes back to by itself.
_BESIDE_THE_DEAD = frozenset({"wounded", "strength"})
# How many times larger one figure can be than another for the same.
_AT_MOST = 4


def rival_of(
    claims: Sequence[Claim], sentence_start: int, count: Count | None, claim_type: str = ""
) -> Claim | None:
    """Return the whole told before that a bare figure rivals, None where none is near.

    `claim_type`: that of the figure, where its own words tell it.

    Of several of one sentence and kind, the one nearest to the figure is meant. A toll is of the
    dead, where dead are told beside wounded or a force.
    """
    wholes = [
        claim
        for claim in claims[-_CLAIMS:]
        if claim.part_of is None and claim.claim_type in (claim_type or claim.claim_type,)
    ]
    if not wholes or sentence_start - wholes[-1].sentence_end > _WITHIN:
        return None
    last = wholes[-1]
    if last.claim_type in _BESIDE_THE_DEAD:
        last = next((claim for claim in wholes[::-1] if claim.claim_type == "killed"), last)
    alike = [claim for claim in wholes if claim.claim_type == last.claim_type]
    beside = [claim for claim in alike if claim.sentence_start == sentence_start]
    near = beside or [claim for claim in alike if _times(claim, count) <= _AT_MOST]
    if not near and claim_type:
        return None
    last = near[-1] if near else min(reversed(alike), key=lambda claim: _times(claim, count))
    told = [claim for claim in alike if claim.sentence_start == last.sentence_start]
    if count is None or count.low is None:
        return told[-1]
    return min(reversed(told), key=lambda claim: abs((claim.count_low or 0) - (count.low or 0)))


def _times(claim: Claim, count: Count | None) -> float:
    """Return how many times one figure is the other, the larger by the smaller."""
    one, other = claim.count_low or claim.count_high, count and (count.low or count.high)
    return max(one, other) / min(one, other) if one and other else 1
