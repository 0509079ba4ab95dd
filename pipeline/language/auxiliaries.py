"""What auxiliaries and adverbs before a verb make of it: passive, unreal, negated."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language import function_words as words
from pipeline.language.parted_verbs import BOUNDS, PartedVerbs
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

# "Three were brought dead to the clinic."
_BROUGHT = frozenset({"brought", "returned", "carried", "left"})
_TOLD = words.HEARSAY | _BROUGHT
_PASSIVE = words.BE | words.REMAIN
_BE_OR_HAVE = words.BE | words.HAVE
_ADVERBS_OR_BE = words.ADVERBS | words.BE
_BRINGING = frozenset({"led", "prompted"})
# How many tokens an aside between an auxiliary and its participle may have, its commas too.
_LONGEST_ASIDE = 16


@dataclass(slots=True)
class Auxiliaries:
    """Auxiliaries and adverbs before a verb.

    Attributes:
        end: the position behind them; where they begin if there are none.
        passive: whether they make a participle passive.
        unreal: whether what they open did not happen, or not yet.
        negated: whether they deny it.
        infinitive: whether "to" is the last of them.
    """

    end: int
    passive: bool = False
    unreal: bool = False
    negated: bool = False
    infinitive: bool = False


class AuxiliaryReader:
    """Walks over the auxiliaries and adverbs that open a verb group.

    Args:
        vocabulary: the word lists.
        verbs: finds the verb behind them.
    """

    def __init__(self, vocabulary: Vocabulary, verbs: PartedVerbs) -> None:
        self._vocabulary = vocabulary
        self._verbs = verbs

    def read(self, tokens: Sequence[Token], position: int) -> Auxiliaries:
        """Return the auxiliaries that begin at `position`, of no length where there are none."""
        found = Auxiliaries(position)
        while found.end < len(tokens):
            opened = found.end > position
            if self._take(tokens, found, opened) or self._passes(tokens, found.end, opened):
                found.negated |= tokens[found.end].lower in words.NEGATED_AUXILIARIES
                found.end += 1
                continue
            behind = self._behind_aside(tokens, found.end) if opened else found.end
            if behind == found.end:
                break
            found.end = behind
        found.unreal |= found.negated
        return found

    def _take(self, tokens: Sequence[Token], found: Auxiliaries, opened: bool) -> bool:
        """Take in what the auxiliary behind those found says; False where none stands."""
        word = tokens[found.end].lower
        if word in _PASSIVE or self._helps(tokens, found.end):
            found.passive, found.infinitive = True, False
        elif word in words.HAVE:
            found.passive, found.infinitive = False, False
        elif word in words.DO:
            found.passive = False
        elif word in words.MODALS:
            found.unreal = True
        elif word == "to" and found.end + 1 < len(tokens):
            _take_infinitive(tokens, found, opened)
        elif word in words.NEGATIONS and opened and word != "no":
            found.negated = True
        else:
            return False
        return True

    def _passes(self, tokens: Sequence[Token], position: int, opened: bool) -> bool:
        """Tell whether a word may stand among auxiliaries without being one: "reportedly"."""
        word = tokens[position].lower
        reported = word in words.HEARSAY or word in words.REALISED
        if not opened:
            following = position + 1
            return reported and following < len(tokens) and tokens[following].lower == "to"
        if self._says_so(tokens, position):
            return True
        if self._vocabulary.verbs.at(tokens, position) is not None:
            return False
        return reported or word in words.ADVERBS or (word.endswith("ly") and len(word) > 4)

    def _helps(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "got" only helps another verb, unlike that of "got away"."""
        if tokens[position].lower not in words.GET or position + 1 >= len(tokens):
            return False
        return self._vocabulary.verbs.at(tokens, position) is None

    def _says_so(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "found" of "were found dead", "said to have died" stands here."""
        following = position + 1
        if following >= len(tokens):
            return False
        if tokens[following].lower == "to":
            return tokens[position].lower in words.HEARSAY
        said = tokens[position].lower in _TOLD
        return said and self._vocabulary.adjectives.at(tokens, following) is not None

    def _behind_aside(self, tokens: Sequence[Token], comma: int) -> int:
        """Return where the participle of "were, according to a priest, shot" begins, or `comma`."""
        if tokens[comma].text != "," or tokens[comma - 1].lower not in _BE_OR_HAVE:
            return comma
        for closed in range(comma + 2, min(comma + _LONGEST_ASIDE, len(tokens) - 1)):
            if tokens[closed].text in BOUNDS:
                return comma
            if tokens[closed].text == ",":
                verb_at = closed + 1
                while verb_at < len(tokens) - 1 and _goes_before(tokens[verb_at].lower):
                    verb_at += 1
                found = self._verbs.at(tokens, verb_at)
                finite = found is None or "participle" not in found[1].parts
                return comma if finite else verb_at
        return comma


def _take_infinitive(tokens: Sequence[Token], found: Auxiliaries, opened: bool) -> None:
    """Take in "to": what follows it has yet to happen, unless it was said or managed to."""
    before = tokens[found.end - 1].lower if opened else ""
    found.passive, found.infinitive = False, before not in words.HEARSAY
    realised = before in words.REALISED or _was_brought_about(tokens, found.end)
    if found.infinitive and not realised:
        found.unreal |= tokens[found.end + 1].lower not in words.HAVE


def _was_brought_about(tokens: Sequence[Token], to: int) -> bool:
    """Tell whether "led the state to deploy" stands here: what followed did happen."""
    return any(token.lower in _BRINGING for token in tokens[max(0, to - 4) : to])


def _goes_before(word: str) -> bool:
    """Tell whether a word may stand between an aside and its participle: "reportedly", "been"."""
    return word in _ADVERBS_OR_BE or (word.endswith("ly") and len(word) > 4)
