"""The voices of a document in reading order, and how far each report goes on."""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.passage import Passage
from pipeline.language.attribution import HEDGE, TRAIL, UNATTRIBUTED, Attribution, find_attributions
from pipeline.language.speakers import BACK, COMMON, PERSON, SURNAME, Speaker, SpeakerWords, person_id, slug

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FULL_NAME = re.compile(r"\b[A-Z][a-z'’]+\.?(?:[ -](?:[a-z]{2}-)?[A-Z][\w'’]*[a-z]){1,4}")
_SHOUTED_NAME = re.compile(r"\b[A-Z][A-Z'’]+(?=((?:\s[A-Z][A-Z'’]+){0,3}))")
_AFTER_QUOTE = re.compile(r"[\"”»][\s,]*(?:\w+\s+){0,3}\Z")
_MEMORY = 15


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


class Voices:
    """Reads a document's attributions in order, up to the sentence that is asked for."""

    def __init__(self, passage: Passage, words: SpeakerWords) -> None:
        self._passage = passage
        self._text = passage.text
        self._words = words
        self._read: list[list[Voice]] = []
        self._tails: list[Voice | None] = []
        self._carried: list[Voice | None] = []
        self._history: list[Voice] = []
        self._persons: dict[str, str] = {}
        self._blocks: dict[int, Voice | None] = {}
        roles = words.words
        self._cues = (
            frozenset(roles["speech_verb"]) | frozenset(roles["hedge"]) | {"according", "accord"}
        )

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
            named = [voice for voice in self.at(index) if not voice.hedged]
            if named:
                return named[-1]
            index -= 1
        return None

    def _read_to(self, index: int) -> None:
        while len(self._read) <= index:
            position = len(self._read)
            voices = self._voices_of(position)
            carried = self._carry(position, voices)
            self._read.append(voices)
            self._carried.append(carried)
            self._tails.append(self._tail(voices, carried))

    def _voices_of(self, index: int) -> list[Voice]:
        sentence = self._passage.sentences[index]
        words = self._passage.words(sentence)
        if self._cues.isdisjoint(_WORDS.findall(words.lower())):
            return []
        shouting = words.isupper()
        voices = []
        for attribution in find_attributions(
            self._text, sentence.start, sentence.end, self._words, shouting
        ):
            voice = self._resolve(index, attribution)
            if voice is None:
                continue
            voices.append(voice)
            if not voice.hedged and voice.claimant != UNATTRIBUTED:
                self._history.append(voice)
        return voices

    def _resolve(self, index: int, attribution: Attribution) -> Voice | None:
        speaker, via = attribution.speaker, attribution.via
        claimant = UNATTRIBUTED
        name_start, name_end = attribution.name_start, attribution.name_end
        if speaker is not None:
            claimant = speaker.claimant
            name = self._text[name_start:name_end]
            if speaker.form == BACK:
                earlier = self._earlier(index, speaker, name)
                if earlier is None and "body" in speaker.refers and not speaker.claimant:
                    return None
                claimant = earlier.claimant if earlier else speaker.claimant or UNATTRIBUTED
                if earlier:
                    name_start, name_end = earlier.name_start, earlier.name_end
            elif speaker.form == SURNAME:
                claimant = self._by_surname(name, claimant)
            elif speaker.form == COMMON and name[:4].lower() == "the ":
                claimant = self._same_noun(index, name) or claimant
            elif speaker.form == PERSON:
                parts = {self._persons.get(slug(word)) for word in name.split()}
                if len(parts) == 1 and None not in parts:
                    claimant = parts.pop() or claimant
                for word in name.split()[1:]:
                    self._persons.setdefault(slug(word), claimant)
        elif attribution.rule == "claimant.hedge":
            name_start, name_end = attribution.start, attribution.end
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

    def _by_surname(self, name: str, fallback: str) -> str:
        """Return the id of a person named in full elsewhere in the text, or of the bare name."""
        last = slug(name.split()[-1]) if name.split() else ""
        if last in self._persons:
            return self._persons[last]
        return self._full_names.get(last) or fallback or slug(name)

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """Map each last name to the id of the person who is named in full somewhere."""
        titles = self._words.words["title"]
        skip = self._words.words["not_a_name"]
        names: dict[str, str] = {}
        for match in _FULL_NAME.finditer(self._text):
            words = match.group().split()
            while words and (slug(words[0]) in titles or slug(words[0]) in skip):
                del words[0]
            if len(words) > 1:
                names.setdefault(slug(words[-1]), person_id(" ".join(words), self._words))
        previous = ""
        for match in _SHOUTED_NAME.finditer(self._text):
            words = [match.group(), *match.group(1).split()]
            if previous in titles and len(words) > 1 and words[0].lower() not in titles:
                for k in range(1, len(words)):
                    full = " ".join(words[: k + 1])
                    names.setdefault(slug(words[k]), person_id(full, self._words))
            previous = words[0].lower()
        return names

    def _earlier(self, index: int, speaker: Speaker, name: str) -> Voice | None:
        """Return the last voice for which the stand-in may stand."""
        noun = name.lower().split()[-1]
        second: Voice | None = None
        for voice in self._history[: -_MEMORY - 1 : -1]:
            if index - voice.sentence > _MEMORY:
                break
            if noun in self._text[voice.name_start : voice.name_end].lower().split():
                return voice
            kind = self._words.kinds.get(voice.claimant, "person")
            if _fits(kind, speaker.refers):
                return voice
            second = second or voice
        return second if "report" in speaker.refers else None

    def _same_noun(self, index: int, name: str) -> str:
        """Return the last speaker who was called by the same noun ("Cardinal X", "the cardinal")."""
        noun = name.lower().split()[-1]
        for voice in self._history[: -_MEMORY - 1 : -1]:
            if index - voice.sentence > _MEMORY:
                break
            if noun in self._text[voice.name_start : voice.name_end].lower().split():
                return voice.claimant
        return ""

    def _carry(self, index: int, voices: list[Voice]) -> Voice | None:
        sentences = self._passage.sentences
        if not index or sentences[index].segment != sentences[index - 1].segment:
            return None
        tail = self._tails[index - 1]
        if tail is None or self._breaks(index):
            return None
        return tail if self._goes_on(index) else None

    def _tail(self, voices: list[Voice], carried: Voice | None) -> Voice | None:
        named = [voice for voice in voices if not voice.hedged]
        if not named:
            return carried
        last = named[-1]
        if last.claimant == UNATTRIBUTED or last.of_quotation:
            return None
        return last

    def _breaks(self, index: int) -> bool:
        """Tell whether the sentence opens another day, place or matter."""
        words = self._passage.words(self._passage.sentences[index])[:60].lower()
        if words.startswith(tuple(self._words.words["breaker"])):
            return True
        opening = _OPENING_WORDS.findall(words)[:3]
        if len(opening) < 2 or opening[0] not in self._words.words["date_opener"]:
            return False
        return any(w[0].isdigit() or w in self._words.words["month"] for w in opening[1:])

    def refers_back(self, index: int) -> bool:
        """Tell whether the sentence points back to what was just told."""
        words = _WORDS.findall(self._passage.words(self._passage.sentences[index]).lower())
        roles = self._words.words
        if not roles["back_reference"].keys().isdisjoint(words[:7]):
            return True
        for k, word in enumerate(words):
            if word in roles["incident_noun"] and any(
                w in ("the", "this", "these", "that", "those") for w in words[max(0, k - 2) : k]
            ):
                return True
        return False

    def _goes_on(self, index: int) -> bool:
        if self.refers_back(index):
            return True
        words = self._passage.words(self._passage.sentences[index])
        if not words.isupper() and not _NAME_INSIDE.search(words):
            # Without a name or a date, the sentence can hardly open another matter.
            return True
        here, before = self._content(index), self._content(index - 1)
        return len(here & before) >= 2

    def _content(self, index: int) -> set[str]:
        words = _WORDS.findall(self._passage.words(self._passage.sentences[index]).lower())
        skip = self._words.words["not_a_name"]
        return {word for word in words if len(word) > 3 and word not in skip}

    def speaks_of_toll(self, index: int) -> bool:
        """Tell whether the sentence opens with "the toll", "this figure", "the number"."""
        words = _WORDS.findall(self._passage.words(self._passage.sentences[index]).lower())[:4]
        nouns = self._words.words["toll_noun"]
        return (
            bool(words) and words[0] in ("the", "this", "that") and any(w in nouns for w in words)
        )

    def is_quotation(self, segment: int) -> bool:
        """Tell whether the block opens with a quotation mark."""
        block = self._passage.document.segments[segment]
        return block.kind == "paragraph" and self._text[block.start : block.end].lstrip()[:1] in (
            *'"“„«',
        )

    def led_by_colon(self, segment: int) -> bool:
        """Tell whether the block before ends in a colon that leads to this one."""
        before = self._block_before(segment)
        if before is None:
            return False
        block = self._passage.document.segments[before]
        return block.kind == "paragraph" and self._text[block.start : block.end].rstrip().endswith(
            ":"
        )

    def _block_before(self, segment: int) -> int | None:
        segments = self._passage.document.segments
        before = segment - 1
        if before < 0 or segments[before].kind in ("furniture", "heading", "title", "infobox"):
            return None
        return before

    def of_block(self, segment: int) -> Voice | None:
        """Return who speaks a block that an earlier block introduces, or None."""
        pending = []
        position = segment
        while position not in self._blocks:
            pending.append(position)
            before = self._block_before(position)
            if before is None or not (self.led_by_colon(position) or self._runs_on(position)):
                break
            position = before
        for each in reversed(pending):
            self._blocks[each] = self._introduced(each)
        return self._blocks[segment]

    def _runs_on(self, segment: int) -> bool:
        segments = self._passage.document.segments
        before = self._block_before(segment)
        if before is None:
            return False
        if self.is_quotation(segment):
            return True
        return segments[segment].kind == "list_item" and segments[before].kind == "list_item"

    def _introduced(self, segment: int) -> Voice | None:
        before = self._block_before(segment)
        if before is None or not (self.led_by_colon(segment) or self._runs_on(segment)):
            return None
        if self.is_quotation(before) or self._passage.document.segments[before].kind == "list_item":
            inherited = self._blocks.get(before)
            if inherited is not None:
                return inherited
        last = self._last_sentence(before)
        return self.last_in_segment(last, before) if last is not None else None

    def _last_sentence(self, segment: int) -> int | None:
        first = self._passage.first_of_segment.get(segment)
        if first is None:
            return None
        sentences = self._passage.sentences
        last = first
        while last + 1 < len(sentences) and sentences[last + 1].segment == segment:
            last += 1
        return last


_OPENING_WORDS = re.compile(r"\w+")
_NAME_INSIDE = re.compile(r"(?<=[\w,;)] )[A-Z]")


def _fits(kind: str, refers: frozenset[str]) -> bool:
    """Tell whether a speaker of `kind` may be meant by a stand-in that refers to `refers`."""
    if "he" in refers:
        return kind not in ("media", "state_media")
    if "report" in refers or "group" in refers:
        return kind != "person"
    if "body" in refers:
        return kind not in ("person", "unnamed_group")
    return kind in refers
