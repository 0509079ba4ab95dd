"""How many "we" or "the women" were, told behind: "they took the women, twelve of us"."""

from collections.abc import Iterator

from pipeline.language.rightward import Arguments

_OF_GROUP = frozenset({"us", "them"})
_SUBJECTS = frozenset({"we", "they"})
_REACH = 12


def read_of_us(arguments: Arguments) -> Iterator[tuple[int, int]]:
    """Yield the figures told behind a group, each with the verb that tells of the group."""
    for index in range(2, len(arguments.chunks)):
        noun = arguments.chunks[index].noun
        if noun is None or noun.kind != "bare" or noun.count is None or not noun.anaphor:
            continue
        if arguments.chunks[index - 1].kind != "comma" or index in arguments.bound:
            continue
        if arguments.last_word(index) not in _OF_GROUP or index in arguments.included:
            continue
        group = arguments.chunks[index - 2].noun
        if group is not None and group.plural and not arguments.counts(index - 2):
            verb = arguments.chunks[index - 3].verb if index > 2 else None
            if verb is not None and group.kind in {"strong", "weak"}:
                noun.kind, noun.subject = group.kind, noun.subject or group.subject
                yield index, index - 3
                continue
        verb_at = _verb_of_us(arguments, index)
        if verb_at is not None:
            yield index, verb_at


def _verb_of_us(arguments: Arguments, index: int) -> int | None:
    """Return the verb of "we surrendered at the mill, all 31 of us", or None."""
    for earlier in range(index - 2, max(0, index - _REACH), -1):
        chunk = arguments.chunks[earlier]
        if chunk.kind in {"stop", "colon"}:
            return None
        if chunk.verb is not None:
            told = chunk.verb.voice == "passive" or not chunk.verb.verb.transitive
            return earlier if told and arguments.word(earlier - 1) in _SUBJECTS else None
    return None
