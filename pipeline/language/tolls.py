"""Tolls: "the death toll rose from 37 to 111", "the number of civilians killed stands at 40"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.language.findings import FORCES, HELD_TYPES, HUMAN_TYPES
from pipeline.language.given_figures import OTHERWISE
from pipeline.language.rightward import Arguments

_TOLL_TYPES = {"injury": "wounded", "wounded": "wounded", "casualty": "killed_or_wounded"}
_TOLLS = frozenset({"toll", "tally", "losses"})
_FIGURES = frozenset({"figure", "total", "count", "number"})
_WORDS = _TOLLS | _FIGURES
# Words between a toll and its figure.
_LEADS = frozenset(
    "at to from as of by now with reached was is stands stood hit passed exceeded exceeds exceed "
    "surpassed surpasses topped reaching rose climbed : increased includes number numbers numbered "
    "total totals totalled totaled reach".split()
)
# "The body count".
_COUNTED = frozenset({"body", "death", "casualty"})
# "The casualty figure".
_FIGURES_OF = {"casualty": "killed_or_wounded", "death": "killed", "fatality": "killed"}
# How many are told by "deaths rose to", "the dead number".
_HELPING = frozenset("have has had been now since already are were is was".split())
_SUMMED = frozenset(
    "number numbers numbered total totals totalled totaled rose risen rise climbed grew grown "
    "stand stands stood reached reach hit passed topped exceeded exceed put reckoned estimated "
    "placed set given fell fallen dropped doubled came come amounted amount counted increased "
    "jumped".split()
)
# Those that lead to anything; a figure behind them stands close to its toll, in words.
_LOOSE = frozenset("with by as of from".split())
_FAR = 8
_EXCEEDED = frozenset("exceeded exceeds exceed topped topping surpassed surpasses".split())
_CHANGED = frozenset(
    "revised raised lowered cut increased updated corrected reduced "
    "upped amended downgraded".split()
)
_CHANGING = {
    "revising": "revised",
    "raising": "raised",
    "lowering": "lowered",
    "cutting": "cut",
    "increasing": "increased",
    "updating": "updated",
    "correcting": "corrected",
    "reducing": "reduced",
}
_PUT = frozenset(
    "put puts putting estimated estimates estimate set sets gave gives give placed places "
    "reckoned reckons".split()
)
# What it tells that those of a name are so many.
_HELD = {
    "detainees": "arrested",
    "prisoners": "arrested",
    "arrestees": "arrested",
    "captives": "captured",
    "hostages": "abducted",
    "abductees": "abducted",
    "defectors": "defected",
    "deserters": "defected",
    "protesters": "protested",
    "demonstrators": "protested",
    "attackers": "strength",
    "assailants": "strength",
    "fighters": "strength",
    "casualties": "killed_or_wounded",
    "fatalities": "killed",
}
# How many chunks may stand between what is put at a figure and its verb, or "at".
_NEAR = 5
_BRINGS = frozenset("bringing brings bring brought taking takes raising raises".split())
_FIGURE_KINDS = frozenset({"bare", "strong", "weak", "action", "unknown", "materiel"})


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure of a toll; `noun` and `replaces` are chunk indices."""

    noun: int
    claim_type: str
    replaces: int | None


def read_tolls(arguments: Arguments) -> Iterator[Toll]:
    """Yield the figures of the sentence's toll, and give bare figures the group they count."""
    word = (
        _toll_word(arguments)
        or _put_at(arguments)
        or _deed_word(arguments)
        or _changed_later(arguments)
    )
    if word is None:
        return
    token, claim_type, group = word
    previous: int | None = None
    for index, chunk in enumerate(arguments.chunks):
        noun = chunk.noun
        if noun is None or chunk.first <= token or noun.count is None:
            continue
        if (
            index in arguments.bound
            or index in arguments.included
            or noun.kind not in _FIGURE_KINDS
        ):
            continue
        listed = previous is not None and arguments.chunks[index - 1].kind in {"and", "comma"}
        lead = arguments.word(index - 1)
        if (lead not in _LEADS and not listed) or _hangs_far(arguments, token, index):
            continue
        noun.anaphor = noun.anaphor or not claim_type
        if noun.kind == "bare" and group is not None:
            counted = arguments.chunks[group].noun
            noun.subject = counted.subject if counted is not None else ""
        if arguments.word(index - 1) in _EXCEEDED and noun.count.qualifier == "exact":
            noun.count = replace(noun.count, high=None, qualifier="at_least")
        replaces = (
            previous if previous is not None and arguments.word(previous - 1) == "from" else None
        )
        told = _fate_at(arguments, index) or claim_type
        told = "destroyed" if noun.kind == "materiel" else told
        yield Toll(index, told, replaces)
        previous = index


