"""The verbs that tell that a counted force is there: what it does, and where it is put."""

from pipeline.language.inflection import conjugate

_ALL = "base present past participle gerund"
_COME = (
    "arrive come/came/come enter advance move ride/rode/ridden drive/drove/driven walk sail "
    "fly/flew/flown land descend swarm pour roll stream push head approach retreat "
    "withdraw/withdrew/withdrawn regroup converge infiltrate sneak climb disembark rush charge "
    "sweep/swept/swept gallop parachute jump march reach trek trudge file crawl emerge appear "
    "creep/crept/crept deploy penetrate set/set/set go/went/gone make/made/made pass "
    "spread/spread/spread break/broke/broken burst/burst/burst force fan"
)
_STAND = (
    "stand/stood/stood wait stay remain camp encamp bivouac shelter entrench man/manned/manned "
    "garrison guard defend protect patrol/patrolled/patrolled police secure occupy besiege "
    "surround encircle blockade cordon ring/ringed/ringed picket face oppose confront control "
    "hold/held/held resist block line gather mass assemble concentrate hide/hid/hidden lurk linger "
    "serve watch seal lie/lay/lain withstand/withstood/withstood dig/dug/dug keep/kept/kept"
)
_RAID = (
    "attack assault raid ambush storm shell bomb clash overrun/overran/overrun invade loot ransack "
    "torch sack plunder rampage raze"
)
_FIGHT = (
    f"{_RAID} fire shoot/shot/shot fight/fought/fought battle engage seize capture burn "
    "search comb scour intercept stop chase pursue hunt strike/struck/struck "
    "try attempt launch mount carry wear/wore/worn participate mutiny revolt "
    "rebel/rebelled/rebelled support escort accompany take/took/taken invest skirmish "
    "barricade commandeer open join recapture retake/retook/retaken involve arm"
)
_PUT = (
    "deploy send/sent/sent station base post quarter billet position launch airlift ferry "
    "drop/dropped/dropped land insert parachute fly/flew/flown lift ship rush move mass "
    "concentrate assemble bring/brought/brought dispatch despatch draft call summon mobilise "
    "mobilize commit/committed/committed engage involve entrench dig/dug/dug camp encamp garrison "
    "hole trap surround besiege encircle leave/left/left detach barricade transport transfer "
    "redeploy pin/pinned/pinned cut/cut/cut array"
)
# Verbs that tell it only with one of the words behind them: "took up positions", "lay in wait".
_WITH = {
    "take/took/taken": "up part cover control over",
    "open": "fire",
    "lie/lay/lain": "in",
    "set/set/set": "up off out upon fire",
    "go/went/gone": "in into through up door house",
    "make/made/made": "for their a",
    "pass": "through",
    "break/broke/broken": "into through in down ranks",
    "burst/burst/burst": "into in through",
    "force": "their open",
    "hold/held/held": "out on off firm the a their its back ground",
    "serve": "in with under there on along",
    "watch": "over the from",
    "line": "the",
    "ring/ringed/ringed": "the",
    "search": "the for houses every",
    "shoot/shot/shot": "at into their up",
    "try": "to",
    "attempt": "to",
    "spread/spread/spread": "out across along over",
    "fan": "out across",
    "keep/kept/kept": "watch guard the up",
    "carry": "out rifles guns weapons machetes rockets kalashnikovs automatic heavy a",
    "join": "in the them",
    "dig/dug/dug": "in into",
    "leave/left/left": "in behind to at on inside there standing alive",
    "cut/cut/cut": "off",
    "call": "in up out",
    "hole": "up",
    "pin/pinned/pinned": "down",
    "involve": "in",
}


def _forms(entries: str, parts: str = _ALL) -> frozenset[str]:
    """Return the forms of verbs given as "base" or "base/past/participle"."""
    return frozenset(
        getattr(conjugate(entry), part) for entry in entries.split() for part in parts.split()
    )


_COMPANIONS = {
    form: frozenset(behind.split()) for entry, behind in _WITH.items() for form in _forms(entry)
}
# What a counted force does; what it is doing; what it has done.
ACTS = _forms(f"{_COME} {_STAND} {_FIGHT}")
DOING = _forms(f"{_COME} {_STAND} {_FIGHT}", "gerund")
DONE = _forms(f"{_COME} {_STAND} {_FIGHT}", "past participle")
# What only an armed band does.
RAIDED = _forms(_RAID, "past present")
# What is done by it: "attacked by three gunmen", "held by 80 men".
DONE_BY = _forms(f"{_STAND} {_FIGHT}", "participle") - _forms("shoot/shot/shot take/took/taken")
# Where it is put: "were flown in", "are stationed at the dam".
PUT = _forms(_PUT, "participle")


def tells(verb: str, behind: str) -> bool:
    """Tell whether a verb tells of a force with the word behind it: "took up", no "took tea"."""
    companions = _COMPANIONS.get(verb)
    return behind in companions if companions is not None else behind != "home"
