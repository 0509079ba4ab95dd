"""Whether a text is about violent conflict at all.

"The late goal killed the game" and "nine guests are murdered in ten silly ways" have the grammar of
a claim; only the rest of the text tells that nobody died.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.language.surroundings import stem
from pipeline.language.weights import Weights
from pipeline.language.word_patterns import any_of, lowered

# What a text is that tells of violent conflict, in the weights.
CONFLICT = "conflict"
# Probabilities by the weights: from which a text is about conflict whatever the lists say, below
# which it is not (one so short that its words tell little; any other), and from which figures in it
# are worth weighing; chosen on texts held back.
_LIKELY, _UNLIKELY_IN_SHORT, _UNLIKELY, _SURE = 0.9, 0.1, 0.3, 0.7
_SHORT = 250
# Characters of a part of a long text, about as many as the texts have that were learnt from.
_PART = 1_500
# Probabilities from which one sentence of a text about other things is believed.
_LIKELY_AMID_CONFLICT, _LIKELY_ALONE = 0.2, 0.5
_WORD = re.compile(r"[a-z]+")
# What one plain word of another field weighs, and how much of a text is looked at.
_PLAIN_WEIGHT = 2
_ENOUGH = 20_000
# So few words of other fields that they tell nothing.
_FEW = 2
_VIOLENT = re.compile(
    r"\b(?:shot|shell|attack|bomb|kill|clash|murder|execut|gun|bullet|wound|injur|raid|siege|fight)"
)
# So many words of conflict in one sentence that a text about a match or a film reports violence.
_TELLING = 2

# Least number of different words of conflict in a text that is taken to be about it.
_SEVERAL = 2
_MANY_MORE = 2


@dataclass(frozen=True)
class Relevance:
    """Patterns over the words of conflict and of other fields (reference/vocabulary), and weights.

    The weights are of all words of a text (reference/weights/relevance.csv). Where they leave it
    open, the lists decide.
    """

    conflict: re.Pattern[str]
    elsewhere: re.Pattern[str]
    plainly: re.Pattern[str]
    unmistakably: re.Pattern[str]
    natural: re.Pattern[str]
    weights: Weights

    def about_conflict(self, text: str) -> bool:
        """Tell whether a text is about violent conflict, by its weights and then by the lists."""
        likely = self._highest_probability(text)
        least = _UNLIKELY_IN_SHORT if len(text) < _SHORT else _UNLIKELY
        return likely >= _LIKELY or (likely >= least and self._outweighs(text))

    def worth_weighing(self, text: str) -> bool:
        """Tell whether a text is so plainly about conflict that figures may be taken by weight."""
        return self._plainly_about_conflict(text) or self._probability(text) >= _SURE

    def _highest_probability(self, text: str) -> float:
        """Return that of the part likeliest to be about conflict: long reports tell much beside."""
        starts = range(0, max(1, min(len(text), _ENOUGH)), _PART)
        return max(self._probability(text[start : start + _PART]) for start in starts)

    def _probability(self, text: str) -> float:
        return self.weights.probability(text_features(text), CONFLICT)

    def _outweighs(self, text: str) -> bool:
        """Tell whether the words of conflict outweigh those of games, films and fields.

        Words that belong to both ("market", "season", "players") outweigh nothing by themselves:
        a claim is dropped only where no word of conflict stands, or a plain one of another field.
        """
        sample = lowered(text[:_ENOUGH])
        plainly = _distinct(self.plainly, sample)
        against = _distinct(self.elsewhere, sample) + _PLAIN_WEIGHT * plainly
        if against < _FEW:
            return True
        conflict = _distinct(self.conflict, sample)
        return conflict > against or (not plainly and conflict > 0)

    def _plainly_about_conflict(self, text: str) -> bool:
        """Tell whether words of conflict stand in a text, and many more than of other fields."""
        sample = lowered(text[:_ENOUGH])
        conflict = _distinct(self.conflict, sample)
        against = _distinct(self.elsewhere, sample) + _distinct(self.plainly, sample)
        return conflict >= max(_SEVERAL, _MANY_MORE * against)

    def tells_conflict(self, sentence: str, text: str) -> bool:
        """Tell whether a sentence by itself speaks of violence, whatever the rest is about.

        Where words of conflict stand in the rest, too, less is asked of the sentence: a page of
        local news may tell of one raid.
        """
        words = lowered(sentence)
        if _distinct(self.conflict, words) < _TELLING:
            return False
        if self.unmistakably.search(words):
            return True
        least = _LIKELY_AMID_CONFLICT if self._outweighs(text) else _LIKELY_ALONE
        return self._probability(sentence) >= least

    def tells_natural_death(self, sentence: str) -> bool:
        """Tell whether a sentence speaks of an illness or a flood and of no violence."""
        words = lowered(sentence)
        if self.natural.search(words) is None:
            return False
        return self.unmistakably.search(words) is None and _VIOLENT.search(words) is None


def text_features(text: str) -> list[str]:
    """Return the stems of a text, each once, as features to be weighed."""
    stems = dict.fromkeys(stem(word) for word in _WORD.findall(lowered(text[:_ENOUGH])))
    return [f"word:{word}" for word in stems]


def build_relevance(
    conflict: Iterable[str],
    elsewhere: Iterable[str],
    plainly: Iterable[str],
    unmistakably: Iterable[str],
    natural: Iterable[str],
    weights: Weights,
) -> Relevance:
    """Compile the word lists; a word that ends in * must match whole."""
    return Relevance(
        any_of(conflict),
        any_of(elsewhere),
        any_of(plainly),
        any_of(unmistakably),
        any_of(natural),
        weights,
    )


def _distinct(pattern: re.Pattern[str], text: str) -> int:
    return len(set(pattern.findall(text)))
