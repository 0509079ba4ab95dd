"""What the sentences of a text can hold at all, as one pass over its words tells."""

import re
from bisect import bisect_left
from functools import lru_cache

from pipeline.language.beginnings import Beginnings
from pipeline.language.count_words import COUNTERS, NUMBER_WORDS
from pipeline.language.given_figures import may_give_figure
from pipeline.language.strengths import may_put_force, may_tell_force
from pipeline.language.troops import MEN_OR_BODIES
from pipeline.language.vocabulary import Vocabulary
from pipeline.language.word_patterns import any_of

# "They were a teacher and her two sons."
_IDENTIFYING = ("they were ", "they are ", "these were ", "these are ")
_DIGITS = re.compile(r"\d+")
_COUNTER = any_of(f"{word}*" for word in COUNTERS)
_MEN = any_of(f"{word}*" for word in MEN_OR_BODIES)


@lru_cache(maxsize=8)
def _beginnings(vocabulary: Vocabulary) -> Beginnings:
    return Beginnings(
        {
            "trigger": vocabulary.triggers.beginnings,
            "thing_verb": vocabulary.thing_verbs.beginnings,
            "counting_verb": vocabulary.counting_verbs.beginnings,
            "occurrence": vocabulary.occurrence_stems.beginnings,
            "number": NUMBER_WORDS,
        }
    )


class Glance:
    """Answers for stretches of one text; what it denies, reading would not find.

    Args:
        lower: the text in lower case.
        vocabulary: the word lists.
    """

    def __init__(self, lower: str, vocabulary: Vocabulary) -> None:
        self._lower = lower
        self._vocabulary = vocabulary
        places = _beginnings(vocabulary).find(lower)
        self._triggers, self._thing_verbs = places["trigger"], places["thing_verb"]
        self._counting_verbs = places["counting_verb"]
        self._occurrences = places["occurrence"]
        digits = [match.start() for match in _DIGITS.finditer(lower)]
        self._numbers = sorted(digits + places["number"])

    def may_hold_claim(self, start: int, end: int) -> bool:
        """Tell whether the grammar can find anything between two offsets.

        A force that is there ("a column of 650 men") needs no word for what was done.
        """
        words = self._vocabulary
        if self._lower.startswith(_IDENTIFYING, start):
            return True
        if self._stands(self._triggers, words.triggers.pattern, start, end):
            return True
        of_things = self._stands(self._thing_verbs, words.thing_verbs.pattern, start, end) or (
            self._stands(self._counting_verbs, words.counting_verbs.pattern, start, end)
            and self._may_count(start, end)
        )
        if of_things and self._names_things(start, end):
            return True
        numbers = self.numbers(start, end)
        return bool(numbers) and (
            self._names_things(start, end)
            or may_tell_force(self._lower, start, end)
            or may_give_figure(self._lower, start, end, numbers)
            or (may_put_force(self._lower, start, end) and self._names_men(start, end))
        )

    def _may_count(self, start: int, end: int) -> bool:
        """Tell whether anything can be counted between two offsets."""
        return (
            bool(self.numbers(start, end)) or _COUNTER.search(self._lower, start, end) is not None
        )

    def _names_things(self, start: int, end: int) -> bool:
        """Tell whether arms, incidents, a force or prisoners are named between two offsets."""
        return self._vocabulary.thing_pattern.search(self._lower, start, end) is not None

    def _names_men(self, start: int, end: int) -> bool:
        """Tell whether those are named who can be a force: its arms, its bodies, its men."""
        named = _MEN.search(self._lower, start, end) is not None
        return named or self._names_things(start, end)

    def may_tell_incident(self, start: int, end: int) -> bool:
        """Tell whether an incident without a figure can be told between two offsets."""
        pattern = self._vocabulary.occurrence_stems.pattern
        return self._stands(self._occurrences, pattern, start, end)

    def numbers(self, start: int, end: int) -> list[int]:
        """Return the offsets between two others at which a number may begin, in order."""
        first = bisect_left(self._numbers, start)
        return self._numbers[first : bisect_left(self._numbers, end, first)]

    def _stands(self, places: list[int], pattern: re.Pattern[str], start: int, end: int) -> bool:
        """Tell whether the pattern matches at one of the places between two offsets."""
        at = bisect_left(places, start)
        while at < len(places) and places[at] < end:
            if pattern.match(self._lower, places[at], end):
                return True
            at += 1
        return False
