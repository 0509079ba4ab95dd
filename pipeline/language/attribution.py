"""Who says what in one sentence: attributions and the stretch of words that each covers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language.speakers import Speaker, SpeakerWords, find_speakers
from pipeline.language.subjects import SubjectFinder
from pipeline.language.tokens import Token, tokenize

LEAD = "lead"
TRAIL = "trail"
HEDGE = "hedge"
UNATTRIBUTED = "unattributed"

_QUOTES = frozenset('"“”„«»')
_OWNERS = {"its": "body", "his": "he", "her": "he", "their": "group"}
_STATES = frozenset("killed dead wounded injured missing captured arrested kidnapped".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement of who speaks; offsets are into the text that was read.

    Attributes:
        start, end: the words that attribute ("activists said").
        cover_start, cover_end: the stretch whose statements are put down to the speaker.
        speaker: who speaks; None where the text says that somebody does, but not who.
        name_start, name_end: the words that name the speaker.
        via: the outlet that carried the words, or None.
        via_start, via_end: the words that name the outlet.
        form: LEAD (speaker before the statement), TRAIL (after it) or HEDGE ("reportedly").
        verdict: "reported", "denied" or "confirmed".
        rule: short name of the rule.
    """

    start: int
    end: int
    cover_start: int
    cover_end: int
    speaker: Speaker | None
    name_start: int
    name_end: int
    via: Speaker | None
    via_start: int
    via_end: int
    form: str
    verdict: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    speaker: Speaker | None
    form: str
    rule: str
    via: Speaker | None = None
    verdict: str = "reported"


def find_attributions(
    text: str, start: int, end: int, words: SpeakerWords, shouting: bool
) -> list[Attribution]:
    """Return the attributions of the sentence `text[start:end]` in order.

    Args:
        text: any text.
        start, end: half-open span of one sentence.
        words: names and vocabulary.
        shouting: whether the text is in capitals, so that case tells nothing of names.
    """
    tokens = tokenize(text, start, end)
    if not tokens:
        return []
    reader = _Reader(tokens, words, shouting)
    named, hedges = reader.read()
    covers = _covers(tokens, named, words)
    result = [_place(tokens, found, *cover) for found, cover in zip(named, covers, strict=True)]
    result += [_place(tokens, hedge, *_clause(tokens, hedge, words)) for hedge in hedges]
    return result


