"""What is learnt from: every countable phrase of texts with hand-coded answers."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.extract import extract_document, load_reference
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.extract.weighing import may_count, told_before
from pipeline.language.capitals import is_shouting
from pipeline.language.chunks import Chunker
from pipeline.language.phrases import NounPhrase
from pipeline.language.surroundings import surroundings
from pipeline.language.weights import ALWAYS, NO_WEIGHTS, NOTHING, Weights
from pipeline.sources.reader import document_from_text

ANYBODY = Weights(("people",), {ALWAYS: (0.0,)})
# Subjects that are no people.
_THINGS = frozenset({"vehicles", "tanks", "aircraft", "weapons", "posts", "massacres", "attacks"})


@dataclass(frozen=True, slots=True)
class Example:
    """One countable phrase.

    Attributes:
        source_id: the text in which it stands.
        features: those of its surroundings.
        claim_type: that of the answer, `none` where it counts nothing done.
        subject: that of the answer where people are counted, else "".
    """

    source_id: str
    features: tuple[str, ...]
    claim_type: str
    subject: str


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


def examples(texts: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    """Yield the examples of texts, as the grammar alone reads them."""
    reference = replace(load_reference(), claim_type_weights=NO_WEIGHTS, subject_weights=ANYBODY)
    for text in texts:
        document = document_from_text(
            text["source_id"], text["text"], text.get("published_on", ""), text.get("title", "")
        )
        claims = extract_document(document, reference).claims
        counted = [claim for claim in claims if claim.claim_type != "occurred"]
        passage = Passage(document)
        chunker = Chunker(reference.vocabulary, is_shouting(passage.text))
        answers = [answer for answer in text["claims"] if answer["claim_type"] != "occurred"]
        for sentence in passage.sentences:
            segment = passage.segment_of(sentence)
            if segment.kind == "heading":
                continue
            label = segment.label if segment.kind == "infobox" else ""
            reading = Reading.of(passage, sentence, chunker, label)
            told = told_before(
                [claim for claim in counted if claim.sentence_start < sentence.start]
            )
            for index, chunk in enumerate(reading.chunks):
                if chunk.noun is None or not may_count(chunk.noun):
                    continue
                answer = _answer(answers, chunk.noun, reading.span(index))
                if answer is not None:
                    found = surroundings(
                        reading.stems, reading.chunks, index, reading.findings, told
                    )
                    subject = answer.get("subject") or ""
                    yield Example(
                        text["source_id"],
                        tuple(found),
                        answer["claim_type"],
                        "" if subject in _THINGS else subject,
                    )


def _answer(
    answers: Iterable[Mapping[str, Any]], noun: NounPhrase, span: tuple[int, int]
) -> Mapping[str, Any] | None:
    """Return the answer that a phrase is; None where the coding counts something else in it."""
    over = [
        answer
        for answer in answers
        if answer["char_start"] < span[1] and span[0] < answer["char_end"]
    ]
    if not over:
        return {"claim_type": NOTHING}
    count = (noun.count.low, noun.count.high) if noun.count is not None else (1, 1)
    same = (answer for answer in over if (answer["count_low"], answer["count_high"]) == count)
    return next(same, None)
