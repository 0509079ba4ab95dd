"""Chunks of a single mark or function word, and of the few set pairs of them ("as well as")."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.names import TITLES
from pipeline.language.phrases import Chunk, ChunkKind
from pipeline.language.tokens import Token

_MARKS: dict[str, ChunkKind] = {
    ",": "comma", "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon",
    ";": "stop", ".": "stop", "?": "stop", "!": "stop", "—": "comma", "–": "comma",
    "-": "comma", "&": "and", "*": "comma", "•": "stop", "/": "and",
}  # fmt: skip
_QUOTES = frozenset("\"“”'‘’«»`")
# Words that a full stop shortens without ending the sentence.
_SHORTENED = TITLES | {"incl"}
# What a word of a closed class is to the clause; the last class that has it decides.
_CLASSES: tuple[tuple[ChunkKind, frozenset[str]], ...] = (
    ("other_verb", words.AUXILIARIES | words.SPEECH),
    ("subordinate", words.SUBORDINATORS | {"but", "then"}),
    ("preposition", words.PREPOSITIONS),
    ("relative", words.RELATIVES),
    ("and", words.SEPARATORS),
    ("include", words.INCLUSIONS),
)
_KIND_OF_WORD: dict[str, ChunkKind] = {word: kind for kind, listed in _CLASSES for word in listed}
# Words that are something else together with the one behind them: "as well", "among them".
_WITH_NEXT = frozenset("as along together among amongst".split())


def read_mark(tokens: Sequence[Token], position: int) -> Chunk | None:
    """Return the chunk of a punctuation mark, or None where a word or a figure stands."""
    text = tokens[position].text
    if text[0].isalnum() or (text[0] == "." and len(text) > 1):
        return None
    kind = _MARKS.get(text, "quote" if text in _QUOTES else "word")
    if text == "." and position and tokens[position - 1].lower in _SHORTENED:
        kind = "word"
    return Chunk(kind, position, position + 1)


def read_word(tokens: Sequence[Token], position: int) -> Chunk:
    """Name the part that a function word plays."""
    word = tokens[position].lower
    end = position + 1
    kind = _KIND_OF_WORD.get(word)
    if word in _WITH_NEXT and end < len(tokens):
        following = tokens[end].lower
        if word == "as" and following == "well":
            kind, end = "and", min(len(tokens), position + 3)
        elif word in {"along", "together"} and following == "with":
            kind, end = "and", position + 2
        elif word in {"among", "amongst"} and following in {"them", "the", "those", "these"}:
            kind, end = "include", end + (following == "them")
    if kind is None:
        kind = "other_verb" if word.endswith("ed") and len(word) > 4 else "word"
    return Chunk(kind, position, end)
