"""How people are taken or caught: by an enemy, by the law, by a mine: "a bomb took two nurses"."""

from pipeline.language.rightward import Arguments

# Nouns of what goes off; arms are known by their own names.
_BURSTS = frozenset(
    "blast blasts explosion explosions bombing bombings shelling airstrike airstrikes".split()
)
# Amid what people are caught who are in nobody's hands.
_AMIDST = _BURSTS | frozenset(
    "crossfire cross-fire fire flames ambush stampede crush open tents beds sleep middle rubble "
    "fighting clashes attack avalanche landslide flood floods storm".split()
)
_REACH = 5
# Who is caught by an authority, not by an enemy.
_UNARMED = frozenset({"prisoners", "protesters"})
# Who is taken by an enemy, and how.
_TROOPS = frozenset({"soldiers", "rebels"})
_LEADING = frozenset("take lead march drag haul herd whisk drive carry force pull cart".split())
# What was fired is no booty, and nobody's own post is one.
SPENT = frozenset({"spent", "empty", "expended", "bullet", "fuse"})
OWNED = frozenset({"his", "her", "my"})
_CATCHING = frozenset({"catch", "recapture"})
# Verbs that tell of an abduction by themselves, whoever is taken.
_BY_NAME = frozenset("abduct kidnap hijack snatch disappear hostage hostages ransom".split())


def is_taken_by_death(arguments: Arguments, verb: int) -> bool:
    """Tell whether "the blast took nine people", "mines took two shepherds" stands here."""
    group = arguments.chunks[verb].verb
    agent = next(arguments.left(verb), None)
    if group is None or group.voice == "passive" or agent is None:
        return False
    noun = arguments.chunks[agent].noun
    weapon = noun is not None and noun.kind == "materiel" and noun.subject == "weapons"
    return weapon or arguments.last_word(agent) in _BURSTS


def is_room_for(arguments: Arguments, verb: int) -> bool:
    """Tell whether "the course takes 25 men" tells for how many there is room."""
    agent = arguments.chunks[verb - 1].noun if verb else None
    subject = next(arguments.left(verb), None)
    doer = arguments.chunks[subject].noun if subject is not None else agent
    inanimate = doer is not None and not doer.one and doer.kind in {"unknown", "measure"}
    return inanimate and arguments.word(verb) == "takes"


def is_caught_amidst(arguments: Arguments, verb: int) -> bool:
    """Tell whether "caught in crossfire", "caught by a mine" tells of no captivity."""
    if arguments.word(verb + 1) not in {"in", "by"}:
        return False
    caught = arguments.chunks[verb + 2].noun if verb + 2 < len(arguments.chunks) else None
    if caught is not None and caught.kind == "materiel" and caught.subject == "weapons":
        return arguments.word(verb + 1) == "by"
    start = arguments.chunks[verb].last
    for word in arguments.lower[start : start + _REACH]:
        if word in _AMIDST:
            return True
        if not word[0].isalnum():
            return False
    return False


def by_whom(claim_type: str, subject: str, lemma: str) -> str:
    """Return the type by who is held: an authority arrests a crowd, an enemy captures troops."""
    if claim_type == "captured" and lemma in _CATCHING and subject in _UNARMED:
        return "arrested"
    verb = lemma.split()
    if claim_type != "abducted" or not verb or not _BY_NAME.isdisjoint(verb):
        return claim_type
    if subject == "protesters":
        return "arrested"
    return "captured" if subject in _TROOPS and verb[0] in _LEADING else claim_type
