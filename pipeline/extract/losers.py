"""Which side, by a name that no list has, lost those counted: "the ZRA lost two men"."""

from pipeline.extract.reading import Reading
from pipeline.extract.sides_of_losses import label_before
from pipeline.language.findings import FORCES

_LOSSES = frozenset("losses loss casualties".split())
_OWNED = frozenset({"its", "their", "own"})
_CONCEDED = frozenset(
    "admits admitted admitting concedes conceded conceding acknowledged acknowledges".split()
)
_BODIES = frozenset("bodies body corpses corpse dead".split())
_RETREATED = frozenset(
    "withdrew fled retreated repelled repulsed retreating fleeing withdrawing scattered dispersed "
    "routed".split()
)
_BEHIND_WITHIN = 3
# How many chunks back the words may stand that tell whose loss it is.
_REACH = 16
_FOUND = frozenset("recovered found seized retrieved collected discovered captured".split())
# Whose losses are those of soldiers.
_BODIES_OF_AN_ARMY = frozenset(
    "company's battalion's regiment's brigade's division's squadron's garrison's army's "
    "corps's corps' division’s battalion’s regiment’s brigade’s garrison’s company’s army’s".split()
)


def loses_soldiers(reading: Reading, index: int) -> bool:
    """Tell whether "the regiment's losses came to 19" tells of a figure at a chunk index."""
    losses = _losses_before(reading, index)
    if losses is None:
        return False
    chunk = reading.chunks[losses]
    return not _BODIES_OF_AN_ARMY.isdisjoint(reading.lower[chunk.first : chunk.last])


def named_loser(reading: Reading, index: int) -> str:
    """Return the name of the side that lost those at a chunk index, "" where none is told."""
    losses = _losses_before(reading, index)
    if losses is None:
        label = label_before(reading, index)
        if label is not None:
            # "ZRA: two dead"
            return _name(reading, label)
        verb = _verb_of_losing(reading, index)
        return _name(reading, _subject_of(reading, verb)) if verb is not None else ""
    chunk = reading.chunks[losses]
    if not _OWNED.isdisjoint(reading.lower[chunk.first : chunk.last]):
        return _name(reading, _subject_of(reading, losses))
    return _name(reading, losses - 1) if losses else ""


def loser_before(reading: Reading, index: int) -> int | None:
    """Return the chunk of the group that "lost a major", None where the words tell no loss."""
    verb = _verb_of_losing(reading, index)
    return _subject_of(reading, verb) if verb is not None and verb == index - 1 else None


def rebels_conceding(reading: Reading, index: int) -> bool:
    """Tell whether "the rebels admitted to nine dead", "a rebel radio concedes eight" stands here.

    What others concede may be the deaths of anybody.
    """
    at = index - 1
    if at >= 0 and reading.lower[reading.chunks[at].first] == "to":
        at -= 1
    if at < 1 or _CONCEDED.isdisjoint(
        reading.lower[reading.chunks[at].first : reading.chunks[at].last]
    ):
        return False
    if reading.noun(index).kind not in {"bare", "action"}:
        return False
    reach = range(max(0, at - _REACH), at)
    opens = max((k for k in reach if reading.chunks[k].kind == "stop"), default=reach[0] - 1)
    before = [chunk.noun for chunk in reading.chunks[opens + 1 : at] if chunk.noun is not None]
    sides = {noun.subject for noun in before if noun.count is None} & FORCES
    return sides == {"rebels"}


def leaves_behind(reading: Reading, index: int) -> str:
    """Return who "left behind 14 corpses" of theirs, fled "leaving nine dead", or ""."""
    chunk = reading.chunks[index]
    verb = next(
        (at for at in range(index - 1, max(-1, index - _REACH), -1) if _leaves(reading, at)), None
    )
    if verb is None:
        return ""
    near = reading.lower[reading.chunks[verb].first : chunk.last + _BEHIND_WITHIN]
    opens = reading.chunks[max(0, verb - _REACH)].first
    clause = reading.lower[opens : reading.chunks[verb].first]
    if "behind" not in near and _RETREATED.isdisjoint(clause):
        return ""
    if _BODIES.isdisjoint(reading.lower[chunk.first : chunk.last + 1]):
        return ""
    group = _subject_of(reading, verb)
    noun = reading.chunks[group].noun if group is not None else None
    plain = noun is not None and noun.count is None and noun.subject in FORCES
    return noun.subject if plain and noun is not None else ""


def found_with_weapons(reading: Reading, index: int) -> bool:
    """Tell whether "recovered nine bodies together with 12 rifles" tells of rebels."""
    chunk = reading.chunks[index]
    if _BODIES.isdisjoint(reading.lower[chunk.first : chunk.last]):
        return False
    if index < 2 or _FOUND.isdisjoint(
        reading.lower[reading.chunks[index - 1].first : reading.chunks[index - 1].last]
    ):
        return False
    finder = reading.chunks[index - 2].noun
    if finder is None or finder.subject not in {"soldiers", "police", "security_forces"}:
        return False
    behind = reading.chunks[index + 1 : index + 3]
    joined = len(behind) == 2 and behind[0].kind in {"and", "comma", "preposition"}
    noun = behind[1].noun if joined else None
    return noun is not None and noun.kind == "materiel" and noun.subject == "weapons"


def _leaves(reading: Reading, index: int) -> bool:
    chunk = reading.chunks[index]
    return reading.lower[chunk.first] in {"left", "leave", "leaves", "leaving"}


def _losses_before(reading: Reading, index: int) -> int | None:
    """Return the chunk of the losses of which a figure is told: "losses came to 12 dead"."""
    for position in range(index - 1, max(-1, index - _REACH), -1):
        chunk = reading.chunks[position]
        if chunk.kind in {"stop", "relative"}:
            return None
        if reading.lower[chunk.last - 1] in _LOSSES:
            return position
    return None


def _verb_of_losing(reading: Reading, index: int) -> int | None:
    """Return the verb in "lost two men", "losing nine killed and four wounded"."""
    for position in range(index - 1, max(-1, index - _REACH), -1):
        chunk = reading.chunks[position]
        if chunk.verb is not None and chunk.verb.verb.lemma == "lose":
            return position
        counted = chunk.noun is not None and chunk.noun.count is not None
        if not counted and chunk.kind not in {"state", "and", "comma", "verb"}:
            return None
    return None


def _subject_of(reading: Reading, index: int) -> int | None:
    """Return the nearest group before a chunk that could be what its words are of."""
    for position in range(index - 1, max(-1, index - _REACH), -1):
        chunk = reading.chunks[position]
        if chunk.kind == "stop":
            return None
        if chunk.noun is not None and chunk.noun.kind not in {"measure", "pronoun"}:
            return position
    return None


def _name(reading: Reading, index: int | None) -> str:
    """Return the capitalised word that names a group without a figure, or ""."""
    if index is None:
        return ""
    chunk = reading.chunks[index]
    noun = chunk.noun
    if noun is None and chunk.kind != "word":
        return ""
    if noun is not None and (noun.count is not None or noun.kind not in {"name", "unknown"}):
        return ""
    word = reading.tokens[chunk.last - 1].text
    return word.removesuffix(".") if word[0].isupper() else ""
