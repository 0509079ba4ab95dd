"""The date in a sentence that governs a counted phrase, by the words that part the two."""

import math
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.extract.passage import Sentence
from pipeline.extract.story_turns import DEEDS
from pipeline.extract.told_dates import Told
from pipeline.extract.when_words import (
    BOUNDARY,
    COMPARED,
    OF_NAMED,
    SCENE,
    SET_AGAINST,
    TOLL_OF,
    WHICH_KILLED,
)

# How strongly words part a date from a counted phrase; at `APART` it says nothing of it.
APART = 3.0
# A long list of figures stays under the one date of its clause.
_LIST = 1.5
_WEIGHT = {"strong": 3.0, "clause": 1.2, "quote": 0.6, "light": 0.4, "comma": 0.3}
# So many words before a date in brackets tell of something else.
_ASIDE_WORDS = 3
# How far from a phrase, in characters, a date of a very long sentence may stand.
_FAR = 1500


def governing_date(
    text: str, told: Sequence[Told], sentence: Sentence, start: int, end: int, least: float
) -> Told | None:
    """Return the mention of a sentence that dates `text[start:end]` from nearer than `least`.

    Args:
        text: the document's text.
        told: the mentions of the sentence.
        sentence: the sentence.
        start: offset of the counted phrase.
        end: offset behind it.
        least: how strongly no more words may part the two; `APART` within a clause.
    """
    dating = []
    for each in _near(told, sentence, start, end):
        if each.days is None:
            continue
        if _names_what_happened(text, each, start):
            return each
        if _may_date(text, each, sentence, start, end) and not (
            least > APART and each.mention.kind == "year"
        ):
            dating.append(each)
    if not dating:
        return None
    nearest = min(dating, key=lambda each: abs(each.mention.start - start))
    farthest = _distance(text, nearest, start, end, math.inf)
    best = None
    for each in dating:
        distance = _distance(text, each, start, end, farthest)
        if distance < least:
            best, least = each, distance
    return best


def _near(told: Sequence[Told], sentence: Sentence, start: int, end: int) -> Sequence[Told]:
    """Return the mentions of a sentence that stand near enough to date a phrase.

    Sentences run that far in lists only; all pairs of a list would take too long.
    """
    if sentence.end - sentence.start < _FAR:
        return told
    first = bisect_left(told, start - _FAR, key=lambda each: each.mention.start)
    last = bisect_left(told, end + _FAR, key=lambda each: each.mention.start)
    return told[first:last]


def _names_what_happened(text: str, told: Told, start: int) -> bool:
    """Tell whether the date names what the phrase at `start` tells of.

    "The March 1990 killing of a mayor" and "the 2012 Easter bombing, which killed 44".
    """
    mention = told.mention
    gap = (mention.end, max(start, mention.end))
    if mention.attributive and OF_NAMED.fullmatch(text, *gap):
        return True
    if told.role != "name" or not (mention.attributive or mention.kind == "weekday"):
        return False
    return WHICH_KILLED.fullmatch(text, *gap) is not None


def _may_date(text: str, told: Told, sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a date may be that of a phrase, near or far: not of a comparison or a deed."""
    mention = told.mention
    if told.role not in ("event", "statement"):
        return False
    before = text[max(sentence.start, mention.start - 60) : mention.start]
    if start >= mention.end and COMPARED.search(before):
        return False
    if end <= mention.start and SET_AGAINST.search(text, end, mention.start):
        return False
    if _stands_in_brackets(text, mention.start, mention.end, start):
        return False
    if mention.start < end:
        return True
    return not TOLL_OF.match(text, mention.end) and not DEEDS.search(text, end, mention.start)


def _stands_in_brackets(text: str, opens: int, closes: int, phrase: int) -> bool:
    """Tell whether a date is told in brackets that do not hold the phrase.

    "Dead: 88, or 217 (a list read by the mayor on 6 May)"; a date alone in brackets is none such.
    """
    bracket = text.rfind("(", max(0, opens - 120), opens)
    if bracket < 0 or ")" in text[bracket:opens]:
        return False
    if len(text[bracket + 1 : opens].split()) < _ASIDE_WORDS:
        return False
    end = text.find(")", closes)
    return end >= 0 and not bracket < phrase < end


def _distance(text: str, told: Told, start: int, end: int, farthest: float) -> float:
    """Return how strongly the sentence parts the mention from the phrase.

    Beyond `farthest` it is not counted on.
    """
    mention = told.mention
    behind = mention.start >= end
    governs = not behind and (told.opening or SCENE.match(text, mention.end) is not None)
    gap = (end, _opens(text, told, end)) if behind else (mention.end, max(start, mention.end))
    distance, loose = (0.1 if behind else 0.3), 0.0
    for boundary in BOUNDARY.finditer(text, *gap):
        kind = boundary.lastgroup or "comma"
        if behind and boundary.group() == ";":
            # "... killed three; a fourth died on 2 June"
            return 2 * APART
        if kind in ("light", "comma"):
            loose += _WEIGHT[kind]
        else:
            distance += _WEIGHT[kind]
        if distance + min(loose, _LIST) > farthest and not governs:
            return distance + min(loose, _LIST)
    distance += min(loose, _LIST)
    if governs:
        distance = min(distance, 1.0)
    return _weakened(text, told, distance, behind)


def _opens(text: str, told: Told, end: int) -> int:
    """Return where a date behind a phrase opens: "since" belongs to it ("died since Sunday")."""
    opens = told.mention.start
    if told.mention.lead != "since":
        return opens
    lead = text.rfind("since", max(end, opens - 40), opens)
    return lead if lead >= 0 else opens


def _weakened(text: str, told: Told, distance: float, behind: bool) -> float:
    """Return the distance with what is added for dates that say less of what happened."""
    mention = told.mention
    distance += 1.2 * (told.role == "statement")
    # A bare year dates only the words of its own clause.
    lone_year = mention.kind == "year" and mention.lead != "since"
    distance += 1.5 * (lone_year and distance > 0.4)
    distance += 2.0 * (mention.lead in ("before", "until", "prior to"))
    # "60 dead and, by the 22nd, 91": only what follows is told by then.
    before = text[max(0, mention.start - 22) : mention.start]
    return distance + APART * (behind and mention.lead == "by" and ", by" in before)
