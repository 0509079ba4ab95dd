"""Whose dead, wounded or casualties a sentence tells where the figure stands by itself."""

from pipeline.extract.reading import Reading
from pipeline.language.findings import FORCES, Finding

_CLAIMED = frozenset("claim claims figure figures estimate estimates count says".split())
_BODIES_OF_AN_ARMY = frozenset(
    "brigade brigades regiment regiments battalion battalions division divisions troops manpower "
    "servicemen army units".split()
)
_OF_PEOPLE = frozenset({"strong", "weak", "collective"})


def subject_in_brackets(reading: Reading, index: int) -> str:
    """Read "23 killed (rebels)", as tables of losses have it; "(rebel claim)" is no side."""
    for other in range(index + 1, len(reading.chunks) - 1):
        chunk = reading.chunks[other]
        if chunk.kind == "open":
            side = reading.chunks[other + 1]
            noun = side.noun
            plain = noun is not None and noun.count is None and not noun.one
            named = plain and _CLAIMED.isdisjoint(reading.lower[side.last - 1 : side.last + 1])
            return noun.subject if noun is not None and named else ""
        counted = chunk.noun is not None and chunk.noun.count is not None
        if not counted and chunk.kind not in {"verb", "state", "comma", "and"}:
            return ""
    return ""


def subject_among(reading: Reading, index: int) -> str:
    """Read "Among the Iraqi forces, 517 were killed", "of the clerks, nine": who they are."""
    if reading.lower[0] not in {"among", "amongst", "of"} or index < 2:
        return ""
    group = reading.chunks[1].noun
    if group is None or group.count is not None or group.kind not in _OF_PEOPLE:
        return ""
    marks = {chunk.kind for chunk in reading.chunks[2:index]}
    closed = reading.chunks[index - 1].kind == "comma" and marks.isdisjoint({"verb", "stop"})
    return group.subject if closed and group.subject != "people" else ""


def subject_behind_casualties(reading: Reading, index: int) -> str:
    """Read "inflicted 31 casualties on the army": the group behind the preposition."""
    noun = reading.noun(index)
    if noun.kind != "action" or noun.subject:
        return ""
    follows = reading.lower[reading.chunks[index].last :][:1]
    inflicted = index > 0 and reading.lower[reading.chunks[index - 1].first][:7] == "inflict"
    if inflicted and follows not in (["on"], ["among"], ["to"]):
        # "struck two brigades, inflicting 70 casualties"
        struck = not _BODIES_OF_AN_ARMY.isdisjoint(reading.lower[: reading.chunks[index].first])
        return "soldiers" if struck else ""
    if index + 2 >= len(reading.chunks):
        return ""
    said = reading.chunks[index + 2].noun
    if said is None and index + 3 < len(reading.chunks):
        # "among IDF troops"
        said = reading.chunks[index + 3].noun
    word = reading.lower[reading.chunks[index + 1].first]
    return said.subject if said is not None and word in {"on", "among", "to"} else ""


def tells_own_loss(reading: Reading, finding: Finding) -> bool:
    """Tell whether a force tells its own dead: "the army lost five men"."""
    group = reading.chunks[finding.trigger].verb
    told = reading.lower[reading.chunks[finding.trigger].last - 1]
    if told in {"loss", "losses"} and finding.trigger < finding.noun:
        # "acknowledged the loss of 31 men"
        return reading.noun(finding.noun).subject in {"", "people"}
    weak = reading.noun(finding.noun).subject in {"", "people"}
    return weak and group is not None and group.verb.lemma == "lose"


def sufferers_before(reading: Reading, index: int) -> str:
    """Return who "suffered no casualties": the last group named before in the sentence."""
    count = (
        reading.noun(index).count
        if index < len(reading.chunks) and (reading.chunks[index].noun is not None)
        else None
    )
    none = count is not None and count.high == 0
    counted = ""
    for earlier in range(index - 1, -1, -1):
        noun = reading.chunks[earlier].noun
        first = _first_force(reading, earlier) if _says_they(reading, earlier) else ""
        if first and not none:
            return first
        if none and reading.chunks[earlier].kind == "stop":
            break
        force = noun is not None and noun.kind == "collective" and noun.subject != "people"
        named = noun is not None and noun.kind in {"strong", "weak", "modifier"}
        if noun is not None and noun.subject == "journalists":
            # a radio station tells of the dead of others
            continue
        if noun is not None and (force or named) and noun.subject:
            if not none or (noun.count is None and not noun.one):
                return noun.subject
            # "killed one attacker without casualties": the casualties would be others.
            counted = counted or noun.subject
    return counted


def _says_they(reading: Reading, index: int) -> bool:
    chunk = reading.chunks[index]
    return reading.lower[chunk.first : chunk.last] == ["they"]


def _first_force(reading: Reading, end: int) -> str:
    """Read "the troops, led by gunmen, attacked; they withdrew after losing 17": the troops."""
    for chunk in reading.chunks[:end]:
        noun = chunk.noun
        if noun is not None and noun.kind in _OF_PEOPLE:
            plain = noun.count is None and noun.subject in FORCES
            return noun.subject if plain else ""
    return ""
