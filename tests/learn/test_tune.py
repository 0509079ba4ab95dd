"""An encoder learns what sentences tell; needs the extra `tuning`, which CI has not (several GB)."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from small_encoder import arrays

from pipeline.encoder import load_encoder
from pipeline.encoder.storage import save_encoder
from pipeline.errors import InputError
from pipeline.learn.base_model import base_model
from pipeline.learn.sentences import LabelledSentence, labelled_sentences
from pipeline.learn.tune import Tuner

LINE = {
    "source_id": "own",
    "text": "It rained. Six bakers were killed in Port Tahl. The market is open.",
    "claims": [
        {"char_start": 11, "char_end": 21, "claim_type": "killed", "count_low": 6, "count_high": 6,
         "subject": "civilians"}
    ],
}  # fmt: skip


def test_what_a_sentence_names_is_told_with_the_sentence_before() -> None:
    (sentence,) = labelled_sentences([LINE])
    assert list(sentence.before) == ["it", "rained", "."]
    bakers, town = sentence.phrases
    assert sentence.words[bakers[0] : bakers[1]] == ["six", "bakers"]
    assert bakers[2] == {"claim_type": "killed", "subject": "civilians"}
    assert town[2] == {"claim_type": "none"}


def sentences() -> list[LabelledSentence]:
    died = {"claim_type": "killed", "subject": "police"}
    told = {"died": died, "sang": {"claim_type": "none"}}
    return [
        LabelledSentence("own", [], ["six", "guards", verb], [(0, 2, answer)])
        for verb, answer in told.items()
    ] * 2_000


@pytest.fixture(scope="module")
def small() -> dict[str, Any]:
    return {name: one for name, one in arrays().items() if not name.startswith(("claim", "sub"))}


def test_an_encoder_learns_and_is_read_as_it_was_taught(
    tmp_path: Path, small: dict[str, Any]
) -> None:
    pytest.importorskip("torch")
    tuner = Tuner(small, sentences())
    assert len(list(tuner.steps())) == tuner.total
    save_encoder(tuner.arrays(), tmp_path / "encoder.npz")
    encoder = load_encoder(tmp_path / "encoder.npz")
    for verb, value in (("died", "killed"), ("sang", "none")):
        told = encoder.read([], ["six", "guards", verb]).probabilities("claim_type", 0, 2)
        assert told is not None
        assert max(told, key=lambda one: told[one]) == value
    asked = encoder.questions["subject"]
    assert asked.values == ("police",)


def test_without_a_phrase_there_is_nothing_to_learn(small: dict[str, Any]) -> None:
    pytest.importorskip("torch")
    with pytest.raises(ValueError, match="nothing to learn"):
        Tuner(small, [LabelledSentence("own", [], ["six"], [])])


def test_a_published_encoder_is_taken_with_pieces_of_our_script(tmp_path: Path) -> None:
    numpy = pytest.importorskip("safetensors.numpy")
    width, pieces = 4, {"[UNK]": 0, "[unused1]": 1, "[CLS]": 2, "[SEP]": 3, "ж": 4, "six": 5}
    tensors: dict[str, Any] = {
        "embeddings.word_embeddings.weight": np.arange(6 * width).reshape(6, width),
        "embeddings.position_embeddings.weight": np.zeros((200, width)),
        "embeddings.token_type_embeddings.weight": np.ones((2, width)),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in range(6):
        name = f"encoder.layer.{layer}"
        norms += [f"{name}.attention.output.LayerNorm", f"{name}.output.LayerNorm"]
        selves = [f"attention.self.{part}" for part in ("query", "key", "value")]
        for part in [*selves, "attention.output.dense", "intermediate.dense", "output.dense"]:
            tensors[f"{name}.{part}.weight"] = np.ones((width, width))
            tensors[f"{name}.{part}.bias"] = np.ones(width)
    for name in norms:
        tensors |= {f"{name}.weight": np.ones(width), f"{name}.bias": np.ones(width)}
    path = tmp_path / "model.safetensors"
    numpy.save_file({name: one.astype(np.float32) for name, one in tensors.items()}, path)
    tokenizer = {"model": {"vocab": pieces}}
    (tmp_path / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    found = base_model(tmp_path)
    assert found["pieces"].tolist() == ["[UNK]", "[CLS]", "[SEP]", "six"]
    assert found["embedding"][:, 0].tolist() == [0, 8, 12, 20]
    assert found["layer 5 attention"].shape == (3 * width, width)
    assert found["places"].min() == 1, "all pieces are of the first kind"


def test_what_is_no_encoder_is_told_of(tmp_path: Path) -> None:
    pytest.importorskip("safetensors")
    with pytest.raises(InputError, match="model"):
        base_model(tmp_path)
