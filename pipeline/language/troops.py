"""Whose men a figure counts: "a patrol of 16 men", "a garrison, 600 men", "men in fatigues"."""

from pipeline.language import force_words
from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments

# Bodies of regular troops, whose men are soldiers where nothing else is said.
MILITARY = frozenset(
    "column force garrison contingent army detachment fleet reinforcements brigade battalion "
    "company platoon regiment patrol contingents squadron corps division crew companies platoons "
    "battalions brigades".split()
)
BODIES = MILITARY | frozenset(
    "convoy group unit squad band team gang posse militia bands columns camp cell pack horde host "
    "handful cordon ring mob mix mixture combination".split()
)
# Bodies of which a figure alone counts the men.
_REGULAR = frozenset("garrison column platoon contingent battalion regiment brigade".split())
# What is said of a place that a force holds.
_GARRISONED = frozenset({"garrisoned", "manned", "defended"})
# Bodies of which nobody but an army has one.
_OF_SOLDIERS = frozenset("platoon battalion regiment garrison".split())
_IRREGULARS = frozenset("band bands gang group mob pack horde party crew posse force".split())
# Fewer men are guards, or champions.
_GARRISON = 10
_RAIDING_REACH = 9
# Those who serve in a unit that is named, and such units.
_SERVING = frozenset({"members", "men", "personnel"})
_UNITS = frozenset("brigade battalion company platoon regiment squadron corps division".split())
_STRENGTHS = frozenset({"strength", "strengths"})
_PUT = frozenset("put puts putting estimated estimates estimate reckoned".split())
_AMBUSHING = frozenset("ambush ambushing attacking assaulting raiding".split())
_IRREGULAR = frozenset({"band", "bands"})
NUMBERS = frozenset("numbering numbered number numbers".split())
# Bodies of the state's, whose service a word for it names: "the police log, a patrol of".
_OF_THE_STATE = frozenset("patrol patrols contingent detachment squad reinforcements".split())
_STATE = frozenset("soldiers police security_forces".split())
# What others than armies have too: "the company has 240 men".
_OF_OTHERS = frozenset("company companies crew division fleet".split())
_HAS = frozenset(
    "has have had fields fielded comprised comprises comprising commands commanded musters "
    "mustered".split()
)
_AT_HAND = frozenset(
    {
        ("in", "support"), ("in", "reserve"), ("behind", "him"), ("behind", "them"),
        ("at", "his"), ("at", "their"), ("in", "tow"), ("on", "standby"), ("in", "pursuit"),
    }
)  # fmt: skip
_FACING = frozenset("facing faced opposing opposed defending defended holding held".split())
_MEN = frozenset(
    "men man strong others ranks women boys youths youngsters kids people individuals".split()
)
_GROWN = frozenset("men man strong others ranks women".split())
# Without one of these words, a force or its arms, no figure that is put "at" counts a force.
MEN_OR_BODIES = _MEN | _GROWN | BODIES | _STRENGTHS
# What men come on, and what armed men wear.
MOUNTS = frozenset("motorcycles motorbikes pick-ups pickups trucks boats horseback foot".split())
DRESSED = frozenset(
    "fatigues uniform uniforms camouflage balaclavas masks clothes motorcycles motorbikes".split()
)
_CARRY = frozenset("guns rifles weapons kalashnikovs ak-47s arms machetes".split())


def name_members(arguments: Arguments) -> None:
    """Name whose men stand behind a body that a comma sets apart: "the garrison, 600 men,"."""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is not None and noun.count is not None and noun.subject in {"", "people"}:
            named = member_of(arguments, index) or _serves_in(arguments, index)
            named = named or _counted_in_body(arguments, index)
            noun.subject = named or noun.subject


def _counted_in_body(arguments: Arguments, index: int) -> str:
    """Return "soldiers" for "a platoon of 32", whose figure stands alone."""
    noun, chunk = arguments.chunks[index].noun, arguments.chunks[index]
    if noun is None or noun.count is None or noun.count.last != chunk.last:
        return ""
    before = arguments.lower[chunk.first : noun.count.first]
    counted = before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in _OF_SOLDIERS
    return "soldiers" if counted else ""


