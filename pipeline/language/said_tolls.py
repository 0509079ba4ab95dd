"""Bare figures that speakers set against one another: "the mayor said nine, the army two".

What they count is what the figures told before count, so the claim type is left open.
"""

from collections.abc import Iterator

from pipeline.language.function_words import AUXILIARIES
from pipeline.language.given_figures import SPOKE, is_bound, is_given, lists_names, names_toll
from pipeline.language.rightward import Arguments

# How many chunks back the group may stand that a figure rivals.
_REACH = 40
_QUOTES = frozenset("\"“”'‘’")
# Fewer than these are persons of whom a tale is told: "spoke of two brothers".
_FEW = 5
_BOUNDS = frozenset(
    {"comma", "stop", "and", "close", "quote", "subordinate", "open", "date", "include"}
)
# What may follow a figure that counts nothing behind it.
_GOES_ON = frozenset(
    "in at by for with on now since after before during from between as according overnight so "
    "altogether all instead though last this yesterday today again".split()
)


def read_said_tolls(arguments: Arguments) -> Iterator[tuple[int, str]]:
    """Yield the bare figures that are given, with their type where the words tell it."""
    spoke = spoke_of_dead = raised = False
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        spoke_of_dead = spoke_of_dead or chunk.kind == "state"
        if noun is None or noun.count is None:
            continue
        named = noun.kind == "unknown" and lists_names(arguments.tokens, chunk.first, chunk.last)
        persons = noun.kind != "bare" and not named
        if persons and not _told_of(arguments, index):
            continue
        if index in arguments.bound or index in arguments.included or not _ends(arguments, index):
            continue
        if arguments.word(index - 1) != "to" and _rivals_no_claim(arguments, index):
            continue
        if arguments.word(index - 1) == ":" and arguments.word(index + 1) == ")":
            # "killing three (rebel claim: 8)", of which the ellipses tell
            continue
        before = index - 1
        while before >= 0 and arguments.word(before) in {"only", "just", ":", "“", '"', "”"}:
            before -= 1
        of = arguments.word(before) == "of"
        if named or is_given(arguments.tokens, chunk.first, chunk.last):
            spoke = spoke or (of and arguments.last_word(before - 1) in SPOKE)
            if is_bound(arguments.tokens, chunk.first):
                noun.subject = "people"
            yield index, "killed" if names_toll(arguments.tokens, chunk.first, chunk.last) else ""
            if persons:
                yield from ((item, "") for item in _listed_with(arguments, index))
            continue
        if spoke_of_dead and (raised or arguments.word(before) in {"then", "later"}):
            # "first announced 60 dead, then 87 and, by nightfall, 91"
            if not raised or arguments.chunks[before].kind in {"comma", "and"}:
                raised = True
                yield index, ""
                continue
        if of and spoke and before > 1 and _opens_clause(arguments, before - 1):
            # "residents speak of 46, the administrator of 33"
            yield index, ""


def _rivals_no_claim(arguments: Arguments, index: int) -> bool:
    """Tell whether nothing is claimed of the group counted last: "90 families (SANA says 70)"."""
    for earlier in range(index - 1, max(-1, index - _REACH), -1):
        noun = arguments.chunks[earlier].noun
        exact = noun is not None and noun.count is not None and noun.count.qualifier != "vague"
        if noun is not None and exact and noun.kind not in {"bare", "measure"}:
            return earlier not in arguments.bound
    return False


def _told_of(arguments: Arguments, index: int) -> bool:
    """Tell whether "spoke of 160 men", "put it at 160 people" counts people without any deed."""
    chunk, noun = arguments.chunks[index], arguments.chunks[index].noun
    if noun is None or noun.count is None or noun.count.qualifier == "vague" or noun.state:
        return False
    quoted = any(token.text in _QUOTES for token in arguments.tokens[chunk.first : chunk.last])
    if noun.kind not in {"strong", "weak"} and not (noun.kind == "unknown" and quoted):
        return False
    few = max(noun.count.low or 0, noun.count.high or 0) < _FEW
    lead = arguments.word(index - 1)
    spoke = lead == "of" and arguments.last_word(index - 2) in SPOKE
    return not few and (spoke or lead in {"at", "to"})


def _listed_with(arguments: Arguments, index: int) -> Iterator[int]:
    """Yield the second group of "cut that to 30 clerks and 64 rebels"."""
    second = index + 2
    if arguments.word(index + 1) != "and" or second >= len(arguments.chunks):
        return
    noun = arguments.chunks[second].noun
    group = noun is not None and noun.kind in {"strong", "weak"} and noun.count is not None
    if group and second not in arguments.bound and not arguments.owned(second):
        yield second


def _ends(arguments: Arguments, index: int) -> bool:
    """Tell whether nothing that the figure could count follows it."""
    following = index + 1
    if arguments.word(index - 1) == "of" and arguments.word(following) in AUXILIARIES:
        # "reports of 31 could not be confirmed"
        return True
    return (
        following >= len(arguments.chunks)
        or arguments.chunks[following].kind in _BOUNDS
        or _says_when(arguments, following)
        or arguments.word(following) in _GOES_ON
    )


def _says_when(arguments: Arguments, index: int) -> bool:
    """Tell whether "a week later", "the next day" stands here."""
    noun = arguments.chunks[index].noun
    spans = noun is not None and noun.kind == "measure" and noun.count is None
    return spans and arguments.word(index) in {"a", "an", "the"}


def _opens_clause(arguments: Arguments, index: int) -> bool:
    """Tell whether a speaker stands between a comma and the figure, without a verb."""
    noun = arguments.chunks[index].noun
    if noun is None and arguments.chunks[index].kind != "word":
        return False
    for earlier in range(index, max(-1, index - 4), -1):
        kind = arguments.chunks[earlier].kind
        if kind in {"comma", "and"}:
            return True
        if kind in {"verb", "other_verb", "stop"}:
            return False
    return False
