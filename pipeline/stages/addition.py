"""A text to be added: what the build would make of it, found out beside the clone.

The stages run in a copy of the clone that has the text and its row in the manifest. The clone
itself stays as it is until `write_addition` puts the two files in place.
"""

import csv
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import InputError
from pipeline.package.descriptor import DESCRIPTOR
from pipeline.paths import ROOT
from pipeline.release.difference import Difference, compare
from pipeline.schema import load_schemas
from pipeline.sources.manifest import COLUMNS, Source, read_manifest
from pipeline.sources.reader import read_document
from pipeline.tables import write_files

MANIFEST = "sources.csv"
_NEEDED = ("curation", "data", "docs", "pipeline", "raw", "reference", "schemas", "sql",
           "dvc.yaml", "params.yaml", "package.yaml", DESCRIPTOR)  # fmt: skip
# What earlier builds have read, so that the copy reads the new text alone.
_KEPT = "build/kept"
_STAGES = ("extract", "resolve", "tables", "package")
_LONGEST_TITLE = 200

Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Preview:
    """What the build would make of one more text; records are rows of CSV files.

    Attributes:
        source: its row in the manifest.
        claims: its rows of `claims`.
        uncoded: its rows of `uncoded`.
        words: the text behind a span, by its start and end.
        joined: the rows of `events` that it would join, of those that are there today.
        new_events: the rows of `events` that it would add.
        unknown_places: names that no gazetteer holds.
        unknown_claimants: speakers whom no file knows.
        difference: everything that would change in the tables.
    """

    source: Source
    claims: list[Record]
    uncoded: list[Record]
    words: dict[tuple[str, str], str]
    joined: list[Record]
    new_events: list[Record]
    unknown_places: list[Record]
    unknown_claimants: list[Record]
    difference: Difference


def describe_text(file: Path, content: bytes, given: dict[str, str]) -> Source:
    """Return the manifest row of a text.

    Args:
        file: where it lies now.
        content: its bytes.
        given: cells of the manifest as far as they are known. Without `source_id` it is made of
            publisher and file name, without `title` the text's first line is taken.

    Raises:
        InputError: the kind of source is none that the schema knows.
    """
    cells = {name: given.get(name, "").strip() for name in COLUMNS}
    kinds = load_schemas()["sources"].field("source_type").enum
    if cells["source_type"] not in kinds:
        problem = f"{cells['source_type']!r} is no kind of source."
        raise InputError("--type", problem, f"Choose from {', '.join(kinds)}.")
    source_id = cells["source_id"] or _slug(f"{cells['publisher']} {file.stem}")
    lines = content.decode("utf-8", "replace").splitlines()
    first = next((line.strip() for line in lines if line.strip()), file.stem)
    cells |= {
        "source_id": source_id,
        "path": f"texts/{source_id}.txt",
        "title": cells["title"] or first[:_LONGEST_TITLE],
        "language": "en",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    del cells["bytes"]
    return Source(bytes=len(content), row=0, **cells)


def manifest_with(source: Source, root: Path = ROOT) -> bytes:
    """Return the manifest of the clone with one more row."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow([getattr(source, name) for name in COLUMNS])
    before = (root / "raw" / MANIFEST).read_bytes()
    return before.rstrip(b"\n") + b"\n" + line.getvalue().encode("utf-8")


def preview_addition(source: Source, file: Path, content: bytes, root: Path = ROOT) -> Preview:
    """Run the stages on a copy of the clone with the text in it.

    Raises:
        InputError: the text or its row cannot be taken, or the build refuses the tables.
    """
    with tempfile.TemporaryDirectory(prefix="add-") as folder:
        copy = Path(folder) / "clone"
        _copy_clone(root, copy)
        write_addition(source, content, copy)
        with _blaming(copy / "raw" / source.path, file), _blaming(copy, root):
            read_manifest(copy / "raw" / MANIFEST)
            read_document(source, copy / "raw")
        for stage in _STAGES:
            _run(stage, copy, file)
        return _gathered(source, content, root, copy)


def write_addition(source: Source, content: bytes, root: Path = ROOT) -> None:
    """Put the text and its row into `raw/`; the manifest, which makes them count, comes last."""
    manifest = manifest_with(source, root)
    path = root / "raw" / source.path
    if path.exists():
        raise InputError(str(path), "There is a text already.", "Give another --source-id.")
    write_files(path.parent, {path.name: content})
    write_files(root / "raw", {MANIFEST: manifest})


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _copy_clone(root: Path, copy: Path) -> None:
    copy.mkdir()
    for name in (*_NEEDED, *([_KEPT] if (root / _KEPT).is_dir() else [])):
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(root / name, copy / name)


@contextmanager
def _blaming(copied: Path, meant: Path) -> Iterator[None]:
    """Name the user's own file in an error about its copy."""
    try:
        yield
    except InputError as error:
        file = error.file.replace(str(copied), str(meant))
        remedy = error.remedy.replace(str(copied), str(meant))
        raise InputError(file, error.problem, remedy, error.row, error.field) from error


def _run(stage: str, copy: Path, file: Path) -> None:
    # Python looks into the folder it is started in before any other: the copy runs its own stages.
    environment = os.environ | {"PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, "-m", f"pipeline.stages.{stage}"],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        told = done.stderr.strip().replace(str(copy), ".").removeprefix("error: ")
        problem = f"The stage {stage} refuses it: {told.splitlines()[-1] if told else 'no reason'}"
        raise InputError(str(file), problem, "Nothing was written.")


def _gathered(source: Source, content: bytes, root: Path, copy: Path) -> Preview:
    def mine(path: Path) -> list[Record]:
        return [row for row in _rows(path) if row["source_id"] == source.source_id]

    def unknown(name: str) -> list[Record]:
        rows = _rows(copy / "build" / "resolved" / name)
        return [row for row in rows if source.source_id in row["sources"].split("|")]

    claims, uncoded = mine(copy / "data" / "claims.csv"), mine(copy / "data" / "uncoded.csv")
    text = content.decode("utf-8")
    spans = {(row["char_start"], row["char_end"]) for row in [*claims, *uncoded]}
    told = {row["event_id"] for row in claims}
    events = [row for row in _rows(copy / "data" / "events.csv") if row["event_id"] in told]
    known = {row["event_id"] for row in _rows(root / "data" / "events.csv")}
    difference = compare(str(root), str(copy), root)
    return Preview(
        source,
        claims,
        uncoded,
        {(start, end): text[int(start) : int(end)] for start, end in spans},
        [row for row in events if row["event_id"] in known],
        [row for row in events if row["event_id"] not in known],
        unknown("unknown_places.csv"),
        unknown("unknown_claimants.csv"),
        replace(difference, old="the tables as they are", new="with the new text"),
    )


def _rows(path: Path) -> list[Record]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
