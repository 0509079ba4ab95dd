"""The weights in reference/weights/ are what is learnt from the texts in reference/training/."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from string import ascii_lowercase

import pytest

from pipeline.errors import InputError
from pipeline.extract.reference import WEIGHTS, load_reference
from pipeline.language.weights import Weights, load_weights
from pipeline.learn.examples import (
    Example,
    claim_type_examples,
    read_texts,
    relevance_examples,
    subject_examples,
)
from pipeline.learn.families import word_families
from pipeline.learn.fit import fit, write_weights
from pipeline.paths import REFERENCE

TRAINING = sorted((REFERENCE / "training").glob("*.jsonl"))
# A line of a text as the files of labelled texts have it.
LINE = {
    "source_id": "own",
    "text": "Six bakers were killed in Port Tahl. The market has 40 stalls.",
    "claims": [
        {"char_start": 0, "char_end": 10, "claim_type": "killed", "count_low": 6, "count_high": 6,
         "subject": "civilians"}
    ],
}  # fmt: skip


def test_every_countable_phrase_is_an_example() -> None:
    found = [one.value for one in claim_type_examples([LINE])]
    assert found == ["killed", "none"]


def test_a_text_may_be_about_conflict_without_a_claim() -> None:
    silent = {**LINE, "claims": []}
    texts = [LINE, silent, {**silent, "about_conflict": True}]
    found = [one.value for one in relevance_examples(texts)]
    assert found == ["conflict", "none", "conflict"]


def test_who_is_counted_is_learnt_where_no_rule_tells() -> None:
    reference = load_reference()
    assert not list(subject_examples([LINE], reference.claim_type_weights))
    unsure = "Troops and rebels fought in Port Tahl. Six were killed."
    claim = {**LINE["claims"][0], "char_start": 39, "char_end": 42, "subject": "soldiers"}
    line = {"source_id": "own", "text": unsure, "claims": [claim]}
    (example,) = subject_examples([line], reference.claim_type_weights)
    assert example.value == "soldiers"
    assert "found:killed" in example.features


def test_answers_lie_where_their_words_stand() -> None:
    for text in read_texts(TRAINING):
        for answer in text["claims"]:
            assert text["text"][answer["char_start"] : answer["char_end"]] == answer["quote"]


def test_no_text_is_learnt_from_twice_and_none_that_measures() -> None:
    unseen = sorted((Path(__file__).parents[1] / "unseen").glob("*.jsonl"))
    texts = [
        json.loads(line)["text"]
        for path in [*TRAINING, *unseen]
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "Six"}'])
def test_a_line_that_is_no_text_is_told_of(tmp_path: Path, line: str) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(f"{json.dumps(LINE)}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"texts\.jsonl:2"):
        read_texts([path])


@pytest.mark.needs("sklearn")
def test_what_is_learnt_tells_what_it_was_taught(tmp_path: Path) -> None:
    features = [["word:morgu"], ["word:cach"], ["word:pric"]] * 9
    weights = fit(features, ["killed", "seized", "none"] * 9)
    assert weights.values == ("none", "killed", "seized")
    assert [weights.weigh(one).value for one in features[:3]] == ["killed", "seized", "none"]
    write_weights(weights, tmp_path / "weights.csv")
    assert load_weights(tmp_path / "weights.csv") == weights


@pytest.mark.needs("sklearn")
def test_the_weights_are_those_of_the_texts() -> None:
    texts = read_texts(TRAINING)
    types = load_weights(WEIGHTS / "claim_type.csv")
    assert alike(types, list(claim_type_examples(texts))) > 0.97
    subjects = load_weights(WEIGHTS / "subject.csv")
    assert alike(subjects, list(subject_examples(texts, types))) > 0.97


def alike(kept: Weights, found: Sequence[Example]) -> float:
    """Return in what share of examples the weights at hand and those learnt anew agree."""
    learnt = fit([one.features for one in found], [one.value for one in found])
    same = [kept.weigh(one.features).value == learnt.weigh(one.features).value for one in found]
    return sum(same) / len(same)


@pytest.mark.needs("sklearn")
def test_words_of_like_vectors_are_one_family(tmp_path: Path) -> None:
    names = [f"{first}{second}" for first in ascii_lowercase for second in ascii_lowercase]
    draw = Random(1)
    lines = [f"{name} {draw.uniform(-9, 9)} {draw.uniform(-9, 9)}" for name in names]
    path = tmp_path / "vectors.txt"
    path.write_text("\n".join([*lines, ", 1 2", "lorry 60 1", "truck 61 1"]), encoding="utf-8")
    families = word_families(path)
    assert families["lorry"] == families["truck"]
    assert "aa" not in families, "the most frequent words have none"
    assert "," not in families


@pytest.mark.needs("sklearn")
@pytest.mark.parametrize("text", ["a 1 2\nb 1\n", "a one\n", "a 1 2\n"])
def test_what_are_no_vectors_is_told_of(tmp_path: Path, text: str) -> None:
    path = tmp_path / "vectors.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"vectors\.txt"):
        word_families(path)
