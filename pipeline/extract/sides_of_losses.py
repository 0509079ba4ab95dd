"""Whose dead a bare figure tells: "rebel losses amounted to 112", "21 dead among the troops"."""

from collections.abc import Sequence

from pipeline.extract.reading import Reading
from pipeline.language.findings import FORCES
from pipeline.language.phrases import Chunk

_LOSSES = frozenset("losses loss casualties toll fatalities deaths".split())
_SUFFERED = frozenset("suffered sustained lost loses losing".split())
_COSTS = frozenset("cost costs costing".split())
_OWNED = frozenset("its their his theirs".split())
_PLAINLY_OWN = frozenset({"own", "men", "theirs"})
_MEMBERS = frozenset("members fighters cadres elements commanders".split())
# Whose "own men" are those of the state.
_OFFICES = frozenset({"ministry", "ministers", "minister", "government", "junta"})
_OF_ITS_OWN = (["of", "its", "own"], ["of", "their", "own"])
_ON_ITS_SIDE = (["on", "its", "own", "side"], ["on", "their", "own", "side"])
_OF_THE_STATE = frozenset({"soldiers", "police", "security_forces"})
# How many chunks back a commander may be told.
_REACH = 16
_PARTS_OF = frozenset({"from", "in"})
_HELD = frozenset("hands custody captivity detention cells prison prisons jails camps".split())
_OF_PEOPLE = frozenset({"strong", "weak", "collective"})
# What stands in a list of figures: "12 dead, three captured; one missing".
_LISTED = frozenset({"state", "verb", "comma", "and", "stop"})
_BODIES_OF_AN_ARMY = frozenset(
    "brigade's battalion's regiment's division's company's garrison's platoon's battery's "
    "brigade’s battalion’s regiment’s division’s company’s garrison’s platoon’s battery’s".split()
)
_CLOSED = frozenset({"stop", "relative"})


def side_of_losses(reading: Reading, index: int) -> str:
    """Return the subject of the group whose losses the figure at a chunk index tells, or ""."""
    return (
        _side_behind(reading, index)
        or _side_it_is_from(reading, index)
        or _side_labelled(reading, index)
        or _side_before(reading, index)
        or _side_in_front(reading, index)
    )


def _side_in_front(reading: Reading, index: int) -> str:
    """Read "Among the troops, 517 were killed", "In the rebels' ranks, nine died"."""
    opens = index
    while opens > 0 and reading.chunks[opens - 1].kind != "stop":
        opens -= 1
    if reading.lower[reading.chunks[opens].first] not in {"among", "amongst"}:
        return ""
    if reading.chunks[index - 1].kind != "comma":
        return ""
    sides = [_plain_subject(reading, later) for later in range(opens + 1, index)]
    forces = {side for side in sides if side in FORCES}
    if len(forces) > 1:
        # "the army, including militiamen"
        return "security_forces" if forces <= _OF_THE_STATE else ""
    return next(iter(forces), "")


def _side_it_is_from(reading: Reading, index: int) -> str:
    """Read "26 of them from the police", "about 80 in the army", "nine in the rebels' ranks"."""
    chunks = reading.chunks
    if index + 2 >= len(chunks) or reading.lower[chunks[index + 1].first] not in _PARTS_OF:
        return ""
    if index and chunks[index - 1].kind in {"verb", "other_verb"}:
        # "freed nine from the militants"
        return ""
    target = index + 2
    words = reading.lower[chunks[target].first : chunks[target].first + 3]
    if "ranks" in words and "of" in words and target + 2 < len(chunks):
        # "64 in the ranks of the rebels"
        target += 2
    noun = chunks[target].noun
    forces = noun is not None and noun.kind in _OF_PEOPLE and noun.subject in FORCES
    last = reading.lower[chunks[target].last - 1 : chunks[target].last + 1]
    if not _HELD.isdisjoint(last):
        # "160 in rebel hands"
        return ""
    return _plain_subject(reading, target) if forces else ""


def _side_labelled(reading: Reading, index: int) -> str:
    """Read "Rebels: 12 dead, three captured." where nothing but figures stands behind."""
    label = label_before(reading, index)
    side = _plain_subject(reading, label) if label is not None else ""
    return side if side in FORCES else ""


def label_before(reading: Reading, index: int) -> int | None:
    """Return the chunk that opens a sentence of figures, as in "Rebels: 12 dead", or None."""
    # At the head of a text "Police: 12 dead" names who says so.
    heads_the_text = reading.sentence.index == 0
    if heads_the_text or len(reading.chunks) < index + 2 or reading.chunks[1].kind != "colon":
        return None
    plain = all(
        chunk.kind in _LISTED or (chunk.noun is not None and chunk.noun.kind == "bare")
        for chunk in reading.chunks[2:]
    )
    return 0 if plain and index > 1 else None