class _Reader:
    """Reads the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], words: SpeakerWords, shouting: bool) -> None:
        self.tokens = tokens
        self.words = words.words
        self.vocabulary = words
        self.speakers = find_speakers(tokens, words, shouting)
        self.starts = {speaker.first: speaker for speaker in self.speakers}
        self.subjects = SubjectFinder(tokens, self.speakers, words, shouting)

    def read(self) -> tuple[list[_Found], list[_Found]]:
        """Return the attributions with a speaker of their own, and the hedges."""
        named: list[_Found] = []
        hedges: list[_Found] = []
        taken = 0
        for i, token in enumerate(self.tokens):
            if i < taken:
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

    def _at(self, i: int, lower: str) -> _Found | None:
        if lower in ("according", "accord") and self._word(i + 1) == "to":
            return self._according_to(i)
        if lower == "(":
            return self._parenthesis(i)
        if lower in self.words["hedge"]:
            return _Found(i, i + 1, None, HEDGE, "claimant.hedge")
        if lower in self.words["speech_verb"]:
            return self._verb(i, lower)
        return None

    def _parenthesis(self, i: int) -> _Found | None:
        """Read "(opposition claims)" and "(per the Observatory)"."""
        close = next(
            (k for k in range(i + 1, min(i + 9, len(self.tokens))) if self._word(k) == ")"), 0
        )
        if not close:
            return None
        opening = self._word(i + 1) in ("per", "source", "claimed", "reported", "by")
        closing = self._word(close - 1) in self.words["report_noun"]
        if not opening and not closing:
            return None
        for k in range(i + 1, close):
            speaker = self.starts.get(k)
            if speaker is not None and speaker.form in ("named", "person"):
                return _Found(i, close + 1, speaker, TRAIL, "claimant.parenthesis")
        return None

    def _add(self, named: list[_Found], found: _Found) -> None:
        """Add an attribution, joined with the one before where one carries the other's words."""
        if named and (before := named[-1]).speaker and found.speaker:
            gap = {token.lower for token in self.tokens[before.last : found.first]}
            outlet = self.vocabulary.is_outlet
            near = gap <= {",", "that", "by", "the", "-", '"', "”"}
            same = before.speaker == found.speaker and before.form == found.form
            if same and found.rule == before.rule == "claimant.speaker_after_verb":
                return
            if before.speaker.first == found.speaker.first:
                via = found.via or before.via
                named[-1] = replace(before, last=found.last, via=via)
                return
            if near and outlet(before.speaker.claimant) and not outlet(found.speaker.claimant):
                named[-1] = replace(found, first=before.first, via=before.speaker, form=LEAD)
                return
            carried = found.rule == "claimant.according_to" or found.rule == "claimant.citing"
            if near and carried and not outlet(before.speaker.claimant):
                if outlet(found.speaker.claimant):
                    named[-1] = replace(before, last=found.last, via=found.speaker)
                    return
        named.append(found)

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _according_to(self, i: int) -> _Found | None:
        speaker, last = self.speaker_after(i + 2)
        if speaker is None:
            speaker = self.subjects.bare_from(i + 2)
            last = speaker.last if speaker else last
        if speaker is None:
            return None
        while self._word(last) in self.words["report_noun"]:
            last += 1
        shown = None if speaker.claimant == UNATTRIBUTED else speaker
        before = _trim_tail(self.tokens[:i])
        leads = not before or self._adverbial(before) or before[-1].lower in ("and", "but", "that")
        return _Found(i, last, shown, LEAD if leads else TRAIL, "claimant.according_to")

    def speaker_after(self, i: int) -> tuple[Speaker | None, int]:
        """Return the speaker named from token `i` on, past "a report by", and where it ends."""
        nouns, links = self.words["report_noun"], self.words["report_link"]
        vague = False
        owner = _OWNERS.get(self._word(i))
        if owner is not None and any(self._word(k) in nouns for k in range(i + 1, i + 4)):
            return Speaker(i, i + 1, "back", "", frozenset({owner})), i + 2
        for k in range(i, min(i + 10, len(self.tokens))):
            speaker = self.starts.get(k)
            if speaker is not None:
                follows = self._word(speaker.last)
                onward = self._next_start(speaker.last)
                loose = speaker.form == "back" or speaker.claimant == UNATTRIBUTED
                if loose and follows in ("by", "from", "of", "for") and onward:
                    vague = True
                    continue
                if (
                    speaker.form == "surname"
                    and not speaker.claimant
                    and not vague
                    and (self._word(speaker.last) in ("of",))
                ):
                    continue
                return speaker, speaker.last
            word = self._word(k)
            if word in nouns:
                vague = True
            elif word in ",.;:" or (word in self.words["speech_verb"] and word not in links):
                break
        if vague:
            return Speaker(i, min(i + 1, len(self.tokens)), "named", UNATTRIBUTED), min(
                i + 2, len(self.tokens)
            )
        return None, i

    def _next_start(self, i: int) -> Speaker | None:
        """Return a named speaker that begins within a few words after the link at `i`."""
        for k in range(i + 1, min(i + 5, len(self.tokens))):
            speaker = self.starts.get(k)
            if speaker is not None and speaker.form != "back":
                return speaker
        return None

    def _verb(self, i: int, lower: str) -> _Found | None:
        if lower == "reported" and self._word(i + 1) in _STATES:
            return _Found(i, i + 1, None, HEDGE, "claimant.passive")
        be = self._be_form_before(i)
        if be is not None and not lower.endswith("ing"):
            return self._passive(i, lower, be)
        value = self.words["speech_verb"][lower]
        before = self._word(i - 1)
        if before in self.words["negation"] and value != "cited":
            return None
        if value == "cited":
            return self._cited(i)
        if self._word(i + 1) == "by" and lower not in ("said", "told", "added"):
            return None
        speaker = self._inverted(i, lower)
        if speaker is not None:
            rule = "claimant.speaker_after_verb"
            return _Found(i, speaker.last, speaker, TRAIL, rule, verdict=_verdict(value))
        speaker = self.subjects.before(i, value in ("any", "denied"), value == "strict")
        if speaker is None or lower == "added" and self._word(i + 1) == "to":
            return None
        if lower in ("put", "puts", "gave", "gives", "raised", "revised") and not self._toll(i):
            return None
        last, via = self._addressee(i + 1, lower)
        first = min(speaker.first, i)
        if via is None and speaker.of and self.vocabulary.is_outlet(speaker.of):
            via = Speaker(speaker.first, speaker.last, "named", speaker.of)
        if speaker.claimant == UNATTRIBUTED:
            speaker = None
        form = self._form(first, last)
        return _Found(first, last, speaker, form, "claimant.subject", via, _verdict(value))

    def _be_form_before(self, i: int) -> int | None:
        """Return the position of the form of "to be" that makes the verb at `i` a passive."""
        for k in range(i - 1, max(i - 5, -1), -1):
            word = self._word(k)
            if word in self.words["be_form"]:
                return k
            if word not in self.words["auxiliary"]:
                return None
        return None

    def _passive(self, i: int, lower: str, be: int) -> _Found | None:
        for k in range(i + 1, min(i + 9, len(self.tokens))):
            if self._word(k) == "by":
                speaker, last = self.speaker_after(k + 1)
                if speaker is None or speaker.claimant == UNATTRIBUTED:
                    break
                verdict = "confirmed" if lower in self.words["confirming_verb"] else "reported"
                if lower in ("quoted", "cited"):
                    return self._quoted_by(i, be, speaker, last)
                return _Found(be, last, speaker, TRAIL, "claimant.passive_by", verdict=verdict)
            if self._word(k) in (",", "that", "to", "and"):
                break
        if lower in ("quoted", "cited"):
            return self._quoted_by(i, be, None, i + 1)
        if lower not in self.words["passive_hedge"]:
            return None
        if any(self._word(k) in ("no", "without") for k in range(be - 5, be)):
            # "No casualties were reported" is the source's own statement.
            return None
        if self._word(be - 1) in ("it", "also") or self._word(be - 2) == "it":
            return _Found(max(be - 1, 0), i + 1, None, LEAD, "claimant.it_was_reported")
        return _Found(be, i + 1, None, HEDGE, "claimant.passive")

    def _quoted_by(self, i: int, be: int, via: Speaker | None, last: int) -> _Found | None:
        subject = self.subjects.before(be, any_noun=True)
        if subject is None:
            return None
        return _Found(subject.first, max(last, i + 1), subject, LEAD, "claimant.quoted", via)

    def _cited(self, i: int) -> _Found | None:
        speaker, last = self.speaker_after(i + 1)
        if speaker is None or speaker.form == "surname" and not speaker.claimant:
            return None
        carrier = self.subjects.before(i, any_noun=False)
        via = carrier if carrier and self.vocabulary.is_outlet(carrier.claimant) else None
        first = min(i, carrier.first) if via and carrier else i
        shown = None if speaker.claimant == UNATTRIBUTED else speaker
        return _Found(first, last, shown, self._form(first, last), "claimant.citing", via)

    def _inverted(self, i: int, lower: str) -> Speaker | None:
        """Return the subject that follows its verb: `..., said the group`."""
        if not i or lower not in self.words["inverting_verb"] or self._word(i + 1) == "that":
            return None
        quoted = self._word(i - 1) in _QUOTES
        if not quoted and self._word(i - 1) not in (",", "-", "—", "–"):
            return None
        speaker = self.starts.get(i + 1)
        if speaker is None and self._word(i + 1) in self.words["determiner"]:
            speaker = self.starts.get(i + 2)
            if speaker is None and lower in ("said", "says", "added"):
                speaker = self.subjects.common_from(i + 1)
        if speaker is None or quoted or lower in ("said", "says"):
            return speaker
        ended = speaker.last >= len(self.tokens) or self._word(speaker.last) in (",", ".", ";")
        return speaker if ended else None

    def _addressee(self, i: int, verb: str) -> tuple[int, Speaker | None]:
        """Return where "told Reuters" ends and the outlet that was told, if any."""
        if verb not in ("told", "tells", "telling"):
            return i, None
        k = i + 1 if self._word(i) in self.words["determiner"] else i
        speaker = self.starts.get(i) or self.starts.get(k)
        if speaker is None:
            if self._word(k) in ("reporters", "journalists", "newsmen"):
                return k + 1, None
            return i, None
        if self.vocabulary.is_outlet(speaker.claimant):
            return speaker.last, speaker
        return (i if speaker.form == "back" else speaker.last), None

    def _toll(self, i: int) -> bool:
        """Tell whether a word for a toll follows within a few words ("put the toll at")."""
        after = (self._word(k) for k in range(i + 1, min(i + 9, len(self.tokens))))
        return any(word in self.words["toll_noun"] for word in after)

    def _form(self, first: int, last: int) -> str:
        """Tell whether the statement stands after the attribution or before it."""
        before = _trim_tail(self.tokens[:first])
        cut = first > 0 and self._word(first - 1) in {",", "-", "—", "–", "(", *_QUOTES}
        rest = [token.lower for token in self.tokens[last:]]
        if not before or self._adverbial(before):
            return LEAD
        if not [word for word in rest if word[0].isalnum()]:
            return TRAIL
        if not cut:
            return LEAD if rest[0] not in (".", ",", ")") else TRAIL
        if rest[0] in (",", ".", ";", ")"):
            return TRAIL
        if rest[0] in self.words["trail_word"] and "that" not in rest[:8]:
            return TRAIL
        return LEAD

    def _adverbial(self, before: Sequence[Token]) -> bool:
        """Tell whether the words before are only a when, where or link ("On 3 March,")."""
        if self.tokens[len(before)].lower in _QUOTES:
            return False
        first = before[0].lower
        opens = first in self.words["preposition"] or first in self.words["not_a_name"]
        return len(before) <= (7 if opens else 2)


