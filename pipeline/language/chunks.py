"""Cuts a sentence into noun phrases, verb groups and the marks between them."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import function_words as words
from pipeline.language.ages import behind_age, behind_bracketed_age, tells_age
from pipeline.language.calendar_words import date_end
from pipeline.language.count_phrases import (
    FRACTIONS,
    HELD_AS,
    OWNERS,
    after_count,
    called_end,
    couple,
    is_money,
    is_rate,
    measure,
    nobody,
    says_when,
    share_end,
    strong_count,
    unit_end,
)
from pipeline.language.counts import Count, parse_count
from pipeline.language.names import CLERICS, PERSON_TITLES, TITLES, NameReader
from pipeline.language.noun_scan import NounScan
from pipeline.language.phrases import Chunk, ChunkKind, NounPhrase
from pipeline.language.tokens import Token
from pipeline.language.verb_groups import VerbReader
from pipeline.language.vocabulary import Vocabulary

_MARKS: dict[str, ChunkKind] = {
    ",": "comma", "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon",
    ";": "stop", ".": "stop", "?": "stop", "!": "stop", "—": "comma", "–": "comma",
    "-": "comma", "&": "and", "*": "comma", "•": "stop", "/": "and",
}  # fmt: skip
_QUOTES = frozenset("\"“”'‘’«»`")
_APOSTROPHES = frozenset("'’")
_ONES = frozenset("a an another the this each every".split()) | words.POSSESSIVES
_TITLES_OF_WOMEN = frozenset({"mrs", "ms", "miss"})
_PERSONS = frozenset("he she him her".split())
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ee", "smith")
# What a word of a closed class is to the clause; the last class that has it decides.
_CLASSES: tuple[tuple[ChunkKind, frozenset[str]], ...] = (
    ("other_verb", words.AUXILIARIES | words.SPEECH),
    ("subordinate", words.SUBORDINATORS | {"but", "then"}),
    ("preposition", words.PREPOSITIONS),
    ("relative", words.RELATIVES),
    ("and", words.SEPARATORS),
    ("include", words.INCLUSIONS),
)
_KIND_OF_WORD: dict[str, ChunkKind] = {word: kind for kind, listed in _CLASSES for word in listed}
# Words that are something else together with the one behind them: "as well", "among them".
_WITH_NEXT = frozenset("as along together among amongst".split())
# Endings of adjectives that may stand before a known noun.
_LEADING_ENDINGS = ("ed", "ing", "ian", "ish", "ese", "an")
_ORDINALS = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_OTHERS = (["the", "other"], ["another"])
_EARLIER = frozenset("earlier previous initial original".split())
_LOST = frozenset("lost lose losing destroyed downed".split())
_IN_A_ROW = frozenset("lead leading first last rear".split())
_REPORTED = frozenset("reported immediate known confirmed further other a single".split())
# Nouns that are numbered: "Post 9", "Boeing 727".
_NUMBERED = frozenset(
    "post article room flight boeing airbus highway route unit camp zone sector platform gate "
    "number chapter section channel battery block ward page resolution no".split()
)
_FATES = frozenset("dead killed wounded injured missing detained arrested now people men".split())
# Nouns that may be one: a person, a vehicle, a massacre.
# Kinds of phrases that may be but the first of two names before their noun.
_NAMING = frozenset({"unknown", "modifier", "strong"})
_HUMAN_KINDS = frozenset({"strong", "weak"})
_SINGLE_KINDS = frozenset({"strong", "weak", "materiel", "incidents"})


class Chunker:
    """Cuts sentences into chunks with one vocabulary.

    Args:
        vocabulary: the word lists.
        shouting: whether the text is written in capitals, where names can't be told by them.
    """

    def __init__(self, vocabulary: Vocabulary, shouting: bool = False) -> None:
        self._vocabulary = vocabulary
        self._verbs = VerbReader(vocabulary)
        self._names = NameReader(vocabulary, shouting)
        self._headline = False
        self._awake = vocabulary.chunk_openers
        self._shouting = shouting

    def chunk(self, tokens: Sequence[Token]) -> list[Chunk]:
        """Return the chunks of a sentence, in order, covering every token."""
        chunks: list[Chunk] = []
        self._headline = _is_headline(tokens)
        position = 0
        while position < len(tokens):
            if self._stands_alone(tokens[position]):
                chunks.append(self._single(tokens, position))
                position = chunks[-1].last
                continue
            chunk = (
                self._mark(tokens, position)
                or self._date(tokens, position)
                or self._verbs.read(tokens, position, chunks)
                or self._noun(tokens, position)
                or self._single(tokens, position)
            )
            chunks.append(chunk)
            position = chunk.last
        return chunks

    def _stands_alone(self, token: Token) -> bool:
        """Tell, at a glance, a word with which nothing of several words can begin."""
        word = token.text
        return (
            not self._shouting
            and word.islower()
            and token.lower not in self._awake
            and word.isalpha()
            and not word.endswith(_LEADING_ENDINGS)
        )

    @staticmethod
    def _mark(tokens: Sequence[Token], position: int) -> Chunk | None:
        text = tokens[position].text
        if text[0].isalnum() or (text[0] == "." and len(text) > 1):
            return None
        kind = _MARKS.get(text, "quote" if text in _QUOTES else "word")
        if text == "." and position and tokens[position - 1].lower in TITLES | {"incl"}:
            kind = "word"
        return Chunk(kind, position, position + 1)

    @staticmethod
    def _date(tokens: Sequence[Token], position: int) -> Chunk | None:
        """Take days, months, years and weekdays out of the reach of the count grammar."""
        end = date_end(tokens, position)
        return Chunk("date", position, end) if end > position else None

    @staticmethod
    def _single(tokens: Sequence[Token], position: int) -> Chunk:
        """Name the part that a function word plays."""
        word = tokens[position].lower
        end = position + 1
        kind = _KIND_OF_WORD.get(word)
        if word in _WITH_NEXT and end < len(tokens):
            following = tokens[end].lower
            if word == "as" and following == "well":
                kind, end = "and", min(len(tokens), position + 3)
            elif word in {"along", "together"} and following == "with":
                kind, end = "and", position + 2
            elif word in {"among", "amongst"} and following in {"them", "the", "those", "these"}:
                kind, end = "include", end + (following == "them")
        if kind is None:
            kind = "other_verb" if word.endswith("ed") and len(word) > 4 else "word"
        return Chunk(kind, position, end)

    def _noun(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        word = tokens[position].lower
        before = tokens[position - 1].lower if position else ""
        if (before in {"how", "as"} and word in {"many", "few"}) or tells_age(tokens, position):
            return None
        if before == "." and position > 1 and tokens[position - 2].lower in {"no", "nos"}:
            before = "no"
        if tokens[position].text == "One" and position and tokens[position - 1].text[0].isupper():
            # "Radio One"
            return None
        if before in _NUMBERED and tokens[position].text.isdigit():
            if not (before == "number" and position > 1 and _are_many(tokens[position - 2])):
                return None
        if "-" in word and word.rpartition("-")[2] in FRACTIONS:
            return Chunk("noun", position, position + 1, noun=measure())
        if word == "between" and date_end(tokens, position + 1) > position + 1:
            # "between 1 and 4 March"
            return None
        if word == "not" and [token.lower for token in tokens[position + 1 : position + 3]] == [
            "a",
            "single",
        ]:
            return self._none(tokens, position) or Chunk(
                "noun", position, position + 3, noun=measure()
            )
        if word in {"zero", "nil", "without"} and position + 1 < len(tokens):
            return self._none(tokens, position)
        strong = self._strong(tokens, position)
        if strong is not None:
            return strong
        count = parse_count(tokens, position + self._tells_earlier(tokens, position))
        if count is not None and count.last > position:
            return self._counted(tokens, position, count)
        if word in _ONES:
            found = self._one(tokens, position)
            if found is not None or word != "her":
                return found
        if word in {"no", "any"} and position + 1 < len(tokens):
            return self._none(tokens, position)
        state = word == "her" and position + 1 < len(tokens)
        if state and self._vocabulary.adjectives.at(tokens, position + 1) is not None:
            # "she counted her dead"
            return None
        if word in _PERSONS:
            person = NounPhrase(None, True, False, "people", "pronoun")
            return Chunk("noun", position, position + 1, noun=person)
        if word in {"nobody", "none"}:
            return nobody(position, position + 1, word == "none")
        return self._uncounted(tokens, position)

    @staticmethod
    def _tells_earlier(tokens: Sequence[Token], position: int) -> int:
        """Return how many words open "an earlier 11", "the previous 40"."""
        if position + 2 >= len(tokens) or tokens[position].lower not in {"a", "an", "the"}:
            return 0
        return 2 * (tokens[position + 1].lower in _EARLIER and tokens[position + 2].text.isdigit())

    def _counted(self, tokens: Sequence[Token], position: int, count: Count) -> Chunk:
        if is_rate(tokens, position) or is_money(tokens, position):
            return Chunk("noun", position, count.last, noun=measure())
        share = share_end(tokens, count)
        if share > count.last:
            return Chunk("noun", position, share, noun=measure())
        unit = unit_end(tokens, count)
        if unit > count.last:
            force = NounPhrase(None, False, False, "soldiers", "collective")
            return Chunk("noun", position, unit, noun=force)
        start, anaphor = after_count(tokens, count.last)
        if self._names_other_ranks(tokens, count.last):
            start, anaphor = count.last, False
        if "others" in (tokens[count.last - 1].lower, tokens[count.core].lower):
            anaphor = True
        anaphor = anaphor or tokens[position].lower == "another"
        if tokens[count.last - 1].lower == "number" and start == count.last:
            noun = NounPhrase(count, False, False, "", "bare", anaphor=True)
            return Chunk("noun", position, count.last, noun=noun)
        many = count.high != 1 or count.low != 1
        held = many and anaphor and start < len(tokens) and tokens[start].lower in HELD_AS
        # "took four others hostage" says how they are held.
        held = held or says_when(tokens, count.last)
        held = held or self._tells_state(tokens, start) or self._tells_deed(tokens, start)
        phrase = None if held else NounScan(self._vocabulary, tokens, start, many).run()
        if phrase is None and not many:
            single = self._one_of_them(tokens, position, start)
            if single is not None and single.noun is not None:
                single.noun.count, single.noun.anaphor = count, True
                return single
        if phrase is None:
            noun = NounPhrase(count, False, count.definite, "", "bare", anaphor=anaphor)
            end = start if anaphor or tokens[start - 1].lower in OWNERS else count.last
            owned = tokens[end - 1].lower in words.POSSESSIVES | {"the"}
            if owned and end < len(tokens):
                # "three of the wounded", "four of their dead"
                state = self._vocabulary.adjectives.at(tokens, end)
                if state is not None:
                    end, noun.state = state
            return Chunk("noun", position, end, noun=noun)
        end, noun = self._joined_adjective(tokens, phrase, many)
        if noun.kind == "action" and not many and tokens[end : end + 1]:
            # "one death in seven"
            share = share_end(tokens, replace(count, last=end))
            if share > end:
                return Chunk("noun", position, share, noun=measure())
        noun.count, noun.definite, noun.anaphor = count, count.definite, anaphor
        return Chunk("noun", position, end, noun=noun)

    def _one_of_them(self, tokens: Sequence[Token], position: int, end: int) -> Chunk | None:
        """Read "one of them a nurse" and "..., one a girl" as one phrase for one person."""
        of_group = tokens[end - 1].lower in {"them", "whom", "us"}
        counted_out = position > 0 and tokens[position - 1].text == ","
        if not (of_group or counted_out) or end >= len(tokens):
            return None
        if tokens[end].lower not in {"a", "an", "the"}:
            return None
        single = self._one(tokens, end)
        if single is None or single.noun is None or single.noun.kind not in {"strong", "weak"}:
            return None
        single.noun.one = False
        return Chunk("noun", position, single.last, noun=single.noun)

    def _tells_deed(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a set phrase follows a figure: "251 taken hostage", no kind of hostage."""
        found = self._vocabulary.verbs.at(tokens, position) if position < len(tokens) else None
        return found is not None and found[0] > position + 1 and "participle" in found[1].parts

    def _tells_state(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a verb follows "12 of which": "involved women", and no "12 women"."""
        if position >= len(tokens) or tokens[position - 1].lower not in {"which", "whom"}:
            return False
        return self._vocabulary.adjectives.at(tokens, position) is not None

    def _names_other_ranks(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "other" is part of a name for people: "eleven other ranks"."""
        other = position < len(tokens) and tokens[position].lower == "other"
        return other and self._vocabulary.heads.at(tokens, position) is not None

    def _joined_adjective(
        self, tokens: Sequence[Token], phrase: tuple[int, NounPhrase], many: bool
    ) -> tuple[int, NounPhrase]:
        """Read on to the noun where two names stand before it: "Serb and Roma men"."""
        end, noun = phrase
        if noun.kind not in _NAMING or end + 2 >= len(tokens) or tokens[end].lower != "and":
            return phrase
        if tokens[end - 1].text.islower() or tokens[end + 1].text.islower():
            return phrase
        second = NounScan(self._vocabulary, tokens, end + 1, many).run()
        if second is None or second[1].kind not in _HUMAN_KINDS:
            return phrase
        if noun.subject and second[1].subject not in {"people", noun.subject}:
            # "nine Taliban and Afghan soldiers": the first are no soldiers
            if noun.kind == "strong" or second[1].kind == "strong":
                return phrase
        second[1].subject = noun.subject or second[1].subject
        return second

    def _strong(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Read "a 250-strong rebel force", "the 1,200-strong garrison" as so many of them."""
        count = strong_count(tokens, position + (tokens[position].lower in _ONES))
        phrase = NounScan(self._vocabulary, tokens, count.last, None).run() if count else None
        if phrase is None or phrase[1].kind in {"measure", "action", "incidents"}:
            return None
        end, noun = phrase
        noun.count, noun.kind, noun.plural = count, "weak", True
        return Chunk("noun", position, end, noun=noun)

    def _one(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        word = tokens[position].lower
        if position + 1 < len(tokens) and tokens[position + 1].lower == "couple":
            return couple(tokens, position)
        called = called_end(tokens, position + 1)
        if called:
            name = NounPhrase(None, False, True, "", "unknown")
            return Chunk("noun", position, called, noun=name)
        many = False if word in {"a", "an", "another"} else None
        phrase = NounScan(self._vocabulary, tokens, position + 1, many).run()
        ordinal = position + 1 < len(tokens) and tokens[position + 1].lower in _ORDINALS
        if (
            ordinal
            and word in {"a", "an", "the"}
            and (phrase is None or phrase[1].kind == "unknown")
        ):
            # "An eighth died later": one more of those told before.
            noun = NounPhrase(None, True, False, "", "bare", anaphor=True)
            if word != "the" and position + 2 < len(tokens) and tokens[position + 2].lower == "of":
                # "a third of the men"
                noun = measure()
            return Chunk("noun", position, position + 2, noun=noun)
        if self._is_the_other(tokens, position, phrase):
            noun = NounPhrase(None, True, False, "", "bare", anaphor=True)
            end = position + 1 + (tokens[position].lower == "the")
            return Chunk("noun", position, end, noun=noun)
        if phrase is None:
            return None
        end, noun = phrase
        if noun.kind == "collective" and end + 1 < len(tokens) and tokens[end].lower == "of":
            members = parse_count(tokens, end + 1)
            if (
                members is not None
                and members.low
                and members.qualifier == "exact"
                and not self._vocabulary.knows_noun(tokens, members.last)
            ):
                # "a family of six", but "a patrol of 16 men"
                noun.count, noun.kind = members, "weak"
                return Chunk("noun", position, members.last, noun=noun)
        noun.definite = word in {"the", "this"}
        single = not noun.plural and noun.kind in _SINGLE_KINDS
        if word == "the" and noun.kind in {"materiel", "incidents"}:
            single = single and noun.kind == "materiel" and _is_one_of_a_row(tokens, position + 1)
        owned = word in words.POSSESSIVES
        if noun.kind in {"unknown", "modifier"} and _ends_in_name(tokens[position + 1 : end]):
            # "the painter Ana Ruiz"
            noun.kind, noun.subject = "name", noun.subject or "people"
            return Chunk("noun", position, _behind_any_age(tokens, end), noun=noun)
        if (many is False or owned) and noun.kind in {"unknown", "modifier"}:
            single = _names_a_person(tokens[end - 1].lower, noun)
            noun.kind = "weak" if single else noun.kind
            noun.subject = noun.subject or "people"
        noun.one = single
        if single and self._titles_a_name(tokens, end, noun) and tokens[end].text != ",":
            # "his sister Mona"
            noun.named, end = True, self._names.end(tokens, end + (tokens[end].text == "."))
        # "The administrator of 33" says nobody's age.
        of_some = word == "the" and end < len(tokens) and tokens[end].lower == "of"
        if single and noun.kind in {"strong", "weak"} and not of_some:
            end = _behind_any_age(tokens, end)
        noun.anaphor = word == "another"
        return Chunk("noun", position, end, noun=noun)

    def _is_the_other(
        self, tokens: Sequence[Token], position: int, phrase: tuple[int, NounPhrase] | None
    ) -> bool:
        """Tell whether "the other (wounded)", "another (was hit)" stands here."""
        following = position + 1 + (tokens[position].lower == "the")
        if following >= len(tokens) or (phrase and phrase[0] > following):
            return False
        if [token.lower for token in tokens[position:following]] not in _OTHERS:
            return False
        done = self._vocabulary.verbs.at(tokens, following) is not None
        return done or tokens[following].lower in words.BE | words.HAVE

    def _none(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        """Read "no casualties", "no soldiers", "without any loss" as a count of none."""
        around = [token.lower for token in tokens[max(0, position - 3) : position]]
        if tokens[position].lower == "any" and "without" not in around:
            return None
        start = position + 1
        if tokens[start].lower == "one":
            return nobody(position, start + 1)
        while start < len(tokens) and tokens[start].lower in _REPORTED:
            start += 1
        if start >= len(tokens):
            return None
        state = self._vocabulary.adjectives.at(tokens, start) if start < len(tokens) else None
        if state is not None and not self._vocabulary.knows_noun(tokens, state[0]):
            # "no dead, no wounded"
            zero = Count(0, 0, "exact", position, state[0], position)
            noun = NounPhrase(zero, False, False, "people", "action", types=(state[1],))
            return Chunk("noun", position, state[0], noun=noun)
        phrase = NounScan(self._vocabulary, tokens, start, None).run()
        if phrase is None or phrase[1].kind in {"unknown", "measure", "incidents"}:
            return None
        end, noun = phrase
        if noun.kind == "materiel" and not _tells_of_loss(tokens, position, end):
            return None
        noun.count = Count(0, 0, "exact", position, end, position)
        return Chunk("noun", position, end, noun=noun)

    def _uncounted(self, tokens: Sequence[Token], position: int) -> Chunk | None:
        if tokens[position].lower in words.PHRASE_STOPS:
            return None
        known = self._vocabulary.knows_noun(tokens, position) or self._leads_to_known(
            tokens, position
        )
        if not known or self._opens_with_title(tokens, position):
            end = self._names.end(tokens, position)
            if end == position:
                return None
            owned = self._owned_by_name(tokens, position, end)
            if owned is not None:
                return owned
            name = NounPhrase(None, False, False, self._titled(tokens, position), "name")
            titled = tokens[position].lower in PERSON_TITLES
            end = _behind_any_age(tokens, end) if titled else behind_age(tokens, end)
            return Chunk("noun", position, end, noun=name)
        phrase = NounScan(self._vocabulary, tokens, position, None).run()
        if phrase is None:
            return None
        end, noun = phrase
        if noun.kind in {"strong", "weak"} and not noun.plural:
            noun.one = self._headline
            end = behind_age(tokens, end)
        if self._titles_a_name(tokens, end, noun):
            noun.one = True
            if tokens[end].text != ",":
                start = end + (tokens[end].text == ".")
                noun.named, end = True, self._names.end(tokens, start)
            end = _behind_any_age(tokens, end)
        elif end < len(tokens) and tokens[end].text == "." and self._abbreviates(tokens, end):
            end += 1
        return Chunk("noun", position, end, noun=noun)

    def _titled(self, tokens: Sequence[Token], position: int) -> str:
        """Return the subject that the title of a name tells: "Mrs", "Brig. Gen."."""
        if tokens[position].lower in _TITLES_OF_WOMEN:
            return "women"
        for token in tokens[position : position + 4]:
            rank = self._vocabulary.heads.get(token.lower)
            if rank is not None and token.lower in PERSON_TITLES:
                return rank.subject
        return "people"

    def _opens_with_title(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "Mullah Omar" stands here, of whom the title does not say what he is."""
        title = tokens[position].text[0].isupper() and tokens[position].lower in CLERICS
        following = position + 1 < len(tokens) and self._names.names(tokens, position + 1, False)
        return title and following

    def _owned_by_name(self, tokens: Sequence[Token], position: int, end: int) -> Chunk | None:
        """Read "Klaus' mother" as one person; "Klaus's" is one token with its mark."""
        if tokens[end - 1].lower.endswith("'s") and end < len(tokens):
            return self._kin_of(tokens, position, end)
        kin = end + 1 < len(tokens) and tokens[end].text in _APOSTROPHES
        if not kin or tokens[end + 1].lower not in words.KIN or tokens[end - 1].lower[-1] != "s":
            return None
        phrase = NounScan(self._vocabulary, tokens, end + 1, None).run()
        if phrase is None:
            return None
        phrase[1].one = True
        last = _behind_any_age(tokens, phrase[0])
        return Chunk("noun", position, last, noun=phrase[1])

    def _kin_of(self, tokens: Sequence[Token], position: int, kin: int) -> Chunk | None:
        """Read "Fatima's husband" as one person."""
        if tokens[kin].lower not in words.KIN:
            return None
        phrase = NounScan(self._vocabulary, tokens, kin, None).run()
        if phrase is None or phrase[1].plural:
            return None
        phrase[1].one = True
        return Chunk("noun", position, _behind_any_age(tokens, phrase[0]), noun=phrase[1])

    @staticmethod
    def _abbreviates(tokens: Sequence[Token], mark: int) -> bool:
        """Tell whether a full stop only shortens a title: "Major Gen. defects"."""
        following = tokens[mark + 1].text[0] if mark + 1 < len(tokens) else ""
        return tokens[mark - 1].lower in PERSON_TITLES and following.islower()

    def _titles_a_name(self, tokens: Sequence[Token], end: int, noun: NounPhrase) -> bool:
        """Tell whether a person is named behind a noun without article: "Judge Ana Pacheco"."""
        if noun.plural or noun.kind not in {"strong", "weak"} or end >= len(tokens):
            return False
        following = end + (tokens[end].text in {",", "."})
        return following < len(tokens) and self._names.names(tokens, following, False)

    def _leads_to_known(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a capitalised adjective stands before a known noun: "Suspected Rebels"."""
        following = position + 1
        word = tokens[position].lower
        if word.startswith("ex-"):
            # "Ex-mayor shot dead"
            return self._vocabulary.heads.get(word.removeprefix("ex-")) is not None
        return (
            word.endswith(_LEADING_ENDINGS)
            and following < len(tokens)
            and self._vocabulary.heads.at(tokens, following) is not None
        )


def _are_many(token: Token) -> bool:
    """Tell whether "number" is a verb behind a word: "the dead number 31", "rebels now number"."""
    return token.lower in _FATES or (token.lower.endswith("s") and token.text[0].islower())


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence leaves out its articles, as headlines do: "Judge shot dead"."""
    if not 2 < len(tokens) < 26 or tokens[-1].text == ".":
        return False
    return not any(token.lower in {"a", "an", "the"} for token in tokens)


def _names_a_person(word: str, noun: NounPhrase) -> bool:
    """Tell whether an unknown noun names one who does something: "a weapons trader"."""
    return word.endswith(_AGENTS) and word not in words.THINGS


def _ends_in_name(phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase is a common noun and the name of a person: "painter Ana Ruiz"."""
    lead = next((at for at, token in enumerate(phrase) if not token.text.islower()), 0)
    name = phrase[lead:]
    if not lead or not all(token.text[0].isupper() and token.text[1:].islower() for token in name):
        return False
    noun = phrase[lead - 1].lower
    return noun not in words.THINGS and (len(name) > 1 or noun.endswith(_AGENTS))


def _is_one_of_a_row(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether "the lead", "the second" picks one vehicle out of those that drove there."""
    return position < len(tokens) and tokens[position].lower in _ORDINALS | _IN_A_ROW


def _tells_of_loss(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether "lost no aircraft", "no tanks were destroyed" stands there."""
    around = (*tokens[max(0, first - 2) : first], *tokens[last : last + 3])
    return any(token.lower in _LOST for token in around)


def _behind_any_age(tokens: Sequence[Token], end: int) -> int:
    return behind_bracketed_age(tokens, behind_age(tokens, end))
