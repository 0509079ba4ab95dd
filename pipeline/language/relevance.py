"""Whether a text is about violent conflict at all.

"The late goal killed the game" and "nine guests are murdered in ten silly ways" have the grammar of
a claim; only the rest of the text tells that nobody died.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

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
        sample = text[:_ENOUGH]
        against = _distinct(self.elsewhere, sample)
        against += _PLAIN_WEIGHT * _distinct(self.plainly, sample)
        return against < _FEW or _distinct(self.conflict, sample) > against


def build_relevance(
    conflict: Iterable[str], elsewhere: Iterable[str], plainly: Iterable[str]
) -> Relevance:
    """Compile the word lists; a word that ends in * must match whole."""
    return Relevance(_pattern(conflict), _pattern(elsewhere), _pattern(plainly))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    parts = [
        re.escape(word[:-1]) + r"\b" if word.endswith("*") else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile(r"\b(?:" + "|".join(parts) + ")", re.IGNORECASE)


def _distinct(pattern: re.Pattern[str], text: str) -> int:
    return len({found.group().lower() for found in pattern.finditer(text)})
