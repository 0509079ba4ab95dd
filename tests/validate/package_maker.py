"""A small valid package of invented texts, made anew for each test."""

import csv
import hashlib
import json
import random
from collections import defaultdict
from pathlib import Path

from pipeline.paths import SCHEMAS
from pipeline.resolve.ids import event_id_of, short_hash
from pipeline.schema import load_schemas

PLACES = ["Tell Abyar", "Kafr Sunbul", "Wadi Zaytun", "Burj Hamam", "Ayn Tineh", "Deir Qamar"]
COMMENT_FORM = (
    "Leave a Reply\nYour email address will not be published. Required fields are marked *"
)
AGREED = "Witnesses also spoke of {agency} dead civilians."
STORY = [
    "The Orchard Observatory said that at least {first} civilians were killed near {place} "
    "on {day} June 2015, including {children} children.",
    "The Dawn state agency put the number of dead civilians at {agency}.",
    "Later the Orchard Observatory raised its figure to {second} civilians.",
    AGREED,
    "A doctor was wounded in the same attack.",
    "About {fighters} rebels surrendered in {other} on {after} June 2015, and shells hit "
    "the market.",
    "The market lies {distance} kilometres from the border.",
]


def _facts(random_: random.Random, number: int) -> dict[str, int | str]:
    first = random_.randint(20, 60)
    place = PLACES[number % len(PLACES)]
    return {
        "first": first,
        "second": first + random_.randint(2, 9),
        "agency": random_.randint(4, 15),
        "children": random_.randint(2, 9),
        "fighters": random_.randint(30, 90),
        "distance": random_.randint(3, 30),
        "day": 10 + number % 5,
        "after": 16 + number % 5,
        "place": place,
        "other": PLACES[(number + 1) % len(PLACES)],
    }


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
        facts = _facts(self.random, number)
        sentences = [sentence.format(**facts) for sentence in STORY]
        title = f"Reports from {facts['place']}"
        text = title + "\n\n" + " ".join(sentences) + "\n\n" + COMMENT_FORM + "\n"
        self.texts[source_id] = text
        self._claims(source_id, text, sentences, facts)
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

    def _claims(
        self, source_id: str, text: str, sentences: list[str], facts: dict[str, int | str]
    ) -> None:
        day, after = f"2015-06-{facts['day']}", f"2015-06-{facts['after']}"
        slug = str(facts["place"]).lower().replace(" ", "_")
        other = str(facts["other"]).lower().replace(" ", "_")
        here = {"date_start": day, "date_end": day, "place_id": slug, "place_name": facts["place"]}
        there = {"date_start": after, "date_end": after, "place_id": other}
        there["place_name"] = facts["other"]
        killed = {"claim_type": "killed", "subject": "civilians", "actor": "syrian_government"}

        def claim(sentence: int, words: str, **cells: object) -> dict[str, object]:
            start = text.index(sentences[sentence])
            at = text.index(words, start)
            row: dict[str, object] = {
                "source_id": source_id,
                "char_start": at,
                "char_end": at + len(words),
                "sentence_start": start,
                "sentence_end": start + len(sentences[sentence]),
                "text_sha256": hashlib.sha256(words.encode()).hexdigest(),
                "date_precision": "day",
                "scope": "incident",
                "verification": "reported",
                "review_status": "extracted",
                **cells,
            }
            parts = (source_id, str(at), str(row["claim_type"]), str(row.get("subject", "")))
            row["claim_id"] = "c-" + short_hash(*parts)
            self.rows["claims"].append(row)
            return row

        exact = {"count_qualifier": "exact"}
        observatory = {"claimant_id": "orchard_observatory"}
        first = claim(
            0,
            f"at least {facts['first']} civilians",
            count_low=facts["first"],
            count_qualifier="at_least",
            **killed,
            **here,
            **observatory,
        )
        claim(
            0,
            f"{facts['children']} children",
            count_low=facts["children"],
            count_high=facts["children"],
            part_of=first["claim_id"],
            **{**killed, "subject": "children"},
            **exact,
            **here,
            **observatory,
        )
        agency = claim(
            1,
            f"{facts['agency']}",
            count_low=facts["agency"],
            count_high=facts["agency"],
            **{**killed, "actor": ""},
            **exact,
            **here,
            claimant_id="dawn_agency",
            via_claimant_id="orchard_weekly",
        )
        second = claim(
            2,
            f"{facts['second']} civilians",
            count_low=facts["second"],
            count_high=facts["second"],
            **killed,
            **exact,
            **here,
            **observatory,
        )
        also = claim(
            3,
            f"{facts['agency']} dead civilians",
            count_low=facts["agency"],
            count_high=facts["agency"],
            **killed,
            **exact,
            **here,
            claimant_id="witnesses",
        )
        claim(
            4,
            "A doctor",
            claim_type="wounded",
            subject="civilians",
            count_low=1,
            count_high=1,
            actor="syrian_government",
            **exact,
            **here,
        )
        claim(
            5,
            f"About {facts['fighters']} rebels",
            claim_type="surrendered",
            subject="rebels",
            count_low=facts["fighters"],
            count_high=facts["fighters"],
            count_qualifier="approximate",
            **there,
        )
        claim(5, "shells hit the market", claim_type="occurred", **there)
        self._relation(first, agency, "contradicts", "figure")
        self._relation(agency, second, "contradicts", "figure")
        self._relation(agency, also, "agrees", "same")
        self.rows["claim_relations"].append(
            {
                "claim_id": second["claim_id"],
                "related_claim_id": first["claim_id"],
                "relation": "supersedes",
                "reason": "figure",
            }
        )
        self._ledger(source_id, text, f" {facts['day']} June", "date", len(str(facts["day"])))
        self._ledger(source_id, text, " 2015, including", "date", 4)
        self._ledger(source_id, text, f" {facts['after']} June", "date", len(str(facts["after"])))
        self._ledger(source_id, text, " 2015, and", "date", 4)
        digits = len(str(facts["distance"]))
        self._ledger(source_id, text, f" {facts['distance']} kilometres", "distance", digits)

    def _relation(
        self, one: dict[str, object], other: dict[str, object], relation: str, reason: str
    ) -> None:
        ids = sorted((str(one["claim_id"]), str(other["claim_id"])))
        self.rows["claim_relations"].append(
            {
                "claim_id": ids[0],
                "related_claim_id": ids[1],
                "relation": relation,
                "reason": reason,
            }
        )

    def _ledger(self, source_id: str, text: str, words: str, reason: str, length: int) -> None:
        start = text.index(words) + 1
        number = text[start : start + length]
        self.rows["uncoded"].append(
            {
                "source_id": source_id,
                "char_start": start,
                "char_end": start + length,
                "text_sha256": hashlib.sha256(number.encode()).hexdigest(),
                "reason": reason,
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