def _side_before(reading: Reading, index: int) -> str:
    """Read "losses of the battalion: four dead", "army casualties", "the brigade suffered 30"."""
    for position in range(index - 1, -1, -1):
        chunk = reading.chunks[position]
        if chunk.kind in _CLOSED:
            return ""
        if reading.lower[chunk.first] in _SUFFERED and position:
            return _plain_subject(reading, position - 1)
        if reading.lower[chunk.first] in _COSTS:
            # "costing the attackers 45 dead"
            return _plain_subject(reading, position + 1) if position + 1 < index else ""
        noun = chunk.noun
        if chunk.kind == "state" and reading.lower[chunk.first - 1] == "own":
            # "puts its own dead at nine"
            return _force_before(reading, position)
        if reading.lower[chunk.last - 1] in _LOSSES:
            owned = reading.lower[max(0, chunk.last - 3) : chunk.last - 1]
            if not {"its", "their", "own"}.isdisjoint(owned):
                # "the army put its fatalities at 28"
                return _force_before(reading, position)
            if noun is not None and noun.kind == "action" and noun.subject not in {"", "people"}:
                return noun.subject
            follows = reading.lower[reading.chunks[position + 1].first]
            if follows in {"of", "among", "for", "by"} and position + 2 < index:
                return _plain_subject(reading, position + 2)
            return ""
    return ""


def _side_behind(reading: Reading, index: int) -> str:
    """Read "21 dead among the troops", "nine killed on the side of the rebels"."""
    chunks = reading.chunks
    position = index + 1
    if position < len(chunks) and chunks[position].kind in {"state", "verb"}:
        position += 1
    while position + 2 < len(chunks) and _adds_figure(chunks[position : position + 3]):
        # "two killed and five wounded in their ranks"
        position += 3
    if position + 1 >= len(chunks):
        return ""
    word = reading.lower[chunks[position].first]
    if "ranks" in reading.lower[chunks[position].first : chunks[position].first + 4]:
        # "five wounded in their ranks"
        return _force_before(reading, index)
    if word not in {"on", "among", "amongst"}:
        return ""
    target = chunks[position + 1]
    if word == "on":
        if reading.lower[target.last - 1] != "side" or position + 3 >= len(chunks):
            return ""
        position += 2
    return _plain_subject(reading, position + 1)


def _adds_figure(chunks: Sequence[Chunk]) -> bool:
    """Tell whether "and five wounded" stands there."""
    joint, figure, told = chunks
    bare = figure.noun is not None and figure.noun.kind == "bare"
    return joint.kind in {"and", "comma"} and bare and told.kind in {"state", "verb"}


def side_of_own(reading: Reading, index: int) -> str:
    """Return whose "four of its own fighters" are: the force named before in the sentence, or "".

    Only members without a subject of another kind can be meant: commanders, fighters, men, guards.
    """
    chunk = reading.chunks[index]
    span = reading.lower[chunk.first : chunk.last]
    dead = index + 1 < len(reading.chunks) and reading.chunks[index + 1].kind in {"state", "verb"}
    last = reading.chunks[index + dead].last
    if reading.lower[last : last + 3] in _OF_ITS_OWN:
        return _other_than_the_enemy(reading, index)
    if reading.lower[last : last + 4] in _ON_ITS_SIDE:
        return _force_before(reading, index)
    owned = [word for word in span if word in _OWNED]
    if not owned or reading.noun(index).subject not in FORCES | {"", "people"}:
        return ""
    if owned[0] == "his" and reading.noun(index).subject != "people" and "own" not in span:
        return _side_of_the_commander(reading, index)
    plainly = not _PLAINLY_OWN.isdisjoint(span) or span[-1] in _MEMBERS
    if not plainly and not reading.noun(index).state:
        return ""
    side = _force_before(reading, index)
    if not side and owned[0] == "his":
        side = _officer_before(reading, index)
    if not side and "own" in span and not _OFFICES.isdisjoint(reading.lower[: chunk.first]):
        return "security_forces"
    return side


def _other_than_the_enemy(reading: Reading, index: int) -> str:
    """Read "the party claimed 58 enemy troops dead and conceded 12 martyrs of its own"."""
    for earlier in range(index):
        chunk = reading.chunks[earlier]
        if chunk.noun is not None and "enemy" in reading.lower[chunk.first : chunk.last]:
            return "rebels" if chunk.noun.subject in _OF_THE_STATE else ""
    return _force_before(reading, index)


def _force_before(reading: Reading, index: int) -> str:
    """Return the force named last before a chunk of the sentence, without a figure, or ""."""
    for earlier in range(index - 1, -1, -1):
        side = _plain_subject(reading, earlier)
        if side in FORCES:
            return side
    return ""


def _officer_before(reading: Reading, index: int) -> str:
    """Read "a brigade commander said that five of his men were hurt": they are of his side."""
    for earlier in range(index - 1, max(-1, index - _REACH), -1):
        chunk = reading.chunks[earlier]
        noun = chunk.noun
        if noun is not None and noun.kind in {"strong", "weak"} and not noun.plural:
            if not _BODIES_OF_AN_ARMY.isdisjoint(reading.lower[chunk.first : chunk.last]):
                # "the brigade's commander"
                return noun.subject if noun.subject in FORCES else "soldiers"
            return noun.subject if noun.subject in FORCES else ""
    return ""


def _side_of_the_commander(reading: Reading, index: int) -> str:
    """Read "one of their commanders and eight of his guards": they are of one side."""
    for earlier in range(index - 1, max(-1, index - 5), -1):
        noun = reading.chunks[earlier].noun
        if noun is not None and (noun.one or noun.count is not None):
            commands = noun.subject in FORCES
            return side_of_own(reading, earlier) or (noun.subject if commands else "")
    return ""


def _plain_subject(reading: Reading, index: int) -> str:
    """Return the subject of a group that stands there without a figure of its own."""
    noun = reading.chunks[index].noun
    if noun is None or noun.count is not None or noun.one or noun.subject == "people":
        return ""
    return noun.subject
