"""One walk over the words of a noun phrase, behind its count or article, to its head noun."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.calendar_words import date_end
from pipeline.language.compounds import subject_of_compound
from pipeline.language.counts import parse_count
from pipeline.language.findings import HUMAN_TYPES
from pipeline.language.head_forms import head_by_form
from pipeline.language.known_words import KnownWords
from pipeline.language.memberships import (
    body_behind_of,
    force_served,
    owner_before,
    works_for_relief,
)
from pipeline.language.noun_ends import NounEnds
from pipeline.language.phrases import NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.unknown_nouns import read_unknown
from pipeline.language.vocabulary import ActionNoun, Head, HeadKind, Vocabulary

_MOST_UNKNOWN = 6
_STOPS = words.PHRASE_STOPS - {"her"}
_APOSTROPHES = frozenset("'’")
_OPENING_BRACKETS, _CLOSING_BRACKETS = frozenset("(["), frozenset(")]")
# How many unknown words may stand inside a noun phrase before its real head.
_AHEAD = 3
# "death squad", "death toll": nobody's death.
_OF_DEATH = frozenset(
    "toll tolls threat threats penalty penalties sentence sentences squad squads row certificate "
    "certificates camp camps warrant warrants notice notices rate rates".split()
)
_OFFICES = frozenset(
    "command staff assembly council strike election elections hospital secretary secretariat "
    "prosecutor security directorate amnesty mobilisation mobilization congress".split()
)
# Nouns for persons that before a noun are adjectives.
_ALSO_ADJECTIVES = frozenset("national local elderly civilian private military".split())
_SUFFERED = frozenset("casualties losses fatalities".split())


class NounScan:
    """Reads adjectives, modifiers and the head noun.

    Args:
        vocabulary: the word lists.
        tokens: the sentence.
        position: the first token behind the count or the article.
        many: whether a count of two or more, or an article for one, stands before; None where
            nothing stands before.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        tokens: Sequence[Token],
        position: int,
        many: bool | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        self._tokens = tokens
        self._known = KnownWords(vocabulary, tokens)
        self._ends = NounEnds(self._known, position, many)
        self._start = self._position = position
        self._many = many
        self._head: Head | None = None
        self._types: tuple[str, ...] = ()
        self._end = position
        self._modifier = ""
        self._modifier_words: list[str] = []
        self._state = ""
        self._state_at = -1
        self._unknown = 0
        self._unknown_end = position

    def run(self) -> tuple[int, NounPhrase] | None:
        """Return the end of the phrase and what it says, or None where there is no noun."""
        while self._position < len(self._tokens) and self._step():
            pass
        if self._head is not None:
            return self._phrase(self._head)
        if self._state and self._state_at == self._start:
            return None
        last = self._unknown_end
        return read_unknown(self._tokens, self._start, last, self._modifier, self._state)

    def _step(self) -> bool:
        """Take one word or term; False ends the phrase."""
        behind = self._behind_mark(self._position)
        if behind > self._position:
            if self._tokens[self._position].text in _APOSTROPHES:
                # "Workers' Party": those named so far are but a part of the name
                self._head, self._unknown_end = None, behind
            self._position = behind
            return True
        if self._head is not None and self._head.kind == "incidents" and self._names_begin():
            return False
        head = self._head_here()
        modifier = self._vocabulary.modifiers.at(self._tokens, self._position)
        if head is not None and (modifier is None or head[0] >= modifier[0]):
            if self._head is not None and self._complete() and not head[1].plural:
                return False
            self._take_head(*head)
            return True
        if self._head is not None:
            return self._beyond_head(self._head, modifier)
        if modifier is not None:
            self._take_modifier(*modifier)
            return True
        return self._other(self._tokens[self._position].lower)

    def _names_begin(self) -> bool:
        """Tell whether a capital letter follows a small one: "in the attack Major Dib was"."""
        before, here = self._tokens[self._position - 1].text, self._tokens[self._position].text
        return before.islower() and here[0].isupper()

    def _behind_mark(self, position: int) -> int:
        """Step over marks inside a name: "six Workers' Party men", "six Free Party (FP) men"."""
        tokens = self._tokens
        if position + 1 >= len(tokens) or not tokens[position - 1].text[0].isupper():
            return position
        if tokens[position].text in _APOSTROPHES:
            owns = position > self._start and tokens[position - 1].lower.endswith("s")
            return position + (owns and tokens[position + 1].text[0].isupper())
        if tokens[position].text not in _OPENING_BRACKETS or position + 3 >= len(tokens):
            return position
        short, closing = tokens[position + 1].text, tokens[position + 2].text
        shortens = len(short) > 1 and short[0].isupper() and short[-1].isupper()
        if not shortens or closing not in _CLOSING_BRACKETS or self._complete():
            return position
        return position + 3 if self._known.leads_to_noun(position + 3) else position

    def _complete(self) -> bool:
        return self._head is not None and bool(self._head.plural) and self._head.kind != "weak"

    def _head_here(self) -> tuple[int, Head] | None:
        """Return the end of a noun for those who are counted, and what it is, or None."""
        word = self._tokens[self._position].lower
        if word == "general" and self._opens_an_office():
            return None
        if word == "post" and self._known.is_word(self._position + 1, "office"):
            return None
        head = self._vocabulary.heads.at(self._tokens, self._position)
        return head or head_by_form(self._known, self._position, self._many)

    def _opens_an_office(self) -> bool:
        """Tell whether "General" belongs to an office: "the General Command"."""
        following = self._position + 1
        return following < len(self._tokens) and self._tokens[following].lower in _OFFICES

    def _take_head(self, end: int, head: Head) -> None:
        before = self._head
        if before is not None and before.kind in {"strong", "weak"} and before.subject != "people":
            if before.kind == "strong" or not self._modifier:
                self._modifier = before.subject
            self._modifier_words.append(self._tokens[self._position - 1].lower)
        self._head = head
        self._end = self._position = end

    def _take_modifier(self, end: int, subject: str) -> None:
        self._modifier = subject
        modifier = [token.lower for token in self._tokens[self._position : end]]
        self._modifier_words.extend((*modifier, " ".join(modifier)))
        self._position = self._unknown_end = end

    def _take_unknown(self, end: int) -> bool:
        """Take a word that no list holds; False where that makes too many."""
        self._unknown += 1
        self._position = self._unknown_end = end
        return self._unknown < _MOST_UNKNOWN

    def _beyond_head(self, head: Head, modifier: tuple[int, str] | None) -> bool:
        """Go on behind a head where the words are but the front of a longer compound."""
        action = self._vocabulary.nouns.at(self._tokens, self._position)
        if action is not None and head.plural is not True:
            self._modifier = head.subject
            return self._other(self._tokens[self._position].lower)
        if modifier is not None and self._known.leads_to_head(modifier[0]):
            self._take_modifier(*modifier)
            return True
        if modifier is not None and self._many is False and self._is_adjective():
            self._head, self._end = None, modifier[0]
            self._take_modifier(*modifier)
            return False
        further = self._head_ahead() if head.plural is not True else None
        if further is not None:
            self._position = further
            return True
        inner = subject_of_compound(self._known, self._position, head, self._many)
        if inner is not None:
            self._modifier = self._modifier or inner or "people"
            kind: HeadKind = "weak" if self._many is not None else "collective"
            self._head = Head(self._modifier, kind, self._many)
            self._position += 1
            self._end = self._position
            self._types = ()
        return False

    def _is_adjective(self) -> bool:
        """Tell whether "a local" still lacks its noun: "a local NGO"."""
        return self._tokens[self._position - 1].lower in _ALSO_ADJECTIVES

    def _head_ahead(self) -> int | None:
        """Return where a human noun stands soon behind: "a Taliban senior leader"."""
        for position in range(self._position, min(self._position + _AHEAD, len(self._tokens))):
            behind = self._behind_mark(position)
            if behind > position:
                return behind if self._known.leads_to_head(behind) else None
            found = self._vocabulary.heads.at(self._tokens, position)
            if found is not None:
                fits = found[1].kind in {"strong", "weak"} and found[1].plural is not (
                    None if self._many is None else not self._many
                )
                return position if fits and position > self._position else None
            if not self._known.is_plain(position):
                return None
        return None

    def _other(self, word: str) -> bool:
        """Take a word that is neither noun nor modifier; False ends the phrase."""
        tokens, position = self._tokens, self._position
        calibre = word[0] == "." and len(word) > 1
        if not (word[0].isalnum() or calibre) or word in _STOPS:
            return False
        if date_end(tokens, position) > position:
            return False
        if position > self._start and parse_count(tokens, position) is not None:
            return False
        action = self._vocabulary.nouns.at(tokens, position)
        if action is not None:
            return self._take_action(word, *action)
        state = self._vocabulary.adjectives.at(tokens, position)
        if state is not None:
            self._state, self._state_at = state[1], position
            self._position = state[0]
            return True
        if self._ends.at(position, bool(self._modifier), self._unknown_end > self._start):
            return False
        return self._take_unknown(position + 1)

    def _take_action(self, word: str, end: int, action: ActionNoun) -> bool:
        """Take a noun for what was done, "deaths", as the head, or as a word before the head."""
        if self._ends.takes_object(end):
            return False
        if word == "remains" and not self._known.is_word(end, "of"):
            # "the fate of the four remains unknown"
            return False
        if word == "death" and end < len(self._tokens) and self._tokens[end].lower in _OF_DEATH:
            return self._take_unknown(end)
        if self._names_a_cell(end, action.plural):
            return self._take_unknown(end)
        owned = word in _SUFFERED and self._position > self._start
        owner = owner_before(self._known, self._position) if owned else ""
        self._head = Head(self._modifier or owner, "weak", action.plural)
        self._end = self._position = end
        self._types = action.types
        return False

    def _names_a_cell(self, position: int, plural: bool) -> bool:
        """Tell whether a deed only says what kind of people: "two assassination cell members"."""
        if plural or not self._many:
            return False
        for ahead in range(position, min(position + 3, len(self._tokens))):
            head = self._vocabulary.heads.at(self._tokens, ahead)
            if head is not None and head[1].kind in {"strong", "weak"}:
                return head[1].plural is not False
            if head is None and not self._known.is_plain(ahead):
                return False
        return False

    def _phrase(self, head: Head) -> tuple[int, NounPhrase]:
        if self._types:
            # "23 kidnapped victims" are not the dead.
            types = (self._state,) if self._state in HUMAN_TYPES else self._types
            noun = NounPhrase(None, False, False, head.subject, "action", types=types)
            return self._end, noun
        subject, end = head.subject, self._end
        if head.kind == "strong":
            for word in self._modifier_words:
                subject = self._vocabulary.strong_modifiers.get(word, subject)
            if subject == "civilians" and works_for_relief(self._known, self._end):
                subject = "aid_workers"
        elif head.kind in {"weak", "collective"}:
            subject, end = self._weak(head)
        plural = head.plural is not False
        return end, NounPhrase(None, False, False, subject, head.kind, self._state, plural=plural)

    def _weak(self, head: Head) -> tuple[str, int]:
        """Take the subject of "officers", "members" from the words before or from "of ..."."""
        inside, end = body_behind_of(self._known, self._end)
        if not (inside or self._modifier):
            inside = force_served(self._known, self._end)
        return self._modifier or inside or head.subject, end
