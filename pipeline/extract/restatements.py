"""Figures that a dispatch tells twice: in its lead, and again where it tells what happened.

Each telling keeps its row (docs/codebook.md); the one that holds no more than the other points to
it with `part_of`, so that the same people are never added twice.
"""

import re
from collections.abc import Sequence

from pipeline.extract.claim import Claim
from pipeline.extract.datelines import is_dateline
from pipeline.extract.passage import Passage
from pipeline.extract.wholes import may_hold
from pipeline.language.dates import find_dates

_HEAD = 900
_FAMILIES = {"captured": "held", "arrested": "held", "abducted": "held"}
# Words by which a sentence says that it tells of others.
_OTHERS = re.compile(
    r"\b(?:also|another|additional|additionally|separate|separately|second|elsewhere|others?|"
    r"meanwhile|earlier|previous|more)\b",
    re.IGNORECASE,
)
# Words by which a figure means all of those told before.
_ALL = frozenset({"all", "both", "the"})
# A sentence that tells the sum of several operations.
_SEVERAL = re.compile(
    r"\b(?:separate|several|multiple|various|two|three|four|five)\b[^.]{0,40}"
    r"\b(?:operations|raids|searches|missions|strikes|engagements)\b",
    re.IGNORECASE,
)
_FAR = 60
_PRONOUNS = frozenset({"him", "her", "he", "she"})


def is_dispatch(passage: Passage) -> bool:
    """Tell whether a text is one dispatch or release: a dateline stands in its head."""
    text = passage.text
    for mention in find_dates(text, 0, min(len(text), _HEAD)):
        line = max(text.rfind("\n", 0, mention.start) + 1, mention.start - 90)
        if is_dateline(text, line, mention):
            return True
    return False


def join_restatements(passage: Passage, claims: Sequence[Claim]) -> None:
    """Set `part_of` between tellings of one figure in a dispatch."""
    if len(claims) < 2 or not is_dispatch(passage):
        return
    wholes: list[int] = []
    for position, claim in enumerate(claims):
        if claim.part_of is not None or _amount(claim) == 0:
            continue
        for earlier in wholes[-_FAR:]:
            if _told_again(passage, claims[earlier], claim):
                _join(claims, earlier, position)
                break
        if claim.part_of is None:
            wholes.append(position)
    _join_to_sums(passage, claims)
    _join_to_lead(passage, claims)
    _widen_leads(passage, claims)


def _join_to_sums(passage: Passage, claims: Sequence[Claim]) -> None:
    """Make a leader and two advisers parts of "killing all three", told a sentence later."""
    for position, claim in enumerate(claims):
        words = passage.text[claim.start : claim.end].lower().split()
        if claim.part_of is not None or words[0] not in _ALL or _amount(claim) < 2:
            continue
        told = [
            earlier
            for earlier in range(max(0, position - 6), position)
            if claims[earlier].part_of is None and _family(claims[earlier]) == _family(claim)
        ]
        if told and sum(_amount(claims[earlier]) for earlier in told) == _amount(claim):
            for earlier in told:
                claims[earlier].part_of = position


def _join_to_lead(passage: Passage, claims: Sequence[Claim]) -> None:
    """Make the fights of one operation parts of the sum that the dispatch opens with.

    Only where what follows does not exceed the sum and no sentence speaks of another operation.
    """
    lead = next(iter(claims), None)
    if lead is None or lead.count_qualifier != "exact" or _amount(lead) < 3:
        return
    if _SEVERAL.search(passage.text[: lead.sentence_end]):
        return
    parts = [
        later
        for later in claims[1:]
        if later.part_of is None
        and later.sentence_start > lead.sentence_start
        and _family(later) == _family(lead)
        and _agree(lead.date_start, later.date_start)
        and _agree(lead.place, later.place)
    ]
    others = any(_OTHERS.search(passage.text[part.sentence_start : part.end]) for part in parts)
    if len(parts) > 1 and not others and sum(_amount(part) for part in parts) <= _amount(lead):
        for part in parts:
            part.part_of = 0


def _agree(first: str, second: str) -> bool:
    return not first or not second or first == second


def _widen_leads(passage: Passage, claims: Sequence[Claim]) -> None:
    """Make the total of several operations, told in a lead, an aggregate of those told behind."""
    for position, claim in enumerate(claims):
        sentence = passage.text[claim.sentence_start : claim.sentence_end]
        if not _SEVERAL.search(sentence):
            continue
        behind = (
            later
            for later in claims[position + 1 :]
            if later.sentence_start > claim.sentence_start
            and _family(later) == _family(claim)
            and _amount(later)
        )
        if next(behind, None) is not None:
            claim.scope = "aggregate"


def _family(claim: Claim) -> str:
    return _FAMILIES.get(claim.claim_type, claim.claim_type)


def _join(claims: Sequence[Claim], earlier: int, later: int) -> None:
    """Point the looser or smaller of two tellings to the other."""
    first, second = claims[earlier], claims[later]
    if first.count_qualifier in {"vague", "at_least"} and second.count_qualifier == "exact":
        if first.part_of is None and _amount(second) >= _amount(first):
            first.part_of = later
        return
    second.part_of = earlier


def _told_again(passage: Passage, first: Claim, second: Claim) -> bool:
    """Tell whether the second claim can be but the first one told again."""
    if first.sentence_start == second.sentence_start or first.claimant != second.claimant:
        return False
    if first.verification == "denied" or second.verification == "denied":
        return False
    if _family(first) != _family(second) or first.claim_type == "occurred":
        return False
    if first.date_start and second.date_start and first.date_start != second.date_start:
        return False
    if first.place and second.place and first.place != second.place:
        return False
    if not may_hold(first.subject, second.subject) and not may_hold(second.subject, first.subject):
        return False
    sentence = passage.text[second.sentence_start : second.sentence_end]
    if _OTHERS.search(sentence[: second.end - second.sentence_start]):
        return False
    if _amount(second) == 1 and _last_word(passage, second) not in _PRONOUNS:
        if _last_word(passage, first) != _last_word(passage, second):
            return False
    return _fits(first, second)


def _last_word(passage: Passage, claim: Claim) -> str:
    return passage.text[claim.start : claim.end].split()[-1].lower()


def _fits(first: Claim, second: Claim) -> bool:
    equal = (first.count_low, first.count_high) == (second.count_low, second.count_high)
    if equal:
        return True
    if first.count_qualifier in {"vague", "at_least"}:
        return second.count_qualifier == "exact" and _amount(second) >= _amount(first)
    return False


def _amount(claim: Claim) -> int:
    return claim.count_low if claim.count_low is not None else claim.count_high or 0
