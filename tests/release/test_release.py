"""A release: what is in it, what is not, and that nothing but the commit decides its bytes."""

import csv
import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import polars as pl
import pytest
from clones import commit, copy_of_project

from pipeline.errors import InputError
from pipeline.release.difference import compare
from pipeline.release.release import texts_left_out, write_release
from pipeline.release.versions import Bump
from pipeline.schema import load_schemas
from pipeline.sources.manifest import read_manifest
from pipeline.validate import validate_package


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_project(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="module")
def dist(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    write_release(clone, folder)
    return folder


def archive_of(dist: Path) -> Path:
    return next(dist.glob("*.zip"))


def test_the_sums_are_those_of_every_file(dist: Path) -> None:
    lines = (dist / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    listed = dict(reversed(line.split("  ")) for line in lines)
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in dist.iterdir()
        if path.name != "SHA256SUMS"
    }
    assert listed == found
    assert len(found) == 2 + len(load_schemas())


def test_another_clone_at_another_path_gives_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    other = copy_of_project(tmp_path / "somewhere" / "else")
    script = (
        "import sys; from pathlib import Path; from pipeline.release.release import write_release;"
        "write_release(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    environment = {
        "PYTHONHASHSEED": "11",
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "PATH": "/usr/bin:/bin",
    }
    command = [sys.executable, "-c", script, str(other), str(tmp_path / "dist")]
    subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parents[2])
    for path in dist.iterdir():
        assert (tmp_path / "dist" / path.name).read_bytes() == path.read_bytes(), path.name


def test_what_git_ignores_is_left_out(own_clone: Path, dist: Path, tmp_path: Path) -> None:
    cache = own_clone / "docs" / "__pycache__"
    cache.mkdir()
    (cache / "contested_events.pyc").write_bytes(b"compiled")
    write_release(own_clone, tmp_path / "dist")
    assert archive_of(tmp_path / "dist").read_bytes() == archive_of(dist).read_bytes()


def test_the_archive_is_the_package_it_was_made_of(clone: Path, dist: Path) -> None:
    assert compare(str(archive_of(dist)), str(clone), clone).bump is Bump.NONE


def test_the_archive_validates_and_says_what_it_cannot_check(dist: Path) -> None:
    report = validate_package(archive_of(dist))
    assert report.passes("warning"), report.render()
    assert any("texts" in note for note in report.notes)


