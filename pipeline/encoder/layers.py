"""The layers of a transformer encoder (Vaswani et al. 2017, as in BERT), for reading only.

Shapes: a text is a matrix of one row for each piece and `width` columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Steps = NDArray[np.int8]
# Added to a variance before the root, as in BERT.
_LITTLE = 1e-12
# Hendrycks and Gimpel 2016: the Gaussian error linear unit by way of the hyperbolic tangent.
_ROOT, _CUBIC = (2 / np.pi) ** 0.5, 0.044715


@dataclass(frozen=True)
class Table:
    """Rows of whole numbers of (rows, width), each with a scale of (rows, 1)."""

    steps: Steps
    scales: Matrix

    def __call__(self, numbers: Sequence[int]) -> Matrix:
        """Return (numbers, width): the rows that have these numbers."""
        rows: Matrix = self.steps[numbers] * self.scales[numbers]
        return rows


@dataclass(frozen=True)
class Linear:
    """A matrix of (inputs, outputs) and what is added to each output."""

    weights: Matrix
    bias: Matrix

    def __call__(self, rows: Matrix) -> Matrix:
        """Return (rows, outputs) of (rows, inputs)."""
        product: Matrix = rows @ self.weights
        return product + self.bias


@dataclass(frozen=True)
class Norm:
    """Brings each row to mean 0 and variance 1, then to a scale and shift for each column."""

    scale: Matrix
    shift: Matrix

    def __call__(self, rows: Matrix) -> Matrix:
        """Return rows of the same shape."""
        centred = rows - rows.mean(axis=1, keepdims=True)
        variance = np.mean(centred * centred, axis=1, keepdims=True)
        result: Matrix = centred / np.sqrt(variance + _LITTLE) * self.scale + self.shift
        return result


@dataclass(frozen=True)
class Layer:
    """One layer: each piece looks at all the others, then by itself."""

    attention: Linear
    joined: Linear
    attended: Norm
    widened: Linear
    narrowed: Linear
    finished: Norm
    heads: int

    def __call__(self, rows: Matrix) -> Matrix:
        """Return (pieces, width) of the same shape."""
        rows = self.attended(rows + self.joined(self._attend(self.attention(rows))))
        return self.finished(rows + self.narrowed(_bend(self.widened(rows))))

    def _attend(self, parts: Matrix) -> Matrix:
        """Return (pieces, width) of queries, keys and values, (pieces, 3 x width)."""
        pieces = len(parts)
        by_head = parts.reshape(pieces, 3, self.heads, -1).transpose(1, 2, 0, 3)
        queries, keys, values = by_head
        scores = queries @ keys.transpose(0, 2, 1) * queries.shape[2] ** -0.5
        shares = np.exp(scores - scores.max(axis=2, keepdims=True))
        shares /= shares.sum(axis=2, keepdims=True)
        result: Matrix = (shares @ values).transpose(1, 0, 2).reshape(pieces, -1)
        return result


def _bend(rows: Matrix) -> Matrix:
    result: Matrix = 0.5 * rows * (1 + np.tanh(_ROOT * (rows + _CUBIC * rows * rows * rows)))
    return result
