"""Whether a verb gives a figure: "counted 14", "speak of 'forty'", "put the toll at nine"."""

from collections.abc import Container, Sequence
from itertools import takewhile

from pipeline.language.tokens import Token

_FIGURES = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen no zero".split()
)

# What tells something when it is released, and what finds figures.
_SHOWN = frozenset("video videos footage photographs photos pictures images list".split())
_INQUIRIES = frozenset(
    "count tally inquiry investigation study review analysis survey audit".split()
)


def figure_follows(tokens: Sequence[Token], verb: int, toll_nouns: Container[str]) -> bool:
    """Tell whether a figure or a word for a toll follows the verb within a few words."""
    for token in tokens[verb + 1 : verb + 6]:
        if token.text == ":" and token is not tokens[verb + 1]:
            break
        if token.text[0].isdigit() or token.lower.split("-")[0] in _FIGURES:
            return True
    return toll_follows(tokens, verb, toll_nouns)


def figure_is_given(
    tokens: Sequence[Token], verb: int, toll_nouns: Container[str] | None = None
) -> bool:
    """Tell whether a figure, of a toll if asked, stands straight behind: "talk of thousands"."""
    near = list(takewhile(lambda token: token.lower != "and", tokens[verb + 1 : verb + 6]))
    counted = any(token.text[0].isdigit() or token.lower in _FIGURES for token in near)
    return counted and (toll_nouns is None or any(token.lower in toll_nouns for token in near))


def toll_follows(tokens: Sequence[Token], verb: int, toll_nouns: Container[str]) -> bool:
    """Tell whether a word for a toll follows the verb within a few words."""
    for token in tokens[verb + 1 : verb + 9]:
        if token.text == ":" and token is not tokens[verb + 1]:
            return False
        if token.lower in toll_nouns:
            return True
    return False


def shows_something(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether what is released tells something: "released a video showing nine dead"."""
    return any(token.lower in _SHOWN for token in tokens[verb + 1 : verb + 5])


def of_an_inquiry(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether an inquiry finds: "A count by the paper has found at least 30 dead"."""
    return any(token.lower in _INQUIRIES for token in tokens[max(0, verb - 16) : verb])