def test_frictionless_accepts_the_unpacked_archive(dist: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive_of(dist)) as archive:
        archive.extractall(tmp_path)
    descriptor = next(tmp_path.glob("*/datapackage.json"))
    command = [sys.executable, "-m", "frictionless", "validate", descriptor.name]
    done = subprocess.run(
        command, cwd=descriptor.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_texts_under_the_copyright_of_their_publisher_stay_behind(clone: Path, dist: Path) -> None:
    sources = read_manifest(clone / "raw" / "sources.csv")
    kept_back = texts_left_out(sources)
    assert kept_back and len(kept_back) < len(sources)
    with zipfile.ZipFile(archive_of(dist)) as archive:
        held = {hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
        index = archive.read(next(n for n in archive.namelist() if n.endswith("texts/index.csv")))
    listed = {row["sha256"]: row for row in csv.DictReader(index.decode("utf-8").splitlines())}
    assert set(listed) == {source.sha256 for source in sources}
    for source in sources:
        left_out = source in kept_back
        assert (source.sha256 in held) != left_out, source.source_id
        assert (listed[source.sha256]["file"] == "") == left_out
        assert listed[source.sha256]["licence"] == source.licence


def test_the_explorer_goes_along_without_the_texts_that_stay_behind(
    clone: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page"
    page.mkdir()
    (page / "index.html").write_text("<!doctype html><title>Page</title>", encoding="utf-8")
    write_release(clone, tmp_path / "dist", page)
    sources = read_manifest(clone / "raw" / "sources.csv")
    kept_back = {source.source_id for source in texts_left_out(sources)}
    with zipfile.ZipFile(next((tmp_path / "dist").glob("*-explorer.zip"))) as archive:
        names = [name.split("/", 1)[1] for name in archive.namelist()]
    texts = {Path(name).stem for name in names if name.startswith("package/texts/")}
    assert texts == {source.source_id for source in sources} - kept_back
    assert {"index.html", "package/catalogue.json", "package/tables/claims.parquet"} <= set(names)


def test_a_release_with_an_explorer_asks_for_the_built_page(clone: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="make explorer"):
        write_release(clone, tmp_path / "dist", tmp_path / "no-page")
    assert not (tmp_path / "dist").exists()


def test_members_have_one_date_one_mode_and_one_folder(dist: Path) -> None:
    with zipfile.ZipFile(archive_of(dist)) as archive:
        members = archive.infolist()
    assert len({member.date_time for member in members}) == 1
    assert {member.external_attr >> 16 for member in members} == {0o100644}
    assert len({member.filename.split("/")[0] for member in members}) == 1
    assert [member.filename for member in members] == sorted(m.filename for m in members)


@pytest.mark.parametrize("table", load_schemas().values(), ids=lambda table: table.name)
def test_parquet_is_typed_sorted_and_described(dist: Path, table) -> None:
    path = next(dist.glob(f"*-{table.name}.parquet"))
    frame = pl.read_parquet(path)
    assert tuple(frame.columns) == table.columns
    for field in table.fields:
        kinds = {"date": pl.Date, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean}
        assert frame.schema[field.name] == kinds.get(field.type, pl.String)
    key = list(table.primary_key)
    assert frame.equals(frame.sort(key, nulls_last=True))
    metadata = pl.read_parquet_metadata(path)
    described = json.loads(metadata["fields"])
    assert described == {field.name: field.description for field in table.fields}


def test_the_database_opens_and_holds_the_same_rows(dist: Path) -> None:
    with duckdb.connect(str(next(dist.glob("*.duckdb"))), read_only=True) as database:
        for name in load_schemas():
            path = next(dist.glob(f"*-{name}.parquet"))
            left = f"(FROM {name} EXCEPT ALL FROM '{path}')"
            right = f"(FROM '{path}' EXCEPT ALL FROM {name})"
            assert database.execute(f"FROM {left} UNION ALL {right}").fetchall() == []


def refusal(clone: Path, tmp_path: Path) -> InputError:
    with pytest.raises(InputError) as refused:
        write_release(clone, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()
    return refused.value


@pytest.fixture
def own_clone(tmp_path: Path) -> Path:
    return copy_of_project(tmp_path / "clone")


def test_a_dirty_tree_is_refused(own_clone: Path, tmp_path: Path) -> None:
    (own_clone / "docs" / "note.md").write_text("More.\n", encoding="utf-8")
    assert "docs/note.md" in str(refusal(own_clone, tmp_path))


def test_a_failing_validation_is_refused(own_clone: Path, tmp_path: Path) -> None:
    events = own_clone / "data" / "events.csv"
    lines = events.read_text(encoding="utf-8").splitlines(keepends=True)
    events.write_text("".join(lines[:-1]), encoding="utf-8")
    commit(own_clone, "Lose an event")
    assert "errors in the package" in str(refusal(own_clone, tmp_path))


def test_a_version_that_the_changelog_lacks_is_refused(own_clone: Path, tmp_path: Path) -> None:
    changelog = own_clone / "CHANGELOG.md"
    text = changelog.read_text(encoding="utf-8")
    version = json.loads((own_clone / "datapackage.json").read_bytes())["version"]
    changelog.write_text(text.replace(f"## [{version}]", "## [0.0.0]"), encoding="utf-8")
    commit(own_clone, "Forget to say what changed")
    assert version in str(refusal(own_clone, tmp_path))


@pytest.mark.parametrize(
    ("file", "before"), [("CITATION.cff", "\nversion: "), ("pyproject.toml", '\nversion = "')]
)
def test_a_version_stated_differently_is_refused(
    own_clone: Path, tmp_path: Path, file: str, before: str
) -> None:
    path = own_clone / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, f"{before}9"), encoding="utf-8")
    commit(own_clone, "Another version")
    assert file in str(refusal(own_clone, tmp_path))
