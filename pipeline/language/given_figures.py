"""Words that lead to a bare figure: "the mayor made it 31", "the toll has since risen to 31".

Read backwards from the figure: fillers, then a link ("at", "was", "of"), then what the figure is
said of. It counts nothing in its own clause; what it counts is told elsewhere.
"""

import re
from collections.abc import Sequence

from pipeline.language.function_words import BE, DETERMINERS, HAVE, MODALS
from pipeline.language.tokens import Token
from pipeline.language.word_patterns import any_of

# Who says "31", says it of what was told before.
SAID = frozenset(
    "said says say gave gives give counted counts count reported reports report claimed claims "
    "claim listed lists list acknowledged acknowledges acknowledge admitted admits admit announced "
    "announces recorded records conceded concedes concede estimated estimates estimate tallied "
    "tallies logged logs maintains maintained insists insisted reckoned reckons reckon believes "
    "believed thinks thought offered offers documented documents verified verifies confirmed "
    "confirms confirm registered registers guessed guesses calculated calculates suggested "
    "suggests cited cites asserted asserts alleged alleges declared declares quoted quotes "
    "stated states ventured mentioned mentions heard replied answered answers totalled totaled "
    "totals".split()
)
# "spoke of 31", "reports of 31".
SPOKE = frozenset(
    "spoke speaks speak speaking spoken talk talks talked talking wrote writes write written told "
    "tells tell heard hears boast boasts boasted boasting warned reports report rumours rumors "
    "claims accounts".split()
)
_FIGURES = frozenset(
    "figure figures total totals toll tolls number numbers tally tallies count counts estimate "
    "estimates reckoning headcount casualties fatalities".split()
)
_LISTS = frozenset(
    "list lists listing register registers ledger roll rolls book books notebook record records "
    "database log logs file files".split()
)
# Whose number is told: "the number of dead".
_THEM = frozenset(
    "dead deaths killed victims casualties bodies fatalities wounded injured losses prisoners "
    "captives arrests detainees people civilians".split()
)
_IT = frozenset("it that this them himself herself themselves".split())
_LED_TO = frozenset("at to as near nearer closer between from past beyond on with of".split())
_GROWN = frozenset(
    "rose rises risen rising rise climbed climbs climb grew grown grow jumped swelled swollen "
    "mounted fell fallen dropped went gone stood stands stand remained remains remain stayed "
    "stopped stops stop ended ends settled settles peaked increased doubled doubles trebled "
    "tripled came comes come runs ran run amounts amounted amount adds added add got gets crept "
    "range ranges ranged ranging vary varies varied".split()
)
_CHANGED = frozenset(
    "revised revises raised raises lowered lowers increased updated updates corrected corrects "
    "reduced reduces reducing cut cuts upped amended downgraded upgraded doubled doubles trebled "
    "adjusted scaled whittled halved changed brought brings bringing bring took takes taking "
    "raising revising lowering".split()
)
_GIVEN = frozenset(
    "put puts putting placed places set sets given gives give gave giving reported reports "
    "estimated estimates estimating coded codes recorded counted listed fixed stated quoted "
    "thought believed known understood reckoned feared calculated had has have reckons believes "
    "thinks assessed confirmed announced logged entered".split()
)
_PASSED = frozenset(
    "reached reaches reach hit hits passed passes topped tops exceeded exceeds exceed surpassed "
    "approached approaches neared equals totals totalled totaled numbered crossed".split()
)
_STAYS = frozenset("remains remained remain".split()) | BE
_AMOUNTS = frozenset("figure figures total toll tally number".split())
_THAT = frozenset("that this it which".split())
_TRAILING = frozenset("said says insisted insists reckoned reckons estimated".split())
_FUNCTION = DETERMINERS - {"the", "a"} | {"of", "and", "in", "at", "to"} | MODALS | BE | HAVE
# Of whom lists have names beside the dead.
_HELD_NAMES = frozenset(
    "missing disappeared detainees detained prisoners captives hostages arrested abducted "
    "kidnapped wanted deserters defectors members".split()
)
# Figures of other things: "phone number", "vote count".
OTHERWISE = frozenset(
    "phone telephone mobile house room flight vote votes budget licence license plate registration "
    "serial page account seat seats harvest crop revenue sales population birth case jersey "
    "parliament council price".split()
)
# "Estimates: best 57, low 50", as registers of violence have it.
_BOUNDS = frozenset("best low high minimum maximum min max".split())
_DEAD = frozenset("bodies corpses graves fatalities dead deaths killed toll".split())
_TALKED_TO = frozenset("admit admits admitted up confess confesses confessed".split())
_INSISTED_ON = frozenset("insist insists insisted settle settles settled reckon reckons".split())
_COUNTING = frozenset("counting counted counts tallying tallied".split())
_HELD = frozenset(
    "has had holds held contains contained shows showed bears bore gives gave names named "
    "lists listed carries carried comprises comprised reached reaches".split()
)
_LABELS = _FIGURES | frozenset("low high minimum maximum min max update latest best".split())
_ABOUT = frozenset("nearer closer close around about between above below".split())
_FILLERS = frozenset(
    "now then later since already still again only just first initially finally eventually "
    "officially quickly soon subsequently even privately publicly today yesterday merely also "
    "overnight back down instead been have perhaps".split()
) | frozenset({":", '"', "“", "‘", "'", "”"})
_BREAKS = frozenset({".", ";", ":", "(", "—", "–"})
_OPENERS = frozenset("and but so then nearer closer more like".split())
_FURTHER = frozenset("put puts placed given it makes made all altogether told overall".split())
# A word with which one of these phrases goes; what a sentence without them tells is no figure.
_CUES = any_of(
    f"{word}*"
    for word in (
        SAID | SPOKE | _FIGURES | _LISTS | _CHANGED | _PASSED | _TALKED_TO | _INSISTED_ON
        | _GROWN | _LABELS | _FURTHER
    )
)  # fmt: skip
# "Sixteen were women", "of these", "included in the figure": parts of a toll told before.
_PARTS = re.compile(r"\b(?:were|are|includ\w+|among|comprising|of (?:them|these|those|whom))\b")
# "Dhendo, 14 January 2000 – 38 (UN)".
_ENTRY = re.compile(r"\b\d{4}\)?\s*[:–—-]\s")
_CUES_BEHIND = any_of(("according to", "said*", "says*", "insist", "reckon"))
_NEAR_NUMBER = 70
# How many words back what a figure is said of may stand, and how long a remark may be.
_REACH = 14
_LONGEST_REMARK = 8