def _serves_in(arguments: Arguments, index: int) -> str:
    """Return "soldiers" for "50 members of the 3rd Company", "12 men of the 2nd Battalion"."""
    if arguments.last_word(index) not in _SERVING or arguments.word(index + 1) != "of":
        return ""
    if index + 2 >= len(arguments.chunks):
        return ""
    unit = arguments.chunks[index + 2]
    if unit.noun is not None and unit.noun.subject in FORCES:
        return unit.noun.subject
    told = arguments.tokens[unit.first : unit.last]
    named = any(token.lower in _UNITS and token.text[0].isupper() for token in told)
    return "soldiers" if named else ""


def member_of(arguments: Arguments, index: int) -> str:
    """Return whose the men of "two companies of police, say 200 men," are, or ""."""
    if index < 2 or arguments.chunks[index - 1].kind != "comma":
        return ""
    following = arguments.chunks[index + 1].kind if index + 1 < len(arguments.chunks) else "stop"
    men = is_men(arguments, index) or _numbers_those_before(arguments, index)
    if not men or following not in {"comma", "stop", "close", "preposition"}:
        return ""
    body, inside = index - 2, ""
    while body > 1 and arguments.word(body - 1) == "of" and arguments.chunks[body].noun:
        noun = arguments.chunks[body].noun
        inside, body = (noun.subject if noun is not None else ""), body - 2
    noun = arguments.chunks[body].noun
    if noun is None:
        return ""
    if arguments.last_word(body) in BODIES:
        named = next((subject for subject in (inside, noun.subject) if subject in FORCES), "")
        return named or ("soldiers" if arguments.last_word(body) in MILITARY else "")
    plain = noun.count is None and not noun.one and noun.subject in FORCES
    return noun.subject if plain and noun.kind in {"strong", "weak"} else ""


def _numbers_those_before(arguments: Arguments, index: int) -> bool:
    """Tell whether a bare figure behind a comma says how many: "the security men, maybe 20,"."""
    noun, group = arguments.chunks[index].noun, arguments.chunks[index - 2].noun
    if noun is None or noun.kind != "bare" or noun.anaphor or group is None:
        return False
    figure = (
        noun.count is not None and (noun.count.low or 0) > 1 and noun.count.qualifier != "vague"
    )
    plain = group.count is None and group.plural and not group.one and not group.state
    return figure and plain and group.kind in {"strong", "weak"} and group.subject in FORCES


def men_of_a_force(arguments: Arguments, index: int) -> bool:
    """Read "a column of 650 men", "the defenders numbered 900", and name whose men they are."""
    noun = arguments.chunks[index].noun
    assert noun is not None
    before = arguments.word(index - 1)
    counted = arguments.lower[arguments.chunks[index].first : arguments.chunks[index].last]
    if "of" in counted and raids(arguments, index):
        # "a group of about 40 attacked the village"
        noun.subject = noun.subject if noun.subject in FORCES else "rebels"
        return True
    if arguments.last_word(index) == "strong":
        # "the squad was 30 to 35 strong"
        noun.subject = force_before(arguments, index) or _body_before(arguments, index)
        return noun.subject in FORCES
    if noun.kind != "bare" and not is_men(arguments, index):
        return False
    if before in NUMBERS:
        if _AMBUSHING.intersection(arguments.lower[: arguments.chunks[index].first]):
            # "the ambush force numbered 80": whose it was only the text before can say.
            noun.subject = _others_before(arguments, index) or "people"
            return True
        named = force_before(arguments, index) or _force_among(arguments, index)
        noun.subject = named or noun.subject
        return noun.subject in FORCES
    if arguments.last_word(index - 1) in _HAS:
        # "The corps that guards the pass has 14,600 men"
        noun.subject = _body_before(arguments, index) or force_before(arguments, index)
        return noun.subject in FORCES
    if before == "with" and has_with_it(arguments, index):
        noun.subject = force_before(arguments, index) or _force_behind(arguments, index)
        return noun.subject in FORCES
    if before == "at" and put_at(arguments, index):
        noun.subject = force_before(arguments, index) or _garrisons(arguments, index) or "people"
        return True
    many = noun.count is not None and (noun.count.low or noun.count.high or 0) >= _GARRISON
    if before == "by" and many and arguments.last_word(index - 2) in _GARRISONED:
        # "The fort was garrisoned by 750 men"
        noun.subject = force_before(arguments, index) or "soldiers"
        return True
    if before != "of" or arguments.last_word(index - 2) not in BODIES:
        return False
    noun.subject = _of_body(arguments, index) or noun.subject
    return noun.subject in FORCES


