"""Words and set phrases without one of which a sentence is not worth reading."""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.language.verb_index import Family
from pipeline.language.word_patterns import any_of


@dataclass(frozen=True)
class Signs:
    """What is looked for in lower-cased text.

    Attributes:
        words: words, stems and phrases, as for `any_of`.
        families: set phrases alike.
    """

    words: frozenset[str]
    families: tuple[Family, ...] = ()

    def __or__(self, other: "Signs") -> "Signs":
        return Signs(self.words | other.words, (*self.families, *other.families))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern that finds one of them."""
        parts = [any_of(self.words).pattern, *(family.pattern for family in self.families)]
        return re.compile("|".join(parts))

    @property
    def beginnings(self) -> set[str]:
        """Words with one of which each of them begins."""
        verbs = (verb for family in self.families for verb in family.verbs)
        return {*self.words, *(verb.split()[0] for verb in verbs)}
