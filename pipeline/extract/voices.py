"""The voices of a document in reading order, and how far each report goes on."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.identities import Identities
from pipeline.extract.introductions import Introductions
from pipeline.extract.passage import Passage
from pipeline.extract.report_reach import ReportReach
from pipeline.extract.speech_blocks import SpeechBlocks
from pipeline.language.attribution import find_attributions
from pipeline.language.complements import UNATTRIBUTED
from pipeline.language.coverage import HEDGE, TRAIL, Attribution
from pipeline.language.speakers import BACK, SpeakerWords

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AFTER_QUOTE = re.compile(r"[\"”»][\s,]*(?:\w+\s+){0,3}\Z")
_HEADLINE = re.compile(
    r"\A#?[^\W\d_][\w'’ -]{1,40}:|\s[-–—] [^-–—]{1,40}\Z|\([^\W\d_][^()]{1,40}\)"
)
# What somebody only thinks is his for one sentence.
_THINKING = frozenset("believe believes believed fear fears feared think thinks thought".split())
# Rules of attributions that answer for one figure and not for what follows.
_OF_ONE_FIGURE = frozenset(
    "claimant.compiled_by claimant.parenthesis claimant.owner claimant.reckoning".split()
)
_ONE_SOURCE = re.compile(r"one (?:of the )?sources?\b", re.IGNORECASE)
_MEMORY = 15
# A release names the body that issues it in its first sentences.
_OPENING_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker found for a stretch of text; offsets are into `Document.text`.

    Attributes:
        sentence: index of the sentence that names the speaker.
        claimant, via: ids, "" where there is none.
        name_start, name_end, via_start, via_end: the words that name them.
        start, end: the words that attribute.
        cover_start, cover_end: the stretch of the sentence that is put down to the speaker.
        hedged: whether only a hedge ("reportedly") stands there.
        of_quotation: whether the words spoken stand in quotation marks before the speaker.
        verdict: reported, denied or confirmed.
        rule: name of the rule.
    """

    sentence: int
    claimant: str
    name_start: int
    name_end: int
    via: str
    via_start: int
    via_end: int
    start: int
    end: int
    cover_start: int
    cover_end: int
    hedged: bool
    of_quotation: bool
    verdict: str
    rule: str

    def covers(self, offset: int) -> bool:
        """Tell whether what stands at `offset` is put down to this speaker."""
        return self.cover_start <= offset < self.cover_end


def plain_voice(sentence: int, claimant: str, start: int, end: int, rule: str) -> Voice:
    """Return the voice of a label or of a whole text, named by `text[start:end]`."""
    none = (start, start)
    return Voice(
        sentence, claimant, start, end, "", *none, start, end, *none, False, False, "reported", rule
    )


