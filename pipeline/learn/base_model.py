"""A published encoder, as the arrays that are tuned: all-MiniLM-L6-v2 (Apache License 2.0).

Its folder holds `model.safetensors` and `tokenizer.json`; the names within are those of BERT.
"""

import json
from pathlib import Path
from typing import Any

from pipeline.encoder.encoder import MOST_PIECES
from pipeline.errors import InputError

_HEADS = 12
# Of its six layers the first ones are kept: each more costs time with every sentence read.
_LAYERS = 6
_LINEAR = {
    "joined": "attention.output.dense",
    "widened": "intermediate.dense",
    "narrowed": "output.dense",
}
_NORM = {"attended": "attention.output.LayerNorm", "finished": "output.LayerNorm"}


def base_model(folder: Path) -> dict[str, Any]:
    """Return the arrays of a published encoder by the names of `pipeline.encoder.storage`.

    Of its pieces those of other scripts than ours are left out.

    Raises:
        InputError: a file is missing or has other parts.
    """
    from safetensors.numpy import load_file

    try:
        tensors = load_file(folder / "model.safetensors")
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        return _arrays(tensors, tokenizer["model"]["vocab"])
    except (OSError, KeyError, ValueError) as error:
        remedy = "Name the folder of all-MiniLM-L6-v2: model.safetensors, tokenizer.json."
        raise InputError(str(folder), f"No encoder of BERT's kind: {error}.", remedy) from error


def _arrays(tensors: dict[str, Any], vocabulary: dict[str, int]) -> dict[str, Any]:
    import numpy as np

    kept = sorted((number, piece) for piece, number in vocabulary.items() if _is_ours(piece))
    embeddings = "embeddings.{}.weight".format
    arrays = {
        "pieces": np.array([piece for _, piece in kept]),
        "heads": np.array(_HEADS),
        "layers": np.array(_LAYERS),
        "embedding": tensors[embeddings("word_embeddings")][[number for number, _ in kept]],
        "places": tensors[embeddings("position_embeddings")][:MOST_PIECES]
        + tensors[embeddings("token_type_embeddings")][0],
        **_norm(tensors, "embedded", "embeddings.LayerNorm"),
    }
    for number in range(_LAYERS):
        ours, theirs = f"layer {number}", f"encoder.layer.{number}"
        parts = [f"{theirs}.attention.self.{part}" for part in ("query", "key", "value")]
        arrays[f"{ours} attention"] = np.concatenate([tensors[f"{one}.weight"] for one in parts])
        arrays[f"{ours} attention bias"] = np.concatenate([tensors[f"{one}.bias"] for one in parts])
        for part, name in _LINEAR.items():
            arrays[f"{ours} {part}"] = tensors[f"{theirs}.{name}.weight"]
            arrays[f"{ours} {part} bias"] = tensors[f"{theirs}.{name}.bias"]
        for part, name in _NORM.items():
            arrays |= _norm(tensors, f"{ours} {part}", f"{theirs}.{name}")
    return arrays


def _is_ours(piece: str) -> bool:
    return piece.isascii() and not piece.startswith("[unused")


def _norm(tensors: dict[str, Any], ours: str, theirs: str) -> dict[str, Any]:
    return {
        f"{ours} scale of columns": tensors[f"{theirs}.weight"],
        f"{ours} shift": tensors[f"{theirs}.bias"],
    }
