"""Words by which a text holds on to a place, leaves it, or comes back to it."""

import re

from pipeline.language.place_words import LEVELS

COUNTRY = LEVELS["country"]
# Characters beyond which a word of the same sentence no longer places a claim.
REACH = 1500
USABLE = frozenset(("in", "near", "between", "object", "part"))
# Where one clause ends and another, of another place, may begin.
CLAUSE = re.compile(
    r";|,? \b(?:while|whereas|meanwhile)\b|, (?:but|and (?:in|on|at|near)\b|as well as)|"
    r", in addition|"
    r"\bout of the\b|\band (?:in another|that)\b|\bafter which\b",
    re.IGNORECASE,
)
# A sentence that begins so tells of another incident than the one before.
NEW_INCIDENT = re.compile(
    r"\W*(?:on|in|at|by|around|since|late on|early on|the morning of)? ?(?:the )?"
    r"(?:(?:morning|evening|night|afternoon|same day|following day|next day|previous day)\b|"
    r"(?:early |mid-?|late )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december)\b)|"
    r"\W*(?:also|separately|elsewhere|meanwhile|in (?:a|an) (?:separate|other)|in another|another|"
    r"earlier|later)\b|"
    r"\W*(?:the )?(?:first|second|third|one|last|latest) (?:was|of|took|came|happened|occurred)\b",
    re.IGNORECASE,
)
OTHER_PLACE = re.compile(
    r"\b(?:elsewhere|separate(?:ly)?|another (?:attack|rebel|clash|incident|ambush|bombing|village|"
    r"town|part|place)|a different (?:area|group|location|place|town|village)|other parts?|"
    r"(?:the )?previous day|the day before|a day earlier|that day)\b",
    re.IGNORECASE,
)
# A paragraph that begins so goes on with the story of the one before it: quoted speech, and
# what is taken for known.
GOES_ON = re.compile(
    r"[\"“«'‘]|(?:The(?! (?:\w+ )?(?:report|statement|study|document|network|observatory))|This|"
    r"These|Those|They|He|She|It|His|Her|Their|Both|All|No|As|After|Upon|When|While|Following|"
    r"During (?:the|this|that))\b",
    re.IGNORECASE,
)
WHOLE = re.compile(r"\b(?:whole of|across|throughout|all of|all over)(?: the)? \Z", re.IGNORECASE)
PART = re.compile(
    r"\b(?:in|across|of|throughout) the (?P<direction>(?:north|south|east|west|central)[a-z-]*) "
    r"(?:region|part|parts)\b",
    re.IGNORECASE,
)
REPORT = re.compile(r"\W*according to\b", re.IGNORECASE)
ATTRIBUTED = re.compile(
    r"\b(?:said|says|told|reported|stated|claimed|according to|announced)\b", re.IGNORECASE
)
TAKES_UP = re.compile(
    r"\b(?:the|this|that|those|these) (?:\w+ )?(?:attack|attacks|blast|explosion|raid|clash|"
    r"clashes|shelling|strike|strikes|massacre|ambush|dead|wounded|victims|incident|fighting|battle|toll)\b|"
    r"\b(?:others|of them|more)\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\b(?:the|this|that|their|same) (?:\w+ )?(?P<noun>city|town|village|province|governorate|"
    r"district|area|region|department|camp|prison|airport|airbase|base|market|square|border|road|"
    r"highway|hospital|school|mosque|crossing)\b",
    re.IGNORECASE,
)
SETTLEMENT = ("settlement", "city", "town", "village")
# Types and kinds that a noun may go back to; other nouns go back to a name that holds them.
BACK_KINDS = {
    "city": SETTLEMENT,
    "town": SETTLEMENT,
    "village": SETTLEMENT,
    "province": ("governorate",),
    "governorate": ("governorate",),
    "department": ("governorate",),
    "district": ("district", "area", "mountain_area"),
    "area": ("area", "mountain_area", "region", "district"),
    "region": ("region", "area", "mountain_area", "governorate"),
}
CARRIED_FAR = frozenset(("province", "governorate", "department"))
