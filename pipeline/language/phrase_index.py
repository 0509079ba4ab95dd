"""Phrases of one or more words, looked up where they begin."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from pipeline.language.tokens import Token

T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Phrases of one or more words, found at a position among tokens, longest first."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[tuple[str, ...], T]] = {}
        self._single: dict[str, T] = {}
        # The first words of phrases of several; first two words → how many more follow, most
        # first → those words.
        self._leading: set[str] = set()
        self._longer: dict[tuple[str, str], dict[int, dict[tuple[str, ...], T]]] = {}

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; one that is already there is replaced."""
        words = tuple(phrase.split())
        entries = self._entries.setdefault(words[0], {})
        entries.pop(words, None)
        entries[words] = value
        if len(words) == 1:
            self._single[words[0]] = value
            return
        self._leading.add(words[0])
        rests = self._longer.setdefault((words[0], words[1]), {})
        if len(words) - 2 not in rests:
            rests[len(words) - 2] = {}
            rests = dict(sorted(rests.items(), reverse=True))
            self._longer[words[0], words[1]] = rests
        rests[len(words) - 2][words[2:]] = value

    def get(self, phrase: str) -> T | None:
        """Return the value of exactly this phrase."""
        if " " not in phrase:
            return self._single.get(phrase)
        words = tuple(phrase.split())
        return self._entries.get(words[0], {}).get(words)

    def at(self, tokens: Sequence[Token], position: int) -> tuple[int, T] | None:
        """Return the end and the value of the longest phrase that begins at `position`."""
        first = tokens[position].lower
        if first in self._leading and position + 1 < len(tokens):
            longer = self._longer.get((first, tokens[position + 1].lower))
            for more, rests in longer.items() if longer is not None else ():
                end = position + 2 + more
                rest = tuple([token.lower for token in tokens[position + 2 : end]]) if more else ()
                if rest in rests:
                    return end, rests[rest]
        single = self._single.get(first)
        return (position + 1, single) if single is not None else None

    def items(self) -> Iterator[tuple[str, T]]:
        """Yield all phrases with their values; of those that begin alike the longest first."""
        for entries in self._entries.values():
            for words in sorted(entries, key=len, reverse=True):
                yield " ".join(words), entries[words]

    def words(self) -> Iterable[str]:
        """Return the first words of all phrases."""
        return self._entries.keys()
