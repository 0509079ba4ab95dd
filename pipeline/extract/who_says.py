"""Who says so: the claimant of each claim, the outlet that carried it, and whether it was checked."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.extract.claim import Because
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.voices import Voice, Voices
from pipeline.language.quotations import Doubt, find_doubt, quotations
from pipeline.language.speakers import SpeakerWords
from pipeline.reference.claimants import Claimants

_WORD = re.compile(r"[^\W\d_]+")
_CHECKED = re.compile(r"verif|confirm|corrobor", re.IGNORECASE)
_SHORT_QUOTE = 4


@dataclass(frozen=True, slots=True)
class SpeakerAnswer:
    """Who says a claim.

    Attributes:
        claimant: id of the speaker, or "" where the source speaks in its own voice.
        claimant_name: the words of the text that name the speaker.
        via: id of the outlet that carried the words, or "".
        via_name: the words of the text that name the outlet.
        verification: reported, unverified, confirmed or denied.
        because: the words and the rule behind the claimant.
        verification_because: the words and the rule behind the verification.
    """

    claimant: str = ""
    claimant_name: str = ""
    via: str = ""
    via_name: str = ""
    verification: str = "reported"
    because: Because | None = None
    verification_because: Because | None = None


@lru_cache(maxsize=32)
def _speaker_words(claimants: Claimants, countries: frozenset[str]) -> SpeakerWords:
    kinds = {claimant.claimant_id: claimant.kind for claimant in claimants.by_id.values()}
    return SpeakerWords(claimants.names(countries), kinds, claimants.words)


class WhoSays:
    """Answers for one document; works only when asked, each sentence once.

    Args:
        passage: the document and its sentences.
        claimants: the known speakers and the vocabulary of attribution.
    """

    def __init__(self, passage: Passage, claimants: Claimants) -> None:
        self._passage = passage
        self._text = passage.text
        self._claimants = claimants
        self._quotes: dict[int, list[tuple[int, int]]] = {}
        self._doubts: dict[int, Doubt | None] = {}
        self._doubted_blocks: dict[int, Doubt | None] = {}

    def of(self, sentence: Sentence, start: int, end: int) -> SpeakerAnswer:
        """Return who says what stands in `text[start:end]` of `sentence`."""
        voice = self._voice(sentence, start, end)
        verification, why = self._verification(sentence, start, voice)
        if voice is None:
            return SpeakerAnswer(verification=verification, verification_because=why)
        return SpeakerAnswer(
            claimant=voice.claimant,
            claimant_name=self._text[voice.name_start : voice.name_end],
            via=voice.via,
            via_name=self._text[voice.via_start : voice.via_end],
            verification=verification,
            because=Because(voice.start, voice.end, voice.rule),
            verification_because=why,
        )

    @cached_property
    def _voices(self) -> Voices:
        present = set(_WORD.findall(self._text.lower()))
        countries = frozenset(
            country
            for word, country in self._claimants.words["country_words"].items()
            if word.lower() in present
        )
        return Voices(self._passage, _speaker_words(self._claimants, countries))

    def _voice(self, sentence: Sentence, start: int, end: int) -> Voice | None:
        """Return the voice that covers a span: quotation, own sentence, block, report going on."""
        quoted = self._quotation_at(sentence, start)
        if quoted is not None:
            voice = self._speaker_of(quoted, sentence)
            if voice is not None:
                return voice
        spoken = self._voices.at(sentence.index)
        named = next((v for v in spoken if not v.hedged and v.covers(start)), None)
        if named is not None and not self._voice_is_only_quoted(named, start):
            return named
        block = self._block_voice(sentence.segment)
        if block is not None and quoted is not None:
            return block
        hedge = next((v for v in spoken if v.hedged and v.covers(start)), None)
        if block is not None and self._led_by_colon(sentence.segment):
            return block
        carried = self._voices.carried_into(sentence.index)
        if hedge is not None:
            kept = carried is not None and self._voices.refers_back(sentence.index)
            return carried if kept else hedge
        if named is not None or (spoken and any(not v.hedged for v in spoken)):
            before = [v for v in spoken if not v.hedged and v.cover_end <= start]
            return None if before or not carried else carried
        return carried

    def _voice_is_only_quoted(self, voice: Voice, start: int) -> bool:
        """Tell whether the voice has its words in quotation marks and the span stands outside."""
        return False

    def _quotes_of(self, segment: int) -> list[tuple[int, int]]:
        if segment not in self._quotes:
            block = self._passage.document.segments[segment]
            self._quotes[segment] = quotations(self._text, block.start, block.end)
        return self._quotes[segment]

    def _quotation_at(self, sentence: Sentence, start: int) -> tuple[int, int] | None:
        """Return the quotation of more than a few words in which `start` stands."""
        for opened, closed in self._quotes_of(sentence.segment):
            if opened <= start < closed:
                words = self._text.count(" ", opened, closed)
                return (opened, closed) if words >= _SHORT_QUOTE else None
            if opened > start:
                break
        return None

    def _speaker_of(self, quote: tuple[int, int], sentence: Sentence) -> Voice | None:
        """Return who speaks a quotation: named after it, before it, or in the block before."""
        opened, closed = quote
        last = self._sentence_at(closed - 1, sentence)
        for index in (last, last + 1):
            for voice in self._voices_at(index, sentence.segment):
                gap = self._text[closed : voice.start] if voice.start >= closed else "."
                if not voice.hedged and len(gap) < 40 and not re.search(r"[.!?;\w]{2,}|[.;]", gap):
                    return voice
        first = self._sentence_at(opened, sentence)
        before = [
            voice
            for voice in self._voices_at(first, sentence.segment)
            if not voice.hedged and voice.end <= opened and voice.cover_end > opened
        ]
        if before:
            return before[-1]
        block = self._passage.document.segments[sentence.segment]
        if not self._text[block.start : opened].strip():
            return self._block_voice(sentence.segment)
        return self._voices.last_in_segment(first, sentence.segment)

    def _voices_at(self, index: int, segment: int) -> list[Voice]:
        sentences = self._passage.sentences
        if not 0 <= index < len(sentences) or sentences[index].segment != segment:
            return []
        return self._voices.at(index)

    def _sentence_at(self, offset: int, near: Sentence) -> int:
        """Return the index of the sentence of the same block in which `offset` stands."""
        sentences = self._passage.sentences
        index = near.index
        while (
            offset < sentences[index].start
            and index
            and (sentences[index - 1].segment == near.segment)
        ):
            index -= 1
        while (
            offset >= sentences[index].end
            and index + 1 < len(sentences)
            and sentences[index + 1].segment == near.segment
            and sentences[index + 1].start <= offset
        ):
            index += 1
        return index

    def _block_voice(self, segment: int) -> Voice | None:
        return self._voices.of_block(segment)

    def _led_by_colon(self, segment: int) -> bool:
        return self._voices.led_by_colon(segment)

    def _verification(
        self, sentence: Sentence, start: int, voice: Voice | None
    ) -> tuple[str, Because | None]:
        if voice is not None and voice.verdict == "denied" and start > voice.start:
            return "denied", Because(voice.start, voice.end, "verification.denied")
        doubt = self._doubt_about(sentence, start)
        if doubt is not None:
            return "unverified", Because(doubt.start, doubt.end, "verification.doubt")
        if voice is not None and voice.verdict == "confirmed" and voice.sentence == sentence.index:
            return "confirmed", Because(voice.start, voice.end, "verification.confirmed_by")
        for later in self._voices_at(sentence.index + 1, sentence.segment):
            if later.verdict == "confirmed" and self._voices.speaks_of_toll(sentence.index + 1):
                return "confirmed", Because(later.start, later.end, "verification.confirmed_by")
        return "reported", None

    def _doubt_about(self, sentence: Sentence, start: int) -> Doubt | None:
        own = self._doubt_in(sentence.index)
        if own is not None and (start < own.start or own.end - own.start < 16):
            between = [
                voice
                for voice in self._voices.at(sentence.index)
                if not voice.hedged
                and start < voice.start < own.start
                and voice.cover_start > start
            ]
            if not between:
                return own
        after = self._doubt_in(sentence.index + 1)
        sentences = self._passage.sentences
        if (
            after is not None
            and after.refers_back
            and (sentences[sentence.index + 1].segment == sentence.segment)
        ):
            return after
        return self._doubt_after_block(sentence.segment)

    def _doubt_in(self, index: int) -> Doubt | None:
        sentences = self._passage.sentences
        if index >= len(sentences):
            return None
        if index not in self._doubts:
            sentence = sentences[index]
            words = self._passage.words(sentence)
            found = find_doubt(self._text, sentence.start, sentence.end)
            self._doubts[index] = found if _CHECKED.search(words) else None
        return self._doubts[index]

    def _doubt_after_block(self, segment: int) -> Doubt | None:
        """Return the doubt that follows a quotation over one or several paragraphs."""
        if segment in self._doubted_blocks:
            return self._doubted_blocks[segment]
        segments = self._passage.document.segments
        passed = []
        position = segment
        while position < len(segments) and self._voices.is_quotation(position):
            passed.append(position)
            position += 1
        first = self._passage.first_of_segment.get(position)
        doubt = self._doubt_in(first) if passed and first is not None else None
        result = doubt if doubt is not None and doubt.refers_back else None
        for each in passed or [segment]:
            self._doubted_blocks[each] = result
        return result