def _of_body(arguments: Arguments, index: int) -> str:
    """Return whose the men of "a Taliban gang of 16", "a patrol of 16 men" are, or ""."""
    noun, body = arguments.chunks[index].noun, arguments.last_word(index - 2)
    named = arguments.chunks[index - 2].noun
    subject = named.subject if named is not None else ""
    if noun is not None and noun.kind == "bare" and body in _REGULAR and subject not in FORCES:
        # "a garrison of 240"
        return force_before(arguments, index - 2) or "soldiers"
    if subject not in FORCES or subject == "soldiers":
        own = subject if subject in FORCES else ""
        subject = force_before(arguments, index - 2, body in _OF_THE_STATE) or own
    men = noun is not None and noun.kind != "bare"
    if not subject and men and body in _IRREGULAR:
        return "rebels"
    if not subject and men and body in MILITARY:
        return "soldiers"
    if subject not in FORCES and not men and raids(arguments, index):
        return "rebels"
    return subject


def raids(arguments: Arguments, index: int) -> bool:
    """Tell whether "a band of 25 (under one Otim) raided the market" stands here."""
    chunk = arguments.chunks[index]
    noun = chunk.noun
    if noun is None or noun.count is None or noun.count.soft:
        # "a group of deserters" tells no strength.
        return False
    before = [*arguments.lower[chunk.first : chunk.last], arguments.last_word(index - 2)]
    if _IRREGULARS.isdisjoint(before):
        return False
    for following in range(index + 1, min(index + _RAIDING_REACH, len(arguments.chunks))):
        kind = arguments.chunks[following].kind
        if kind in {"stop", "comma", "colon", "relative", "and"}:
            return False
        if kind in {"verb", "other_verb"} or arguments.word(following) in force_words.RAIDED:
            leaves = arguments.word(following + 1) in {"out", "off", "over"}
            return arguments.word(following) in force_words.RAIDED and not leaves
    return False


def men_of_body(arguments: Arguments, index: int) -> int:
    """Return "nine men" of "a patrol of nine men (was captured)", else the chunk itself."""
    body = arguments.chunks[index].noun
    if body is None or body.count is not None or arguments.word(index + 1) != "of":
        return index
    if arguments.last_word(index) not in BODIES or index + 2 >= len(arguments.chunks):
        return index
    men = arguments.chunks[index + 2].noun
    counted = men is not None and men.count is not None and men.kind in {"strong", "weak"}
    return index + 2 if counted else index


def is_men(arguments: Arguments, index: int) -> bool:
    """Tell whether men of a body are counted, and not a body or its arms."""
    noun = arguments.chunks[index].noun
    assert noun is not None
    return noun.kind == "weak" or arguments.last_word(index) in _GROWN


def force_before(arguments: Arguments, index: int, of_state: bool = False) -> str:
    """Return the subject of the nearest force named before in the sentence.

    `of_state`: a word before another noun will do where it names a service of the state.
    """
    anybody = ""
    for earlier in range(index - 1, -1, -1):
        group = arguments.chunks[earlier].noun
        if group is None or group.subject not in FORCES:
            continue
        if group.kind == "collective" and group.subject == "soldiers":
            # "a force" may be anybody's.
            anybody = group.subject
        elif group.kind != "modifier" or (of_state and group.subject in _STATE):
            return group.subject
    return anybody


