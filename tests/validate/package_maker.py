"""A small valid package of invented texts, made anew for each test."""

import csv
import hashlib
import json
import random
from collections import defaultdict
from pathlib import Path

from story_claims import StoryClaims
from story_texts import COMMENT_FORM, PLACES, STORY, invent_facts

from pipeline.paths import SCHEMAS
from pipeline.resolve.ids import event_id_of
from pipeline.schema import load_schemas


class Maker:
    """Collects the rows of a package while its texts are written."""

    def __init__(self, folder: Path, sources: int, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.rows: dict[str, list[dict[str, object]]] = defaultdict(list)
        self.texts: dict[str, str] = {}
        for number in range(sources):
            self._source(number)
        self._claimants()
        self._places()
        self._events()

    def _source(self, number: int) -> None:
        source_id = f"orchard-weekly-{number:03d}"
        facts = invent_facts(self.random, number)
        sentences = [sentence.format(**facts) for sentence in STORY]
        title = f"Reports from {facts['place']}"
        text = title + "\n\n" + " ".join(sentences) + "\n\n" + COMMENT_FORM + "\n"
        self.texts[source_id] = text
        coded = StoryClaims(source_id, text, sentences, facts)
        self.rows["claims"] += coded.claims
        self.rows["claim_relations"] += coded.relations
        self.rows["uncoded"] += coded.ledger
        content = text.encode("utf-8")
        self.rows["sources"].append(
            {
                "source_id": source_id,
                "path": f"texts/{source_id}.txt",
                "title": title,
                "publisher": "Orchard Weekly",
                "source_type": "news",
                "published_on": ("2015-06-25", "2015-06", "2015", "")[number % 4],
                "language": "en",
                "licence": "CC0-1.0",
                "bytes": len(content),
                "characters": len(text),
                "sha256": hashlib.sha256(content).hexdigest(),
                "notes": "",
            }
        )

    def _claimants(self) -> None:
        kinds = {
            "dawn_agency": ("Dawn", "state_media"),
            "orchard_observatory": ("Orchard Observatory", "monitor"),
            "orchard_speaker": ("Samir Haddad", "person"),
            "orchard_weekly": ("Orchard Weekly", "media"),
            "witnesses": ("witnesses", "unnamed_group"),
        }
        for claimant_id, (name, kind) in kinds.items():
            parent = "orchard_observatory" if claimant_id == "orchard_speaker" else ""
            self.rows["claimants"].append(
                {
                    "claimant_id": claimant_id,
                    "name": name,
                    "kind": kind,
                    "parent_claimant_id": parent,
                    "review_status": "reviewed",
                }
            )

    def _places(self) -> None:
        self.rows["places"] += [
            {
                "place_id": "idlib_governorate",
                "name": "Idlib Governorate",
                "place_type": "governorate",
                "parent_place_id": "syria",
                "admin1": "Idlib",
                "admin1_pcode": "SY07",
                "latitude": "35.8",
                "longitude": "36.7",
                "coordinate_precision": "area_centre",
                "coordinate_source": "invented",
                "verification": "derived",
            },
            {
                "place_id": "syria",
                "name": "Syria",
                "place_type": "country",
                "verification": "no_coordinates",
            },
        ]
        for number, name in enumerate(PLACES):
            self.rows["places"].append(
                {
                    "place_id": name.lower().replace(" ", "_"),
                    "name": name,
                    "name_ar": "تل أبيار" if number == 0 else "",
                    "place_type": "village",
                    "parent_place_id": "idlib_governorate",
                    "admin1": "Idlib",
                    "admin1_pcode": "SY07",
                    "latitude": f"35.{60 + number}",
                    "longitude": f"36.{50 + number}",
                    "coordinate_precision": "exact_settlement",
                    "coordinate_source": "invented",
                    "verification": "seen",
                }
            )

    def _events(self) -> None:
        groups: dict[tuple[object, ...], list[dict[str, object]]] = defaultdict(list)
        for claim in self.rows["claims"]:
            groups[claim["source_id"], claim["date_start"]].append(claim)
        for claims in groups.values():
            event_id = event_id_of(str(claims[0]["claim_id"]))
            for claim in claims:
                claim["event_id"] = event_id
            killed = [claim for claim in claims if claim["claim_type"] == "killed"]
            voices: dict[object, int] = defaultdict(int)
            for claim in killed:
                if not claim.get("part_of"):
                    figure = int(str(claim["count_low"]))
                    voices[claim["claimant_id"]] = max(voices[claim["claimant_id"]], figure)
            actors = sorted({str(c["actor"]) for c in claims if c.get("actor")})
            self.rows["events"].append(
                {
                    "event_id": event_id,
                    "title": f"Reports from {claims[0]['place_name']}",
                    "event_type": "attack" if killed else "change_to_group_activity",
                    "type_of_violence": "one_sided" if killed else "",
                    "date_start": claims[0]["date_start"],
                    "date_end": claims[0]["date_end"],
                    "date_precision": "day",
                    "place_id": claims[0]["place_id"],
                    "actors": "|".join(actors),
                    "killed_low": min(voices.values()) if killed else "",
                    "killed_high": max(voices.values()) if killed else "",
                    "claim_count": len(claims),
                    "claimant_count": len({c["claimant_id"] for c in claims if "claimant_id" in c}),
                    "source_count": 1,
                    "contested": "true" if killed else "false",
                }
            )

    def write(self) -> None:
        """Write raw texts, tables, schemas and descriptor."""
        tables = load_schemas()
        (self.folder / "raw" / "texts").mkdir(parents=True)
        (self.folder / "data").mkdir()
        (self.folder / "schemas").mkdir()
        for source_id, text in self.texts.items():
            path = self.folder / "raw" / "texts" / f"{source_id}.txt"
            path.write_text(text, encoding="utf-8", newline="\n")
        for name, table in tables.items():
            rows = [
                [str(row.get(column, "")) for column in table.columns] for row in self.rows[name]
            ]
            key = [table.columns.index(column) for column in table.primary_key]
            rows.sort(
                key=lambda row: [int(row[at]) if row[at].isdigit() else row[at] for at in key]
            )
            path = self.folder / "data" / f"{name}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(table.columns)
                writer.writerows(rows)
        describe(self.folder)


def describe(folder: Path) -> None:
    """Write datapackage.json with the sizes and hashes of the tables as they are."""
    resources = []
    for name in load_schemas():
        schema = f"{name}.schema.json"
        (folder / "schemas" / schema).write_bytes((SCHEMAS / schema).read_bytes())
        content = (folder / "data" / f"{name}.csv").read_bytes()
        resources.append(
            {
                "name": name,
                "type": "table",
                "path": f"data/{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": f"schemas/{schema}",
                "bytes": len(content),
                "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            }
        )
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "orchard-claims",
        "resources": resources,
    }
    text = json.dumps(descriptor, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def make_package(folder: Path, sources: int = 4, seed: int = 0) -> Path:
    """Write a valid package below `folder` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    Maker(folder, sources, seed).write()
    return folder
