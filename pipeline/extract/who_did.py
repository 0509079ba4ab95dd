"""Who is said to have done it."""

from dataclasses import dataclass

from pipeline.extract.claim import Because, Claim
from pipeline.extract.covers import Covers
from pipeline.extract.earlier_attacks import (
    opens_with_the_dead,
    tells_another,
    tells_of_the_enemy,
)
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.reading import Reading
from pipeline.extract.side_mentions import PASSED, Mention, SideMentions, Told
from pipeline.extract.sides import OPPOSITION_SUBJECTS, STATE_SUBJECTS, Sides, opposed
from pipeline.language.findings import Finding
from pipeline.language.vocabulary import Vocabulary
from pipeline.reference.gazetteer import Gazetteer

_WITHOUT_ACTOR = frozenset({"defected", "surrendered", "escaped", "protested", "strength"})
_SELF_HARM = frozenset({"lose"})
_LOSSES = frozenset({"loss", "losses"})
# Prepositions whose object is no subject.
_GOVERNING = frozenset("on against at between of to from in near with for into".split())
_LEADS = frozenset("the a an syrian some regular local".split())
# Whose object stands behind: "raided a rebel camp and seized nine rifles".
_TAKING = frozenset("raided attacked stormed targeted shelled bombed hit struck searched".split())
_DESERTION = ("escap", "defecting", "desertion", "desert ", "flee")
# How many sentences an attack is carried on, and how long a quotation may be in characters.
_BACK = 3
_LONG_QUOTATION = 400


@dataclass(frozen=True)
class _Scene:
    """A sentence with the sides named in it that may have acted.

    Attributes:
        mentions: those sides.
        attackers: those of them that the sentence says to have attacked or fought.
        planting: the last place at which something is planted, -1 where nothing is.
    """

    reading: Reading
    told: Told
    mentions: list[Mention]
    attackers: list[Mention]
    planting: int


@dataclass(frozen=True)
class _Found:
    told: Told
    mention: Mention
    rule: str


