"""Words are parted into the longest pieces known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.encoder.word_pieces import WordPieces

PIECES = WordPieces(["[UNK]", "[CLS]", "[SEP]", "rebel", "reb", "##led", "##el", "-", "4", "##4"])


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("rebel", [3]),
        ("rebelled", [3, 5]),
        ("rebelx", [0]),
        ("rebled", [4, 5]),
        ("rébel", [3]),
        ("rebel-rebel", [3, 7, 3]),
        ("44", [8, 9]),
        ("", [0]),
        ("зима", [0]),
    ],
)
def test_the_longest_piece_comes_first(word: str, pieces: list[int]) -> None:
    assert list(PIECES.numbers(word)) == pieces


@given(st.text(max_size=40))
def test_every_word_has_pieces(word: str) -> None:
    assert PIECES.numbers(word)
    assert set(PIECES.numbers(word)) <= set(PIECES.known.values())


def test_an_encoder_needs_marks_for_beginning_and_end() -> None:
    with pytest.raises(ValueError, match=r"\[CLS\], \[SEP\]"):
        WordPieces(["[UNK]", "rebel"])


def test_a_word_may_be_as_long_as_a_text() -> None:
    # without a bound to the pieces that are tried, this takes hours
    assert len(PIECES.numbers("4" * 20_000)) == 20_000
