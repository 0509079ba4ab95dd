"""Packages of other data models, folders, archives, and what must not be trusted in them."""

import io
import json
import shutil
import tarfile
import zipfile
from pathlib import Path

import frictionless
import pytest
from package_maker import make_package

from pipeline.errors import InputError
from pipeline.paths import ROOT
from pipeline.validate import Report, list_rules, validate_package
from pipeline.validate.catalogue import rules_markdown

FIELDS = [
    {"name": "id", "type": "integer", "constraints": {"required": True}},
    {"name": "name", "type": "string", "constraints": {"minLength": 2, "maxLength": 5}},
    {
        "name": "share",
        "type": "number",
        "constraints": {"exclusiveMinimum": 0, "exclusiveMaximum": 1},
    },
    {"name": "day", "type": "date"},
    {"name": "open", "type": "boolean"},
    {"name": "level", "type": "integer", "constraints": {"enum": [1, 2, 3]}},
    {"name": "boss", "type": "integer"},
]
KEYS = {
    "primaryKey": ["id"],
    "foreignKeys": [{"fields": ["boss"], "reference": {"resource": "", "fields": ["id"]}}],
    "missingValues": ["", "NA"],
}


def other_package(folder: Path, *rows: str, fields: list[dict] = FIELDS, **keys: object) -> Path:
    """Write a package of one table that has nothing to do with this project."""
    header = ",".join(field["name"] for field in fields)
    (folder / "staff.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    schema = {"fields": fields, **(keys or KEYS)}
    resource = {"name": "staff", "path": "staff.csv", "schema": schema}
    profile = "https://datapackage.org/profiles/2.0/datapackage.json"
    descriptor = {"$schema": profile, "name": "other", "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def told(report: Report) -> list[tuple[str, int | None, str]]:
    return [(found.rule, found.line, found.field) for found in report.findings]


def test_a_sound_package_of_another_model_passes(tmp_path: Path) -> None:
    package = other_package(
        tmp_path,
        "1,Ann,0.5,2015-06-01,true,1,",
        "2,NA,0.25,NA,FALSE,3,1",
        "+3,Bob,1e-3,2015-06-01,1,2,1",
    )
    assert told(validate_package(package)) == []


@pytest.mark.parametrize(
    ("row", "rule", "field"),
    [
        ("2,Ann,1.0,,,,", "exclusiveMaximum", "share"),
        ("2,Ann,0,,,,", "exclusiveMinimum", "share"),
        ("2,A,0.5,,,,", "minLength", "name"),
        ("2,Annabel,0.5,,,,", "maxLength", "name"),
        ("2,Ann,0.5,,,4,", "enum", "level"),
        ("2,Ann,0.5,,maybe,,", "type-error", "open"),
        ("1,Ann,0.5,,,,", "primary-key", "id"),
        ("2,Ann,0.5,,,,9", "foreign-key", "boss"),
        ("NA,Ann,0.5,,,,", "primary-key", "id"),
    ],
)
def test_each_constraint_of_another_model_is_held(
    tmp_path: Path, row: str, rule: str, field: str
) -> None:
    package = other_package(tmp_path, "1,Ann,0.5,2015-06-01,true,1,", row)
    assert told(validate_package(package, layers=["sql"])) == [(rule, 3, field)]


# What frictionless says of each stands in docs/validation.md; ours follows the specification.
@pytest.mark.parametrize(
    ("kind", "cell", "sound"),
    [
        ("integer", " 42", False),
        ("integer", "1_000", False),
        ("integer", "٤٢", False),
        ("integer", "1e3", False),
        ("integer", "3.0", False),
        ("integer", "99999999999999999999", True),
        ("integer", "-99999999999999999999", True),
        ("integer", "+5", True),
        ("integer", "007", True),
        ("number", "NaN", True),
        ("number", "-INF", True),
        ("number", "1,5", False),
        ("number", " 1.5", False),
        ("date", "2012-1-1", False),
        ("date", "2012-02-30", False),
        ("date", " 2012-02-03", False),
        ("boolean", "yes", False),
        ("year", "2015", True),
        ("yearmonth", "2015-13", False),
        ("time", "25:00:00", False),
        ("object", "[1]", False),
        ("any", "anything", True),
    ],
)
def test_odd_cells_are_judged_by_the_specification(
    tmp_path: Path, kind: str, cell: str, sound: bool
) -> None:
    fields = [{"name": "id", "type": "string"}, {"name": "value", "type": kind}]
    package = other_package(tmp_path, f'a,"{cell}"', fields=fields, primaryKey=["id"])
    expected = [] if sound else [("type-error", 2, "value")]
    assert told(validate_package(package, layers=["sql"])) == expected


def test_an_integer_beyond_64_bits_is_held_to_its_limits(tmp_path: Path) -> None:
    fields = [{"name": "id", "type": "integer", "constraints": {"maximum": 10}}]
    package = other_package(tmp_path, "99999999999999999999", fields=fields, missingValues=[""])
    assert told(validate_package(package, layers=["sql"])) == [("maximum", 2, "id")]


def two_tables(folder: Path, keys: list[str], references: list[str]) -> Path:
    """Write a package in which one table refers to another, both columns of one form."""
    form = {"type": "string", "constraints": {"pattern": "[a-z]+"}}
    (folder / "towns.csv").write_text("\n".join(["town", *keys]) + "\n", encoding="utf-8")
    rows = [f"{number},{town}" for number, town in enumerate(references)]
    (folder / "roads.csv").write_text("\n".join(["road,town", *rows]) + "\n", encoding="utf-8")
    towns = {"fields": [{"name": "town", **form}], "primaryKey": ["town"]}
    key = {"fields": ["town"], "reference": {"resource": "towns", "fields": ["town"]}}
    roads = {
        "fields": [{"name": "road", "type": "integer"}, {"name": "town", **form}],
        "primaryKey": ["road"],
        "foreignKeys": [key],
    }
    resources = [
        {"name": name, "path": f"{name}.csv", "schema": schema}
        for name, schema in (("towns", towns), ("roads", roads))
    ]
    descriptor = {"name": "roads", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def test_a_reference_that_leads_nowhere_is_still_held_to_its_form(tmp_path: Path) -> None:
    package = two_tables(tmp_path, ["aleppo", "idlib"], ["idlib", "Hama!", "homs", "aleppo"])
    assert told(validate_package(package, layers=["sql"])) == [
        ("foreign-key", 3, "town"),
        ("pattern", 3, "town"),
        ("foreign-key", 4, "town"),
    ]


def test_a_malformed_key_does_not_excuse_the_references_to_it(tmp_path: Path) -> None:
    package = two_tables(tmp_path, ["Hama!", "idlib"], ["idlib", "Hama!"])
    found = validate_package(package, layers=["sql"]).findings
    assert {("pattern", "towns.csv", 2), ("pattern", "roads.csv", 3)} == {
        (one.rule, one.file, one.line) for one in found
    }


def test_a_folder_of_tables_needs_no_descriptor(tmp_path: Path) -> None:
    package = make_package(tmp_path / "package")
    (package / "datapackage.json").unlink()
    report = validate_package(package, layers=["sql"])
    assert report.findings == []
    assert "datapackage.json" in report.notes[0]
    assert validate_package(package / "data", layers=["sql"]).findings == []


def test_data_without_raw_texts_says_what_was_not_checked(tmp_path: Path) -> None:
    package = make_package(tmp_path / "package")
    (package / "raw").rename(tmp_path / "elsewhere")
    report = validate_package(package, layers=["sql"])
    assert report.findings == []
    assert ["raw/" in note for note in report.notes] == [True]


def test_nothing_to_validate_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        validate_package(tmp_path)
    with pytest.raises(InputError):
        validate_package(tmp_path / "nowhere")


@pytest.mark.parametrize("kind", ["zip", "gztar"])
def test_a_release_archive_is_validated_like_its_folder(tmp_path: Path, kind: str) -> None:
    make_package(tmp_path / "in" / "package")
    archive = shutil.make_archive(str(tmp_path / "release"), kind, tmp_path / "in")
    report = validate_package(archive, layers=["sql"])
    assert report.findings == []
    assert report.notes == []


def test_an_archive_cannot_write_outside_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../evil.txt", "x")
    with pytest.raises(InputError, match="outside"):
        validate_package(path)
    assert not (tmp_path / "evil.txt").exists()


def test_an_archive_cannot_bring_links(tmp_path: Path) -> None:
    path = tmp_path / "evil.tar"
    with tarfile.open(path, "w") as archive:
        link = tarfile.TarInfo("datapackage.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link, io.BytesIO())
    with pytest.raises(InputError, match="regular"):
        validate_package(path)


def test_the_page_of_rules_is_that_of_the_registry() -> None:
    page = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    assert rules_markdown() in page


def test_rules_have_one_name_each_and_say_why() -> None:
    rules = list_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.protects.endswith(".") for rule in rules)


def test_the_json_report_has_the_shape_that_frictionless_reads(tmp_path: Path) -> None:
    package = other_package(tmp_path, "1,Ann,0.5,,maybe,,", "1,Ann,2,,,,")
    content = json.loads(validate_package(package, layers=["sql"]).render("json"))
    report = frictionless.Report.from_descriptor(content)
    assert not report.valid
    assert [error.row_number for error in report.tasks[0].errors] == [2, 3, 3]


@pytest.mark.parametrize("style", ["table", "github", "html"])
def test_hostile_cells_cannot_write_into_a_report(tmp_path: Path, style: str) -> None:
    evil = "<script>\u202e::error::\x1b[31m[red]"
    package = other_package(tmp_path, f"{evil},Ann,0.5,,,,")
    text = validate_package(package, layers=["sql"]).render(style)
    assert "\x1b" not in text
    assert "\u202e" not in text
    if style == "html":
        assert "<script>" not in text
