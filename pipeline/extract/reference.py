"""What the rules know of the world: word lists, places and claimants, read once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.encoder import Encoder, load_encoder
from pipeline.errors import InputError
from pipeline.language.relevance import Relevance, build_relevance
from pipeline.language.vocabulary import Vocabulary, build_vocabulary
from pipeline.language.weights import Weights, load_weights
from pipeline.language.word_families import load_word_families
from pipeline.paths import REFERENCE
from pipeline.reference.claimants import Claimants, load_claimants
from pipeline.reference.gazetteer import Gazetteer, load_gazetteer

WEIGHTS = REFERENCE / "weights"
WORD_FAMILIES = WEIGHTS / "word_families.csv"
ENCODER = WEIGHTS / "encoder.npz"


@dataclass(frozen=True)
class Reference:
    """The vocabularies, weights, the gazetteer and the claimants that extraction reads with."""

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    claimants: Claimants
    relevance: Relevance
    claim_type_weights: Weights
    subject_weights: Weights
    encoder: Encoder | None


@cache
def load_reference() -> Reference:
    """Return the reference data of the project.

    Raises:
        InputError: a file is missing or faulty.
    """
    words = _read(REFERENCE / "vocabulary" / "relevance.yaml")
    relevance = build_relevance(**words, weights=_weights("relevance"))
    return Reference(
        load_vocabulary(),
        load_gazetteer(),
        load_claimants(),
        relevance,
        _weights("claim_type"),
        _weights("subject"),
        _encoder(),
    )


@cache
def load_vocabulary(directory: Path = REFERENCE / "vocabulary") -> Vocabulary:
    """Return the vocabulary of `directory`.

    Raises:
        InputError: a list is missing or is not YAML.
    """
    names = ("groups", "modifiers", "forces", "actors", "actions", "attacks", "occurrences")
    vocabulary = build_vocabulary(**{name: _read(directory / f"{name}.yaml") for name in names})
    vocabulary.families = _word_families()
    return vocabulary


def _read(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise InputError(
            str(path), f"The word list can't be read: {error}.", "Restore it from git."
        ) from error


def _word_families() -> dict[str, str]:
    try:
        return load_word_families(WORD_FAMILIES)
    except (OSError, ValueError) as error:
        raise InputError(
            str(WORD_FAMILIES), f"The families can't be read: {error}.", "Restore it from git."
        ) from error


def _weights(field: str) -> Weights:
    path = WEIGHTS / f"{field}.csv"
    try:
        return load_weights(path)
    except (OSError, ValueError) as error:
        raise InputError(
            str(path), f"The weights can't be read: {error}.", "Run python -m pipeline.learn."
        ) from error


def _encoder() -> Encoder:
    try:
        return load_encoder(ENCODER)
    except (OSError, ValueError) as error:
        raise InputError(
            str(ENCODER), f"The encoder can't be read: {error}.", "Restore it from git."
        ) from error
