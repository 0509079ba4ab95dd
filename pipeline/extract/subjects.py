"""Who is counted where the counted words alone do not say: "two were killed", "eight others"."""

from collections.abc import Sequence
from functools import cached_property

from pipeline.extract.ambushed import ambushed_before
from pipeline.extract.antecedents import antecedent_subject, next_in_order
from pipeline.extract.claim import Claim
from pipeline.extract.descriptions import (
    subject_by_age,
    subject_by_apposition,
    subject_by_predicate,
    subject_by_title,
    subject_of_all,
    subject_of_their_men,
)
from pipeline.extract.losers import (
    found_with_weapons,
    leaves_behind,
    loser_before,
    loses_soldiers,
    named_loser,
    rebels_conceding,
)
from pipeline.extract.own_side import OwnSide
from pipeline.extract.passage import Passage
from pipeline.extract.peoples import Peoples
from pipeline.extract.reading import Reading
from pipeline.extract.readings import Readings
from pipeline.extract.services import subject_by_service
from pipeline.extract.sides import CHANGE_OF_GOVERNMENT
from pipeline.extract.sides_of_losses import side_of_losses, side_of_own
from pipeline.extract.sufferers import (
    subject_among,
    subject_behind_casualties,
    subject_in_brackets,
    sufferers_before,
    tells_own_loss,
)
from pipeline.language.findings import BEFORE, FORCES, HUMAN_TYPES, INCIDENTS, THINGS, Finding
from pipeline.language.vocabulary import Vocabulary
from pipeline.language.word_patterns import any_of

_ATTACKERS = any_of(["attackers", "assailants", "besiegers", "raiders"])
_DEFENDERS = frozenset({"defender", "defenders"})
_LOYAL = frozenset({"loyalist", "loyalists"})
# Subjects that leave open who is counted.
_OPEN = frozenset({"", "people"})
# Nouns whose own subject holds, whatever it is.
_CERTAIN = frozenset({"strong", "materiel", "incidents", "pronoun"})


