"""RO-Crate, the packaging of research data with schema.org."""

from typing import Any

from rocrate.model.contextentity import ContextEntity
from rocrate.rocrate import ROCrate

from pipeline.package.descriptor import DESCRIPTOR
from pipeline.release.catalogues.described import Described


def ro_crate(package: Described) -> dict[str, Any]:
    """Return the package as the metadata document of an RO-Crate."""
    crate = ROCrate()
    crate.name = package["title"]
    crate.description = package["description"]
    crate.datePublished = package.day
    crate.keywords = list(package.descriptor["keywords"])
    crate.root_dataset["version"] = package["version"]
    crate.root_dataset["identifier"] = package["id"]
    licence = package.descriptor["licenses"][0]
    crate.license = crate.add(
        ContextEntity(
            crate,
            licence["path"],
            properties={
                "@type": "CreativeWork",
                "name": licence["title"],
                "identifier": licence["name"],
            },
        )
    )
    crate.creator = [
        crate.add(
            ContextEntity(
                crate, f"#creator-{n}", properties={"@type": "Organization", "name": name}
            )
        )
        for n, name in enumerate(package.creators, start=1)
    ]
    crate.add_file(
        package.folder / DESCRIPTOR,
        DESCRIPTOR,
        properties={"name": "Data Package descriptor", "encodingFormat": "application/json"},
    )
    for entry in package.resources:
        crate.add_file(package.folder / entry["path"], entry["path"], properties=_file(entry))
    described: dict[str, Any] = crate.metadata.generate()
    return described


def _file(entry: Any) -> dict[str, Any]:
    return {
        "name": entry["title"],
        "description": entry["description"],
        "encodingFormat": entry["mediatype"],
        "contentSize": str(entry["bytes"]),
        "sha256": str(entry["hash"]).removeprefix("sha256:"),
    }
