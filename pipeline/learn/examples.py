"""What is learnt from: every countable phrase of texts with hand-coded answers."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.extract import extract_document, load_reference
from pipeline.extract.claim import Claim
from pipeline.extract.outlook import Outlook
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.extract.weighing import may_count, told_before, weighed
from pipeline.language.capitals import is_shouting
from pipeline.language.chunks import Chunker
from pipeline.language.findings import MATERIEL_TYPES
from pipeline.language.phrases import NounPhrase
from pipeline.language.relevance import CONFLICT, text_features
from pipeline.language.surroundings import company, surroundings
from pipeline.language.weights import ALWAYS, NO_WEIGHTS, NOTHING, Weights
from pipeline.sources.reader import document_from_text

ANYBODY = Weights(("people",), {ALWAYS: (0.0,)})
# Who counts nobody in particular, as far as rules tell.
_NOBODY_CERTAIN = "people"


@dataclass(frozen=True, slots=True)
class Example:
    """One countable phrase.

    Attributes:
        source_id: the text in which it stands.
        features: those of its surroundings.
        value: that of the answer; `none` for the claim type of what counts nothing done.
    """

    source_id: str
    features: tuple[str, ...]
    value: str


def read_texts(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the texts of files of JSON lines: source_id, text, claims.

    Raises:
        InputError: a file cannot be read or a line is no such text.
    """
    texts = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise InputError(str(path), f"It cannot be read: {error}.", "Name a file.") from error
        for number, line in enumerate(lines, start=1):
            try:
                text = json.loads(line)
                texts.append({name: text[name] for name in ("source_id", "text", "claims")} | text)
            except (ValueError, KeyError, TypeError) as error:
                place = f"{path}:{number}"
                raise InputError(place, f"No labelled text: {error}.", "See line 1.") from error
    return texts


def relevance_examples(texts: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    """Yield every text, as one about conflict or as one about other things.

    Those that hold claims are about conflict, and those without that say so (`about_conflict`):
    a trial, an exercise, talks.
    """
    for text in texts:
        value = CONFLICT if text["claims"] or text.get("about_conflict") else NOTHING
        yield Example(text["source_id"], tuple(text_features(text["text"])), value)


def claim_type_examples(texts: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    """Yield every countable phrase of texts, as the grammar alone reads it."""
    for labelled in read_labelled(texts, NO_WEIGHTS):
        for reading, told in labelled.readings():
            for index, chunk in enumerate(reading.chunks):
                if chunk.noun is None or not may_count(chunk.noun):
                    continue
                answer = labelled.answer(chunk.noun, reading.span(index))
                if answer is not None:
                    found = surroundings(
                        reading.wording, reading.chunks, index, reading.findings, told
                    )
                    yield Example(labelled.source_id, tuple(found), answer["claim_type"])


def subject_examples(
    texts: Iterable[Mapping[str, Any]], claim_type_weights: Weights
) -> Iterator[Example]:
    """Yield the claims of texts of which rules do not tell who is counted.

    Those of which rules do tell are left out: their own words would be learnt, which no phrase has
    that is weighed.

    Args:
        texts: as for `claim_type_examples`.
        claim_type_weights: with which the claims are found.
    """
    for labelled in read_labelled(texts, claim_type_weights):
        uncertain = {
            (claim.start, claim.end)
            for claim in labelled.claims
            if claim.subject == _NOBODY_CERTAIN and claim.claim_type not in MATERIEL_TYPES
        }
        for reading, told in labelled.readings():
            reading.findings += weighed(
                reading, reading.findings, told, claim_type_weights, labelled.outlook
            )
            for index, chunk in enumerate(reading.chunks):
                if chunk.noun is None or reading.span(index) not in uncertain:
                    continue
                answer = labelled.answer(chunk.noun, reading.span(index))
                subject = answer.get("subject") if answer is not None else ""
                if subject:
                    found = company(reading.wording, reading.chunks, index, reading.findings, told)
                    yield Example(labelled.source_id, tuple(found), subject)


@dataclass(frozen=True)
class Labelled:
    """A text with its answers, and what is found in it.

    Attributes:
        source_id: that of the text.
        answers: its figures, coded by hand.
        passage: the text.
        chunker: parts its sentences.
        outlook: nothing is asked there but the weights.
        claims: figures found.
    """

    source_id: str
    answers: list[Mapping[str, Any]]
    passage: Passage
    chunker: Chunker
    outlook: Outlook
    claims: list[Claim]

    def readings(self) -> Iterator[tuple[Reading, list[str]]]:
        """Yield each sentence, with what was told before it."""
        for sentence in self.passage.sentences:
            segment = self.passage.segment_of(sentence)
            if segment.kind == "heading":
                continue
            label = segment.label if segment.kind == "infobox" else ""
            before = [claim for claim in self.claims if claim.sentence_start < sentence.start]
            yield Reading.of(self.passage, sentence, self.chunker, label), told_before(before)

    def answer(self, noun: NounPhrase, span: tuple[int, int]) -> Mapping[str, Any] | None:
        """Return the answer that a phrase is; None where the coding counts something else."""
        over = [
            answer
            for answer in self.answers
            if answer["char_start"] < span[1] and span[0] < answer["char_end"]
        ]
        if not over:
            return {"claim_type": NOTHING}
        count = (noun.count.low, noun.count.high) if noun.count is not None else (1, 1)
        same = (answer for answer in over if (answer["count_low"], answer["count_high"]) == count)
        return next(same, None)


def read_labelled(
    texts: Iterable[Mapping[str, Any]], claim_type_weights: Weights
) -> Iterator[Labelled]:
    """Yield texts as read with these weights of claim types, and no others."""
    reference = replace(
        load_reference(),
        claim_type_weights=claim_type_weights,
        subject_weights=ANYBODY,
        encoder=None,
    )
    for text in texts:
        document = document_from_text(
            text["source_id"], text["text"], text.get("published_on", ""), text.get("title", "")
        )
        claims = extract_document(document, reference).claims
        passage = Passage(document)
        yield Labelled(
            text["source_id"],
            [answer for answer in text["claims"] if answer["claim_type"] != "occurred"],
            passage,
            Chunker(reference.vocabulary, is_shouting(passage.text)),
            Outlook(passage, None),
            [claim for claim in claims if claim.claim_type != "occurred"],
        )
