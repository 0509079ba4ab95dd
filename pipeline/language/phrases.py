"""What a sentence is cut into: noun phrases, verb groups and the marks between them."""

from dataclasses import dataclass
from typing import Literal

from pipeline.language.counts import Count
from pipeline.language.verb_index import Verb

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
        types: claim types that a noun for what was done stands for.
        named: whether a person's name stands behind the noun ("Judge Ana Pacheco").
        plural: whether the head noun is plural, or can be.
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
    plural: bool = False
    named: bool = False


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
