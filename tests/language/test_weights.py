"""Weights of features: what they speak for together, and tables that are none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.weights import ALWAYS, Weights, load_weights

TABLE = Weights(
    ("none", "killed", "seized"),
    {
        ALWAYS: (1.0, 0.0, 0.0),
        "word:morgu": (0.0, 2.0, -1.0),
        "word:cach": (0.0, -1.0, 3.0),
        "left1:the": (0.1, 0.2, 0.0),
    },
)


def test_without_a_word_nothing_is_likeliest() -> None:
    verdict = TABLE.weigh([])
    assert verdict.value == "none"
    assert verdict.probability == pytest.approx(0.576, abs=0.001)


def test_the_weightiest_word_is_named_first() -> None:
    verdict = TABLE.weigh(["left1:the", "word:morgu", "word:unheard"])
    assert verdict.value == "killed"
    assert verdict.features == ("word:morgu", "left1:the")


@given(st.lists(st.one_of(st.sampled_from(list(TABLE.rows)), st.text())))
def test_any_features_give_a_probability(features: list[str]) -> None:
    verdict = TABLE.weigh(features)
    assert 1 / 3 <= verdict.probability <= 1
    assert set(verdict.features) <= set(features)


def test_a_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.csv"
    path.write_text("feature,none,killed\nalways,1,\nword:morgu,,0.25\n", encoding="utf-8")
    assert load_weights(path) == Weights(
        ("none", "killed"), {"always": (1.0, 0.0), "word:morgu": (0.0, 0.25)}
    )


@pytest.mark.parametrize(
    "text", ["", "feature\nalways\n", "feature,none\n", "word,none\nalways,1\n",
             "feature,none\nalways,1,2\n", "feature,none\nalways,much\n"],
)  # fmt: skip
def test_what_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "weights.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"feature|cells|float"):
        load_weights(path)
