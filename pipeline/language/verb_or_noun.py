"""Tells verbs from nouns and adjectives of the same spelling: "raids", "the wounded"."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.counts import parse_count
from pipeline.language.phrases import Chunk
from pipeline.language.tokens import Token
from pipeline.language.verb_index import Verb
from pipeline.language.vocabulary import Vocabulary

_ARTICLES = words.DETERMINERS | words.POSSESSIVES


class VerbOrNoun:
    """Judges a word without auxiliaries by what stands before and behind it.

    Args:
        vocabulary: the word lists.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def is_verb(
        self,
        verb: Verb,
        voice: str,
        tokens: Sequence[Token],
        span: tuple[int, int],
        before: list[Chunk],
    ) -> bool:
        """Tell a verb from the noun or adjective of the same spelling.

        Args:
            verb: the verb that it would be.
            voice: that of the form: bare, gerund, or active for a form of the present.
            tokens: the sentence.
            span: the first token of the word and the one behind the last.
            before: the chunks before the word.
        """
        if voice == "gerund":
            return self._is_gerund(tokens, span[0])
        if voice == "bare":
            word = tokens[span[0] - 1].lower if span[0] else ""
            return word not in _ARTICLES or word == "that"
        return self._is_present(verb, tokens, span, before)

    def _is_gerund(self, tokens: Sequence[Token], position: int) -> bool:
        word = tokens[position - 1].lower if position else ""
        if word and (word in "'’" or word.endswith("'s")):
            # "the six nuns' killing"
            return False
        if word in {"of", "in"}:
            return self._object_follows(tokens, position + 1)
        return word not in words.DETERMINERS

    def _is_present(
        self, verb: Verb, tokens: Sequence[Token], span: tuple[int, int], before: list[Chunk]
    ) -> bool:
        """Tell whether "kills", "dies" is said of a noun phrase before it."""
        position, end = span
        before = _without_adverb(tokens, before)
        previous = before[-1] if before else None
        if previous is None or position == 0:
            return False
        if previous.kind == "relative":
            return True
        if previous.kind in {"comma", "and"}:
            if not verb.transitive and "present" in verb.parts:
                # "Miner, burned on Friday, dies"
                kinds = [chunk.kind for chunk in before]
                subject = kinds[: kinds.index(previous.kind)]
                return "verb" not in subject and "other_verb" not in subject
            # "kills two rebels, destroys a tank", "kill a clerk, wound his wife"
            goes_on = "present" in verb.parts or any(map(_is_bare_present, before))
            return goes_on and self._object_follows(tokens, end)
        if previous.kind == "word" and len(before) > 1 and before[-2].kind == "preposition":
            # "a burst of fire kills two boys"
            return "present" in verb.parts and self._object_follows(tokens, position + 1)
        if previous.kind != "noun" or previous.noun is None:
            return False
        return self._object_follows(tokens, position + 1) or not verb.transitive

    def _object_follows(self, tokens: Sequence[Token], position: int) -> bool:
        if position >= len(tokens):
            return False
        word = tokens[position].lower
        return (
            parse_count(tokens, position) is not None
            or word in _ARTICLES
            or self._vocabulary.heads.at(tokens, position) is not None
            or self._vocabulary.modifiers.at(tokens, position) is not None
            or (tokens[position].text[0].isupper() and not tokens[position].text.isupper())
        )


def _without_adverb(tokens: Sequence[Token], before: list[Chunk]) -> list[Chunk]:
    """Leave out the adverb between a noun and its verb: "The report also lists nine attacks"."""
    if len(before) < 2 or before[-1].kind != "word" or before[-2].kind != "noun":
        return before
    adverb = tokens[before[-1].first].lower
    return before[:-1] if adverb in words.ADVERBS or adverb.endswith("ly") else before


def _is_bare_present(chunk: Chunk) -> bool:
    """Tell whether "kill", "wound" tells what several do."""
    group = chunk.verb
    return group is not None and group.voice == "active" and "base" in group.verb.parts
