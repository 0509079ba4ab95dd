"""What stands around a count: "no one", "a couple", and "more", "others", "of them" behind it."""

from collections.abc import Sequence

from pipeline.language.counts import Count
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token

# "Four of ours", "22 of theirs": whose they are stands in one word.
OWNERS = frozenset({"theirs", "ours"})


def couple(tokens: Sequence[Token], position: int) -> Chunk | None:
    """Read "a couple" as two, where it does not count ("a couple of")."""
    end = position + 2
    if end < len(tokens) and tokens[end].lower == "of":
        return None
    two = Count(2, 2, "exact", position, end, position)
    return Chunk("noun", position, end, noun=NounPhrase(two, False, False, "people", "weak"))


def nobody(position: int, end: int) -> Chunk:
    """Return "nobody", "no one" as a count of none."""
    zero = Count(0, 0, "exact", position, end, position)
    return Chunk("noun", position, end, noun=NounPhrase(zero, False, False, "people", "weak"))


def after_count(tokens: Sequence[Token], position: int) -> tuple[int, bool]:
    """Skip "more", "other", "of", "of them"; tell whether they point back to a group."""
    anaphor = False
    size = len(tokens)
    while position < size:
        word = tokens[position].lower
        following = tokens[position + 1].lower if position + 1 < size else ""
        if word == "of" and following in OWNERS:
            return position + 2, False
        if word in {"more", "other", "additional", "further", "others", "new"}:
            anaphor = anaphor or word in {"more", "others", "other"}
            position += 1
        elif word == "of" and following in {"them", "us", "whom", "which", "those", "these"}:
            return position + 2, True
        elif word == "of" and following in {"the", "its", "their", "his", "our"}:
            anaphor = True
            position += 2
        elif word == "of" or (word in "\"”“'’" and (following == "of" or following[:1].isalpha())):
            position += 1
        else:
            break
    return position, anaphor
