"""Whether a verb gives a figure: "counted 14", "speak of 'forty'", "put the toll at nine"."""

from collections.abc import Container, Sequence

from pipeline.language.tokens import Token

_FIGURES = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen no zero".split()
)


def figure_follows(tokens: Sequence[Token], verb: int, toll_nouns: Container[str]) -> bool:
    """Tell whether a figure or a word for a toll follows the verb within a few words."""
    for token in tokens[verb + 1 : verb + 6]:
        if token.text == ":" and token is not tokens[verb + 1]:
            break
        if token.text[0].isdigit() or token.lower.split("-")[0] in _FIGURES:
            return True
    return toll_follows(tokens, verb, toll_nouns)


def toll_follows(tokens: Sequence[Token], verb: int, toll_nouns: Container[str]) -> bool:
    """Tell whether a word for a toll follows the verb within a few words."""
    for token in tokens[verb + 1 : verb + 9]:
        if token.text == ":" and token is not tokens[verb + 1]:
            return False
        if token.lower in toll_nouns:
            return True
    return False
