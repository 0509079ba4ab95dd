"""Which side, by a name that no list has, lost those counted: "the ZRA lost two men"."""

from pipeline.extract.reading import Reading

_LOSSES = frozenset("losses loss casualties".split())
_OWNED = frozenset({"its", "their", "own"})
# Whose losses are those of soldiers.
_BODIES_OF_AN_ARMY = frozenset(
    "company's battalion's regiment's brigade's division's squadron's garrison's army's "
    "corps's corps' division’s battalion’s regiment’s brigade’s garrison’s company’s army’s".split()
)


def loses_soldiers(reading: Reading, index: int) -> bool:
    """Tell whether "the regiment's losses came to 19" tells of a figure at a chunk index."""
    losses = _losses_before(reading, index)
    if losses is None:
        return False
    chunk = reading.chunks[losses]
    return not _BODIES_OF_AN_ARMY.isdisjoint(reading.lower[chunk.first : chunk.last])


def named_loser(reading: Reading, index: int) -> str:
    """Return the name of the side that lost those at a chunk index, "" where none is told."""
    losses = _losses_before(reading, index)
    if losses is None:
        verb = _verb_of_losing(reading, index)
        return _name(reading, _subject_of(reading, verb)) if verb is not None else ""
    chunk = reading.chunks[losses]
    if not _OWNED.isdisjoint(reading.lower[chunk.first : chunk.last]):
        return _name(reading, _subject_of(reading, losses))
    beside = losses - 1
    if beside >= 0 and reading.chunks[beside].last == chunk.first:
        return _name(reading, beside)
    return ""


def loser_before(reading: Reading, index: int) -> int | None:
    """Return the chunk of the group that "lost a major", None where the words tell no loss."""
    verb = _verb_of_losing(reading, index)
    return _subject_of(reading, verb) if verb is not None and verb == index - 1 else None


def _losses_before(reading: Reading, index: int) -> int | None:
    """Return the chunk of the losses of which a figure is told: "losses came to 12 dead"."""
    for position in range(index - 1, -1, -1):
        chunk = reading.chunks[position]
        if chunk.kind in {"stop", "relative"}:
            return None
        if reading.lower[chunk.last - 1] in _LOSSES:
            return position
    return None


def _verb_of_losing(reading: Reading, index: int) -> int | None:
    """Return the verb in "lost two men", "losing nine killed and four wounded"."""
    for position in range(index - 1, -1, -1):
        chunk = reading.chunks[position]
        if chunk.verb is not None and chunk.verb.verb.lemma == "lose":
            return position
        counted = chunk.noun is not None and chunk.noun.count is not None
        if not counted and chunk.kind not in {"state", "and", "comma", "verb"}:
            return None
    return None


def _subject_of(reading: Reading, index: int) -> int | None:
    """Return the nearest group before a chunk that could be what its words are of."""
    for position in range(index - 1, -1, -1):
        chunk = reading.chunks[position]
        if chunk.kind == "stop":
            return None
        if chunk.noun is not None and chunk.noun.kind not in {"measure", "pronoun"}:
            return position
    return None


def _name(reading: Reading, index: int | None) -> str:
    """Return the capitalised word that names a group without a figure, or ""."""
    if index is None:
        return ""
    chunk = reading.chunks[index]
    noun = chunk.noun
    if noun is None or noun.count is not None or noun.kind not in {"name", "unknown"}:
        return ""
    word = reading.tokens[chunk.last - 1].text
    return word if word[0].isupper() else ""
