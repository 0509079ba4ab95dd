"""Who "three Kenyans" and "the ZRA" are where the text says elsewhere what those so named are."""

import re
from collections import defaultdict
from functools import cached_property

from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.language.findings import FORCES
from pipeline.language.vocabulary import Vocabulary

_ADJECTIVE = re.compile(r"\b(?P<people>[A-Z][A-Za-z'-]+)\s+(?P<noun>[a-z]+)\b")
# "the Tarun Liberation Front (TLF)"
_SHORT_NAME = re.compile(
    r"(?P<name>(?:[A-Z][\w'’-]+\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?|and\s+)?){1,6})"
    r"\((?P<short>[A-Z][A-Za-z-]{1,7})\)"
)


class Peoples:
    """Gives the name of a people its subject: "200 Kenyan riflemen", then "three Kenyans"."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary) -> None:
        self._passage = passage
        self._vocabulary = vocabulary

    def subject(self, reading: Reading, index: int) -> str:
        """Return the one kind of people that the text names by the same adjective, or ""."""
        name = reading.tokens[reading.chunks[index].last - 1].text
        if reading.noun(index).kind != "unknown" or not name[0].isupper():
            return ""
        if name.isupper() and len(name) > 1:
            return self.side(name)
        kinds = self._kinds.get(name[:-1], set()) if name[-1] == "s" else set()
        return next(iter(kinds)) if len(kinds) == 1 else ""

    def side(self, name: str) -> str:
        """Return what those of a side are in a fight: "ZRA", of which there are "ZRA gunmen"."""
        stem = name[:-1] if name[-1] == "s" and not name.isupper() else name
        kinds = (self._kinds.get(name, set()) | self._kinds.get(stem, set())) & FORCES
        if len(kinds) == 1:
            return next(iter(kinds))
        if name in self._movements and not kinds:
            return "rebels"
        state = name.lower() in self._vocabulary.nations and "rebels" not in kinds
        return "soldiers" if state else ""

    @cached_property
    def _movements(self) -> set[str]:
        """The short names that the text gives of movements that fight a state."""
        found = set()
        for match in _SHORT_NAME.finditer(self._passage.text):
            words = [word.strip("'’").lower() for word in match["name"].split()]
            marked = not self._vocabulary.movement_marks.isdisjoint(words)
            if marked and not self._vocabulary.movement_kinds.isdisjoint(words):
                found.add(match["short"])
        return found

    @cached_property
    def _kinds(self) -> dict[str, set[str]]:
        """Map each adjective of a people to the subjects of the nouns behind it."""
        kinds: dict[str, set[str]] = defaultdict(set)
        for match in _ADJECTIVE.finditer(self._passage.text):
            head = self._vocabulary.heads.get(match["noun"])
            human = head is not None and head.kind in {"strong", "weak"}
            if head is not None and human and head.subject != "people":
                kinds[match["people"]].add(head.subject)
        return kinds
