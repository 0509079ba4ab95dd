"""Short cuts of the readers: what is skipped at a glance would have been read as nothing."""

import json
from pathlib import Path

import pytest

from pipeline.extract import load_reference
from pipeline.language.capitals import is_shouting
from pipeline.language.chunks import Chunker
from pipeline.language.sentences import split_sentences
from pipeline.language.tokens import tokenize
from pipeline.paths import ROOT


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
