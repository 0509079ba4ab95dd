"""Deaths of old age or illness amid a text on war, as obituaries tell them."""

from pipeline.extract.reading import Reading
from pipeline.language.findings import Finding
from pipeline.language.relevance import Relevance

# How many tokens behind "died" it may be told of what.
_CLAUSE = 12
_MARKS = frozenset({",", ";", "."})
_HURT = ("wound", "injur", "burn")


def died_in_bed(reading: Reading, finding: Finding, relevance: Relevance) -> bool:
    """Tell whether "who has died aged 91", "died of a stroke" tells of no violence."""
    chunk = reading.chunks[finding.trigger]
    if chunk.verb is None or chunk.verb.verb.lemma != "die":
        return False
    behind = reading.lower[chunk.last : chunk.last + _CLAUSE]
    clause = behind[: next((at for at, word in enumerate(behind) if word in _MARKS), len(behind))]
    if relevance.tells_natural_death(" ".join(clause)):
        return True
    told = reading.lower[chunk.first : chunk.last] == ["has", "died"] and clause[:1] == ["aged"]
    return told and not any(word.startswith(_HURT) for word in clause)
