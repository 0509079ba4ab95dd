"""The word lists of reference/, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import InputError
from pipeline.language.vocabulary import Vocabulary, build_vocabulary
from pipeline.paths import REFERENCE


@cache
def load_vocabulary(directory: Path = REFERENCE / "vocabulary") -> Vocabulary:
    """Return the vocabulary of `directory`.

    Raises:
        InputError: a list is missing or is not YAML.
    """
    lists = {name: _read(directory / f"{name}.yaml") for name in ("groups", "modifiers", "actors", "actions")}
    return build_vocabulary(**lists)


def _read(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise InputError(str(path), f"The word list can't be read: {error}.", "Restore it from git.") from error
