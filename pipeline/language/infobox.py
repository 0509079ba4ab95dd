"""Figures of an infobox line, where the line's key says what is counted."""

from collections.abc import Sequence

from pipeline.language.findings import FORCES, Finding
from pipeline.language.phrases import Chunk
from pipeline.language.tokens import Token

# What the key of a line says of the groups in it that no word of the line speaks of.
_TYPES = (
    ("strength", "strength"),
    ("death", "killed"),
    ("fatalit", "killed"),
    ("killed", "killed"),
    ("injur", "wounded"),
    ("wounded", "wounded"),
    ("casualties", "killed"),
    ("arrest", "arrested"),
)


def read_infobox(
    label: str, tokens: Sequence[Token], chunks: Sequence[Chunk], findings: list[Finding]
) -> list[Finding]:
    """Return `findings` with the figures that the line's key explains.

    A nested item ("* 1,000 fighters") of the same kind as the first figure is a part of it.
    """
    claim_type = next((name for key, name in _TYPES if key in label.lower()), "")
    if not claim_type:
        return findings
    bound = {finding.noun for finding in findings}
    found = list(findings)
    first: int | None = None
    for index, chunk in enumerate(chunks):
        noun = chunk.noun
        if noun is None or noun.count is None or index in bound or noun.kind == "measure":
            continue
        if claim_type == "strength" and noun.kind != "materiel" and noun.subject not in FORCES:
            continue
        finding = Finding(index, claim_type, index)
        nested = index > 0 and tokens[chunks[index - 1].first].text == "*"
        whole = chunks[first].noun if first is not None else None
        if nested and whole is not None and whole.subject == noun.subject:
            finding.whole = first
        elif first is None:
            first = index
        found.append(finding)
    return sorted(found, key=lambda finding: finding.noun)
