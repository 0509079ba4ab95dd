"""How far a report goes on: which sentences still belong to whoever spoke before them."""

import re

from pipeline.extract.passage import Passage
from pipeline.language.speakers import SpeakerWords

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OPENING_WORDS = re.compile(r"\w+")
_NAME_INSIDE = re.compile(r"(?<=[\w,;)] )[A-Z]")
# An entry of a list tells its own news.
_BULLETS = ("•", "- ", "– ", "* ", "▪", "·")
# So does an entry with a number, a letter or an hour: "3/", "(b)", "UPD 18:30:".
_ENTRY = re.compile(r"\W*(?:\d{1,2}[/)]|[a-h]\)|(?:UPD|UPDATE|LATER)\b|\d{1,2}[:.]\d\d\b)")
# "No casualties were reported" is told by the text itself.
_NONE_REPORTED = re.compile(r"\W*(?:there were )?no\b[^.]{0,40}\b(?:was|were) reported\b", re.I)
# The text looks back: "It was the third attack since ...", "The war has killed thousands".
_BACKGROUND = re.compile(
    r"\W*(?:it|this|that|the (?:\w+ )?\w+) (?:was|is|were|marks|marked) (?:only |also )?"
    r"(?:the|one of the) (?:\w+ ){0,2}(?:latest|first|second|third|fourth|fifth|sixth|deadliest|"
    r"worst|bloodiest|biggest|largest|most recent)\b|"
    r"[^.;:]{0,60}\b(?:war|conflict|insurgency|uprising|rebellion|revolt|crisis|violence|unrest|"
    r"civil strife)\b[^.;:]{0,80}\b(?:has|have|had) (?:\w+ )?(?:killed|claimed|cost|left|taken)\b|"
    # "The road had already been attacked on 27 February 2019"
    r"[^.;:]{0,60}\bhad (?:also|already|previously|earlier|once) [^.;:]{0,60}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# A list of names tells its own count: "The board at the chapel bears 40 names".
_ROLL = re.compile(
    r"\W*(?:the|a|an) (?:\w+ ){0,2}(?:list|roll|register|plaque|wall|memorial|board)\b[^.;]{0,60}?"
    r"\b(?:has|bears|carries|names|holds|contains)\b",
    re.IGNORECASE,
)
# The mark of a note ends what its source tells: "... were killed.[3]".
_NOTE = re.compile(r"\[\d{1,4}\]\W*\Z")
_OWN_WORDS = ("i ", "i'", "i’", "we ", "our ", "my ")


class ReportReach:
    """Tells for each sentence of a passage whether a report may go on in it."""

    def __init__(self, passage: Passage, words: SpeakerWords) -> None:
        self._passage = passage
        self._words = words

    def breaks(self, index: int) -> bool:
        """Tell whether the sentence opens another day, place or matter."""
        told = self._passage.words(self._passage.sentences[index])
        words = told[:60].lower()
        before = self._passage.words(self._passage.sentences[index - 1]) if index else ""
        if before.endswith(_BULLETS) or _NOTE.search(before[-12:]):
            return True
        if words.startswith((*_OWN_WORDS, *self._words.words["breaker"], *_BULLETS)):
            return True
        if any(each.match(told) for each in (_NONE_REPORTED, _BACKGROUND, _ENTRY, _ROLL)):
            return True
        opening = _OPENING_WORDS.findall(words)[:3]
        if len(opening) < 2 or opening[0] not in self._words.words["date_opener"]:
            return False
        if opening[1] in ("least", "most"):
            return False  # "At least 12 others were hurt"
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

    def goes_on(self, index: int) -> bool:
        """Tell whether the sentence plainly goes on with what the one before it told."""
        if self.refers_back(index):
            return True
        words = self._passage.words(self._passage.sentences[index])
        if not words.isupper() and not _NAME_INSIDE.search(words):
            # Without a name or a date, the sentence can hardly open another matter.
            return True
        here, before = self._content(index), self._content(index - 1)
        return len(here & before) >= 2

    def is_quotation(self, index: int) -> bool:
        """Tell whether the sentence is nothing but a quotation that ends with it."""
        words = self._passage.words(self._passage.sentences[index])
        return words[:1] in ('"', "“", "«") and words[-1:] in ('"', "”", "»")

    def _content(self, index: int) -> set[str]:
        words = _WORDS.findall(self._passage.words(self._passage.sentences[index]).lower())
        skip = self._words.words["not_a_name"]
        return {word for word in words if len(word) > 3 and word not in skip}
