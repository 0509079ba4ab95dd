"""Noun phrases none of whose words is a known noun: "two olive groves", "a rebel hideout"."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.phrases import NounPhrase
from pipeline.language.tokens import Token


def read_unknown(
    tokens: Sequence[Token], first: int, last: int, modifier: str, state: str
) -> tuple[int, NounPhrase] | None:
    """Return the end of a phrase of unknown words and what it says, or None where it is empty.

    Args:
        tokens: the sentence.
        first: the first word of the phrase.
        last: the position behind the last word that can belong to it.
        modifier: the subject that a word in it names, or "".
        state: the claim type of a participle in it, or "".
    """
    run = [token.lower for token in tokens[first:last]]
    for offset, word in enumerate(run):
        if word in words.MEASURES:
            return first + offset + 1, NounPhrase(None, False, False, "", "measure")
    # The phrase ends with the first plural, or with the run; an adverb is no noun.
    while run and run[-1].endswith("ly"):
        run.pop()
    if not run:
        return None
    length = next((at for at, word in enumerate(run, 1) if _is_plural(word)), len(run))
    kind = "modifier" if modifier else "unknown"
    return first + length, NounPhrase(None, False, False, modifier, kind, state)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "us")) and len(word) > 3
