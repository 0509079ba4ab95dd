"""Which speaker a name, a surname or a stand-in means in one document."""

import re
from functools import cached_property

from pipeline.language.speakers import (
    COMMON,
    PERSON,
    SURNAME,
    Speaker,
    SpeakerWords,
    person_id,
    slug,
)
from pipeline.language.tokens import tokenize

_FULL_NAME = re.compile(r"\b[A-Z][a-z'’]+\.?(?:[ -](?:[a-z]{2}-)?[A-Z][\w'’]*[a-z]){1,4}")
_BODY = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){1,5}")
_SHOUTED_NAME = re.compile(r"\b[A-Z][A-Z'’]+(?=((?:\s[A-Z][A-Z'’]+){0,3}))")
_WORD = re.compile(r"[^\W\d_]+")
_MEMORY = 15
_PERSON_KIND = "person"
# Nouns for somebody without a name: "a waiter", "one survivor".
_SOMEONE = re.compile(
    r"(?:er|or|ist|man|woman|ian|ee|ant|ent|boy|girl|ic|cousin|uncle|aunt|nurse|priest|friend|chief|"
    r"guard|judge|mayor|monk|nun|captain|general|colonel|widow|guide|pilot|relative|deputy|official|"
    r"refugee|civilian|rebel|neighbour|doctor|wife|husband|niece|nephew|witness|boss|imam|sheikh|"
    r"diplomat|medic)\Z"
)
# What bodies of a state are called, by the nouns that end their names.
_OF_THE_STATE = frozenset(
    "ministry department police army command forces force division brigade battalion regiment "
    "corps government embassy directorate administration authority parliament court "
    "headquarters".split()
)


