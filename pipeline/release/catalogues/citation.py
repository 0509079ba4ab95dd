"""CITATION.cff, from which reference managers and hosts of repositories take the citation."""

from typing import Any

from pipeline.release.catalogues.described import Described


def citation(package: Described) -> dict[str, Any]:
    """Return the package in the Citation File Format."""
    return {
        "cff-version": "1.2.0",
        "type": "dataset",
        "title": package["title"],
        "message": "If you use these data, please cite them with their version.",
        "abstract": package["description"],
        "authors": [{"name": name} for name in package.creators],
        "version": package["version"],
        "date-released": package.day,
        "license": package.descriptor["licenses"][0]["name"],
        "keywords": list(package.descriptor["keywords"]),
    }
