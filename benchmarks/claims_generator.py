"""A package of any size in this project's data model, invented row by row from a seed."""

import argparse
import csv
import hashlib
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from pipeline.paths import SCHEMAS
from pipeline.schema import load_schemas

FIRST_DAY = date(2011, 3, 15)
TYPES = ["attack", "armed_clash", "shelling_artillery_missile", "air_drone_strike", "other"]
SUBJECTS = ["civilians", "children", "women", "soldiers", "rebels", "police", "people"]
CLAIMS_OF_AN_EVENT = 10


def _id(prefix: str, number: int) -> str:
    """Return an id of ten hexadecimal digits that sorts as the numbers do."""
    return f"{prefix}-{number * 9_973:010x}"


class Generator:
    """Writes the tables; sizes other than that of claims follow from it as in a large archive."""

    def __init__(self, claims: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.claims = claims
        self.events = max(1, claims // CLAIMS_OF_AN_EVENT)
        self.sources = max(1, claims // 20)
        self.places = max(2, claims // 100)
        self.claimants = max(2, claims // 1000)

    def rows(self, table: str) -> Iterator[list[object]]:
        """Yield the rows of a table, in the order of its key."""
        makers = {
            "sources": self._sources,
            "claimants": self._claimants,
            "places": self._places,
            "events": self._events,
            "claims": self._claims,
            "claim_relations": self._relations,
            "uncoded": self._uncoded,
        }
        return makers[table]()

    def _day(self, event: int) -> date:
        return FIRST_DAY + timedelta(days=event % 3000)

    def _place(self, event: int) -> str:
        return f"place_{event % self.places:06d}"

    def _figure(self, event: int) -> int:
        return 20 + event % 80

    def _actor(self, event: int, rank: int) -> str:
        return "opposition_forces" if rank == 0 and event % 4 else "syrian_government"

    def _contested(self, event: int) -> bool:
        """Return whether the first two claims of an event contradict each other."""
        return event % 3 < 2 and event * CLAIMS_OF_AN_EVENT + 1 < self.claims

    def _sources(self) -> Iterator[list[object]]:
        for number in range(self.sources):
            digest = hashlib.sha256(f"text {number}".encode()).hexdigest()
            name = f"orchard-weekly-{number:07d}"
            yield [name, f"texts/{name}.txt", f"Report {number}", "Orchard Weekly", "news",
                   "2024-11-30", "en", "CC0-1.0", 40_000, 40_000, digest, ""]  # fmt: skip

    def _claimants(self) -> Iterator[list[object]]:
        for number in range(self.claimants):
            parent = f"speaker_{number // 7:06d}" if number % 7 else ""
            yield [f"speaker_{number:06d}", f"Speaker {number}", "", "monitor", "independent",
                   parent, "SY", "reviewed"]  # fmt: skip

    def _places(self) -> Iterator[list[object]]:
        for number in range(self.places):
            parent = "place_000000" if number else ""
            latitude, longitude = 35.2 + number % 900 / 1000, 36.1 + number % 900 / 1000
            yield [f"place_{number:06d}", f"Place {number}", "مكان", "", "village", parent, "Idlib",
                   "SY07", "", "", "", "", f"{latitude:.3f}", f"{longitude:.3f}",
                   "exact_settlement", number + 1, "", "", "invented", "seen"]  # fmt: skip

    def _events(self) -> Iterator[list[object]]:
        for number in range(self.events):
            figure, day = self._figure(number), self._day(number).isoformat()
            size = min(CLAIMS_OF_AN_EVENT, self.claims - number * CLAIMS_OF_AN_EVENT)
            voices = min(size, self.claimants)
            kind = TYPES[number % len(TYPES)]
            contested = "true" if self._contested(number) else "false"
            actors = "|".join(sorted({self._actor(number, rank) for rank in range(size)}))
            yield [_id("e", number), f"Attack, {self._place(number)}, {day}", kind, "one_sided",
                   day, day, "day", self._place(number), actors,
                   figure, figure + size - 1, size, voices, 1, contested]  # fmt: skip

    def _claims(self) -> Iterator[list[object]]:
        for number in range(self.claims):
            event, rank = divmod(number, CLAIMS_OF_AN_EVENT)
            day, figure = self._day(event).isoformat(), self._figure(event) + rank
            speaker = f"speaker_{(event + rank) % self.claimants:06d}"
            start = 100 + number % 20 * 1_900
            subject = SUBJECTS[event % len(SUBJECTS)]
            digest = hashlib.sha256(f"{figure} {subject} {number}".encode()).hexdigest()
            actor = self._actor(event, rank)
            yield [_id("c", number), _id("e", event), f"orchard-weekly-{number // 20:07d}", speaker,
                   "", start + 20, start + 32, start, start + 180, digest, "killed", figure, figure,
                   "exact", subject, actor, day, day, "day", self._place(event),
                   f"Place {event % self.places}", "incident", "reported", "",
                   "extracted"]  # fmt: skip

    def _relations(self) -> Iterator[list[object]]:
        for event in range(self.events):
            first = event * CLAIMS_OF_AN_EVENT
            if self._contested(event):
                yield [_id("c", first), _id("c", first + 1), "contradicts", "figure"]

    def _uncoded(self) -> Iterator[list[object]]:
        digest = hashlib.sha256(b"2015").hexdigest()
        for number in range(self.sources):
            yield [f"orchard-weekly-{number:07d}", 10, 14, digest, "date"]


def generate(folder: Path, claims: int, seed: int = 0) -> Path:
    """Write a package with `claims` claims below `folder` and return its path."""
    generator = Generator(claims, seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "schemas").mkdir(exist_ok=True)
    resources = []
    for name, table in load_schemas().items():
        path = folder / "data" / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.columns)
            writer.writerows(generator.rows(name))
        schema = f"{name}.schema.json"
        (folder / "schemas" / schema).write_bytes((SCHEMAS / schema).read_bytes())
        with path.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        resources.append(
            {
                "name": name,
                "type": "table",
                "path": f"data/{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": f"schemas/{schema}",
                "bytes": path.stat().st_size,
                "hash": f"sha256:{digest}",
            }
        )
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "generated-claims",
        "resources": resources,
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2), encoding="utf-8")
    return folder


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.claims, arguments.seed)
