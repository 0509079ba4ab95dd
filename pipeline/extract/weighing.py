"""What the grammar leaves open: what was done to whom, told by all the words around.

The grammar reads phrases that it knows. Where it finds nothing for a counted phrase, or tells of no
more than `people`, the words and phrases about it are weighed together
(pipeline/language/weights.py); what they speak for clearly is taken, with the word that speaks for
it most as the reason. What the text only plans, threatens or supposes is never taken.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipeline.extract.claim import Claim
from pipeline.extract.reading import Reading
from pipeline.language.finding_store import FindingStore
from pipeline.language.findings import BEFORE, HUMAN_TYPES, MATERIEL_TYPES, Finding
from pipeline.language.function_words import BE, NEGATIONS, SPEECH
from pipeline.language.phrases import NounPhrase
from pipeline.language.surroundings import company, names_something, surroundings
from pipeline.language.weights import NOTHING, Verdict, Weights

# Of how many claims of one sentence it is remembered what they told.
_REMEMBERED = 12
# Least probability at which a claim type is taken for several, for some ("a group of men") and for
# one ("a truck"), of which texts tell so much else; and at which a subject is.
_CLEAR_TYPE = 0.55
_CLEAR_TYPE_OF_SOME = 0.66
_CLEAR_TYPE_OF_ONE = 0.7
_CLEAR_SUBJECT = 0.55
# By how much the words and groups around must speak for a subject more than for `people`: that
# most who are shot are civilians makes no civilian of "a commander".
_CLEAR_LEAD = 0.8
_CLEAR_LEAD_OF_ONE = 2.0
# Whose losses a bare figure tells depends on the side that it is listed under, not on words around.
_LOSSES = frozenset({"losses", "casualties"})
# Words before those whom somebody was after, or had in his care, which is no fate.
_SOUGHT = frozenset(
    "target targeted targeting search searched searching seek seeking sought spotted tracking "
    "tracked hunting hunted pursuing pursued protecting protection protected securing safeguarding "
    "locate locating questioned identified".split()
)
_SOUGHT_BEFORE = 5
# Words behind those to whom nothing of the kind happened, or who only tried something.
_UNTOUCHED = frozenset(
    "protected unharmed unhurt unscathed safe rescued freed released checked screened questioned "
    "attempted tried".split()
)
_UNTOUCHED_WITHIN = 3
# What those did not bring about who only set out to, and how far behind it may stand.
_TRIED = frozenset("attempted attempting tried trying sought vowed threatened hoped".split())
_TRIED_WITHIN = 12
_SPEAKING = frozenset({"spoke", "speaks", "spoken", "talked", "talks", "told"})
# How many tokens behind a phrase a denial of what follows may stand.
_DENIED_WITHIN = 2
# Groups that are always called by their name: a radio station makes no journalist of a victim.
_NARROW = frozenset("children women activists journalists aid_workers".split())
_ENEMY = "enemy"
# What counts no one and nothing of which a claim can be.
_NEVER = frozenset({"measure", "name", "pronoun"})
_PEOPLE = frozenset({"strong", "weak", "bare", "unknown", "collective"})
_THINGS = frozenset({"materiel", "incidents"})


def weighed(
    reading: Reading, taken: Sequence[Finding], told_before: Sequence[str], weights: Weights
) -> list[Finding]:
    """Return findings for counted phrases of a sentence of which `taken` says nothing.

    Args:
        reading: the sentence.
        taken: what the grammar found in it.
        told_before: what was told in the last sentence before with claims (`told_before`).
        weights: those of claim types.
    """
    found = []
    for index in open_phrases(reading, taken):
        verdict = _verdict(reading, index, taken, told_before, weights)
        if verdict is not None:
            trigger = _trigger(reading, index, verdict)
            whole = _whole_beside(reading, taken, index, verdict.value)
            found.append(Finding(index, verdict.value, trigger, whole, weighed=True))
    return found


def _whole_beside(
    reading: Reading, taken: Sequence[Finding], index: int, claim_type: str
) -> int | None:
    """Return the whole of which a phrase tells a part: "five died (four boys and two women)"."""
    depth = sum((one.kind == "open") - (one.kind == "close") for one in reading.chunks[:index])
    if depth > 0 and not any(one.claim_type == claim_type for one in taken):
        return BEFORE
    if index < 2 or reading.chunks[index - 1].kind not in {"and", "comma"}:
        return None
    beside = (one for one in taken if one.noun == index - 2 and one.claim_type == claim_type)
    return next((one.whole for one in beside), None)


def weighed_subject(
    reading: Reading, index: int, told_before: Sequence[str], weights: Weights
) -> str:
    """Return who those at a chunk index are by the words around; `people` where that is not clear.

    Args:
        reading: the sentence.
        index: chunk index of the counted phrase.
        told_before: what was told in the last sentence before with claims.
        weights: those of subjects.
    """
    noun = reading.noun(index)
    if noun.kind == "name" or noun.named:
        # a name tells nothing of whose it is
        return "people"
    if _ENEMY in reading.lower:
        # whose enemy that is hangs on who speaks
        return "people"
    first = reading.chunks[index].first
    if noun.kind == "bare" and not _LOSSES.isdisjoint(reading.lower[:first]):
        return "people"
    features = company(reading.wording, reading.chunks, index, reading.findings, told_before)
    verdict = weights.weigh(features)
    if verdict.value == "people" or verdict.probability < _CLEAR_SUBJECT:
        return "people"
    if noun.kind == "unknown" and features[0] not in weights.rows:
        # neither a list nor a text that was learnt from has the noun
        return "people"
    telling = [feature for feature in features if names_something(feature)]
    lead = weights.lead(telling, verdict.value, "people")
    if verdict.value == "prisoners" and "found:arrested" in features:
        # whoever is arrested becomes one; who was one before is called so
        return "people"
    if verdict.value in _NARROW and not _is_named(verdict.value, features):
        return "people"
    least = _CLEAR_LEAD_OF_ONE if _is_single(noun) else _CLEAR_LEAD
    return verdict.value if lead >= least else "people"


def _is_named(subject: str, features: Collection[str]) -> bool:
    """Tell whether a group of a subject stands in the sentence, or was told of before."""
    sides = (f"group {side}:{subject}" for side in ("before", "behind"))
    told = any(feature.startswith(f"told:{subject} ") for feature in features)
    return told or any(side in features for side in sides)


def told_before(claims: Sequence[Claim]) -> list[str]:
    """Return types and subjects of the claims of the last sentence with any, each once."""
    last = claims[-1].sentence_start if claims else 0
    recent = [claim for claim in claims[-_REMEMBERED:] if claim.sentence_start == last]
    types = [claim.claim_type for claim in recent]
    return list(
        dict.fromkeys([*types, *(f"{claim.subject} {claim.claim_type}" for claim in recent)])
    )


def open_phrases(reading: Reading, taken: Sequence[Finding]) -> Iterator[int]:
    """Yield the chunk indices of phrases that could be counted and of which nothing is found."""
    found = {finding.noun for finding in taken}
    for index, chunk in enumerate(reading.chunks):
        if chunk.noun is None or index in found or not may_count(chunk.noun):
            continue
        if _is_single(chunk.noun) and _only_describes(reading, index, found):
            continue
        if chunk.last < len(reading.tokens) and reading.lower[chunk.last] in SPEECH:
            # "two doctors said"
            continue
        if not NEGATIONS.isdisjoint(reading.lower[chunk.last : chunk.last + _DENIED_WITHIN]):
            # "six farmers were not, the ministry says, killed"
            continue
        if not _UNTOUCHED.isdisjoint(reading.lower[chunk.last : chunk.last + _UNTOUCHED_WITHIN]):
            continue
        if _only_tried(reading.lower[chunk.last : chunk.last + _TRIED_WITHIN]):
            continue
        before = reading.lower[max(0, chunk.first - _SOUGHT_BEFORE) : chunk.first]
        if before[-1:] == ["of"] and not _SPEAKING.isdisjoint(before[-2:-1]):
            # "the governor spoke of two brothers": of what befell them, other words must tell
            continue
        if _SOUGHT.isdisjoint(before):
            yield index


def _only_tried(behind: Sequence[str]) -> bool:
    """Tell whether people only set out to do something: "nine guards of the fort tried to flee"."""
    return any(word in _TRIED and following == "to" for word, following in pairwise(behind))


def _is_single(noun: NounPhrase) -> bool:
    return noun.count is None or noun.count.low == noun.count.high == 1


def _only_describes(reading: Reading, index: int, found: Collection[int]) -> bool:
    """Tell whether it only says who somebody is: "Ali Hasan, a baker", "he was also a baker"."""
    first = reading.chunks[index].first
    if not BE.isdisjoint(reading.lower[max(0, first - 2) : first]):
        return True
    if index < 2 or reading.chunks[index - 1].kind != "comma":
        return False
    person = reading.chunks[index - 2].noun
    return index - 2 in found or (person is not None and (person.kind == "name" or person.named))


def may_count(noun: NounPhrase) -> bool:
    """Tell whether a noun phrase can be a claim's: it is counted, or stands for one."""
    if noun.kind in _NEVER or noun.named or (noun.anaphor and noun.count is None):
        # who is named may be the one who speaks; the grammar tells of him what can be told
        return False
    return noun.count is not None or (noun.one and not noun.definite)


