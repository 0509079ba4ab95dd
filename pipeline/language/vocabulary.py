"""The words of the domain, indexed for look-up while reading."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from pipeline.language import function_words
from pipeline.language.calendar_words import DATE_WORDS
from pipeline.language.count_words import STARTS
from pipeline.language.findings import FORCES, HUMAN_TYPES, MATERIEL_TYPES
from pipeline.language.inflection import conjugate, plural
from pipeline.language.phrase_index import PhraseIndex
from pipeline.language.set_phrases import build_family, parts_of
from pipeline.language.signs import Signs
from pipeline.language.tokens import Token
from pipeline.language.verb_index import Verb, VerbIndex, VerbPart
from pipeline.language.word_patterns import any_of

HeadKind = Literal["strong", "weak", "materiel", "incidents", "collective"]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun for those or that which is counted.

    Attributes:
        subject: the codebook's subject.
        kind: strong (names its subject), weak (takes it from the words before it), collective
            (a group, never counted itself), materiel or incidents.
        plural: whether the form is plural; None where one form serves both.
    """

    subject: str
    kind: HeadKind
    plural: bool | None


@dataclass(frozen=True, slots=True)
class ActionNoun:
    """A noun for what was done: "death", "killings"."""

    types: tuple[str, ...]
    plural: bool


