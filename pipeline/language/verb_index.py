"""The verbs for what was done, alone or as set phrases, looked up where they begin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pipeline.language.phrase_index import PhraseIndex
from pipeline.language.tokens import Token
from pipeline.language.word_patterns import any_of

VerbPart = Literal["base", "present", "past", "participle", "gerund"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a word for what was done.

    Attributes:
        types: claim types that it may stand for, most usual first.
        parts: which forms of the verb the word can be.
        transitive: whether the one counted is the object (or subject of the passive).
    """

    lemma: str
    types: tuple[str, ...]
    parts: frozenset[VerbPart]
    transitive: bool


@dataclass(frozen=True)
class Family:
    """Set phrases alike: "shot in the leg" and whatever else somebody is shot in.

    Attributes:
        verbs: forms of the verbs, the first word of which is inflected, without what follows.
        slots: lists of words, one of which follows for each list, in order; "" for none.
    """

    verbs: dict[str, Verb]
    slots: tuple[tuple[str, ...], ...]

    @cached_property
    def _options(self) -> list[dict[str, list[tuple[str, ...]]]]:
        """The words of each slot by the first of them."""
        options: list[dict[str, list[tuple[str, ...]]]] = []
        for slot in self.slots:
            by_first: dict[str, list[tuple[str, ...]]] = {}
            for phrase in slot:
                words = tuple(phrase.split())
                by_first.setdefault(words[0] if words else "", []).append(words)
            options.append(by_first)
        return options

    def ends(self, words: Sequence[str], at: int, slot: int = 0) -> Iterator[int]:
        """Yield where among `words` each phrase ends, the slots of which begin at a place."""
        if slot == len(self._options):
            yield at
            return
        options = self._options[slot]
        first = words[at] if at < len(words) else ""
        for phrase in (*options.get(first, ()), *options.get("", ())):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield from self.ends(words, at + len(phrase), slot + 1)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The words with which what stands behind the verb can begin."""
        words: set[str] = set()
        for options in self._options:
            words |= options.keys() - {""}
            if "" not in options:
                break
        return frozenset(words)

    @cached_property
    def longest(self) -> int:
        """How many words can stand behind the verb."""
        return sum(max(len(phrase.split()) for phrase in slot) for slot in self.slots)

    @cached_property
    def pattern(self) -> str:
        """A pattern that finds one of them in lower-cased text."""
        slots = [
            rf"(?:\s+{any_of([f'{words}*' for words in slot if words], before='').pattern})"
            + ("?" if "" in slot else "")
            for slot in self.slots
        ]
        return any_of(f"{verb}*" for verb in self.verbs).pattern + "".join(slots)


class VerbIndex:
    """Verbs and set phrases found at a position among tokens, longest first."""

    def __init__(self) -> None:
        self.phrases: PhraseIndex[Verb] = PhraseIndex()
        self.families: list[Family] = []
        # First word of a verb → the rest of its words, the verb, its family; and → the words
        # that can stand behind it.
        self._openings: dict[str, list[tuple[tuple[str, ...], Verb, Family]]] = {}
        self._second: dict[str, set[str]] = {}

    def add_family(self, family: Family) -> None:
        """Add all phrases of a family."""
        self.families.append(family)
        for surface, verb in family.verbs.items():
            first, *rest = surface.split()
            self._openings.setdefault(first, []).append((tuple(rest), verb, family))
            self._second.setdefault(first, set()).update(rest[:1] or family.beginnings)

    def words(self) -> Iterable[str]:
        """Return the first words of all verbs and phrases."""
        return {*self.phrases.words(), *self._openings}

    def opens_family(self, word: str) -> bool:
        """Tell whether a verb of a family begins with a word."""
        return word in self._openings

    def at(self, tokens: Sequence[Token], position: int) -> tuple[int, Verb] | None:
        """Return the end and the verb of the longest phrase that begins at `position`."""
        found = self.phrases.at(tokens, position)
        member = self.rest_at(tokens[position].lower, tokens, position + 1)
        return found if member is None or (found and found[0] >= member[0]) else member

    def rest_at(
        self, first: str, tokens: Sequence[Token], position: int, *, transitive: bool = False
    ) -> tuple[int, Verb] | None:
        """Return the longest phrase of a family, the words of which behind the first stand here.

        Args:
            first: the first word of its verb.
            tokens: those of the sentence.
            position: where the second word stands.
            transitive: whether only phrases are meant that have an object.
        """
        second = self._second.get(first)
        if second is None or position >= len(tokens) or tokens[position].lower not in second:
            return None
        longest = 0
        those: list[tuple[tuple[str, ...], Verb]] = []
        for rest, verb, family in self._openings[first]:
            if transitive and not verb.transitive:
                continue
            reach = position + len(rest) + family.longest
            words = [token.lower for token in tokens[position:reach]]
            if tuple(words[: len(rest)]) != rest:
                continue
            end = max(family.ends(words, len(rest)), default=0)
            if end > longest:
                longest, those = end, []
            if end and end == longest:
                those.append((rest, verb))
        if not those:
            return None
        rest, verb = those[-1]
        behind = (token.lower for token in tokens[position + len(rest) : position + longest])
        types = dict.fromkeys(claim_type for _, verb in those for claim_type in verb.types)
        lemma = " ".join([verb.lemma, *behind])
        return position + longest, Verb(lemma, tuple(types), verb.parts, verb.transitive)
