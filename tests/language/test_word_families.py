"""Families of words: the table, and what a word says through its kin."""

from pathlib import Path

import pytest

from pipeline.language.surroundings import Wording
from pipeline.language.word_families import families_of, load_word_families, write_word_families


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    families = {"waylaid": "ambushed", "lorry": "truck"}
    write_word_families(families, tmp_path / "families.csv")
    assert load_word_families(tmp_path / "families.csv") == families


@pytest.mark.parametrize("text", ["", "word\nlorry\n", "word,family\nlorry\n", "a,b\nc,d\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "families.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="two columns"):
        load_word_families(path)


def test_a_word_without_kin_has_no_family() -> None:
    assert families_of(["the", "lorry"], {"lorry": "truck"}) == ["", "truck"]


def test_features_point_to_the_words_of_which_they_tell() -> None:
    wording = Wording(["the", "lorri", "was", "#"], ["", "truck", "", ""])
    assert wording.places("left1~truck") == [1]
    assert wording.places("word:lorri") == [1]
    assert wording.places("head:#") == []
    assert wording.places("kind:weak") == []
