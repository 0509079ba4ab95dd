"""Whether a text is about violent conflict at all.

"The late goal killed the game" and "nine guests are murdered in ten silly ways" have the grammar of
a claim; only the rest of the text tells that nobody died.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.language.word_patterns import any_of, lowered

# What one plain word of another field weighs, and how much of a text is looked at.
_PLAIN_WEIGHT = 3
_ENOUGH = 20_000
# So few words of other fields that they tell nothing.
_FEW = 2


@dataclass(frozen=True)
class Relevance:
    """Patterns over the words of conflict and of other fields (reference/vocabulary)."""

    conflict: re.Pattern[str]
    elsewhere: re.Pattern[str]
    plainly: re.Pattern[str]

    def about_conflict(self, text: str) -> bool:
        """Tell whether the words of conflict outweigh those of games, films and fields."""
        sample = lowered(text[:_ENOUGH])
        against = _distinct(self.elsewhere, sample)
        against += _PLAIN_WEIGHT * _distinct(self.plainly, sample)
        return against < _FEW or _distinct(self.conflict, sample) > against


def build_relevance(
    conflict: Iterable[str], elsewhere: Iterable[str], plainly: Iterable[str]
) -> Relevance:
    """Compile the word lists; a word that ends in * must match whole."""
    return Relevance(any_of(conflict), any_of(elsewhere), any_of(plainly))


def _distinct(pattern: re.Pattern[str], text: str) -> int:
    return len(set(pattern.findall(text)))