def _verdict(value: str) -> str:
    return "denied" if value == "denied" else "reported"


def _trim_tail(tokens: Sequence[Token]) -> Sequence[Token]:
    end = len(tokens)
    while end and not tokens[end - 1].text[0].isalnum():
        end -= 1
    return tokens[:end]


def _covers(
    tokens: Sequence[Token], named: list[_Found], words: SpeakerWords
) -> list[tuple[int, int]]:
    """Return the half-open token span that each attribution covers; together they part the rest."""
    opened: list[int] = []
    for position, found in enumerate(named):
        before = named[position - 1] if position else None
        if found.form == LEAD:
            opened.append(found.first)
        elif before is None:
            opened.append(0)
        elif before.form == LEAD:
            opened.append(_last_break(tokens, before.last, found.first, words))
        else:
            opened.append(before.last)
    closed = [*opened[1:], len(tokens)][: len(opened)]
    return list(zip(opened, closed, strict=True))


def _last_break(tokens: Sequence[Token], low: int, high: int, words: SpeakerWords) -> int:
    """Return where the last clause between two attributions begins, `low` where there is none."""
    breaks = words.words["clause_break"]
    for k in range(high - 3, low, -1):
        if tokens[k].text == ";" or (tokens[k].lower in breaks and tokens[k - 1].text == ","):
            return k
    return low