class Voices:
    """Reads a document's attributions in order, up to the sentence that is asked for."""

    def __init__(self, passage: Passage, words: SpeakerWords) -> None:
        self._passage = passage
        self._text = passage.text
        self.words = words
        self._read: list[list[Voice]] = []
        self._tails: list[Voice | None] = []
        self._carried: list[Voice | None] = []
        self._identities = Identities(passage.text, words)
        self._introductions = Introductions(passage, words)
        self._reach = ReportReach(passage, words)
        self._blocks = SpeechBlocks(passage)

    def at(self, index: int) -> list[Voice]:
        """Return the voices of one sentence, hedges last."""
        self._read_to(index)
        return self._read[index]

    def carried_into(self, index: int) -> Voice | None:
        """Return the voice whose report plainly goes on in this sentence, or None."""
        self._read_to(index)
        return self._carried[index]

    def last_in_segment(self, index: int, segment: int) -> Voice | None:
        """Return the last voice of the block before or in the sentence at `index`."""
        sentences = self._passage.sentences
        lowest = max(0, index - _MEMORY)
        while index >= lowest and sentences[index].segment == segment:
            last = next((voice for voice in reversed(self.at(index)) if not voice.hedged), None)
            if last is not None:
                return last
            index -= 1
        return None

    def _read_to(self, index: int) -> None:
        while len(self._read) <= index:
            position = len(self._read)
            voices = self._voices_of(position)
            carried = self._carry(position)
            self._read.append(voices)
            self._carried.append(carried)
            self._tails.append(self._tail(position, voices, carried))

    def _voices_of(self, index: int) -> list[Voice]:
        sentence = self._passage.sentences[index]
        words = self._passage.words(sentence)
        if not self._has_cue(sentence.start, sentence.end) and not _HEADLINE.search(words):
            return []
        shouting = words.isupper()
        voices = []
        tokens = self._passage.tokens(sentence)
        for attribution in find_attributions(
            self._text, sentence.start, sentence.end, self.words, shouting, tokens
        ):
            voice = self._voice(index, attribution)
            if voice is None:
                continue
            voices.append(voice)
            if not voice.hedged and voice.claimant != UNATTRIBUTED:
                self._identities.heard(index, voice.claimant, voice.name_start, voice.name_end)
        return voices

    @cached_property
    def _cues(self) -> list[int]:
        """The offsets at which a word that attributes may begin, in order."""
        return self.words.cue_beginnings.find(self._passage.lower)["cue"]

    def _has_cue(self, start: int, end: int) -> bool:
        """Tell whether a word that attributes stands between two offsets."""
        first = bisect_left(self._cues, start)
        if first == len(self._cues) or self._cues[first] >= end:
            return False
        return not self.words.cues.isdisjoint(_WORDS.findall(self._passage.lower, start, end))

    @cached_property
    def of_release(self) -> Voice | None:
        """Return the body that documents, where the text opens as its own release.

        All that such a text tells without another speaker is that body's report.
        """
        roles = self.words.words
        others: set[str] = set()
        for index in range(min(_OPENING_SENTENCES, len(self._passage.sentences))):
            for voice in self.at(index):
                kind = self.words.kinds.get(voice.claimant, "")
                verb = self._text[voice.name_end : voice.end].lower().split()
                documents = not roles["documenting_verb"].keys().isdisjoint(verb)
                unlisted = not kind and "_" in voice.claimant and self._is_body(voice)
                if voice.rule == "claimant.subject" and documents:
                    if len({each.claimant for each in self.at(index)} | others) > 1:
                        return None  # One account among others is no release.
                    return voice if kind in roles["documenting_kind"] or unlisted else None
            others |= {each.claimant for each in self.at(index) if not each.hedged}
        return None

    def _is_body(self, voice: Voice) -> bool:
        nouns = self.words.words["organisation_noun"]
        name = self._text[voice.name_start : voice.name_end].lower()
        return not nouns.keys().isdisjoint(_WORDS.findall(name))

    def _voice(self, index: int, attribution: Attribution) -> Voice | None:
        """Return the voice of an attribution, None where nobody is meant."""
        speaker, via = attribution.speaker, attribution.via
        claimant, name_start, name_end = UNATTRIBUTED, attribution.name_start, attribution.name_end
        if speaker is not None:
            name = self._text[name_start:name_end]
            if speaker.form == BACK:
                earlier = self._identities.earlier(index, speaker, name)
                if name.lower() in ("it", "they", "them") and attribution.form != HEDGE:
                    earlier = self._acting(index, attribution) or earlier
                if "he" in speaker.refers:
                    last = self._identities.last_heard(index)
                    told = self._introductions.before(index, last if earlier else -1)
                    earlier = told or earlier
                if earlier is not None:
                    claimant, name_start, name_end = earlier
                    self._identities.called(claimant, name)
                elif speaker.claimant or "body" not in speaker.refers:
                    claimant = speaker.claimant or UNATTRIBUTED
                else:
                    return None
            else:
                claimant = self._identities.claimant(index, speaker, name)
        elif _ONE_SOURCE.match(self._text, attribution.start):
            # "Security sources said ... One source added": one of those.
            claimant = self._identities.source_heard(index) or claimant
        before = self._text[max(0, attribution.start - 40) : attribution.start]
        return Voice(
            sentence=index,
            claimant=claimant or UNATTRIBUTED,
            name_start=name_start,
            name_end=name_end,
            via=via.claimant if via else "",
            via_start=attribution.via_start,
            via_end=attribution.via_end,
            start=attribution.start,
            end=attribution.end,
            cover_start=attribution.cover_start,
            cover_end=attribution.cover_end,
            hedged=attribution.form == HEDGE,
            of_quotation=attribution.form == TRAIL and _AFTER_QUOTE.search(before) is not None,
            verdict=attribution.verdict,
            rule=attribution.rule,
        )

    def _acting(self, index: int, attribution: Attribution) -> tuple[str, int, int] | None:
        """Return who acts earlier in the sentence: "the guild fled; they report nine dead"."""
        start = self._passage.sentences[index].start
        trails = attribution.form == TRAIL and attribution.rule == "claimant.subject"
        if trails or self._identities.last_heard(index) == index:
            return None
        return self._introductions.acting(start, attribution.name_start)

    def _carry(self, index: int) -> Voice | None:
        sentences = self._passage.sentences
        if not index or sentences[index].segment != sentences[index - 1].segment:
            return None
        tail = self._tails[index - 1]
        if tail is None or self._reach.breaks(index):
            return None
        return tail if self._reach.goes_on(index) else None

    def refers_back(self, index: int) -> bool:
        """Tell whether the sentence points back to what was just told."""
        return self._reach.refers_back(index)

    def _tail(self, index: int, voices: list[Voice], carried: Voice | None) -> Voice | None:
        """Return whose report may go on behind the sentence at `index`, None for nobody's."""
        named = [voice for voice in voices if not voice.hedged and not self._in_brackets(voice)]
        named = [voice for voice in named if not self._is_quoted(voice)]
        if not named:
            return None if self._reach.is_quotation(index) else carried
        last = named[-1]
        if last.rule in _OF_ONE_FIGURE:
            return carried
        if last.claimant == UNATTRIBUTED or last.of_quotation or last.verdict == "denied":
            return None
        if len({voice.claimant for voice in named}) > 1:
            # Who sets one account against another goes on in the text's own voice.
            return None
        verb = self._text[last.name_end : last.end].lower().split()
        return None if _THINKING.intersection(verb) else last

    def _is_quoted(self, voice: Voice) -> bool:
        """Tell whether a speaker is named inside another's quotation."""
        segment = self._passage.sentences[voice.sentence].segment
        quotes = self._blocks.quotes(segment)
        last = bisect_left(quotes, (voice.start, voice.start)) - 1
        return last >= 0 and voice.start < quotes[last][1]

    def _in_brackets(self, voice: Voice) -> bool:
        """Tell whether a speaker stands in brackets: "(the police said two)"."""
        before = self._text[self._passage.sentences[voice.sentence].start : voice.start]
        return before.count("(") > before.count(")")

    def speaks_of_toll(self, index: int) -> bool:
        """Tell whether the sentence opens with "the toll", "this figure", "the number"."""
        words = _WORDS.findall(self._passage.words(self._passage.sentences[index]).lower())[:4]
        nouns = self.words.words["toll_noun"]
        return (
            bool(words) and words[0] in ("the", "this", "that") and any(w in nouns for w in words)
        )
