"""Phrases that look like victims or things taken, and count something else or nobody.

"A rebel spokesman, Omar Dahl, said" speaks; "12 detention sites" are sites; "five bullet wounds"
are one man's; "the rebel dead" are counted further on; "at 6 in the morning" is a time.
"""

import re

from pipeline.extract.reading import Reading
from pipeline.language.findings import HUMAN_TYPES, Finding
from pipeline.language.function_words import BE, SPEECH

# What a noun before makes no victim and no booty of: "a garrison town", "three detention orders".
_OF_ANOTHER_KIND = frozenset(
    "site sites centre centres center centers facility facilities order orders warrant warrants "
    "town towns village villages city cities workshop workshops factory factories plant plants "
    "institution institutions union unions association associations committee committees office "
    "offices record records rate rates campaign campaigns law laws hearing hearings claim claims "
    "estimate estimates figure figures source sources".split()
)
_PLACES = frozenset(
    "hamlets villages towns districts provinces suburbs neighbourhoods neighborhoods".split()
)
# What hurt, before "wounds": a word for one man's injuries, not for those hurt.
_OF_ONE_BODY = frozenset(
    "bullet gunshot stab shrapnel knife burn head chest leg exit entry entrance machete".split()
)
_WOUNDS = frozenset({"wounds", "wound", "injuries"})
_PARTS_OF_BODY = frozenset(
    "wrist wrists hand hands arm arms leg legs shoulder shoulders head hair neck throat finger "
    "fingers foot feet face chest".split()
)
_BODIES = frozenset({"bodies", "corpses", "body", "corpse"})
# What may be told of those in the genitive: "two soldiers' bodies".
_OF_THE_DEAD = _BODIES | {"deaths", "lives", "death", "remains"}
_PARTS_OF_DAY = re.compile(r"\s+(?:in the (?:morning|afternoon|evening)|at night|o.clock)\b")
_BEFORE_HOURS = frozenset({"at", "by", "around", "about", "until", "till", "before", "after"})
_LAST_HOUR = 12
_AGES = frozenset({"age", "ages", "aged"})
_AGES_WITHIN = 4
_BOUNDS = frozenset({"under", "over", "below", "above"})
_GROWN_UP = 21
_YEARS = range(5, 100)
_GENITIVE = re.compile(r"['’](?=\s+([a-z]+))")
_QUOTES = re.compile(r"(?<!\w)['‘]")
# Verbs of speech that are hardly participles: "his wife, announced at noon".
_OF_ONE_WHO_SPEAKS = frozenset({"said", "says", "told", "tells", "added"})
# How many tokens a name and the commas around it may take.
_LONGEST_NAME = 8


def counts_no_one(reading: Reading, finding: Finding, text: str) -> bool:
    """Tell whether a phrase counts nobody and nothing of which something is told.

    Args:
        reading: the sentence.
        finding: what the grammar found in it.
        text: that of the whole document.
    """
    noun, chunk = reading.noun(finding.noun), reading.chunks[finding.noun]
    words = reading.lower[chunk.first : chunk.last]
    behind = reading.lower[chunk.last : chunk.last + 1]
    start, end = reading.span(finding.noun)
    genitive = None if _QUOTES.search(text, start, end) else _GENITIVE.match(text, end)
    return (
        (bool(behind) and _OF_ANOTHER_KIND.issuperset(behind))
        or (genitive is not None and genitive[1] not in _OF_THE_DEAD and noun.plural)
        or (words[-1] in _PLACES and finding.claim_type in HUMAN_TYPES)
        or (words[-1] in _WOUNDS and not _OF_ONE_BODY.isdisjoint(words))
        or (words[-1] in _BODIES and noun.count is not None and noun.count.high == 0)
        or (words[-1] in _PARTS_OF_BODY and len(words) == 2 and noun.one)
        or _is_hour(reading, finding.noun, text)
        or _is_all_of_whom_some_are_told(reading, finding.noun)
        or _is_age(reading, finding.noun)
        or _heads_the_dead(reading, finding)
        or _speaks_by_name(reading, finding)
    )


