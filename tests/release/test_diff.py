"""`claims diff`: exactly what was done to a package, and the version that follows."""

import csv
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from clones import commit, copy_of_project, git

from pipeline.errors import InputError
from pipeline.release.difference import Difference, compare
from pipeline.release.render import STYLES, render
from pipeline.release.versions import Bump, parse_version, raised

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_of_project(tmp_path_factory.mktemp("first"))
    git(folder, "tag", "v-first")
    return folder


@pytest.fixture
def second(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "second"))


def edit(root: Path, table: str, change: Callable[[Rows], Rows]) -> None:
    path = root / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows = change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def edit_schema(root: Path, table: str, change: Callable[[dict], None]) -> None:
    path = root / "schemas" / f"{table}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    change(schema)
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=2), encoding="utf-8")


def rename_column(root: Path, table: str, old: str, new: str) -> None:
    def in_schema(schema: dict) -> None:
        next(field for field in schema["fields"] if field["name"] == old)["name"] = new
        schema["primaryKey"] = [new if name == old else name for name in schema["primaryKey"]]

    edit_schema(root, table, in_schema)
    edit(
        root,
        table,
        lambda rows: [{new if k == old else k: v for k, v in row.items()} for row in rows],
    )


def set_version(root: Path, version: str) -> None:
    path = root / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(descriptor | {"version": version}), encoding="utf-8")


def difference(first: Path, second: Path) -> Difference:
    return compare(str(first), str(second), first)


def corrected(rows: Rows) -> Rows:
    return [rows[0] | {"count_low": "99999"}, *rows[1:]]


def test_identical_packages_differ_in_nothing(first: Path, second: Path) -> None:
    found = difference(first, second)
    assert (found.schema, found.rows, found.bump) == ((), {}, Bump.NONE)
    assert found.version_follows
    assert "nothing changed" in render(found)


def test_a_text_added_a_figure_corrected_and_a_column_renamed(first: Path, second: Path) -> None:
    edit(second, "sources", lambda rows: [*rows, rows[0] | {"source_id": "new", "path": "n.txt"}])
    edit(second, "claims", lambda rows: [*rows, rows[5] | {"claim_id": "c-new", "source_id": "new",
         "char_start": "1", "char_end": "2", "text_sha256": "0", "sentence_start": "0",
         "sentence_end": "9", "count_low": "3", "count_high": "", "event_id": "e-new",
         "date_start": "", "date_end": "", "place_id": "", "subject": "x"}])  # fmt: skip
    edit(second, "claims", corrected)
    rename_column(second, "claims", "count_high", "count_most")
    found = difference(first, second)
    assert found.bump is Bump.MAJOR
    assert [(c.kind, c.old, c.new) for c in found.schema] == [
        ("column renamed", "count_high", "count_most")
    ]
    assert set(found.rows) == {"sources", "claims"}
    assert [row["source_id"] for row in found.rows["sources"].added] == ["new"]
    claims = found.rows["claims"]
    assert [row["claim_id"] for row in claims.added] == ["c-new"]
    assert (claims.removed, claims.changed_ids) == ([], [])
    cells = [(c.column, c.new) for row in claims.changed for c in row.cells]
    assert cells == [("count_low", "99999")]


def test_rows_are_minor_and_values_are_patch(first: Path, second: Path) -> None:
    edit(second, "claims", corrected)
    assert difference(first, second).bump is Bump.PATCH
    edit(second, "claims", lambda rows: rows[:-1])
    found = difference(first, second)
    assert found.bump is Bump.MINOR
    assert len(found.rows["claims"].removed) == 1


def test_a_renamed_key_keeps_its_rows(first: Path, second: Path) -> None:
    rename_column(second, "places", "place_id", "place")
    edit(second, "places", lambda rows: [rows[0] | {"name": "Elsewhere"}, *rows[1:]])
    found = difference(first, second)
    assert ("places", "column renamed") in {(c.table, c.kind) for c in found.schema}
    assert len(found.rows["places"].changed) == 1
    assert not found.rows["places"].added and not found.rows["places"].removed


