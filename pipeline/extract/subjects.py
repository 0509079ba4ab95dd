"""Who is counted where the counted words alone do not say: "two were killed", "eight others"."""

import re
from collections.abc import Sequence
from functools import cached_property

from pipeline.extract.antecedents import antecedent_subject
from pipeline.extract.claim import Claim
from pipeline.extract.own_side import OwnSide
from pipeline.extract.passage import Passage
from pipeline.extract.peoples import Peoples
from pipeline.extract.reading import Reading
from pipeline.extract.sides import CHANGE_OF_GOVERNMENT
from pipeline.extract.sides_of_losses import side_of_losses, side_of_own
from pipeline.language.findings import BEFORE, FORCES, HUMAN_TYPES, INCIDENTS, THINGS, Finding
from pipeline.language.function_words import POSSESSIVES
from pipeline.language.vocabulary import Vocabulary
from pipeline.language.word_patterns import any_of

_ATTACKERS = any_of(["attackers", "assailants", "besiegers", "raiders"])
_DEFENDERS = frozenset({"defender", "defenders"})
_CLAIMED = frozenset("claim claims figure figures estimate estimates count says".split())
# Those who learn to fight, and where they were struck: rebels, unless an army is named.
_RECRUITS = frozenset({"recruits", "trainees"})
_CAMP = re.compile(
    r"\b(?:air ?strikes?|strikes?|raid|bombed|drone)\b[^.]*\bcamp|"
    r"\b(?:militants?|rebels?|insurgents?|guerrillas?|terrorists?|jihadists?)\b[^.]*\bcamp"
)
_ARMY = re.compile(r"\b(?:army|military academy|barracks|police|national guard)\b")
_NEAR_CAMP = 200
_BODIES_OF_AN_ARMY = frozenset(
    "brigade brigades regiment regiments battalion battalions division divisions troops manpower "
    "servicemen army units".split()
)
_LOYAL = frozenset({"loyalist", "loyalists"})
# "with a national NGO"
_LINKS_TO_AID = frozenset({"with", "of", "for", "from", "employed"})
_AID = frozenset("ngo charity msf crescent unrwa unicef oxfam icrc wfp unhcr".split())
_AID_REACH = 6
_LINKS = frozenset("were are was all being mostly both".split())

_OF_PEOPLE = frozenset({"strong", "weak", "collective"})


def _serves_in_aid(reading: Reading, index: int) -> bool:
    """Tell whether "a nurse with a national NGO", "two drivers of the Red Crescent" stand here."""
    last = reading.chunks[index].last
    behind = reading.lower[last : last + _AID_REACH]
    return behind[:1] != [] and behind[0] in _LINKS_TO_AID and not _AID.isdisjoint(behind)