def _fate_at(arguments: Arguments, index: int) -> str:
    """Return the type of a second fate: "put the number of dead at 43 and the injured at 70"."""
    if arguments.word(index - 1) not in {"at", "as", "to"}:
        return ""
    chunk = arguments.chunks[index - 2]
    types = chunk.noun.types if chunk.noun is not None else chunk.types
    if chunk.kind in {"state", "verb"} or (chunk.noun is not None and chunk.noun.kind == "action"):
        return types[0] if types[0] in HUMAN_TYPES else ""
    return ""


def _deed_word(arguments: Arguments) -> tuple[int, str, int | None] | None:
    """Read "the dead number 31", "civilian deaths have risen to 31", "casualties totalled 31"."""
    for index, chunk in enumerate(arguments.chunks):
        claim_type, noun = _fate(arguments, index), chunk.noun
        if not claim_type:
            continue
        verb = index + 1
        while verb < len(arguments.chunks) and arguments.word(verb) in _HELPING:
            verb += 1
        said = arguments.last_word(verb) if verb < len(arguments.chunks) else ""
        if said in _SUMMED and _figure_at(arguments, verb + 1):
            group = index if noun is not None else _owner_before(arguments, index)
            return arguments.chunks[verb].first, claim_type, group
    return None


def _changed_later(arguments: Arguments) -> tuple[int, str, int | None] | None:
    """Read "revising this on 4 July to 96": of what, the claims told before say."""
    for index in range(len(arguments.chunks) - 1):
        changes = _CHANGING.get(arguments.last_word(index), arguments.last_word(index)) in _CHANGED
        if not changes or arguments.word(index + 1) not in {"this", "it", "that"}:
            continue
        for to in range(index + 2, min(index + 2 + _NEAR, len(arguments.chunks) - 1)):
            if arguments.word(to) == "to" and _figure_at(arguments, to + 1):
                return arguments.chunks[to].first, "", None
    return None


def _figure_at(arguments: Arguments, index: int) -> bool:
    """Tell whether "at 31", "31", but not "31 per cent", stands at a chunk."""
    index += arguments.word(index) in {"at", "to", "from", "as"}
    noun = arguments.chunks[index].noun if index < len(arguments.chunks) else None
    bare = noun is not None and noun.kind == "bare" and noun.count is not None
    return bare and arguments.word(index + 1) != "per"


def _fate(arguments: Arguments, index: int) -> str:
    """Return the type of "civilian deaths", "the dead", "those killed" at a chunk, or ""."""
    chunk = arguments.chunks[index]
    if chunk.noun is not None:
        deeds = chunk.noun.kind == "action" and chunk.noun.count is None
        deeds = deeds and arguments.last_word(index).endswith("s")
        return chunk.noun.types[0] if deeds and chunk.noun.types[0] in HUMAN_TYPES else ""
    if chunk.kind not in {"state", "verb"} or chunk.last > chunk.first + 1 or not index:
        return ""
    those = arguments.last_word(index - 1) in {"the", "those", "confirmed"}
    owned = arguments.chunks[index - 1].noun is not None and chunk.kind == "state"
    counted = owned and arguments.counts(index - 1)
    return chunk.types[0] if (those or owned) and not counted else ""


def _hangs_far(arguments: Arguments, token: int, index: int) -> bool:
    """Tell whether "with 11 officers" hangs on something else than the toll."""
    lead = arguments.word(index - 1)
    if lead == "from" and arguments.word(index + 1) == "to":
        return False  # "updated its number of civilians killed in the province from 37 to 111"
    return lead in _LOOSE and arguments.chunks[index].first - token > _FAR


def _put_at(arguments: Arguments) -> tuple[int, str, int | None] | None:
    """Read "puts the rebels' dead at 300", "put army casualties since May at 90"."""
    if _PUT.isdisjoint(arguments.lower):
        return None
    for index, chunk in enumerate(arguments.chunks):
        lost = chunk.noun is not None and chunk.noun.kind == "action" and chunk.noun.count is None
        if not lost and (chunk.kind != "state" or chunk.last > chunk.first + 1):
            continue
        types = chunk.noun.types if chunk.noun is not None else chunk.types
        since = arguments.chunks[max(0, index - _NEAR)].first
        if _PUT.isdisjoint(arguments.lower[since : chunk.first]):
            continue
        for at in range(index + 1, min(index + 2 * _NEAR, len(arguments.chunks))):
            if arguments.chunks[at].kind in {"stop", "verb", "other_verb"}:
                break
            if arguments.word(at) in {"at", "as"}:
                named = chunk.noun is not None and chunk.noun.subject != ""
                group = index if named else _owner_before(arguments, index)
                return arguments.chunks[at].first, types[0], group
    return None


