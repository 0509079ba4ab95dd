"""Noun phrases that say that there was none: "no casualties", "without any loss"."""

from collections.abc import Sequence

from pipeline.language.count_phrases import nobody
from pipeline.language.counts import Count
from pipeline.language.noun_scan import NounScan
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

_LOST = frozenset("lost lose losing destroyed downed".split())
_REPORTED = frozenset("reported immediate known confirmed further other a single".split())


def read_absent(vocabulary: Vocabulary, tokens: Sequence[Token], position: int) -> Chunk | None:
    """Read "no casualties", "no soldiers", "without any loss" as a count of none."""
    around = [token.lower for token in tokens[max(0, position - 3) : position]]
    if tokens[position].lower == "any" and "without" not in around:
        return None
    start = position + 1
    if tokens[start].lower == "one":
        return nobody(position, start + 1)
    while start < len(tokens) and tokens[start].lower in _REPORTED:
        start += 1
    if start >= len(tokens):
        return None
    state = vocabulary.adjectives.at(tokens, start)
    if state is not None and not vocabulary.knows_noun(tokens, state[0]):
        # "no dead, no wounded"
        noun = NounPhrase(None, False, False, "people", "action", types=(state[1],))
        return _none_of(noun, position, state[0])
    phrase = NounScan(vocabulary, tokens, start, None).run()
    if phrase is None or phrase[1].kind in {"unknown", "measure", "incidents"}:
        return None
    end, noun = phrase
    if noun.kind == "materiel" and not _tells_of_loss(tokens, position, end):
        return None
    return _none_of(noun, position, end)


def _none_of(noun: NounPhrase, first: int, last: int) -> Chunk:
    noun.count = Count(0, 0, "exact", first, last, first)
    return Chunk("noun", first, last, noun=noun)


def _tells_of_loss(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether "lost no aircraft", "no tanks were destroyed" stands there."""
    around = (*tokens[max(0, first - 2) : first], *tokens[last : last + 3])
    return any(token.lower in _LOST for token in around)
