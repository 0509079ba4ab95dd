"""Names in a text of capitals, where no capital letter tells a name from other words."""

from collections.abc import Sequence

from pipeline.language.common_nouns import CommonNouns
from pipeline.language.speakers import (
    NAMED,
    PERSON,
    SURNAME,
    Speaker,
    SpeakerWords,
    person_id,
    slug,
)
from pipeline.language.tokens import Token

_STOPS = frozenset(';:.!?"“”„«»')
_REACH = 30


class ShoutedNames:
    """Reads names between marks and verbs among the tokens of one sentence of capitals."""

    def __init__(self, tokens: Sequence[Token], words: SpeakerWords, shouting: bool) -> None:
        self.tokens = tokens
        self.words = words
        self.shouting = shouting
        self.common = CommonNouns(tokens, words)

    def _lower(self, k: int) -> str:
        return self.tokens[k].lower if 0 <= k < len(self.tokens) else ""

    def after(self, i: int) -> Speaker | None:
        """Return a name of one or two words from `i` to a mark, in text of capitals."""
        end = i
        while self.shouting and end < len(self.tokens) and end - i < 3 and self.common.plain(end):
            end += 1
        if end == i or (end < len(self.tokens) and self.tokens[end].text[0].isalnum()):
            return None
        return self.before(end - 1, i - 1)

    def body(self, k: int) -> Speaker | None:
        """Return the body that opens a sentence of capitals: "PARISH AID OFFICE REPORTS THAT"."""
        first = k
        while first >= 0 and k - first < 6 and self.common.plain(first):
            first -= 1
        opened = first < 0 or self.tokens[first].text in _STOPS
        if (
            not opened
            or k - first < 2
            or self._lower(k) not in self.words.words["organisation_noun"]
        ):
            return None
        name = " ".join(token.text for token in self.tokens[first + 1 : k + 1])
        return Speaker(first + 1, k + 1, NAMED, slug(name))

    def before(self, k: int, low: int = -1) -> Speaker | None:
        """Return a name of one or two words between a mark and the verb, in text of capitals."""
        if not self.shouting:
            return None
        first = k
        while first > low and k - first < 4 and self.common.plain(first):
            first -= 1
        opened = first == low or not self.tokens[first].text[0].isalnum()
        if first == k or not opened:
            return None
        name = " ".join(token.text for token in self.tokens[first + 1 : k + 1])
        form = SURNAME if k - first == 1 else PERSON
        claimant = "" if form == SURNAME else person_id(name, self.words)
        return Speaker(first + 1, k + 1, form, claimant)

    def before_comma(self, comma: int) -> Speaker | None:
        """Return the name that opens the clause in text of capitals: "DIEGO RUIZ, MAYOR OF X,"."""
        low = comma
        while low > 0 and self.tokens[low - 1].text not in (*_STOPS, "]") and comma - low < _REACH:
            low -= 1
        end = low
        while end < comma and self.common.plain(end):
            end += 1
        if not 2 <= end - low <= 4 or self.tokens[end].text != ",":
            return None
        return self.before(end - 1, low - 1)
