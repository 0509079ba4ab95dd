"""While a document is read nothing is collected; before and after it is as the caller had it."""

import gc

import pytest

from pipeline.extract import extract_document, load_reference
from pipeline.extract.reading import Reading
from pipeline.sources.reader import document_from_text

REFERENCE = load_reference()
DOCUMENT = document_from_text("x", "Shelling killed four people in Ariha.", "2012-05-02")


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_is_left_as_it_was(collecting: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    within = []
    read = Reading.of
    monkeypatch.setattr(Reading, "of", lambda *given: within.append(gc.isenabled()) or read(*given))
    if not collecting:
        gc.disable()
    try:
        assert len(extract_document(DOCUMENT, REFERENCE).claims) == 1
        assert gc.isenabled() == collecting
    finally:
        gc.enable()
    assert within == [False]


def test_the_collector_works_again_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object) -> Reading:
        raise RuntimeError

    monkeypatch.setattr(Reading, "of", fail)
    with pytest.raises(RuntimeError):
        extract_document(DOCUMENT, REFERENCE)
    assert gc.isenabled()
