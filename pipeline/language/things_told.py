"""Bare figures that count things told before: "two trucks were burned and a third was taken"."""

from pipeline.language.rightward import Arguments

_POINTING = frozenset({"which", "them", "these", "those"})


def thing_before(arguments: Arguments, index: int) -> int | None:
    """Return the things that a bare figure goes back to, None where people stand nearer."""
    for earlier in range(index - 1, -1, -1):
        noun = arguments.chunks[earlier].noun
        if noun is None or not arguments.counts(earlier) or noun.kind == "measure":
            continue
        if noun.kind == "materiel" and noun.one:
            # "the convoy of six trucks hit a mine, destroying two of them"
            continue
        return earlier if noun.kind == "materiel" else None
    return None


def counts_things(arguments: Arguments, index: int) -> int | None:
    """Give a bare figure the kind and subject of the things before it; return where they stand."""
    noun = arguments.chunks[index].noun
    if noun is None or (noun.kind != "bare" and not says_which(arguments, index)):
        return None
    if noun.count is not None and noun.count.high == 0:
        return None
    told = thing_before(arguments, index)
    things = arguments.chunks[told].noun if told is not None else None
    if things is None:
        return None
    noun.kind, noun.subject = things.kind, things.subject
    return told


def says_which(arguments: Arguments, index: int) -> bool:
    """Tell whether "one of which", or "one of which exploded", stands here."""
    chunk = arguments.chunks[index]
    return any(token.lower == "which" for token in arguments.tokens[chunk.first : chunk.last])


def is_part(arguments: Arguments, index: int) -> bool:
    """Tell whether "one of which", "twelve of them" stands here."""
    return arguments.last_word(index) in _POINTING