@dataclass(eq=False)
class Vocabulary:
    """All word lists that the grammar reads.

    Attributes:
        heads: nouns for those who are counted.
        modifiers: words before a noun that name its subject.
        strong_modifiers: subject → modifiers that outweigh even a strong noun.
        nations: names of states, and of what is theirs.
        movement_kinds, movement_marks: words that names of movements against a state have.
        actors: names of acting sides.
        verbs: forms of verbs for what was done.
        nouns: nouns for what was done.
        adjectives: words that say of those before or behind them what happened ("dead").
        occurrences: words that tell an incident without a figure: alone, at_place or phrase.
        attack_verbs, attack_nouns: words that make whoever stands with them an attacker.
        families: word → the family of words that are used alike.
    """

    heads: PhraseIndex[Head] = field(default_factory=PhraseIndex)
    modifiers: PhraseIndex[str] = field(default_factory=PhraseIndex)
    strong_modifiers: dict[str, str] = field(default_factory=dict)
    nations: frozenset[str] = frozenset()
    movement_kinds: frozenset[str] = frozenset()
    movement_marks: frozenset[str] = frozenset()
    actors: PhraseIndex[str] = field(default_factory=PhraseIndex)
    verbs: VerbIndex = field(default_factory=VerbIndex)
    nouns: PhraseIndex[ActionNoun] = field(default_factory=PhraseIndex)
    adjectives: PhraseIndex[str] = field(default_factory=PhraseIndex)
    attack_verbs: PhraseIndex[str] = field(default_factory=PhraseIndex)
    attack_nouns: frozenset[str] = frozenset()
    occurrences: PhraseIndex[str] = field(default_factory=PhraseIndex)
    families: dict[str, str] = field(default_factory=dict)

    def knows_noun(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether a noun, a modifier or a noun for what was done begins at `position`."""
        return position < len(tokens) and (
            self.heads.at(tokens, position) is not None
            or self.modifiers.at(tokens, position) is not None
            or self.nouns.at(tokens, position) is not None
        )

    @cached_property
    def verb_openers(self) -> frozenset[str]:
        """All words with which a verb group or a state ("dead") can begin."""
        return function_words.VERB_OPENERS | {*self.verbs.words(), *self.adjectives.words()}

    @cached_property
    def chunk_openers(self) -> frozenset[str]:
        """All words with which a noun phrase, a verb group, a count or a date can begin."""
        nouns = {*self.heads.words(), *self.modifiers.words(), *self.nouns.words()}
        return self.verb_openers | nouns | function_words.NOUN_OPENERS | STARTS | DATE_WORDS

    @cached_property
    def parted_verbs(self) -> dict[str, dict[str, list[tuple[tuple[str, ...], Verb]]]]:
        """The set phrases that may stand around their object: first word → next word → rests.

        Of a verb and one particle only "led the clerk away" is taken: too much ends in "up".
        """
        parted: dict[str, dict[str, list[tuple[tuple[str, ...], Verb]]]] = {}
        for phrase, verb in self.verbs.phrases.items():
            first, *rest = phrase.split()
            apart = len(rest) != 1 or rest[0] not in _PARTICLES or _leads_away(verb)
            if verb.transitive and rest and apart:
                if not first.endswith("ly"):
                    rests = parted.setdefault(first, {}).setdefault(rest[0], [])
                    rests.append((tuple(rest), verb))
        return parted

    @cached_property
    def triggers(self) -> Signs:
        """Words and stems without one of which hardly any claim is told."""
        phrases = {phrase for phrase, _ in self.nouns.items()}
        phrases.update(phrase for phrase, _ in self.adjectives.items())
        of_people = self._verbs(lambda verb: not _of_things(verb))
        return of_people | Signs(_whole(phrases) | _ALWAYS_READ)

    @cached_property
    def thing_verbs(self) -> Signs:
        """Verbs that tell something of arms, forces or prisoners only ("found")."""
        return self._verbs(lambda verb: _of_things(verb) and not _counts(verb))

    @cached_property
    def counting_verbs(self) -> Signs:
        """Verbs that tell something only where incidents or a force are counted ("attacked")."""
        return self._verbs(lambda verb: _of_things(verb) and _counts(verb))

    def _verbs(self, meant: Callable[[Verb], bool]) -> Signs:
        """Return the verbs and set phrases of one kind."""
        phrases = (phrase for phrase, verb in self.verbs.phrases.items() if meant(verb))
        families = (
            family
            for family in self.verbs.families
            if any(meant(verb) for verb in family.verbs.values())
        )
        return Signs(_whole(phrases), tuple(families))

    @cached_property
    def thing_pattern(self) -> re.Pattern[str]:
        """A pattern for the nouns, and words before nouns, of which those verbs can be said."""
        phrases = {
            phrase
            for phrase, head in self.heads.items()
            if head.kind in {"materiel", "incidents"} or head.subject in _THINGS
        }
        named = (*self.modifiers.items(), *self.strong_modifiers.items())
        phrases.update(phrase for phrase, subject in named if subject in _THINGS)
        return any_of(f"{phrase}*" if phrase[-1].isalnum() else phrase for phrase in phrases)

    @cached_property
    def occurrence_stems(self) -> Signs:
        """The first letters of the words that tell an incident without a figure."""
        return Signs(frozenset(word[:5] for word in self.occurrences.words()))


# By what people are led away: the particle may stand behind them.
_LEADING = frozenset("lead drag haul march herd whisk bundle".split())
# So many words of a set phrase tell that it may stand here.
_ENOUGH = 3
_PARTICLES = frozenset("up down out over off away in free behind to apart".split())
# Stems of words that bring in a toll or a part without any verb.
_ALWAYS_READ = frozenset("toll includ among tally hospital critical* ablaze* hostage*".split()) | {
    "on fire*",
    "led",
    "dragged*",
    "hauled*",
    "marched*",
    "herded*",
    "whisked*",
    "bundled*",
    "in intensive care",
    "operated on*",
    "with burns*",
    "first aid*",
    "carried in*",
    "clinic*",
    "dispensary*",
    "out of action*",
    "into custody*",
    "to go with*",
    "to come with*",
    "the hills*",
    "the mountains*",
    "the forest*",
    "the bush*",
    "the jungle*",
    "to death*",
    "twice*",
    "times*",
    "explode",
    "went off*",
    "massacre",
    "gathered*",
    "assembled*",
    "demonstration",
    "in the street",
    "on the street",
    "similar cases*",
    "being treated*",
}
# Subjects that a verb of things can be said of, beside arms and incidents.
_THINGS = FORCES | {"prisoners"}
# First words of set phrases ("take prisoner") that alone announce nothing.
_TOO_COMMON = frozenset({"set"})


def _leads_away(verb: Verb) -> bool:
    """Tell "lead away" and "drag off" from other verbs with a particle."""
    first, *rest = verb.lemma.split()
    return first in _LEADING and rest in (["away"], ["off"])


def _of_things(verb: Verb) -> bool:
    """Tell a verb that the grammar ties to no people but forces and prisoners."""
    return HUMAN_TYPES.isdisjoint(verb.types)


def _counts(verb: Verb) -> bool:
    """Tell a verb that says nothing of one weapon or one person: but "was hit" can be by a shot."""
    return MATERIEL_TYPES.isdisjoint(verb.types) and verb.lemma != "hit"


def _whole(phrases: Iterable[str]) -> frozenset[str]:
    """Mark phrases that must stand whole, those that announce nothing left out.

    Of a long set phrase the first words suffice: "lost his left" of all that can be lost.
    """
    opened = {" ".join(phrase.split()[:_ENOUGH]) for phrase in phrases}
    return frozenset(f"{phrase}*" for phrase in opened if phrase.split()[0] not in _TOO_COMMON)


def build_vocabulary(
    groups: Mapping[str, Any],
    modifiers: Mapping[str, Any],
    forces: Mapping[str, Mapping[str, Sequence[str]]],
    actors: Mapping[str, Sequence[str]],
    actions: Mapping[str, Mapping[str, Any]],
    attacks: Mapping[str, Sequence[str]],
    occurrences: Mapping[str, Sequence[str]],
) -> Vocabulary:
    """Index the word lists of reference/vocabulary (see the heads of those files)."""
    vocabulary = Vocabulary()
    kinds: tuple[HeadKind, ...] = ("materiel", "incidents", "weak", "strong", "collective")
    for kind in kinds:
        for subject, entries in groups[kind].items():
            for entry in entries:
                _add_head(vocabulary.heads, entry, Head(subject, kind, None))
    for subject, words in modifiers["subjects"].items():
        for word in words:
            vocabulary.modifiers.add(word, subject)
    for subject, words in modifiers["also_of_strong"].items():
        for word in words:
            vocabulary.strong_modifiers[word] = subject
    vocabulary.nations = frozenset(modifiers["nations"])
    vocabulary.movement_kinds = frozenset(modifiers["movements"]["kinds"])
    vocabulary.movement_marks = frozenset(modifiers["movements"]["marks"])
    for subject, listed in forces.items():
        for entry in listed["members"]:
            _add_head(vocabulary.heads, entry, Head(subject, "strong", None))
        for name in listed["names"]:
            vocabulary.modifiers.add(name, subject)
            if vocabulary.heads.get(name) is None:
                vocabulary.heads.add(name, Head(subject, "strong", None))
    for side, names in actors.items():
        for name in names:
            vocabulary.actors.add(name, side)
    _add_actions(vocabulary, actions)
    vocabulary.attack_nouns = frozenset(attacks["nouns"])
    for entry in attacks["verbs"]:
        forms = conjugate(entry)
        for surface in (forms.base, forms.present, forms.past, forms.participle, forms.gerund):
            vocabulary.attack_verbs.add(surface, forms.base)
    for manner in ("at_place", "alone"):
        for entry in occurrences[manner]:
            forms = conjugate(entry)
            for surface in (forms.past, forms.participle, forms.gerund):
                vocabulary.occurrences.add(surface, manner)
            if manner == "alone":
                vocabulary.occurrences.add(forms.base, manner)
    for phrase in occurrences["phrases"]:
        vocabulary.occurrences.add(phrase, "phrase")
    return vocabulary


def _add_head(heads: PhraseIndex[Head], entry: str, head: Head) -> None:
    one, mark, many = entry.partition("/")
    many = many if mark else plural(one)
    if one == many:
        heads.add(one, head)
        return
    heads.add(one, Head(head.subject, head.kind, False))
    heads.add(many, Head(head.subject, head.kind, True))


def _add_actions(vocabulary: Vocabulary, actions: Mapping[str, Mapping[str, Any]]) -> None:
    verbs: dict[tuple[str, bool], dict[str, set[VerbPart]]] = {}
    types: dict[tuple[str, str], list[str]] = {}
    for claim_type, lists in actions.items():
        for transitive in (True, False):
            voice = "transitive" if transitive else "intransitive"
            for entry in lists.get(voice, ()):
                forms = conjugate(entry)
                surfaces = verbs.setdefault((forms.base, transitive), {})
                for surface, parts in parts_of(forms).items():
                    surfaces.setdefault(surface, set()).update(parts)
                    of_surface = types.setdefault((forms.base, surface), [])
                    if claim_type not in of_surface:
                        of_surface.append(claim_type)
        for family in lists.get("families", ()):
            vocabulary.verbs.add_family(build_family(claim_type, **family))
        for entry in lists.get("nouns", ()):
            one, _, many = entry.partition("/")
            for surface, is_plural in ((one, False), (many, True)):
                if surface and not (is_plural and one == many):
                    known = vocabulary.nouns.get(surface)
                    before = known.types if known else ()
                    vocabulary.nouns.add(surface, ActionNoun((*before, claim_type), is_plural))
        for word in lists.get("adjectives", ()):
            if vocabulary.adjectives.get(word) is None:
                vocabulary.adjectives.add(word, claim_type)
    for (lemma, transitive), surfaces in verbs.items():
        for surface, found in surfaces.items():
            vocabulary.verbs.phrases.add(
                surface, Verb(lemma, tuple(types[lemma, surface]), frozenset(found), transitive)
            )