class Subjects:
    """Gives each finding its subject, from its own words or from the group it points back to."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary) -> None:
        self._passage = passage
        self._peoples = Peoples(passage, vocabulary)
        self._late = passage.document.published_on >= CHANGE_OF_GOVERNMENT

    @cached_property
    def _own_side(self) -> OwnSide:
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
            return self._taken_prisoner(reading, finding) or subject
        if finding.claim_type in HUMAN_TYPES and subject in THINGS | INCIDENTS:
            # "battle deaths: 13"
            return "people"
        if finding.claim_type == "incidents" and subject in THINGS - {"posts"}:
            # "six mortar rounds landed"
            return "attacks"
        return subject

    def _of(self, reading: Reading, finding: Finding, before: Sequence[Claim]) -> str:
        noun = reading.noun(finding.noun)
        if noun.kind == "name":
            described = self._by_apposition(reading, finding.noun)
            return described or self._by_title(reading, finding.noun) or noun.subject
        single = noun.one or (noun.count is not None and noun.count.low == noun.count.high == 1)
        if single and noun.subject in {"", "people"}:
            renamed = self._by_apposition(reading, finding.noun)
            renamed = renamed or self._of_their_men(reading, finding.noun)
            if renamed:
                return renamed
        told = self._described(reading, finding.noun)
        if told:
            return told
        owner = side_of_own(reading, finding.noun) or self._of_own_side(reading, finding.noun)
        if owner:
            return owner
        if noun.kind == "bare":
            side = self._in_brackets(reading, finding.noun) or side_of_losses(reading, finding.noun)
            if side:
                return side
        if self._is_of_police(reading, finding.noun):
            return "police"
        if self._trains_with_rebels(reading, finding.noun):
            return "rebels"
        if noun.subject == "civilians" and _serves_in_aid(reading, finding.noun):
            return "aid_workers"
        if noun.kind in {"strong", "materiel", "incidents", "pronoun"} or (
            noun.subject not in {"", "people"}
        ):
            return noun.subject
        if self._lost(reading, finding):
            return self._sufferers(reading, finding.trigger) or noun.subject or "people"
        if noun.kind == "bare":
            among = self._among(reading, finding.noun)
            if among:
                return among
        predicate = self._predicate(reading, finding.noun)
        if predicate:
            return predicate
        suffered = self._suffered_by(reading, finding.noun)
        if suffered:
            return suffered
        if noun.kind == "action" and noun.count is not None and noun.count.high == 0:
            return self._sufferers(reading, finding.noun) or noun.subject or "people"
        if finding.whole not in {None, BEFORE}:
            whole = reading.noun(finding.whole or 0)
            if whole.subject:
                return whole.subject
        people = self._peoples.subject(reading, finding.noun)
        if people:
            return people
        points_back = noun.kind == "bare" or noun.anaphor or finding.like is not None
        if points_back and not self._names_a_group(reading, finding.noun):
            inherited = antecedent_subject(reading, finding, before)
            if inherited:
                return inherited
        return self._of_defenders(reading, finding.noun, before) or noun.subject or "people"

    @staticmethod
    def _taken_prisoner(reading: Reading, finding: Finding) -> str:
        """Read "killing 17 soldiers and taking 30 prisoner": of those counted before."""
        if reading.chunks[finding.trigger].verb is None:
            # "spoke of 17 dead and 88 prisoners": hardly of one side
            return ""
        counted = {other.noun for other in reading.findings if other.noun < finding.noun}
        subjects = [reading.noun(index).subject for index in sorted(counted)]
        return subjects[-1] if subjects and subjects[-1] in FORCES else ""

    def _of_defenders(self, reading: Reading, index: int, before: Sequence[Claim]) -> str:
        """Return who "70 defenders" are in a fight between attackers and one force of another kind.

        The lists have attackers for rebels; defenders are of the other side.
        """
        if reading.lower[reading.chunks[index].last - 1] not in _DEFENDERS or not self._attackers:
            return ""
        others = {claim.subject for claim in before} & FORCES - {"rebels"}
        return others.pop() if len(others) == 1 else ""

    def _of_own_side(self, reading: Reading, index: int) -> str:
        """Read "eight of our fighters", "leaving the enemy 120 dead" in a text of one side."""
        chunk, noun = reading.chunks[index], reading.noun(index)
        if noun.kind in {"materiel", "incidents"} or noun.subject not in FORCES | {"", "people"}:
            return ""
        return self._own_side.of(reading.lower, chunk.first, chunk.last)

    @staticmethod
    def _names_a_group(reading: Reading, index: int) -> bool:
        """Tell whether "five of the keepers" names those meant, by a word that no list has."""
        chunk = reading.chunks[index]
        span = reading.lower[chunk.first : chunk.last]
        return reading.noun(index).kind == "unknown" and "of" in span and span[-1] != "enemy"

    @staticmethod
    def _in_brackets(reading: Reading, index: int) -> str:
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

    @staticmethod
    def _lost(reading: Reading, finding: Finding) -> bool:
        """Tell whether a force tells its own dead: "the army lost five men"."""
        group = reading.chunks[finding.trigger].verb
        told = reading.lower[reading.chunks[finding.trigger].last - 1]
        if told in {"loss", "losses"} and finding.trigger < finding.noun:
            # "acknowledged the loss of 31 men"
            return reading.noun(finding.noun).subject in {"", "people"}
        weak = reading.noun(finding.noun).subject in {"", "people"}
        return weak and group is not None and group.verb.lemma == "lose"

    @staticmethod
    def _suffered_by(reading: Reading, index: int) -> str:
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

    def _trains_with_rebels(self, reading: Reading, index: int) -> bool:
        """Tell whether "45 recruits" were in a camp that was bombed, and no army's recruits."""
        chunk = reading.chunks[index]
        if _RECRUITS.isdisjoint(reading.lower[chunk.first : chunk.last]):
            return False
        near = self._passage.lower[
            max(0, reading.sentence.start - _NEAR_CAMP) : reading.sentence.end
        ]
        camp = _CAMP.search(near)
        return camp is not None and _ARMY.search(camp[0]) is None

    @staticmethod
    def _is_of_police(reading: Reading, index: int) -> bool:
        """Tell whether "six officers" in a sentence about the police are policemen."""
        last = reading.lower[reading.chunks[index].last - 1]
        if last not in {"officer", "officers"} or reading.noun(index).subject != "soldiers":
            return False
        forces = {"army", "military", "soldiers", "troops", "soldier"}
        return "police" in reading.lower and forces.isdisjoint(reading.lower)

    @staticmethod
    def _among(reading: Reading, index: int) -> str:
        """Read "Among the Iraqi forces, 517 were killed", "of the clerks, nine": who they are."""
        if reading.lower[0] not in {"among", "amongst", "of"} or index < 2:
            return ""
        group = reading.chunks[1].noun
        if group is None or group.count is not None or group.kind not in _OF_PEOPLE:
            return ""
        marks = {chunk.kind for chunk in reading.chunks[2:index]}
        closed = reading.chunks[index - 1].kind == "comma" and marks.isdisjoint({"verb", "stop"})
        return group.subject if closed and group.subject != "people" else ""

    @staticmethod
    def _predicate(reading: Reading, index: int) -> str:
        """Read "of whom eight were children", "two of them women", "three, all children"."""
        noun = reading.noun(index)
        if noun.kind != "bare":
            return ""
        linked = noun.anaphor
        for other in range(index + 1, min(index + 4, len(reading.chunks))):
            said = reading.chunks[other].noun
            if said is None:
                word = reading.lower[reading.chunks[other].first]
                linked = (linked and word != ",") or word in _LINKS
                if word in _LINKS or word == ",":
                    continue
                return ""
            if not linked:
                return ""
            single = noun.count is not None and noun.count.low == noun.count.high == 1
            number = said.one == single and said.plural != single
            plain = said.count is None and number and said.kind in {"strong", "weak"}
            return said.subject if plain and said.subject != "people" else ""
        return ""

    @staticmethod
    def _sufferers(reading: Reading, index: int) -> str:
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

    @staticmethod
    def _by_apposition(reading: Reading, index: int) -> str:
        """Read "Karim Sabbagh, an army deserter" and "the commander, Karim Sabbagh"."""
        for comma, other in ((index + 1, index + 2), (index - 1, index - 2)):
            if not 0 <= other < len(reading.chunks) or reading.chunks[comma].kind != "comma":
                continue
            noun = reading.chunks[other].noun
            if noun is None or noun.kind not in {"strong", "weak"}:
                continue
            if reading.lower[reading.chunks[other].first] in POSSESSIVES:
                # "Karim Sabbagh, his son and a guard" may be three.
                continue
            role = other > index and not noun.plural and noun.count is None
            if (noun.one or role) and noun.subject != "people":
                return noun.subject
        return ""

    @staticmethod
    def _of_their_men(reading: Reading, index: int) -> str:
        """Read "80 soldiers with their major": one of those whose commander it is."""
        if reading.lower[reading.chunks[index].first] != "their" or index < 2:
            return ""
        group = reading.chunks[index - 2].noun
        of_force = group is not None and group.count is not None and group.subject in FORCES
        return group.subject if of_force and group is not None else ""

    @staticmethod
    def _described(reading: Reading, index: int) -> str:
        """Read "two of her nieces, minors," and "four people, all women,": who they all are."""
        count = reading.noun(index).count
        if count is None or (count.low or 0) < 2 or index + 2 >= len(reading.chunks):
            return ""
        if reading.chunks[index + 1].kind != "comma":
            return ""
        at = index + 2 + (reading.lower[reading.chunks[index + 2].first] in {"all", "both"})
        said = reading.chunks[at].noun if at < len(reading.chunks) else None
        ends = at + 1 >= len(reading.chunks) or reading.chunks[at + 1].kind in {"comma", "stop"}
        plain = said is not None and said.plural and said.count is None and said.kind == "strong"
        tells = said is not None and said.subject in {"children", "women"}
        return said.subject if ends and plain and tells and said is not None else ""

    @staticmethod
    def _by_title(reading: Reading, index: int) -> str:
        """Read "detectives Omar Dib and Leo Sand": the noun that names all of a list."""
        first = index
        while first > 1 and reading.chunks[first - 1].kind in {"and", "comma"}:
            before = reading.chunks[first - 2].noun
            if before is None or before.kind != "name":
                break
            first -= 2
        title = reading.chunks[first - 1].noun if first else None
        if title is None or title.count is not None or not title.plural:
            return ""
        return title.subject if title.kind in {"strong", "weak"} else ""