def test_a_row_under_another_id_is_told_as_such(first: Path, second: Path) -> None:
    edit(second, "claims", lambda rows: [rows[0] | {"claim_id": "c-other"}, *rows[1:]])
    claims = difference(first, second).rows["claims"]
    assert [row.key for row in claims.changed_ids] == [("c-other",)]
    assert (claims.added, claims.removed) == ([], [])


def test_a_column_of_other_values_is_no_renamed_one(first: Path, second: Path) -> None:
    def replace(rows: Rows) -> Rows:
        return [{("origin" if k == "country" else k): (f"{n}" if k == "country" else v)
                 for k, v in row.items()} for n, row in enumerate(rows)]  # fmt: skip

    def in_schema(schema: dict) -> None:
        next(field for field in schema["fields"] if field["name"] == "country")["name"] = "origin"

    edit(second, "claimants", replace)
    edit_schema(second, "claimants", in_schema)
    kinds = {change.kind for change in difference(first, second).schema}
    assert kinds == {"column removed", "column added"}


@pytest.mark.parametrize(
    ("change", "kind", "bump"),
    [
        (lambda s: s["fields"].reverse(), "columns reordered", Bump.MAJOR),
        (lambda s: s["fields"][-1].update(type="any"), "type changed", Bump.MAJOR),
        (lambda s: s["fields"][-1].update(description="Otherwise."), "explained anew", Bump.PATCH),
        (
            lambda s: s["fields"][-1].setdefault("constraints", {}).update(required=True),
            "required changed",
            Bump.MAJOR,
        ),
        (
            lambda s: s["fields"][4]["constraints"]["enum"].append("leaflet"),
            "code added",
            Bump.MINOR,
        ),
        (lambda s: s["fields"][4]["constraints"]["enum"].pop(), "code removed", Bump.MAJOR),
        (lambda s: s.update(primaryKey=["path"]), "key changed", Bump.MAJOR),
    ],
)
def test_changes_of_the_schema_have_their_weight(
    first: Path, second: Path, change: Callable[[dict], None], kind: str, bump: Bump
) -> None:
    edit_schema(second, "sources", change)
    assert {(c.kind, c.bump) for c in difference(first, second).schema} == {(kind, bump)}


def test_folder_revision_and_archive_are_the_same_package(first: Path, tmp_path: Path) -> None:
    packed = tmp_path / "package.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in first.rglob("*"):
            if path.is_file() and ".git" not in path.parts:
                archive.write(path, f"package-1/{path.relative_to(first).as_posix()}")
    for old in (str(first), str(packed), "v-first"):
        for new in (str(packed), "main"):
            assert compare(old, new, first).bump is Bump.NONE


def test_the_version_must_follow_the_data(first: Path, second: Path) -> None:
    edit(second, "claims", lambda rows: rows[:-1])
    version = parse_version(json.loads((first / "datapackage.json").read_bytes())["version"], "")
    for bump, follows in ((Bump.NONE, False), (Bump.PATCH, False), (Bump.MINOR, True)):
        set_version(second, ".".join(map(str, raised(version, bump))))
        assert difference(first, second).version_follows is follows


@pytest.mark.parametrize("style", STYLES)
def test_every_format_names_old_and_new_cell(first: Path, second: Path, style: str) -> None:
    edit(second, "claims", corrected)
    text = render(difference(first, second), style)
    assert "99999" in text
    assert "count_low" in text


def test_html_from_a_hostile_cell_is_harmless(first: Path, second: Path) -> None:
    edit(second, "places", lambda rows: [rows[0] | {"name": "<script>"}, *rows[1:]])
    assert "<script>" not in render(difference(first, second), "html")


@pytest.mark.parametrize("name", ["no-such-tag", "--output=here", ""])
def test_what_is_no_package_is_refused(first: Path, name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        compare(name or str(tmp_path), str(first), first)


def test_a_released_version_compared_in_git(first: Path, second: Path) -> None:
    edit(second, "claims", corrected)
    commit(second, "Correct a figure")
    found = compare("v-first", "HEAD", second)
    assert [len(rows.changed) for rows in found.rows.values()] == [1]
