"""Of whom a verb can be said: who joins the rebels left a service, who marches left none."""

from pipeline.language.findings import FORCES
from pipeline.language.phrases import NounPhrase

# Who joins or leaves these has served in no army.
_OTHERS_LEFT = frozenset("demonstration protest rally sit-in march vigil groups".split())
FIGHTING = frozenset({"soldiers", "police", "security_forces"})
_UNARMED = frozenset(
    "civilians women children refugees aid_workers journalists activists protesters".split()
)


def is_victim(noun: NounPhrase, lemma: str) -> bool:
    """Tell people from things: fighters are "destroyed", in the words of some armies."""
    if noun.kind not in {"strong", "weak"}:
        return False
    return lemma != "destroy" or noun.subject in FORCES


def does_so(noun: NounPhrase, lemma: str) -> bool:
    """Tell whether a set phrase fits: who joins the rebels left a service, who marches none."""
    first, last = lemma.split(maxsplit=1)[0], lemma.rsplit(maxsplit=1)[-1]
    if last in {"hands", "heads", "flag"} or lemma.endswith(" in surrender"):
        # Pupils raise their hands, too.
        return noun.subject in FORCES | {"defectors", "prisoners"} or noun.kind == "bare"
    if first in {"join", "leave", "quit", "walk", "march"} and last not in _OTHERS_LEFT:
        return noun.subject in FIGHTING | {"defectors"} or noun.kind == "bare"
    if last in {"weapons", "arms", "guns", "rifles"}:
        return noun.subject != "civilians"
    if last in {"streets", "slogans"}:
        return noun.subject not in {"soldiers", "rebels"}
    return lemma not in {"take refuge", "find refuge"} or noun.subject != "rebels"


def serves(noun: NounPhrase, lemma: str) -> bool:
    """Tell whether one may leave a service: refugees seek asylum, nurses take off uniforms."""
    armed = lemma.rsplit(maxsplit=1)[-1] == "groups" or noun.subject not in _UNARMED
    return armed or noun.kind == "bare"


def is_of_a_crowd(noun: NounPhrase, lemma: str) -> bool:
    """Tell a crowd with banners or before riot police from a force and from a single man."""
    return lemma.count(" ") == 0 or (not noun.one and noun.subject not in FORCES)
