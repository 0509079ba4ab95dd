"""The weights in reference/weights/ are what is learnt from the texts in reference/training/."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.extract.reference import WEIGHTS
from pipeline.language.weights import load_weights
from pipeline.learn.examples import Example, examples, read_texts
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
    found = {one.claim_type: one.subject for one in examples([LINE])}
    assert found == {"killed": "civilians", "none": ""}


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
    found = list(examples(read_texts(TRAINING)))
    people = [one for one in found if one.subject]
    assert alike("claim_type", found) > 0.97
    assert alike("subject", people) > 0.97


def alike(field: str, found: Sequence[Example]) -> float:
    """Return in what share of examples the weights at hand and those learnt anew agree."""
    kept = load_weights(WEIGHTS / f"{field}.csv")
    learnt = fit([one.features for one in found], [getattr(one, field) for one in found])
    same = [kept.weigh(one.features).value == learnt.weigh(one.features).value for one in found]
    return sum(same) / len(same)
