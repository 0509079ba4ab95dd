"""Totals that are plainly of one event."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.resolve.records import ResolvedClaim


def totals_at_home(
    claims: Iterable[ResolvedClaim], homes: Mapping[str, int], newer: Mapping[str, str]
) -> Iterator[tuple[ResolvedClaim, int]]:
    """Yield each total with the one event of which it is plainly the total, if there is one.

    That is the event of its parts, of its whole, or of the figure that it updates.

    Args:
        claims: all claims of some sources.
        homes: the event of each claim of an incident among them, by claim id.
        newer: the claim that replaces each that the text replaces, by claim id.
    """
    known = list(claims)
    wholes: dict[str, set[int]] = {}
    for claim in known:
        home = homes.get(claim.claim_id)
        if home is None:
            continue
        if claim.part_of:
            wholes.setdefault(claim.part_of, set()).add(home)
        if claim.claim_id in newer:
            wholes.setdefault(newer[claim.claim_id], set()).add(home)
    totals = [claim for claim in known if claim.scope != "incident"]
    for total in sorted(totals, key=lambda claim: claim.claim_id):
        found = set(wholes.get(total.claim_id, ()))
        if total.part_of in homes:
            found.add(homes[total.part_of])
        if len(found) == 1:
            yield total, found.pop()
