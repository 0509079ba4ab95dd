"""The speakers of one sentence, as the rules of who says what look at them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.language.common_nouns import CommonNouns
from pipeline.language.complements import UNATTRIBUTED, ComplementFinder
from pipeline.language.coverage import happens
from pipeline.language.shouted_names import ShoutedNames
from pipeline.language.speakers import Speaker, SpeakerWords, find_speakers
from pipeline.language.tokens import Token

# Marks that no subject reaches over, and how far it reaches without them, in tokens.
STOPS = frozenset(';:.!?"“”„«»')
REACH = 30


class SpeakerView:
    """Tokens and speakers with the questions that several rules ask.

    Attributes:
        tokens: the tokens of the sentence; all positions are positions among them.
        vocabulary: names and words of those who speak.
        words: its lists of words, by what they are.
        shouting: whether the text is in capitals, so that case tells nothing of names.
        speakers: the speakers in order.
        starts, ends: the speakers by their first token, and by the token behind their last.
        common: the reader of noun phrases that stand in no list.
        shouted: the reader of names in a text of capitals.
        complements: the reader of speakers behind a word of attribution.
    """

    def __init__(self, tokens: Sequence[Token], words: SpeakerWords, shouting: bool) -> None:
        self.tokens = tokens
        self.vocabulary = words
        self.words = words.words
        self.shouting = shouting
        self.speakers = find_speakers(tokens, words, shouting)
        self.starts = {speaker.first: speaker for speaker in self.speakers}
        self.ends = {speaker.last: speaker for speaker in self.speakers}
        self.common = CommonNouns(tokens, words)
        self.shouted = ShoutedNames(tokens, words, shouting)
        self.complements = ComplementFinder(tokens, self.starts, words)
        self._firsts = [speaker.first for speaker in self.speakers]
        self._lasts = [speaker.last for speaker in self.speakers]

    def word(self, k: int) -> str:
        """Return the token at `k` in lower case, "" beyond the edges."""
        return self.tokens[k].lower if 0 <= k < len(self.tokens) else ""

    def kind(self, speaker: Speaker) -> str | None:
        """Return the kind of a speaker that is listed, else None."""
        return self.vocabulary.kinds.get(speaker.claimant)

    def is_outlet(self, speaker: Speaker) -> bool:
        """Tell whether a speaker is an outlet, which carries the words of others."""
        return self.vocabulary.is_outlet(speaker.claimant)

    def backwards(self, last: int) -> Iterator[Speaker]:
        """Yield the speakers that end at or before token `last`, the nearest first."""
        for position in range(bisect_right(self._lasts, last) - 1, -1, -1):
            yield self.speakers[position]

    def forwards(self, first: int) -> Iterator[Speaker]:
        """Yield the speakers that begin at or after token `first`, in order."""
        for position in range(bisect_left(self._firsts, first), len(self.speakers)):
            yield self.speakers[position]

    def after(self, k: int) -> tuple[Speaker | None, int]:
        """Return who stands at `k` behind a word of attribution, listed or not, and where it ends.

        Where nobody stands there, the second is the end of the words read.
        """
        speaker, last = self.complements.speaker_after(k)
        if speaker is None:
            speaker = self.common.after(k)
            last = speaker.last if speaker else last
        return speaker, last

    @cached_property
    def first_told(self) -> int:
        """The position of the first verb of what happened or figure; else the end."""
        for k, token in enumerate(self.tokens):
            if happens(token.lower, self.words) or token.text[0].isdigit():
                return k
        return len(self.tokens)


def shown(speaker: Speaker) -> Speaker | None:
    """Return the speaker, or None where the words name nobody: "reports"."""
    return None if speaker.claimant == UNATTRIBUTED else speaker
