"""Whose men those of a named force are, as reference/vocabulary/forces.yaml has them."""

import pytest

from pipeline.extract.reference import load_vocabulary
from pipeline.language.chunks import Chunker
from pipeline.language.clauses import Clauses
from pipeline.language.tokens import tokenize


@pytest.mark.parametrize(
    ("those", "subject"),
    [
        ("Four ultras", "rebels"),
        ("Four Viet Cong", "rebels"),
        ("Four Chetniks", "rebels"),
        ("Four Azov fighters", "soldiers"),
        ("Four redcoats", "soldiers"),
        ("Four NCOs", "soldiers"),
        ("Four CRPF personnel", "police"),
        ("Four BSF personnel", "security_forces"),
        ("Four Basij members", "security_forces"),
        ("Four VDP", "security_forces"),
        ("Four tribal elders", "civilians"),
    ],
)
def test_the_men_of_named_forces(those, subject):
    tokens = tokenize(f"{those} were killed at the ford.")
    chunks = Chunker(load_vocabulary()).chunk(tokens)
    (finding,) = Clauses(tokens, chunks).read()
    assert chunks[finding.noun].noun.subject == subject
