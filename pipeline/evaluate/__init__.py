"""Claims against hand-coded answers: what was found, what was missed, what was wrong."""

from pipeline.evaluate.scores import Scores, evaluate

__all__ = ["Scores", "evaluate"]
