"""Why a published row says what it says: the words and the rule behind each field."""

from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.extract import extract_document, load_reference
from pipeline.paths import RAW
from pipeline.resolve.identify import identify
from pipeline.resolve.narrative import load_event_words
from pipeline.sources.manifest import read_manifest
from pipeline.sources.reader import read_document


@dataclass(frozen=True, slots=True)
class Reason:
    """Which rule gave a field its value, and from which words ("" where from none)."""

    field: str
    rule: str
    words: str


def explain_claim(source_id: str, claim_id: str) -> list[Reason]:
    """Extract the source again and return the reasons of one claim, in the order of its fields.

    Raises:
        InputError: no rule makes this claim any more; it was added or its rule has changed.
    """
    sources = {source.source_id: source for source in read_manifest(RAW / "sources.csv")}
    document = read_document(sources[source_id], RAW)
    claims = extract_document(document, load_reference()).claims
    for claim, record in zip(claims, identify(document, claims, load_event_words()), strict=True):
        if record.claim_id == claim_id:
            return [
                Reason(name, because.rule, document.text[because.start : because.end])
                for name, because in claim.because.items()
            ]
    raise InputError(
        claim_id,
        "No rule makes this claim: a reviewer added it, or the rules have changed since.",
        "See curation/claims.csv, or run `claims build`.",
    )
