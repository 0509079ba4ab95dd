"""Names of persons: runs of capitalised words, or of unknown words in texts in capitals."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.calendar_words import DATE_WORDS
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

_PARTICLES = frozenset("al bin ibn de la del van von el abu".split())
_ALIAS = frozenset({"alias", "aka", "a.k.a", "@"})
# Endings of common words, by which texts in capitals part them from names.
_COMMON_ENDINGS = (
    "ed", "ing", "ly", "tion", "sion", "ment", "ness", "ity", "ous", "ive", "ism", "ists", "ers",
    "ies", "able", "ible", "ance", "ence", "ship", "ward", "ern", "ful", "less", "ical", "nal",
)  # fmt: skip
_COMMON = frozenset(
    "last night week month year morning afternoon today tomorrow very such same own main members "
    "what how why here well back most much group groups party parties home street area city town "
    "country capital government president minister state national public united states american "
    "north south east west front left right high low new old young small large big great good "
    "case crime act acts news radio text begin end recording report reports while said says say "
    "according peace war law human rights social political military general central foreign "
    "department province district region university church house democracy democratic communist "
    "defend believes replaced investigate people's".split()
)
_ASKING = frozenset(
    "all more most less fewer half twice both how what why here yes well please nobody everybody "
    "someone none earlier number customs".split()
)
_CLOSED = words.PHRASE_STOPS | words.ADVERBS | words.MEASURES | words.HEARSAY
# Units that bear a number behind their name.
_NUMBERED_UNITS = frozenset(
    "battalion brigade division regiment corps company squadron front column unit sector".split()
)
# Shortened names of countries, which are no initials.
_COUNTRIES = frozenset({"U.S.", "U.N.", "U.K.", "U.A.E.", "E.U."})
# Titles that without a name are nouns: "the mullah".
CLERICS = frozenset(
    "mullah maulawi mawlawi sheikh sheik hajji haji mawlana maulana mallam ayatollah".split()
)
TITLES = CLERICS | frozenset(
    "mr mrs ms dr prof gen col lt capt maj sgt brig st no sen rep gov".split()
)

# Adjectives that stand before the name of a person.
NAMED_FONDLY = frozenset({"old", "young", "little", "poor"})

# Titles that a person bears: "St." opens the name of a place, "No." a number.
PERSON_TITLES = TITLES - {"st", "no"}


class NameReader:
    """Tells the names of a text from its other words.

    Args:
        vocabulary: the word lists; a word in them is no name.
        shouting: whether the text is written in capitals.
    """

    def __init__(self, vocabulary: Vocabulary, shouting: bool) -> None:
        self._vocabulary = vocabulary
        self._shouting = shouting

    def end(self, tokens: Sequence[Token], position: int) -> int:
        """Return the end of the name that begins at `position`, or `position`."""
        end = position
        if not self._shouting and tokens[position].lower in NAMED_FONDLY:
            # "old Petrov"
            named = position + 1 < len(tokens) and self.names(tokens, position + 1, False)
            return self.end(tokens, position + 1) if named else position
        while end < len(tokens) and (
            self.names(tokens, end, end == position)
            or (end > position and self._is_title(tokens, end))
        ):
            end += 1 + (self._is_initial(tokens, end) and len(tokens[end].text) == 1)
            if tokens[end - 1].lower in PERSON_TITLES and end + 1 < len(tokens):
                # "Mrs. Edna Loft"
                end += tokens[end].text == "."
            if end + 1 < len(tokens) and tokens[end].lower in _PARTICLES:
                end += 1 + self.names(tokens, end + 1, False)
            if end + 1 < len(tokens) and tokens[end].lower in _ALIAS:
                # "Ravi Lal alias Munna"
                end += self.names(tokens, end + 1, False)
        numbered = end > position and tokens[end - 1].lower in _NUMBERED_UNITS
        if numbered and end < len(tokens) and tokens[end].text[0].isdigit():
            # "Light Infantry Battalion 519"
            end += 1
        return end

    @staticmethod
    def _is_title(tokens: Sequence[Token], end: int) -> bool:
        """Tell whether a second title follows: "Brig. Gen. Adam Dib"."""
        title = tokens[end].text[0].isupper() and tokens[end].lower in PERSON_TITLES
        before = end - 1 - (tokens[end - 1].text == ".")
        return title and before >= 0 and tokens[before].lower in PERSON_TITLES

    def names(self, tokens: Sequence[Token], position: int, first: bool) -> bool:
        """Tell whether a word can be part of a name, or open one."""
        if self._shouting:
            alone = (
                not tokens[position].lower.endswith("'s")
                and first
                and position + 1 < len(tokens)
                and self._vocabulary.knows_noun(tokens, position + 1)
            )
            return not alone and self._may_name(tokens, position)
        if self._is_initial(tokens, position):
            return True
        if not _capitalised(tokens[position]):
            return False
        if tokens[position].lower in _ASKING or _names_day(tokens[position]):
            return False
        return first or (
            tokens[position].lower not in words.PHRASE_STOPS
            and self._vocabulary.heads.at(tokens, position) is None
        )

    def _is_initial(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "S. R. Perera", "R. Perera" or "J.R. Perera" opens here."""
        text = tokens[position].text
        if not text[0].isupper() or text in _COUNTRIES:
            return False
        following = position + 1
        if len(text) == 1:
            if following >= len(tokens) or tokens[following].text != ".":
                return False
            following += 1
        elif not text.endswith(".") or len(text) > 6:
            return False
        return following < len(tokens) and self.names(tokens, following, False)

    def _may_name(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a word in capitals can be a name: no word that the grammar knows."""
        word = tokens[position].lower.removesuffix("'s")
        if word in TITLES and position + 1 < len(tokens):
            return self._may_name(tokens, position + 1)
        return (
            len(word) > 2
            and word.isalpha()
            and not word.endswith(_COMMON_ENDINGS)
            and word not in _CLOSED
            and not (word == "more" and _is_word(tokens, position + 1, "than"))
            and word not in _COMMON
            and not self._vocabulary.knows_noun(tokens, position)
            and self._vocabulary.verbs.at(tokens, position) is None
            and self._vocabulary.adjectives.at(tokens, position) is None
            and self._vocabulary.attack_verbs.at(tokens, position) is None
            and word not in self._vocabulary.attack_nouns
        )


def _names_day(token: Token) -> bool:
    """Tell whether "Sunday's" stands here, of which nobody is told."""
    return token.lower.endswith("'s") and token.lower.removesuffix("'s") in DATE_WORDS


def _is_word(tokens: Sequence[Token], position: int, word: str) -> bool:
    return position < len(tokens) and tokens[position].lower == word


def _capitalised(token: Token) -> bool:
    text = token.text
    if text[0].islower():
        # "al-Najjar", "el-Sisi"
        article, mark, name = text.partition("-")
        return bool(mark) and len(article) <= 3 and name[:1].isupper()
    return text[0].isupper() and not text.isupper() and len(text) > 1
