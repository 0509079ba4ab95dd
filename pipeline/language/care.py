"""Those whose care tells that they were hurt: "22 people were treated for burns"."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.rightward import Arguments

# Said of people in the passive: "five were admitted with bullet wounds".
_CARED_FOR = frozenset(
    "treated admitted evacuated rushed hospitalised hospitalized referred discharged "
    "stretchered".split()
)
# As much can be done to things: "two generators were brought to the clinic".
_MOVED = frozenset(
    "shifted transferred taken brought transported moved carried conveyed airlifted flown kept "
    "sent driven ferried".split()
)
# "nine people were carried in": where the sentence tells of a place of healing before.
_BROUGHT_IN = frozenset("carried brought taken kept admitted".split())
# Said by those who care: "surgeons operated on 31 people".
_CARING = frozenset("treated treats treat treating admitted admits received receives".split())
# "24 people arrived with bullet wounds", "two others survived with serious injuries"
_CAME_HURT = frozenset("arrived came presented survived escaped".split())
_HOSPITALS = frozenset(
    "hospital hospitals clinic clinics infirmary dispensary surgery sickbay morphine aid "
    "infirmaries dispensaries ward wards".split()
)
# "first aid", but not "aid": a word that tells of care only behind another.
_AFTER = {"aid": "first"}
_CARERS = _HOSPITALS | frozenset("surgeons medics doctors nurses teams charity".split())
_TAKEN_IN = _CARING | frozenset("hold holds held holding took takes take".split())
_ILLNESSES = frozenset(
    "cholera malaria measles diarrhoea diarrhea fever dengue typhoid covid covid-19 coronavirus "
    "influenza flu ebola malnutrition dehydration heatstroke poisoning childbirth labour labor "
    "exhaustion symptoms".split()
)
_INJURIES = frozenset(
    "injuries injury wounds wound burns cuts shrapnel gunshot bullet bullets fractures lacerations "
    "concussion trauma bruises shock amputations blast critical intensive breathing inhalation "
    "suffocation asphyxiation".split()
)
_GRAVE = frozenset("critical serious grave stable intensive coma".split())
# "have since been admitted", "were still being treated"
_MEANWHILE = frozenset("still since later also now".split())
_REACH = 10
# Without one of these words no care is told.
_SIGNS = _HOSPITALS | _INJURIES | _GRAVE | {"treated", "operated", "operating"}


def read_care(arguments: Arguments) -> Iterator[int]:
    """Yield the counted people of whom only their care is told."""
    if _SIGNS.isdisjoint(arguments.lower):
        return
    for index in range(len(arguments.chunks)):
        word = arguments.word(index)
        if _cared_for(arguments, index):
            moved = arguments.last_word(index) in _MOVED
            for found in arguments.left(_first_auxiliary(arguments, index)):
                if _is_person(arguments, found) and not (moved and _unknown(arguments, found)):
                    yield found
        elif word in _CARING and _tells(arguments, index, _INJURIES):
            for found in _first_person(arguments, index + 1):
                if not _hurt_in_part(arguments, found):
                    yield found
        elif word in _CAME_HURT and _tells(arguments, index, _INJURIES):
            yield from (found for found in arguments.left(index) if _is_person(arguments, found))
        elif word in {"operated", "operating"} and arguments.word(index + 1) in {"on", "upon"}:
            if _passive(arguments, index):
                first = _first_auxiliary(arguments, index)
                yield from (who for who in arguments.left(first) if _is_person(arguments, who))
            else:
                yield from _first_person(arguments, index + 2)
        elif word in {"for", "with"} and _hurt_among_them(arguments, index):
            part, whole = arguments.chunks[index - 1].noun, arguments.chunks[index - 3].noun
            if part is not None and whole is not None:
                # Those cared for, not those who care for them.
                part.kind, part.subject, part.anaphor = "weak", whole.subject, False
            yield index - 1
        elif word in words.BE | words.REMAIN and _in_hospital(arguments, index):
            yield from (found for found in arguments.left(index) if _is_person(arguments, found))


def casualties_in_care(arguments: Arguments) -> Iterator[int]:
    """Yield the casualties of "the clinic received 40 casualties": those who live."""
    if "casualties" not in arguments.lower or _CARERS.isdisjoint(arguments.lower):
        return
    for index in range(1, len(arguments.chunks)):
        before = arguments.word(index - 1), arguments.word(index - 2) if index > 1 else ""
        if arguments.last_word(index) == "casualties" and not _TAKEN_IN.isdisjoint(before):
            yield index


def _cared_for(arguments: Arguments, index: int) -> bool:
    """Tell whether "were treated for", "have been shifted to Civil Hospital" ends here."""
    group = arguments.chunks[index].verb
    word = arguments.last_word(index) if group is not None else arguments.word(index)
    if word not in _CARED_FOR | _MOVED or _tells(arguments, index, _ILLNESSES):
        return False
    passive = group.voice == "passive" if group is not None else _passive(arguments, index)
    if not passive or (group is not None and group.unreal):
        return False
    if word == "treated" and arguments.word(index - 1) == "being":
        # "were still being treated"
        return True
    return _tells(arguments, index, _HOSPITALS | _INJURIES) or _brought_in(arguments, index, word)


def _brought_in(arguments: Arguments, index: int, word: str) -> bool:
    """Tell whether people "were carried in", where a hospital is told of before."""
    start = arguments.chunks[index].last
    behind = arguments.lower[start : start + 2]
    closes = len(behind) < 2 or not behind[1][0].isalnum() or behind[1] in words.PREPOSITIONS
    if word not in _BROUGHT_IN or behind[:1] != ["in"] or not closes:
        return False
    return not _HOSPITALS.isdisjoint(arguments.lower[:start])


def _passive(arguments: Arguments, index: int) -> bool:
    before = arguments.last_word(_first_auxiliary(arguments, index, until_be=True))
    return before in words.BE


def _first_auxiliary(arguments: Arguments, index: int, until_be: bool = False) -> int:
    """Return where the verb group of a participle begins: the "have" of "have been shifted".

    `until_be`: return the first form of "to be" before the participle instead.
    """
    while index > 0 and _helps(arguments, index - 1):
        index -= 1
        if until_be and arguments.word(index) in words.BE:
            return index
    return index


def _helps(arguments: Arguments, index: int) -> bool:
    """Tell whether an auxiliary or adverb of a verb group stands here."""
    if arguments.word(index) in _MEANWHILE:
        return True
    inner = arguments.chunks[index].kind in {"other_verb", "word"}
    return inner and arguments.word(index) in words.AUXILIARIES | words.ADVERBS


def _tells(arguments: Arguments, index: int, wanted: frozenset[str]) -> bool:
    """Tell whether one of the words follows in the clause."""
    start = arguments.chunks[index].last
    before = ""
    for token in arguments.tokens[start : start + _REACH]:
        if token.text in {";", "."}:
            return False
        if token.lower in wanted and _AFTER.get(token.lower, before) == before:
            return True
        before = token.lower
    return False


def _hurt_in_part(arguments: Arguments, index: int) -> bool:
    """Tell whether of "212 patients, 63 of them for burns" only some were hurt."""
    sick = arguments.last_word(index) in {"patient", "patients"}
    return sick and arguments.word(index + 3) == "for" and _hurt_among_them(arguments, index + 3)


def _hurt_among_them(arguments: Arguments, index: int) -> bool:
    """Read "63 of them for gunshot wounds", "two of them with burns"."""
    if index < 3 or index >= len(arguments.chunks) or arguments.chunks[index - 2].kind != "comma":
        return False
    noun = arguments.chunks[index - 1].noun
    pointing = noun is not None and noun.kind == "bare" and noun.count is not None and noun.anaphor
    return pointing and index - 1 not in arguments.bound and _tells(arguments, index, _INJURIES)


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
    if "grave" in behind and "condition" not in behind:
        # "in a shallow grave"
        return False
    return not (_HOSPITALS | _GRAVE).isdisjoint(behind[1:4])


def _first_person(arguments: Arguments, start: int) -> Iterator[int]:
    for found in arguments.list_right(start):
        if _is_person(arguments, found):
            yield found


def _unknown(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return noun is not None and noun.kind in {"unknown", "modifier"}


def _is_person(arguments: Arguments, index: int) -> bool:
    noun = arguments.chunks[index].noun
    return (
        noun is not None
        and index not in arguments.bound
        and arguments.counts(index)
        and noun.kind in {"strong", "weak", "bare", "unknown", "modifier"}
    )
