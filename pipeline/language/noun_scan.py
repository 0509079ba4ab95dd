"""One walk over the words of a noun phrase, behind its count or article, to its head noun."""

import re
from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.calendar_words import date_end
from pipeline.language.counts import parse_count
from pipeline.language.figures import below_hundred
from pipeline.language.findings import FORCES, HUMAN_TYPES
from pipeline.language.phrases import NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Head, HeadKind, Vocabulary

_MOST_UNKNOWN = 6
_STOPS = words.PHRASE_STOPS - {"her"}
_ARTICLES = words.DETERMINERS | words.POSSESSIVES
_AGE = re.compile(r"(\d{1,2}|[a-z]+(?:-[a-z]+)?)-years?-olds?")
_APOSTROPHES = frozenset("'’")
_OPENING_BRACKETS, _CLOSING_BRACKETS = frozenset("(["), frozenset(")]")
# The age from which nobody is a child (Convention on the Rights of the Child, article 1).
_GROWN_UP = 18
# How many unknown words may stand inside a noun phrase before its real head.
_AHEAD = 3
# Words that may open "of the family", "of one family" without stating a count.
_LEADS = frozenset("the a an his her their its one this".split())
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
# Members that are told with the force that they serve.
_SERVING = frozenset(
    "commander commanders fighter fighters leader leaders member members combatant "
    "combatants".split()
)
# Words for the work of relief and of ministries alike.
_ALSO_OF_THE_STATE = frozenset("medical health rescue ambulance".split())
_FRONTS = (["front"], ["insurgency"], ["guerrilla"], ["resistance"], ["maquis"])
_SUFFERED = frozenset("casualties losses fatalities".split())
_REPORTING = frozenset("reported documented recorded confirmed registered counted".split())
_FINITE = frozenset(
    "said says told insists believes was were is are has had left leaving saw put gave "
    "suffered sustained received showed survived arrived came brings bring brought takes "
    "makes".split()
)


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
            return self._phrase()
        if self._state and self._state_at == self._start:
            return None
        return self._unknown_phrase()

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
        word = self._tokens[self._position].lower
        head = self._vocabulary.heads.at(self._tokens, self._position)
        if head is None and word.endswith("'s"):
            head = self._misspelt_plural(word)
        if head is None and "-" in word:
            last = self._vocabulary.heads.get(word.rpartition("-")[2] or word)
            human = last is not None and last.kind in {"strong", "weak"}
            if last is not None and human and not _sizes_crew(word):
                head = (self._position + 1, last)
        if head is None and word.endswith(("goer", "goers", "-grader", "-graders")):
            subject = "children" if "grader" in word else "civilians"
            head = (self._position + 1, Head(subject, "strong", word.endswith("s")))
        if head is None and "-old" in word:
            head = self._of_age(word)
        modifier = self._vocabulary.modifiers.at(self._tokens, self._position)
        if word == "general" and self._opens_an_office():
            head = None
        if word == "post" and self._is_word(self._position + 1, "office"):
            head = None
        if head is not None and (modifier is None or head[0] >= modifier[0]):
            if self._head is not None and self._complete() and not head[1].plural:
                return False
            self._take_head(*head)
            return True
        if self._head is not None:
            return self._beyond_head(modifier)
        if modifier is not None:
            self._take_modifier(*modifier)
            return True
        return self._other(word)

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
        return position + 3 if self._leads_to_noun(position + 3) else position

    def _of_age(self, word: str) -> tuple[int, Head] | None:
        """Take "a 16-year-old" for a person where no noun follows that tells who it is."""
        match = _AGE.fullmatch(word)
        following = self._position + 1
        if match is None or (following < len(self._tokens) and self._is_plain(following)):
            return None
        age = int(match[1]) if match[1].isdigit() else below_hundred(match[1]) or _GROWN_UP
        child = age < _GROWN_UP
        kind: HeadKind = "strong" if child else "weak"
        head = Head("children" if child else "people", kind, word.endswith("s"))
        return following, head

    def _opens_an_office(self) -> bool:
        """Tell whether "General" belongs to an office: "the General Command"."""
        following = self._position + 1
        return following < len(self._tokens) and self._tokens[following].lower in _OFFICES

    def _complete(self) -> bool:
        return self._head is not None and bool(self._head.plural) and self._head.kind != "weak"

    def _beyond_head(self, modifier: tuple[int, str] | None) -> bool:
        """Go on behind a head where the words are but the front of a longer compound."""
        assert self._head is not None
        action = self._vocabulary.nouns.at(self._tokens, self._position)
        if action is not None and self._head.plural is not True:
            self._modifier = self._head.subject
            return self._other(self._tokens[self._position].lower)
        if modifier is not None and self._leads_to_head(modifier[0]):
            self._take_modifier(*modifier)
            return True
        if modifier is not None and self._many is False and self._is_adjective():
            self._head, self._end = None, modifier[0]
            self._take_modifier(*modifier)
            return False
        further = self._head_ahead() if self._head.plural is not True else None
        if further is not None:
            self._position = further
            return True
        trade = self._head.kind in {"materiel", "incidents"} and self._is_agent(self._position)
        if (trade or self._mismatched()) and self._is_plain(self._position):
            inner = "" if trade else self._head.subject
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

    def _is_agent(self, position: int) -> bool:
        """Tell whether an unknown word names one who does something: "a bomb maker"."""
        word = self._tokens[position].lower
        return (
            word not in words.THINGS
            and len(word) > 4
            and word.endswith(("er", "or", "ers", "ors", "ist", "ists"))
        )

    def _mismatched(self) -> bool:
        """Tell whether "a weapons ..." or "ten force ..." still lacks its noun."""
        if self._head is None or self._head.plural is None:
            return False
        if self._many is None:
            # "civilian facilities": a noun for people used as an adjective.
            word = self._tokens[self._position].text
            return (
                word.islower()
                and not self._head.plural
                and word.endswith("s")
                and not word.endswith(("ss", "'s"))
            )
        return self._head.plural != self._many

    def _head_ahead(self) -> int | None:
        """Return where a human noun stands soon behind: "a Taliban senior leader"."""
        for position in range(self._position, min(self._position + _AHEAD, len(self._tokens))):
            behind = self._behind_mark(position)
            if behind > position:
                return behind if self._leads_to_head(behind) else None
            found = self._vocabulary.heads.at(self._tokens, position)
            if found is not None:
                fits = found[1].kind in {"strong", "weak"} and found[1].plural is not (
                    None if self._many is None else not self._many
                )
                return position if fits and position > self._position else None
            if not self._is_plain(position):
                return None
        return None

    def _is_plain(self, position: int) -> bool:
        """Tell whether a word can be an adjective or noun that the vocabulary does not know."""
        token = self._tokens[position]
        return (
            token.text[0].isalpha()
            and token.lower not in words.PHRASE_STOPS
            and token.lower not in _FINITE
            and not token.lower.endswith(("ly", "ed"))
            and parse_count(self._tokens, position) is None
            and self._vocabulary.verbs.at(self._tokens, position) is None
            and self._vocabulary.adjectives.at(self._tokens, position) is None
            and date_end(self._tokens, position) == position
        )

    def _misspelt_plural(self, word: str) -> tuple[int, Head] | None:
        """Take "two lieutenant's were hit" for the plural that it stands for."""
        following = self._position + 1
        head = self._vocabulary.heads.get(word.removesuffix("'s"))
        if head is not None and head.kind == "materiel" and self._many:
            return following, head
        if following < len(self._tokens) and self._tokens[following].lower not in words.BE:
            return None
        return (following, head) if head is not None else None

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
            if self._takes_object(action[0]) or (
                word == "remains" and not self._is_word(action[0], "of")
            ):
                # "the fate of the four remains unknown"
                return False
            if word == "death" and action[0] < len(tokens) and tokens[action[0]].lower in _OF_DEATH:
                self._unknown += 1
                self._position = self._unknown_end = action[0]
                return self._unknown < _MOST_UNKNOWN
            if self._names_a_cell(action[0], action[1].plural):
                self._unknown += 1
                self._position = self._unknown_end = action[0]
                return self._unknown < _MOST_UNKNOWN
            owner = self._owner() if word in _SUFFERED else ""
            self._head = Head(self._modifier or owner, "weak", action[1].plural)
            self._end = self._position = action[0]
            self._types = action[1].types
            return False
        state = self._vocabulary.adjectives.at(tokens, position)
        if state is not None:
            self._state, self._state_at = state[1], position
            self._position = state[0]
            return True
        if word in _FINITE or self._is_verb(word) or self._is_reported(word):
            return False
        if self._many and position == self._start and self._is_predicate(word):
            return False
        self._unknown += 1
        self._position += 1
        self._unknown_end = self._position
        return self._unknown < _MOST_UNKNOWN

    def _owner(self) -> str:
        """Return who stands before what they suffered: "the army's casualties"."""
        word = self._tokens[self._position - 1].lower
        if self._position == self._start or not word.endswith("'s"):
            return ""
        name = word.removesuffix("'s")
        head = self._vocabulary.heads.get(name)
        return (
            (head.subject if head is not None else None)
            or self._vocabulary.modifiers.get(name)
            or ""
        )

    def _names_a_cell(self, position: int, plural: bool) -> bool:
        """Tell whether a deed only says what kind of people: "two assassination cell members"."""
        if plural or not self._many:
            return False
        for ahead in range(position, min(position + 3, len(self._tokens))):
            head = self._vocabulary.heads.at(self._tokens, ahead)
            if head is not None and head[1].kind in {"strong", "weak"}:
                return head[1].plural is not False
            if head is None and not self._is_plain(ahead):
                return False
        return False

    def _is_word(self, position: int, word: str) -> bool:
        return position < len(self._tokens) and self._tokens[position].lower == word

    def _takes_object(self, position: int) -> bool:
        """Tell whether a word that may be noun or verb ("capture") has an object behind it."""
        if position >= len(self._tokens):
            return False
        if self._vocabulary.verbs.at(self._tokens, position - 1) is None:
            return False
        return self._opens_object(position)

    def _opens_object(self, position: int) -> bool:
        """Tell whether a noun phrase with an article or a count begins at a position."""
        return position < len(self._tokens) and (
            self._tokens[position].lower in _ARTICLES
            or parse_count(self._tokens, position) is not None
        )

    def _is_reported(self, word: str) -> bool:
        """Tell whether "two sources reported" ends here; "three reported deaths" does not."""
        return (
            word in _REPORTING
            and self._position > self._start
            and self._tokens[self._position - 1].lower.endswith("s")
            and bool(self._many)
        )

    def _is_verb(self, word: str) -> bool:
        """Tell a verb that ends the phrase from a participle before a noun."""
        verb = self._vocabulary.verbs.at(self._tokens, self._position)
        past = word.endswith("ed") and len(word) > 4
        if verb is None and not past:
            return False
        if past and self._position == self._start and self._is_word(self._position + 1, "to"):
            # "14 belonged to the customs"
            return True
        if verb is not None and verb[1].parts == {"present"} and self._opens_object(verb[0]):
            # "a volley from the roof kills a clerk"
            return self._position > self._start
        if verb is not None and not verb[1].parts & {"past", "participle", "gerund"}:
            if "present" in verb[1].parts and not self._many and verb[1].transitive:
                # "The database logs 37 raids".
                return (
                    word.endswith("s") and parse_count(self._tokens, self._position + 1) is not None
                )
            # "hundreds march": a bare verb behind a count of many.
            return bool(self._many) and not verb[1].transitive and not self._modifier
        if self._leads_to_noun(self._position + 1):
            return False
        return verb is not None or self._unknown_end > self._start

    def _is_predicate(self, word: str) -> bool:
        """Tell whether a word straight behind a count says what they did: "four climbed down"."""
        if word in words.PASTS:
            return True
        if not word.endswith("ed") or len(word) < 5:
            return False
        following = self._position + 1
        if following >= len(self._tokens):
            return True
        behind = self._tokens[following].lower
        return not behind[0].isalnum() or behind in words.PHRASE_STOPS | words.ADVERBS

    def _leads_to_noun(self, position: int) -> bool:
        return self._vocabulary.knows_noun(self._tokens, position)

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

    def _leads_to_head(self, position: int) -> bool:
        return position < len(self._tokens) and (
            self._vocabulary.heads.at(self._tokens, position) is not None
        )

    def _phrase(self) -> tuple[int, NounPhrase]:
        head = self._head
        assert head is not None
        if self._types:
            # "23 kidnapped victims" are not the dead.
            types = (self._state,) if self._state in HUMAN_TYPES else self._types
            noun = NounPhrase(None, False, False, head.subject, "action", types=types)
            return self._end, noun
        subject, end = head.subject, self._end
        if head.kind == "strong":
            for word in self._modifier_words:
                subject = self._vocabulary.strong_modifiers.get(word, subject)
            if subject == "civilians" and self._works_for_relief():
                subject = "aid_workers"
        elif head.kind in {"weak", "collective"}:
            subject, end = self._weak(head)
        plural = head.plural is not False
        return end, NounPhrase(None, False, False, subject, head.kind, self._state, plural=plural)

    def _weak(self, head: Head) -> tuple[str, int]:
        """Take the subject of "officers", "members" from the words before or from "of ..."."""
        inside, end = self._after_of(self._end)
        if not (inside or self._modifier) and self._is_of_a_front():
            inside = "rebels"
        if not (inside or self._modifier) and self._tokens[self._end - 1].lower in _SERVING:
            inside = self._serves_in()
        return self._modifier or inside or head.subject, end

    def _works_for_relief(self) -> bool:
        """Tell whether "(a driver) with the Red Cross", "(a nurse) working for MSF" stands here."""
        at = self._end + self._is_word(self._end, "working") + self._is_word(self._end, "employed")
        if not any(self._is_word(at, link) for link in ("with", "of", "for", "from", "by")):
            return False
        for position in range(at + 1, min(at + 5, len(self._tokens))):
            found = self._vocabulary.modifiers.at(self._tokens, position)
            if found is not None and found[1] == "aid_workers":
                return self._tokens[position].lower not in _ALSO_OF_THE_STATE
            if self._tokens[position].lower in _FINITE or not self._tokens[position].text.isalpha():
                return False
        return False

    def _is_of_a_front(self) -> bool:
        """Tell whether "(a member) of the front" stands here: a front is a force of rebels."""
        if self._tokens[self._end - 1].lower not in _SERVING:
            return False
        behind = [token.lower for token in self._tokens[self._end : self._end + 3]]
        return behind[:2] == ["of", "the"] and behind[2:] in _FRONTS

    def _serves_in(self) -> str:
        """Return the force of "a commander in a rebel brigade", which is no part of the phrase."""
        if not any(self._is_word(self._end, link) for link in ("in", "with", "from")):
            return ""
        subject, _ = self._after_link(self._end + 1)
        return subject if subject in FORCES else ""

    def _after_of(self, position: int) -> tuple[str, int]:
        """Read "of the security forces" behind the noun: its subject and its end."""
        tokens = self._tokens
        if position + 1 >= len(tokens) or tokens[position].lower != "of":
            return "", position
        subject, end = self._after_link(position + 1)
        return (subject, end) if subject else ("", position)

    def _after_link(self, position: int) -> tuple[str, int]:
        """Read "the security forces" behind "of": the subject and its end."""
        tokens = self._tokens
        end, subject = position, ""
        for _ in range(7):
            if end >= len(tokens):
                break
            found = self._vocabulary.heads.at(tokens, end)
            modifier = self._vocabulary.modifiers.at(tokens, end)
            if modifier is None and tokens[end].lower.endswith("'s"):
                owner = self._vocabulary.modifiers.get(tokens[end].lower.removesuffix("'s"))
                modifier = (end + 1, owner) if owner is not None else None
            if found is not None and self._leads_to_noun(found[0]):
                # "the General Security", "the national police": the noun is still to come.
                end = found[0]
                if found[1].subject in FORCES - {"soldiers"}:
                    subject = found[1].subject
                continue
            if found is not None and (modifier is None or found[0] >= modifier[0]):
                weak = subject and (found[1].kind == "weak" or found[1].subject == "people")
                return (subject if weak else found[1].subject), found[0]
            if modifier is not None:
                # "a rebel battalion" is no army's
                kept = subject in FORCES and modifier[1] == "soldiers"
                subject, end = subject if kept else modifier[1], modifier[0]
                continue
            if not self._goes_on(end, subject):
                break
            end += 1
        return subject, end

    def _goes_on(self, position: int, subject: str) -> bool:
        token = self._tokens[position]
        if subject and not token.text[0].isupper():
            return False
        if not token.text[0].isalnum():
            return False
        if token.lower in _LEADS:
            return True
        counted = parse_count(self._tokens, position) is not None
        return token.lower not in words.PHRASE_STOPS and not counted

    def _unknown_phrase(self) -> tuple[int, NounPhrase] | None:
        if self._unknown_end == self._start:
            return None
        kind = "modifier" if self._modifier else "unknown"
        run = [token.lower for token in self._tokens[self._start : self._unknown_end]]
        for offset, word in enumerate(run):
            if word in words.MEASURES:
                end = self._start + offset + 1
                return end, NounPhrase(None, False, False, "", "measure")
        # The phrase ends with the first plural, or with the run; an adverb is no noun.
        end = self._unknown_end
        while end > self._start and self._tokens[end - 1].lower.endswith("ly"):
            end -= 1
        if end == self._start:
            return None
        for offset, word in enumerate(run):
            if word.endswith("s") and not word.endswith(("ss", "'s", "us")) and len(word) > 3:
                end = self._start + offset + 1
                break
        return end, NounPhrase(None, False, False, self._modifier, kind, self._state)


def _sizes_crew(word: str) -> bool:
    """Tell whether "14-man" stands here, which says how large a patrol is and is nobody."""
    size, _, member = word.rpartition("-")
    sized = size.isdigit() or below_hundred(size) is not None
    return sized and member in {"man", "men", "woman", "person", "member"}
