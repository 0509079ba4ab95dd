"""Short cuts of the readers: what is skipped at a glance would have been read as nothing."""

import json
from pathlib import Path

import pytest

from pipeline.extract import load_reference
from pipeline.extract.glance import Glance
from pipeline.extract.passage import Passage
from pipeline.extract.reading import Reading
from pipeline.language.capitals import is_shouting
from pipeline.language.chunks import Chunker
from pipeline.language.count_words import COUNTERS, QUALIFIERS, VAGUE_BY_FIRST, VAGUE_WORDS
from pipeline.language.counts import parse_count
from pipeline.language.sentences import split_sentences
from pipeline.language.strengths import may_put_force
from pipeline.language.tokens import tokenize
from pipeline.paths import ROOT
from pipeline.sources.reader import document_from_text


def _texts():
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "raw" / "texts").glob("*.txt")]
    for path in (Path(__file__).parents[1] / "unseen").glob("*.jsonl"):
        texts += [json.loads(row)["text"] for row in path.read_text("utf-8").splitlines()]
    return texts


TEXTS = _texts()


def _chunks(text):
    chunker = Chunker(load_reference().vocabulary, is_shouting(text))
    return [chunker.chunk(tokenize(text, *span)) for span in split_sentences(text)]


@pytest.mark.parametrize("change", [str, str.lower, str.upper, str.title])
def test_a_word_that_stands_alone_opens_no_chunk_of_several(monkeypatch, change):
    texts = [change(text) for text in TEXTS]
    quickly = [_chunks(text) for text in texts]
    monkeypatch.setattr(Chunker, "_stands_alone", lambda self, token: False)
    assert quickly == [_chunks(text) for text in texts]


def test_what_a_glance_at_a_sentence_denies_would_have_been_read_as_nothing():
    vocabulary, denied = load_reference().vocabulary, 0
    for text in TEXTS:
        passage = Passage(document_from_text("text", text))
        glance = Glance(passage.lower, vocabulary)
        chunker = Chunker(vocabulary, is_shouting(text))
        for sentence in passage.sentences:
            start, end = sentence.start, sentence.end
            near = vocabulary.counting_verbs.pattern.search(passage.lower, start, end)
            near = near or may_put_force(passage.lower, start, end)
            if near and not glance.may_hold_claim(start, end):
                denied += 1
                assert not Reading.of(passage, sentence, chunker, "").findings
    assert denied > 20


VAGUE = [" ".join(phrase) for phrases in VAGUE_BY_FIRST.values() for phrase in phrases]


@pytest.mark.parametrize("phrase", sorted({*VAGUE_WORDS, *map(" ".join, QUALIFIERS), *VAGUE}))
def test_a_count_without_a_figure_holds_a_word_that_counts(phrase):
    counted = parse_count(tokenize(f"{phrase} men"), 0)
    assert counted is None or not COUNTERS.isdisjoint(phrase.split())
