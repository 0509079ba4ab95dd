"""A small invented package: rows for every table and the texts they are about."""

import hashlib
from pathlib import Path

from pipeline.schema import load_schemas
from pipeline.tables import Row, write_tables

TEXTS = {
    "alpha-news": "Alpha reported – 9 people, among them 2 children, died in Birqa on Friday.\n",
    "beta-wire": "The Monitor counted 12 dead in Birqa.\n",
}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _claim(number: int, source: str, words: str, low: int, **changes: object) -> Row:
    text = TEXTS[source]
    start = text.index(words)
    row = dict.fromkeys(load_schemas()["claims"].columns)
    row |= {
        "claim_id": f"c-{number:010x}",
        "event_id": "e-0000000001",
        "source_id": source,
        "char_start": start,
        "char_end": start + len(words),
        "sentence_start": 0,
        "sentence_end": len(text.split("\n")[0]),
        "text_sha256": _hash(words),
        "claim_type": "killed",
        "count_low": low,
        "count_high": low,
        "count_qualifier": "exact",
        "subject": "people",
        "date_start": "2015-05-01",
        "date_end": "2015-05-01",
        "date_precision": "day",
        "place_id": "birqa",
        "place_name": "Birqa",
        "scope": "incident",
        "verification": "reported",
        "review_status": "extracted",
    }
    return row | changes  # type: ignore[return-value]


def _place(place_id: str, kind: str, parent: str | None) -> Row:
    row = dict.fromkeys(load_schemas()["places"].columns)
    return row | {
        "place_id": place_id,
        "name": place_id.title(),
        "place_type": kind,
        "parent_place_id": parent,
        "verification": "no_coordinates",
    }


def _source(source: str) -> Row:
    content = TEXTS[source].encode("utf-8")
    row = dict.fromkeys(load_schemas()["sources"].columns)
    return row | {
        "source_id": source,
        "path": f"texts/{source}.txt",
        "title": source.title(),
        "publisher": source.split("-", maxsplit=1)[0].title(),
        "source_type": "news",
        "language": "en",
        "licence": "CC0-1.0",
        "bytes": len(content),
        "characters": len(TEXTS[source]),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def rows() -> dict[str, list[Row]]:
    """Return the rows of every table; the two texts differ on the dead of one event."""
    monitor = dict.fromkeys(load_schemas()["claimants"].columns)
    monitor |= {
        "claimant_id": "the_monitor",
        "name": "The Monitor",
        "kind": "monitor",
        "review_status": "reviewed",
    }
    event = dict.fromkeys(load_schemas()["events"].columns)
    event |= {
        "event_id": "e-0000000001",
        "title": "Attack in Birqa, 2015-05-01",
        "event_type": "attack",
        "date_start": "2015-05-01",
        "date_end": "2015-05-01",
        "date_precision": "day",
        "place_id": "birqa",
        "killed_low": 9,
        "killed_high": 12,
        "claim_count": 3,
        "claimant_count": 1,
        "source_count": 2,
        "contested": True,
    }
    return {
        "sources": [_source("alpha-news"), _source("beta-wire")],
        "claimants": [monitor],
        "places": [
            _place("birqa", "village", "norland"),
            _place("norland", "governorate", "land"),
            _place("land", "country", None),
        ],
        "events": [event],
        "claims": [
            _claim(1, "alpha-news", "9 people", 9),
            _claim(2, "alpha-news", "2 children", 2, subject="children", part_of="c-0000000001"),
            _claim(3, "beta-wire", "12 dead", 12, claimant_id="the_monitor"),
        ],
        "claim_relations": [
            {
                "claim_id": "c-0000000001",
                "related_claim_id": "c-0000000003",
                "relation": "contradicts",
                "reason": "figure",
            }
        ],
        "uncoded": [],
    }


def write_package(root: Path) -> None:
    """Write the invented package into `root`."""
    write_tables(load_schemas(), rows(), root / "data")
    (root / "raw" / "texts").mkdir(parents=True)
    for source, text in TEXTS.items():
        (root / "raw" / "texts" / f"{source}.txt").write_bytes(text.encode("utf-8"))
