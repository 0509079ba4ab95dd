"""The subject of a verb of speech: who stands before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.common_nouns import CommonNouns
from pipeline.language.complements import UNATTRIBUTED
from pipeline.language.shouted_names import ShoutedNames
from pipeline.language.speakers import (
    BACK,
    COMMON,
    NAMED,
    PERSON,
    SURNAME,
    Speaker,
    SpeakerWords,
    slug,
)
from pipeline.language.tokens import Token

_STOPS = frozenset(';:.!?"“”„«»')
_REACH = 30
_AT = frozenset(["at", "near", "outside", "inside"])
_PLACING = frozenset(["at", "in", "on", "near", "for", "of", "from", "with"])
# Two words that may stand between a subject and its verb.
_STEPPED = frozenset([("able", "to"), ("at", "first")])
# What a body issues and speaks by.
_ISSUED = frozenset(
    "video footage film list document documents letter photographs images recording paper page "
    "notice leaflet survey investigation inquiry study findings map bulletin tape".split()
)
# What somebody does by speaking: "The activist questioned the account, claiming that".
_ANSWERED = frozenset(
    "questioned questions disputed disputes dismissed dismisses criticised criticized condemned "
    "praised responded replied challenged contested hailed protested appealed apologised "
    "apologized complained defended".split()
)
_SPEAKING = frozenset({"speaking", "talking", "writing"})
_LINKING = frozenset(["and", "but", "while", "whereas", "yet"])
_PARTS = frozenset(["morning", "afternoon", "evening", "night"])
# Words in "-ly" that are no adverbs.
_NO_ADVERBS = frozenset("family assembly ally daily weekly monthly rally reply supply july".split())


def is_auxiliary(word: str, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Tell whether a word may stand between a subject and its verb: "has", "originally"."""
    if word in words["auxiliary"]:
        return True
    return len(word) > 5 and word.endswith("ly") and word not in _NO_ADVERBS


