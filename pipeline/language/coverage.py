"""How far an attribution reaches in its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.speakers import Speaker, SpeakerWords
from pipeline.language.tokens import Token

LEAD = "lead"
TRAIL = "trail"
HEDGE = "hedge"
# No clause is longer, in words.
_REACH = 80


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution by token positions, before its reach is known.

    Attributes:
        first, last: the words that attribute, half-open.
        speaker: who speaks, or None where the text does not say who.
        form: LEAD, TRAIL or HEDGE.
        rule: short name of the rule.
        via: the outlet that carried the words, or None.
        verdict: reported, denied or confirmed.
    """

    first: int
    last: int
    speaker: Speaker | None
    form: str
    rule: str
    via: Speaker | None = None
    verdict: str = "reported"


def covers(
    tokens: Sequence[Token], named: list[Found], words: SpeakerWords
) -> list[tuple[int, int]]:
    """Return the half-open token span that each attribution covers; together they part the rest."""
    opened: list[int] = []
    for position, found in enumerate(named):
        before = named[position - 1] if position else None
        if found.form == LEAD:
            opened.append(found.first)
        elif before is None:
            opened.append(0)
        elif before.form == LEAD:
            opened.append(_last_break(tokens, before.last, found.first, words))
        else:
            opened.append(before.last)
    closed = [*opened[1:], len(tokens)][: len(opened)]
    return list(zip(opened, closed, strict=True))


def _last_break(tokens: Sequence[Token], low: int, high: int, words: SpeakerWords) -> int:
    """Return where the last clause between two attributions begins, `low` where there is none."""
    breaks = words.words["clause_break"]
    for k in range(high - 3, low, -1):
        if tokens[k].text == ";" or (tokens[k].lower in breaks and tokens[k - 1].text == ","):
            return k
    return low


def clause(tokens: Sequence[Token], hedge: Found, words: SpeakerWords) -> tuple[int, int]:
    """Return the half-open token span of the clause in which a hedge stands."""
    breaks = words.words["clause_break"]
    first = hedge.first
    if first and tokens[first - 1].text == "," and tokens[first].lower in words.words["hedge"]:
        low = first
    else:
        low = 0
        for k in range(first - 1, max(0, first - _REACH), -1):
            if tokens[k].text == ";" or (tokens[k].lower in breaks and tokens[k - 1].text == ","):
                low = k
                break
    for k in range(hedge.last, min(len(tokens) - 1, hedge.last + _REACH)):
        if tokens[k].text == ";" or (tokens[k].text == "," and tokens[k + 1].lower in breaks):
            return low, k
    return low, len(tokens)
