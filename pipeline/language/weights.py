"""How much each feature of a phrase's surroundings speaks for each value of a field."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

# How much a second opinion counts beside the weights; chosen on texts held back.
_SHARE_OF_OPINION = 0.6
_LEAST_PROBABILITY = 1e-9
# The claim type of a phrase that counts nothing done; and the feature that every phrase has.
NOTHING = "none"
ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What surroundings speak for.

    Attributes:
        value: the likeliest value; of claim types it may be `none`.
        probability: of it, by the weights.
        features: those that speak for it most, the weightiest first.
    """

    value: str
    probability: float
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of features by value: a multinomial logistic model.

    Attributes:
        values: columns of the table.
        rows: feature → one weight for each of `values`.
    """

    values: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]

    def weigh(self, features: Sequence[str], opinion: Mapping[str, float] | None = None) -> Verdict:
        """Return what features speak for, taken together.

        Args:
            features: those of a phrase.
            opinion: value → probability by other means, with which the weights are to be mixed.
        """
        rows = [(feature, self.rows[feature]) for feature in features if feature in self.rows]
        sums = list(self.rows[ALWAYS])
        for _, row in rows:
            sums = [total + weight for total, weight in zip(sums, row, strict=True)]
        if opinion is not None:
            sums = self._mixed(sums, opinion)
        highest = max(sums)
        shares = [exp(total - highest) for total in sums]
        at = sums.index(highest)
        told = sorted(rows, key=lambda row: (-row[1][at], row[0]))
        speaking = tuple(feature for feature, row in told if row[at] > 0)
        return Verdict(self.values[at], shares[at] / sum(shares), speaking)

    def _mixed(self, sums: Sequence[float], opinion: Mapping[str, float]) -> list[float]:
        """Return the weighted geometric mean of two opinions, as logarithms."""
        total = log(sum(map(exp, sums)))
        others = (log(max(opinion.get(value, 0), _LEAST_PROBABILITY)) for value in self.values)
        return [
            _SHARE_OF_OPINION * other + (1 - _SHARE_OF_OPINION) * (one - total)
            for one, other in zip(sums, others, strict=True)
        ]

    def probability(self, features: Sequence[str], value: str) -> float:
        """Return how likely a value is by features; 1 where there are no weights to tell."""
        if value not in self.values:
            return 1.0
        rows = [self.rows[feature] for feature in features if feature in self.rows]
        sums = [sum(column) for column in zip(self.rows[ALWAYS], *rows, strict=True)]
        highest = max(sums)
        shares = [exp(total - highest) for total in sums]
        return shares[self.values.index(value)] / sum(shares)


NO_WEIGHTS = Weights((NOTHING,), {ALWAYS: (0.0,)})


def load_weights(path: Path) -> Weights:
    """Read a table of weights: a column `feature`, then one for each value.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no such table.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        name, *values = next(reader, [""])
        rows = {row[0]: tuple(float(cell or 0) for cell in row[1:]) for row in reader}
    if name != "feature" or not values or ALWAYS not in rows:
        raise ValueError(f"a column feature, one for each value and a row {ALWAYS} are needed")
    if any(len(row) != len(values) for row in rows.values()):
        raise ValueError("a row has not as many cells as the header")
    return Weights(tuple(values), rows)
