"""Deaths of old age or illness amid a text on war, as obituaries tell them."""

import re

from pipeline.extract.reading import Reading
from pipeline.language.findings import Finding
from pipeline.language.relevance import Relevance

# How many tokens behind "died" it may be told of what.
_CLAUSE = 12
_MARKS = frozenset({",", ";", "."})
_HURT = ("wound", "injur", "burn", "shot", "shell", "bomb", "fire", "blast", "hands", "attack")
# From which age on nobody wonders that a man has died, where nothing else is told of his death.
_OLD = 70
# "aged 84", "at about 80", "at the age of 73"
_AGE = re.compile(
    r"(?:\baged|\bat(?: the age of)?) (?:about |around |nearly )?(\d{1,3})(?= [,.;]|$)"
)


def died_in_bed(reading: Reading, finding: Finding, relevance: Relevance) -> bool:
    """Tell whether "who has died aged 91", "died of a stroke" tells of no violence."""
    chunk = reading.chunks[finding.trigger]
    if chunk.verb is None or chunk.verb.verb.lemma not in {"die", "pass away"}:
        return False
    behind = reading.lower[chunk.last : chunk.last + _CLAUSE]
    clause = behind[: next((at for at, word in enumerate(behind) if word in _MARKS), len(behind))]
    if relevance.tells_natural_death(" ".join(clause)):
        return True
    return _died_of_age(reading, finding.trigger, behind)


def _died_of_age(reading: Reading, verb: int, behind: list[str]) -> bool:
    """Tell whether "who has died at 62", "died in his bed, aged 91" gives age for a cause."""
    told = " ".join(behind)
    age = _AGE.search(told)
    if age is None or any(word.startswith(_HURT) for word in behind):
        return False
    chunk = reading.chunks[verb]
    # "X, who has died at 62" is how an obituary begins.
    obituary = reading.lower[chunk.first : chunk.last] == ["has", "died"]
    return int(age[1]) >= _OLD or obituary
