"""Who says what in one sentence: attributions and the stretch of words that each covers."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from pipeline.language.complements import UNATTRIBUTED, ComplementFinder
from pipeline.language.coverage import (
    HEDGE,
    LEAD,
    QUOTES,
    TRAIL,
    Attribution,
    Found,
    clause,
    covers,
    form_of,
    happens,
    opens_sentence,
    place,
)
from pipeline.language.headlines import HeadlineReader
from pipeline.language.speakers import (
    BACK,
    COMMON,
    NAMED,
    PERSON,
    Speaker,
    SpeakerWords,
    find_speakers,
)
from pipeline.language.speech_senses import gives_account, gives_figure, tells
from pipeline.language.subjects import SubjectFinder, is_auxiliary
from pipeline.language.tokens import Token, tokenize

_DASHES = frozenset({"-", "–", "—"})
_MARKS = _DASHES | {"(", ":"}
# "Deaths reported by hospitals": these participles need no form of "to be".
_INFORMED = frozenset({"informed", "told", "notified"})
_COMPILED = frozenset(
    ["reported", "recorded", "documented", "counted", "compiled", "tallied", "given", "put"]
)
_RECKONING = frozenset(
    "counted counts lists listed names gave gives put puts recalled estimate estimates estimated "
    "has mentions accept accepts exhumed speak speaks spoke wrote documented documents logged logs "
    "tallied verify count spoken".split()
)
_FILED = frozenset(["documented", "documents", "logged", "logs", "tallied", "lists", "counts"])
_PUTTING = frozenset(["put", "puts", "gave", "gives", "revised"])
_OWNING = {"its": "body", "his": "he", "her": "he", "their": "group"}
_LINKS = frozenset({",", "that", "by", "the", "-", '"', "”"})
_STATES = frozenset(
    ["killed", "dead", "wounded", "injured", "missing", "captured", "arrested", "kidnapped"]
)


def find_attributions(
    text: str,
    start: int,
    end: int,
    words: SpeakerWords,
    shouting: bool,
    tokens: Sequence[Token] | None = None,
) -> list[Attribution]:
    """Return the attributions of the sentence `text[start:end]` in order.

    Args:
        text: any text.
        start: where the sentence begins.
        end: where it ends, exclusive.
        words: names and vocabulary.
        shouting: whether the text is in capitals, so that case tells nothing of names.
        tokens: the sentence's tokens, where they are known already.
    """
    tokens = tokenize(text, start, end) if tokens is None else tokens
    if not tokens:
        return []
    reader = _Reader(tokens, words, shouting)
    named, hedges = reader.read()
    reach = covers(tokens, named, words)
    result = [place(tokens, found, *cover) for found, cover in zip(named, reach, strict=True)]
    result += [place(tokens, hedge, *clause(tokens, hedge, words)) for hedge in hedges]
    return result


class _Reader:
    """Reads the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], words: SpeakerWords, shouting: bool) -> None:
        self.tokens = tokens
        self.words = words.words
        self.vocabulary = words
        self.speakers = find_speakers(tokens, words, shouting)
        self.starts = {speaker.first: speaker for speaker in self.speakers}
        self.complements = ComplementFinder(tokens, self.starts, words)
        self.headlines = HeadlineReader(tokens, self.starts, words, shouting)
        self.subjects = SubjectFinder(tokens, self.speakers, words, shouting)

    def read(self) -> tuple[list[Found], list[Found]]:
        """Return the attributions with a speaker of their own, and the hedges."""
        named: list[Found] = []
        hedges: list[Found] = []
        taken = 0
        cues = self.vocabulary.cues
        for i, token in enumerate(self.tokens):
            if i < taken or (token.lower not in cues and token.lower not in _MARKS):
                continue
            found = self._at(i, token.lower)
            if found is None:
                continue
            taken = max(i + 1, found.last if found.rule == "claimant.according_to" else i + 1)
            if found.form == HEDGE:
                hedges.append(found)
            else:
                self._add(named, found)
        return named, hedges

    def _at(self, i: int, lower: str) -> Found | None:
        if lower in ("according", "accord") and self._word(i + 1) == "to":
            return self._according_to(i)
        if lower == "(":
            return self.headlines.in_brackets(i)
        if lower == ":" or lower in _DASHES:
            return self.headlines.of_line(i, lower)
        if lower in self.words["owned_claim"] and (owned := self._owned(i)):
            return owned
        if lower in self.words["reckoning"] and (owned := self._reckoned(i)):
            return owned
        if lower in self.words["hedge"]:
            return Found(i, i + 1, None, HEDGE, "claimant.hedge")
        if lower in self.words["speech_verb"]:
            return self._verb(i, lower)
        return None

    def _add(self, named: list[Found], found: Found) -> None:
        """Add an attribution, joined with the one before where one carries the other's words."""
        before = named[-1] if named else None
        if before and before.rule == "claimant.citing" and found.first < before.first < found.last:
            # "A second source, citing an elder, puts it at ten": the elder speaks.
            named[-1] = replace(before, first=found.first, last=found.last, form=found.form)
            return
        if before is None or before.speaker is None or found.speaker is None:
            named.append(found)
            return
        outlet = self.vocabulary.is_outlet
        gap = self.tokens[before.last : min(found.first, before.last + 4)]
        near = found.first - before.last < 4 and {token.lower for token in gap} <= _LINKS
        carrier = before.via.first if before.via else before.speaker.first
        if found.speaker.first in (carrier, before.speaker.first):
            named[-1] = replace(before, last=found.last, via=found.via or before.via)
        elif near and outlet(before.speaker.claimant) and not outlet(found.speaker.claimant):
            named[-1] = replace(found, first=before.first, via=before.speaker, form=LEAD)
        elif (
            near
            and found.rule in ("claimant.according_to", "claimant.citing")
            and outlet(found.speaker.claimant)
            and not outlet(before.speaker.claimant)
        ):
            named[-1] = replace(before, last=found.last, via=found.speaker)
        else:
            named.append(found)

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _according_to(self, i: int) -> Found | None:
        speaker, last = self.complements.speaker_after(i + 2)
        common = self.subjects.common.after(i + 2)
        if common is not None:
            inside = speaker and speaker.form == BACK and speaker.last < common.last
            if speaker is None or speaker.first >= common.last or inside:
                speaker, last = common, common.last
        if speaker is None:
            speaker = self.subjects.shouted.after(i + 2)
            last = speaker.last if speaker else last
        if speaker is None:
            return None
        named = self._named_behind(last)
        if named is not None and speaker.form in (COMMON, BACK, NAMED):
            speaker, last = named, named.last
        while self._word(last) in self.words["report_noun"]:
            last += 1
        shown = None if speaker.claimant == UNATTRIBUTED else speaker
        leads = opens_sentence(self.tokens, self.words, i) or self._word(i - 1) in (
            "and",
            "but",
            "that",
        )
        return Found(i, last, shown, LEAD if leads else TRAIL, "claimant.according_to")

    def _named_behind(self, last: int) -> Speaker | None:
        """Return the person named behind an office: "the chief of police, Gen. Omar Diaz"."""
        comma = last
        while comma < len(self.tokens) and comma - last < 4 and self._word(comma) != ",":
            if comma == last and self._word(comma) not in ("of", "for", "in", "at"):
                return None
            comma += 1
        named = self.starts.get(comma + 1)
        return named if named is not None and named.form == PERSON else None

    def _verb(self, i: int, lower: str) -> Found | None:
        if lower == "reported" and self._word(i + 1) in _STATES:
            return Found(i, i + 1, None, HEDGE, "claimant.passive")
        be = self._be_form_before(i)
        hearsay = be is None and (lower, self._word(i + 1)) == ("said", "to")
        if hearsay or (lower.endswith("ed") and self._word(i - 1) in ("the", "a", "an")):
            # "The accused", "an estimated 40", "the reported dead"
            return None
        if be is not None and not lower.endswith("ing"):
            return self._passive(i, lower, be)
        value = self.words["speech_verb"][lower]
        if value == "cited":
            return self._cited(i)
        if value == "learned" and self._word(i + 1) == "from":
            return self._learned(i)
        if value == "seen":
            return self._seen(i)
        if lower in _COMPILED and self._word(i + 1) == "by" and be is None:
            speaker, last = self._agent(i)
            return Found(i, last, speaker, TRAIL, "claimant.compiled_by") if speaker else None
        figure = gives_figure(self.tokens, i, self.words)
        if (value == "known" or lower in ("put", "puts")) and lower in _RECKONING and figure:
            value = "any"
        following = self._word(i + 1)
        negated = self._word(i - 1) in self.words["negation"] and not self._is_able(i)
        active = self._word(i - 1) in ("has", "have", "had")
        passive = following == "by" and not active and lower not in ("said", "told", "added")
        if negated or passive or not tells(self.tokens, i, self.words):
            return None
        speaker = self._inverted(i, lower)
        if speaker is not None:
            rule = "claimant.speaker_after_verb"
            return Found(i, speaker.last, speaker, TRAIL, rule, verdict=_verdict(value))
        return self._active(i, lower, value)

    def _learned(self, i: int) -> Found | None:
        """Read "the agency learned from the ministry": the ministry speaks."""
        speaker, last = self.complements.speaker_after(i + 2)
        if speaker is None:
            speaker = self.subjects.common.after(i + 2)
            last = speaker.last if speaker else last
        if speaker is None:
            return None
        asks = self.subjects.before(i, any_noun=True)
        via = asks if asks and self.vocabulary.is_outlet(asks.claimant) else None
        first = asks.first if asks else i
        shown = None if speaker.claimant == UNATTRIBUTED else speaker
        form = form_of(self.tokens, self.words, first, last)
        return Found(first, last, shown, form, "claimant.learned_from", via)

    def _seen(self, i: int) -> Found | None:
        """Read "Reporters taken to the plain saw 15 burnt-out tanks"."""
        speaker = (
            self.subjects.before(i, any_noun=True)
            if gives_figure(self.tokens, i, self.words)
            else None
        )
        if speaker is None or speaker.form == BACK:
            return None
        named = {token.lower for token in self.tokens[speaker.first : speaker.last]}
        if named.isdisjoint(self.words["eyewitness"]):
            return None
        return Found(speaker.first, i + 1, speaker, LEAD, "claimant.subject")

    def _is_able(self, i: int) -> bool:
        """Tell whether somebody could do what the verb says: "were able to verify"."""
        return (self._word(i - 2), self._word(i - 1)) == ("able", "to")

    def _active(self, i: int, lower: str, value: str) -> Found | None:
        """Read a subject before its verb: "the group said"."""
        # "An order announcing ..." describes the order; nobody speaks there.
        any_noun = value in ("any", "denied") and not lower.endswith("ing")
        speaker = self.subjects.before(i, any_noun, value == "strict")
        figure = gives_figure(self.tokens, i, self.words)
        told = figure or gives_account(self.tokens, i, self.words)
        if speaker is None or (lower in _PUTTING and not told):
            return None
        if lower == "show" and speaker.form == COMMON:
            return None  # "Videos show nine dead": the text itself says what they show.
        if self._word(speaker.first - 1) == "what" and lower in ("said", "say", "says"):
            return None  # "I just write what they said"
        if value == "any" and lower in _FILED and self._word(speaker.first) == "our":
            return None  # "Our database logs 37 attacks": the text speaks of itself.
        speaker = self._first_of_two(speaker)
        last, via = self.complements.addressee(i + 1, lower)
        informed = self.starts.get(i + 1) if lower == "informed" else None
        if speaker.claimant == UNATTRIBUTED and informed and self._is_monitor(informed):
            # "Reliable sources informed the monitor": it is the monitor that tells us.
            speaker, last = informed, informed.last
        first = min(speaker.first, i)
        opens = first
        while opens and self._word(opens - 1).endswith(("the", "its", "their", "'s", "’s")):
            opens -= 1
        link, before = self._word(opens - 1), self._word(opens - 2)
        refused = value == "denied" or lower in ("rejected", "rejects")
        if refused and (
            link == "which" or (link == "that" and before in self.words["owned_claim"])
        ):
            return None  # "..., which the leaders deny" is told by somebody else.
        if via is None and speaker.of and self.vocabulary.is_outlet(speaker.of):
            via = Speaker(speaker.first, speaker.last, NAMED, speaker.of)
        shown = speaker if speaker.claimant != UNATTRIBUTED or speaker.form == BACK else None
        form = form_of(self.tokens, self.words, first, last)
        return Found(first, last, shown, form, "claimant.subject", via, _verdict(value))

    def _first_of_two(self, speaker: Speaker) -> Speaker:
        """Return the first of two who speak together: "a local leader and foreign media said"."""
        if self._word(speaker.first - 1) != "and" or speaker.form == BACK:
            return speaker
        first = self.subjects.common.before(speaker.first - 2)
        if first is None or first.last != speaker.first - 1:
            return speaker
        opens = first.first == 0 or self._word(first.first - 1) in (",", "that", "but")
        return replace(first, last=speaker.last) if opens else speaker

    def _is_monitor(self, speaker: Speaker) -> bool:
        return self.vocabulary.kinds.get(speaker.claimant) == "monitor"

    def _be_form_before(self, i: int) -> int | None:
        """Return the position of the form of "to be" that makes the verb at `i` a passive."""
        for k in range(i - 1, max(i - 5, -1), -1):
            word = self._word(k)
            if word in self.words["be_form"]:
                return k
            if not is_auxiliary(word, self.words):
                return None
        return None

    def _passive(self, i: int, lower: str, be: int) -> Found | None:
        """Read "was confirmed by the ministry", "it was reported", "were said to have"."""
        speaker, last = self._agent(i)
        if lower in ("quoted", "cited"):
            return self._quoted_by(i, be, speaker, last)
        if speaker is not None:
            verdict = "confirmed" if lower in self.words["confirming_verb"] else "reported"
            return Found(be, last, speaker, TRAIL, "claimant.passive_by", verdict=verdict)
        if lower in _INFORMED and self._word(i + 1) in ("of", "that", "about"):
            return self._informed(i, be)
        # "No casualties were reported" is the source's own statement.
        denial = any(self._word(k) in ("no", "without") for k in range(be - 5, be))
        if lower not in self.words["passive_hedge"] or denial:
            return None
        behind_it = self._word(be - 1) in ("it", "also") or self._word(be - 2) == "it"
        if self.words["passive_hedge"][lower] == "it" and not behind_it:
            return None
        if behind_it:
            first = max(be - 1, 0)
            form = form_of(self.tokens, self.words, first, i + 1)
            return Found(first, i + 1, None, form, "claimant.it_was_reported")
        return Found(be, i + 1, None, HEDGE, "claimant.passive")

    def _informed(self, i: int, be: int) -> Found | None:
        """Read "the Observatory was informed of the death of": it passes on what it was told."""
        subject = self.subjects.before(be, any_noun=False)
        if subject is None or not (
            self._is_monitor(subject) or self.vocabulary.is_outlet(subject.claimant)
        ):
            return None
        form = form_of(self.tokens, self.words, subject.first, i + 1)
        return Found(subject.first, i + 1, subject, form, "claimant.subject")

    def _agent(self, i: int) -> tuple[Speaker | None, int]:
        """Return who stands after "by" behind the participle at `i`, and where the name ends."""
        for k in range(i + 1, min(i + 9, len(self.tokens))):
            if self._word(k) in (",", "that", "to", "and"):
                break
            if self._word(k) == "by":
                speaker, last = self.complements.speaker_after(k + 1)
                if speaker is None and self._word(i) in _COMPILED | {"told"}:
                    speaker = self.subjects.common.after(k + 1)
                    last = speaker.last if speaker else last
                known = speaker is not None and speaker.claimant != UNATTRIBUTED
                return (speaker, last) if known else (None, i + 1)
        return None, i + 1

    def _quoted_by(self, i: int, be: int, via: Speaker | None, last: int) -> Found | None:
        subject = self.subjects.before(be, any_noun=True)
        if subject is None:
            return None
        return Found(subject.first, max(last, i + 1), subject, LEAD, "claimant.quoted", via)

    def _owned(self, i: int) -> Found | None:
        """Read "the enemy's boast of" and "the allegation made by the port that"."""
        following = self._word(i + 1)
        speaker: Speaker | None = None
        if following == "made" and self._word(i + 2) == "by":
            speaker, last = self.complements.speaker_after(i + 3)
            first = i
        elif following == "by":
            # "the claim by the rebels that nine were killed"
            speaker, last = self.complements.speaker_after(i + 2)
            if speaker is None:
                speaker = self.subjects.common.after(i + 2)
                last = speaker.last if speaker else last
            first = i
            if all(self._word(k) != "that" for k in range(last, last + 8)):
                return None
        elif following in ("of", "that"):
            speaker, last = self.subjects.owner_before(i), i + 1
            first = speaker.first if speaker else i
        return Found(first, last, speaker, LEAD, "claimant.owner") if speaker else None

    def _reckoned(self, i: int) -> Found | None:
        """Read "by the army's own count" and "by their reckoning"."""
        k = i - 1
        while k > 0 and i - k < 3 and self._word(k) not in _OWNING and not self._owns(k):
            k -= 1
        owner = _OWNING.get(self._word(k))
        if owner:
            speaker: Speaker | None = Speaker(k, k + 1, BACK, "", frozenset({owner}))
        elif self._owns(k):
            end = k if self._word(k) in ("'", "’") else k + 1
            speaker = self.subjects.ends.get(end) or self.subjects.common.owner(end - 1)
        else:
            return None
        first = speaker.first if speaker else k
        by = next((at for at in (first - 1, first - 2) if self._word(at) in ("by", "on")), None)
        if speaker is None or by is None:
            return None
        form = LEAD if opens_sentence(self.tokens, self.words, by) else TRAIL
        return Found(by, i + 1, speaker, form, "claimant.reckoning")

    def _owns(self, k: int) -> bool:
        """Tell whether an owner's ending stands at `k`: "the army's", "the survivors'"."""
        word = self._word(k)
        return word.endswith(("'s", "’s")) or (word in ("'", "’") and self._word(k - 1)[-1:] == "s")

    @cached_property
    def _first_told(self) -> int:
        """The position of the first verb of what happened or figure; else the end."""
        for k, token in enumerate(self.tokens):
            if happens(token.lower, self.words) or token.text[0].isdigit():
                return k
        return len(self.tokens)

    def _cited(self, i: int) -> Found | None:
        speaker, last = self.complements.speaker_after(i + 1)
        if speaker is None:
            speaker = self.subjects.common.after(i + 1)
            last = speaker.last if speaker else last
        if speaker is None or (speaker.form == "surname" and not speaker.claimant):
            return None
        if self._word(i + 1) == "by" and not self.vocabulary.is_outlet(speaker.claimant):
            return None  # "Nurses, quoted by a foreign daily, spoke of": the nurses speak.
        carrier = self.subjects.before_citing(i)
        via = carrier if carrier and self.vocabulary.is_outlet(carrier.claimant) else None
        first = min(i, carrier.first) if via and carrier else i
        shown = None if speaker.claimant == UNATTRIBUTED else speaker
        return Found(
            first,
            last,
            shown,
            form_of(self.tokens, self.words, first, last),
            "claimant.citing",
            via,
        )

    def _inverted(self, i: int, lower: str) -> Speaker | None:
        """Return the subject that follows its verb: `..., said the group`."""
        if not i or lower not in self.words["inverting_verb"] or self._word(i + 1) == "that":
            return None
        quoted = self._word(i - 1) in QUOTES
        if not quoted and self._word(i - 1) not in (",", "-", "—", "–"):
            return None
        if not quoted and self.subjects.described_before(i, self._word(i + 1)):
            return None
        if not quoted and self._first_told >= i and not self._thrown_in(i):
            return None  # "The governor, Ali Reza, said police had fled": nothing is told before.
        speaker = self.starts.get(i + 1)
        if speaker is None and self._word(i + 1) in self.words["determiner"]:
            speaker = self.starts.get(i + 2)
            if speaker is None and (quoted or lower in ("said", "says", "added")):
                speaker = self.subjects.common.since(i + 1)
        if speaker is not None and (issuer := self._issuer_behind(speaker)):
            return issuer
        if speaker is not None and self._word(speaker.last) == ",":
            # "said the owner, Karam Nader": the name tells more than the description.
            named = self.starts.get(speaker.last + 1)
            if named is not None and named.form == PERSON and speaker.form != PERSON:
                return named
        pronoun = speaker is not None and speaker.form == BACK and speaker.last == i + 2
        if speaker is None or quoted or (lower in ("said", "says") and not pronoun):
            return speaker
        ended = speaker.last >= len(self.tokens) or self._word(speaker.last) in (",", ".", ";")
        return speaker if ended else None

    def _issuer_behind(self, paper: Speaker) -> Speaker | None:
        """Return who issued the paper that speaks: "said a statement issued by the front"."""
        noun = self._word(paper.last - 1)
        if noun not in self.words["report_noun"]:
            return None
        for k in range(paper.last, paper.last + 3):
            if self._word(k) in ("by", "from"):
                issuer = self.complements.speaker_after(k + 1)[0] or self.subjects.common.after(
                    k + 1
                )
                return None if issuer is None or issuer.claimant == UNATTRIBUTED else issuer
        return None

    def _thrown_in(self, i: int) -> bool:
        """Tell whether two commas set the words off: "The toll, said the governor, had reached"."""
        if self._word(i - 1) != "," or self._word(i + 1) != "the":
            return False
        return any(self._word(k) == "," for k in range(i + 3, i + 6))


def _verdict(value: str) -> str:
    return "denied" if value == "denied" else "reported"
