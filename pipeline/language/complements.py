"""Speakers that follow a word of attribution: "according to ...", "told ...", "by ..."."""

from collections.abc import Mapping, Sequence

from pipeline.language.common_nouns import CommonNouns
from pipeline.language.speakers import ARTICLES, BACK, NAMED, SURNAME, Speaker, SpeakerWords
from pipeline.language.tokens import Token

UNATTRIBUTED = "unattributed"

_OWNERS = {"its": "body", "his": "he", "her": "he", "their": "group"}
_PRONOUNS = {"it": "body", "him": "he", "her": "he", "them": "group"}
_REACH = 10


class ComplementFinder:
    """Finds the speakers that stand after words of attribution in one sentence."""

    def __init__(
        self, tokens: Sequence[Token], starts: Mapping[int, Speaker], words: SpeakerWords
    ) -> None:
        self.tokens = tokens
        self.starts = starts
        self.common = CommonNouns(tokens, words)
        self.words = words.words
        self.vocabulary = words

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def speaker_after(self, i: int) -> tuple[Speaker | None, int]:
        """Return the speaker named from token `i` on, past "a report by", and where it ends.

        "According to reports" names nobody: the speaker is then UNATTRIBUTED.
        """
        nouns, links = self.words["report_noun"], self.words["report_link"]
        owner = _OWNERS.get(self._word(i))
        if owner is not None and any(self._word(k) in nouns for k in range(i + 1, i + 4)):
            return Speaker(i, i + 1, BACK, "", frozenset({owner})), i + 2
        pronoun = _PRONOUNS.get(self._word(i))
        clear = self._word(i) in ("him", "them") or self._word(i + 1) in (",", ".", ";", ":", "")
        if pronoun is not None and clear:
            return Speaker(i, i + 1, BACK, "", frozenset({pronoun})), i + 1
        reported = False
        for k in range(i, min(i + _REACH, len(self.tokens))):
            speaker = self.starts.get(k)
            if speaker is not None and (noun := self._described_by(speaker)):
                return noun, noun.last
            if speaker is not None and not self._leads_on(speaker, reported):
                return speaker, speaker.last
            word = self._word(k)
            if speaker is not None or word in nouns:
                reported = True
            elif word in ",.;:" or (word in self.words["speech_verb"] and word not in links):
                break
        if not reported:
            return None, i
        for k in range(i, min(i + 6, len(self.tokens) - 1)):
            # "According to a communique issued by the fleet command".
            if self._word(k) in ("by", "from") and (issuer := self.common.after(k + 1)):
                return issuer, issuer.last
        last = min(i + 2, len(self.tokens))
        return Speaker(i, last, NAMED, UNATTRIBUTED), last

    def _described_by(self, speaker: Speaker) -> Speaker | None:
        """Return the noun that a capital word only describes: "a Swedish pilot"."""
        k = speaker.last
        if speaker.form != SURNAME or speaker.claimant or not self._is_noun(k):
            return None
        lone = self._word(speaker.first) not in ARTICLES
        article = lone and self._word(speaker.first - 1) in ARTICLES
        noun = self.common.after(speaker.first - article)
        return noun if noun is not None and noun.last > k else None

    def _is_noun(self, k: int) -> bool:
        word = self._word(k)
        if not word or not self.tokens[k].text.islower() or not self.common.plain(k):
            return False
        verb = word in self.words["auxiliary"] or word in self.words["be_form"]
        return not verb and word not in self.words["trail_word"]

    def _leads_on(self, speaker: Speaker, reported: bool) -> bool:
        """Tell whether the speaker proper comes after: "the report by", "sources in the army"."""
        follows = self._word(speaker.last)
        if speaker.form == BACK or speaker.claimant == UNATTRIBUTED:
            return follows in ("by", "from", "of", "for") and self._next_start(speaker.last)
        lone = speaker.form == SURNAME and not speaker.claimant
        return lone and not reported and follows == "of"

    def _next_start(self, i: int) -> bool:
        """Tell whether a named speaker begins within a few words after the link at `i`."""
        for k in range(i + 1, min(i + 5, len(self.tokens))):
            speaker = self.starts.get(k)
            if speaker is not None and speaker.form != BACK:
                return True
        return False

    def addressee(self, i: int, verb: str) -> tuple[int, Speaker | None]:
        """Return where "told Reuters" ends and the outlet that was told, if any."""
        if verb not in ("told", "tells", "telling"):
            return i, None
        k = i + 1 if self._word(i) in self.words["determiner"] else i
        if self._word(i) in ("me", "us", "him", "her", "them"):
            return i + 1, None
        speaker = self.starts.get(i) or self.starts.get(k)
        if speaker is None:
            if self._word(k) in ("reporters", "journalists", "newsmen"):
                return k + 1, None
            return i, None
        if self.vocabulary.is_outlet(speaker.claimant):
            return speaker.last, speaker
        return speaker.last, None