def _owner_before(arguments: Arguments, index: int) -> int | None:
    """Return the group of "the rebels' dead"."""
    owner = index - 1
    while owner >= 0 and arguments.chunks[owner].kind == "quote":
        owner -= 1
    return owner if owner >= 0 and arguments.chunks[owner].noun is not None else None


def _toll_word(arguments: Arguments) -> tuple[int, str, int | None] | None:
    """Return the token of a word for a toll, its type and the group that it counts."""
    if _WORDS.isdisjoint(arguments.lower):
        return None
    for index, chunk in enumerate(arguments.chunks):
        for position in range(chunk.first, chunk.last):
            word = arguments.lower[position]
            if word not in _WORDS:
                continue
            before = arguments.lower[position - 1] if position else ""
            if word in _TOLLS or (word in {"count", "counts"} and before in _COUNTED):
                return position, _TOLL_TYPES.get(before, "killed"), None
            if word == "figure" and before in _FIGURES_OF and arguments.word(index + 1) == "at":
                return position, _FIGURES_OF[before], None
            if word in {"number", "numbers"} and before == "whose":
                force = _force_numbered(arguments, index)
                return (position, "strength", force) if force is not None else None
            told = arguments.word(index + 1) == "at" or (
                arguments.word(index + 1) == "to" and arguments.word(index - 1) in _CHANGED
            )
            if word in _FIGURES and told and before not in OTHERWISE:
                # "put the figure at 43": of what, the claims told before say.
                return position, "", None
            if word in {"number", "figure"}:
                found = _number_of(arguments, index, _brought(arguments, index))
                if found is not None:
                    return found
    return None


def _force_numbered(arguments: Arguments, index: int) -> int | None:
    """Return the force of "the assailants, whose number is put at 40"; None for no force."""
    for earlier in range(index - 1, max(-1, index - 4), -1):
        noun = arguments.chunks[earlier].noun
        if noun is not None:
            return earlier if noun.subject in FORCES and noun.count is None else None
    return None


def _given(arguments: Arguments, index: int) -> bool:
    """Tell whether "gave the number of detainees as" stands at a chunk."""
    verb = arguments.lower[arguments.chunks[index - 1].last - 1] if index else ""
    return verb in _PUT


def _sums(arguments: Arguments, index: int) -> bool:
    """Tell whether "(the number of detainees) has reached" stands behind a noun."""
    verb = index + 1
    while arguments.word(verb) in _HELPING:
        verb += 1
    return verb < len(arguments.chunks) and arguments.last_word(verb) in _SUMMED


def _brought(arguments: Arguments, index: int) -> int | None:
    """Return the token before the figure of "bringing to nine the number of", or None."""
    for earlier in range(index - 1, max(-1, index - 4), -1):
        noun = arguments.chunks[earlier].noun
        if noun is not None and noun.count is not None and arguments.word(earlier - 1) == "to":
            brought = arguments.word(earlier - 2)
            return arguments.chunks[earlier].first - 1 if brought in _BRINGS else None
    return None


def _number_of(
    arguments: Arguments, index: int, brought: int | None
) -> tuple[int, str, int | None] | None:
    """Read "number of civilians killed", "number of dead", "number of deaths".

    `brought`: the token before a figure that stands in front, "bringing to nine the number of".
    """
    if arguments.word(index + 1) != "of":
        return None
    group: int | None = None
    for following in range(index + 2, min(len(arguments.chunks), index + 6)):
        chunk = arguments.chunks[following]
        last = chunk.last if brought is None else brought
        if chunk.noun is not None and chunk.noun.kind == "action":
            return last, chunk.noun.types[0], group
        told = _HELD.get(arguments.last_word(following)) if chunk.noun is not None else None
        if told is not None and (_sums(arguments, following) or _given(arguments, index)):
            return last, told, None if told in HELD_TYPES else following
        if chunk.noun is not None and group is None:
            group = following
        elif chunk.kind in {"verb", "state"} and chunk.types[0] in HUMAN_TYPES:
            return last, chunk.types[0], group
    return None
