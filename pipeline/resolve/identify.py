"""Claims of one document get what no other document can change: raw offsets, hashes and ids."""

from collections.abc import Sequence
from hashlib import sha256

from pipeline.extract.claim import Claim
from pipeline.resolve.ids import claim_ids
from pipeline.resolve.narrative import EventWords, read_narrative
from pipeline.resolve.records import ResolvedClaim
from pipeline.sources.document import Document


def identify(document: Document, claims: Sequence[Claim], words: EventWords) -> list[ResolvedClaim]:
    """Return the claims of `document` as records, in the order given.

    Args:
        document: the text from which the claims were extracted.
        claims: its claims, offsets into `document.text`.
        words: the words that cut a narrative or name a kind of happening.
    """
    records = [_record(document, claim) for claim in claims]
    ids = claim_ids(records)
    for record, claim, claim_id in zip(records, claims, ids, strict=True):
        record.claim_id = claim_id
        record.part_of = "" if claim.part_of is None else ids[claim.part_of]
        record.supersedes = "" if claim.supersedes is None else ids[claim.supersedes]
    read_narrative(records, document.raw, words)
    return records


def span_hash(document: Document, start: int, end: int) -> str:
    """Return the SHA-256 of the raw characters from `start` to `end`, in hexadecimal."""
    return sha256(document.raw[start:end].encode("utf-8")).hexdigest()


def _record(document: Document, claim: Claim) -> ResolvedClaim:
    start, end = document.raw_span(claim.start, claim.end)
    sentence_start, sentence_end = document.raw_span(claim.sentence_start, claim.sentence_end)
    return ResolvedClaim(
        claim_id="",
        source_id=claim.source_id,
        char_start=start,
        char_end=end,
        sentence_start=min(sentence_start, start),
        sentence_end=max(sentence_end, end),
        text_sha256=span_hash(document, start, end),
        claim_type=claim.claim_type,
        claimant_id=claim.claimant,
        via_claimant_id=claim.via,
        count_low=claim.count_low,
        count_high=claim.count_high,
        count_qualifier=claim.count_qualifier,
        subject=claim.subject,
        actor=claim.actor,
        date_start=claim.date_start,
        date_end=claim.date_end,
        date_precision=claim.date_precision,
        place_id=claim.place,
        place_name=claim.place_name,
        scope=claim.scope,
        verification=claim.verification,
    )
