"""What the clause grammar finds: a counted group and what is said to have happened to it."""

from dataclasses import dataclass

HUMAN_TYPES = frozenset(
    "killed wounded killed_or_wounded captured arrested abducted defected surrendered escaped "
    "protested".split()
)
# Ways of being held, which texts use of one and the same arrest.
HELD_TYPES = frozenset({"captured", "arrested", "abducted"})
MATERIEL_TYPES = frozenset({"destroyed", "seized"})
# Those of whom a strength is told.
FORCES = frozenset("soldiers rebels security_forces police defectors loyalists".split())
# Subjects that are no people: things, and incidents.
THINGS = frozenset({"vehicles", "tanks", "aircraft", "weapons", "posts"})
INCIDENTS = frozenset({"massacres", "attacks"})
# The whole stands in a sentence before.
BEFORE = -1


@dataclass(slots=True)
class Finding:
    """One counted group; positions are chunk indices.

    Attributes:
        noun: the counted noun phrase.
        claim_type: the codebook's type; "" where that of the whole told before holds.
        trigger: the chunk that says what happened.
        whole: the noun phrase of which this is a part; BEFORE where the whole stands in a
            sentence before; None where it is no part.
        like: the noun phrase that counts the same people or things, where this one leaves that out.
        replaces: the noun phrase whose figure this one replaces.
        weighed: whether it is taken for the weight of the words around, not by a rule.
        real: False where the text does not say that it happened.
    """

    noun: int
    claim_type: str
    trigger: int
    whole: int | None = None
    like: int | None = None
    replaces: int | None = None
    real: bool = True
    weighed: bool = False
