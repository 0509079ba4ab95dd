"""Which figures a text says were replaced by which."""

from collections.abc import Iterable

from pipeline.resolve.records import ResolvedClaim


def superseded_by(claims: Iterable[ResolvedClaim]) -> dict[str, str]:
    """Return, for each claim that its text replaces, the claim that replaces it.

    Where the text speaks of an update without giving the old figure beside it, the figure updated
    is the last one of the same people before that sentence in its paragraph. A figure of another
    event replaces nothing.
    """
    known = sorted(claims, key=lambda claim: (claim.source_id, claim.char_start, claim.claim_id))
    ids = {claim.claim_id for claim in known}
    found = {claim.supersedes: claim.claim_id for claim in known if claim.supersedes in ids}
    explicit = {(claim.source_id, claim.sentence_start) for claim in known if claim.supersedes}
    last: dict[tuple[str, int, str, str], ResolvedClaim] = {}
    for claim in known:
        if claim.part_of:
            continue
        line = (claim.source_id, claim.paragraph, claim.claim_type, claim.subject)
        before = last.get(line)
        updates = claim.revises and (claim.source_id, claim.sentence_start) not in explicit
        if before is not None and updates:
            other_sentence = before.sentence_start != claim.sentence_start
            if other_sentence and before.count_low != claim.count_low:
                found.setdefault(before.claim_id, claim.claim_id)
        last[line] = claim
    events = {claim.claim_id: claim.event_id for claim in known}
    return {old: new for old, new in found.items() if _may_be_one(events[old], events[new])}


def _may_be_one(one: str, other: str) -> bool:
    return one == other or not one or not other
