"""Damage done to a valid package on purpose, each kind with the rule that must name it.

The kinds of damage stand in the modules `damage_to_*`, which enter them into `DAMAGES`.
"""

from pathlib import Path

import damage_to_descriptor  # noqa: F401
import damage_to_links  # noqa: F401
import damage_to_row_rules  # noqa: F401
import damage_to_tables  # noqa: F401
import damage_to_texts  # noqa: F401
import damage_to_values  # noqa: F401
from broken_package import DAMAGES, Broken, Expected
from package_maker import describe

__all__ = ["DAMAGES", "Broken", "Expected", "corrupt"]


def corrupt(folder: Path, kind: str, seed: int) -> Expected:
    """Damage the package below `folder` and bring its hashes up to date, as a forger would."""
    broken = Broken(folder, seed)
    expected = DAMAGES[kind](broken)
    if broken.rehash:
        describe(folder)
    return expected
