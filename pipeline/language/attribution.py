"""Who says what in one sentence: attributions and the stretch of words that each covers.

The words that attribute are read by their kind in `according_to`, `speech_verbs`, `owned_claims`
and `headlines`; `coverage` tells how far each reaches.
"""

from collections.abc import Sequence

from pipeline.language.according_to import read_according_to
from pipeline.language.attribution_joins import add_attribution
from pipeline.language.coverage import HEDGE, Attribution, Found, clause, covers, place
from pipeline.language.headlines import HeadlineReader
from pipeline.language.owned_claims import read_owned_claim, read_reckoning
from pipeline.language.speaker_view import SpeakerView
from pipeline.language.speakers import SpeakerWords
from pipeline.language.speech_verbs import read_verb
from pipeline.language.tokens import Token, tokenize

_DASHES = frozenset({"-", "–", "—"})
_MARKS = _DASHES | {"(", ":"}


def find_attributions(
    text: str,
    start: int,
    end: int,
    words: SpeakerWords,
    shouting: bool,
    tokens: Sequence[Token] | None = None,
) -> list[Attribution]:
    """Return the attributions of the sentence `text[start:end]` in order.

    Args:
        text: any text.
        start: where the sentence begins.
        end: where it ends, exclusive.
        words: names and vocabulary.
        shouting: whether the text is in capitals, so that case tells nothing of names.
        tokens: the sentence's tokens, where they are known already.
    """
    tokens = tokenize(text, start, end) if tokens is None else tokens
    if not tokens:
        return []
    named, hedges = _Reader(tokens, words, shouting).read()
    reach = covers(tokens, named, words)
    result = [place(tokens, found, *cover) for found, cover in zip(named, reach, strict=True)]
    result += [place(tokens, hedge, *clause(tokens, hedge, words)) for hedge in hedges]
    return result


class _Reader:
    """Reads the tokens of one sentence, each word that attributes by its kind."""

    def __init__(self, tokens: Sequence[Token], words: SpeakerWords, shouting: bool) -> None:
        self._view = SpeakerView(tokens, words, shouting)
        self._headlines = HeadlineReader(tokens, self._view.starts, words, shouting)

    def read(self) -> tuple[list[Found], list[Found]]:
        """Return the attributions with a speaker of their own, and the hedges."""
        named: list[Found] = []
        hedges: list[Found] = []
        taken = 0
        cues = self._view.vocabulary.cues
        for i, token in enumerate(self._view.tokens):
            if i < taken or (token.lower not in cues and token.lower not in _MARKS):
                continue
            found = self._at(i, token.lower)
            if found is None:
                continue
            taken = max(i + 1, found.last if found.rule == "claimant.according_to" else i + 1)
            if found.form == HEDGE:
                hedges.append(found)
            else:
                add_attribution(self._view, named, found)
        return named, hedges

    def _at(self, i: int, lower: str) -> Found | None:
        view = self._view
        if lower in ("according", "accord") and view.word(i + 1) == "to":
            return read_according_to(view, i)
        if lower == "(":
            return self._headlines.in_brackets(i)
        if lower == ":" or lower in _DASHES:
            return self._headlines.of_line(i, lower)
        if lower in view.words["owned_claim"] and (owned := read_owned_claim(view, i)):
            return owned
        if lower in view.words["reckoning"] and (owned := read_reckoning(view, i)):
            return owned
        if lower in view.words["hedge"]:
            return Found(i, i + 1, None, HEDGE, "claimant.hedge")
        if lower in view.words["speech_verb"]:
            return read_verb(view, i, lower)
        return None
