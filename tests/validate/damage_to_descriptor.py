"""Damage to the descriptor and the schemas: hashes, paths, lists."""

import json

from broken_package import Broken, Expected, damage


@damage
def schema_without_fields(broken: Broken) -> Expected:
    path = broken.folder / "schemas" / "events.schema.json"
    path.write_text('{"columns": []}', encoding="utf-8")
    broken.rehash = False
    return Expected(("schema",), "schemas/events.schema.json")


@damage
def stale_hash(broken: Broken) -> Expected:
    line = broken.pick("sources")
    broken.rehash = False
    broken.set("sources", line, publisher="Orchard Weakly")
    return Expected(("hash-count",), "data/sources.csv")


@damage
def stale_size(broken: Broken) -> Expected:
    broken.rehash = False
    broken.set("sources", broken.pick("sources"), publisher="The Orchard Weekly")
    return Expected(("byte-count",), "data/sources.csv")


@damage
def path_outside_the_package(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"][0].update(path="../claimants.csv"))
    return Expected(("unsafe-path",), "datapackage.json", None, "path", "../claimants.csv")


@damage
def absolute_path(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"][0].update(path="/etc/hostname"))
    return Expected(("unsafe-path",), "datapackage.json", None, "path", "/etc/hostname")


@damage
def schema_outside_the_package(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"][0].update(schema="../s.json"))
    return Expected(("unsafe-path",), "datapackage.json", None, "schema")


@damage
def listed_file_missing(broken: Broken) -> Expected:
    broken.rehash = False
    broken.file("claim_relations").unlink()
    return Expected(("missing-file",), "data/claim_relations.csv", None, "")


@damage
def table_not_listed(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"].pop(4))
    return Expected(("missing-table",), "datapackage.json", None, "")


@damage
def schema_loosened(broken: Broken) -> Expected:
    path = broken.folder / "schemas" / "claims.schema.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["fields"][10]["constraints"]["enum"].append("murdered")
    path.write_text(json.dumps(content), encoding="utf-8")
    broken.rehash = False
    return Expected(("schema-changed",), "datapackage.json", None, "", "claims")


@damage
def descriptor_cut_off(broken: Broken) -> Expected:
    path = broken.folder / "datapackage.json"
    path.write_bytes(path.read_bytes()[:-40])
    broken.rehash = False
    return Expected(("descriptor",), "datapackage.json", None, "")


@damage
def two_resources_of_one_name(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"].append(content["resources"][0]))
    return Expected(("descriptor",), "datapackage.json", None, "name")
