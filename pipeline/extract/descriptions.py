"""Who those counted are by what is said of them: "Karim Sabbagh, an army deserter".

Each function returns a subject of the codebook for those at a chunk index, "" where nothing tells.
"""

from pipeline.extract.reading import Reading
from pipeline.language.figures import below_hundred
from pipeline.language.findings import FORCES
from pipeline.language.function_words import POSSESSIVES

_LINKS = frozenset("were are was all being mostly both".split())
# How many words behind a figure an age may stand, and that of grown-ups.
_AGE_WITHIN = 6
_GROWN_UP = 18
_BEHIND_AN_AGE = frozenset({".", ",", ";", ")", "years", "and", "were"})


def subject_by_apposition(reading: Reading, index: int) -> str:
    """Read "Karim Sabbagh, an army deserter" and "the commander, Karim Sabbagh"."""
    for comma, other in ((index + 1, index + 2), (index - 1, index - 2)):
        if not 0 <= other < len(reading.chunks) or reading.chunks[comma].kind != "comma":
            continue
        noun = reading.chunks[other].noun
        if noun is None or noun.kind not in {"strong", "weak"}:
            continue
        if reading.lower[reading.chunks[other].first] in POSSESSIVES:
            # "Karim Sabbagh, his son and a guard" may be three.
            continue
        role = other > index and not noun.plural and noun.count is None
        if (noun.one or role) and noun.subject != "people":
            return noun.subject
    return ""


def subject_by_title(reading: Reading, index: int) -> str:
    """Read "detectives Omar Dib and Leo Sand": the noun that names all of a list."""
    first = index
    while first > 1 and reading.chunks[first - 1].kind in {"and", "comma"}:
        before = reading.chunks[first - 2].noun
        if before is None or before.kind != "name":
            break
        first -= 2
    title = reading.chunks[first - 1].noun if first else None
    if title is None or title.count is not None or not title.plural:
        return ""
    return title.subject if title.kind in {"strong", "weak"} else ""


def subject_of_their_men(reading: Reading, index: int) -> str:
    """Read "80 soldiers with their major": one of those whose commander it is."""
    if reading.lower[reading.chunks[index].first] != "their" or index < 2:
        return ""
    group = reading.chunks[index - 2].noun
    of_force = group is not None and group.count is not None and group.subject in FORCES
    return group.subject if of_force and group is not None else ""


def subject_of_all(reading: Reading, index: int) -> str:
    """Read "two of her nieces, minors," and "four people, all women,": who they all are."""
    count = reading.noun(index).count
    if count is None or (count.low or 0) < 2 or index + 2 >= len(reading.chunks):
        return ""
    if reading.chunks[index + 1].kind != "comma":
        return ""
    at = index + 2 + (reading.lower[reading.chunks[index + 2].first] in {"all", "both"})
    said = reading.chunks[at].noun if at < len(reading.chunks) else None
    ends = at + 1 >= len(reading.chunks) or reading.chunks[at + 1].kind in {"comma", "stop"}
    plain = said is not None and said.plural and said.count is None and said.kind == "strong"
    tells = said is not None and said.subject in {"children", "women"}
    return said.subject if ends and plain and tells and said is not None else ""


def subject_by_age(reading: Reading, index: int) -> str:
    """Read "eleven of them under age", "six not yet ten years old": children."""
    behind = reading.lower[reading.chunks[index].last :][:_AGE_WITHIN]
    while behind and behind[0] in _LINKS:
        behind = behind[1:]
    if behind[:1] in (["under"], ["below"]):
        limit = behind[1:2]
    elif behind[:2] == ["not", "yet"] and "old" in behind[3:5]:
        limit = behind[2:3]
    else:
        return ""
    if limit in (["age"], ["the"]):
        return "children" if limit == ["age"] or behind[2:3] == ["age"] else ""
    said = limit[0] if limit else ""
    years = int(said) if said.isdecimal() else below_hundred(said)
    closes = behind[:1] == ["not"] or _BEHIND_AN_AGE.issuperset(behind[2:3])
    return "children" if years is not None and years <= _GROWN_UP and closes else ""


def subject_by_predicate(reading: Reading, index: int) -> str:
    """Read "of whom eight were children", "two of them women", "three, all children"."""
    noun = reading.noun(index)
    if noun.kind != "bare":
        return ""
    linked = noun.anaphor
    for other in range(index + 1, min(index + 4, len(reading.chunks))):
        said = reading.chunks[other].noun
        if said is None:
            word = reading.lower[reading.chunks[other].first]
            linked = (linked and word != ",") or word in _LINKS
            if word in _LINKS or word == ",":
                continue
            return ""
        if not linked:
            return ""
        single = noun.count is not None and noun.count.low == noun.count.high == 1
        number = said.one == single and said.plural != single
        plain = said.count is None and number and said.kind in {"strong", "weak"}
        return said.subject if plain and said.subject != "people" else ""
    return ""
