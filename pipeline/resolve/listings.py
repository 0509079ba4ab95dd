"""The rows of the tables of claimants and places: those in use, and the larger ones around them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pipeline.extract.claim import Claim
from pipeline.reference.claimants import Claimants
from pipeline.reference.gazetteer import Gazetteer

Row = Mapping[str, str | int | float | None]

_NUMBERS: Mapping[str, type[int] | type[float]] = {
    "latitude": float,
    "longitude": float,
    "geonames_id": int,
}


def spoken_names(claims: Iterable[Claim]) -> dict[str, str]:
    """Map each claimant id to the name that the texts use most, the first by letter on a tie."""
    counted: dict[str, Counter[str]] = {}
    for claim in claims:
        speakers = ((claim.claimant, claim.claimant_name), (claim.via, claim.via_name))
        for claimant_id, name in speakers:
            if claimant_id and name:
                counted.setdefault(claimant_id, Counter())[name] += 1
    return {
        claimant_id: min(names, key=lambda name: (-names[name], name))
        for claimant_id, names in counted.items()
    }


def claimant_rows(used: Iterable[str], spoken: Mapping[str, str], known: Claimants) -> list[Row]:
    """Return a row for each claimant in use and each one above it.

    A claimant that reference/ does not know gets the name that the text uses, and waits for review.
    """
    rows: dict[str, Row] = {}
    waiting = sorted(set(used))
    while waiting:
        claimant_id = waiting.pop()
        if not claimant_id or claimant_id in rows:
            continue
        rows[claimant_id] = _claimant(claimant_id, spoken, known)
        waiting.append(str(rows[claimant_id]["parent_claimant_id"]))
    return list(rows.values())


def place_rows(used: Iterable[str], gazetteer: Gazetteer, columns: Iterable[str]) -> list[Row]:
    """Return a row for each place in use and each one around it, with the table's columns."""
    wanted: set[str] = set()
    for place_id in used:
        if place_id in gazetteer:
            wanted.update((place_id, *gazetteer.within(place_id)))
    names = tuple(columns)
    return [
        {name: _number(name, gazetteer[place_id].row[name]) for name in names}
        for place_id in sorted(wanted)
    ]


def _claimant(claimant_id: str, spoken: Mapping[str, str], known: Claimants) -> Row:
    claimant = known.by_id.get(claimant_id)
    if claimant is None:
        name = spoken.get(claimant_id) or claimant_id.replace("_", " ")
        return {
            "claimant_id": claimant_id,
            "name": name,
            "aliases": "",
            "kind": _kind(name, known),
            "alignment": "",
            "parent_claimant_id": "",
            "country": "",
            "review_status": "extracted",
        }
    return {
        "claimant_id": claimant_id,
        "name": claimant.name,
        "aliases": "|".join(dict.fromkeys((*claimant.aliases, *claimant.local_aliases))),
        "kind": claimant.kind,
        "alignment": claimant.alignment,
        "parent_claimant_id": claimant.parent_claimant_id,
        "country": claimant.country,
        "review_status": "reviewed",
    }


def _kind(name: str, known: Claimants) -> str:
    """Return what a speaker that nobody has reviewed seems to be from the name alone."""
    bodies = {word.casefold() for word in known.words.get("organisation_noun", {})}
    words = name.split()
    if any(word.casefold().strip(",.'’") in bodies for word in words) or name.isupper():
        return "organisation"
    if any(word[:1].isupper() for word in words):
        return "person"
    return "unnamed_group"


def _number(column: str, cell: str) -> str | int | float | None:
    return _NUMBERS[column](cell) if cell and column in _NUMBERS else cell or None
