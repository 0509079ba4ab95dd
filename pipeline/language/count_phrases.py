"""What stands around a count: "no one", "a couple", and "more", "others", "of them" behind it."""

from collections.abc import Sequence

from pipeline.language.counts import Count, parse_count
from pipeline.language.figures import below_hundred, figure_at
from pipeline.language.function_words import POSSESSIVES
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token

# "Four of ours", "22 of theirs": whose they are stands in one word.
OWNERS = frozenset({"theirs", "ours"})
_OF_WHOM = frozenset("the its their his our".split())
# What others are taken as: "took four others hostage".
HELD_AS = frozenset({"hostage", "captive", "prisoner"})
# Nouns whose figure compares and counts nothing: "by a factor of three".
_RATES = frozenset("factor ratio rate multiple margin".split())
_CURRENCIES = frozenset("$ € £ ¥ Rs Rs. US$ USD EUR GBP".split())
_QUOTES = frozenset("\"“”'‘’«»")
# How many words the name of a band may have.
_LONGEST_NAME = 7
FRACTIONS = frozenset("third thirds quarters fifths sixths eighths tenths halves".split())
# Units of an army that bear a number; more than one of them would be told in the plural.
_UNITS = frozenset("division brigade regiment battalion squadron company platoon".split())
_TIMES = frozenset("overnight yesterday today altogether".split())
_WHICH = frozenset("last this that".split())
_SPANS = frozenset("week month year night day morning evening afternoon".split())
# How many words may stand between the number of a unit and what it is: "57 Mountain Division".
_ARMS = 2


def couple(tokens: Sequence[Token], position: int) -> Chunk | None:
    """Read "a couple" as two, where it does not count ("a couple of")."""
    end = position + 2
    if end < len(tokens) and tokens[end].lower == "of":
        return None
    two = Count(2, 2, "exact", position, end, position)
    return Chunk("noun", position, end, noun=NounPhrase(two, False, False, "people", "weak"))


def nobody(position: int, end: int, of_group: bool = False) -> Chunk:
    """Return "nobody", "no one" as a count of none; `of_group`: of those told before, "none"."""
    zero = Count(0, 0, "exact", position, end, position)
    if of_group:
        return Chunk("noun", position, end, noun=NounPhrase(zero, False, False, "", "bare"))
    return Chunk("noun", position, end, noun=NounPhrase(zero, False, False, "people", "weak"))


def after_count(tokens: Sequence[Token], position: int) -> tuple[int, bool]:
    """Skip "more", "other", "of", "of them"; tell whether they point back to a group."""
    anaphor = False
    size = len(tokens)
    if tokens[position - 1].lower == "both" and position < size:
        # "both my brothers", "both the guards"
        position += tokens[position].lower in POSSESSIVES | {"the"}
    if tokens[position - 1].lower == "of" and position < size:
        # "a number of its members"
        if tokens[position].lower in _OF_WHOM:
            anaphor = True
            position += 1
            if position < size and tokens[position].lower == "own":
                return position + 1, True
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
        elif word == "of" and following in _OF_WHOM:
            anaphor = True
            position += 2
            if position < size and tokens[position].lower == "own":
                # "two of their own"
                return position + 1, True
        elif word == "of" or (word in "\"”“'’" and (following == "of" or following[:1].isalpha())):
            position += 1
        else:
            break
    return position, anaphor


def called_end(tokens: Sequence[Token], position: int) -> int:
    """Return where 'so-called "Lions of the Ford"' ends; 0 where a noun follows or none stands."""
    if position + 2 >= len(tokens) or tokens[position].lower != "so-called":
        return 0
    if tokens[position + 1].text not in _QUOTES:
        return 0
    for closed in range(position + 2, min(len(tokens), position + 2 + _LONGEST_NAME)):
        if tokens[closed].text in _QUOTES:
            follows = tokens[closed + 1].text if closed + 1 < len(tokens) else "."
            return 0 if follows[0].isalpha() and follows.endswith("s") else closed + 1
    return 0


def strong_count(tokens: Sequence[Token], position: int) -> Count | None:
    """Read the count of "(a) 250-strong rebel force", "1,200-strong"; None where none stands."""
    if position >= len(tokens):
        return None
    figure, _, end = tokens[position].lower.rpartition("-")
    if figure and end == "strong":
        value = int(figure) if figure.isdecimal() else below_hundred(figure)
        if value is not None:
            return Count(value, value, "exact", position, position + 1, position)
    if [token.lower for token in tokens[position + 1 : position + 3]] != ["-", "strong"]:
        return None
    found = figure_at(tokens, position)
    if found is None or found[1] != position + 1:
        return None
    return Count(found[0], found[0], "exact", position, position + 3, position)


def measure() -> NounPhrase:
    """Return a noun phrase that is nobody: a measure."""
    return NounPhrase(None, False, False, "", "measure")


def is_rate(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a figure compares: "by a factor of two to three"."""
    before = [token.lower for token in tokens[max(0, position - 2) : position]]
    return before[-1:] == ["of"] and before[0] in _RATES


def is_money(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a sign of a currency stands before a figure: "losses of $10 billion"."""
    return position > 0 and tokens[position - 1].text in _CURRENCIES


def share_end(tokens: Sequence[Token], count: Count) -> int:
    """Return the end of "two thirds", "one in ten", "one of every ten"; else that of the count."""
    behind = [token.lower for token in tokens[count.last : count.last + 2]]
    if behind and behind[0] in FRACTIONS:
        return count.last + 1
    if count.qualifier == "vague" or len(behind) < 2 or behind[0] not in {"in", "of", "out"}:
        return count.last
    every = behind[1] in {"every", "each"}
    start = count.last + 1 + every
    whole = parse_count(tokens, start) if start < len(tokens) else None
    share = every or (behind[0] == "in" and count.low == count.high == 1)
    return whole.last if whole is not None and share else count.last


def says_when(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a time, and no noun, follows a figure: "31 overnight", "137 last week"."""
    words = [token.lower for token in tokens[position : position + 2]]
    if not words:
        return False
    return words[0] in _TIMES or (words[0] in _WHICH and words[1:] != [] and words[1] in _SPANS)


def unit_end(tokens: Sequence[Token], count: Count) -> int:
    """Return the end of "57 Division", "the 12 Field Regiment"; that of the count for others."""
    if not tokens[count.core].text.isdigit() or count.low == 1:
        return count.last
    for position in range(count.last, min(len(tokens), count.last + _ARMS + 1)):
        word = tokens[position]
        if word.lower in _UNITS:
            following = tokens[position + 1].text if position + 1 < len(tokens) else ""
            # "17 Company commanders"
            return (
                count.last
                if following[:1].isalpha() and following.endswith("s")
                else (position + 1)
            )
        if not word.text[0].isupper():
            break
    return count.last
