"""Whether a figure behind "took" counts people: "from us they took seventeen"."""

from collections.abc import Sequence

from pipeline.language.findings import FORCES
from pipeline.language.phrases import Chunk
from pipeline.language.tokens import Token

_MEN = frozenset({"strong", "weak"})
_US = frozenset({"us", "them", "here", "there"})
_OURS = frozenset({"our", "my"})
_OUT = frozenset({"from", "out"})
# How far before or behind the verb "from our street" may stand, in chunks.
_REACH = 4


def takes_people(tokens: Sequence[Token], chunks: Sequence[Chunk], verb: int) -> bool:
    """Tell whether a force, or "they", took so many people away.

    The clause says out of whom or from where they were taken, or who they were: "took eleven,
    all of them men", "took nine from our street".
    """
    agent = chunks[verb - 1] if verb else None
    if agent is None or verb + 1 >= len(chunks):
        return False
    forces = agent.noun is not None and agent.noun.subject in FORCES
    if not forces and tokens[agent.first].lower != "they":
        return False
    behind = verb + 2
    opened = any(_opens_origin(tokens, chunks, at) for at in _before(chunks, verb))
    near = _opens_origin(tokens, chunks, behind) and _is_place(tokens, chunks[behind + 1])
    return opened or near or _says_who(chunks, behind)


def _before(chunks: Sequence[Chunk], verb: int) -> Sequence[int]:
    """Return the places before the subject at which "from the mill" may open."""
    return [at for at in range(max(0, verb - _REACH), verb - 1) if chunks[at].kind != "comma"]


def _opens_origin(tokens: Sequence[Token], chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether "from us", "out of our street", "from the next village" stands here."""
    if at + 1 >= len(chunks) or chunks[at].kind != "preposition":
        return False
    if tokens[chunks[at].first].lower not in _OUT:
        return False
    origin = chunks[at + 1]
    if origin.noun is not None:
        return origin.noun.kind not in {"materiel", "pronoun", "action"}
    return tokens[origin.first].lower in _US


def _is_place(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Tell a village, or people, from the shelf or the crate out of which things are taken."""
    ours = tokens[chunk.first].lower in _OURS
    return ours or chunk.noun is None or chunk.noun.kind != "unknown"


def _says_who(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether ", all of them men", ", boys and old men" follows the figure."""
    if at >= len(chunks) or chunks[at].kind != "comma":
        return False
    for later in range(at + 1, min(at + 2 + _REACH, len(chunks))):
        noun = chunks[later].noun
        if noun is not None and noun.kind in _MEN:
            return not noun.one
        if chunks[later].kind in {"verb", "other_verb", "stop"}:
            return False
    return False
