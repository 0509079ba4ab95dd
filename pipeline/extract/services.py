"""Whom somebody serves by the words around: "six officers" of the police, "a nurse with an NGO"."""

import re

from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.language.word_patterns import any_of

# Those who learn to fight, and where they were struck: rebels, unless an army is named.
_RECRUITS = frozenset({"recruits", "trainees"})
_CAMP = re.compile(
    r"\b(?:air ?strikes?|strikes?|raid|bombed|drone)\b[^.]*\bcamp|"
    r"\b(?:militants?|rebels?|insurgents?|guerrillas?|terrorists?|jihadists?)\b[^.]*\bcamp"
)
_ARMY = re.compile(r"\b(?:army|military academy|barracks|police|national guard)\b")
_NEAR_CAMP = 200
_OFFICERS = frozenset("officer officers agent agents jawan jawans".split())
_SOLDIERS = frozenset({"army", "military", "soldiers", "troops", "soldier"})
# Words by which a text tells of the police, and of others who have officers too.
_POLICE = any_of("police policemen policeman constable constables gendarmes crpf".split())
_ARMED = any_of(
    "army armies military soldier troops navy marines barracks regiment brigade battalion platoon "
    "paratroop garrison peacekeep infantry".split()
)
# What only officers of an army are called.
_OF_AN_ARMY = frozenset("non-commissioned noncommissioned commissioned warrant petty naval".split())
# How far before a sentence the police may be told of whose officers it counts.
_NEAR_POLICE = 350
# "three officers from the harbour station"
_FROM = frozenset({"from", "of", "at"})
_STATION_REACH = 6
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
    if _is_of_police(reading, index, passage):
        return "police"
    if _trains_with_rebels(reading, index, passage):
        return "rebels"
    if reading.noun(index).subject == "civilians" and _serves_in_aid(reading, index):
        return "aid_workers"
    return ""


def _is_of_police(reading: Reading, index: int, passage: Passage) -> bool:
    """Tell whether "six officers" are policemen, as the text tells of the police and no army."""
    chunk = reading.chunks[index]
    span = reading.lower[chunk.first : chunk.last]
    named = span[: span.index("of")] if "of" in span else span
    if _OFFICERS.isdisjoint(named[-1:]) or not _OF_AN_ARMY.isdisjoint(named):
        return False
    if reading.noun(index).subject not in {"soldiers", "people"}:
        return False
    behind = reading.lower[chunk.last : chunk.last + _STATION_REACH]
    if not _FROM.isdisjoint(behind[:1]) and "station" in behind:
        return True
    if "police" in reading.lower:
        return _SOLDIERS.isdisjoint(reading.lower)
    sentence = reading.sentence
    near = passage.lower[max(0, sentence.start - _NEAR_POLICE) : sentence.end]
    return _POLICE.search(near) is not None and _ARMED.search(near) is None


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
