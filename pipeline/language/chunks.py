"""Noun phrases and verb groups of one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.language import function_words as words
from pipeline.language.calendar_words import date_end
from pipeline.language.counts import Count, parse_count
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Head, Verb, Vocabulary

ChunkKind = Literal[
    "noun", "verb", "state", "action", "other_verb", "preposition", "and", "comma", "include",
    "relative", "subordinate", "open", "close", "colon", "quote", "stop", "word", "date", "pronoun",
]  # fmt: skip


@dataclass(slots=True)
class NounPhrase:
    """Those or that of which something may be said.

    Attributes:
        count: the stated count, or None.
        one: whether the phrase stands for one without a number ("a soldier", "her husband").
        definite: whether it points back ("the two journalists", "the gunman").
        subject: the codebook's subject, "" where the words do not tell.
        kind: that of the head noun; `bare` (a count alone), `name`, `measure` (hours, villages),
            `action` (a noun for what was done: "11 deaths"), `unknown`.
        state: claim type of a participle before the noun ("eight wounded rebels"), or "".
        anaphor: whether "of them", "others", "more" refer back to a group told before.
    """

    count: Count | None
    one: bool
    definite: bool
    subject: str
    kind: str
    state: str = ""
    anaphor: bool = False
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb for what was done, with its auxiliaries.

    Attributes:
        voice: active, passive, bare (a past form alone, which can be either), gerund, infinitive.
        unreal: whether it is said not to have happened, or not yet (modal, plan, negation).
        both: whether killing and wounding are told in one ("killed or wounded").
    """

    verb: Verb
    voice: Literal["active", "passive", "bare", "gerund", "infinitive"]
    unreal: bool
    negated: bool
    both: bool = False


@dataclass(slots=True)
class Chunk:
    """A stretch of tokens with one part in the clause; positions are half-open token indices."""

    kind: ChunkKind
    first: int
    last: int
    noun: NounPhrase | None = None
    verb: VerbGroup | None = None
    types: tuple[str, ...] = ()


