"""Whom somebody serves by the words around: "six officers" of the police, "a nurse with an NGO"."""

import re

from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading

# Those who learn to fight, and where they were struck: rebels, unless an army is named.
_RECRUITS = frozenset({"recruits", "trainees"})
_CAMP = re.compile(
    r"\b(?:air ?strikes?|strikes?|raid|bombed|drone)\b[^.]*\bcamp|"
    r"\b(?:militants?|rebels?|insurgents?|guerrillas?|terrorists?|jihadists?)\b[^.]*\bcamp"
)
_ARMY = re.compile(r"\b(?:army|military academy|barracks|police|national guard)\b")
_NEAR_CAMP = 200
_OFFICERS = frozenset({"officer", "officers"})
_SOLDIERS = frozenset({"army", "military", "soldiers", "troops", "soldier"})
# "with a national NGO"
_LINKS_TO_AID = frozenset({"with", "of", "for", "from", "employed"})
_AID = frozenset("ngo charity msf crescent unrwa unicef oxfam icrc wfp unhcr".split())
_AID_REACH = 6


def subject_by_service(reading: Reading, index: int, passage: Passage) -> str:
    """Return the subject of those at a chunk index by whom they serve, "" where nothing tells.

    Args:
        reading: the sentence.
        index: chunk index of those counted.
        passage: the document.
    """
    if _is_of_police(reading, index):
        return "police"
    if _trains_with_rebels(reading, index, passage):
        return "rebels"
    if reading.noun(index).subject == "civilians" and _serves_in_aid(reading, index):
        return "aid_workers"
    return ""


def _is_of_police(reading: Reading, index: int) -> bool:
    """Tell whether "six officers" in a sentence about the police are policemen."""
    last = reading.lower[reading.chunks[index].last - 1]
    if last not in _OFFICERS or reading.noun(index).subject != "soldiers":
        return False
    return "police" in reading.lower and _SOLDIERS.isdisjoint(reading.lower)


def _trains_with_rebels(reading: Reading, index: int, passage: Passage) -> bool:
    """Tell whether "45 recruits" were in a camp that was bombed, and no army's recruits."""
    chunk = reading.chunks[index]
    if _RECRUITS.isdisjoint(reading.lower[chunk.first : chunk.last]):
        return False
    sentence = reading.sentence
    near = passage.lower[max(0, sentence.start - _NEAR_CAMP) : sentence.end]
    camp = _CAMP.search(near)
    return camp is not None and _ARMY.search(camp[0]) is None


def _serves_in_aid(reading: Reading, index: int) -> bool:
    """Tell whether "a nurse with a national NGO", "two drivers of the Red Crescent" stand here."""
    last = reading.chunks[index].last
    behind = reading.lower[last : last + _AID_REACH]
    return behind[:1] != [] and behind[0] in _LINKS_TO_AID and not _AID.isdisjoint(behind)
