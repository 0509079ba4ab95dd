"""Wrongly decoded characters are repaired, and every character finds its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources.document import Document
from pipeline.sources.reader import document_from_text
from pipeline.sources.repair import repair

MARKS = "–—’‘“”…é·ñüá£"
CLEAN = st.text(alphabet="abcdefgh XYZ.,19\n", max_size=30)


def spoil(text: str, encoding: str = "sloppy-windows-1252", times: int = 1) -> str:
    """Return `text` as it looks when its UTF-8 bytes are read as another character set."""
    for _ in range(times):
        text = text.encode("utf-8").decode(encoding)
    return text


def whole(raw: str) -> Document:
    text, anchors = repair(raw)
    return Document("x", raw, text, (), anchors=anchors)


@pytest.mark.parametrize("encoding", ["sloppy-windows-1252", "latin-1"])
@pytest.mark.parametrize(
    "right", ["19–20 May", "the town’s well", "she said “run” twice", "Café Nuñez", "wait… 5 £"]
)
def test_each_way_of_misreading_is_repaired(right: str, encoding: str) -> None:
    text, _ = repair(spoil(right, encoding))
    assert text == right


def test_what_was_misread_twice_is_repaired() -> None:
    document = whole("On " + spoil("19–20", times=2) + " May")
    assert document.text == "On 19–20 May"
    assert document.raw[slice(*document.raw_span(6, 8))] == "20"


def test_right_and_wrong_marks_side_by_side() -> None:
    document = whole("“" + spoil("’tis") + "” they said")
    assert document.text == "“’tis” they said"
    assert document.raw[slice(*document.raw_span(2, 6))] == "tis”"


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "the town’s “well” – café",
        "قتل في المدينة",
        "Ærø, Łódź, İzmir",
        "日本の村",
        "",
        "É",
    ],
)
def test_a_right_text_stays_as_it_is(text: str) -> None:
    assert repair(text) == (text, ())


@given(st.lists(st.tuples(CLEAN, st.sampled_from(MARKS), st.booleans()), max_size=8), CLEAN)
def test_every_span_cuts_the_raw_characters_that_decode_to_it(
    parts: list[tuple[str, str, bool]], rest: str
) -> None:
    raw = "".join(clean + (spoil(mark) if bad else mark) for clean, mark, bad in parts) + rest
    document = whole(raw)
    for start in range(len(document.text)):
        for end in range(start + 1, min(start + 9, len(document.text)) + 1):
            meant = document.text[start:end]
            cut = raw[slice(*document.raw_span(start, end))]
            assert meant in (cut, _decoded(cut))
    spans = [document.raw_span(start, start + 1) for start in range(len(document.text))]
    assert "".join(raw[start:end] for start, end in spans) == raw


def _decoded(cut: str) -> str:
    """Undo the misreading run by run, as a reader with a table of characters would."""
    for mark in MARKS:
        cut = cut.replace(spoil(mark), mark)
    return cut


@given(st.text(max_size=60))
def test_any_text_is_read_without_losing_a_character(raw: str) -> None:
    document = whole(raw)
    spans = [document.raw_span(start, start + 1) for start in range(len(document.text))]
    assert "".join(raw[start:end] for start, end in spans) == raw


def test_offsets_of_a_document_refer_to_the_text_as_given() -> None:
    given_text = "\ufeff\r\n  The mayor" + spoil("’") + "s guard shot 3 thieves.\r\n"
    document = document_from_text("x", given_text)
    assert document.raw == given_text
    start = document.text.index("3 thieves")
    assert given_text[slice(*document.raw_span(start, start + 9))] == "3 thieves"
