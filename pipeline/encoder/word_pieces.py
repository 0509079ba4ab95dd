"""Words as the pieces that an encoder knows: "rebelled" is `rebel` and `##led`.

The way of parting is WordPiece's (Schuster and Nakajima 2012, as BERT uses it): the longest piece
known, again and again from the left.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from unicodedata import category, normalize

_WITHIN = "##"
_UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"


class WordPieces:
    """The pieces of an encoder.

    Attributes:
        known: piece → its number; those that begin with `##` stand within words.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers.

        Raises:
            ValueError: one of the pieces that each encoder needs is missing.
        """
        self.known: Mapping[str, int] = {piece: number for number, piece in enumerate(pieces)}
        missing = {_UNKNOWN, START, END} - set(self.known)
        if missing:
            raise ValueError(f"the pieces lack {', '.join(sorted(missing))}")
        self._longest = max(map(len, pieces))
        self._numbers: dict[str, tuple[int, ...]] = {}

    @cached_property
    def start(self) -> int:
        """The number of the piece that stands before everything."""
        return self.known[START]

    @cached_property
    def end(self) -> int:
        """The number of the piece that stands behind a sentence."""
        return self.known[END]

    def numbers(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of a word in lower case, at least one."""
        found = self._numbers.get(word)
        if found is None:
            parts = (piece for part in _parts(word) for piece in self._pieces(part))
            found = self._numbers[word] = tuple(parts) or (self.known[_UNKNOWN],)
        return found

    def _pieces(self, part: str) -> list[int]:
        found = []
        first = 0
        while first < len(part):
            mark = _WITHIN if first else ""
            # no further than a piece can reach: a word may be as long as a text
            ends = range(min(len(part), first + self._longest), first, -1)
            last = next((end for end in ends if mark + part[first:end] in self.known), None)
            if last is None:
                return [self.known[_UNKNOWN]]
            found.append(self.known[mark + part[first:last]])
            first = last
        return found


def _parts(word: str) -> Iterator[str]:
    """Yield a word without its accents, parted at all that is neither letter nor digit."""
    plain = "".join(one for one in normalize("NFD", word) if category(one) != "Mn")
    for is_word, signs in groupby(plain, str.isalnum):
        part = "".join(signs)
        yield from [part] if is_word else part
