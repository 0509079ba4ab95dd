"""A document cut into the sentences that may hold claims."""

from dataclasses import dataclass
from functools import cached_property

from pipeline.language.loss_lists import loss_lines
from pipeline.language.sentences import split_sentences
from pipeline.language.tokens import Token, tokenize
from pipeline.language.word_patterns import lowered
from pipeline.sources.document import Document, Segment


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence; offsets are into `Document.text`. Not frozen, which would be slow to build.

    Attributes:
        index: position among the sentences of the document, furniture left out.
        start, end: half-open span.
        segment: position of its block in `Document.segments`.
    """

    index: int
    start: int
    end: int
    segment: int


class Passage:
    """A document and its sentences in reading order; headings are sentences of their own."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        sentences: list[Sentence] = []
        for position, segment in enumerate(document.segments):
            if segment.kind == "furniture":
                continue
            for start, end in split_sentences(document.text, segment.start, segment.end):
                sentences.append(Sentence(len(sentences), start, end, position))
        self.sentences: tuple[Sentence, ...] = tuple(sentences)
        self._tokens: dict[int, list[Token]] = {}

    @cached_property
    def lower(self) -> str:
        """The text in lower case, every offset unchanged."""
        return lowered(self.text)

    def tokens(self, sentence: Sentence) -> list[Token]:
        """Return the words and marks of a sentence, which all rules share; not to be changed."""
        known = self._tokens.get(sentence.index)
        if known is None:
            known = tokenize(self.text, sentence.start, sentence.end)
            self._tokens[sentence.index] = known
        return known

    def is_tokenized(self, sentence: Sentence) -> bool:
        """Tell whether somebody has asked for the tokens of a sentence."""
        return sentence.index in self._tokens

    def sentences_of(self, segment: int) -> tuple[Sentence, ...]:
        """Return the sentences of the block at a position among the document's blocks."""
        first = self.first_of_segment.get(segment)
        if first is None:
            return ()
        last = first
        while last < len(self.sentences) and self.sentences[last].segment == segment:
            last += 1
        return self.sentences[first:last]

    def segment_of(self, sentence: Sentence) -> Segment:
        """Return the block in which `sentence` stands."""
        return self.document.segments[sentence.segment]

    def words(self, sentence: Sentence) -> str:
        """Return the sentence as it stands in the text."""
        return self.text[sentence.start : sentence.end]

    @cached_property
    def loss_lines(self) -> frozenset[int]:
        """The indices of the sentences that are lines of a list of losses."""
        return loss_lines([self.words(sentence) for sentence in self.sentences])

    @cached_property
    def first_of_segment(self) -> dict[int, int]:
        """Map each block's position to the index of its first sentence."""
        first: dict[int, int] = {}
        for sentence in self.sentences:
            first.setdefault(sentence.segment, sentence.index)
        return first
