"""Speakers that stand in no list: "a defected colonel", "two colleagues", "exile groups"."""

import re
from collections.abc import Sequence

from pipeline.language.speakers import COMMON, Speaker, SpeakerWords, slug
from pipeline.language.tokens import Token

_ARTICLES = frozenset(["a", "an", "the", "one", "another"])
_SEVERAL = frozenset(["two", "three", "four", "five", "six", "several", "some", "many", "other"])
_OWNERS = frozenset(["my", "our", "his", "her", "their"])
_OPENERS = frozenset(["that", "and", "but", "while", "whereas", "although", "as", "because"])
_MARKS = frozenset('.,;:([—–-"“”„')
_PLURALS = frozenset(["people", "men", "women", "police", "newspapermen", "staff", "media", "kin"])
_OUTLETS = frozenset(
    ["daily", "weekly", "newspaper", "website", "radio", "page", "channel", "diary"]
)
# Verbs of speech that are more often adjectives or nouns: "the state commissioner".
_NOUNS_TOO = frozenset(["state"])
_LONGEST = 4
_PEOPLE = re.compile(
    r"(?:ish|ese|[a-z]ian|ican|[a-z]{2}an|aqi|eli|eni|uti|auti|ench|utch|reek|emali|istani)\Z"
)
_PARTICLES = frozenset(["out", "up", "off", "back", "together", "abroad"])
# Who stands for people of no name, before "who": "everybody who saw it says".
_ANYBODY = frozenset(["everybody", "everyone", "anybody", "anyone", "somebody", "someone", "those"])
# Verbs in "-ed" by which somebody acts: "soldiers died in clashes".
_NO_PARTICIPLES = frozenset(
    "died fled arrived remained escaped defected clashed attacked advanced retreated marched "
    "gathered opened fired stormed landed returned".split()
)
# "Fishermen reaching Port Vana said"
NEARING = frozenset("reaching arriving fleeing leaving returning visiting entering".split())
# What opens an entry of a live page: "23h15 A waiter says".
_HOUR = re.compile(r"\d{1,2}[h.:]\d\d|\d{4}")
# Participles that do not end in "-ed": "a page run from the capital".
_PARTICIPLES = frozenset(
    "run taken put held led sent left caught kept seen brought shown hit told drawn written made "
    "speaking working living writing travelling traveling serving fighting sheltering close loyal "
    "allied familiar".split()
)


