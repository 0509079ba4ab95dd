"""Lists for people: names met in texts that the reference files do not know."""

import csv
import io
from collections.abc import Iterable, Mapping

from pipeline.reference.claimants import Claimants
from pipeline.reference.gazetteer import Gazetteer
from pipeline.resolve.records import ResolvedClaim

COLUMNS = ("name", "id", "claims", "sources", "first_claim_id")


def unknown_places(claims: Iterable[ResolvedClaim], gazetteer: Gazetteer) -> str:
    """Return a CSV of the place names that stand in no gazetteer, the most frequent first.

    A person adds each to `reference/gazetteer.csv`, as a place or as another spelling of one.
    """
    return _list(
        (claim.place_name, claim.place_id, claim)
        for claim in claims
        if claim.place_name and claim.place_id not in gazetteer
    )


def unknown_claimants(
    claims: Iterable[ResolvedClaim], spoken: Mapping[str, str], known: Claimants
) -> str:
    """Return a CSV of the speakers that stand in no file, the most frequent first.

    Args:
        claims: the claims.
        spoken: the name that the texts use, by claimant id.
        known: the speakers of `reference/claimants.csv`.
    """
    return _list(
        (spoken.get(claimant_id, ""), claimant_id, claim)
        for claim in claims
        for claimant_id in (claim.claimant_id, claim.via_claimant_id)
        if claimant_id and claimant_id not in known.by_id
    )


def _list(met: Iterable[tuple[str, str, ResolvedClaim]]) -> str:
    by_name: dict[tuple[str, str], list[ResolvedClaim]] = {}
    for name, identifier, claim in met:
        by_name.setdefault((name, identifier), []).append(claim)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for (name, identifier), claims in sorted(
        by_name.items(), key=lambda item: (-len(item[1]), item[0])
    ):
        first = min(claims, key=lambda claim: (claim.source_id, claim.char_start))
        sources = "|".join(sorted({claim.source_id for claim in claims}))
        writer.writerow((name, identifier, len(claims), sources, first.claim_id))
    return text.getvalue()