def may_give_figure(lower: str, start: int, end: int, numbers: Sequence[int]) -> bool:
    """Tell, at a glance, whether a number in `lower[start:end]` can be a figure that is given."""
    if any(_CUES.search(lower, max(start, at - _NEAR_NUMBER), at) for at in numbers):
        return True
    if _PARTS.search(lower, start, end) or _ENTRY.search(lower, start, min(end, start + 90)):
        return True
    first = numbers[0] if numbers else end
    return first - start < _NEAR_NUMBER and bool(
        _CUES_BEHIND.search(lower, first, min(end, first + _NEAR_NUMBER))
    )


def is_given(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the words around the bare figure `first` to `last` give it for what was told."""
    clause = _clause(tokens, first + (tokens[first].lower == "estimated"))
    while clause and clause[-1] in _FILLERS:
        clause.pop()
    if not clause or (len(clause) < 3 and _OPENERS.issuperset(clause)):
        return _said_behind(tokens, last)
    word, before = clause[-1], clause[:-1]
    while before and before[-1] in _FILLERS:
        before.pop()
    if word == "of":
        return before[-1:] != [] and before[-1] in SPOKE | _AMOUNTS
    if tokens[last - 1].lower in {"us", "me"}:
        return False
    if tokens[last - 1].lower == "them":
        return word in SAID
    if word in _GROWN and before[-1:] != [] and before[-1] in _FIGURES:
        # "estimates vary between 31 and 40"
        return True
    if word in {"makes", "made", "make"} or (word in _IT and before[-1:] in (["makes"], ["made"])):
        return word in _IT or not _THAT.isdisjoint(before[-1:])
    if word in SAID:
        return not _is_count_of_charges(before, word)
    if word in _IT | {"there"}:
        return before[-1:] != [] and before[-1] in SAID
    if word in _STAYS and before[-1:] == ["it"]:
        # "it was 10 when the firing stopped"
        return last >= len(tokens) or tokens[last].lower not in {"when", "in", "before", "o'clock"}
    if word in _STAYS and before[-1:] == ["there"]:
        return (len(before) > 1 and before[-2] in SAID) or _sums_up(tokens, last)
    if word in _STAYS or word in _PASSED:
        return _of_figure(before)
    if word in _FIGURES and tokens[first].lower in _ABOUT:
        # "puts the true figure nearer 5,000"
        return not _GIVEN.isdisjoint(before) and _of_figure(clause)
    if word in _LED_TO:
        return _led_to(word, before)
    if word in _HELD and not _LISTS.isdisjoint(before[-4:]):
        return True
    return _is_label(clause)


def names_toll(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the figure is said to be of the dead: "fatalities coded as", "best estimate"."""
    clause = _clause(tokens, first)
    if tokens[last - 1].lower == "names":
        return _HELD_NAMES.isdisjoint(clause)
    return not _DEAD.isdisjoint(clause) or is_bound(tokens, first)


def is_bound(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a figure is an estimate by a register: "best estimate is", "low"."""
    clause = _clause(tokens, first)
    said = len(clause) == 1 or "estimate" in clause
    return said and not _BOUNDS.isdisjoint(clause[-3:])


def lists_names(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether "names" are those on a list: "the register runs to 31 names"."""
    if tokens[last - 1].lower != "names":
        return False
    clause = _clause(tokens, first)
    verb = clause[-1:] if clause[-1:] != ["to"] else clause[-2:-1]
    return bool(verb) and verb[0] in _HELD | _GROWN | SAID


def _clause(tokens: Sequence[Token], first: int) -> list[str]:
    """Return the words between the last break and the figure, remarks between commas left out."""
    words: list[str] = []
    at = first - 1
    while at >= max(0, first - _REACH):
        word = tokens[at].lower
        if word in _BREAKS and words:
            break
        if word == "," and words:
            opened = _remark_opens(tokens, at)
            if opened is None:
                break
            at = opened
        elif word not in {",", "("}:
            words.append(word)
        at -= 1
    return words[::-1]


def _remark_opens(tokens: Sequence[Token], closed: int) -> int | None:
    """Return where ", given a week later," begins that ends at a comma; None where none does."""
    for at in range(closed - 1, max(-1, closed - _LONGEST_REMARK), -1):
        if tokens[at].text == ",":
            return at
        if tokens[at].text in _BREAKS:
            return None
    return None


def _of_figure(words: list[str]) -> bool:
    """Tell whether a figure for people is the subject: "the number of dead (was)"."""
    for at in range(len(words) - 1, -1, -1):
        if words[at] in _FIGURES and (not at or words[at - 1] not in OTHERWISE):
            behind = words[at + 1 : at + 6]
            return behind[:1] != ["of"] or not _THEM.isdisjoint(behind)
    return False


def _led_to(word: str, before: list[str]) -> bool:
    """Tell whether "at", "to", "as" leads from what is told to the figure."""
    while before and before[-1] in _FILLERS | _LED_TO | BE:
        before.pop()
    verb = before[-1] if before else ""
    rest = set(before)
    if verb in _TALKED_TO:
        return word == "to"
    if verb in _INSISTED_ON:
        return word == "on"
    if verb in {"stops", "stopped"} and word == "at" and len(before) < 4:
        return True
    if verb in {"arrived", "arrives", "arrive"}:
        return word == "at"
    if not rest.isdisjoint(_COUNTING) and verb in _GROWN:
        return True
    changing = _CHANGED | _GROWN | _GIVEN
    if _of_figure(before) or (not _LISTS.isdisjoint(rest) and verb in _GROWN):
        return not rest.isdisjoint(changing) or verb in _FIGURES
    if rest.isdisjoint(_IT) and len(before) > 2:
        return False
    # "he revised it (to)", "it has since risen (to)", "first reported (as)"
    near = before[-4:]
    said_of_it = not _IT.isdisjoint(near) and not changing.isdisjoint(before[-4:])
    return said_of_it or (len(before) < 3 and verb in _CHANGED | _GIVEN and word != "on")


def _is_count_of_charges(before: list[str], word: str) -> bool:
    """Tell whether "on counts 1, 3 and 4" stands here."""
    return word in {"counts", "count"} and bool(before) and before[-1] in {"on", "of"}


def _is_label(clause: list[str]) -> bool:
    """Tell whether a clause without a verb names a figure: "final toll", "in all"."""
    if clause[-2:] in (["there", "were"], ["it", "was"]):
        clause = clause[:-2]
    if clause in (["in", "all"], ["in", "total"], ["altogether"], ["all", "told"], ["overall"]):
        return True
    if len(clause) > 2 and clause[-2] == "of" and clause[-1] in _THEM:
        # "best estimate of deaths"
        clause = clause[:-2]
    named = clause[-1] in _LABELS and OTHERWISE.isdisjoint(clause)
    return named and len(clause) < 5 and _FUNCTION.isdisjoint(clause)


def _sums_up(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether "in all", "in total" stands behind."""
    behind = [token.lower for token in tokens[last : last + 2]]
    return behind in (["in", "all"], ["in", "total"], ["all", "told"]) or behind[:1] == [
        "altogether"
    ]


def _said_behind(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a figure is all that somebody says: "At least 31, according to the mayor"."""
    if last >= len(tokens) or tokens[last].text != ",":
        return False
    behind = [token.lower for token in tokens[last + 1 : last + 6]]
    if behind[:2] == ["according", "to"]:
        return True
    return not _TRAILING.isdisjoint(behind) and "," not in behind[:4]
