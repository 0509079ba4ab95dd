"""Hostile and unlucky files under raw/ and reference/, read by the stage that meets them first.

Each ends in an error that names the file, or in a right result, in bounded time and memory, and an
error leaves what the last build extracted. `HOSTILE_MEGABYTES=50 make test` reads the long line in
full.
"""

import csv
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.paths import ROOT
from pipeline.sources.manifest import COLUMNS

MEGABYTES = int(os.environ.get("HOSTILE_MEGABYTES", "2"))
MOST_MEMORY = 3 << 30
LONGEST = 120 + 40 * MEGABYTES
SENTENCE = "The guards of the mill slept in the night, and the mayor was told of it. "
STORY = "At least 12 villagers were killed on 4 May 2014 near the mill, the mayor said. " + SENTENCE


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a project whose raw/ holds one good text, with an extraction of an earlier build."""
    folder = tmp_path / "project"
    for name in ("pipeline", "reference", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "dvc.yaml", folder)
    (folder / "raw" / "texts").mkdir(parents=True)
    earlier = folder / "build" / "extracted"
    earlier.mkdir(parents=True)
    (earlier / "claims.jsonl").write_text("earlier", encoding="utf-8")
    list_texts(folder, {"mill": STORY.encode()})
    return folder


def list_texts(folder: Path, texts: dict[str, bytes], **changes: str) -> None:
    """Write texts and a manifest that describes them; `changes` are cells of its last row."""
    rows = []
    for source_id, content in texts.items():
        path = folder / "raw" / "texts" / f"{source_id}.txt"
        path.write_bytes(content)
        row = dict.fromkeys(COLUMNS, "") | {
            "source_id": source_id,
            "path": f"texts/{source_id}.txt",
            "title": "The mill",
            "publisher": "Orchard Weekly",
            "source_type": "news",
            "published_on": "2014-05-05",
            "language": "en",
            "licence": "CC0-1.0",
            "bytes": str(len(content)),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        rows.append(row)
    rows[-1] |= changes
    with (folder / "raw" / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def extract(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline.stages.extract"],
        cwd=folder,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=limit_memory,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )


def refused(folder: Path, *says: str) -> None:
    done = extract(folder)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for words in says:
        assert words in done.stderr
    assert (folder / "build" / "extracted" / "claims.jsonl").read_text() == "earlier"


def claims(folder: Path) -> list[dict[str, object]]:
    done = extract(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    path = folder / "build" / "extracted" / "claims.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_good_text_gives_its_claim(clone: Path) -> None:
    assert [claim["count_low"] for claim in claims(clone)] == [12]


@pytest.mark.parametrize("path", ["../outside.txt", "texts/../../outside.txt", "/etc/hostname"])
def test_a_path_that_leaves_the_folder(clone: Path, path: str) -> None:
    (clone / "outside.txt").write_text(STORY, encoding="utf-8")
    list_texts(clone, {"mill": STORY.encode()}, path=path)
    refused(clone, "raw/sources.csv:2", "path")


def test_a_link(clone: Path) -> None:
    (clone / "outside.txt").write_text(STORY, encoding="utf-8")
    text = clone / "raw" / "texts" / "mill.txt"
    text.unlink()
    text.symlink_to(clone / "outside.txt")
    refused(clone, "raw/sources.csv:2", "path")


def test_two_hundred_megabytes(clone: Path) -> None:
    list_texts(clone, {"mill": SENTENCE.encode() * (200_000_000 // len(SENTENCE))})
    refused(clone, "mill.txt")


def test_one_endless_line(clone: Path) -> None:
    text = STORY + SENTENCE * (MEGABYTES * 1_000_000 // len(SENTENCE))
    list_texts(clone, {"mill": text.encode()})
    assert [claim["count_low"] for claim in claims(clone)] == [12]


@pytest.mark.parametrize("content", [b"", b" \n", b"\x89PNG\r\n\x00\x01" * 99, b"caf\xe9 " * 99])
def test_what_is_no_text(clone: Path, content: bytes) -> None:
    list_texts(clone, {"mill": content})
    refused(clone, "raw/")


def test_deep_markup(clone: Path) -> None:
    text = STORY + "\n" + "<div><p>[[" * 100_000 + "x" + "]]</p></div>" * 100_000 + "\n" + SENTENCE
    list_texts(clone, {"mill": text.encode()})
    assert 12 in [claim["count_low"] for claim in claims(clone)]


def test_nothing_but_numbers(clone: Path) -> None:
    list_texts(clone, {"mill": " ".join(str(number) for number in range(20_000)).encode()})
    done = extract(clone)
    assert "Traceback" not in done.stderr
    if done.returncode:
        refused(clone, "mill")
    else:
        assert claims(clone) == []


def test_one_id_twice(clone: Path) -> None:
    list_texts(clone, {"mill": STORY.encode(), "well": b"Another. " + STORY.encode()},
               source_id="mill")  # fmt: skip
    refused(clone, "raw/sources.csv:3", "source_id", "mill")


def test_two_texts_of_the_same_bytes(clone: Path) -> None:
    list_texts(clone, {"mill": STORY.encode(), "well": STORY.encode()})
    refused(clone, "raw/sources.csv:3", "sha256")


def test_a_gazetteer_that_leads_back_to_itself(clone: Path) -> None:
    path = clone / "reference" / "gazetteer.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    child = next(row for row in rows if row["parent_place_id"])
    parent = next(row for row in rows if row["place_id"] == child["parent_place_id"])
    parent["parent_place_id"] = child["place_id"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    refused(clone, "reference/gazetteer.csv", "parent_place_id")