class CommonNouns:
    """Reads noun phrases in no list among the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], words: SpeakerWords) -> None:
        self.tokens = tokens
        self.words = words.words

    def _lower(self, k: int) -> str:
        return self.tokens[k].lower if 0 <= k < len(self.tokens) else ""

    def since(self, i: int) -> Speaker | None:
        """Return the noun phrase that begins with the article or the number at `i`."""
        end = i + 1
        while end < len(self.tokens) and end - i < _LONGEST:
            if not (self.plain(end) or self._of_a_people(end)):
                break
            if self._lower(end).endswith("ing"):
                break
            end += 1
        if end == i + 1:
            return None
        return self._speaker(i, i + 1, end)

    def after(self, i: int) -> Speaker | None:
        """Return the noun phrase that follows "according to" at `i`, None for a report."""
        word = self._lower(i)
        if word.endswith(("'s", "’s")) and self._speaks_for_owner(self._lower(i + 1)):
            return Speaker(i, i + 2, COMMON, slug(word[:-2]))
        if word in _ARTICLES or word in _SEVERAL or word in _OWNERS:
            found = self.since(i)
        else:
            found = self._bare_from(i)
        if found is None or self._happens(found.last - 1):
            return None
        nouns = self.words["report_noun"]
        if any(self._lower(k) in nouns for k in range(i, found.last + 1)):
            return None
        return found

    def before(self, k: int) -> Speaker | None:
        """Return the noun phrase that ends at `k`: with an article, or a plural without one."""
        if self._happens(k):
            return None
        first = self._opening(k)
        opening = self._lower(first)
        if self._lower(first + 1) == "own" and opening.endswith(("'s", "’s")):
            # "the emirate's own burial committee"
            return self._speaker(first + 1, first + 2, k + 1)
        if first == k or opening not in _ARTICLES | _SEVERAL | _OWNERS:
            return self.bare_before(k) or self.head(k)
        if self._lower(first - 1) in self.words["preposition"]:
            return self.head(k)
        end = k
        while end > first + 1 and self._lower(end) in self.words["report_noun"]:
            end -= 1
        return self._speaker(first, first + 1, end + 1, k + 1)

    def _opening(self, k: int) -> int:
        """Return what stands before the words that end at `k`: "the masons' office"."""
        first = k
        owned = self._lower(k - 1) in ("'", "’") and self._lower(k - 2).endswith("s")
        nouns = self.words["organisation_noun"]
        if owned and (self._lower(k) in nouns or self._lower(k).removesuffix("s") in nouns):
            first = k - 2
        low = first
        while first >= 0 and low - first < 3 and (self.plain(first) or self._of_a_people(first)):
            first -= 1
        return first

    def bare_before(self, k: int) -> Speaker | None:
        """Return the plural without an article that ends at `k` and opens its clause."""
        # "..., resistance committee says" ends a headline.
        ends = k + 2 == len(self.tokens) and self._lower(k + 1) in ("says", "say")
        if self._happens(k) or not (ends or self._plural(k)):
            return None
        first = k
        while first >= 0 and k - first < 3 and self.plain(first):
            first -= 1
        if ends and self._lower(first) != ",":
            return None
        opened = first < 0 or self._lower(first) in _OPENERS or self.tokens[first].text in _MARKS
        return self._speaker(first + 1, first + 1, k + 1) if opened and first < k else None

    def reporter(self, k: int) -> Speaker | None:
        """Return who ends at `k` in "a report by a women's group"."""
        first = k
        while first >= 0 and k - first < 3 and self.plain(first):
            first -= 1
        if first == k or self._lower(first) not in _ARTICLES:
            return None
        if (
            self._lower(first - 1) != "by"
            or self._lower(first - 2) not in self.words["report_noun"]
        ):
            return None
        return self._speaker(first, first + 1, k + 1)

    def head(self, k: int) -> Speaker | None:
        """Return the noun that opens the clause: "the watchmen on duty", "a clerk reached by"."""
        first = k
        while first > 0 and k - first < 12 and self.tokens[first - 1].text[0].isalnum():
            first -= 1
        if self._lower(first) in _OPENERS or _HOUR.fullmatch(self._lower(first)):
            first += 1
        article = self._lower(first) in _ARTICLES | _SEVERAL
        noun = self.since(first) if article else self._bare_from(first)
        if noun is None or noun.last > k or self._happens(noun.last - 1):
            return None
        name = self.tokens[noun.first + article : noun.last]
        follows = self._lower(noun.last)
        if self.participle(noun.last) or follows in NEARING:
            return noun
        if follows not in self.words["preposition"] and follows not in ("who", "that"):
            return None
        if len(name) > 1 and (name[-1].lower.endswith("ed") or name[-1].lower in _PARTICIPLES):
            return self._speaker(first, first + article, noun.last - 1)
        return noun

    def participle(self, k: int) -> bool:
        """Tell whether a participle that describes a noun before it stands at `k`: "run by"."""
        word = self._lower(k)
        if word in _NO_PARTICIPLES or not (word.endswith("ed") or word in _PARTICIPLES):
            return False
        return self._lower(k + 1) in self.words["preposition"] or self._lower(k + 1) in _PARTICLES

    def _bare_from(self, i: int) -> Speaker | None:
        """Return the plural without an article that begins at `i`: "British paratroopers"."""
        if self._lower(i) in _ANYBODY and self._lower(i + 1) == "who":
            return self._speaker(i, i, i + 1)
        end = i + self._of_a_people(i)
        while end < len(self.tokens) and end - i < _LONGEST and self.plain(end):
            end += 1
            further = end - i < _LONGEST and self.plain(end) and self._plural(end)
            if self._plural(end - 1) and not further:
                return self._speaker(i, i, end)
        return None

    def _of_a_people(self, i: int) -> bool:
        """Tell whether an adjective that says whose begins a noun phrase: "Ethiopian"."""
        if not 0 <= i < len(self.tokens) - 1 or not self.tokens[i].text.istitle():
            return False
        return _PEOPLE.search(self._lower(i)) is not None and self.plain(i + 1)

    def _plural(self, k: int) -> bool:
        word = self._lower(k)
        if word in _PLURALS or (word.endswith("men") and len(word) > 5):
            return True
        return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))

    def owner(self, k: int) -> Speaker | None:
        """Return who owns what follows: the noun phrase that ends in "'s" at `k`."""
        first = k
        while first > 0 and k - first < 3 and self.plain(first - 1):
            first -= 1
        name = " ".join(token.text for token in self.tokens[first : k + 1])
        return Speaker(first, k + 1, COMMON, slug(name[:-2]))

    def _speaker(self, first: int, opens: int, closes: int, last: int = 0) -> Speaker:
        while closes - opens > 1 and self._lower(closes - 1) in self.words["report_noun"]:
            # "an LTTE statement": the LTTE
            last, closes = last or closes, closes - 1
        for k in range(closes - 2, opens - 1, -1):
            noun = self.tokens[k].text
            named = self.tokens[k + 1].text[0].isupper() and noun[0].islower()
            if noun.endswith(("'s", "’s")) and (named or noun[:-2] in self.words["owning_place"]):
                opens = k + 1  # "the town's emergency room", "the league's Al-Nur channel"
                break
        if closes - opens > 1:
            lead, end = self.tokens[opens], self._lower(closes - 1)
            owner = self._lower(closes - 2)
            if lead.text in _OUTLETS and self.tokens[opens + 1].text[0].isupper():
                opens += 1  # "the daily La Prensa"
            elif self._speaks_for_owner(end) and owner.endswith(("'s", "’s")):
                # "The centre's website" speaks for the centre.
                name = " ".join(token.text for token in self.tokens[opens : closes - 1])
                return Speaker(first, last or closes, COMMON, slug(name[:-2]))
            elif closes - opens > 2 and self._lower(opens) == "local":
                opens += 1  # "a local resistance leader"
            elif end in ("itself", "himself", "herself", "themselves"):
                closes -= 1
        name = " ".join(token.text for token in self.tokens[opens:closes])
        name = name.removesuffix("'s").removesuffix("’s")
        return Speaker(first, last or closes, COMMON, slug(name))

    def _happens(self, k: int) -> bool:
        """Tell whether the noun at `k` is something that happens or counts, and so never speaks."""
        word = self._lower(k)
        known = self.words["incident_noun"].keys() | self.words["toll_noun"].keys()
        return (
            (word.endswith("ing") and len(word) > 5)
            or word == "latest"
            or not known.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es")))
        )

    def _speaks_for_owner(self, noun: str) -> bool:
        return (
            noun in _OUTLETS
            or self.words["anaphor"].get(noun) == "report"
            or (noun in self.words["role"] and noun not in self.words["organisation_noun"])
        )

    def plain(self, k: int) -> bool:
        """Tell whether token `k` is a word that may stand inside a plain noun phrase."""
        lower = self._lower(k)
        return (
            lower.replace("-", "").replace("'", "").replace("’", "").isalpha()
            and lower not in self.words["preposition"]
            and lower not in self.words["conjunction"]
            and lower not in self.words["determiner"]
            and lower not in self.words["not_a_name"]
            and (lower not in self.words["speech_verb"] or lower in _NOUNS_TOO)
        )