def _clause(tokens: Sequence[Token], hedge: _Found, words: SpeakerWords) -> tuple[int, int]:
    """Return the half-open token span of the clause in which a hedge stands."""
    breaks = words.words["clause_break"]
    first = hedge.first
    if first and tokens[first - 1].text == "," and tokens[first].lower in words.words["hedge"]:
        low = first
    else:
        low = 0
        for k in range(first - 1, 0, -1):
            if tokens[k].text == ";" or (tokens[k].lower in breaks and tokens[k - 1].text == ","):
                low = k
                break
    for k in range(hedge.last, len(tokens) - 1):
        if tokens[k].text == ";" or (tokens[k].text == "," and tokens[k + 1].lower in breaks):
            return low, k
    return low, len(tokens)


def _place(tokens: Sequence[Token], found: _Found, low: int, high: int) -> Attribution:
    """Turn token positions into offsets."""

    def span(first: int, last: int) -> tuple[int, int]:
        if first >= last or first >= len(tokens):
            edge = tokens[min(first, len(tokens) - 1)].start
            return edge, edge
        return tokens[first].start, tokens[min(last, len(tokens)) - 1].end

    start, end = span(found.first, found.last)
    cover_start, cover_end = span(low, high)
    name = span(found.speaker.first, found.speaker.last) if found.speaker else (start, end)
    via = span(found.via.first, found.via.last) if found.via else (start, start)
    return Attribution(
        start, end, cover_start, cover_end, found.speaker, *name, found.via, *via,
        found.form, found.verdict, found.rule,
    )  # fmt: skip
