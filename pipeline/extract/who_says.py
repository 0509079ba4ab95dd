"""Who says so: the claimant of a claim, the outlet that carried it, and whether it was checked."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.extract.claim import Because
from pipeline.extract.dialogue import Dialogue
from pipeline.extract.issuers import issuer
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.sentence_voices import SentenceVoices
from pipeline.extract.speech_blocks import SpeechBlocks
from pipeline.extract.voices import Voice, Voices, plain_voice
from pipeline.language.denials import Denial, find_denials
from pipeline.language.quotations import Doubt, find_doubt
from pipeline.language.speakers import SpeakerWords
from pipeline.reference.claimants import Claimants

_WORD = re.compile(r"[^\W\d_]+")
_TAIL = 40
# A body speaks of itself: "We call on", "Two of our staff".
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
# A court goes on in its own voice: "It is further established that ...".
_FOUND = re.compile(r"It is (?:further |also )?(?:established|found|proved|proven)\b")
_CHECKED = re.compile(r"verif|confirm|corrobor")
# What parts a quotation from a speaker: another sentence or other words.
_FAR = re.compile(r"[.!?;\w]{2,}|[.;]")


_NOBODY = SentenceVoices([])


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
        self._blocks = SpeechBlocks(passage)
        self._dialogue = Dialogue(passage)
        self._heard: dict[int, SentenceVoices] = {}
        self._quoted: dict[int, Voice | None] = {}
        self._denials: dict[int, list[Denial]] = {}
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
        lower, known = self._text.lower(), self._claimants.words["country_words"].items()
        near = [(word.lower(), country) for word, country in known if word.lower() in lower]
        present = set(_WORD.findall(lower)) if near else set()
        countries = frozenset(country for word, country in near if word in present)
        return Voices(self._passage, _speaker_words(self._claimants, countries))

    def _voice(self, sentence: Sentence, start: int, end: int) -> Voice | None:
        """Return the voice that covers a span: quotation, own sentence, block, report going on."""
        quotation = self._quotation_at(sentence, start)
        if quotation is not None:
            speaker = self._speaker_of(quotation, sentence)
            if speaker is not None:
                return speaker
        heard = self._heard_in(sentence.index)
        own = heard.named.around(start)
        if own is not None:
            return own
        if self._blocks.follows_colon(sentence.segment) or self._is_item(sentence):
            block = self._block_voice(sentence.segment)
            if block is not None:
                return block
        carried = self._dialogue.speaker(sentence) or self._voices.carried_into(sentence.index)
        released = self._voices.of_release or self._issuer
        if released is not None and sentence.index >= released.sentence:
            own_voice = self._is_issuer(sentence) or self._is_we(sentence)
            carried = released if carried is None or own_voice else carried
        hedge = heard.hedges.around(start)
        if hedge is None or (carried and self._voices.refers_back(sentence.index)):
            return carried
        return hedge

    @cached_property
    def _issuer(self) -> Voice | None:
        """Return the body that issues the whole text, by its title or as a court."""
        found = issuer(self._passage, self._voices.words)
        return None if found is None else plain_voice(0, *found, "claimant.issuer")

    def _is_issuer(self, sentence: Sentence) -> bool:
        """Tell whether the sentence opens with the body that issues the text: "The Chamber"."""
        found = self._issuer
        name = self._text[found.name_start : found.name_end] if found else ""
        opening = self._text[sentence.start : min(sentence.end, sentence.start + 60)]
        if not name:
            return False
        return opening.lower().startswith(f"the {name.lower()} ") or bool(_FOUND.match(opening))

    def _is_we(self, sentence: Sentence) -> bool:
        """Tell whether the body that issues the text speaks of itself, outside quotations."""
        found = _WE.search(self._text, sentence.start, sentence.end)
        return found is not None and self._quotation_at(sentence, found.start()) is None

    def _is_item(self, sentence: Sentence) -> bool:
        return self._passage.segment_of(sentence).kind == "list_item"

    def _quotation_at(self, sentence: Sentence, start: int) -> tuple[int, int] | None:
        """Return the quotation of more than a few words in which `start` stands."""
        quotes = self._blocks.quotes(sentence.segment)
        position = bisect_right(quotes, (start, len(self._text) + 1)) - 1
        if position < 0 or start >= quotes[position][1]:
            return None
        return quotes[position]

    def _speaker_of(self, quote: tuple[int, int], sentence: Sentence) -> Voice | None:
        """Return who speaks a quotation: named after it, before it, or in the block before."""
        if quote[0] not in self._quoted:
            self._quoted[quote[0]] = self._find_speaker(quote, sentence)
        return self._quoted[quote[0]]

    def _find_speaker(self, quote: tuple[int, int], sentence: Sentence) -> Voice | None:
        opened, closed = quote
        last = self._sentence_at(closed - 1, sentence)
        for index in (last, last + 1):
            for voice in self._heard_within(index, sentence.segment).beginning(closed, _TAIL):
                # Behind a closed sentence, the speaker of the next one is mostly somebody else.
                if index > last and self._passage.sentences[index].end - voice.end > _TAIL:
                    continue
                if not _FAR.search(self._text, closed, voice.start):
                    return voice
        first = self._sentence_at(opened, sentence)
        before = self._heard_within(first, sentence.segment).before.around(opened)
        if before is not None:
            return before
        block = self._passage.document.segments[sentence.segment]
        if not self._text[block.start : min(opened, block.start + 9)].strip():
            return self._block_voice(sentence.segment)
        return self._voices.last_in_segment(first, sentence.segment)

    def _block_voice(self, segment: int) -> Voice | None:
        """Return the speaker who is named in the block that introduces this block of speech."""
        introducer = self._blocks.introducer(segment)
        if introducer is None:
            return None
        last = self._last_sentence.get(introducer)
        return None if last is None else self._voices.last_in_segment(last, introducer)

    @cached_property
    def _last_sentence(self) -> dict[int, int]:
        return {sentence.segment: sentence.index for sentence in self._passage.sentences}

    def _heard_in(self, index: int) -> SentenceVoices:
        """Return the voices of a sentence, sorted for look-up."""
        heard = self._heard.get(index)
        if heard is None:
            heard = self._heard[index] = SentenceVoices(self._voices.at(index))
        return heard

    def _heard_within(self, index: int, segment: int) -> SentenceVoices:
        """Return the voices of a sentence, none where it stands in another block."""
        sentences = self._passage.sentences
        if not 0 <= index < len(sentences) or sentences[index].segment != segment:
            return _NOBODY
        return self._heard_in(index)

    def _voices_at(self, index: int, segment: int) -> list[Voice]:
        sentences = self._passage.sentences
        if not 0 <= index < len(sentences) or sentences[index].segment != segment:
            return []
        return self._voices.at(index)

    def _sentence_at(self, offset: int, near: Sentence) -> int:
        """Return the index of the sentence of the same block in which `offset` stands."""
        sentences = self._passage.sentences
        first = self._passage.first_of_segment[near.segment]
        last = self._last_sentence[near.segment]
        position = bisect_right(sentences, offset, first, last + 1, key=lambda each: each.start)
        return max(first, position - 1)

    def _verification(
        self, sentence: Sentence, start: int, voice: Voice | None
    ) -> tuple[str, Because | None]:
        if voice is not None and voice.verdict == "denied" and start > voice.start:
            return "denied", Because(voice.start, voice.end, "verification.denied")
        if sentence.index not in self._denials:
            found = find_denials(self._text, sentence.start, sentence.end)
            self._denials[sentence.index] = found
        for denial in self._denials[sentence.index]:
            if denial.cover_start <= start < denial.cover_end:
                return "denied", Because(denial.start, denial.end, "verification.denied")
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
        # "Unconfirmed reports said ..." stands before, "..., which could not be verified" after.
        if own is not None and (start < own.start or own.end - own.start < 16):
            others = (
                voice
                for voice in self._voices.at(sentence.index)
                if not voice.hedged and start < voice.cover_start and voice.start < own.start
            )
            if next(others, None) is None:
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
            checked = _CHECKED.search(self._passage.lower, sentence.start, sentence.end)
            found = find_doubt(self._text, sentence.start, sentence.end) if checked else None
            self._doubts[index] = found
        return self._doubts[index]

    def _doubt_after_block(self, segment: int) -> Doubt | None:
        """Return the doubt that follows a quotation over one or several paragraphs."""
        if segment in self._doubted_blocks:
            return self._doubted_blocks[segment]
        segments = self._passage.document.segments
        passed = []
        position = segment
        while position < len(segments) and self._blocks.is_quotation(position):
            passed.append(position)
            position += 1
        first = self._passage.first_of_segment.get(position)
        doubt = self._doubt_in(first) if passed and first is not None else None
        result = doubt if doubt is not None and doubt.refers_back else None
        for each in passed or [segment]:
            self._doubted_blocks[each] = result
        return result
