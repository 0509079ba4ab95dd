"""Ids made from what can't move, so that adding a document changes none."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Protocol

DIGITS = 10


class Counted(Protocol):
    """What a claim's id is made from."""

    source_id: str
    char_start: int
    char_end: int
    claim_type: str
    subject: str
    count_low: int | None
    count_high: int | None


def short_hash(*parts: str) -> str:
    """Return the first hexadecimal digits of the SHA-256 of `parts`, each ended by a zero byte."""
    digest = sha256()
    for part in parts:
        digest.update(part.encode("utf-8") + b"\0")
    return digest.hexdigest()[:DIGITS]


def claim_ids(claims: Sequence[Counted]) -> list[str]:
    """Return an id for each claim, in the order given.

    Claims that share source, start, type and subject ("two or three dead") are told apart by their
    end and their counts, the first of them keeping the plain id.
    """
    alike: dict[tuple[str, int, str, str], list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        key = (claim.source_id, claim.char_start, claim.claim_type, claim.subject)
        alike[key].append(position)
    ids = [""] * len(claims)
    for key, positions in alike.items():
        source_id, start, claim_type, subject = key
        positions.sort(key=lambda position: _tie(claims[position]))
        for rank, position in enumerate(positions):
            ids[position] = claim_id_of(source_id, start, claim_type, subject, rank)
    return ids


def claim_id_of(source_id: str, start: int, claim_type: str, subject: str, rank: int = 0) -> str:
    """Return the id of a claim; the first of those that share all of this has the rank 0."""
    parts = (source_id, str(start), claim_type, subject) + ((str(rank),) if rank else ())
    return "c-" + short_hash(*parts)


def event_id_of(claim_id: str, rank: int = 0) -> str:
    """Return the id of the event whose oldest claim is `claim_id`.

    Args:
        claim_id: id of the claim.
        rank: 0, unless that id is taken by chance, as happens once among a million events.
    """
    return "e-" + short_hash(claim_id, *((str(rank),) if rank else ()))


def kept_event_id(oldest_first: Iterable[str], published: frozenset[str]) -> str:
    """Return the id of the event made of the claims `oldest_first`.

    An id that was published before is kept, even where an older claim has joined the event since.
    """
    candidates = [event_id_of(claim_id) for claim_id in oldest_first]
    return next((known for known in candidates if known in published), candidates[0])


def _tie(claim: Counted) -> tuple[int, int, int]:
    low = -1 if claim.count_low is None else claim.count_low
    high = -1 if claim.count_high is None else claim.count_high
    return claim.char_end, low, high
