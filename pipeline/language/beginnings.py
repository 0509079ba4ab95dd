"""Places of a text at which one of many words may begin, found in one pass (Aho-Corasick)."""

import re
from collections.abc import Iterable, Mapping

import ahocorasick

_FIRST = re.compile(r"[^\s'’*]+")


class Beginnings:
    """Finds where words of several lists may begin; whether they stand there, a pattern tells.

    Args:
        lists: words and phrases in lower case, by the name of their list, as for
            `word_patterns.any_of`.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._names = tuple(lists)
        keys: dict[str, set[str]] = {}
        for name, words in lists.items():
            for word in words:
                for key in _keys(word):
                    keys.setdefault(key, set()).add(name)
        self._automaton = ahocorasick.Automaton()
        for key, names in keys.items():
            self._automaton.add_word(key, (len(key) - 1, tuple(sorted(names))))
        self._automaton.make_automaton()

    def find(self, lower: str) -> dict[str, list[int]]:
        """Return the offsets into lower-cased text, in order, by the name of the list."""
        found: dict[str, list[int]] = {name: [] for name in self._names}
        for last, (before, names) in self._automaton.iter(lower):
            start = last - before
            if start and lower[start - 1].isalpha():
                continue
            for name in names:
                found[name].append(start)
        for places in found.values():
            places.sort()
        return found


def _keys(word: str) -> tuple[str, ...]:
    """Return what a word begins with, as far as texts write it in one way."""
    first = _FIRST.match(word)
    return (first[0],) if first is not None else ("'", "’")
