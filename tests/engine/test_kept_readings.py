"""The build reads a text once: what was found in it is kept under its hash and that of the rules."""

import json
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.extract import Extraction
from pipeline.extract.reference import Reference
from pipeline.sources.document import Document
from pipeline.sources.manifest import Source
from pipeline.stages import extract

TEXT = (
    "At least {} civilians were killed by mortar fire in the village on Tuesday, residents said.\n"
)


class Clone:
    """A folder of texts with its manifest, and the stage that reads it."""

    def __init__(self, folder: Path, patched: pytest.MonkeyPatch) -> None:
        self.raw = folder / "raw"
        self.raw.mkdir()
        self.read: list[str] = []
        self.rules = "one"
        patched.setattr(extract, "RAW", self.raw)
        patched.setattr(extract, "EXTRACTED", folder / "extracted")
        patched.setattr(extract, "KEPT", folder / "kept" / "extracted.sqlite")
        patched.setattr(extract, "stage_rules", lambda: self.rules)
        self._extract = extract.extract_document
        patched.setattr(extract, "extract_document", self._noted)
        self.output = folder / "extracted"

    def _noted(self, document: Document, reference: Reference) -> Extraction:
        self.read.append(document.source_id)
        return self._extract(document, reference)

    def write(self, *numbers: int, published_on: str = "2016-05-04") -> None:
        columns = [column.name for column in fields(Source) if column.name != "row"]
        lines = [",".join(columns)]
        for number in numbers:
            content = TEXT.format(number).encode()
            (self.raw / f"note-{number}.txt").write_bytes(content)
            cells = {"source_id": f"note-{number}", "path": f"note-{number}.txt", "title": "Note"}
            cells |= {"publisher": "Orchard Weekly", "source_type": "news", "language": "en"}
            cells |= {"published_on": published_on, "licence": "CC0-1.0", "notes": ""}
            cells |= {"bytes": str(len(content)), "sha256": sha256(content).hexdigest()}
            lines.append(",".join(cells[column] for column in columns))
        (self.raw / "sources.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self) -> list[str]:
        """Run the stage and return which texts it read."""
        self.read.clear()
        extract.extract_sources()
        return sorted(self.read)

    def counts(self) -> list[int]:
        lines = (self.output / "claims.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line)["count_low"] for line in lines]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    return Clone(tmp_path, monkeypatch)


def test_a_text_added_is_the_only_one_read(clone: Clone) -> None:
    clone.write(11, 13)
    assert clone.run() == ["note-11", "note-13"]
    before = (clone.output / "claims.jsonl").read_bytes()
    assert clone.run() == []
    assert (clone.output / "claims.jsonl").read_bytes() == before
    clone.write(11, 12, 13)
    assert clone.run() == ["note-12"]
    assert clone.counts() == [11, 12, 13]


def test_a_text_taken_away_leaves_nothing(clone: Clone) -> None:
    clone.write(11, 13)
    clone.run()
    clone.write(13)
    assert clone.run() == []
    assert clone.counts() == [13]


def test_other_rules_or_another_date_reread(clone: Clone) -> None:
    clone.write(11, 13)
    clone.run()
    clone.rules = "two"
    assert clone.run() == ["note-11", "note-13"]
    clone.write(11, 13, published_on="2016-05-05")
    assert clone.run() == ["note-11", "note-13"]


def test_a_changed_byte_is_an_error_though_the_text_was_read(clone: Clone) -> None:
    clone.write(11)
    clone.run()
    (clone.raw / "note-11.txt").write_bytes(TEXT.format(99).encode())
    with pytest.raises(InputError, match="are not the"):
        clone.run()


def test_the_rules_are_what_dvc_names_for_the_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(extract, "hash_of", lambda places: hashed.extend(map(str, places)) or "")
    extract.stage_rules()
    named = {Path(place).relative_to(extract.ROOT).as_posix() for place in hashed}
    assert {"pipeline/extract", "pipeline/language", "reference/vocabulary"} <= named
    assert "raw" not in named
