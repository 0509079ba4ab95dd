"""Bare figures that speakers set against one another: "the mayor said nine, the army two".

What they count is what the figures told before count, so the claim type is left open.
"""

import re
from collections.abc import Iterator

from pipeline.language.count_words import NUMBER_WORDS
from pipeline.language.function_words import PREPOSITIONS
from pipeline.language.rightward import Arguments
from pipeline.language.word_patterns import any_of

_SAID = frozenset(
    "said says say gave gives give counted counts reported reports claimed claims listed lists "
    "acknowledged acknowledges admitted admits announced recorded records conceded concedes "
    "estimated tallied logged maintains maintained insists insisted".split()
)
_SPOKE = frozenset("spoke speaks speak speaking talk talks talked wrote writes told heard".split())
# How many chunks back the group may stand that a figure rivals.
_REACH = 40
_FIGURES = frozenset("figure total toll number tally".split())
_BOUNDS = frozenset({"comma", "stop", "and", "close", "quote", "subordinate", "open"})
_FIGURE = r"(?:\d|" + any_of(NUMBER_WORDS, before="").pattern + r")"
_GLANCE = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(_SAID))})|(?:{'|'.join(sorted(_SPOKE))})\s+of)[\s:“\"]+"
    rf"(?:[a-z]+\s+){{0,3}}?{_FIGURE}|\bit(?:\s+is|\s+was|['’]s)\s+(?:now\s+)?{_FIGURE}"
    rf"|\b(?:total|figure|toll|number|count|tally)\s+(?:at|to|of)\s+(?:[a-z]+\s+){{0,3}}?{_FIGURE}"
)


def may_tell_figure(lower: str, start: int, end: int) -> bool:
    """Tell, at a glance, whether `lower[start:end]` can hold a figure that somebody gives."""
    return _GLANCE.search(lower, start, end) is not None


def read_said_tolls(arguments: Arguments) -> Iterator[int]:
    """Yield the bare figures that somebody is said to have given."""
    spoke = spoke_of_dead = raised = False
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        spoke_of_dead = spoke_of_dead or chunk.kind == "state"
        if noun is None or noun.kind != "bare" or noun.count is None:
            continue
        if index in arguments.bound or index in arguments.included or not _ends(arguments, index):
            continue
        if _rivals_no_claim(arguments, index):
            continue
        before = index - 1
        while before >= 0 and arguments.word(before) in {"only", "just", ":", "“", '"', "”"}:
            before -= 1
        if _now_is(arguments, before):
            yield index
            continue
        if spoke_of_dead and (raised or arguments.word(before) in {"then", "later"}):
            # "first announced 60 dead, then 87 and, by nightfall, 91"
            if not raised or arguments.chunks[before].kind in {"comma", "and"}:
                raised = True
                yield index
                continue
        of = arguments.word(before) == "of"
        if of and arguments.last_word(before - 1) in _FIGURES:
            # "gave a figure of five", "replaced the earlier toll of nine"
            yield index
            continue
        verb = arguments.last_word(before - of)
        if verb == "counts" and arguments.word(before - of - 1) in PREPOSITIONS:
            # "on counts 1, 3 and 4"
            continue
        if (of and verb in _SPOKE) or (not of and verb in _SAID):
            spoke = spoke or of
            yield index
        elif of and spoke and before > 1 and _opens_clause(arguments, before - 1):
            # "residents speak of 46, the administrator of 33"
            yield index


def _rivals_no_claim(arguments: Arguments, index: int) -> bool:
    """Tell whether nothing is claimed of the group counted last: "90 families (SANA says 70)"."""
    for earlier in range(index - 1, max(-1, index - _REACH), -1):
        noun = arguments.chunks[earlier].noun
        exact = noun is not None and noun.count is not None and noun.count.qualifier != "vague"
        if noun is not None and exact and noun.kind not in {"bare", "measure"}:
            return earlier not in arguments.bound
    return False


def _now_is(arguments: Arguments, verb: int) -> bool:
    """Tell whether "so it is thirteen now", "then it was six" corrects the figure told before."""
    return (
        arguments.word(verb) in {"is", "was", "'s"} and arguments.word(verb - 1) == "it"
    ) or arguments.word(verb) in {"it's", "makes"}


def _ends(arguments: Arguments, index: int) -> bool:
    """Tell whether nothing that the figure could count follows it."""
    following = index + 1
    return (
        following >= len(arguments.chunks)
        or arguments.chunks[following].kind in _BOUNDS
        or arguments.word(following) in {"in", "at", "by", "for", "with", "on", "now"}
    )


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
