"""Those whose care tells that they were hurt: "22 people were treated for burns"."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.rightward import Arguments

# Said of people in the passive: "five were admitted with bullet wounds".
_CARED_FOR = frozenset(
    "treated admitted evacuated rushed shifted transferred taken brought transported moved carried "
    "conveyed airlifted flown kept hospitalised hospitalized referred".split()
)
# Said by those who care: "surgeons operated on 31 people".
_CARING = frozenset("treated treats treat treating admitted admits received receives".split())
# "24 people arrived with bullet wounds", "two others survived with serious injuries"
_CAME_HURT = frozenset("arrived came presented survived escaped".split())
_HOSPITALS = frozenset(
    "hospital hospitals clinic clinics infirmary dispensary surgery sickbay morphine".split()
)
_INJURIES = frozenset(
    "injuries injury wounds wound burns cuts shrapnel gunshot bullet bullets fractures lacerations "
    "concussion trauma bruises shock amputations blast critical intensive".split()
)
_GRAVE = frozenset("critical serious grave stable intensive coma".split())
_AUXILIARIES = words.BE | words.HAVE | words.ADVERBS | {"still", "since", "later", "also", "now"}
_REACH = 10


def read_care(arguments: Arguments) -> Iterator[int]:
    """Yield the counted people of whom only their care is told."""
    for index in range(len(arguments.chunks)):
        word = arguments.word(index)
        if word in _CARED_FOR and _passive(arguments, index) and _tells_care(arguments, index):
            group = arguments.left(_opening(arguments, index))
            yield from (found for found in group if _is_person(arguments, found))
        elif word in _CARING and _tells(arguments, index, _INJURIES):
            yield from _first_person(arguments, index + 1)
        elif word in _CAME_HURT and _tells(arguments, index, _INJURIES):
            yield from (found for found in arguments.left(index) if _is_person(arguments, found))
        elif word in {"operated", "operating"} and arguments.word(index + 1) in {"on", "upon"}:
            if not _passive(arguments, index):
                yield from _first_person(arguments, index + 2)
                continue
            group = arguments.left(_opening(arguments, index))
            yield from (found for found in group if _is_person(arguments, found))
        elif word in words.BE and _in_hospital(arguments, index):
            yield from (found for found in arguments.left(index) if _is_person(arguments, found))


def _opening(arguments: Arguments, index: int) -> int:
    """Return where the verb group of "have since been moved" begins."""
    while index:
        word = arguments.word(index - 1)
        adverb = word.endswith("ly") and arguments.chunks[index - 1].noun is None
        if word not in _AUXILIARIES and not adverb:
            break
        index -= 1
    return index


def _passive(arguments: Arguments, index: int) -> bool:
    return arguments.word(index - 1) in words.BE or arguments.last_word(index - 1) in words.BE


def _tells_care(arguments: Arguments, index: int) -> bool:
    if arguments.word(index) == "treated" and arguments.word(index - 1) == "being":
        # "were still being treated"
        return True
    return _tells(arguments, index, _HOSPITALS | _INJURIES)


def _tells(arguments: Arguments, index: int, wanted: frozenset[str]) -> bool:
    """Tell whether one of the words follows in the clause."""
    start = arguments.chunks[index].last
    for token in arguments.tokens[start : start + _REACH]:
        if token.text in {";", "."}:
            return False
        if token.lower in wanted:
            return True
    return False


def _in_hospital(arguments: Arguments, index: int) -> bool:
    """Read "are still in hospital", "is in intensive care", "are critical"."""
    start = arguments.chunks[index].last
    behind = [token.lower for token in arguments.tokens[start : start + 6]]
    while behind and behind[0] in words.ADVERBS | {
        "still",
        "now",
        "reportedly",
        "said",
        "to",
        "be",
    }:
        behind = behind[1:]
    if behind[:1] == ["critical"]:
        return len(behind) < 2 or not behind[1][0].isalnum() or behind[1] in words.CONJUNCTIONS
    if behind[:1] != ["in"]:
        return False
    return not (_HOSPITALS | _GRAVE).isdisjoint(behind[1:4])


def _first_person(arguments: Arguments, start: int) -> Iterator[int]:
    for found in arguments.list_right(start):
        if _is_person(arguments, found):
            yield found


def _is_person(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return (
        noun is not None
        and index not in arguments.bound
        and arguments.counts(index)
        and noun.kind in {"strong", "weak", "bare", "unknown", "modifier"}
    )
