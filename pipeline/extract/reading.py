"""One sentence read by the grammar, with what later steps ask of it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.passage import Passage, Sentence
from pipeline.language.ages import stands_as_age
from pipeline.language.chunks import Chunker
from pipeline.language.clauses import Clauses
from pipeline.language.counts import parse_count
from pipeline.language.findings import Finding
from pipeline.language.infobox import read_infobox
from pipeline.language.loss_lists import read_losses
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.surroundings import Wording, stems_of
from pipeline.language.tokens import Token
from pipeline.language.word_families import families_of

_UNITS = frozenset(
    "mm millimeter millimetre cm caliber calibre kg kilo kilogram lb pound ton".split()
)


def _first(chunk: Chunk) -> int:
    return chunk.first


@dataclass
class Reading:
    """The tokens, chunks and findings of a sentence.

    Attributes:
        word_families: word → the family of words that are used alike.
    """

    sentence: Sentence
    tokens: list[Token]
    chunks: list[Chunk]
    findings: list[Finding]
    word_families: Mapping[str, str]

    @classmethod
    def of(cls, passage: Passage, sentence: Sentence, chunker: Chunker, label: str) -> "Reading":
        """Read a sentence of `passage`; `label` is the key of an infobox line, else ""."""
        tokens = passage.tokens(sentence)
        chunks = chunker.chunk(tokens)
        findings = Clauses(tokens, chunks).read()
        if label:
            findings = read_infobox(label, tokens, chunks, findings)
        elif sentence.index in passage.loss_lines:
            findings = read_losses(tokens, chunks)
        return cls(sentence, tokens, chunks, findings, chunker.families)

    def noun(self, index: int) -> NounPhrase:
        """Return the noun phrase at a chunk index."""
        noun = self.chunks[index].noun
        assert noun is not None
        return noun

    def span(self, index: int) -> tuple[int, int]:
        """Return the half-open span in the text of a chunk."""
        chunk = self.chunks[index]
        return self.tokens[chunk.first].start, self.tokens[chunk.last - 1].end

    def span_of_person(self, index: int) -> tuple[int, int]:
        """Return the span of a chunk, with the name behind it: "A commander, Abu Zaid"."""
        start, end = self.span(index)
        noun = self.noun(index)
        name = self.chunks[index + 2].noun if index + 2 < len(self.chunks) else None
        person = noun.one and noun.kind in {"strong", "weak"} and not noun.named
        if person and name is not None and name.kind == "name":
            if self.chunks[index + 1].kind == "comma":
                end = self.span(index + 2)[1]
        return start, end

    def ends_in_them(self, index: int) -> bool:
        """Tell whether "seventeen of them" stands at a chunk index."""
        chunk = self.chunks[index]
        return self.noun(index).kind == "bare" and self.tokens[chunk.last - 1].lower == "them"

    def chunk_at(self, position: int) -> Chunk:
        """Return the chunk that holds a token; the chunks cover all tokens."""
        return self.chunks[bisect_right(self.chunks, position, key=_first) - 1]

    @cached_property
    def leaves_open(self) -> bool:
        """Whether some figures tell what is found out from the claims before them only."""
        return any(not finding.claim_type for finding in self.findings)

    def holds_another_figure(self, index: int) -> bool:
        """Tell whether a phrase taken for one person spells a figure: its count is not certain."""
        if self.noun(index).count is not None:
            return False
        chunk = self.chunks[index]
        places = (at for at in range(chunk.first, chunk.last) if not self._is_age(at))
        counts = (parse_count(self.tokens, at) for at in places)
        return any(
            count is not None
            and count.qualifier != "vague"
            and count.low != 1
            and not self._measures(count.last)
            for count in counts
        )

    def _is_age(self, position: int) -> bool:
        return stands_as_age(self.tokens, position)

    def _measures(self, position: int) -> bool:
        """Tell whether a unit stands behind a figure: "a 60 mm mortar"."""
        return position < len(self.tokens) and self.tokens[position].lower in _UNITS

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return [token.lower for token in self.tokens]

    @cached_property
    def wording(self) -> Wording:
        """The stems and families of the tokens."""
        return Wording(stems_of(self.tokens), families_of(self.lower, self.word_families))
