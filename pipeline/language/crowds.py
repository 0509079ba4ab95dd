"""Crowds whose protest no verb tells: "a demonstration, about 700", "thousands in the street"."""

from collections.abc import Iterator

from pipeline.language.phrases import NounPhrase
from pipeline.language.rightward import Arguments

_PROTESTS = ("protest", "demonstration", "rally", "rallies", "sit-in")
_STREETS = frozenset({"street", "streets"})
_GATHERED = frozenset(
    "gathered assembled massed congregated gather assemble converged sat blocked marched "
    "camped stood lay walked crowded knelt rallied filed paraded".split()
)
_MET = frozenset("gathered assembled massed congregated converged".split())
_JOINED = frozenset("join joins joined attend attends attended".split())
_MARCHES = frozenset(
    "march marches protest protests demonstration demonstrations rally rallies sit-in vigil "
    "procession picket".split()
)
_THRONGS = frozenset("crowd crowds mob throng multitude".split())
_CROWDS_DO = frozenset(
    "chanting chanted shouting placards banners slogans marched marching".split()
)
_DRAWING = frozenset("drew draws drawing attracted attracts attracting".split())
_DRAWN_WITHIN = 6
_TURNED_OUT = frozenset({("turned", "up"), ("turned", "out"), ("took", "part")})
# Purposes of a protest; some tell one only behind "to".
_DEMANDING = frozenset(
    "demanding demand protest denounce denouncing chanting condemn condemning protesting calling "
    "shouting call placards banners portraits slogans".split()
)
_AFTER_TO = frozenset("demand denounce condemn call".split())
_PURPOSE_WITHIN = 10
# Fewer people in a street are no crowd.
_CROWD = 100


def tells_protest(arguments: Arguments) -> bool:
    """Tell whether a noun for a demonstration stands in the sentence."""
    return any(word.startswith(_PROTESTS) for word in arguments.lower)


def read_crowds(arguments: Arguments) -> Iterator[int]:
    """Yield the counted crowds."""
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if _gathered(arguments, index) or _turned_out(arguments, index):
            yield from (who for who in arguments.left(index) if _may_gather(arguments, who))
        if noun is None or index in arguments.bound or not _is_crowd(noun):
            continue
        if _of_a_march(arguments, index):
            yield index
            continue
        if _in_a_crowd(arguments, index):
            noun.subject = noun.subject.replace("people", "") or "protesters"
            yield index
            continue
        if _drawn(arguments, index):
            noun.subject = noun.subject.replace("people", "") or "protesters"
            yield index
            continue
        if not _opens(arguments, index) or arguments.owned(index):
            continue
        if _in_the_street(arguments, index) or (
            _closes(arguments, index) and tells_protest(arguments)
        ):
            yield index


def _is_crowd(noun: NounPhrase) -> bool:
    if noun.count is None or noun.kind not in {"weak", "bare", "strong"} or noun.anaphor:
        return False
    many = (noun.count.low or noun.count.high or 0) >= _CROWD
    return many and noun.subject in {"", "people", "civilians", "protesters", "women"}


def _gathered(arguments: Arguments, index: int) -> bool:
    """Read "gathered in the square to demand his release", "join a flash march in the port"."""
    if arguments.word(index) in _JOINED:
        return arguments.last_word(index + 1) in _MARCHES
    if arguments.word(index) not in _GATHERED:
        return False
    who = arguments.chunks[index - 1].noun if index else None
    if who is not None and who.subject == "protesters" and arguments.word(index) in _MET:
        return True
    start = arguments.chunks[index].last
    behind = arguments.lower[start : start + _PURPOSE_WITHIN]
    return any(
        word in _DEMANDING and (word not in _AFTER_TO or behind[place - 1 : place] == ["to"])
        for place, word in enumerate(behind)
    )


def _turned_out(arguments: Arguments, index: int) -> bool:
    """Read "10,000 turned up" where the sentence tells of a protest."""
    verb = arguments.chunks[index]
    words = tuple(arguments.lower[verb.first : verb.first + 2])
    return words in _TURNED_OUT and tells_protest(arguments)


def _of_a_march(arguments: Arguments, index: int) -> bool:
    """Read "a march by about 2,500 students", "a rally of 4,000 workers"."""
    if arguments.word(index - 1) not in {"by", "of"}:
        return False
    return arguments.last_word(index - 2) in _MARCHES and index >= 2


def _in_a_crowd(arguments: Arguments, index: int) -> bool:
    """Read "a mob of between 200 and 300 marched on the mill chanting"."""
    first = arguments.chunks[index].first
    counted = arguments.lower[max(0, first - 2) : arguments.chunks[index].last]
    if "of" not in counted or _THRONGS.isdisjoint(counted):
        return False
    behind = arguments.lower[arguments.chunks[index].last :]
    return tells_protest(arguments) or not _CROWDS_DO.isdisjoint(behind)


def _drawn(arguments: Arguments, index: int) -> bool:
    """Read "the rally drew some 20,000", 'the marches attracted "tens of thousands"'."""
    first = arguments.chunks[index].first
    before = [
        word for word in arguments.lower[max(0, first - _DRAWN_WITHIN) : first] if word != '"'
    ]
    return before[-1:] != [] and before[-1] in _DRAWING and not _MARCHES.isdisjoint(before[:-1])


def _may_gather(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    people = noun is not None and noun.kind in {"weak", "bare", "strong"}
    people = people and noun is not None and (noun.plural or _is_crowd(noun))
    free = index not in arguments.bound and arguments.counts(index)
    return bool(people and free and noun and noun.subject not in {"soldiers", "rebels"})


def _opens(arguments: Arguments, index: int) -> bool:
    """Tell whether no verb stands before the crowd but "there were"."""
    if index == 0 or arguments.chunks[index - 1].kind in {"comma", "colon", "date"}:
        return True
    before = index - 1
    while before > 0 and arguments.chunks[before].kind == "word":
        before -= 1
    return arguments.word(before) in {"were", "are"} and arguments.word(before - 1) == "there"


def _in_the_street(arguments: Arguments, index: int) -> bool:
    return arguments.word(index + 1) in {"in", "on"} and (
        arguments.last_word(index + 2) in _STREETS
    )


def _closes(arguments: Arguments, index: int) -> bool:
    """Tell whether the crowd ends its clause, or only its place follows."""
    if index + 1 >= len(arguments.chunks):
        return True
    kind = arguments.chunks[index + 1].kind
    return kind in {"stop", "comma", "close"} or arguments.word(index + 1) in {
        "in",
        "at",
        "outside",
    }