class Identities:
    """Remembers who has spoken, so that "he", "the group" and "Diaz" find their speaker."""

    def __init__(self, text: str, words: SpeakerWords) -> None:
        self._text = text
        self._words = words
        self._history: list[tuple[int, str, int, int]] = []
        self._persons: dict[str, str] = {}
        self._pronouns: dict[str, str] = {}

    def heard(self, sentence: int, claimant: str, name_start: int, name_end: int) -> None:
        """Remember that `claimant`, named by `text[name_start:name_end]`, spoke."""
        self._history.append((sentence, claimant, name_start, name_end))

    def called(self, claimant: str, name: str) -> None:
        """Remember whether a speaker is a "he" or a "she"."""
        if name.lower() in ("he", "she"):
            self._pronouns[claimant] = name.lower()

    def last_heard(self, sentence: int) -> int:
        """Return the sentence in which somebody spoke last, -1 where nobody did lately."""
        recent = self._recent(sentence)
        return recent[0][0] if recent else -1

    def claimant(self, sentence: int, speaker: Speaker, name: str) -> str:
        """Return the id of a speaker who is named or described by `name`."""
        if speaker.form == SURNAME:
            last = slug(name.rsplit(maxsplit=1)[-1]) if name.split() else ""
            known = self._persons.get(last) or self._full_names.get(last)
            return known or speaker.claimant or slug(name)
        if speaker.form == COMMON and name[:4].lower() == "the ":
            called = self._called(sentence, name)
            return called[0] if called else speaker.claimant
        if speaker.form != PERSON:
            return self._fuller_body(speaker, name) or speaker.claimant
        parts = [slug(word) for word in name.split()]
        known_as = {self._persons.get(part, "") for part in parts}
        claimant = known_as.pop() if len(known_as) == 1 else ""
        claimant = claimant or speaker.claimant
        for part in parts[1:]:
            self._persons.setdefault(part, claimant)
        return claimant

    def _fuller_body(self, speaker: Speaker, name: str) -> str:
        """Return the body whose full name the text gives: "the Observatory" of another country."""
        words = [word for word in name.split() if word.lower() != "the"]
        noun = words[0].removesuffix("'s").removesuffix("’s") if words else ""
        rest = words[1:] if words and words[0] == noun else []
        if (
            rest
            or not noun[:1].isupper()
            or noun.lower() not in self._words.words["organisation_noun"]
        ):
            return ""
        if noun.isupper():
            return ""
        full = self._bodies.get(noun.lower())
        if full is None:
            return ""
        tokens = tokenize(full)
        for position in range(len(tokens)):
            known = self._words.name_at(tokens, position, False)
            if known is not None and known[1] == speaker.claimant and known[0] - position > 1:
                return ""
        return slug(full)

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """Map the last word of each body's full name, as the text first gives it, to the name."""
        bodies: dict[str, str] = {}
        for match in _BODY.finditer(self._text):
            words = match.group().split()
            while words and words[0].lower() in self._words.words["not_a_name"]:
                del words[0]
            if words and words[0].lower() == "the":
                del words[0]
            if len(words) > 1 and words[-1].lower() in self._words.words["organisation_noun"]:
                bodies.setdefault(words[-1].lower(), " ".join(words))
        return bodies

    def earlier(self, sentence: int, speaker: Speaker, name: str) -> tuple[str, int, int] | None:
        """Return id and naming words of the last speaker for whom a stand-in may stand."""
        called = self._called(sentence, name)
        if called is not None:
            return called
        second: tuple[str, int, int] | None = None
        for before, claimant, start, end in self._recent(sentence):
            kind = self._words.kinds.get(claimant, "")
            if kind in ("", "unnamed_group"):
                by_name = self._kind_by_name(start, end)
                kind = by_name if not kind or by_name == "body" else kind
            if {self._pronouns.get(claimant), name.lower()} == {"he", "she"}:
                continue
            if _fits(kind, speaker.refers):
                return claimant, start, end
            if second is None and sentence - before < _MEMORY:
                second = claimant, start, end
        return second if "report" in speaker.refers else None

    def _kind_by_name(self, start: int, end: int) -> str:
        """Return what a speaker in no list is, by the noun that ends the name: "staff officers"."""
        words = _WORD.findall(self._text[start:end].lower())
        if not words:
            return _PERSON_KIND
        if not self._words.words["organisation_noun"].keys().isdisjoint(words[-1:]):
            return "body" if words[-1] in _OF_THE_STATE else "organisation"
        if not self._text[start:end].split()[-1].islower():
            return _PERSON_KIND  # "Diaz", "al-Diaz"
        if words[-1].endswith("s") and not words[-1].endswith(("ss", "us")):
            return "unnamed_group"
        return "someone" if _SOMEONE.search(words[-1]) else "report"

    def source_heard(self, sentence: int) -> str:
        """Return the id of the unnamed sources that spoke last, "" where none did."""
        for _, claimant, _, _ in self._recent(sentence):
            if claimant.endswith(("_source", "_sources")):
                return claimant
        return ""

    def _recent(self, sentence: int) -> list[tuple[int, str, int, int]]:
        recent = self._history[: -_MEMORY - 1 : -1]
        return [entry for entry in recent if sentence - entry[0] <= _MEMORY]

    def _called(self, sentence: int, name: str) -> tuple[str, int, int] | None:
        """Return the last speaker who was called by the same noun ("the cardinal")."""
        noun = name.lower().split()[-1]
        for _, claimant, start, end in self._recent(sentence):
            if noun in self._text[start : min(end, start + 200)].lower().split():
                return claimant, start, end
        return None

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """Map each last name to the id of the person who is named in full somewhere."""
        titles = self._words.words["title"]
        skip = self._words.words["not_a_name"]
        names: dict[str, str] = {}
        for match in _FULL_NAME.finditer(self._text):
            words = match.group().split()
            while words and (slug(words[0]) in titles or slug(words[0]) in skip):
                del words[0]
            if len(words) > 1:
                names.setdefault(slug(words[-1]), person_id(" ".join(words), self._words))
        previous = ""
        for match in _SHOUTED_NAME.finditer(self._text):
            words = [match.group(), *match.group(1).split()]
            if previous in titles and words[0].lower() not in titles:
                for k in range(1, len(words)):
                    full = " ".join(words[: k + 1])
                    names.setdefault(slug(words[k]), person_id(full, self._words))
            previous = words[0].lower()
        return names


def _fits(kind: str, refers: frozenset[str]) -> bool:
    """Tell whether a speaker of `kind` may be meant by a stand-in that refers to `refers`."""
    if "any" in refers:
        return True
    if "he" in refers:
        return kind not in ("media", "state_media", "report")
    if "report" in refers or "group" in refers:
        return kind not in ("person", "someone")
    if "body" in refers:
        return kind not in ("person", "someone", "unnamed_group", "report")
    return kind in refers
