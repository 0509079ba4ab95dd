"""The resolver as the project sets it up, from reference/ and params.yaml."""

from collections.abc import Mapping

from pipeline.reference.claimants import Claimants
from pipeline.reference.gazetteer import Gazetteer
from pipeline.resolve.geography import Geography, places_of
from pipeline.resolve.resolver import Resolver
from pipeline.resolve.settings import load_settings
from pipeline.resolve.sides import load_sides


def standard_resolver(
    gazetteer: Gazetteer, claimants: Claimants, published_on: Mapping[str, str]
) -> Resolver:
    """Return a resolver for sources with the given dates of publication ("" where unknown)."""
    settings = load_settings()
    alignments = {known.claimant_id: known.alignment for known in claimants.by_id.values()}
    geography = Geography(places_of(gazetteer), settings.near_kilometres)
    return Resolver(geography, load_sides(), settings, alignments, published_on)
