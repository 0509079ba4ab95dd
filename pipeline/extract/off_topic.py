"""What is kept of a text about other things than a conflict."""

from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.language.relevance import Relevance


def unmistakable(claims: Sequence[Claim], text: str, relevance: Relevance) -> list[Claim]:
    """Return the claims whose own sentence tells of violence, in a text about other things."""
    kept = {
        position: claim
        for position, claim in enumerate(claims)
        if relevance.tells_conflict(text[claim.sentence_start : claim.sentence_end], text)
    }
    places = {position: place for place, position in enumerate(kept)}
    for claim in kept.values():
        claim.part_of = places.get(-1 if claim.part_of is None else claim.part_of)
        claim.supersedes = places.get(-1 if claim.supersedes is None else claim.supersedes)
    return list(kept.values())