class SubjectFinder:
    """Finds subjects among the tokens of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        speakers: Sequence[Speaker],
        words: SpeakerWords,
        shouting: bool,
    ) -> None:
        self.tokens = tokens
        self.speakers = speakers
        self.vocabulary = words
        self.words = words.words
        self.shouting = shouting
        self.common = CommonNouns(tokens, words)
        self.shouted = ShoutedNames(tokens, words, shouting)
        self.ends = {speaker.last: speaker for speaker in speakers}
        self._firsts = [speaker.first for speaker in speakers]
        self._lasts = [speaker.last for speaker in speakers]

    def before(self, verb: int, any_noun: bool, strict: bool = False) -> Speaker | None:
        """Return who stands as the subject before token `verb`.

        Args:
            verb: position of the verb.
            any_noun: whether a noun that is in no list may speak ("a defected colonel said").
            strict: whether the speaker must stand straight before the verb.
        """
        k = self._skip_adverbs(verb - 1)
        if k < 0:
            return None
        if self.tokens[verb].lower.endswith("ing") and self._lower(verb - 1) == ",":
            return self._spoke_before(verb - 1)
        k, listed = self._before_acronym(self._before_aside(k))
        speaker = listed or self.ends.get(k + 1) or self._owner_of_paper(k)
        speaker = self._of_its_office(k) or speaker
        if speaker is not None:
            if carried := self._carried_by(speaker):
                return carried
            if self._is_capital(speaker):
                return self.ends.get(speaker.first - 1) or self._head(k)
            inside = self._inside_phrase(speaker)
            head = self._head(k) if inside else None
            nobody = inside and speaker.claimant == UNATTRIBUTED
            return head or (None if nobody else self._widened(speaker))
        if self.tokens[k].text in _STOPS:
            return self._so_called(k) if any_noun else None
        if self.tokens[k].text in (",", ")", "-", "—", "–"):
            return self._before_apposition(k)
        if strict and self.shouting and self._lower(verb + 1) == "that":
            return self.shouted.body(k) or self.common.bare_before(k) or self.common.reporter(k)
        if strict:
            return self.common.bare_before(k) or self.common.reporter(k)
        found = (
            self._relative(k)
            or self._before_phrase(k)
            or self._head_of_second_clause(k)
            or self._first_of_clause(k)
            or self.shouted.before(k)
        )
        if found is not None:
            return found
        return self.common.before(k) if any_noun else None

    def _head(self, k: int) -> Speaker | None:
        """Return the noun that opens the clause, as the speaker that it may be known for."""
        noun = self.common.head(k)
        known = noun and next(self._from(noun.first), None)
        if noun and known and known.first == noun.first and known.form in (NAMED, BACK):
            return known
        return noun

    def _carried_by(self, outlet: Speaker) -> Speaker | None:
        """Return whose words an outlet carried: "A military communique read over state radio"."""
        by = outlet.first - 1
        if self._lower(by) in self.words["determiner"]:
            by -= 1
        if self._lower(by) not in ("over", "on", "by"):
            return None
        if self._lower(by - 1) not in self.words["carrying_participle"]:
            return None
        return self.ends.get(by - 1) or self.common.before(by - 2)

    def _of_its_office(self, k: int) -> Speaker | None:
        """Return the body told before, whose office speaks: "its press officer"."""
        if self._lower(k) not in self.words["role"]:
            return None
        for owner in range(k - 1, max(-1, k - 4), -1):
            if self._lower(owner) == "its":
                return Speaker(owner, k + 1, BACK, "", frozenset({"body"}))
            if not self.common.plain(owner):
                break
        return None

    def _before_aside(self, k: int) -> int:
        """Step over an aside between commas: "A teacher from Kiro, for his part, said"."""
        if k < 3 or self.tokens[k].text != ",":
            return k
        for comma in range(k - 1, max(0, k - 6), -1):
            if self.tokens[comma].text == ",":
                aside = " ".join(token.lower for token in self.tokens[comma + 1 : k])
                return comma - 1 if aside in self.words["aside"] else k
        return k

    def _owner_of_paper(self, k: int) -> Speaker | None:
        """Return whose paper ends at `k`: "the commander's after-action report"."""
        if self._lower(k) not in self.words["report_noun"]:
            return None
        known = self.ends.get(k + 1) or self.ends.get(k)
        if known:
            return known  # "health ministry figures"
        for at in range(k - 1, max(-1, k - 4), -1):
            if self._lower(at).endswith(("'s", "’s")):
                return self.ends.get(at + 1) or self.common.owner(at)
            if (
                not self.tokens[at].text[0].isalpha()
                or self._lower(at) in self.words["preposition"]
            ):
                return None
        return None

    def _relative(self, k: int) -> Speaker | None:
        """Return whose kin speaks behind a comma: "Diaz, 22, was shot dead, his mother says"."""
        first = k
        while first > 0 and k - first < 2 and self.common.plain(first):
            first -= 1
        if first == k or self._lower(first) not in ("his", "her", "their"):
            return None
        return self.common.since(first) if self._lower(first - 1) == "," else None

    def _so_called(self, k: int) -> Speaker | None:
        """Return the body whose name the text holds at arm's length: `the "relief office" gave`."""
        for opened in range(k - 2, max(-1, k - 6), -1):
            if self.tokens[opened].text in '"“' and self._lower(opened - 1) != ",":
                name = " ".join(token.text for token in self.tokens[opened + 1 : k])
                lone = self.tokens[k].text in '"”' and self.tokens[k - 1].text not in ",.!?"
                return Speaker(opened, k + 1, COMMON, slug(name)) if lone else None
            if not self.common.plain(opened):
                break
        return None

    def _before_acronym(self, k: int) -> tuple[int, Speaker | None]:
        """Step over an acronym in brackets: "the Press Committee [COPREFA] reported".

        Returns the position before it, and the speaker whom the acronym names, if listed.
        """
        if self.tokens[k].text not in (")", "]") or k + 1 in self.ends:
            return k, None
        for opened in range(k - 1, max(0, k - 5), -1):
            if self.tokens[opened].text in ("(", "["):
                inside = self.ends.get(k)
                listed = inside is not None and inside.claimant in self.vocabulary.kinds
                return opened - 1, inside if listed else None
        return k, None

    def before_citing(self, verb: int) -> Speaker | None:
        """Return who cites another: "AFP, citing medics," or "AFP quoted medics"."""
        if self._lower(verb - 1) == ",":
            return self._first_of_clause(verb - 1)
        return self.before(verb, any_noun=False)

    def described_before(self, verb: int, following: str) -> bool:
        """Tell whether the subject stands before its description: "a clerk, who fled, said a"."""
        comma = verb - 1
        if comma < 1 or self.tokens[comma].text != ",":
            return False
        if self._before_relative(comma) is not None:
            return True
        indefinite = following in ("a", "an", "his", "her", "its", "their")
        return indefinite and self._before_apposition(comma) is not None

    def owner_before(self, i: int) -> Speaker | None:
        """Return whose claim stands at `i`: "the rebels' boast", "the navy's radio claim"."""
        for k in (i - 1, i - 2):
            if self._lower(k).endswith(("'s", "’s")):
                known = self.ends.get(k + 1)
                return known if known and known.claimant else self.common.owner(k)
        return None

    def _spoke_before(self, comma: int) -> Speaker | None:
        """Return who speaks on: "the group gave another toll, saying"."""
        if comma and self._lower(comma - 1) in self.words["speech_verb"]:
            # "Ten soldiers died, one source said, adding"
            return self.before(comma - 1, any_noun=True)
        speaker = self._first_of_clause(comma)
        if speaker is None:
            return None
        between = self.tokens[speaker.last : comma]
        spoke = any(
            token.lower in self.words["speech_verb"] or token.lower in _ANSWERED
            for token in between
        )
        return speaker if spoke else None

    def _backwards(self, last: int) -> Iterator[Speaker]:
        """Yield the speakers that end at or before token `last`, the nearest first."""
        for position in range(bisect_right(self._lasts, last) - 1, -1, -1):
            yield self.speakers[position]

    def _from(self, first: int) -> Iterator[Speaker]:
        """Yield the speakers that begin at or after token `first`, in order."""
        for position in range(bisect_left(self._firsts, first), len(self.speakers)):
            yield self.speakers[position]

    def _lower(self, k: int) -> str:
        return self.tokens[k].lower if 0 <= k < len(self.tokens) else ""

    def _skip_adverbs(self, k: int) -> int:
        """Step back over "has also", "on Friday", "who", to the end of the subject."""
        while k >= 0:
            lower = self._lower(k)
            if lower in ("who", "which") and k > 0:
                k -= 2 if self._lower(k - 1) == "," else 1
            elif (
                (self._lower(k - 1), lower) in _STEPPED
                or self._is_part_of_day(k)
                or (self._lower(k - 1) == "that" and lower in self.words["month"])
            ):
                k -= 2
            elif is_auxiliary(lower, self.words) or lower in self.words["hedge"]:
                k -= 1
                if self._lower(k) in ("on", "last", "late", "early", "this"):
                    k -= 1
            else:
                break
        return k

    def _is_part_of_day(self, k: int) -> bool:
        """Tell whether "this morning" or "last night" ends at `k`."""
        before = self._lower(k - 1)
        return self._lower(k) in _PARTS and before in ("this", "last", "that", "yesterday")

    def _widened(self, speaker: Speaker) -> Speaker:
        """Return the head where the speaker found is only its complement ("rebels in Sarmin")."""
        k = speaker.first - 1
        while (
            k >= 0
            and speaker.first - k < 4
            and (self._lower(k) in self.words["determiner"] or self._lower(k) in ("same", "local"))
        ):
            k -= 1
        if self._lower(k) == "to" and self._lower(k - 1) == "close":
            k -= 1
        elif self._lower(k) not in ("of", "for", "from", "with", "at", "in", "near", "and"):
            return speaker
        head = self.ends.get(k)
        if head is None:
            return speaker
        if self._lower(k) == "and":
            return head if head.form in (NAMED, PERSON) else speaker
        if (
            head.form == PERSON
            or self._lower(k) == "close"
            or (speaker.form == SURNAME and head.form == NAMED)
        ):
            return head
        return speaker

    def _before_apposition(self, comma: int) -> Speaker | None:
        """Return the speaker whose apposition ends with the mark at `comma`."""
        described = self._before_relative(comma) or self._paper_described(comma)
        if described is not None:
            return described
        best: Speaker | None = None
        hanging: Speaker | None = None
        for speaker in self._backwards(comma):
            if comma - speaker.first > _REACH or self._stop_between(speaker.last, comma):
                break
            follows = self._lower(speaker.last)
            set_off = follows in (",", "(", "-", "—", "–") or speaker.last == comma
            set_off = set_off or self._placed(speaker, comma)
            if not set_off or self._is_pronoun(speaker) or self._place_like(speaker):
                continue
            if speaker.form == NAMED and self._told(speaker):
                continue
            if self._hangs(speaker):
                before = self._before_phrase(speaker.first - 1)
                hanging = hanging or before or self.common.head(speaker.last - 1)
                continue
            if best is None or self._rank(speaker) >= self._rank(best):
                best = speaker
        if best is None:
            return hanging or self.shouted.before_comma(comma) or self._described(comma)
        return self._specified(best, comma)

    def _paper_described(self, comma: int) -> Speaker | None:
        """Return whose paper an aside describes: "the cabinet's first note, read at noon, gave"."""
        for k in range(comma - 1, max(0, comma - _REACH), -1):
            if self.tokens[k].text in _STOPS and self.tokens[k].text != ":":
                return None
            if self.tokens[k].text == ",":
                return self._owner_of_paper(k - 1)
        return None

    def _placed(self, speaker: Speaker, comma: int) -> bool:
        """Tell whether a phrase up to a comma follows: "A nurse at the scene, who fled, said"."""
        if speaker.form not in (NAMED, COMMON) or self._lower(speaker.last) not in _PLACING:
            return False
        if self.vocabulary.kinds.get(speaker.claimant) != "unnamed_group":
            return False
        for k in range(speaker.last + 1, min(speaker.last + 7, comma + 1)):
            if self.tokens[k].text == ",":
                return True
        return False

    def _rank(self, speaker: Speaker) -> int:
        """Return how likely this is the subject: a name before a lone capital word.

        One who stands after "by" is somebody else ("the mayor, accompanied by Colonel Diaz,"),
        except as the author that a comma sets off ("another report, by John Smith,").
        """
        k = speaker.first - 1
        while k > 0 and speaker.first - k < 5 and self.tokens[k].text[0].isalpha():
            if self._lower(k) == "by":
                return 3 if self._lower(k - 1) == "," else 0
            if self._lower(k) == "of" and speaker.form == NAMED:
                return 2  # "the head of the Red Cross, Omar Diaz,"
            k -= 1
        if self.vocabulary.kinds.get(speaker.claimant) == "unnamed_group":
            return 2
        return {PERSON: 3, NAMED: 3, BACK: 2, COMMON: 2, SURNAME: 1}[speaker.form]

    def _described(self, comma: int) -> Speaker | None:
        """Return the noun in no list that opens the sentence: "A student leader, in turn, said"."""
        low = comma
        while low > 0 and self.tokens[low - 1].text not in _STOPS and comma - low < _REACH:
            low -= 1
        article = self._lower(low) in ("a", "an", "the", "one", "another")
        noun = self.common.since(low) if article else self.common.after(low)
        if noun is None or noun.last >= comma:
            return None
        follows = self._lower(noun.last)
        placed = not article and follows in self.words["preposition"]
        return noun if follows == "," or placed else None

    def _before_relative(self, comma: int) -> Speaker | None:
        """Return who is described: "Diaz, who replaced the murdered Salas, said"."""
        relative = 0
        for k in range(comma - 1, max(0, comma - _REACH - 10), -1):
            if self.tokens[k].text in _STOPS:
                break
            if self._lower(k) in ("who", "whose", "which") and self._lower(k - 1) == ",":
                relative = k - 1
        if not relative:
            return None
        while self._lower(relative - 1) in ("there", "here"):
            relative -= 1
        name = self.ends.get(relative) or self.shouted.before(relative - 1)
        return name or self.common.before(relative - 1)

    def _specified(self, best: Speaker, comma: int) -> Speaker:
        """Return the body singled out: "activist groups, especially the Observatory,"."""
        inner = self._lower(best.last + 1)
        if inner in (
            "specifically",
            "especially",
            "notably",
            "particularly",
            "namely",
            "including",
        ):
            for speaker in self._from(best.last + 1):
                if speaker.first >= comma:
                    break
                if speaker.form in (NAMED, PERSON):
                    return speaker
        return best

    def _is_pronoun(self, speaker: Speaker) -> bool:
        return speaker.form == BACK and speaker.last - speaker.first == 1

    def _inside_phrase(self, speaker: Speaker) -> bool:
        """Tell whether a name only ends the subject: "groups in London", "reached by Skype"."""
        before = self._lower(speaker.first - 1)
        return (
            self._place_like(speaker)
            or self._hangs(speaker)
            or (before == "by" and (speaker.form == SURNAME or self._asked_by(speaker)))
        )

    def _asked_by(self, speaker: Speaker) -> bool:
        """Tell whether a body only asks or is the means: "a clerk reached by radio"."""
        k = speaker.first - 1
        if not self.common.participle(k - 1):
            return False
        issued = self._lower(k - 2) in self.words["report_noun"] or self._lower(k - 2) in _ISSUED
        return not issued and self.common.head(k) is not None

    def _told(self, speaker: Speaker) -> bool:
        """Tell whether a body is told by another: "in a note delivered to a news agency,"."""
        k = speaker.first
        while k > 0 and speaker.first - k < 4 and self.tokens[k - 1].text[0].isalpha():
            k -= 1
            if self._lower(k) == "to":
                return self._lower(k - 1).endswith("ed") or self._lower(k - 1) in _SPEAKING
        return False

    def _hangs(self, speaker: Speaker) -> bool:
        """Tell whether a body is but the place of the speaker: "a nurse at the city's hospital"."""
        if speaker.form != NAMED or self.vocabulary.kinds.get(speaker.claimant) == "person":
            return False
        k = speaker.first - 1
        while (
            k > 0
            and speaker.first - k < 5
            and self.tokens[k].text[0].isalpha()
            and self._lower(k) not in self.words["preposition"]
            and self._lower(k) not in self.words["speech_verb"]
        ):
            k -= 1
        if speaker.claimant == UNATTRIBUTED:
            # "the commissioner for information"
            return self._lower(k) in ("for", "of")
        return self._lower(k) in _AT

    def _place_like(self, speaker: Speaker) -> bool:
        """Tell whether a lone capital word stands where a place or a date would."""
        before = self._lower(speaker.first - 1)
        inside = (
            "in", "at", "on", "near", "from", "to", "of", "outside", "around", "between", "via",
            "about", "through",
        )  # fmt: skip
        lone = speaker.form in (SURNAME, PERSON) and not speaker.of
        return (lone or self._is_capital(speaker)) and before in inside

    def _is_capital(self, speaker: Speaker) -> bool:
        """Tell whether a government's name is the place of its capital: "an envoy in Tehran"."""
        return (
            speaker.form == NAMED
            and self._lower(speaker.first - 1) in ("in", "from", "outside", "near")
            and speaker.last == speaker.first + 1
            and self.vocabulary.kinds.get(speaker.claimant) == "state_body"
        )

    def _stop_between(self, low: int, high: int) -> bool:
        return any(self.tokens[k].text in _STOPS for k in range(low, high))

    def _before_phrase(self, k: int) -> Speaker | None:
        """Return the speaker before a phrase without commas: "an activist on the border said"."""
        for speaker in self._backwards(k):
            if k - speaker.last > 9:
                return None
            between = self.tokens[speaker.last : k + 1]
            if any(token.text in _STOPS or token.text == "," for token in between):
                return None
            link = self._lower(speaker.last)
            if any(self._speaks_at(at) for at in range(speaker.last, k + 1)):
                return None
            if (
                speaker.form in (NAMED, PERSON, BACK)
                and (
                    link in self.words["preposition"]
                    or link in ("who", "whose")
                    or self.common.participle(speaker.last)
                )
                and link not in ("after", "before", "until", "as", "by")
            ):
                return speaker
        return None

    def _speaks_at(self, k: int) -> bool:
        """Tell whether a verb by which somebody speaks stands at `k`."""
        word = self._lower(k)
        value = self.words["speech_verb"].get(word)
        if value is None or value in ("seen", "learned") or self._lower(k - 1) == "the":
            return False
        needed = self.words["needs_next"].get(word)
        return needed is None or self._lower(k + 1) == needed

    def _first_of_clause(self, k: int) -> Speaker | None:
        """Return the speaker with which the clause opens and on which an apposition hangs."""
        low = k
        while low > 0 and self.tokens[low - 1].text not in _STOPS and k - low < _REACH + 10:
            low -= 1
        for speaker in self._from(low):
            if speaker.form == SURNAME and not speaker.claimant:
                continue
            if speaker.last > k:
                return None
            follows = self._lower(speaker.last)
            if self._place_like(speaker) or speaker.form not in (NAMED, PERSON):
                continue
            if self.tokens[k].text == "," or follows in (",", "who", "which", "that"):
                return speaker if self._opens(speaker.first, low) else None
        return None

    def _head_of_second_clause(self, k: int) -> Speaker | None:
        """Return the head of a subject behind ", and": "..., and the bishop in his letter said"."""
        low = k
        while low > 0 and self.tokens[low - 1].text not in _STOPS and self._lower(low - 1) != ",":
            low -= 1
        linked = self._lower(low) in _LINKING and self._lower(low - 1) == ","
        return self.common.head(k) if linked else None

    def _opens(self, first: int, low: int) -> bool:
        """Tell whether only a when or where stands before the speaker in its clause."""
        k = first - 1
        if self._lower(k) in self.words["determiner"]:
            k -= 1
        return k < low or self.tokens[k].text == "," or k - low < 5
