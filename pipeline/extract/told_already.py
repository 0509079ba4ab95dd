"""Those who only point back to others: "the gunman", "he", "they were two farmers and a boy"."""

from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.extract.reading import Reading
from pipeline.extract.rivals import rival_of
from pipeline.language.findings import HELD_TYPES, Finding
from pipeline.language.identities import lists_them


def are_those_told(reading: Reading, claims: Sequence[Claim]) -> bool:
    """Tell whether those who "they were" are as many as those told before; True for others."""
    if not lists_them(reading.lower):
        return True
    listed = [finding.noun for finding in reading.findings if not finding.trigger]
    if not listed or any(finding.claim_type for finding in reading.findings):
        return True
    told = rival_of(claims, reading.sentence.start, None)
    counts = [reading.noun(noun).count for noun in listed]
    total = sum(1 if count is None else count.low or 0 for count in counts)
    return told is not None and told.count_low == total


def is_told_already(reading: Reading, finding: Finding, claims: Sequence[Claim], text: str) -> bool:
    """Tell whether "the gunman", "the detained leader" only points back to one told before.

    Args:
        reading: the sentence.
        finding: what the grammar found in it.
        claims: those made so far.
        text: that of the whole document.
    """
    noun = reading.noun(finding.noun)
    if not noun.one or not noun.definite or noun.kind not in {"strong", "weak"}:
        return False
    family = _family(finding.claim_type)
    if noun.state and noun.state in family:
        return True
    alike = (claim for claim in claims if claim.claim_type in family)
    if noun.named:
        # "the poet Ana Ruiz" is none of those told before, unless her name was.
        name = reading.lower[reading.chunks[finding.noun].last - 1]
        return any(name in text[claim.start : claim.end].lower() for claim in alike)
    return any(
        claim.count_low == 1
        and claim.sentence_start != reading.sentence.start
        and (claim.subject == noun.subject or "people" in (claim.subject, noun.subject))
        for claim in alike
    )


def is_person_told(
    person: tuple[Reading, int], claim_type: str, claims: Sequence[Claim], text: str
) -> bool:
    """Tell whether a claim tells the same of the person to whom a pronoun points.

    Args:
        person: the sentence in which the person stands, and the chunk.
        claim_type: what the sentence of the pronoun tells.
        claims: those made so far.
        text: that of the whole document.
    """
    reading, index = person
    start, end = reading.span(index)
    family = _family(claim_type)
    alike = [claim for claim in claims if claim.claim_type in family]
    if any(claim.start < end and start < claim.end for claim in alike):
        return True
    words = _without_article(text[start:end])
    if any(_without_article(text[claim.start : claim.end]) == words for claim in alike):
        return True
    return reading.noun(index).definite and any(claim.count_low == 1 for claim in alike)


def _family(claim_type: str) -> frozenset[str] | set[str]:
    """Return the types of claims that tell of one deed: who is arrested is held."""
    return HELD_TYPES if claim_type in HELD_TYPES else {claim_type}


def _without_article(words: str) -> str:
    """Return a noun phrase in lower case without the article before it."""
    first, _, rest = " ".join(words.lower().split()).partition(" ")
    return rest if first in {"a", "an", "the", "one"} and rest else f"{first} {rest}".strip()
