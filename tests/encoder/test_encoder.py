"""The encoder reads sentences of any length, always to the same answer."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_encoder import WIDTH, arrays

from pipeline.encoder import load_encoder
from pipeline.encoder.encoder import MOST_PIECES, laid_out
from pipeline.encoder.storage import save_encoder
from pipeline.extract.reference import load_reference


def test_an_encoder_is_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "encoder.npz"
    save_encoder(arrays(), path)
    read = load_encoder(path).read([], ["six", "guards", "died"])
    told = read.probabilities("claim_type", 0, 2)
    assert told is not None
    assert set(told) == {"killed", "none"}
    assert sum(told.values()) == pytest.approx(1)
    assert told != read.probabilities("claim_type", 2, 3), "each phrase is asked for itself"
    assert [one.name for one in tmp_path.iterdir()] == ["encoder.npz"]


@pytest.mark.parametrize("others", [{"places": np.ones((4, WIDTH))}, {"pieces": np.array(["six"])}])
def test_what_is_no_encoder_is_told_of(tmp_path: Path, others: dict[str, Any]) -> None:
    path = tmp_path / "encoder.npz"
    save_encoder(arrays(**others), path)
    with pytest.raises(ValueError, match=r"are needed|lack"):
        load_encoder(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"feature,none\n"])
def test_a_broken_file_is_told_of(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "encoder.npz"
    path.write_bytes(content)
    with pytest.raises(ValueError):
        load_encoder(path)


def test_a_part_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "encoder.npz"
    save_encoder({name: one for name, one in arrays().items() if name != "layer 0 joined"}, path)
    with pytest.raises(ValueError, match="layer 0 joined"):
        load_encoder(path)


@given(st.lists(st.text(max_size=9), max_size=300), st.lists(st.text(max_size=9), max_size=300))
@settings(max_examples=50, deadline=None)
def test_every_word_has_its_place(before: list[str], words: list[str]) -> None:
    encoder = load_reference().encoder
    assert encoder is not None
    numbers, places = laid_out(encoder.pieces, before, words)
    assert len(numbers) <= MOST_PIECES
    assert len(places) == len(words) + 1
    assert all(first < second for first, second in pairwise(places))


def test_what_stands_too_far_behind_is_not_answered() -> None:
    encoder = load_reference().encoder
    assert encoder is not None
    words = ["guards"] * 400
    read = encoder.read(words, words)
    assert read.probabilities("subject", 10, 12) is not None
    assert read.probabilities("subject", 398, 400) is None
