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
_VIOLENT = re.compile(
    r"\b(?:shot|shell|attack|bomb|kill|clash|murder|execut|gun|bullet|wound|injur|raid|siege|fight)"
)
# So many words of conflict in one sentence that a text about a match or a film reports violence.
_TELLING = 2

# Least number of different words of conflict in a text that is taken to be about it.
_SEVERAL = 2
_MANY_MORE = 2


@dataclass(frozen=True)
class Relevance:
    """Patterns over the words of conflict and of other fields (reference/vocabulary)."""

    conflict: re.Pattern[str]
    elsewhere: re.Pattern[str]
    plainly: re.Pattern[str]
    unmistakably: re.Pattern[str]
    natural: re.Pattern[str]

    def about_conflict(self, text: str) -> bool:
        """Tell whether the words of conflict outweigh those of games, films and fields.

        Words that belong to both ("market", "season", "players") outweigh nothing by themselves:
        a claim is dropped only where no word of conflict stands, or a plain one of another field.
        """
        sample = lowered(text[:_ENOUGH])
        plainly = _distinct(self.plainly, sample)
        against = _distinct(self.elsewhere, sample) + _PLAIN_WEIGHT * plainly
        if against < _FEW:
            return True
        conflict = _distinct(self.conflict, sample)
        return conflict > against or (not plainly and conflict > 0)

    def plainly_about_conflict(self, text: str) -> bool:
        """Tell whether words of conflict stand in a text, and many more than of other fields."""
        sample = lowered(text[:_ENOUGH])
        conflict = _distinct(self.conflict, sample)
        against = _distinct(self.elsewhere, sample) + _distinct(self.plainly, sample)
        return conflict >= max(_SEVERAL, _MANY_MORE * against)

    def tells_conflict(self, sentence: str) -> bool:
        """Tell whether a sentence by itself speaks of violence, whatever the rest is about."""
        words = lowered(sentence)
        if self.unmistakably.search(words) is None:
            return False
        return _distinct(self.conflict, words) >= _TELLING

    def tells_natural_death(self, sentence: str) -> bool:
        """Tell whether a sentence speaks of an illness or a flood and of no violence."""
        words = lowered(sentence)
        if self.natural.search(words) is None:
            return False
        return self.unmistakably.search(words) is None and _VIOLENT.search(words) is None


def build_relevance(
    conflict: Iterable[str],
    elsewhere: Iterable[str],
    plainly: Iterable[str],
    unmistakably: Iterable[str],
    natural: Iterable[str],
) -> Relevance:
    """Compile the word lists; a word that ends in * must match whole."""
    words = (conflict, elsewhere, plainly, unmistakably, natural)
    return Relevance(*(any_of(each) for each in words))


def _distinct(pattern: re.Pattern[str], text: str) -> int:
    return len(set(pattern.findall(text)))