class WhoDid:
    """Gives each claim its actor, from its clause, its sentence or the sentences before."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._passage = passage
        self._sides = Sides(passage, gazetteer)
        self._side_mentions = SideMentions(passage, vocabulary)
        self._scenes: dict[int, _Scene] = {}

    def of(self, reading: Reading, finding: Finding, claim: Claim) -> tuple[str, Because | None]:
        """Return the actor's code, "" where the text names nobody, and the words behind it.

        Args:
            reading: the sentence.
            finding: what is claimed; for a part, the finding of its whole.
            claim: the claim, with its subject and date.
        """
        if claim.claim_type in _WITHOUT_ACTOR:
            return "", None
        scene = self._scene(reading)
        found = self._named(scene, finding, claim)
        if found is None and self._may_be_carried(scene, finding, claim):
            found = self._carried(reading.sentence, claim)
        if found is None:
            return self._of_the_speaker(scene, claim)
        code = self._sides.code(found.mention.side, claim.date_start, claim.place)
        tokens = found.told.tokens
        span = tokens[found.mention.first].start, tokens[found.mention.last - 1].end
        return (code, Because(*span, found.rule)) if code else ("", None)

    def _of_the_speaker(self, scene: _Scene, claim: Claim) -> tuple[str, Because | None]:
        """Read "The enemy lost nine tanks", told by a power's own ministry: that power did it."""
        russian = claim.claimant.startswith("russian_")
        if not russian or not tells_of_the_enemy(scene.told.lower):
            return "", None
        because = claim.because["claimant"]
        return "russian_forces", Because(because.start, because.end, "actor.speaker")

    def of_sentence(self, sentence: Sentence, claim: Claim) -> tuple[str, Because | None]:
        """Return the side that a sentence without figures says to have acted."""
        told = self._side_mentions.of(sentence)
        for mention in told.mentions:
            if self._side_mentions.attacks(told, mention):
                code = self._sides.code(mention.side, claim.date_start, claim.place)
                span = told.tokens[mention.first].start, told.tokens[mention.last - 1].end
                return (code, Because(*span, "actor.attacker")) if code else ("", None)
        return "", None

    def _scene(self, reading: Reading) -> _Scene:
        """Return the sides of a sentence, which hold for all its claims.

        Where it is open what some figures tell, that is found out from one claim to the next.
        """
        scene = self._scenes.get(reading.sentence.index)
        if scene is None:
            scene = self._read_scene(reading)
            if not reading.leaves_open:
                self._scenes[reading.sentence.index] = scene
        return scene

    def _read_scene(self, reading: Reading) -> _Scene:
        told = self._side_mentions.of(reading.sentence)
        chunks = (
            reading.chunks[finding.noun]
            for finding in reading.findings
            if finding.claim_type != "strength"
        )
        victims = Covers((chunk.first, chunk.last, 0, True) for chunk in chunks)
        mentions = [
            mention
            for mention in told.mentions
            if not victims.around(mention.first)
            and (
                not _owns_a_thing(reading, mention)
                or self._side_mentions.kills_by_means(told, mention)
            )
        ]
        attackers = [each for each in mentions if self._side_mentions.attacks(told, each)]
        plants = (at for at, word in enumerate(told.lower) if word.startswith("plant"))
        return _Scene(reading, told, mentions, attackers, max(plants, default=-1))

    def _named(self, scene: _Scene, finding: Finding, claim: Claim) -> _Found | None:
        if not scene.mentions:
            return _deserted(scene, claim)
        own, trigger = scene.reading.chunks[finding.noun], scene.reading.chunks[finding.trigger]
        group = trigger.verb
        voice = group.voice if group is not None else "noun"
        before = _responsible(scene, own.first) or (
            group is not None
            and group.verb.lemma not in _SELF_HARM
            and finding.noun > finding.trigger
            and _straight_subject(scene, trigger.first)
        )
        if before:
            return _Found(scene.told, before, "actor.subject")
        if voice != "active":
            by = _behind_by(scene, min(trigger.first, own.first))
            if by is not None:
                return _Found(scene.told, by, "actor.by")
        done = max(own.last, trigger.last)
        attackers = [
            mention
            for mention in scene.attackers
            if not (mention.first > done and _named_in_passing(scene, mention))
        ]
        acts = group is not None and group.verb.lemma not in _SELF_HARM and voice != "passive"
        if acts and finding.noun > finding.trigger:
            subject = _subject(scene, attackers, trigger.first, claim.subject, voice)
            if subject is not None:
                return _Found(scene.told, subject, "actor.subject")
        if _own_bomb(scene, own.last):
            return None
        nobody_hurt = claim.count_high == 0
        against = [m for m in attackers if nobody_hurt or opposed(m.side, claim.subject)]
        if against and not _both_sides(scene, attackers, claim):
            nearest = min(against, key=lambda m: abs(m.first - own.first))
            return _Found(scene.told, nearest, "actor.attacker")
        return _deserted(scene, claim)

    def _carried(self, sentence: Sentence, claim: Claim) -> _Found | None:
        """Take the attacker of the sentences before, while the same report goes on."""
        for back in range(1, _BACK + 1):
            index = sentence.index - back
            if index < 0:
                return None
            earlier = self._passage.sentences[index]
            if earlier.segment != sentence.segment and not (
                self._leads_in(earlier, back) or opens_with_the_dead(self._passage.words(sentence))
            ):
                return None
            told = self._side_mentions.of(earlier)
            attackers = [
                mention
                for mention in told.mentions
                if self._side_mentions.attacks(told, mention)
                and opposed(mention.side, claim.subject)
            ]
            if attackers:
                return _Found(told, attackers[-1], "actor.carried")
        return None

    def _may_be_carried(self, scene: _Scene, finding: Finding, claim: Claim) -> bool:
        """Tell whether the attack told before can be the one that this sentence is about."""
        if _own_bomb(scene, 0) or _is_own_loss(scene, finding):
            return False
        return not tells_another(self._passage.words(scene.reading.sentence), claim)

    def _leads_in(self, earlier: Sentence, back: int) -> bool:
        """Tell whether a sentence of another block introduces the quotation after it."""
        words = self._passage.words(earlier)
        return words.endswith(":") or (back > 1 and len(words) < _LONG_QUOTATION)


def _is_own_loss(scene: _Scene, finding: Finding) -> bool:
    """Tell whether a side tells what it lost: "the army admitted the loss of nine soldiers"."""
    chunks = scene.reading.chunks
    group = chunks[finding.trigger].verb
    if group is not None and group.verb.lemma in _SELF_HARM:
        return True
    first = chunks[finding.noun].first
    return not _LOSSES.isdisjoint(scene.told.lower[max(0, first - 2) : first])


