"""Lists of those told by name: "The dead were Ana Ruiz and Leo Sand", "The martyrs are: ..."."""

from collections.abc import Iterator

from pipeline.language import function_words as words
from pipeline.language.rightward import Arguments

# Nouns for those to whom it happened, beside "the dead" and "those killed".
_STRICKEN = frozenset("martyrs victims fatalities".split())
_NAMING = frozenset("identified named".split())


def read_rolls(arguments: Arguments) -> Iterator[tuple[int, int, str]]:
    """Yield the phrase, the heading and the claim type of each person on a list."""
    for index, chunk in enumerate(arguments.chunks):
        told = chunk.types or (chunk.noun is not None and chunk.noun.types)
        claim_type = _heading(arguments, index) if told else ""
        if claim_type:
            for item in _items(arguments, _list_begins(arguments, index)):
                yield item, index, claim_type


def _heading(arguments: Arguments, index: int) -> str:
    """Return the type of "the victims", "the dead", "those killed" at `index`, or ""."""
    chunk = arguments.chunks[index]
    before = arguments.word(index - 1)
    if chunk.kind == "state" and chunk.last == chunk.first + 1:
        return chunk.types[0] if before in {"the", "those"} else ""
    if chunk.kind == "verb" and chunk.verb is not None and chunk.verb.voice == "bare":
        return chunk.types[0] if before == "those" else ""
    noun = chunk.noun
    if noun is None or noun.kind != "action" or noun.count is not None:
        return ""
    stricken = arguments.last_word(index) in _STRICKEN and arguments.word(index) == "the"
    return noun.types[0] if stricken else ""


def _list_begins(arguments: Arguments, index: int) -> int:
    """Return where the list opens behind its heading; 0 where none does."""
    position = index + 1
    named = arguments.word(index - 2) in _NAMING or arguments.word(index - 1) in _NAMING
    is_said = arguments.word(position) in words.BE
    position += is_said
    if arguments.word(position) in _NAMING:
        named, position = True, position + 1
    if named:
        return position + 1 if arguments.word(position) == "as" else 0
    if position < len(arguments.chunks) and arguments.chunks[position].kind == "colon":
        return position + 1
    return position if is_said else 0


def _items(arguments: Arguments, begins: int) -> Iterator[int]:
    """Yield the persons of a list whose items commas or semicolons part."""
    while begins:
        for item in arguments.list_right(begins):
            if arguments.counts(item) or _names_someone(arguments, item):
                yield item
        begins = _behind_semicolon(arguments, begins)


def _names_someone(arguments: Arguments, index: int) -> bool:
    chunk = arguments.chunks[index]
    named = chunk.noun is not None and chunk.noun.kind == "name"
    return named and (chunk.last - chunk.first > 1 or arguments.is_person(index))


def _behind_semicolon(arguments: Arguments, position: int) -> int:
    """Return where the next item stands behind a semicolon; 0 where none does."""
    for index in range(position, len(arguments.chunks) - 1):
        if arguments.chunks[index].kind == "stop":
            follows = index + 1 + (arguments.word(index + 1) == "and")
            return follows if arguments.word(index) == ";" else 0
    return 0
