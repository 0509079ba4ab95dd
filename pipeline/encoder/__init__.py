"""A small encoder of sentences: which claim type and subject a phrase has, by all the words around.

It is a transformer that was taught the general use of English words (all-MiniLM-L6-v2) and then
the texts in reference/training/ (pipeline/learn/tune.py). Reading needs numpy only.
"""

from pipeline.encoder.encoder import Encoder
from pipeline.encoder.storage import load_encoder

__all__ = ["Encoder", "load_encoder"]
