"""What the grammar found, looked at once more where the words around speak against it.

The grammar reads word by word what it knows and can be mistaken about a whole sentence: "the film
wounded forty critics". Where the weights are not sure of its finding, the encoder is asked; what it
holds for impossible is not taken, and what it is sure is another thing is taken for that. Persons
told by name, and those told of before, are left to the grammar: neither was taught of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.outlook import Outlook
from pipeline.extract.reading import Reading
from pipeline.extract.weighing import can_be, may_count
from pipeline.language.findings import Finding
from pipeline.language.surroundings import surroundings
from pipeline.language.weights import NOTHING, Weights

# From which probability of a finding on, by the weights, nobody else is asked. Of 1,714 findings in
# 400 texts held back three in four lay above, and of the 85 that the encoder held for impossible (9
# of them right) some 70 below.
_CERTAIN = 0.85
# Below which probability, by the encoder, a finding is not taken; from which on another is.
_IMPOSSIBLE = 0.018
_SURE = 0.97


def looked_at_again(
    reading: Reading, told_before: Sequence[str], weights: Weights, outlook: Outlook
) -> Iterator[Finding]:
    """Yield the findings of a sentence as what they are; not real are those that do not hold.

    Args:
        reading: the sentence.
        told_before: what was told in the last sentence before with claims.
        weights: those of claim types.
        outlook: what is asked where the weights are in doubt.
    """
    for finding in reading.findings:
        claim_type = finding.claim_type
        if claim_type and may_count(reading.noun(finding.noun)):
            features = surroundings(
                reading.wording, reading.chunks, finding.noun, reading.findings, told_before
            )
            if weights.probability(features, claim_type) < _CERTAIN:
                claim_type = _second_opinion(reading, finding, outlook)
        if claim_type == NOTHING:
            yield replace(finding, real=False, weighed=True)
        else:
            same = claim_type == finding.claim_type
            yield finding if same else replace(finding, claim_type=claim_type, weighed=True)


def _second_opinion(reading: Reading, finding: Finding, outlook: Outlook) -> str:
    """Return the claim type of a finding, `none` where it is none."""
    opinion = outlook.of(reading, finding.noun, "claim_type")
    if opinion is None:
        return finding.claim_type
    likeliest = max(opinion, key=lambda one: opinion[one])
    if likeliest not in {NOTHING, finding.claim_type} and opinion[likeliest] > _SURE:
        if can_be(likeliest, reading.noun(finding.noun)):
            return likeliest
    return finding.claim_type if opinion.get(finding.claim_type, 0) >= _IMPOSSIBLE else NOTHING
