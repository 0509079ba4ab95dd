"""What a date in a sentence dates: an event, the saying of it, or nothing but a name."""

import re
from datetime import date

from pipeline.extract.datelines import Head, is_dateline
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.told_dates import Role
from pipeline.language.dates import DateMention

_SAID = (
    r"(?:said|says|told|tells|stated|announced|reported|confirmed|released|published|issued|"
    r"updated|declared|claimed|added|documented|report|statement|communique|interview|learned|learnt|"
    r"indicated|disclosed|tolls|accounts|acknowledged|conceded|circulated|broadcast)"
)
# "said in a statement late on Friday", "was confirmed by a monitor on Friday", "released today".
_STATED = re.compile(
    rf"\b{_SAID}\b(?:\s+(?!that\b|attack|raid|bomb|clash|ambush|assault|blast|battle|shell|massacre|\w+day\b|"
    r"was\b|were\b|had\b|\w*ed\b|dea\w+\b|kill\w+\b)[\w’'.-]+)"
    r"{0,6}\s*\(?\Z",
    re.IGNORECASE,
)
# A month or a span dates a statement only right behind its verb: "released in May".
_STATED_IN = re.compile(
    rf"\b{_SAID}\s+(?:in\s+\w+\s+)?(?:in|during)\s+(?:early\s+|late\s+)?\Z", re.IGNORECASE
)
_WIDE = frozenset({"month", "range", "year", "period"})
_SPOKEN = re.compile(
    rf"\s+{_SAID}\b|\s+(?:accused|blamed|condemned|denounced|warned)\b|,?\s+(?:revised|corrected|raised|lowered)\s+(?:this|that|the|its|it)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"\A[^.;]{{0,80}}?\b{_SAID}\b", re.IGNORECASE)
# When somebody asked, looked or wrote says nothing of what happened: "Between 2 and 9 May, the
# monitor interviewed 21 people".
_RESEARCH = re.compile(
    r"\A[^.;]{0,70}?\b(?:interviewed|interviews|spoke\s+(?:to|with)|travell?ed\s+to|visited|met\s+with|"
    r"reviewed|analy[sz]ed|conducted\s+(?:interviews|research|a\s+survey)|examined|consulted)\b",
    re.IGNORECASE,
)
# "my post from 2016", "papers that came to light in 1994", "returns, opened in 1992,"
_OF_PAPERS = re.compile(
    r"\b(?:post|article|essay|book|textbook|memoirs?|study|newsletter|edition|film|census|survey|"
    r"interview)\s+(?:from|of|in|dated)\s+\Z|"
    r"\b(?:report|bulletin|statement|assessment|letter|memo|memorandum|dispatch|ruling|verdict|"
    r"judgment|judgement|indictment|update|communiqu[eé]|broadcast|cable|telegram|pamphlet|leaflet|"
    r"census)\s+(?:of|from|dated)\s+\Z|\bdated\s+\Z|"
    # "Resolution 1308 of 2000"
    r"\b(?:resolution|charter|convention|decree|law)\s+(?:[\d/]+\s+)?"
    r"of\s+\Z|"
    # "(Radio Dara, June 4)" tells who wrote when
    r"\(\w[^()]{1,60},\s*\Z|"
    r"\b(?:opened|declassified|published|unsealed|leaked|printed|written|compiled|surfaced|"
    r"unveiled|erected|interviewed|came\s+to\s+light|made\s+public)\s+(?:\w+\s+){0,2}in\s+\Z|"
    # "a history published in Ho Chi Minh City in 1991"
    r"\bhad,?\s+by\s+\Z|\b(?:inquiry|commission|court|study|researchers?|historians?)\s+"
    r"(?:found|concluded|estimated)\s+in\s+\Z|"
    r"\bpublished\s+in\s+(?:[A-Z][\w-]*\s+){1,4}in\s+\Z",
    re.IGNORECASE,
)
# When captives went free tells nothing of when they were taken.
_SET_FREE = re.compile(r"\b(?:set\s+free|freed|let\s+go|ransomed)\b[^.;]{0,50}\Z", re.IGNORECASE)
# "a deserter who was wanted since 2004"
_SO_LONG = re.compile(
    r"\b(?:wanted|in office|in power|at large|jailed|missing|absent|airworthy|the first|the last)"
    r"\s+since\s+(?:the\s(?:\w+\s){1,3}(?:of|on|in)\s+)?\Z",
    re.IGNORECASE,
)
# "A fortnight later it amended this to one"
_REVISED = re.compile(
    r",?\s+(?:it|they|he|she|the\s+\w+)\s+(?:amended|revised|corrected|raised|lowered|updated)\b|"
    # "Two days later the agency carried a figure of 90 dead"
    r"[^.;]{0,60}?\b(?:carried|gave|published|issued|put|reported)\s+(?:a|the|its|their)\s+"
    r"(?:[\w-]+\s)?(?:figure|toll|number|count|tally|list)\b",
    re.IGNORECASE,
)
# "..., revising this on 4 July to 96"
_REVISING = re.compile(
    r"\b(?:revising|revised|raising|raised|lowering|lowered|amending|amended|correcting|corrected|"
    r"updating|updated)\s+(?:this|that|it|the\s+\w+)\s+(?:on|in)\s*\Z|"
    r"\b(?:this|that|it|which)\s+was\s+(?:revised|raised|lowered|corrected|updated)\s+(?:on|in)\s+\Z|"
    # "the mayor, who spoke with our reporter on Monday", "a broadcast monitored Tuesday"
    r"\b(?:spoke|speaking|talked|talking)\s+(?:(?:with|to)\s[^,;.]{1,30}?\s)?(?:on\s+)?\Z|"
    r"\b(?:broadcast\s+(?:monitored|heard)|faxed|telexed|e-?mailed)\s+(?:\w+\s+){0,2}?(?:on\s+)?\Z|"
    # "The daily gave 40 dead the next day"
    r"\bgave\s+(?:[\w-]+\s+){1,4}?(?:killed|dead|deaths|wounded)\s*\Z",
    re.IGNORECASE,
)
# Words after which a date still opens its sentence: "Also early on 5 May".
_OPENING = re.compile(
    r"\W*(?:(?:on|in|by|since|during|around|about|at|early|late|also|then|meanwhile|earlier|later|"
    r"the|morning|night|evening|afternoon|spring|summer|autumn|winter|of|from|between|over|within|"
    r"approximately)\b\W*){0,5}\Z",
    re.IGNORECASE,
)
# A toll that has grown by a day is told on that day: "the toll rose to 12 on Monday".
_GROWN = re.compile(
    r"\b(?:toll|number|figure|count|tally)\b[^.;]{0,60}\b(?:rose|risen|climbed|stood|stands|jumped|"
    r"reached|revised|raised|lowered)\b"
    r"[^.;]{0,30}\Z",
    re.IGNORECASE,
)
# When bodies were dug up or buried tells nothing of when those people died.
_DUG_UP = re.compile(
    r"\b(?:exhumed|exhuming|exhumation|unearthed|reburied|dug up)\b[^.;]*\Z|"
    r"\b(?:was|were|been)\s+(?:buried|interred|laid to rest|cremated)\s+(?:\w+\s+){0,3}\Z",
    re.IGNORECASE,
)
# When somebody came to look says nothing of what he found: "Monitors, who visited on 9 May, ..."
_CAME_TO_LOOK = re.compile(
    r"\b(?:who|which|that)\s+(?:had\s+|later\s+)?(?:visited|toured|inspected)\b[^,;.]{0,50}\Z|"
    r",\s+(?:who|which)\s+(?:had\s+|later\s+)?(?:walked|drove|reached|arrived|travell?ed|flew)\b"
    r"[^,;.]{0,50}(?P<aside>)\Z",
    re.IGNORECASE,
)
# "Two of the wounded died overnight" leaves the story at the day of the attack.
_DIED_SINCE = re.compile(r"\b(?:wounded|injured)\b[^.;]{0,20}\bdied\s+\Z", re.IGNORECASE)
# "May arrive on Thursday" tells of no day that the story has reached.
_FUTURE = re.compile(
    r"\b(?:will|may|might|(?:is|are) due)\s+(?!have\b)(?:[^.;,]|,(?=\d)){0,60}\Z|"
    # "whose wedding had been fixed for Friday"
    r"\b(?:fixed|scheduled|planned|slated|due|billed)\s+(?:for|on)\s+\Z",
    re.IGNORECASE,
)


def role_of(
    passage: Passage, head: Head, published: date | None, sentence: Sentence, mention: DateMention
) -> tuple[Role, bool]:
    """Return what a date dates, and whether it opens its sentence and so governs all of it.

    Args:
        passage: the passage.
        head: what stands over its text.
        published: the day the text speaks from, as known before the sentence.
        sentence: the sentence in which the date stands.
        mention: the date.
    """
    text = passage.text
    if is_dateline(text, sentence.start, mention) or _is_own_date(text, published, mention):
        return "dateline", False
    if mention.end <= head.end:
        undated = not passage.document.published_on
        opens_entry = undated and text[mention.end : mention.end + 2] == ": "
        return ("event", True) if opens_entry else ("name", False)
    before = text[max(sentence.start, mention.start - 90) : mention.start]
    after = text[mention.end : min(sentence.end, mention.end + 90)]
    opening = mention.start - sentence.start < 60 and bool(_OPENING.fullmatch(before))
    return _role_between(mention, before, after, opening)


def _role_between(
    mention: DateMention, before: str, after: str, opening: bool
) -> tuple[Role, bool]:
    """Return what a date dates, and whether it governs its sentence, by the words around it."""
    if _DUG_UP.search(before) or _DIED_SINCE.search(before) or _OF_PAPERS.search(before):
        return "name", False
    looking = _CAME_TO_LOOK.search(before)
    if looking and (looking["aside"] is None or after.startswith(",")):
        return "name", False
    if (opening and _RESEARCH.match(after)) or _SET_FREE.search(before) or _SO_LONG.search(before):
        return "name", False
    if _REVISED.match(after):
        return "attribution", opening
    if mention.kind == "year" and mention.lead == "by" and not opening:
        return "name", False
    if (mention.attributive and not opening) or _FUTURE.search(before):
        return "name", False
    if _REVISING.search(before) or (mention.lead == "as of" and not opening):
        return "attribution", False
    stated = _STATED_IN if mention.kind in _WIDE else _STATED
    if _GROWN.search(before) or stated.search(before) or (not opening and _SPOKEN.match(after)):
        return "attribution", opening
    if opening and _SPEAKS.search(after):
        return "statement", True
    return "event", opening


def _is_own_date(text: str, published: date | None, mention: DateMention) -> bool:
    """Tell whether a dispatch opens with the day it came out: "May 5 - Gunmen killed ..."."""
    if mention.kind != "day" or published is None or text[: mention.start].strip():
        return False
    dated = (mention.first.month, mention.first.day) == (published.month, published.day)
    return dated and text[mention.end : mention.end + 3].strip() in {"-", "–", "—"}
