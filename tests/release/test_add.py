"""`claims add`: everything is shown before anything is written, and then exactly that is written."""

import hashlib
from pathlib import Path

import pytest
from clones import copy_of_project

from pipeline.errors import InputError
from pipeline.release.versions import Bump
from pipeline.sources.manifest import read_manifest
from pipeline.stages.addition import (
    Preview,
    describe_text,
    preview_addition,
    write_addition,
)

TEXT = (
    b"Warplanes bomb market in Saraqib\n\nOn 4 May 2013, at least 31 civilians, including five "
    b"children, were killed when warplanes bombed a market in Saraqib, the Syrian Observatory for "
    b"Human Rights said. Seven people were wounded in the hamlet of Tel Nowhere. The market was "
    b"opened in 1950.\n"
)
GIVEN = {
    "publisher": "Daily Example",
    "published_on": "2013-05-05",
    "licence": "CC-BY-4.0",
    "source_type": "news",
    "notes": "made up, with a comma",
}
FILE = Path("Market (1).txt")


def files_of(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_project(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="module")
def preview(clone: Path) -> Preview:
    before = files_of(clone)
    shown = preview_addition(describe_text(FILE, TEXT, GIVEN), FILE, TEXT, clone)
    assert files_of(clone) == before
    return shown


def test_it_shows_claims_with_their_words(preview: Preview) -> None:
    words = {
        preview.words[row["char_start"], row["char_end"]]: row["count_low"]
        for row in preview.claims
    }
    assert words["at least 31 civilians"] == "31"
    assert words["five children"] == "5"
    assert {row["source_id"] for row in preview.claims} == {"daily-example-market-1"}


def test_it_shows_what_was_left_uncoded_and_which_names_are_unknown(preview: Preview) -> None:
    left = {preview.words[row["char_start"], row["char_end"]] for row in preview.uncoded}
    assert "1950" in left
    assert [row["name"] for row in preview.unknown_places] == ["Tel Nowhere"]


def test_it_shows_events_and_changes_and_the_version_due(preview: Preview) -> None:
    assert {row["event_id"] for row in [*preview.joined, *preview.new_events]} == {
        row["event_id"] for row in preview.claims
    }
    changes = preview.difference.rows
    assert [row["source_id"] for row in changes["sources"].added] == ["daily-example-market-1"]
    assert len(changes["claims"].added) == len(preview.claims)
    assert preview.difference.bump is Bump.MINOR


def test_title_and_id_come_from_the_text_and_its_file() -> None:
    source = describe_text(FILE, TEXT, GIVEN)
    assert source.title == "Warplanes bomb market in Saraqib"
    assert source.path == "texts/daily-example-market-1.txt"
    named = describe_text(FILE, TEXT, GIVEN | {"source_id": "mine", "title": "Another"})
    assert (named.source_id, named.title) == ("mine", "Another")


def test_what_is_written_is_the_text_and_one_row(tmp_path: Path) -> None:
    clone = copy_of_project(tmp_path)
    before, listed = files_of(clone), read_manifest(clone / "raw" / "sources.csv")
    source = describe_text(FILE, TEXT, GIVEN)
    write_addition(source, TEXT, clone)
    changed = dict(files_of(clone).items() - before.items())
    assert set(changed) == {"raw/sources.csv", f"raw/{source.path}"}
    assert (clone / "raw" / source.path).read_bytes() == TEXT
    now = read_manifest(clone / "raw" / "sources.csv")
    assert now[:-1] == listed
    assert (now[-1].source_id, now[-1].notes) == (source.source_id, GIVEN["notes"])
    with pytest.raises(InputError, match="already"):
        write_addition(source, TEXT, clone)


@pytest.mark.parametrize(
    ("given", "content", "told"),
    [
        ({"source_type": "rumour"}, TEXT, "no kind of source"),
        ({"licence": ""}, TEXT, "licence"),
        ({"published_on": "May 2013"}, TEXT, "published_on"),
        ({"source_id": "../out"}, TEXT, "source_id"),
        ({}, b"\xff\xfe\x00", ""),
        ({}, "Этот текст написан совсем не по-английски, а по-русски.\n".encode(), "English"),
        ({}, b"", ""),
    ],
)
def test_what_cannot_be_taken_is_refused_before_anything_is_written(
    clone: Path, given: dict[str, str], content: bytes, told: str
) -> None:
    before = files_of(clone)
    with pytest.raises(InputError) as refused:
        preview_addition(describe_text(FILE, content, GIVEN | given), FILE, content, clone)
    assert told in str(refused.value)
    assert "/add-" not in str(refused.value), "the copy is nobody's business"
    assert files_of(clone) == before


def test_a_text_that_is_there_already_is_refused(clone: Path) -> None:
    known = read_manifest(clone / "raw" / "sources.csv")[0]
    content = (clone / "raw" / known.path).read_bytes()
    with pytest.raises(InputError, match="stands already"):
        preview_addition(describe_text(FILE, content, GIVEN), FILE, content, clone)
