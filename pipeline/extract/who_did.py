"""Who is said to have done it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.claim import Because, Claim
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.extract.sides import Sides, merged, opposed
from pipeline.language.findings import Finding
from pipeline.language.function_words import BE, HAVE
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

_WITHOUT_ACTOR = frozenset({"defected", "surrendered", "escaped", "protested", "strength"})
_SKIPPED = BE | HAVE | frozenset("also then later reportedly the allegedly who that which".split())
_SELF_HARM = frozenset({"lose"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A side named in a sentence; token positions are half-open."""

    first: int
    last: int
    side: str


class WhoDid:
    """Gives each claim its actor, from its clause, its sentence or the sentence before."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._sides = Sides(passage)
        self._mentions: dict[int, list[Mention]] = {}
        # The side last told to have attacked, with the block and sentence in which it stands.
        self._last: tuple[int, int, str] | None = None

    def of(self, reading: Reading, finding: Finding, claim: Claim) -> tuple[str, Because | None]:
        """Return the actor's code, "" where the text names nobody, and the words behind it."""
        if claim.claim_type in _WITHOUT_ACTOR:
            return "", None
        mentions = self.mentions(reading)
        found = self._named(reading, finding, claim, mentions)
        if found is not None:
            mention, rule = found
            code = self._sides.code(mention.side, claim.date_start)
            if code:
                self._last = (reading.sentence.segment, reading.sentence.index, mention.side)
                span = reading.tokens[mention.first].start, reading.tokens[mention.last - 1].end
                return code, Because(*span, rule)
            return "", None
        return self._carried(reading, claim)

    def mentions(self, reading: Reading) -> list[Mention]:
        """Return the sides named in a sentence, in order."""
        known = self._mentions.get(reading.sentence.index)
        if known is None:
            known = self._find(reading.tokens)
            self._mentions[reading.sentence.index] = known
        return known

    def _find(self, tokens: Sequence[Token]) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        while position < len(tokens):
            match = self._vocabulary.actors.at(tokens, position)
            if match is None:
                word = tokens[position].lower
                match_stem = word.removesuffix("'s").removesuffix("-backed")
                if match_stem != word:
                    side = self._vocabulary.actors.get(match_stem)
                    if side is not None and not word.endswith("-backed"):
                        found.append(Mention(position, position + 1, side))
                position += 1
                continue
            end, side = match
            found.append(Mention(position, end, side))
            position = end
        return self._joined(tokens, found)

    @staticmethod
    def _joined(tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
        """Merge adjacent words of one name, and "A and B" where both are named together."""
        merged_mentions: list[Mention] = []
        for mention in found:
            if merged_mentions:
                before = merged_mentions[-1]
                between = [token.lower for token in tokens[before.last : mention.first]]
                if not between or between in (["arab"], ["armed"], ["security"]):
                    side = (
                        before.side
                        if mention.side == "state" and before.side != "state"
                        else mention.side
                    )
                    if before.side == "unidentified":
                        side = "unidentified"
                    merged_mentions[-1] = Mention(before.first, mention.last, side)
                    continue
                if (
                    between in (["and"], ["and", "allied"], ["and", "the"])
                    and before.side != mention.side
                ):
                    side = merged([before.side, mention.side])
                    if side == "joint":
                        merged_mentions[-1] = Mention(before.first, mention.last, side)
                        continue
            merged_mentions.append(mention)
        return merged_mentions

    def _named(
        self, reading: Reading, finding: Finding, claim: Claim, mentions: list[Mention]
    ) -> tuple[Mention, str] | None:
        if not mentions:
            return None
        own = reading.chunks[finding.noun]
        others = [m for m in mentions if not (own.first <= m.first < own.last)]
        trigger = reading.chunks[finding.trigger]
        group = trigger.verb
        voice = group.voice if group is not None else "noun"
        lemma = group.verb.lemma if group is not None else ""
        by = self._behind_by(reading, others, min(trigger.first, own.first))
        if by is not None and voice not in {"active"}:
            return by, "actor.by"
        object_right = finding.noun > finding.trigger or finding.whole is not None
        if (
            voice in {"active", "bare", "gerund", "infinitive"}
            and object_right
            and lemma not in _SELF_HARM
        ):
            subject = self._subject(reading, others, trigger.first)
            if subject is not None:
                return subject, "actor.subject"
        near = [m for m in others if self._attacks(reading, m) and opposed(m.side, claim.subject)]
        if near:
            return min(near, key=lambda m: abs(m.first - own.first)), "actor.attacker"
        return None

    def _behind_by(self, reading: Reading, mentions: list[Mention], start: int) -> Mention | None:
        """Return the side behind "by" or "at the hands of" after the action."""
        for mention in mentions:
            if mention.first <= start:
                continue
            before = reading.lower[max(0, mention.first - 6) : mention.first]
            if "by" in before or before[-2:] == ["hands", "of"] or before[-3:-1] == ["hands", "of"]:
                gap = before[len(before) - before[::-1].index("by") :] if "by" in before else []
                if not any(word in {",", ";", "and"} for word in gap):
                    return mention
        return None

    def _subject(self, reading: Reading, mentions: list[Mention], verb: int) -> Mention | None:
        """Return the side that stands before the verb as its subject."""
        for mention in reversed(mentions):
            if mention.last > verb:
                continue
            before = reading.lower[mention.first - 1] if mention.first else ""
            skip = mention.first - 1
            while skip >= 0 and reading.lower[skip] in {
                "the",
                "a",
                "an",
                "syrian",
                "some",
                "government's",
            }:
                skip -= 1
            before = reading.lower[skip] if skip >= 0 else ""
            if before in {
                "on",
                "against",
                "at",
                "between",
                "of",
                "to",
                "from",
                "in",
                "near",
                "with",
                "for",
            }:
                continue
            return mention
        return None

    def _attacks(self, reading: Reading, mention: Mention) -> bool:
        """Tell whether the sentence says that this side attacked or fought."""
        lower = reading.lower
        after = mention.last
        steps = 0
        while (
            after < len(lower)
            and steps < 5
            and (lower[after] in _SKIPPED or lower[after].endswith("ly"))
        ):
            after += 1
            steps += 1
        if (
            after < len(lower)
            and self._vocabulary.attack_verbs.at(reading.tokens, after) is not None
        ):
            return True
        before = lower[max(0, mention.first - 4) : mention.first]
        for offset, word in enumerate(before):
            if word in {"by", "with", "between", "against", "from"}:
                position = mention.first - len(before) + offset - 1
                if word == "by" or (
                    position >= 0 and lower[position] in self._vocabulary.attack_nouns
                ):
                    return True
        following = lower[after] if after < len(lower) else ""
        return following in self._vocabulary.attack_nouns

    def _carried(self, reading: Reading, claim: Claim) -> tuple[str, Because | None]:
        """Take the attacker of the sentence before, while the same report goes on."""
        if self._last is None:
            return "", None
        segment, index, side = self._last
        sentence = reading.sentence
        if segment != sentence.segment or not 0 <= sentence.index - index <= 2:
            return "", None
        if not opposed(side, claim.subject):
            return "", None
        code = self._sides.code(side, claim.date_start)
        return code, Because(claim.start, claim.start, "actor.carried") if code else None