def _is_hour(reading: Reading, index: int, text: str) -> bool:
    """Read "at 6 in the morning"."""
    noun, chunk = reading.noun(index), reading.chunks[index]
    small = noun.count is not None and (noun.count.high or _LAST_HOUR + 1) <= _LAST_HOUR
    before = reading.lower[max(0, chunk.first - 1) : chunk.first]
    at = noun.kind == "bare" and small and not _BEFORE_HOURS.isdisjoint(before)
    return at and _PARTS_OF_DAY.match(text, reading.span(index)[1]) is not None


def _is_age(reading: Reading, index: int) -> bool:
    """Read "ages put at 20 to 40", "a friend of his, 24, was", "nine of whom were under 17"."""
    noun, chunk = reading.noun(index), reading.chunks[index]
    if noun.kind != "bare" or noun.count is None:
        return False
    before = reading.lower[max(0, chunk.first - _AGES_WITHIN) : chunk.first]
    if not _AGES.isdisjoint(before):
        return True
    if reading.lower[chunk.first] in _BOUNDS:
        years = noun.count.high or noun.count.low or 0
        return before[-1:] != [] and before[-1] in BE and years <= _GROWN_UP
    between = before[-1:] == [","] and reading.lower[chunk.last : chunk.last + 1] == [","]
    exact = noun.count.low == noun.count.high and (noun.count.low or 0) in _YEARS
    near = (earlier.noun for earlier in reading.chunks[max(0, index - _AGES_WITHIN) : index])
    persons = [noun for noun in near if noun is not None and noun.kind != "pronoun"]
    return between and exact and any(one.one or one.named for one in persons)


def _is_all_of_whom_some_are_told(reading: Reading, index: int) -> bool:
    """Read "74 of the village's 133 inhabitants died": the second figure counts all."""
    first = reading.chunks[index].first
    before = reading.lower[max(0, first - _LONGEST_NAME) : first]
    if not before or not before[-1].endswith(("'s", "’s")) or "of" not in before:
        return False
    of = len(before) - 1 - before[::-1].index("of")
    return of > 0 and before[of - 1][0].isdigit()


def _heads_the_dead(reading: Reading, finding: Finding) -> bool:
    """Read "the rebel dead", "the army wounded": all of a side, counted elsewhere if at all."""
    noun, chunk = reading.noun(finding.noun), reading.chunks[finding.noun]
    state = reading.chunks[finding.noun + 1] if finding.noun + 1 < len(reading.chunks) else None
    one = noun.count is None and noun.one and reading.lower[chunk.first] == "the"
    told = state is not None and state.kind == "state" and finding.trigger == finding.noun + 1
    return one and told and state is not None and state.last - state.first == 1


def _speaks_by_name(reading: Reading, finding: Finding) -> bool:
    """Read "a spokesman, Omar Dahl, said ... captured": what follows is told by him, not of him."""
    noun, last = reading.noun(finding.noun), reading.chunks[finding.noun].last
    if not (noun.one or noun.named):
        return False
    words = reading.lower[last : last + _LONGEST_NAME]
    if words[:1] == [","]:
        named = words.index(",", 1) + 1 if "," in words[1:] else 1
        words = words[1:] if words[1:2] and words[1] in SPEECH else words[named:]
    if not words or words[0] not in SPEECH:
        return False
    trigger = reading.chunks[finding.trigger].first
    said = reading.lower.index(words[0], last)
    if trigger < said:
        # "killed three, a spokesman, Omar Dahl, said", but "the mayor, who was wounded, said"
        listed = trigger < reading.chunks[finding.noun].first and reading.lower[last] == ","
        return listed and words[0] in _OF_ONE_WHO_SPEAKS
    return reading.lower[trigger - 1] not in {"he", "she", "they"}