def has_with_it(arguments: Arguments, index: int) -> bool:
    """Read "with some 40 soldiers in support", "with 600 men under his command", "held it with"."""
    if arguments.word(index - 1) != "with":
        return False
    after = arguments.chunks[index].last
    if tuple(arguments.lower[after : after + 2]) in _AT_HAND:
        return True
    if arguments.lower[after : after + 1] == ["under"]:
        return "command" in arguments.lower[after : after + 3]
    first = arguments.chunks[index].first
    return not _FACING.isdisjoint(arguments.lower[max(0, first - 4) : first - 1])


def _force_behind(arguments: Arguments, index: int) -> str:
    """Return the subject of the force named first behind a chunk, as that of its officer."""
    for later in range(index + 1, min(index + 9, len(arguments.chunks))):
        noun = arguments.chunks[later].noun
        if noun is not None and noun.subject in FORCES:
            return noun.subject
    return ""


def _body_before(arguments: Arguments, index: int) -> str:
    """Return whose the nearest body of regular troops before in the sentence is, or ""."""
    for earlier in range(index - 1, -1, -1):
        noun = arguments.chunks[earlier].noun
        if noun is not None and _is_regular(arguments, earlier):
            return noun.subject if noun.subject in FORCES else "soldiers"
    return ""


def _is_regular(arguments: Arguments, index: int) -> bool:
    """Tell whether "the brigade", "the 6th Division" stands here: a firm has divisions."""
    word, last = arguments.last_word(index), arguments.tokens[arguments.chunks[index].last - 1]
    if word not in _OF_OTHERS:
        return word in MILITARY
    first = arguments.chunks[index].last - 2
    numbered = first >= 0 and arguments.lower[first][0].isdigit()
    return word in _UNITS and last.text[0].isupper() and numbered


def _force_among(arguments: Arguments, index: int) -> str:
    """Return whose men "numbered 900, among them 200 paratroopers" are: those of a part."""
    for later in range(index + 1, min(index + 4, len(arguments.chunks))):
        noun = arguments.chunks[later].noun
        if later in arguments.included and noun is not None and noun.subject in FORCES:
            return noun.subject
    return ""


def _others_before(arguments: Arguments, index: int) -> str:
    """Return the force named before in the sentence by more than "a force"."""
    for earlier in range(index - 1, -1, -1):
        group = arguments.chunks[earlier].noun
        named = group is not None and group.subject in FORCES
        if (
            group is not None
            and named
            and (group.kind in {"strong", "weak"} or group.subject != "soldiers")
        ):
            return group.subject
    return ""


def _garrisons(arguments: Arguments, index: int) -> str:
    """Return whose men "the garrison's strength" counts: soldiers where nothing else is said."""
    before = {word.removesuffix("'s") for word in arguments.lower[: arguments.chunks[index].first]}
    return "soldiers" if before & MILITARY else ""


def put_at(arguments: Arguments, index: int) -> bool:
    """Read "a force put by reporters at 2,000", "the garrison is estimated at 300"."""
    if arguments.lower[arguments.chunks[index - 2].last - 1] in _STRENGTHS and index > 2:
        # "put the garrison's strength at 280 men"
        return any(arguments.last_word(put) in _PUT for put in range(max(0, index - 6), index - 2))
    for put in range(index - 2, max(-1, index - 8), -1):
        if arguments.word(put) not in {"put", "estimated", "reckoned", "assessed"}:
            continue
        apart = arguments.word(put - 1) in {",", "("}
        told = apart or arguments.word(put + 1) == "by" or arguments.word(put) == "estimated"
        return told and any(
            arguments.last_word(body).removesuffix("s") in BODIES | _STRENGTHS
            for body in range(max(0, put - 3), put)
        )
    return False


def is_armed(arguments: Arguments, index: int) -> bool:
    """Tell whether "ten men in fatigues", "six boys with rifles" stands here."""
    if arguments.last_word(index) not in _MEN or index + 2 >= len(arguments.chunks):
        return False
    word = arguments.last_word(index + 2)
    if arguments.word(index + 1) == "with":
        return word in _CARRY
    return arguments.word(index + 1) in {"in", "on"} and word in DRESSED
