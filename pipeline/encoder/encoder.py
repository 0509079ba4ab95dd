"""What an encoder makes of the phrases of a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.encoder.layers import Layer, Linear, Matrix, Norm, Table
from pipeline.encoder.word_pieces import WordPieces

# How many words before a sentence are read with it, and how many pieces at most.
WORDS_BEFORE = 24
MOST_PIECES = 176


@dataclass(frozen=True)
class Question:
    """What is asked of a phrase.

    Attributes:
        values: the possible answers.
        answer: (3 x width) → one number for each of `values`: those of the phrase's first and last
            piece and of the piece before everything.
    """

    values: tuple[str, ...]
    answer: Linear


@dataclass(frozen=True)
class Encoder:
    """A transformer with questions.

    Attributes:
        pieces: how words are parted.
        embedding: (pieces, width), what each piece means by itself.
        places: (at least MOST_PIECES, width), what it means to stand there.
        embedded: brings their sum into shape.
        layers: what follows, in turn.
        questions: name (`claim_type`, `subject`) → what can be asked.
    """

    pieces: WordPieces
    embedding: Table
    places: Matrix
    embedded: Norm
    layers: tuple[Layer, ...]
    questions: Mapping[str, Question]

    def read(self, before: Sequence[str], words: Sequence[str]) -> "Read":
        """Return a sentence as read.

        Args:
            before: the words before it, in lower case.
            words: its own.
        """
        numbers, places = laid_out(self.pieces, before, words)
        rows = self.embedded(self.embedding(numbers) + self.places[: len(numbers)])
        for layer in self.layers:
            rows = layer(rows)
        return Read(self.questions, rows, places)


@dataclass(frozen=True)
class Read:
    """A sentence as an encoder read it.

    Attributes:
        questions: what can be asked of its phrases.
        rows: (pieces, width).
        places: where the pieces of each word begin, and where the last one's end.
    """

    questions: Mapping[str, Question]
    rows: Matrix
    places: Sequence[int]

    def probabilities(self, question: str, first: int, last: int) -> dict[str, float] | None:
        """Return value → probability for the words from `first` to before `last`.

        None for those that stand too far behind in a long sentence to have been read.
        """
        begin, end = self.places[first], self.places[last] - 1
        if end >= len(self.rows):
            return None
        asked = self.questions[question]
        row = np.concatenate([self.rows[begin], self.rows[end], self.rows[0]])
        sums = asked.answer(row[np.newaxis])[0]
        shares = np.exp(sums - sums.max())
        return dict(zip(asked.values, (shares / shares.sum()).tolist(), strict=True))


def laid_out(
    pieces: WordPieces, before: Sequence[str], words: Sequence[str]
) -> tuple[list[int], list[int]]:
    """Return the numbers of the pieces of a sentence, and where each word's begin.

    The words before it stand first; where all is longer than can be read they are left out.

    Returns:
        At most MOST_PIECES numbers; one place for each word, and one for the end of the last,
        which may lie beyond the numbers.
    """
    told = [one for word in before[-WORDS_BEFORE:] for one in pieces.numbers(word)]
    own = [pieces.numbers(word) for word in words]
    length = sum(map(len, own))
    if len(told) + length + 3 > MOST_PIECES:
        told = []
        numbers = [pieces.start]
    else:
        numbers = [pieces.start, *told, pieces.end]
    places = []
    for piece in own:
        places.append(len(numbers))
        numbers.extend(piece)
    places.append(len(numbers))
    return [*numbers, pieces.end][:MOST_PIECES], places
