"""Rules that hold claims and ledger to the raw texts; `texts` tests them.

They stand apart so that a package without texts is validated without loading what reads texts.
"""

from pipeline.validate.rules import register

register(
    "raw-text-missing",
    "A claim whose text is gone cannot be checked by anybody.",
    "The raw text {value} is missing.",
    "Restore the text under raw/.",
    reads=("sources",),
)
register(
    "raw-text-changed",
    "Spans point into the text as it was received; a changed byte moves them all.",
    "The raw text {value} differs from its row: {detail}.",
    "Restore the text as it was received, or add the new one as another source.",
    reads=("sources",),
)
register(
    "span-hash",
    "The hash proves that the span still holds the words that were coded.",
    "The words at {value} are not those that were coded ({detail}).",
    "Restore the span, or extract the claim again.",
    reads=("claims", "uncoded", "sources"),
)
register(
    "span-without-count",
    "A figure that its own words do not state was made up.",
    "The words at {value} do not state {detail}.",
    "Correct the count or the span.",
    reads=("claims", "sources"),
)
register(
    "claim-in-furniture",
    "Menus, related headlines and forms are no part of what the text says.",
    "The words at {value} stand in site furniture.",
    "Remove the claim.",
    reads=("claims", "sources"),
)
register(
    "number-unaccounted",
    "Only where every number read is a claim or in the ledger can anybody measure what is missing.",
    "The number {detail!r} at {value} is neither a claim nor in the ledger.",
    "Code it as a claim, or enter it in the ledger with its reason.",
    reads=("claims", "uncoded", "sources"),
)

register(
    "claim-id",
    "An id made of what cannot move stays the same when documents are added or rules improved.",
    "The id {value} does not follow from the claim's source, start, type and subject.",
    "Rebuild the tables; list an id that must change in the changelog.",
    reads=("claims",),
)