def _verdict(
    reading: Reading,
    index: int,
    taken: Sequence[Finding],
    told_before: Sequence[str],
    weights: Weights,
) -> Verdict | None:
    """Return what is said of a phrase; None where nothing is, or not clearly, or not as a fact."""
    features = surroundings(reading.wording, reading.chunks, index, taken, told_before)
    verdict = weights.weigh(features)
    noun = reading.noun(index)
    if verdict.value == NOTHING or verdict.probability < _least_probability(noun):
        return None
    if not _can_be(verdict.value, noun):
        return None
    store = FindingStore(reading.tokens, reading.chunks)
    return None if store.is_unreal(index) else verdict


def _least_probability(noun: NounPhrase) -> float:
    """Return from which probability on a claim type is taken for those that a noun counts."""
    if _is_single(noun):
        return _CLEAR_TYPE_OF_ONE
    vague = noun.count is not None and noun.count.qualifier == "vague"
    return _CLEAR_TYPE_OF_SOME if vague else _CLEAR_TYPE


def _can_be(claim_type: str, noun: NounPhrase) -> bool:
    """Tell whether a noun can have met such a fate: people die, tanks are seized."""
    if claim_type in HUMAN_TYPES:
        return noun.kind in _PEOPLE
    if claim_type in MATERIEL_TYPES:
        return noun.kind == "materiel"
    if claim_type == "incidents":
        # "an attack" is told, not counted
        return noun.kind in _THINGS and noun.count is not None and noun.count.low != 1
    return True


def _trigger(reading: Reading, index: int, verdict: Verdict) -> int:
    """Return the chunk of the word that speaks most for it, else that of the phrase itself."""
    for feature in verdict.features:
        at = reading.wording.places(feature)
        if at:
            first = reading.chunks[index].first
            nearest = min(at, key=lambda position: abs(position - first))
            return reading.chunks.index(reading.chunk_at(nearest))
    return index