def _responsible(scene: _Scene, figure: int) -> Mention | None:
    """Return who is told to be answerable: "the army was responsible for the deaths of nine"."""
    lower = scene.told.lower
    for position in range(figure - 1, max(0, figure - 7), -1):
        if lower[position : position + 2] == ["responsible", "for"]:
            return _straight_subject(scene, position)
    return None


def _straight_subject(scene: _Scene, verb: int) -> Mention | None:
    """Return the side that stands straight before a verb, but for auxiliaries and what it is."""
    for mention in reversed(scene.mentions):
        if mention.last <= verb:
            between = scene.told.lower[mention.last : verb]
            return mention if PASSED.issuperset(between) else None
    return None


def _own_bomb(scene: _Scene, behind: int) -> bool:
    """Tell whether those told before died of a bomb of their own: "while planting a mine"."""
    return scene.planting >= behind


def _both_sides(scene: _Scene, attackers: list[Mention], claim: Claim) -> bool:
    """Tell whether both sides fought and the victims belong to neither."""
    if "sides" in scene.told.lower:
        return True
    partisan = claim.subject in STATE_SUBJECTS | OPPOSITION_SUBJECTS
    return len({mention.side for mention in attackers}) > 1 and not partisan


def _deserted(scene: _Scene, claim: Claim) -> _Found | None:
    """Those killed while deserting were killed by the force that they left."""
    if claim.subject != "defectors":
        return None
    for position, word in enumerate(scene.told.lower):
        if word.startswith(_DESERTION) or word == "desert":
            return _Found(scene.told, Mention(position, position + 1, "state"), "actor.desertion")
    return None


def _owns_a_thing(reading: Reading, mention: Mention) -> bool:
    """Tell whether a side only says whose a thing is: "an army vehicle", "a military post"."""
    chunk = reading.chunk_at(mention.first)
    return (
        chunk.noun is not None
        and chunk.noun.kind in {"materiel", "measure"}
        and chunk.noun.subject not in {"aircraft", "tanks"}
        and mention.last < chunk.last
    )


def _behind_by(scene: _Scene, start: int) -> Mention | None:
    """Return the side behind "by" or "at the hands of" after the action."""
    lower = scene.told.lower
    for mention in scene.mentions:
        if mention.first <= start:
            continue
        before = lower[max(0, mention.first - 6) : mention.first]
        if before[-2:] == ["hands", "of"] or before[-3:-1] == ["hands", "of"]:
            return mention
        if "by" not in before:
            continue
        by = len(before) - 1 - before[::-1].index("by")
        if {",", ";", "and"} & set(before[by + 1 :]):
            continue
        if not _of_another_incident(scene.reading, mention.first - len(before) + by):
            return mention
    return None


def _named_in_passing(scene: _Scene, mention: Mention) -> bool:
    """Tell whether a side stands behind "by" of an incident that is not the claim's."""
    lower = scene.told.lower
    for by in range(mention.first - 1, max(-1, mention.first - 4), -1):
        if lower[by] == "by":
            return _of_another_incident(scene.reading, by)
    return False


def _of_another_incident(reading: Reading, by: int) -> bool:
    """Tell whether "by" hangs on an incident that is named in passing: "the raid by rebels"."""
    for chunk in reading.chunks:
        if chunk.last == by and chunk.noun is not None:
            return chunk.noun.kind == "incidents" and chunk.noun.definite
    return False


def _subject(
    scene: _Scene, attackers: list[Mention], verb: int, victims: str, voice: str
) -> Mention | None:
    """Return the side that stands before the verb as its subject."""
    lower = scene.told.lower
    acting = [mention for mention in attackers if mention.last <= verb]
    if voice == "gerund" and acting:
        against = [mention for mention in acting if opposed(mention.side, victims)]
        return (against or acting)[-1]
    subjects = []
    for mention in reversed(scene.mentions):
        if mention.last > verb:
            continue
        before = mention.first - 1
        while before >= 0 and lower[before] in _LEADS:
            before -= 1
        if before >= 0 and lower[before] in _TAKING and mention not in attackers:
            continue
        bound = before > 0 and lower[before - 1] in {"affiliated", "loyal", "allied"}
        if before < 0 or bound or lower[before] not in _GOVERNING:
            subjects.append(mention)
    against = [mention for mention in subjects if opposed(mention.side, victims)]
    return next(iter(against or subjects), None)
