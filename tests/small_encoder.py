"""The arrays of a small encoder whose numbers are drawn by chance."""

from typing import Any

import numpy as np

from pipeline.encoder.encoder import MOST_PIECES
from pipeline.encoder.storage import QUESTIONS

WIDTH, HEADS = 8, 2
PIECES = ["[UNK]", "[CLS]", "[SEP]", "six", "guards", "died", "sang"]


def arrays(**others: Any) -> dict[str, Any]:
    """Return an encoder of one layer that knows few words, with `others` instead of its arrays."""
    draw = np.random.default_rng(0)
    found: dict[str, Any] = {
        "pieces": np.array(PIECES),
        "heads": np.array(HEADS),
        "layers": np.array(1),
        "embedding": draw.normal(size=(len(PIECES), WIDTH)),
        "places": draw.normal(size=(MOST_PIECES, WIDTH)),
    }
    for part in ("embedded", "layer 0 attended", "layer 0 finished"):
        found |= {f"{part} scale of columns": np.ones(WIDTH), f"{part} shift": np.zeros(WIDTH)}
    shapes = {"attention": (3, 1), "joined": (1, 1), "widened": (4, 1), "narrowed": (1, 4)}
    linear = {f"layer 0 {part}": shape for part, shape in shapes.items()}
    for name, (outputs, inputs) in linear.items():
        found[name] = draw.normal(size=(outputs * WIDTH, inputs * WIDTH))
        found[f"{name} bias"] = draw.normal(size=outputs * WIDTH)
    for name in QUESTIONS:
        found |= {name: draw.normal(size=(2, 3 * WIDTH)), f"{name} bias": np.zeros(2)}
        found[f"{name} values"] = np.array(["killed", "none"])
    return found | others
