"""DCAT 3, the W3C's vocabulary of data catalogues, as JSON-LD.

It keeps the rules of DCAT-AP 3, the profile that data portals ask for: whatever it points to says
of which kind it is.
"""

import json
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD, BNode, Graph, Literal, Namespace, URIRef

from pipeline.release.catalogues.described import Described

_SPDX = Namespace("http://spdx.org/rdf/terms#")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_CONTEXT = {
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "rdfs": str(RDFS),
    "spdx": str(_SPDX),
    "xsd": str(XSD),
}


def dcat(package: Described) -> dict[str, Any]:
    """Return the package as a DCAT data set with one distribution for each table."""
    graph = Graph()
    dataset = URIRef(package["id"])
    graph.add((dataset, RDF.type, DCAT.Dataset))
    for term, text in ((DCTERMS.title, "title"), (DCTERMS.description, "description")):
        graph.add((dataset, term, Literal(package[text], lang="en")))
    graph.add((dataset, DCTERMS.identifier, Literal(package["id"])))
    graph.add((dataset, URIRef(f"{DCAT}version"), Literal(package["version"])))
    graph.add((dataset, DCTERMS.issued, Literal(package.day, datatype=XSD.date)))
    licence = _typed(graph, package.licence, DCTERMS.LicenseDocument)
    graph.add((dataset, DCTERMS.license, licence))
    for word in package.descriptor["keywords"]:
        graph.add((dataset, DCAT.keyword, Literal(word, lang="en")))
    for number, name in enumerate(package.creators):
        agent = BNode(f"creator{number}")
        graph.add((agent, RDF.type, FOAF.Agent))
        graph.add((agent, FOAF.name, Literal(name)))
        graph.add((dataset, DCTERMS.creator, agent))
    for entry in package.resources:
        _add_distribution(graph, dataset, licence, entry)
    written: dict[str, Any] = json.loads(
        graph.serialize(format="json-ld", context=_CONTEXT, sort_keys=True)
    )
    written["@graph"].sort(key=lambda node: str(node["@id"]))
    return written


def _typed(graph: Graph, address: str, kind: URIRef) -> URIRef:
    """Return what lies at an address, once the graph says of which kind it is."""
    node = URIRef(address)
    graph.add((node, RDF.type, kind))
    return node


def _add_distribution(graph: Graph, dataset: URIRef, licence: URIRef, entry: Any) -> None:
    one = URIRef(f"{dataset}#{entry['name']}")
    graph.add((dataset, DCAT.distribution, one))
    graph.add((one, RDF.type, DCAT.Distribution))
    graph.add((one, DCTERMS.title, Literal(entry["title"], lang="en")))
    graph.add((one, DCTERMS.description, Literal(entry["description"], lang="en")))
    graph.add((one, DCTERMS.license, licence))
    graph.add((one, DCTERMS.identifier, Literal(entry["path"])))
    # Relative to this description, which lies beside the descriptor; nothing else gives access.
    file = _typed(graph, entry["path"], RDFS.Resource)
    graph.add((one, DCAT.accessURL, file))
    graph.add((one, DCAT.downloadURL, file))
    media = _typed(graph, _MEDIA + entry["mediatype"], DCTERMS.MediaType)
    graph.add((one, DCAT.mediaType, media))
    size = Literal(entry["bytes"], datatype=XSD.nonNegativeInteger)
    graph.add((one, DCAT.byteSize, size))
    checksum = BNode(f"checksum{entry['name']}".replace("_", ""))
    graph.add((one, _SPDX.checksum, checksum))
    graph.add((checksum, RDF.type, _SPDX.Checksum))
    algorithm = _typed(graph, _SPDX.checksumAlgorithm_sha256, _SPDX.ChecksumAlgorithm)
    graph.add((checksum, _SPDX.algorithm, algorithm))
    digest = Literal(str(entry["hash"]).removeprefix("sha256:"), datatype=XSD.hexBinary)
    graph.add((checksum, _SPDX.checksumValue, digest))
