"""Interviews, transcripts and debates: who speaks the blocks that open with a label."""

import re
from collections import Counter
from functools import cached_property

from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.voices import Voice, plain_voice
from pipeline.language.speakers import slug

# "Q:", "Volunteer:", "The MINISTER:", "Mr. DIAZ:", "ANA DIAZ, NURSE:", "(Presenter)", "[NADIA]".
_LABEL = re.compile(
    r"\s*(?:[(\[](?P<inside>[^\W\d_a-z][\w .'’-]{1,30})[)\]]:?|"
    r"(?P<plain>[QA]|(?:(?:The|Mrs?|Ms|Dr)\.?\s)?[^\W\d_a-z][\w'’-]*(?:\s[^\W\d_a-z][\w'’-]*){0,2})"
    r"(?:,\s[A-Z][A-Z ]{1,30}|\s?\([A-Z][A-Z/ ]{0,20}\))?\s?[:.])\s"
)
# An answer without a name, and those who ask or present, whose words are the text's own.
_ANSWERS = frozenset({"a", "answer"})
_ASKS = frozenset(
    "q question interviewer presenter correspondent reporter anchor announcer newsreader host "
    "moderator narrator".split()
)
# What transcripts put in brackets besides the speakers.
_NOTE = re.compile(
    r"\A(?:begin|end|text|passage|excerpts?|applause|laughter|indistinct|sic)\b", re.I
)
_TITLE = re.compile(r"\A(?:The|Mrs?|Ms|Dr)\.?\s", re.IGNORECASE)
_ANSWERER = "interviewee"
# Who is introduced before the questions: "Sergeant Omar, who left in May, spoke to us".
_INTRODUCED = re.compile(
    r"(?:\A|(?<=[.\n]))\s*(?P<name>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){1,3})\b"
    r"(?:,[^.;:\n]{0,120},)?\s(?:spoke|speaks|talked|talks)\s(?:to|with)\b"
)


class Dialogue:
    """The labels of a document that is written as a dialogue."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text

    def speaker(self, sentence: Sentence) -> Voice | None:
        """Return who speaks in the block of a sentence, None where the text itself does."""
        found = self._speakers.get(sentence.segment)
        return plain_voice(sentence.index, *found, "claimant.label") if found else None

    @cached_property
    def _speakers(self) -> dict[int, tuple[str, int, int]]:
        labels: dict[int, tuple[str, int, int]] = {}
        asked: Counter[str] = Counter()
        said: Counter[str] = Counter()
        for position, segment in enumerate(self._passage.document.segments):
            found = _LABEL.match(self._text, segment.start, segment.end)
            if found is None:
                continue
            group = "inside" if found["inside"] else "plain"
            if _NOTE.match(found[group]):
                continue
            name = slug(_TITLE.sub("", found[group]))
            labels[position] = (name, found.start(group), found.end(group))
            said[name] += 1
            asked[name] += "?" in self._text[segment.start : segment.end]
        # A dialogue has few speakers, of whom some speak again, and somebody asks.
        known = sum(name in _ASKS or name in _ANSWERS for name in said)
        again = sum(count > 1 for count in said.values())
        if (
            len(said) < 2
            or not (again and (known or asked))
            or len(said) > max(4, len(labels) // 2)
        ):
            return {}
        asks = {name for name in said if name in _ASKS or 2 * asked[name] > said[name]}
        return self._filled(labels, asks)

    def _filled(
        self, labels: dict[int, tuple[str, int, int]], asks: set[str]
    ) -> dict[int, tuple[str, int, int]]:
        """Give each block the speaker of the label before it."""
        speakers: dict[int, tuple[str, int, int]] = {}
        answerer = self._introduced(min(labels))
        now: tuple[str, int, int] | None = None
        for position in range(len(self._passage.document.segments)):
            if position in labels:
                name, start, end = labels[position]
                now = None
                if name not in asks:
                    named = (name, start, end)
                    now = answerer or (_ANSWERER, start, end) if name in _ANSWERS else named
            if now is not None:
                speakers[position] = now
        return speakers

    def _introduced(self, first: int) -> tuple[str, int, int] | None:
        """Return who is introduced before the first label as the one who spoke, if anybody."""
        opens = self._passage.document.segments[first].start
        found = _INTRODUCED.search(self._text, 0, opens)
        return (slug(found["name"]), *found.span("name")) if found else None
