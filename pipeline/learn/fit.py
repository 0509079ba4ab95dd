"""Multinomial logistic models of examples, as tables of weights."""

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pipeline.language.weights import ALWAYS, NOTHING, Weights

# A feature is kept that stands in so many examples, and of its weights those that are not near 0.
_LEAST_EXAMPLES = 3
_LEAST_WEIGHT = 0.05
# Inverse of the strength with which weights are held small; chosen on texts held back.
_LOOSENESS = 0.3
_MOST_ROUNDS = 1_000


def fit(
    features: Sequence[Sequence[str]], values: Sequence[str], *, balanced: bool = False
) -> Weights:
    """Return the weights of features that explain values best while they stay small.

    Args:
        features: those of each example.
        values: the right value of each.
        balanced: whether a rare value counts as much as a frequent one.
    """
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(feature for one in features for feature in one)
    kept = sorted(feature for feature, count in counts.items() if count >= _LEAST_EXAMPLES)
    vectorizer = CountVectorizer(analyzer=list, vocabulary=kept, binary=True)
    model = LogisticRegression(
        C=_LOOSENESS, max_iter=_MOST_ROUNDS, class_weight="balanced" if balanced else None
    )
    model.fit(vectorizer.transform(features), values)
    order = sorted(range(len(model.classes_)), key=lambda at: (model.classes_[at] != NOTHING, at))
    constants, weights = model.intercept_, model.coef_
    if len(constants) == 1:
        # of two values the weights are given for the second only
        constants, weights = [0.0, *constants], [[0.0] * len(kept), *weights]
    rows = {ALWAYS: _row(constants, order)}
    for column, feature in enumerate(kept):
        row = _row([weights_of[column] for weights_of in weights], order)
        if any(row):
            rows[feature] = row
    return Weights(tuple(str(model.classes_[at]) for at in order), rows)


def _row(weights: Sequence[float], order: Sequence[int]) -> tuple[float, ...]:
    rounded = [round(float(weights[at]), 2) for at in order]
    return tuple(weight if abs(weight) >= _LEAST_WEIGHT else 0.0 for weight in rounded)


def write_weights(weights: Weights, path: Path) -> None:
    """Write the table of weights beside and rename it; cells of 0 stay empty."""
    beside = path.with_name(f".new-{path.name}")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", *weights.values])
        for feature, row in weights.rows.items():
            writer.writerow([feature, *(f"{weight:g}" if weight else "" for weight in row)])
    beside.replace(path)
