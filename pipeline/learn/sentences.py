"""What the encoder is taught from: sentences, the words before them and their countable phrases."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.extract.reading import Reading
from pipeline.extract.weighing import may_count
from pipeline.language.weights import NO_WEIGHTS
from pipeline.learn.examples import Labelled, read_labelled

# What names nobody and nothing.
_NOT_NAMED = frozenset({"measure", "pronoun"})


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its phrases.

    Attributes:
        source_id: the text in which it stands.
        before: the words of the sentence before, in lower case.
        words: its own.
        phrases: of each its first word, the one after its last, and the answers: question → value.
    """

    source_id: str
    before: Sequence[str]
    words: Sequence[str]
    phrases: Sequence[tuple[int, int, Mapping[str, str]]]


def labelled_sentences(texts: Iterable[Mapping[str, Any]]) -> Iterator[LabelledSentence]:
    """Yield the sentences of texts that hold a countable phrase, as the grammar reads them.

    All that such a sentence names is told of, so that what is counted is told from what is not.
    """
    for labelled in read_labelled(texts, NO_WEIGHTS):
        before: Sequence[str] = ()
        for reading, _ in labelled.readings():
            nouns = [chunk.noun for chunk in reading.chunks if chunk.noun is not None]
            if any(may_count(noun) for noun in nouns):
                phrases = list(_phrases(labelled, reading))
                yield LabelledSentence(labelled.source_id, before, reading.lower, phrases)
            before = reading.lower


def _phrases(labelled: Labelled, reading: Reading) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    for index, chunk in enumerate(reading.chunks):
        if chunk.noun is None or chunk.noun.kind in _NOT_NAMED:
            continue
        answer = labelled.answer(chunk.noun, reading.span(index))
        if answer is not None:
            asked = {"claim_type": answer["claim_type"], "subject": answer.get("subject")}
            yield chunk.first, chunk.last, {name: value for name, value in asked.items() if value}