class Subjects:
    """Gives each finding its subject, from its own words or from the group it points back to."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary, readings: Readings) -> None:
        self._passage = passage
        self._readings = readings
        self._peoples = Peoples(passage, vocabulary)
        self._late = passage.document.published_on >= CHANGE_OF_GOVERNMENT

    @cached_property
    def _own_side(self) -> OwnSide:
        """The side of a text that is one side's own; this looks the whole text over."""
        return OwnSide(self._passage)

    @cached_property
    def _attackers(self) -> bool:
        """Whether the text calls one side the attackers."""
        return _ATTACKERS.search(self._passage.lower) is not None

    def are_armed(self, reading: Reading, index: int) -> bool:
        """Tell whether "86 of us" are soldiers, as who tells it is; others are a force anyhow."""
        ours = reading.lower[reading.chunks[index].last - 1] == "us"
        return not ours or bool(self._own_side.narrators)

    def of(self, reading: Reading, finding: Finding, before: Sequence[Claim]) -> str:
        """Return the codebook's subject; `people` where nothing tells."""
        subject = self._of(reading, finding, before)
        chunk = reading.chunks[finding.noun]
        loyal = not _LOYAL.isdisjoint(reading.lower[chunk.first : chunk.last])
        if loyal and self._late and subject in {"rebels", "security_forces"}:
            return "loyalists"
        if finding.claim_type == "captured" and subject == "prisoners":
            return _taken_prisoner(reading, finding) or subject
        if finding.claim_type == "protested" and subject == "people":
            return "protesters"
        if finding.claim_type in HUMAN_TYPES and subject in THINGS | INCIDENTS:
            # "battle deaths: 13"
            return "people"
        if finding.claim_type == "incidents" and subject in THINGS - {"posts"}:
            # "six mortar rounds landed"
            return "attacks"
        return subject

    def _of(self, reading: Reading, finding: Finding, before: Sequence[Claim]) -> str:
        index = finding.noun
        noun = reading.noun(index)
        if noun.kind == "name":
            described = subject_by_apposition(reading, index) or subject_by_title(reading, index)
            return described or noun.subject
        closer = self._closer_than_the_noun(reading, index)
        if closer:
            return closer
        if noun.kind in _CERTAIN or noun.subject not in _OPEN:
            return noun.subject
        if tells_own_loss(reading, finding):
            return sufferers_before(reading, finding.trigger) or "people"
        return (
            _told_in_the_sentence(reading, finding)
            or self._told_elsewhere(reading, finding, before)
            or "people"
        )

    def _closer_than_the_noun(self, reading: Reading, index: int) -> str:
        """Return who they are by words that tell more than their own noun, "" without such."""
        noun = reading.noun(index)
        single = noun.one or (noun.count is not None and noun.count.low == noun.count.high == 1)
        renamed = ""
        if single and noun.subject in _OPEN:
            renamed = subject_by_apposition(reading, index) or subject_of_their_men(reading, index)
        closer = (
            renamed
            or subject_of_all(reading, index)
            or (subject_by_age(reading, index) if noun.kind == "bare" else "")
            or side_of_own(reading, index)
            or self._of_own_side(reading, index)
        )
        if not closer and noun.kind == "bare":
            closer = subject_in_brackets(reading, index) or side_of_losses(reading, index)
        if not closer and (noun.kind == "bare" or noun.subject in _OPEN):
            closer = self._of_the_loser(reading, index)
        if not closer and noun.kind == "weak" and noun.subject == "soldiers":
            closer = _rank_of_the_loser(reading, index)
        return closer or subject_by_service(reading, index, self._passage)

    def _of_the_loser(self, reading: Reading, index: int) -> str:
        """Read "Paraguay lost 40 men", "the regiment's losses were 40 dead"."""
        if rebels_conceding(reading, index) or found_with_weapons(reading, index):
            return "rebels"
        if reading.noun(index).kind == "bare" and loses_soldiers(reading, index):
            return "soldiers"
        left = leaves_behind(reading, index)
        if left:
            return left
        name = named_loser(reading, index)
        return self._peoples.side(name) if name else ""

    def _of_own_side(self, reading: Reading, index: int) -> str:
        """Read "eight of our fighters", "leaving the enemy 120 dead" in a text of one side."""
        chunk, noun = reading.chunks[index], reading.noun(index)
        if noun.kind in {"materiel", "incidents"} or noun.subject not in FORCES | _OPEN:
            return ""
        return self._own_side.of(reading.lower, chunk.first, chunk.last)

    def _told_elsewhere(self, reading: Reading, finding: Finding, before: Sequence[Claim]) -> str:
        """Return who they are by what the rest of the text tells, "" where it tells nothing."""
        noun = reading.noun(finding.noun)
        ordinal = next_in_order(reading, finding.noun, before)
        if ordinal:
            return ordinal
        people = self._peoples.subject(reading, finding.noun)
        if people:
            return people
        points_back = noun.kind == "bare" or noun.anaphor or finding.like is not None
        if points_back and not _names_a_group(reading, finding.noun):
            inherited = antecedent_subject(reading, finding, before)
            if inherited:
                return inherited
            struck = self._ambushed(reading, finding)
            if struck:
                return struck
        return self._of_defenders(reading, finding.noun, before)

    def _ambushed(self, reading: Reading, finding: Finding) -> str:
        """Read "We ambushed a platoon. Six were killed." where a bare figure opens a sentence."""
        bare = reading.noun(finding.noun).kind == "bare" and finding.noun == 0
        fates = {"killed", "wounded", "killed_or_wounded", "captured"}
        if not bare or finding.claim_type not in fates:
            return ""
        return ambushed_before(reading, self._passage, self._readings)

    def _of_defenders(self, reading: Reading, index: int, before: Sequence[Claim]) -> str:
        """Return who "70 defenders" are in a fight between attackers and one force of another kind.

        The lists have attackers for rebels; defenders are of the other side.
        """
        if reading.lower[reading.chunks[index].last - 1] not in _DEFENDERS or not self._attackers:
            return ""
        others = {claim.subject for claim in before} & FORCES - {"rebels"}
        return others.pop() if len(others) == 1 else ""


def _told_in_the_sentence(reading: Reading, finding: Finding) -> str:
    """Return who they are by the groups that their sentence names, "" where it names none."""
    index = finding.noun
    noun = reading.noun(index)
    among = subject_among(reading, index) if noun.kind == "bare" else ""
    named = (
        among or subject_by_predicate(reading, index) or subject_behind_casualties(reading, index)
    )
    if named:
        return named
    if noun.kind == "action" and noun.count is not None and noun.count.high == 0:
        return sufferers_before(reading, index) or "people"
    if finding.whole not in {None, BEFORE}:
        return reading.noun(finding.whole or 0).subject
    return ""


def _rank_of_the_loser(reading: Reading, index: int) -> str:
    """Return who "a major" is whom the police, or rebels, have lost; "" for an army's."""
    loser = loser_before(reading, index)
    noun = reading.noun(loser) if loser is not None else None
    plain = noun is not None and noun.count is None and noun.kind in {"strong", "weak"}
    return noun.subject if plain and noun is not None and noun.subject in FORCES else ""


def _taken_prisoner(reading: Reading, finding: Finding) -> str:
    """Read "killing 17 soldiers and taking 30 prisoner": of those counted before."""
    if reading.chunks[finding.trigger].verb is None:
        # "spoke of 17 dead and 88 prisoners": hardly of one side
        return ""
    counted = {other.noun for other in reading.findings if other.noun < finding.noun}
    subjects = [reading.noun(index).subject for index in sorted(counted)]
    return subjects[-1] if subjects and subjects[-1] in FORCES else ""


def _names_a_group(reading: Reading, index: int) -> bool:
    """Tell whether "five of the keepers" names those meant, by a word that no list has."""
    chunk = reading.chunks[index]
    span = reading.lower[chunk.first : chunk.last]
    return reading.noun(index).kind == "unknown" and "of" in span and span[-1] != "enemy"
