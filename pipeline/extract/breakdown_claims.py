"""How the parts of totals become claims where a list gives them without a word for the deed."""

from collections.abc import Callable, Sequence

from pipeline.extract.breakdowns import Figure, breakdowns, subject_of_part
from pipeline.extract.claim import Because, Claim
from pipeline.extract.claim_fields import ClaimFields
from pipeline.extract.passage import Sentence
from pipeline.extract.reading import Reading
from pipeline.language.findings import BEFORE, Finding


def claim_parts(
    sentences: Sequence[Sentence],
    claims: list[Claim],
    read: Callable[[Sentence], Reading | None],
    fields: ClaimFields,
) -> None:
    """Add the parts of totals to the claims, or point those that are claims to their total.

    Args:
        sentences: those of the text.
        claims: those made so far, which are added to.
        read: returns a sentence as read, None for one that is no item of a list.
        fields: fills in the claims.
    """
    for found in list(breakdowns(sentences, claims, read)):
        whole = claims[found.whole]
        told = [_claim_at(claims, figure.span) for figure in found.parts]
        if any(claim is not None and not _agrees(claim, whole) for claim in told):
            continue
        for figure, claim in zip(found.parts, told, strict=True):
            if claim is not None and claim.claim_type == whole.claim_type:
                part = claim
            else:
                part = _part(figure, whole, fields)
                _put(claims, part, claim)
            if part.part_of is None and part is not whole:
                part.part_of = found.whole


def _claim_at(claims: Sequence[Claim], span: tuple[int, int]) -> Claim | None:
    """Return the claim whose words a span overlaps, None where there is none."""
    start, end = span
    over = (claim for claim in claims if claim.start < end and start < claim.end)
    return next(over, None)


def _agrees(claim: Claim, whole: Claim) -> bool:
    """Tell whether a claim can be a part of a total: what is told by weight only may be wrong."""
    weighed = claim.because["claim_type"].rule.startswith("weighed.")
    return weighed or claim.claim_type == whole.claim_type


def _part(figure: Figure, whole: Claim, fields: ClaimFields) -> Claim:
    """Return the claim of a figure that is a part of a total."""
    finding = Finding(figure.index, whole.claim_type, figure.index, whole=BEFORE)
    claim = fields.counted(figure.reading, finding)
    claim.subject = subject_of_part(figure, whole)
    claim.because["claim_type"] = Because(whole.start, whole.end, "breakdown.adds_up")
    return claim


def _put(claims: list[Claim], part: Claim, weighed: Claim | None) -> None:
    """Add a part to the claims, instead of the one that its figure was by weight."""
    if weighed is None:
        claims.append(part)
    else:
        claims[claims.index(weighed)] = part
