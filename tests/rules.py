"""The reference data with which the rules are tested by themselves: the encoder is not asked."""

from dataclasses import replace
from functools import cache

from pipeline.extract.reference import Reference, load_reference


@cache
def rules_alone() -> Reference:
    """Return the reference data of the project without the encoder."""
    return replace(load_reference(), encoder=None)
