"""Whom those of a noun phrase belong to: "members of the security forces", "the army's losses"."""

from pipeline.language import function_words as words
from pipeline.language.counts import parse_count
from pipeline.language.findings import FORCES
from pipeline.language.known_words import FINITE, KnownWords

# Words that may open "of the family", "of one family" without stating a count.
_LEADS = frozenset("the a an his her their its one this".split())
# Members that are told with the force that they serve.
_SERVING = frozenset(
    "commander commanders fighter fighters leader leaders member members combatant "
    "combatants".split()
)
# Words for the work of relief and of ministries alike.
_ALSO_OF_THE_STATE = frozenset("medical health rescue ambulance".split())
_FRONTS = (["front"], ["insurgency"], ["guerrilla"], ["resistance"], ["maquis"])
# How many words the name of a body behind "of" may have.
_LONGEST_NAME = 7


def owner_before(known: KnownWords, position: int) -> str:
    """Return the subject of the owner straight before a word, "the army's casualties", or ""."""
    word = known.tokens[position - 1].lower
    if not word.endswith("'s"):
        return ""
    name = word.removesuffix("'s")
    head = known.vocabulary.heads.get(name)
    return (
        (head.subject if head is not None else None) or known.vocabulary.modifiers.get(name) or ""
    )


def body_behind_of(known: KnownWords, position: int) -> tuple[str, int]:
    """Read "of the security forces" behind a noun: its subject, or "", and its end."""
    tokens = known.tokens
    if position + 1 >= len(tokens) or tokens[position].lower != "of":
        return "", position
    subject, end = _body(known, position + 1)
    return (subject, end) if subject else ("", position)


def force_served(known: KnownWords, end: int) -> str:
    """Return the force whose members a noun that ends at `end` names, or ""."""
    if known.tokens[end - 1].lower not in _SERVING:
        return ""
    behind = [token.lower for token in known.tokens[end : end + 3]]
    if behind[:2] == ["of", "the"] and behind[2:] in _FRONTS:
        # "a member of the front": a front is a force of rebels
        return "rebels"
    return _serves_in(known, end)


def works_for_relief(known: KnownWords, end: int) -> bool:
    """Tell whether "(a driver) with the Red Cross", "(a nurse) working for MSF" stands here."""
    at = end + known.is_word(end, "working") + known.is_word(end, "employed")
    if not any(known.is_word(at, link) for link in ("with", "of", "for", "from", "by")):
        return False
    for position in range(at + 1, min(at + 5, len(known.tokens))):
        token = known.tokens[position]
        found = known.vocabulary.modifiers.at(known.tokens, position)
        if found is not None and found[1] == "aid_workers":
            return token.lower not in _ALSO_OF_THE_STATE
        if token.lower in FINITE or not token.text.isalpha():
            return False
    return False


def _serves_in(known: KnownWords, end: int) -> str:
    """Return the force of "a commander in a rebel brigade", which is no part of the phrase."""
    if not any(known.is_word(end, link) for link in ("in", "with", "from")):
        return ""
    subject, _ = _body(known, end + 1)
    return subject if subject in FORCES else ""


def _body(known: KnownWords, position: int) -> tuple[str, int]:
    """Read "the security forces" behind "of": the subject and its end."""
    tokens, heads = known.tokens, known.vocabulary.heads
    end, subject = position, ""
    for _ in range(_LONGEST_NAME):
        if end >= len(tokens):
            break
        found = heads.at(tokens, end)
        modifier = _modifier_at(known, end)
        if found is not None and known.leads_to_noun(found[0]):
            # "the General Security", "the national police": the noun is still to come.
            end = found[0]
            if found[1].subject in FORCES - {"soldiers"}:
                subject = found[1].subject
            continue
        if found is not None and (modifier is None or found[0] >= modifier[0]):
            weak = subject and (found[1].kind == "weak" or found[1].subject == "people")
            return (subject if weak else found[1].subject), found[0]
        if modifier is not None:
            # "a rebel battalion" is no army's
            kept = subject in FORCES and modifier[1] == "soldiers"
            subject, end = subject if kept else modifier[1], modifier[0]
            continue
        if not _goes_on(known, end, subject):
            break
        end += 1
    return subject, end


def _modifier_at(known: KnownWords, position: int) -> tuple[int, str] | None:
    """Return the end and the subject of "rebel", "the army's" at a position, or None."""
    modifiers = known.vocabulary.modifiers
    modifier = modifiers.at(known.tokens, position)
    word = known.tokens[position].lower
    if modifier is not None or not word.endswith("'s"):
        return modifier
    owner = modifiers.get(word.removesuffix("'s"))
    return (position + 1, owner) if owner is not None else None


def _goes_on(known: KnownWords, position: int, subject: str) -> bool:
    """Tell whether a word can belong to the name of the body behind "of"."""
    token = known.tokens[position]
    if subject and not token.text[0].isupper():
        return False
    if not token.text[0].isalnum():
        return False
    if token.lower in _LEADS:
        return True
    counted = parse_count(known.tokens, position) is not None
    return token.lower not in words.PHRASE_STOPS and not counted
