"""What the grammar leaves open: what was done to whom, told by all the words around.

The grammar reads phrases that it knows. Where it finds nothing for a counted phrase, or tells of no
more than `people`, the words and phrases about it are weighed together
(pipeline/language/weights.py); what they speak for clearly is taken, with the word that speaks for
it most as the reason. What the text only plans, threatens or supposes is never taken.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.extract.claim import Claim
from pipeline.extract.outlook import Outlook
from pipeline.extract.reading import Reading
from pipeline.language.finding_store import FindingStore
from pipeline.language.findings import (
    BEFORE,
    HELD_TYPES,
    HUMAN_TYPES,
    INCIDENTS,
    MATERIEL_TYPES,
    THINGS,
    Finding,
)
from pipeline.language.function_words import BE, NEGATIONS, SPEECH
from pipeline.language.phrases import NounPhrase
from pipeline.language.surroundings import company, surroundings
from pipeline.language.weights import NOTHING, Verdict, Weights

# Of how many claims of one sentence it is remembered what they told.
_REMEMBERED = 12
# Least probability at which a claim type is taken for several, for some ("a group of men") and for
# one ("a truck"), of which texts tell so much else; and at which a subject is.
_CLEAR_TYPE = 0.6
_CLEAR_TYPE_OF_SOME = 0.66
_CLEAR_TYPE_OF_ONE = 0.7
_CLEAR_SUBJECT = 0.6
# From which probability on, by the weights, that something befell a phrase the encoder is asked.
_WORTH_ASKING = 0.05
# How likely the weights must hold what the encoder is sure of: of a saint's day in another language
# it is sure as well.
_LEAST_BY_WEIGHTS = 0.03
# Words before those whom somebody was after, or had in his care, which is no fate.
_SOUGHT = frozenset(
    "target targeted targeting search searched searching seek seeking sought spotted tracking "
    "tracked hunting hunted pursuing pursued protecting protection protected securing safeguarding "
    "locate locating questioned identified save saved saving defend defended defending "
    "removal withdrawal departure dismissal replacement transfer recruitment training".split()
)
_SOUGHT_BEFORE = 5
# Words behind those to whom nothing of the kind happened, or who only tried something.
_UNTOUCHED = frozenset(
    "protected unharmed unhurt unscathed safe rescued freed released checked screened questioned "
    "attempted tried involved accused charged suspected indicted".split()
)
_UNTOUCHED_WITHIN = 4
# What those did not bring about who only set out to, and how far behind it may stand.
_TRIED = frozenset("attempted attempting tried trying sought vowed threatened hoped".split())
_TRIED_WITHIN = 12
# Words behind those who only could do something, unless it is something that befalls them.
_MAY = frozenset({"can", "may", "might"})
_BEING = frozenset({"be", "have", "not"})
_MAY_WITHIN = 5
_SPEAKING = frozenset({"spoke", "speaks", "spoken", "talked", "talks", "told"})
# How many tokens behind a phrase a denial of what follows may stand.
_DENIED_WITHIN = 2
# What counts no one and nothing of which a claim can be.
_NEVER = frozenset({"measure", "name", "pronoun"})
_NOT_THEM = frozenset({"by", "from"})
_DOERS = frozenset("killer killers murderer murderers assassin assassins perpetrators".split())
_SUFFERED = HUMAN_TYPES - {"defected", "surrendered", "escaped", "protested"}
_PEOPLE = frozenset({"strong", "weak", "bare", "unknown", "collective", "modifier"})
_THINGS = frozenset({"materiel", "incidents"})
# What may count anything: "two BRDM-2". What a bare figure counts hangs on the heading above it.
_ANYTHING = frozenset({"weak", "unknown"})


def weighed(
    reading: Reading,
    taken: Sequence[Finding],
    told_before: Sequence[str],
    weights: Weights,
    outlook: Outlook,
) -> list[Finding]:
    """Return findings for counted phrases of a sentence of which `taken` says nothing.

    Args:
        reading: the sentence.
        taken: what the grammar found in it.
        told_before: what was told in the last sentence before with claims (`told_before`).
        weights: those of claim types.
        outlook: what else is asked of a phrase.
    """
    found = []
    for index in open_phrases(reading, taken):
        verdict = _verdict(reading, index, taken, told_before, weights, outlook)
        if verdict is not None and not _is_told_of_behind(reading, index, taken, verdict.value):
            trigger = _trigger(reading, index, verdict)
            whole = _whole_beside(reading, taken, index, verdict.value)
            found.append(Finding(index, verdict.value, trigger, whole, weighed=True))
    return found


def _is_told_of_behind(
    reading: Reading, index: int, taken: Sequence[Finding], claim_type: str
) -> bool:
    """Tell whether one met is told of again: "they met a man with a gun, killing the gunman"."""
    if not _is_single(reading.noun(index)):
        return False
    behind = (one for one in taken if one.noun > index and one.claim_type == claim_type)
    nouns = (reading.noun(one.noun) for one in behind)
    return any(noun.definite and _is_single(noun) for noun in nouns)


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
    reading: Reading,
    index: int,
    told_before: Sequence[str],
    weights: Weights,
    opinion: Mapping[str, float] | None,
) -> str:
    """Return who those at a chunk index are by the words around; `people` where that is not clear.

    Args:
        reading: the sentence.
        index: chunk index of the counted phrase.
        told_before: what was told in the last sentence before with claims.
        weights: those of subjects.
        opinion: subject → probability by other means; without one nothing is clear.
    """
    if opinion is None:
        return "people"
    features = company(reading.wording, reading.chunks, index, reading.findings, told_before)
    verdict = weights.weigh(features, opinion)
    return verdict.value if verdict.probability >= _CLEAR_SUBJECT else "people"


def weighed_thing(claim_type: str, subject: str, opinion: Mapping[str, float] | None) -> str:
    """Return what is counted where a subject is none that a claim type can have.

    Args:
        claim_type: of things or incidents.
        subject: what the grammar makes of the noun.
        opinion: subject → probability; None where there is none.
    """
    fitting = INCIDENTS if claim_type == "incidents" else THINGS
    if opinion is None or subject in fitting:
        return subject
    return max(sorted(fitting), key=lambda one: opinion.get(one, 0))


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
        if reading.lower[max(0, chunk.first - 1) : chunk.first] == ["not"]:
            # "fifty-nine and not 62"
            continue
        if _is_untouched(reading, index):
            continue
        if _only_tried(reading.lower[chunk.last : chunk.last + _TRIED_WITHIN]):
            continue
        if _only_may(reading.lower[chunk.last : chunk.last + _MAY_WITHIN]):
            continue
        before = reading.lower[max(0, chunk.first - _SOUGHT_BEFORE) : chunk.first]
        if before[-1:] == ["of"] and not _SPEAKING.isdisjoint(before[-2:-1]):
            # "the governor spoke of two brothers": of what befell them, other words must tell
            continue
        if _SOUGHT.isdisjoint(before):
            yield index


def _is_untouched(reading: Reading, index: int) -> bool:
    """Tell whether something else befell a phrase, or the list in which it stands."""
    last = reading.chunks[index].last
    for chunk in reading.chunks[index + 1 :]:
        if chunk.kind in {"comma", "and"}:
            continue
        if chunk.noun is None or chunk.noun.count is None:
            break
        last = chunk.last
    return not _UNTOUCHED.isdisjoint(reading.lower[last : last + _UNTOUCHED_WITHIN])


def _only_tried(behind: Sequence[str]) -> bool:
    """Tell whether people only set out to do something: "nine guards of the fort tried to flee"."""
    return any(word in _TRIED and following == "to" for word, following in pairwise(behind))


def _only_may(behind: Sequence[str]) -> bool:
    """Tell whether people only may do something: "ten men with rifles can bring down a town"."""
    return any(word in _MAY and following not in _BEING for word, following in pairwise(behind))


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
    outlook: Outlook,
) -> Verdict | None:
    """Return what is said of a phrase; None where nothing is, or not clearly, or not as a fact."""
    features = surroundings(reading.wording, reading.chunks, index, taken, told_before)
    if 1 - weights.probability(features, NOTHING) < _WORTH_ASKING:
        return None
    opinion = outlook.of(reading, index, "claim_type")
    verdict = weights.weigh(features, opinion)
    noun = reading.noun(index)
    if verdict.value == NOTHING or verdict.probability < _least_probability(noun):
        return None
    if not can_be(verdict.value, noun) or _is_somebody_else(reading, index, verdict.value):
        return None
    if weights.probability(features, verdict.value) < _LEAST_BY_WEIGHTS:
        return None
    store = FindingStore(reading.tokens, reading.chunks)
    return None if store.is_unreal(index) else verdict


def _is_somebody_else(reading: Reading, index: int, claim_type: str) -> bool:
    """Tell whether a phrase names those who did it, or whose people it befell.

    "Murdered by two men", "two of the killers", "six men from two families".
    """
    if claim_type not in _SUFFERED:
        return False
    chunk = reading.chunks[index]
    held = claim_type in HELD_TYPES
    is_doer = not held and not _DOERS.isdisjoint(reading.lower[chunk.first : chunk.last])
    return is_doer or (chunk.first > 0 and reading.lower[chunk.first - 1] in _NOT_THEM)


def _least_probability(noun: NounPhrase) -> float:
    """Return from which probability on a claim type is taken for those that a noun counts."""
    if _is_single(noun):
        return _CLEAR_TYPE_OF_ONE
    vague = noun.count is not None and noun.count.qualifier == "vague"
    return _CLEAR_TYPE_OF_SOME if vague else _CLEAR_TYPE


def can_be(claim_type: str, noun: NounPhrase) -> bool:
    """Tell whether a noun can have met such a fate: people die, tanks are seized."""
    if claim_type in HUMAN_TYPES:
        return noun.kind in _PEOPLE
    is_counted = noun.count is not None and noun.count.low != 1
    if claim_type in MATERIEL_TYPES:
        return noun.kind == "materiel" or (noun.kind in _ANYTHING and is_counted)
    if claim_type == "incidents":
        # "an attack" is told, not counted
        return noun.kind in _THINGS | {"unknown"} and is_counted
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
