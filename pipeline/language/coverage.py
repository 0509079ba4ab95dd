"""How far an attribution reaches in its sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.language.speakers import Speaker, SpeakerWords
from pipeline.language.tokens import Token

LEAD = "lead"
TRAIL = "trail"
HEDGE = "hedge"
QUOTES = frozenset('"“”„«»')
_LONGEST_OPENING = 7
_DASHES = ("—", "–", "--")
_PARTING = (",", ";", ":", "(", *_DASHES)
# No aside is longer, and no dateline, in words.
_LONGEST_ASIDE = 30
_LONGEST_DATELINE = 9
# No clause is longer, in words.
_REACH = 80


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement of who speaks; offsets are into the text that was read.

    Attributes:
        start, end: the words that attribute ("activists said").
        cover_start, cover_end: the stretch whose statements are put down to the speaker.
        speaker: who speaks; None where the text says that somebody does, but not who.
        name_start, name_end: the words that name the speaker.
        via: the outlet that carried the words, or None.
        via_start, via_end: the words that name the outlet.
        form: LEAD (speaker before the statement), TRAIL (after it) or HEDGE ("reportedly").
        verdict: "reported", "denied" or "confirmed".
        rule: short name of the rule.
    """

    start: int
    end: int
    cover_start: int
    cover_end: int
    speaker: Speaker | None
    name_start: int
    name_end: int
    via: Speaker | None
    via_start: int
    via_end: int
    form: str
    verdict: str
    rule: str


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
    """Return the half-open token span that each attribution covers; together they part the rest.

    Who speaks in brackets or between two dashes is answerable for what stands there only.
    """
    asides = [aside(tokens, found) for found in named]
    outer = iter(
        _parted(tokens, [f for f, within in zip(named, asides, strict=True) if not within], words)
    )
    return [within or next(outer) for within in asides]


def aside(tokens: Sequence[Token], found: Found) -> tuple[int, int] | None:
    """Return the span of the brackets or dashes around an attribution, None without them."""
    if found.rule == "claimant.parenthesis":
        # "22 killed (government claim)" answers for its own entry of a list.
        for k in range(found.first - 1, 0, -1):
            if tokens[k].text in (";", *_DASHES):
                return k + 1, found.last
        return None
    if found.rule == "claimant.reckoning" and found.form == TRAIL:
        if after := _figure_behind(tokens, found):
            return after
        # "The men, fifty by the survivors' count, came down ..."
        low = max(0, found.first - _LONGEST_ASIDE)
        last = found.first - 1 - (tokens[found.first - 1].text == ",")
        marks = (k for k in range(last, low, -1) if tokens[k].text in _PARTING)
        return next(marks, -1) + 1, found.last
    low = max(0, found.first - _LONGEST_ASIDE)
    for k in range(found.first - 1, low - 1, -1):
        mark = tokens[k].text
        if mark == ")":
            return None
        if mark in ("(", *_DASHES):
            closes = (")",) if mark == "(" else _DASHES
            if mark != "(" and (k < _LONGEST_DATELINE or found.form != TRAIL):
                return None
            for end in range(found.last, min(len(tokens), found.last + _LONGEST_ASIDE)):
                if tokens[end].text in closes:
                    return k + 1, end
            return None
    return None


def _figure_behind(tokens: Sequence[Token], found: Found) -> tuple[int, int] | None:
    """Return the span of "Nine guards and, by the navy's estimate, 26 rebels were killed"."""
    before = tokens[found.first - 2].lower if found.first > 1 else ""
    set_off = tokens[found.first - 1].text == "," and found.last < len(tokens)
    if not set_off or tokens[found.last].text != "," or before not in _BEFORE_FIGURE:
        return None
    return found.first, len(tokens)


def _parted(
    tokens: Sequence[Token], named: list[Found], words: SpeakerWords
) -> list[tuple[int, int]]:
    """Return the spans of attributions one behind the other."""
    opened: list[int] = []
    for position, found in enumerate(named):
        before = named[position - 1] if position else None
        if found.form == LEAD:
            opened.append(found.first)
        elif before is None:
            opened.append(_own_part(tokens, found))
        elif before.form == LEAD:
            opened.append(_last_break(tokens, before.last, found.first, words))
        else:
            opened.append(before.last)
    closed = [*opened[1:], len(tokens)][: len(opened)]
    return list(zip(opened, closed, strict=True))


def _own_part(tokens: Sequence[Token], found: Found) -> int:
    """Return where the part of the sentence begins in which somebody is named in passing.

    "16 were killed; nine more were, according to their commander, set free": the commander
    answers for the second part. Who is named at the end answers for all of it.
    """
    if len(tokens) - found.last < _SHORT_END:
        return 0
    low = max(0, found.first - _REACH)
    return next((k + 1 for k in range(found.first - 1, low, -1) if tokens[k].text == ";"), 0)


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
        if tokens[k].text == ";":
            return low, k
        if tokens[k].text == "," and tokens[k + 1].lower in breaks and not _acts_on(tokens, k + 2):
            return low, k
    return low, len(tokens)


