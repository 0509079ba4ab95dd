"""Which fate of a group counts where several are told: "nine wounded rebels were shot"."""

from pipeline.language.findings import Finding
from pipeline.language.function_words import SPEECH
from pipeline.language.rightward import Arguments

# What ends a flight.
_END = frozenset({"defected", "arrested", "captured", "surrendered", "killed", "abducted"})
# What those do who saw it, and how soon behind "who fled" it is told.
_TELLING = SPEECH | frozenset({"described", "recalled", "recounted", "related", "explained"})
_REACH = 8


def leave_worst(arguments: Arguments, findings: dict[tuple[int, str], Finding]) -> None:
    """Keep one fate of a group: "ten men killed and wounded", "a clerk was hit and died"."""
    for noun, claim_type in list(findings):
        told = findings.get((noun, claim_type))
        if told is None or not told.real:
            continue
        fled, hurt = findings.get((noun, "escaped")), findings.get((noun, "wounded"))
        if fled is not None and claim_type in _END:
            if claim_type == "defected" or _says_who(arguments, fled):
                del findings[noun, "escaped"]
        elif fled is not None and claim_type == "escaped" and _is_witness(arguments, fled):
            del findings[noun, "escaped"]
        if claim_type == "killed_or_wounded":
            findings.pop((noun, "killed"), None)
        elif claim_type == "killed" and hurt is not None:
            # "nine wounded rebels (were shot)", "three of the injured (died)"
            if _is_one(arguments, noun) or hurt.trigger == noun:
                del findings[noun, "wounded"]


def _is_one(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return noun is None or noun.count is None or noun.count.low == noun.count.high == 1


def _says_who(arguments: Arguments, fled: Finding) -> bool:
    """Tell whether "who was fleeing" only says which one "was arrested"."""
    return fled.trigger > 0 and arguments.chunks[fled.trigger - 1].kind == "relative"


def _is_witness(arguments: Arguments, fled: Finding) -> bool:
    """Tell whether "a teacher who fled (to the port) described it" only names a witness."""
    verb = arguments.chunks[fled.trigger]
    flees = verb.verb is not None and verb.verb.verb.lemma == "flee"
    if not flees or not _is_one(arguments, fled.noun) or not _says_who(arguments, fled):
        return False
    return not _TELLING.isdisjoint(arguments.lower[verb.last : verb.last + _REACH])
