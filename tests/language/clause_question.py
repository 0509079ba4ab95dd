"""Asks the clause grammar about one sentence."""

from pipeline.extract.reference import load_vocabulary
from pipeline.language.chunks import Chunker
from pipeline.language.clauses import Clauses
from pipeline.language.tokens import tokenize


def read(sentence, shouting=False):
    """Return (words, type, low, high) of each finding that is said to have happened."""
    tokens = tokenize(sentence)
    chunks = Chunker(load_vocabulary(), shouting).chunk(tokens)
    found = []
    for finding in Clauses(tokens, chunks).read():
        if finding.real:
            chunk = chunks[finding.noun]
            words = sentence[tokens[chunk.first].start : tokens[chunk.last - 1].end]
            count = chunk.noun.count
            low, high = (count.low, count.high) if count else (1, 1)
            found.append((words, finding.claim_type, low, high))
    return found