class Chunker:
    """Cuts sentences into chunks with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def chunk(self, tokens: Sequence[Token]) -> list[Chunk]:
        """Return the chunks of a sentence, in order, covering every token."""
        chunks: list[Chunk] = []
        position = 0
        while position < len(tokens):
            chunk = (
                self._mark(tokens, position)
                or self._date(tokens, position)
                or self._verb(tokens, position, chunks)
                or self._noun(tokens, position)
                or self._single(tokens, position)
            )
            chunks.append(chunk)
            position = chunk.last
        return chunks

    def _mark(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        text = tokens[position].text
        if text[0].isalnum():
            return None
        kinds: dict[str, ChunkKind] = {
            ",": "comma", "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon",
            ";": "stop", ".": "stop", "?": "stop", "!": "stop", "—": "comma", "–": "comma",
            "-": "comma", "&": "and", "*": "comma", "•": "stop", "/": "and",
        }  # fmt: skip
        kind = kinds.get(text, "quote" if text in "\"“”'‘’«»`" else "word")
        return Chunk(kind, position, position + 1)

    @staticmethod
    def _date(tokens: Sequence[Token], position: int) -> Chunk | None:
        """Take days, months, years and weekdays out of the reach of the count grammar."""
        end = date_end(tokens, position)
        return Chunk("date", position, end) if end > position else None

    def _single(self, tokens: Sequence[Token], position: int) -> Chunk:
        word = tokens[position].lower
        end = position + 1
        following = tokens[end].lower if end < len(tokens) else ""
        kind: ChunkKind = "word"
        if word in words.INCLUSIONS or (
            word in {"among", "amongst"} and following in {"them", "the"}
        ):
            kind = "include"
            end += word.startswith("among") and following == "them"
        elif word in words.SEPARATORS:
            kind = "and"
        elif word == "as" and following == "well":
            kind, end = "and", min(len(tokens), position + 3)
        elif word in {"along", "together"} and following == "with":
            kind, end = "and", position + 2
        elif word in {"he", "she", "they"}:
            kind = "pronoun"
        elif word in words.RELATIVES:
            kind = "relative"
        elif word in words.PREPOSITIONS:
            kind = "preposition"
        elif word in words.SUBORDINATORS or word in {"but", "then"}:
            kind = "subordinate"
        elif word in words.BE | words.HAVE | words.DO | words.MODALS:
            kind = "other_verb"
        elif word.endswith("ed") and len(word) > 4:
            kind = "other_verb"
        return Chunk(kind, position, end)

    # Verbs -------------------------------------------------------------------------------------

    def _verb(self, tokens: Sequence[Token], position: int, before: list[Chunk]) -> Chunk | None:
        found = self._auxiliaries(tokens, position)
        end, passive, active, unreal, negated, infinitive = found
        verb_at = self._vocabulary.verbs.at(tokens, end) if end < len(tokens) else None
        auxiliaries = end > position
        state_at = self._vocabulary.adjectives.at(tokens, end) if end < len(tokens) else None
        if verb_at is None:
            if state_at is None or (auxiliaries and not passive):
                return None
            return self._state(tokens, position, state_at, unreal, negated)
        verb_end, verb = verb_at
        voice = self._voice(verb, tokens[end].lower, passive, active, infinitive, auxiliaries)
        if voice is None or (
            not auxiliaries and not self._stands_as_verb(verb, voice, tokens, position, before)
        ):
            named = state_at is not None and not auxiliaries
            return self._state(tokens, position, state_at, unreal, negated) if named else None
        verb_end, verb, both = self._joined(tokens, verb_end, verb)
        group = VerbGroup(verb, voice, unreal, negated, both)
        return Chunk("verb", position, verb_end, verb=group, types=verb.types)

    def _state(
        self,
        tokens: Sequence[Token],
        position: int,
        found: tuple[int, str],
        unreal: bool,
        negated: bool,
    ) -> Chunk | None:
        end, claim_type = found
        following = tokens[end].lower if end < len(tokens) else ""
        both = (
            claim_type == "killed"
            and following in {"or", "and"}
            and (
                end + 1 < len(tokens) and tokens[end + 1].lower in {"wounded", "injured", "missing"}
            )
        )
        if both and tokens[end + 1].lower == "missing":
            both = False
        end += 2 * both
        lemma = Verb(tokens[end - 1].lower, (claim_type,), frozenset({"participle"}), True)
        return Chunk(
            "state", position, end,
            verb=VerbGroup(lemma, "passive", unreal, negated, both), types=(claim_type,),
        )  # fmt: skip

    def _auxiliaries(
        self, tokens: Sequence[Token], position: int
    ) -> tuple[int, bool, bool, bool, bool, bool]:
        """Walk over auxiliaries and adverbs.

        Returns the position behind them and whether they make what follows passive, active,
        unreal, negated, an infinitive.
        """
        passive = active = unreal = negated = infinitive = False
        end = position
        size = len(tokens)
        while end < size:
            word = tokens[end].lower
            if word in words.BE or (word in words.GET and end + 1 < size):
                passive, infinitive = True, False
            elif word in words.HAVE:
                active, passive, infinitive = True, False, False
            elif word in words.DO:
                active, passive = True, False
            elif word in words.MODALS:
                active, unreal = True, True
            elif word == "to" and end + 1 < size:
                infinitive = not (end > position and tokens[end - 1].lower in words.HEARSAY)
                if infinitive and not (end > position and tokens[end - 1].lower in words.REALISED):
                    unreal = unreal or tokens[end + 1].lower not in words.HAVE
                passive = False
                active = True
            elif word in words.NEGATIONS and end > position and word != "no":
                negated = True
            elif end > position and (
                word in words.ADVERBS
                or word in words.HEARSAY
                or word in words.REALISED
                or (word.endswith("ly") and len(word) > 4)
            ):
                pass
            elif (
                end == position
                and (word in words.REALISED or word in words.HEARSAY)
                and (end + 1 < size and tokens[end + 1].lower == "to")
            ):
                pass
            else:
                break
            if word in words.NEGATED_AUXILIARIES:
                negated = True
            end += 1
        if end == position:
            return position, False, False, False, False, False
        return end, passive, active, unreal or negated, negated, infinitive

    @staticmethod
    def _voice(
        verb: Verb, word: str, passive: bool, active: bool, infinitive: bool, auxiliaries: bool
    ) -> Literal["active", "passive", "bare", "gerund", "infinitive"] | None:
        parts = verb.parts
        if not auxiliaries:
            if parts & {"past", "participle"}:
                return "bare"
            return "gerund" if "gerund" in parts else "active"
        if passive:
            if "participle" in parts:
                return "passive"
            return "active" if "gerund" in parts else None
        if infinitive:
            return "infinitive" if "base" in parts else None
        return "active"

    def _stands_as_verb(
        self, verb: Verb, voice: str, tokens: Sequence[Token], position: int, before: list[Chunk]
    ) -> bool:
        """Tell a verb from the noun or adjective of the same spelling."""
        if voice in {"bare", "gerund"}:
            previous = tokens[position - 1].lower if position else ""
            if voice == "gerund":
                return previous not in words.DETERMINERS | {"of", "in"} or (
                    previous in {"of", "in"} and self._object_follows(tokens, position + 1)
                )
            return previous not in words.DETERMINERS | words.POSSESSIVES or previous == "that"
        previous = before[-1] if before else None
        if previous is None or position == 0:
            return False
        if previous.kind == "relative":
            return True
        if previous.kind != "noun" or previous.noun is None:
            return False
        return self._object_follows(tokens, position + 1) or not verb.transitive

    def _object_follows(self, tokens: Sequence[Token], position: int) -> bool:
        if position >= len(tokens):
            return False
        word = tokens[position].lower
        return (
            parse_count(tokens, position) is not None
            or word in words.DETERMINERS | words.POSSESSIVES
            or self._vocabulary.heads.at(tokens, position) is not None
            or self._vocabulary.modifiers.at(tokens, position) is not None
            or (tokens[position].text[0].isupper() and not tokens[position].text.isupper())
        )

    def _joined(self, tokens: Sequence[Token], end: int, verb: Verb) -> tuple[int, Verb, bool]:
        """Take in a second verb with the same object: "killed or wounded", "shot and killed"."""
        if end + 1 >= len(tokens) or tokens[end].lower not in {"and", "or", "/"}:
            return end, verb, False
        second = self._vocabulary.verbs.at(tokens, end + 1)
        if second is None or not second[1].transitive or not second[1].parts & verb.parts:
            return end, verb, False
        pair = {verb.types[0], second[1].types[0]}
        if pair == {"killed", "wounded"}:
            return second[0], verb, True
        if verb.types[0] in {"incidents", "strength"}:
            return second[0], second[1], False
        if "killed" in pair:
            return second[0], verb if verb.types[0] == "killed" else second[1], False
        return second[0], verb, False

    # Nouns -------------------------------------------------------------------------------------

    def _noun(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        count = parse_count(tokens, position)
        if count is not None and count.last > position:
            return self._counted(tokens, position, count)
        word = tokens[position].lower
        if (
            word in {"a", "an", "another"}
            or word in words.POSSESSIVES
            or word in {"the", "this", "each", "every"}
        ):
            return self._one(tokens, position)
        if word in {"no", "any"} and position + 1 < len(tokens):
            return self._none(tokens, position)
        if word in {"nobody", "none"} or (word == "no" and position + 1 < len(tokens)):
            return self._nobody(tokens, position)
        return self._uncounted(tokens, position)

    def _counted(self, tokens: Sequence[Token], position: int, count: Count) -> Chunk:
        start, anaphor = self._after_count(tokens, count.last)
        if (
            tokens[count.last - 1].lower in {"others", "another"}
            or tokens[count.core].lower == "others"
        ):
            anaphor = True
        phrase = self._head(tokens, start)
        if phrase is None:
            noun = NounPhrase(count, False, count.definite, "", "bare", anaphor=anaphor)
            return Chunk(
                "noun", position, max(start if anaphor else count.last, count.last), noun=noun
            )
        end, noun = phrase
        noun.count, noun.definite, noun.anaphor = count, count.definite, noun.anaphor or anaphor
        noun.one = False
        return Chunk("noun", position, end, noun=noun)

    def _after_count(self, tokens: Sequence[Token], position: int) -> tuple[int, bool]:
        """Skip "more", "other", "of", "of them"; tell whether they point back to a group."""
        anaphor = False
        size = len(tokens)
        while position < size:
            word = tokens[position].lower
            following = tokens[position + 1].lower if position + 1 < size else ""
            if word in {"more", "other", "additional", "further", "others", "new"}:
                anaphor = anaphor or word in {"more", "others", "other"}
                position += 1
            elif word == "of" and following in {"them", "us", "whom", "which", "those", "these"}:
                return position + 2, True
            elif word == "of" and following in {"the", "its", "their", "his", "our"}:
                anaphor = True
                position += 2
            elif word == "of" or (word in '"”“' and following == "of"):
                position += 1
            else:
                break
        return position, anaphor

    def _one(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        phrase = self._head(tokens, position + 1)
        if phrase is None:
            return None
        end, noun = phrase
        word = tokens[position].lower
        noun.definite = word in {"the", "this"}
        single = self._is_single(tokens, end, noun)
        if word == "the" and noun.kind in {"materiel", "incidents"}:
            single = False
        noun.one = single and noun.kind in {"strong", "weak", "materiel", "incidents"}
        noun.anaphor = word == "another"
        return Chunk("noun", position, end, noun=noun)

    def _is_single(self, tokens: Sequence[Token], end: int, noun: NounPhrase) -> bool:
        return noun.types != ("plural",)

    def _none(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Read "no casualties", "no soldiers" as a count of none."""
        if tokens[position].lower == "any" and not self._without(tokens, position):
            return None
        start = position + 1
        while start < len(tokens) and tokens[start].lower in {
            "one",
            "reported",
            "immediate",
            "known",
            "confirmed",
            "further",
        }:
            start += 1
        if tokens[start - 1].lower == "one":
            zero = Count(0, 0, "exact", position, start, position)
            return Chunk(
                "noun", position, start, noun=NounPhrase(zero, False, False, "people", "weak")
            )
        phrase = self._head(tokens, start)
        if phrase is None:
            return None
        end, noun = phrase
        if noun.kind in {"unknown", "measure"}:
            return None
        noun.count, noun.one = Count(0, 0, "exact", position, end, position), False
        return Chunk("noun", position, end, noun=noun)

    @staticmethod
    def _without(tokens: Sequence[Token], position: int) -> bool:
        return any(token.lower == "without" for token in tokens[max(0, position - 3) : position])

    def _nobody(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        if tokens[position].lower == "no":
            return None
        zero = Count(0, 0, "exact", position, position + 1, position)
        return Chunk(
            "noun", position, position + 1, noun=NounPhrase(zero, False, False, "people", "weak")
        )

    def _uncounted(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        word = tokens[position].lower
        if word in words.PHRASE_STOPS:
            return None
        action = self._vocabulary.nouns.at(tokens, position)
        if (
            self._vocabulary.heads.at(tokens, position) is None
            and self._vocabulary.modifiers.at(tokens, position) is None
            and action is None
        ):
            return self._name(tokens, position)
        phrase = self._head(tokens, position)
        if phrase is None:
            return None
        end, noun = phrase
        return Chunk("noun", position, end, noun=noun)

    def _name(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Take a run of capitalised words for a name; texts in capitals have none."""
        end = position
        while (
            end < len(tokens)
            and _capitalised(tokens[end])
            and (end == position or tokens[end].lower not in words.PHRASE_STOPS)
        ):
            end += 1
        while (
            end < len(tokens)
            and end > position
            and tokens[end].lower
            in {"al", "bin", "ibn", "de", "la", "del", "van", "von", "el", "abu"}
            and end + 1 < len(tokens)
            and _capitalised(tokens[end + 1])
        ):
            end += 2
        if end == position:
            return None
        return Chunk("noun", position, end, noun=NounPhrase(None, False, False, "people", "name"))

    def _head(self, tokens: Sequence[Token], position: int) -> tuple[int, NounPhrase] | None:
        """Read the words before a noun and the noun; return the end and the phrase."""
        scan = _HeadScan(self._vocabulary, tokens, position)
        return scan.run()


# Words that may open "of the family", "of one family" without stating a count.
_LEADS = frozenset("the a an his her their its one this".split())


def _capitalised(token: Token) -> bool:
    text = token.text
    return text[0].isupper() and not text.isupper() and len(text) > 1


class _HeadScan:
    """One walk over the words of a noun phrase behind its count or article."""

    _MOST_UNKNOWN = 6

    def __init__(self, vocabulary: Vocabulary, tokens: Sequence[Token], position: int) -> None:
        self._vocabulary = vocabulary
        self._tokens = tokens
        self._start = self._position = position
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
        while self._position < len(self._tokens):
            if not self._step():
                break
        if self._head is not None:
            return self._phrase()
        if self._state and self._state_at == self._start:
            return None
        return self._unknown_phrase()

    def _step(self) -> bool:
        token = self._tokens[self._position]
        word = token.lower
        head = self._vocabulary.heads.at(self._tokens, self._position)
        if head is None and word.endswith("'s"):
            head = self._misspelt_plural(word)
        modifier = self._vocabulary.modifiers.at(self._tokens, self._position)
        if head is not None and (modifier is None or head[0] >= modifier[0]):
            if (
                self._head is not None
                and self._head.plural
                and self._head.kind != "weak"
                and not head[1].plural
            ):
                return False
            self._take_head(*head)
            return True
        if self._head is not None:
            action = self._vocabulary.nouns.at(self._tokens, self._position)
            if action is not None and self._head.plural is not True:
                self._modifier = self._head.subject
                return self._other(token, word)
            if modifier is None or not self._leads_to_head(modifier[0]):
                return False
            self._take_modifier(*modifier)
            return True
        if modifier is not None:
            self._take_modifier(*modifier)
            return True
        return self._other(token, word)

    def _misspelt_plural(self, word: str) -> tuple[int, Head] | None:
        """Take "two lieutenant's were hit" for the plural that it stands for."""
        following = self._position + 1
        if following < len(self._tokens) and self._tokens[following].lower not in words.BE:
            return None
        head = self._vocabulary.heads.get(word.removesuffix("'s"))
        return (following, head) if head is not None else None

    def _other(self, token: Token, word: str) -> bool:
        """Take a word that is neither noun nor modifier; False ends the phrase."""
        if not token.text[0].isalnum():
            return False
        if word.endswith("ed") and self._unknown_end > self._start and self._modifier:
            return False
        if word in words.PHRASE_STOPS and word != "her":
            return False
        if self._position > self._start and parse_count(self._tokens, self._position) is not None:
            return False
        action = self._vocabulary.nouns.at(self._tokens, self._position)
        if action is not None:
            self._head = Head(self._modifier or "", "weak", action[1].plural)
            self._end = action[0]
            self._position = action[0]
            self._types = action[1].types
            return False
        state = self._vocabulary.adjectives.at(self._tokens, self._position)
        if state is not None:
            self._state, self._state_at = state[1], self._position
            self._position = state[0]
            return True
        verb = self._vocabulary.verbs.at(self._tokens, self._position)
        if (
            verb is not None
            and self._position > self._start - 1
            and verb[1].parts & {"past", "participle", "gerund"}
        ):
            return False
        self._unknown += 1
        self._position += 1
        self._unknown_end = self._position
        return self._unknown < self._MOST_UNKNOWN

    def _take_head(self, end: int, head: Head) -> None:
        if (
            self._head is not None
            and self._head.kind in {"strong", "weak"}
            and self._head.subject != "people"
        ):
            if self._head.kind == "strong" or not self._modifier:
                self._modifier = self._head.subject
            self._modifier_words.append(self._tokens[self._position - 1].lower)
        self._head = head
        self._end = self._position = end

    def _take_modifier(self, end: int, subject: str) -> None:
        self._modifier = subject
        self._modifier_words.extend(token.lower for token in self._tokens[self._position : end])
        self._position = end
        self._unknown_end = end

    def _leads_to_head(self, position: int) -> bool:
        return position < len(self._tokens) and (
            self._vocabulary.heads.at(self._tokens, position) is not None
        )

    def _phrase(self) -> tuple[int, NounPhrase]:
        head = self._head
        assert head is not None
        if self._types:
            return self._end, NounPhrase(
                None, False, False, head.subject, "action", types=self._types
            )
        subject, end = head.subject, self._end
        if head.kind == "strong":
            for word in self._modifier_words:
                subject = self._vocabulary.strong_modifiers.get(word, subject)
        elif head.kind in {"weak", "collective"}:
            subject, end = self._weak(head)
        plural_mark = ("plural",) if head.plural is not False else ()
        noun = NounPhrase(None, False, False, subject, head.kind, self._state, types=plural_mark)
        return end, noun

    def _weak(self, head: Head) -> tuple[str, int]:
        """Take the subject of "officers", "members" from the words before or from "of ..."."""
        if self._modifier:
            return self._modifier, self._after_of(self._end)[1]
        inside, end = self._after_of(self._end)
        if inside:
            return inside, end
        return head.subject, end

    def _after_of(self, position: int) -> tuple[str, int]:
        """Read "of the security forces" behind the noun: its subject and its end."""
        tokens = self._tokens
        if position + 1 >= len(tokens) or tokens[position].lower != "of":
            return "", position
        end = position + 1
        subject = ""
        for _ in range(7):
            if end >= len(tokens):
                break
            found = self._vocabulary.heads.at(tokens, end)
            modifier = self._vocabulary.modifiers.at(tokens, end)
            if found is not None and (modifier is None or found[0] >= modifier[0]):
                return (
                    subject if found[1].kind == "weak" and subject else found[1].subject
                ), found[0]
            if modifier is not None:
                subject, end = modifier[1], modifier[0]
                continue
            if subject and not tokens[end].text[0].isupper():
                break
            if parse_count(tokens, end) is not None and tokens[end].lower not in _LEADS:
                break
            word = tokens[end].lower
            if not tokens[end].text[0].isalnum() or (
                word in words.PHRASE_STOPS and word not in _LEADS
            ):
                break
            end += 1
        return (subject, end) if subject else ("", position)

    def _unknown_phrase(self) -> tuple[int, NounPhrase] | None:
        if self._unknown_end == self._start:
            return None
        kind = "modifier" if self._modifier else "unknown"
        run = [token.lower for token in self._tokens[self._start : self._unknown_end]]
        for offset, word in enumerate(run):
            if word in words.MEASURES:
                return self._start + offset + 1, NounPhrase(None, False, False, "", "measure")
        # The phrase ends with the first plural, or with the run.
        end = self._unknown_end
        for offset, word in enumerate(run):
            if word.endswith("s") and not word.endswith(("ss", "'s", "us")) and len(word) > 3:
                end = self._start + offset + 1
                break
        subject = self._modifier if kind == "modifier" else ""
        return end, NounPhrase(None, False, False, subject, kind, self._state)