def _acts_on(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a verb stands there without a subject of its own: ", and wounded dozens"."""
    return k < len(tokens) and tokens[k].lower.endswith("ed") and len(tokens[k].lower) > 5


_BEFORE_FIGURE = frozenset("and but while were was stood lay lived".split())
_TIMES = frozenset("morning afternoon evening night day week month year spring autumn".split())
# "... told the agency." ends a sentence; an office before a name has so many words at most.
_SHORT_END = 6
_LONG_TITLE = 8


def form_of(
    tokens: Sequence[Token], words: Mapping[str, Mapping[str, str]], first: int, last: int
) -> str:
    """Tell whether what is said stands after the attribution at `first` to `last` or before it."""
    if opens_sentence(tokens, words, first):
        return LEAD
    tokens = tokens[: _without_notes(tokens, last)]
    while last + 1 < len(tokens) and tokens[last].text in QUOTES | {"."}:
        last += 1
    if _is_time_of_that(tokens, words, last):
        last += 2
    follows = tokens[last].lower if last < len(tokens) else ""
    if not follows or (not follows[0].isalnum() and last + 1 >= len(tokens)):
        return TRAIL
    if _told_at_the_end(tokens, words, first, last):
        return TRAIL
    while first > 1 and (
        tokens[first - 1].lower in words["determiner"] or "-" in tokens[first - 1].lower[1:]
    ):
        first -= 1  # "..., the state-owned radio said"
    set_off = tokens[first - 1].text in {",", "-", "—", "–", "(", *QUOTES}
    if not set_off:
        return TRAIL if follows in (",", ")") else LEAD
    if follows in (",", ";", ")", *_DASHES):
        return TRAIL
    if follows in words["trail_word"]:
        return LEAD if any(token.lower == "that" for token in tokens[last : last + 8]) else TRAIL
    return LEAD


def _is_time_of_that(
    tokens: Sequence[Token], words: Mapping[str, Mapping[str, str]], k: int
) -> bool:
    """Tell whether "that" points to a time: "Nine guards, the navy said that May, were shot"."""
    if k + 2 >= len(tokens) or tokens[k].lower != "that" or tokens[k + 2].text != ",":
        return False
    return tokens[k + 1].lower in _TIMES or tokens[k + 1].lower in words["month"]


def _without_notes(tokens: Sequence[Token], low: int) -> int:
    """Return where a sentence ends without the marks of its notes: "the ministry said.[3][4]"."""
    end = len(tokens)
    while end - 3 >= low and [tokens[end - 3].text, tokens[end - 1].text] == ["[", "]"]:
        end -= 3
    return end


def _told_at_the_end(
    tokens: Sequence[Token], words: Mapping[str, Mapping[str, str]], first: int, last: int
) -> bool:
    """Tell whether a sentence ends with "..., district chief Omar Diaz told the agency."."""
    if len(tokens) - last > _SHORT_END:
        return False
    told = any(token.lower in {"told", "tells"} for token in tokens[max(0, last - 4) : last])
    rest = [token.lower for token in tokens[last:]]
    # "..., regional police chief Omar Diaz wrote on Telegram."
    told = told or (rest[:1] == ["on"] and not any(happens(word, words) for word in rest))
    if not told or not {"that", "of", ",", ":", ";"}.isdisjoint(rest):
        return False
    low = max(0, first - _LONG_TITLE)
    while (
        first > low
        and tokens[first - 1].text[0].isalpha()
        and (tokens[first - 1].lower not in words["speech_verb"])
    ):
        first -= 1
    return first > 0 and tokens[first - 1].text == ","


def opens_sentence(
    tokens: Sequence[Token], words: Mapping[str, Mapping[str, str]], first: int
) -> bool:
    """Tell whether at most a when, where or link ("On 3 March,") stands before `first`."""
    low = first
    while low and not tokens[low - 1].text[0].isalnum():
        if tokens[low - 1].text in QUOTES:
            return False
        low -= 1
    if not low:
        return True
    if low > _LONGEST_OPENING or any(happens(tokens[k].lower, words) for k in range(low)):
        return False
    when = tokens[0].lower in words["preposition"] or tokens[0].lower in words["opener"]
    return when or (low < 3 and low == first)


def happens(word: str, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Tell whether a word looks like a verb of what happened."""
    listed = word in words["event_word"] or word in words["be_form"]
    return listed or (word.endswith("ed") and len(word) > 4)


def place(tokens: Sequence[Token], found: Found, low: int, high: int) -> Attribution:
    """Turn token positions into offsets."""

    def span(first: int, last: int) -> tuple[int, int]:
        if first >= last or first >= len(tokens):
            edge = tokens[min(first, len(tokens) - 1)].start
            return edge, edge
        return tokens[first].start, tokens[min(last, len(tokens)) - 1].end

    start, end = span(found.first, found.last)
    cover_start, cover_end = span(low, high)
    name = span(found.speaker.first, found.speaker.last) if found.speaker else (start, end)
    via = span(found.via.first, found.via.last) if found.via else (start, start)
    return Attribution(
        start, end, cover_start, cover_end, found.speaker, *name, found.via, *via,
        found.form, found.verdict, found.rule,
    )  # fmt: skip
