"""An encoder as a file: matrices of whole numbers from -127 to 127, with a scale for each row."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from pipeline.encoder.encoder import MOST_PIECES, Encoder, Question
from pipeline.encoder.layers import Layer, Linear, Matrix, Norm, Table
from pipeline.encoder.word_pieces import WordPieces

_HIGHEST = 127
_SCALE = " scale"
QUESTIONS = ("claim_type", "subject")


def save_encoder(arrays: Mapping[str, Any], path: Path) -> None:
    """Write the arrays of an encoder, which have the names that `load_encoder` reads.

    Matrices are rounded to 255 steps of each row's scale, everything else is kept as it is.
    """
    kept: dict[str, Any] = {}
    for name, array in sorted(arrays.items()):
        if array.ndim == 2:
            scale = np.abs(array).max(axis=1, keepdims=True) / _HIGHEST
            scale[scale == 0] = 1
            kept[name] = np.rint(array / scale).astype(np.int8)
            kept[name + _SCALE] = scale.astype(np.float32)
        else:
            kept[name] = array.astype(np.float32) if array.dtype.kind == "f" else array
    beside = path.with_suffix(".tmp.npz")
    np.savez(beside, **kept)
    beside.replace(path)


def load_encoder(path: Path) -> Encoder:
    """Read an encoder.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no encoder, or lacks a part.
    """
    try:
        with np.load(path) as file:
            arrays = {name: file[name] for name in file.files}
        return _encoder(arrays)
    except KeyError as error:
        raise ValueError(f"no array {error} is in it") from error
    except (BadZipFile, EOFError, TypeError, AttributeError) as error:
        raise ValueError(f"it is no file of arrays: {error}") from error


def _encoder(arrays: Mapping[str, Any]) -> Encoder:
    places = _matrix(arrays, "places")
    if len(places) < MOST_PIECES:
        raise ValueError(f"it has {len(places)} places; {MOST_PIECES} are needed")
    layers = (_layer(arrays, f"layer {number}") for number in range(int(arrays["layers"])))
    return Encoder(
        WordPieces(arrays["pieces"].tolist()),
        Table(arrays["embedding"], arrays["embedding" + _SCALE].astype(np.float32)),
        places,
        _norm(arrays, "embedded"),
        tuple(layers),
        {
            name: Question(tuple(arrays[f"{name} values"].tolist()), _linear(arrays, name))
            for name in QUESTIONS
        },
    )


def _layer(arrays: Mapping[str, Any], name: str) -> Layer:
    return Layer(
        _linear(arrays, f"{name} attention"),
        _linear(arrays, f"{name} joined"),
        _norm(arrays, f"{name} attended"),
        _linear(arrays, f"{name} widened"),
        _linear(arrays, f"{name} narrowed"),
        _norm(arrays, f"{name} finished"),
        int(arrays["heads"]),
    )


def _linear(arrays: Mapping[str, Any], name: str) -> Linear:
    # kept as (outputs, inputs), so that each output has a scale of its own
    return Linear(np.ascontiguousarray(_matrix(arrays, name).T), _row(arrays, f"{name} bias"))


def _norm(arrays: Mapping[str, Any], name: str) -> Norm:
    return Norm(_row(arrays, f"{name} scale of columns"), _row(arrays, f"{name} shift"))


def _matrix(arrays: Mapping[str, Any], name: str) -> Matrix:
    matrix: Matrix = arrays[name].astype(np.float32) * arrays[name + _SCALE].astype(np.float32)
    return matrix


def _row(arrays: Mapping[str, Any], name: str) -> Matrix:
    row: Matrix = arrays[name].astype(np.float32)
    return row
