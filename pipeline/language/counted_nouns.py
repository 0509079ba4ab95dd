"""Noun phrases behind a count: "14 soldiers", "one of them a nurse", "a 250-strong force"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import function_words as words
from pipeline.language.articled_nouns import ONES, ArticledNouns
from pipeline.language.count_phrases import (
    HELD_AS,
    OWNERS,
    after_count,
    is_money,
    is_rate,
    measure,
    says_when,
    share_end,
    strong_count,
    unit_end,
)
from pipeline.language.counts import Count
from pipeline.language.noun_scan import NounScan
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

# Kinds of phrases that may be but the first of two names before their noun.
_NAMING = frozenset({"unknown", "modifier", "strong"})
_HUMAN_KINDS = frozenset({"strong", "weak"})


class CountedNouns:
    """Reads counts together with the noun that they count, or without one.

    Args:
        vocabulary: the word lists.
        articled: reads "a nurse" of "one of them a nurse".
    """

    def __init__(self, vocabulary: Vocabulary, articled: ArticledNouns) -> None:
        self._vocabulary = vocabulary
        self._articled = articled

    def read(self, tokens: Sequence[Token], position: int, count: Count) -> Chunk:
        """Return the noun phrase that a count at `position` opens."""
        nobody = _counts_nobody(tokens, position, count)
        if nobody is not None:
            return nobody
        start, anaphor = self._behind_count(tokens, position, count)
        if tokens[count.last - 1].lower == "number" and start == count.last:
            noun = NounPhrase(count, False, False, "", "bare", anaphor=True)
            return Chunk("noun", position, count.last, noun=noun)
        many = _is_many(count)
        phrase = None
        if not self._lacks_noun(tokens, count, start, anaphor):
            phrase = NounScan(self._vocabulary, tokens, start, many).run()
        if phrase is None:
            return self._without_noun(tokens, position, count, (start, anaphor))
        end, noun = self._joined_adjective(tokens, phrase, many)
        if many and tokens[end - 1].lower == "head":
            # "60 head of cattle"
            return Chunk("noun", position, end, noun=measure())
        if noun.kind == "action" and not many and tokens[end : end + 1]:
            # "one death in seven"
            share = share_end(tokens, replace(count, last=end))
            if share > end:
                return Chunk("noun", position, share, noun=measure())
        noun.count, noun.definite, noun.anaphor = count, count.definite, anaphor
        return Chunk("noun", position, end, noun=noun)

    def read_strength(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Read "a 250-strong rebel force", "the 1,200-strong garrison" as so many of them."""
        count = strong_count(tokens, position + (tokens[position].lower in ONES))
        phrase = NounScan(self._vocabulary, tokens, count.last, None).run() if count else None
        if phrase is None or phrase[1].kind in {"measure", "action", "incidents"}:
            return None
        end, noun = phrase
        noun.count, noun.kind, noun.plural = count, "weak", True
        return Chunk("noun", position, end, noun=noun)

    def _behind_count(
        self, tokens: Sequence[Token], position: int, count: Count
    ) -> tuple[int, bool]:
        """Return where the noun may begin, and whether those told before are counted on."""
        start, anaphor = after_count(tokens, count.last)
        if self._names_other_ranks(tokens, count.last):
            start, anaphor = count.last, False
        if "others" in (tokens[count.last - 1].lower, tokens[count.core].lower):
            anaphor = True
        return start, anaphor or tokens[position].lower == "another"

    def _names_other_ranks(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "other" is part of a name for people: "eleven other ranks"."""
        other = position < len(tokens) and tokens[position].lower == "other"
        return other and self._vocabulary.heads.at(tokens, position) is not None

    def _lacks_noun(self, tokens: Sequence[Token], count: Count, start: int, anaphor: bool) -> bool:
        """Tell whether what follows is no noun: "took four others hostage", "31 overnight"."""
        pointing_back = _is_many(count) and anaphor and start < len(tokens)
        return (
            (pointing_back and tokens[start].lower in HELD_AS)
            or says_when(tokens, count.last)
            or self._tells_state(tokens, start)
            or self._tells_deed(tokens, start)
        )

    def _tells_deed(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a set phrase follows a figure: "251 taken hostage", no kind of hostage."""
        found = self._vocabulary.verbs.at(tokens, position) if position < len(tokens) else None
        return found is not None and found[0] > position + 1 and "participle" in found[1].parts

    def _tells_state(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a verb follows "12 of which": "involved women", and no "12 women"."""
        if position >= len(tokens) or tokens[position - 1].lower not in {"which", "whom"}:
            return False
        return self._vocabulary.adjectives.at(tokens, position) is not None

    def _without_noun(
        self, tokens: Sequence[Token], position: int, count: Count, behind: tuple[int, bool]
    ) -> Chunk:
        """Read a count without a noun of its own: "three of the wounded", "four of their dead"."""
        start, anaphor = behind
        single = None if _is_many(count) else self._one_of_them(tokens, position, start)
        if single is not None and single.noun is not None:
            single.noun.count, single.noun.anaphor = count, True
            return single
        noun = NounPhrase(count, False, count.definite, "", "bare", anaphor=anaphor)
        end = start if anaphor or tokens[start - 1].lower in OWNERS else count.last
        owned = tokens[end - 1].lower in words.POSSESSIVES | {"the"}
        if owned and end < len(tokens):
            state = self._vocabulary.adjectives.at(tokens, end)
            if state is not None:
                end, noun.state = state
        return Chunk("noun", position, end, noun=noun)

    def _one_of_them(self, tokens: Sequence[Token], position: int, end: int) -> Chunk | None:
        """Read "one of them a nurse" and "..., one a girl" as one phrase for one person."""
        of_group = tokens[end - 1].lower in {"them", "whom", "us"}
        counted_out = position > 0 and tokens[position - 1].text == ","
        if not (of_group or counted_out) or end >= len(tokens):
            return None
        if tokens[end].lower not in {"a", "an", "the"}:
            return None
        single = self._articled.read(tokens, end)
        if single is None or single.noun is None or single.noun.kind not in _HUMAN_KINDS:
            return None
        single.noun.one = False
        return Chunk("noun", position, single.last, noun=single.noun)

    def _joined_adjective(
        self, tokens: Sequence[Token], phrase: tuple[int, NounPhrase], many: bool
    ) -> tuple[int, NounPhrase]:
        """Read on to the noun where two names stand before it: "Serb and Roma men"."""
        end, noun = phrase
        if noun.kind not in _NAMING or end + 2 >= len(tokens) or tokens[end].lower != "and":
            return phrase
        if tokens[end - 1].text.islower() or tokens[end + 1].text.islower():
            return phrase
        second = NounScan(self._vocabulary, tokens, end + 1, many).run()
        if second is None or second[1].kind not in _HUMAN_KINDS:
            return phrase
        if noun.subject and second[1].subject not in {"people", noun.subject}:
            # "nine Taliban and Afghan soldiers": the first are no soldiers
            if noun.kind == "strong" or second[1].kind == "strong":
                return phrase
        second[1].subject = noun.subject or second[1].subject
        return second


def _is_many(count: Count) -> bool:
    return count.high != 1 or count.low != 1


def _counts_nobody(tokens: Sequence[Token], position: int, count: Count) -> Chunk | None:
    """Read rates, money and shares as measures, and the number of a unit as its name."""
    if is_rate(tokens, position) or is_money(tokens, position):
        return Chunk("noun", position, count.last, noun=measure())
    share = share_end(tokens, count)
    if share > count.last:
        return Chunk("noun", position, share, noun=measure())
    unit = unit_end(tokens, count)
    if unit > count.last:
        force = NounPhrase(None, False, False, "soldiers", "collective")
        return Chunk("noun", position, unit, noun=force)
    return None
