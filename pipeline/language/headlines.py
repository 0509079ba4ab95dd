"""Speakers as headlines and lists name them: "Watchdog: ...", "... - police", "... (state TV)"."""

from collections.abc import Mapping, Sequence

from pipeline.language.bodies import STATIONS
from pipeline.language.common_nouns import CommonNouns
from pipeline.language.coverage import LEAD, TRAIL, Found
from pipeline.language.speakers import COMMON, NAMED, PERSON, SURNAME, Speaker, SpeakerWords, slug
from pipeline.language.tokens import Token

_DASHES = frozenset({"-", "–", "—"})
# Who alone may speak in brackets: "Five killed (state radio)".
_IN_BRACKETS = frozenset(["media", "state_media", "monitor", "international_organisation"])


class HeadlineReader:
    """Reads the short forms among the tokens of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        starts: Mapping[int, Speaker],
        words: SpeakerWords,
        shouting: bool,
    ) -> None:
        self.tokens = tokens
        self.starts = starts
        self._ending = {speaker.last: speaker for speaker in starts.values()}
        self.words = words.words
        self._kinds = words.kinds
        self._vocabulary = words
        self._common = CommonNouns(tokens, words)
        self._shouting = shouting

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def of_line(self, i: int, mark: str) -> Found | None:
        """Read the short form of headlines: "Watchdog: nine dead" and "Nine dead - police"."""
        if mark == ":":
            return self._before_colon(i)
        speaker = self.starts.get(i + 1)
        size = len(self.tokens)
        if speaker is None and 0 < size - i - 1 < 4 and self.tokens[i].start and i > 3:
            rest = range(i + 1, size)
            if all(self._common.plain(k) and self.tokens[k].text.islower() for k in rest):
                speaker = Speaker(i + 1, size, COMMON, slug(" ".join(map(self._word, rest))))
        if speaker is None or speaker.last != size:
            return None
        initials = speaker.form == SURNAME and self.tokens[i + 1].text.isupper()
        if speaker.form not in (NAMED, COMMON) and not (initials and not self._shouting):
            return None
        return Found(i, speaker.last, speaker, TRAIL, "claimant.headline")

    def _before_colon(self, i: int) -> Found | None:
        """Read who stands before the first colon: "Watchdog:", "Doctors' union:", "#Town LCC:"."""
        nouns = self.words["organisation_noun"]
        speaker = self.starts.get(0) or self.starts.get(i - 1) or self._ending.get(i)
        if speaker is None or speaker.form != NAMED:
            # "#Town LCC:" puts a place before the name.
            named = self._vocabulary.name_at(self.tokens, i - 1, self._shouting) if i else None
            if named is not None and named[0] == i:
                speaker = Speaker(i - 1, i, NAMED, named[1])
        person = speaker is not None and speaker.form == PERSON and speaker.last == i
        office = any(self._word(k) in self.words["title"] for k in range(i))
        if person and office and i < 8 and self._word(i + 1)[:1].isdigit():
            # "Police colonel Omar Diaz: 22 dead", and not the village "Um Hajar: 22 dead"
            return Found(0, i + 1, speaker, LEAD, "claimant.headline")
        of_body = self._word(i - 1) in nouns and speaker is not None and speaker.last < i
        if speaker and speaker.form == NAMED and speaker.first < 3 and i < 5 and not of_body:
            if self._kinds.get(speaker.claimant, "") or self._word(speaker.last - 1) in STATIONS:
                return Found(speaker.first, i + 1, speaker, LEAD, "claimant.headline")
        if not 0 < i < 5 or self._word(i - 1) not in nouns or i == len(self.tokens) - 1:
            return None
        if not all(self._common.plain(k) or self._word(k) in ("'", "’") for k in range(i)):
            return None
        body = Speaker(0, i, COMMON, slug(" ".join(self._word(k) for k in range(i))))
        return Found(0, i + 1, body, LEAD, "claimant.headline")

    def _is_acronym(self, i: int) -> bool:
        """Tell whether the brackets at `i` hold the letters of the name before: "... (RSF)"."""
        letters = self.tokens[i + 1].text
        before = self.tokens[max(0, i - len(letters)) : i]
        return letters.isupper() and letters == "".join(token.text[0].upper() for token in before)

    def in_brackets(self, i: int) -> Found | None:
        """Read "(opposition claims)" and "(per the Observatory)"."""
        close = next(
            (k for k in range(i + 1, min(i + 9, len(self.tokens))) if self._word(k) == ")"), 0
        )
        if not close:
            return None
        alone = self.starts.get(i + 1)
        if (
            alone is not None
            and alone.form == NAMED
            and alone.last == close
            and i > 3
            and self._kinds.get(alone.claimant) in _IN_BRACKETS
            and self._word(close + 1) not in _DASHES
            and not self._is_acronym(i)
        ):
            return Found(i, close + 1, alone, TRAIL, "claimant.parenthesis")
        opening = self._word(i + 1) in ("per", "source", "claimed", "reported", "by")
        closing = self._word(close - 1) in self.words["report_noun"]
        if not opening and not closing:
            return None
        for k in range(close - 1, i, -1):
            speaker = self.starts.get(k)
            per = speaker is not None and speaker.form == SURNAME and self._word(k - 1) == "per"
            if speaker is not None and (per or speaker.form in (NAMED, PERSON)):
                return Found(i, close + 1, speaker, TRAIL, "claimant.parenthesis")
        return None
