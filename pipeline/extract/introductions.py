"""Whom "he" and "she" mean where nobody has spoken yet: who was told of just before."""

import re
from functools import cached_property

from pipeline.extract.passage import Passage
from pipeline.language.speakers import SpeakerWords, person_id, slug
from pipeline.language.tokens import tokenize

# How many characters back somebody may act who then speaks.
_NEAR = 400
# How many sentences back somebody may have been told of.
_BACK = 3
# "Kamala does not ...", "But Wissal Haddouri, an activist who ...".
_NAME = re.compile(
    r"[\W\d_]*(?:(?:But|And|Then|Down in the \w+|Later),?\s+)?"
    r"(?P<name>[A-Z][a-z]+(?:\s(?:al-|el-)?[A-Z][a-z]+){0,2})"
    r"(?P<link>,\s(?:an?\s|\d)|\s(?:is|was|has|had|does|did|[a-z]{3,}(?:s|ed))\s)"
)
# Where a clause opens, and its first words: "On 17 May, the partner forces repelled ...".
_CLAUSE = re.compile(
    r"(?:(?<=[;:.!?]\s)|(?<=\n)|\A|,\s(?:and|but|while|whereas|though)\s)"
    r"(?:(?:On|In|At)\s[^,;:]{2,30},\s)?(?:[Tt]he\s|[Tt]wo\s|[Ss]everal\s)?(?:so-called\s)?"
    r"(?P<subject>[\w’'-]+(?:\s[\w’'-]+){1,5})"
)
_OURS = re.compile(r"\b(?:[Mm]y|[Oo]ur)\s+(?P<name>[a-z]+)\b")
_PARTS = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Oo]ne)(?P<words>(?:\s[a-z]+\b(?!['’-])){1,3})")
_OPENING = re.compile(r"[\W\d_]*(?:(?:But|And|Then|So),?\s+)?\Z")
_HAPPENS = re.compile(r"\s+(?:was|were|is being|died|lost)\b")
_SUFFERS = re.compile(
    r"\s+(?:was|were|is|are|being|died|lost|killed|dead|wounded|injured|captured|arrested)\b"
)
_NO_NAMES = (
    "not_a_name", "pronoun", "determiner", "preposition", "opener", "month", "title", "conjunction",
)  # fmt: skip
_PERSONS = frozenset(
    "man woman boy girl cousin brother sister father mother uncle aunt friend neighbour neighbor "
    "colleague soldier conscript nurse farmer teacher driver student guard baker shepherd owner "
    "widow survivor witness resident villager volunteer fighter defector deserter sniper nun "
    "sergeant corporal constable policeman".split()
)
_KIN = frozenset(
    "cousin brother sister father mother uncle aunt friend neighbour neighbor colleague nephew "
    "niece wife husband son daughter grandfather grandmother guide driver".split()
)


class Introductions:
    """The persons of whom a document tells before they speak."""

    def __init__(self, passage: Passage, words: SpeakerWords) -> None:
        self._passage = passage
        self._words = words

    @cached_property
    def _persons(self) -> frozenset[str]:
        anaphors = self._words.words["anaphor"]
        return _PERSONS | {noun for noun, kinds in anaphors.items() if kinds == "person"}

    def before(self, index: int, since: int) -> tuple[str, int, int] | None:
        """Return id and naming words of who was told of last before the sentence at `index`.

        Args:
            index: the sentence in which "he" stands.
            since: the sentence in which somebody spoke last, or -1; after one, only who is the
                subject of a sentence counts.
        """
        sentences = self._passage.sentences
        for position in range(index - 1, max(index - 1 - _BACK, since, -1), -1):
            sentence = sentences[position]
            found = self._in(sentence.start, sentence.end, since >= 0)
            if found is not None:
                return found
        return None

    def _in(self, start: int, end: int, as_subject: bool) -> tuple[str, int, int] | None:
        text = self._passage.text
        if text[start:end].isupper():
            text = self._passage.lower
        name = _NAME.match(text, start, end)
        if name and not self._is_word(name["name"].split()[0]):
            if "," in name["link"] or not _HAPPENS.match(text, name.end("name"), end):
                return person_id(name["name"], self._words), *name.span("name")
        if not as_subject and (ours := _OURS.search(text, start, end)) and ours["name"] in _KIN:
            return slug(ours["name"]), *ours.span("name")
        for phrase in _PARTS.finditer(text, start, end):
            span = self._noun(phrase["words"], phrase.start("words"))
            if span is None:
                continue
            opens = _OPENING.fullmatch(text, start, phrase.start()) is not None
            if as_subject and (not opens or _HAPPENS.match(text, span[1], end)):
                continue
            return slug(text[slice(*span)]), *span
        return None

    def acting(self, start: int, end: int) -> tuple[str, int, int] | None:
        """Return the body or the group that acts in the last clause of `text[start:end]`."""
        text = self._passage.text
        bodies = self._words.words["organisation_noun"]
        for clause in reversed(list(_CLAUSE.finditer(text, max(start, end - _NEAR), end))):
            tokens = tokenize(text, clause.start("subject"), clause.end("subject"))
            for position, token in enumerate(tokens):
                named = self._words.name_at(tokens, position, False)
                close = named[0] if named else position + 1
                listed = token.lower in bodies or token.lower.endswith("forces")
                if not (named or listed) or close >= len(tokens):
                    continue
                if _SUFFERS.match(text, tokens[close - 1].end):
                    break
                opened = tokens[0] if named is None else token
                claimant = named[1] if named else slug(text[opened.start : token.end])
                return claimant, opened.start, tokens[close - 1].end
        return None

    def _noun(self, words: str, offset: int) -> tuple[int, int] | None:
        """Return the span of "parish priest" in " parish priest keeps", None without a person."""
        closes = 0
        for word in words.split():
            closes = words.index(word, closes) + len(word)
            if word in self._persons:
                return offset + 1, offset + closes
        return None

    def _is_word(self, word: str) -> bool:
        skip = self._words.words
        lower = word.lower()
        return any(lower in skip[role] for role in _NO_NAMES)
