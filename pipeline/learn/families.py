"""Word families, from a table of word vectors."""

from itertools import islice
from pathlib import Path

from pipeline.errors import InputError

# The most frequent words go with everything and have no family; rare ones have poor vectors.
_TOO_FREQUENT = 150
_MOST_WORDS = 40_000
# Chosen by the texts in reference/training/, each fourth of them told by what the rest taught: 300
# and 1,000 families helped less.
_FAMILIES = 600
_ROUNDS = 40


def word_families(path: Path) -> dict[str, str]:
    """Return word → the most typical word of its family.

    Args:
        path: a text file of word vectors as GloVe publishes them: a word and its numbers to a
            line, the most frequent words first.

    Raises:
        InputError: the file cannot be read or is no such table.
    """
    import numpy as np
    from sklearn.cluster import KMeans

    words, rows = _read(path)
    vectors = np.array(rows, dtype=np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    model = KMeans(_FAMILIES, random_state=0, n_init=1, max_iter=_ROUNDS).fit(vectors)
    near = np.einsum("ij,ij->i", vectors, model.cluster_centers_[model.labels_])
    typical: dict[int, tuple[float, str]] = {}
    for word, label, nearness in zip(words, model.labels_, near, strict=True):
        typical[label] = max(typical.get(label, (-1.0, "")), (float(nearness), word))
    return {
        word: typical[label][1]
        for word, label in islice(zip(words, model.labels_, strict=True), _TOO_FREQUENT, None)
    }


def _read(path: Path) -> tuple[list[str], list[list[float]]]:
    words: list[str] = []
    rows: list[list[float]] = []
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                word, *numbers = line.split()
                if not word.isalpha():
                    continue
                words.append(word)
                rows.append([float(cell) for cell in numbers])
                if len(rows[-1]) != len(rows[0]) or not any(rows[-1]):
                    raise ValueError(f"line {number} has other columns than the first")
                if len(rows) == _MOST_WORDS:
                    break
    except (OSError, ValueError) as error:
        remedy = "Name a file of word vectors: a word and its numbers to a line."
        raise InputError(str(path), f"No word vectors: {error}.", remedy) from error
    if len(rows) <= max(_FAMILIES, _TOO_FREQUENT):
        raise InputError(str(path), "Too few words.", f"Give it more than {_FAMILIES}.")
    return words, rows
