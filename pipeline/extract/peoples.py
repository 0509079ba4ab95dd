"""Who "three Kenyans" are where the text says elsewhere what those of their people are."""

import re
from collections import defaultdict
from functools import cached_property

from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.language.vocabulary import Vocabulary

_ADJECTIVE = re.compile(r"\b(?P<people>[A-Z][a-z]+)\s+(?P<noun>[a-z]+)\b")


class Peoples:
    """Gives the name of a people its subject: "200 Kenyan riflemen", then "three Kenyans"."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary) -> None:
        self._passage = passage
        self._vocabulary = vocabulary

    def subject(self, reading: Reading, index: int) -> str:
        """Return the one kind of people that the text names by the same adjective, or ""."""
        name = reading.tokens[reading.chunks[index].last - 1].text
        if reading.noun(index).kind != "unknown" or not name[0].isupper() or name[-1] != "s":
            return ""
        kinds = self._kinds.get(name[:-1], set())
        return next(iter(kinds)) if len(kinds) == 1 else ""

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
