"""Damage done to a valid package on purpose, each kind with the rule that must name it.

`DAMAGES` maps the name of each kind to a function that damages a package and returns where a
validator must see it. The same seed always does the same damage.
"""

import csv
import hashlib
import io
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from package_maker import describe


@dataclass(frozen=True)
class Expected:
    """What must be found.

    Attributes:
        rules: ids of rules that name the cause; one of them must be found.
        file: the file at fault.
        line: 1-based line at fault, or None where the whole file is.
        field: column at fault, or "".
        says: words that the message must hold.
    """

    rules: tuple[str, ...]
    file: str
    line: int | None = None
    field: str = ""
    says: str = ""


Damage = Callable[["Broken"], Expected]
DAMAGES: dict[str, Damage] = {}


class Broken:
    """A package being damaged: its tables as rows of text, the header first."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.rehash = True

    def file(self, table: str) -> Path:
        return self.folder / "data" / f"{table}.csv"

    def rows(self, table: str) -> list[list[str]]:
        with self.file(table).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, table: str, rows: list[list[str]]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.file(table).write_text(text.getvalue(), encoding="utf-8", newline="\n")

    def pick(self, table: str, where: Callable[[dict[str, str]], bool] = lambda row: True) -> int:
        """Return the line (1-based) of a row chosen at random."""
        rows = self.rows(table)
        names = rows[0]
        fitting = [
            line
            for line, row in enumerate(rows[1:], start=2)
            if where(dict(zip(names, row, strict=True)))
        ]
        return self.random.choice(fitting)

    def cell(self, table: str, line: int, field: str) -> str:
        rows = self.rows(table)
        return rows[line - 1][rows[0].index(field)]

    def set(self, table: str, line: int, **cells: str) -> None:
        rows = self.rows(table)
        for field, value in cells.items():
            rows[line - 1][rows[0].index(field)] = value
        self.write(table, rows)

    def bytes(self, table: str, change: Callable[[bytes], bytes]) -> None:
        path = self.file(table)
        path.write_bytes(change(path.read_bytes()))

    def descriptor(self, change: Callable[[dict], None]) -> None:
        path = self.folder / "datapackage.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content, indent=2), encoding="utf-8")
        self.rehash = False


def corrupt(folder: Path, kind: str, seed: int) -> Expected:
    """Damage the package below `folder` and bring its hashes up to date, as a forger would."""
    broken = Broken(folder, seed)
    expected = DAMAGES[kind](broken)
    if broken.rehash:
        describe(folder)
    return expected


def damage(function: Damage) -> Damage:
    DAMAGES[function.__name__.replace("_", "-")] = function
    return function


def _cell_damage(
    kind: str,
    table: str,
    field: str,
    value: str,
    rule: str,
    says: str = "",
    where: Callable[[dict[str, str]], bool] = lambda row: True,
) -> None:
    """Register the damage of one cell."""

    def function(broken: Broken) -> Expected:
        line = broken.pick(table, where)
        broken.set(table, line, **{field: value})
        return Expected((rule,), f"data/{table}.csv", line, field, says)

    DAMAGES[kind] = function


def counted(row: dict[str, str]) -> bool:
    return row["claim_type"] != "occurred"


def exact(row: dict[str, str]) -> bool:
    return row["count_qualifier"] == "exact"


def part(row: dict[str, str]) -> bool:
    return row["part_of"] != ""


def located(row: dict[str, str]) -> bool:
    return row["latitude"] != ""


def killing(row: dict[str, str]) -> bool:
    return row["killed_low"] != ""


for _kind, _table, _field, _value, _rule, _says, _where in [
    # types
    ("word-for-number", "claims", "count_low", "forty", "type-error", "whole number", counted),
    ("decimal-for-integer", "claims", "count_low", "3.0", "type-error", "whole number", counted),
    ("comma-for-thousands", "claims", "count_low", "1,200", "type-error", "grouped", counted),
    ("dot-for-thousands", "claims", "count_low", "1.200", "type-error", "grouped", counted),
    ("space-for-thousands", "claims", "count_low", "1\u202f200", "type-error", "", counted),
    ("underscore-in-number", "claims", "count_low", "1_000", "type-error", "", counted),
    ("exponent-for-integer", "claims", "count_low", "1e3", "type-error", "", counted),
    ("arabic-digits", "claims", "count_low", "٤٢", "type-error", "ARABIC-INDIC", counted),
    ("padded-number", "claims", "count_low", " 42", "type-error", "white space", counted),
    ("not-a-number", "claims", "count_low", "NaN", "type-error", "", counted),
    ("comma-for-decimal-point", "places", "latitude", "35,61", "type-error", "comma", located),
    ("infinite-coordinate", "places", "longitude", "INF", "maximum", "180", located),
    ("day-month-year", "claims", "date_start", "14/06/2015", "type-error", "YYYY-MM-DD", counted),
    ("short-date", "claims", "date_start", "2015-6-4", "type-error", "YYYY-MM-DD", counted),
    ("impossible-day", "claims", "date_end", "2015-06-31", "type-error", "YYYY-MM-DD", counted),
    ("date-with-time", "claims", "date_end", "2015-06-14T00:00:00", "type-error", "", counted),
    ("yes-for-true", "events", "contested", "yes", "type-error", "true or false", killing),
    # coded values
    ("unknown-claim-type", "claims", "claim_type", "murdered", "enum", "claim_type", counted),
    ("upper-case-value", "claims", "claim_type", "Killed", "enum", "Is 'killed' meant?", counted),
    ("misspelt-value", "claims", "subject", "civillians", "enum", "Is 'civilians' meant?", counted),
    ("padded-value", "claims", "scope", "incident ", "enum", "white space", counted),
    ("look-alike-value", "claims", "scope", "inсident", "enum", "CYRILLIC", counted),
    ("unknown-relation", "claim_relations", "relation", "denies", "enum", "", lambda r: True),
    ("unknown-reason", "uncoded", "reason", "because", "enum", "", lambda r: True),
    # ranges and forms
    ("negative-count", "claims", "count_low", "-4", "minimum", "below 0", counted),
    ("negative-offset", "claims", "char_start", "-1", "minimum", "below 0", counted),
    ("latitude-beyond-pole", "places", "latitude", "95.5", "maximum", "90", located),
    ("upper-case-hash", "claims", "text_sha256", "AB" * 32, "pattern", "", counted),
    ("short-hash", "uncoded", "text_sha256", "ab12", "pattern", "", lambda r: True),
    ("country-in-words", "claimants", "country", "Syria", "pattern", "", lambda r: True),
    ("month-thirteen", "sources", "published_on", "2015-13", "pattern", "", lambda r: True),
    ("path-upwards", "sources", "path", "../secret.txt", "pattern", "", lambda r: True),
    # empty cells
    ("empty-claim-type", "claims", "claim_type", "", "required", "empty", counted),
    ("empty-source", "claims", "source_id", "", "required", "empty", counted),
    ("empty-title", "events", "title", "", "required", "empty", killing),
    ("empty-key", "events", "event_id", "", "primary-key", "empty", killing),
    # references
    ("unknown-source", "claims", "source_id", "nowhere-weekly", "foreign-key", "", counted),
    ("unknown-event", "claims", "event_id", "e-0123456789", "foreign-key", "", counted),
    ("unknown-claimant", "claims", "claimant_id", "nobody", "foreign-key", "", counted),
    ("unknown-place", "claims", "place_id", "atlantis", "foreign-key", "", counted),
    ("unknown-whole", "claims", "part_of", "c-0123456789", "foreign-key", "", part),
    ("unknown-parent-place", "places", "parent_place_id", "atlantis", "foreign-key", "", located),
    # rows
    ("end-before-start", "claims", "date_end", "2015-06-01", "date-order", "", counted),
    ("one-date-only", "claims", "date_end", "", "dates-both-or-neither", "", counted),
    ("low-above-high", "claims", "count_low", "900", "count-order", "", exact),
    ("count-of-nobody", "claims", "subject", "", "counted-has-subject", "", counted),
    ("vague-without-class", "claims", "count_qualifier", "", "counted-has-qualifier", "", counted),
    (
        "open-count-closed",
        "claims",
        "count_high",
        "999",
        "qualifier-open-above",
        "",
        lambda r: r["count_qualifier"] == "at_least",
    ),
    ("half-a-coordinate", "places", "longitude", "", "coordinates-both-or-neither", "", located),
    ("killed-range-turned", "events", "killed_low", "9999", "killed-order", "", killing),
    (
        "side-before-its-time",
        "claims",
        "actor",
        "transitional_government",
        "transition-in-its-time",
        "",
        lambda r: r["actor"] != "",
    ),
    (
        "actor-of-a-surrender",
        "claims",
        "actor",
        "syrian_government",
        "actor-only-for-acts",
        "",
        lambda r: r["claim_type"] == "surrendered",
    ),
    ("day-that-spans-two", "claims", "date_end", "2015-06-24", "date-precision-day", "", counted),
    (
        "dated-but-unknown",
        "claims",
        "date_precision",
        "unknown",
        "date-precision-unknown",
        "",
        counted,
    ),
    (
        "government-after-its-end",
        "claims",
        "date_start",
        "2025-01-01",
        "government-in-its-time",
        "",
        lambda r: r["actor"] == "syrian_government",
    ),
    ("figure-of-two-values", "claims", "count_high", "99", "qualifier-single-figure", "", exact),
    ("range-of-one-figure", "claims", "count_qualifier", "range", "qualifier-range", "", exact),
    (
        "at-most-with-a-floor",
        "claims",
        "count_qualifier",
        "at_most",
        "qualifier-open-below",
        "",
        exact,
    ),
    (
        "counted-but-only-occurred",
        "claims",
        "claim_type",
        "occurred",
        "occurred-has-no-count",
        "",
        exact,
    ),
    (
        "occurrence-as-a-count",
        "claims",
        "claim_type",
        "killed",
        "count-given",
        "",
        lambda r: r["claim_type"] == "occurred",
    ),
    ("span-turned-round", "claims", "char_end", "1", "span-order", "", counted),
    (
        "ledger-span-turned-round",
        "uncoded",
        "char_end",
        "1",
        "ledger-span-order",
        "",
        lambda r: True,
    ),
    (
        "outlet-without-a-speaker",
        "claims",
        "claimant_id",
        "",
        "via-needs-claimant",
        "",
        lambda r: r["via_claimant_id"] != "",
    ),
    (
        "outlet-as-its-own-speaker",
        "claims",
        "via_claimant_id",
        "dawn_agency",
        "via-is-another",
        "",
        lambda r: r["via_claimant_id"] != "",
    ),
    (
        "agreement-on-a-figure",
        "claim_relations",
        "reason",
        "figure",
        "relation-reason",
        "",
        lambda r: r["relation"] == "agrees",
    ),
    (
        "place-within-itself",
        "places",
        "parent_place_id",
        "tell_abyar",
        "place-not-own-parent",
        "",
        lambda r: r["place_id"] == "tell_abyar",
    ),
    (
        "speaker-over-itself",
        "claimants",
        "parent_claimant_id",
        "orchard_speaker",
        "claimant-not-own-parent",
        "",
        lambda r: r["claimant_id"] == "orchard_speaker",
    ),
    (
        "point-without-precision",
        "places",
        "coordinate_precision",
        "",
        "coordinates-precision",
        "",
        located,
    ),
    (
        "point-known-by-nobody",
        "places",
        "verification",
        "no_coordinates",
        "coordinates-verification",
        "",
        located,
    ),
    ("range-with-one-end", "events", "killed_high", "", "killed-both-or-neither", "", killing),
    ("more-claimants-than-claims", "events", "claimant_count", "40", "event-counts", "", killing),
    ("event-begun-earlier", "events", "date_start", "2015-06-01", "event-first-day", "", killing),
    ("event-toll-lowered", "events", "killed_low", "0", "event-killed-low", "", killing),
    (
        "event-voices-miscounted",
        "events",
        "claimant_count",
        "1",
        "event-claimant-count",
        "",
        killing,
    ),
    ("event-texts-miscounted", "events", "source_count", "2", "event-source-count", "", killing),
    # spreadsheets and hidden characters
    ("formula-equals", "events", "title", '=HYPERLINK("x")', "formula", "'='", killing),
    ("formula-plus", "sources", "title", "+1+1", "formula", "'+'", lambda r: True),
    ("formula-at", "claimants", "name", "@SUM(A1)", "formula", "'@'", lambda r: True),
    (
        "bidirectional-control",
        "places",
        "name",
        "Tell \u202eAbyar",
        "hidden-character",
        "bidirectional",
        located,
    ),
    (
        "zero-width-space",
        "claims",
        "place_name",
        "Tell\u200bAbyar",
        "hidden-character",
        "",
        counted,
    ),
    ("nul-in-cell", "sources", "notes", "a\x00b", "hidden-character", "U+0000", lambda r: True),
    ("padded-title", "sources", "title", "Reports ", "surrounding-space", "", lambda r: True),
    # against the texts
    (
        "altered-hash",
        "claims",
        "text_sha256",
        hashlib.sha256(b"x").hexdigest(),
        "span-hash",
        "",
        counted,
    ),
    (
        "altered-ledger-hash",
        "uncoded",
        "text_sha256",
        hashlib.sha256(b"x").hexdigest(),
        "span-hash",
        "",
        lambda r: True,
    ),
    (
        "altered-text-hash",
        "sources",
        "sha256",
        hashlib.sha256(b"x").hexdigest(),
        "raw-text-changed",
        "sha256",
        lambda r: True,
    ),
    (
        "altered-length",
        "sources",
        "characters",
        "999",
        "raw-text-changed",
        "characters",
        lambda r: True,
    ),
    # events against claims
    ("event-moved-in-time", "events", "date_end", "2015-06-30", "event-last-day", "", killing),
    (
        "event-moved-in-space",
        "events",
        "place_id",
        "ayn_tineh",
        "event-place",
        "",
        lambda r: r["place_id"] not in ("ayn_tineh",),
    ),
    ("event-claims-miscounted", "events", "claim_count", "7", "event-claim-count", "", killing),
    ("event-side-accused", "events", "actors", "opposition_forces", "event-actors", "", killing),
    ("event-toll-raised", "events", "killed_high", "9999", "event-killed-high", "", killing),
    ("event-dispute-hidden", "events", "contested", "false", "event-contested", "", killing),
]:
    _cell_damage(_kind, _table, _field, _value, _rule, _says, _where)


@damage
def part_of_itself(broken: Broken) -> Expected:
    line = broken.pick("claims", part)
    broken.set("claims", line, part_of=broken.cell("claims", line, "claim_id"))
    return Expected(("not-part-of-itself",), "data/claims.csv", line, "part_of")


@damage
def shifted_offsets(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: int(r["sentence_start"]) + 3 < int(r["char_start"]))
    start, end = (int(broken.cell("claims", line, name)) for name in ("char_start", "char_end"))
    broken.set("claims", line, char_start=str(start - 2), char_end=str(end - 2))
    return Expected(("span-hash",), "data/claims.csv", line, "text_sha256")


@damage
def span_outside_sentence(broken: Broken) -> Expected:
    line = broken.pick("claims")
    end = int(broken.cell("claims", line, "char_end"))
    broken.set("claims", line, sentence_end=str(end - 1))
    return Expected(("span-in-sentence",), "data/claims.csv", line, "sentence_start")


@damage
def span_beyond_the_text(broken: Broken) -> Expected:
    line = broken.pick("claims")
    broken.set("claims", line, char_end="99999", sentence_end="99999")
    return Expected(("span-beyond-text",), "data/claims.csv", line, "char_end")


@damage
def other_count_than_the_words(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "surrendered")
    broken.set("claims", line, count_low="7", count_high="7")
    return Expected(("span-without-count",), "data/claims.csv", line, "count_low", "7")


@damage
def part_above_its_whole(broken: Broken) -> Expected:
    line = broken.pick("claims", part)
    broken.set("claims", line, count_low="500", count_high="500")
    return Expected(("part-above-whole",), "data/claims.csv", line, "part_of", "500")


@damage
def part_of_circle(broken: Broken) -> Expected:
    line = broken.pick("claims", part)
    whole, own = (broken.cell("claims", line, name) for name in ("part_of", "claim_id"))
    other = broken.pick("claims", lambda r: r["claim_id"] == whole)
    broken.set("claims", other, part_of=own)
    return Expected(("circular-reference",), "data/claims.csv", line, "part_of")


@damage
def part_in_another_text(broken: Broken) -> Expected:
    line = broken.pick("claims", part)
    source = broken.cell("claims", line, "source_id")
    other = broken.pick("claims", lambda r: r["source_id"] != source and exact(r))
    broken.set("claims", line, part_of=broken.cell("claims", other, "claim_id"))
    return Expected(("part-of-another-text",), "data/claims.csv", line, "part_of")


@damage
def places_within_each_other(broken: Broken) -> Expected:
    line = broken.pick("places", lambda r: r["place_id"] == "idlib_governorate")
    broken.set("places", line, parent_place_id="tell_abyar")
    return Expected(("circular-reference",), "data/places.csv", line, "parent_place_id")


@damage
def claimant_speaks_for_itself_over_another(broken: Broken) -> Expected:
    line = broken.pick("claimants", lambda r: r["claimant_id"] == "orchard_observatory")
    broken.set("claimants", line, parent_claimant_id="orchard_speaker")
    return Expected(("circular-reference",), "data/claimants.csv", line, "parent_claimant_id")


@damage
def claim_after_publication(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["source_id"].endswith("000"))
    broken.set("claims", line, date_start="2016-01-02", date_end="2016-01-02")
    return Expected(("claim-after-publication",), "data/claims.csv", line, "date_start", "2016")


@damage
def claim_after_month_of_publication(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["source_id"].endswith("001"))
    broken.set("claims", line, date_start="2015-07-01", date_end="2015-07-01")
    return Expected(("claim-after-publication",), "data/claims.csv", line, "date_start", "2015-06")


@damage
def supersedes_in_a_circle(broken: Broken) -> Expected:
    rows = broken.rows("claim_relations")
    old = broken.random.choice([row for row in rows if row[2] == "supersedes"])
    rows.append([old[1], old[0], "supersedes", "figure"])
    rows[1:] = sorted(rows[1:])
    broken.write("claim_relations", rows)
    line = rows.index(old) + 1
    return Expected(
        ("supersedes-in-a-circle",), "data/claim_relations.csv", line, "related_claim_id"
    )


@damage
def supersedes_another_speaker(broken: Broken) -> Expected:
    line = broken.pick("claim_relations", lambda r: r["relation"] == "supersedes")
    other = broken.pick(
        "claims",
        lambda r: r["source_id"].endswith("003") and r["claimant_id"] == "dawn_agency",
    )
    newer = broken.pick(
        "claims",
        lambda r: r["source_id"].endswith("002") and r["claimant_id"] == "orchard_observatory",
    )
    older = broken.cell("claims", other, "claim_id")
    own = broken.cell("claims", newer, "claim_id")
    broken.set("claim_relations", line, claim_id=own, related_claim_id=older)
    file = "data/claim_relations.csv"
    return Expected(("supersedes-other-speaker",), file, line, "related_claim_id")


@damage
def supersedes_a_later_figure(broken: Broken) -> Expected:
    line = broken.pick("claim_relations", lambda r: r["relation"] == "supersedes")
    newer = broken.cell("claim_relations", line, "claim_id")
    claim = broken.pick("claims", lambda r: r["claim_id"] == newer)
    source = broken.cell("claims", claim, "source_id")
    other = broken.pick(
        "claims",
        lambda r: r["source_id"] != source and r["claimant_id"] == "orchard_observatory",
    )
    own, others = (broken.cell("claims", at, "source_id") for at in (claim, other))
    for text, day in ((own, "2015-06-22"), (others, "2015-06-23")):
        at = broken.pick("sources", lambda r, text=text: r["source_id"] == text)
        broken.set("sources", at, published_on=day)
    older = broken.cell("claims", other, "claim_id")
    broken.set("claim_relations", line, related_claim_id=older)
    file = "data/claim_relations.csv"
    return Expected(("supersedes-newer",), file, line, "related_claim_id", "2015-06-23")


@damage
def relation_between_two_events(broken: Broken) -> Expected:
    line = broken.pick("claim_relations", lambda r: r["relation"] == "contradicts")
    first = broken.cell("claim_relations", line, "claim_id")
    claim = broken.pick("claims", lambda r: r["claim_id"] == first)
    event = broken.cell("claims", claim, "event_id")
    other = broken.pick("claims", lambda r: r["event_id"] != event and r["claim_id"] > first)
    broken.set("claim_relations", line, related_claim_id=broken.cell("claims", other, "claim_id"))
    file = "data/claim_relations.csv"
    return Expected(("relation-across-events",), file, line, "related_claim_id")


@damage
def relation_of_a_claim_to_itself(broken: Broken) -> Expected:
    line = broken.pick("claim_relations")
    own = broken.cell("claim_relations", line, "claim_id")
    broken.set("claim_relations", line, related_claim_id=own)
    file = "data/claim_relations.csv"
    return Expected(("relation-between-two",), file, line, "related_claim_id")


@damage
def day_that_no_claim_knows(broken: Broken) -> Expected:
    line = broken.pick("events", lambda r: r["killed_low"] == "")
    event = broken.cell("events", line, "event_id")
    rows = broken.rows("claims")
    for row in rows[1:]:
        if row[rows[0].index("event_id")] == event:
            row[rows[0].index("date_precision")] = "approximate"
    broken.write("claims", rows)
    return Expected(("event-date-precision",), "data/events.csv", line, "date_precision")


@damage
def schema_without_fields(broken: Broken) -> Expected:
    path = broken.folder / "schemas" / "events.schema.json"
    path.write_text('{"columns": []}', encoding="utf-8")
    broken.rehash = False
    return Expected(("schema",), "schemas/events.schema.json")


@damage
def relation_told_twice(broken: Broken) -> Expected:
    rows = broken.rows("claim_relations")
    row = broken.random.choice([row for row in rows if row[2] == "contradicts"])
    new = [row[1], row[0], row[2], row[3]]
    rows.append(new)
    rows[1:] = sorted(rows[1:])
    broken.write("claim_relations", rows)
    line = rows.index(new) + 1
    return Expected(("relation-stands-once",), "data/claim_relations.csv", line, "claim_id")


@damage
def relation_with_a_wrong_reason(broken: Broken) -> Expected:
    line = broken.pick("claim_relations", lambda r: r["reason"] == "figure")
    broken.set("claim_relations", line, reason="date")
    return Expected(("relation-reason-holds",), "data/claim_relations.csv", line, "reason")


@damage
def contradicted_claim_removed(broken: Broken) -> Expected:
    line = broken.pick("claim_relations", lambda r: r["relation"] == "contradicts")
    gone = broken.cell("claim_relations", line, "related_claim_id")
    rows = broken.rows("claims")
    broken.write("claims", [row for row in rows if row[0] != gone])
    file = "data/claim_relations.csv"
    return Expected(("foreign-key",), file, line, "related_claim_id", gone)


@damage
def event_without_claims(broken: Broken) -> Expected:
    line = broken.pick("events", killing)
    event = broken.cell("events", line, "event_id")
    rows = broken.rows("claims")
    at = rows[0].index("event_id")
    for row in rows[1:]:
        row[at] = "" if row[at] == event else row[at]
    broken.write("claims", rows)
    return Expected(("event-without-claim",), "data/events.csv", line, "event_id")


@damage
def duplicate_row(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    at = broken.random.randrange(1, len(rows))
    rows.insert(at + 1, list(rows[at]))
    broken.write("claims", rows)
    return Expected(("primary-key",), "data/claims.csv", at + 2, "claim_id", f"line {at + 1}")


@damage
def duplicate_key(broken: Broken) -> Expected:
    line = broken.random.randrange(3, len(broken.rows("places")) + 1)
    broken.set("places", line, place_id=broken.cell("places", line - 1, "place_id"))
    return Expected(("primary-key",), "data/places.csv", line, "place_id")


@damage
def claim_coded_twice(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    row = list(broken.random.choice(rows[1:]))
    row[0] = "c-ffffffffff"
    rows.append(row)
    broken.write("claims", rows)
    return Expected(("claim-stated-twice",), "data/claims.csv", len(rows), "char_start")


@damage
def one_text_listed_twice(broken: Broken) -> Expected:
    digest = broken.cell("sources", 2, "sha256")
    broken.set("sources", 3, sha256=digest)
    return Expected(("unique",), "data/sources.csv", 3, "sha256")


@damage
def swapped_columns(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    low, kind = rows[0].index("count_low"), rows[0].index("claim_type")
    for row in rows[1:]:
        row[low], row[kind] = row[kind], row[low]
    broken.write("claims", rows)
    return Expected(("type-error",), "data/claims.csv", 2, "count_low")


@damage
def swapped_labels(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    rows[0][5], rows[0][6] = rows[0][6], rows[0][5]
    broken.write("claims", rows)
    return Expected(("incorrect-label",), "data/claims.csv", 1, rows[0][6])


@damage
def renamed_column(broken: Broken) -> Expected:
    rows = broken.rows("events")
    at = rows[0].index("killed_low")
    rows[0][at] = "deaths_low"
    broken.write("events", rows)
    return Expected(("incorrect-label",), "data/events.csv", 1, "killed_low", "deaths_low")


@damage
def look_alike_label(broken: Broken) -> Expected:
    rows = broken.rows("events")
    rows[0][0] = "еvent_id"
    broken.write("events", rows)
    return Expected(("incorrect-label",), "data/events.csv", 1, "event_id", "CYRILLIC")


@damage
def missing_column(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    at = rows[0].index("verification")
    broken.write("claims", [row[:at] + row[at + 1 :] for row in rows])
    return Expected(("missing-label",), "data/claims.csv", 1, "verification")


@damage
def extra_column(broken: Broken) -> Expected:
    rows = broken.rows("events")
    broken.write("events", [[*row, "note" if at == 0 else "x"] for at, row in enumerate(rows)])
    return Expected(("extra-label",), "data/events.csv", 1, "", "note")


@damage
def duplicated_label(broken: Broken) -> Expected:
    rows = broken.rows("events")
    rows[0][4] = rows[0][5]
    broken.write("events", rows)
    return Expected(("duplicate-label",), "data/events.csv", 1, "", "date_end")


@damage
def header_gone(broken: Broken) -> Expected:
    rows = broken.rows("claimants")
    broken.write("claimants", rows[1:])
    return Expected(("incorrect-label",), "data/claimants.csv", 1, "claimant_id")


@damage
def missing_cell(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    at = broken.random.randrange(1, len(rows))
    rows[at] = rows[at][:-1]
    broken.write("claims", rows)
    return Expected(("missing-cell",), "data/claims.csv", at + 1, "review_status")


@damage
def extra_cell(broken: Broken) -> Expected:
    rows = broken.rows("events")
    at = broken.random.randrange(1, len(rows))
    rows[at] = [*rows[at], "left over"]
    broken.write("events", rows)
    return Expected(("extra-cell",), "data/events.csv", at + 1, "", "left over")


@damage
def blank_line(broken: Broken) -> Expected:
    lines = broken.file("claims").read_bytes().split(b"\n")
    at = broken.random.randrange(1, len(lines) - 1)
    lines.insert(at, b"")
    broken.file("claims").write_bytes(b"\n".join(lines))
    return Expected(("blank-row",), "data/claims.csv", at + 1)


@damage
def row_of_commas(broken: Broken) -> Expected:
    rows = broken.rows("events")
    rows.insert(2, [""] * len(rows[0]))
    broken.write("events", rows)
    return Expected(("blank-row",), "data/events.csv", 3)


@damage
def fault_after_a_blank_line(broken: Broken) -> Expected:
    line = broken.pick("claims", counted)
    broken.set("claims", line, claim_type="murdered")
    broken.bytes("claims", lambda content: content.replace(b"\n", b"\n\n", 1))
    return Expected(("enum",), "data/claims.csv", line + 1, "claim_type", "murdered")


@damage
def fault_after_quoted_newlines(broken: Broken) -> Expected:
    rows = broken.rows("sources")
    broken.set("sources", 2, notes="one\ntwo\n\nthree")
    at = broken.random.randrange(3, len(rows) + 1)
    broken.set("sources", at, language="English")
    return Expected(("pattern",), "data/sources.csv", at + 3, "language", "English")


@damage
def fault_after_a_ragged_row(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    rows[1] = rows[1][:-1]
    rows[-1][rows[0].index("scope")] = "everything"
    broken.write("claims", rows)
    return Expected(("enum",), "data/claims.csv", len(rows), "scope", "everything")


@damage
def unclosed_quote(broken: Broken) -> Expected:
    lines = broken.file("events").read_bytes().split(b"\n")
    at = broken.random.randrange(1, len(lines) - 1)
    cells = lines[at].split(b",", 2)
    lines[at] = cells[0] + b',"' + cells[1].strip(b'"') + b"," + cells[2].replace(b'"', b"")
    broken.file("events").write_bytes(b"\n".join(lines))
    return Expected(("unclosed-quote",), "data/events.csv", at + 1)


@damage
def text_after_a_closing_quote(broken: Broken) -> Expected:
    broken.set("sources", 3, title="A, b")
    broken.bytes("sources", lambda content: content.replace(b'"A, b"', b'"A, b" and more'))
    return Expected(("stray-quote",), "data/sources.csv", 3)


@damage
def byte_order_mark(broken: Broken) -> Expected:
    broken.bytes("claims", lambda content: b"\xef\xbb\xbf" + content)
    return Expected(("byte-order-mark",), "data/claims.csv", 1)


@damage
def carriage_returns(broken: Broken) -> Expected:
    broken.bytes("claims", lambda content: content.replace(b"\n", b"\r\n"))
    return Expected(("line-ending",), "data/claims.csv")


@damage
def invalid_utf8(broken: Broken) -> Expected:
    line = broken.pick("sources")
    broken.set("sources", line, notes="QQQ")
    broken.bytes("sources", lambda content: content.replace(b"QQQ", b"caf\xe9 noir"))
    return Expected(("encoding-error",), "data/sources.csv", line, "", "0xe9")


@damage
def truncated_file(broken: Broken) -> Expected:
    broken.bytes("claims", lambda content: content[: len(content) - 30])
    line = broken.file("claims").read_bytes().count(b"\n") + 1
    return Expected(("final-newline",), "data/claims.csv", line)


@damage
def empty_file(broken: Broken) -> Expected:
    broken.bytes("claim_relations", lambda content: b"")
    return Expected(("source-error",), "data/claim_relations.csv", None, "", "empty")


@damage
def unsorted_rows(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    rows[1], rows[-1] = rows[-1], rows[1]
    broken.write("claims", rows)
    return Expected(("sorted-by-key",), "data/claims.csv", 3, "claim_id")


@damage
def ledger_row_removed(broken: Broken) -> Expected:
    rows = broken.rows("uncoded")
    gone = broken.random.randrange(1, len(rows))
    number = f"{rows[gone][0]} {rows[gone][1]}-{rows[gone][2]}"
    broken.write("uncoded", rows[:gone] + rows[gone + 1 :])
    return Expected(("number-unaccounted",), "data/uncoded.csv", None, "char_start", number)


@damage
def number_coded_and_in_the_ledger(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "surrendered")
    start = int(broken.cell("claims", line, "char_start")) + len("About ")
    source = broken.cell("claims", line, "source_id")
    text = (broken.folder / "raw" / "texts" / f"{source}.txt").read_text(encoding="utf-8")
    number = text[start : start + 2]
    digest = hashlib.sha256(number.encode()).hexdigest()
    rows = broken.rows("uncoded")
    new = [source, str(start), str(start + 2), digest, "other"]
    rows.append(new)
    rows[1:] = sorted(rows[1:], key=lambda row: (row[0], int(row[1])))
    broken.write("uncoded", rows)
    line = rows.index(new) + 1
    return Expected(("number-in-claim-and-ledger",), "data/uncoded.csv", line, "char_start")


@damage
def claim_from_a_comment_form(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "occurred")
    source = broken.cell("claims", line, "source_id")
    text = (broken.folder / "raw" / "texts" / f"{source}.txt").read_text(encoding="utf-8")
    start = text.index("Required fields")
    end = start + len("Required fields")
    digest = hashlib.sha256(b"Required fields").hexdigest()
    broken.set(
        "claims",
        line,
        char_start=str(start),
        char_end=str(end),
        sentence_start=str(start),
        sentence_end=str(end),
        text_sha256=digest,
    )
    return Expected(("claim-in-furniture",), "data/claims.csv", line, "char_start")


@damage
def id_of_another_claim(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "occurred")
    broken.set("claims", line, claim_id="c-" + broken.cell("claims", line, "claim_id")[3:] + "0")
    rows = broken.rows("claims")
    row = rows[line - 1]
    rows[1:] = sorted(rows[1:])
    broken.write("claims", rows)
    return Expected(("claim-id",), "data/claims.csv", rows.index(row) + 1, "claim_id")


@damage
def raw_text_changed(broken: Broken) -> Expected:
    path = sorted((broken.folder / "raw" / "texts").iterdir())[1]
    path.write_bytes(path.read_bytes().replace(b"border", b"bordem"))
    return Expected(("raw-text-changed",), "data/sources.csv", 3, "sha256")


@damage
def raw_text_missing(broken: Broken) -> Expected:
    sorted((broken.folder / "raw" / "texts").iterdir())[1].unlink()
    return Expected(("raw-text-missing",), "data/sources.csv", 3, "path")


@damage
def raw_text_is_a_link(broken: Broken) -> Expected:
    path = sorted((broken.folder / "raw" / "texts").iterdir())[1]
    outside = broken.folder.parent / "outside.txt"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)
    return Expected(("unsafe-path",), "data/sources.csv", 3, "path")


@damage
def stale_hash(broken: Broken) -> Expected:
    line = broken.pick("sources")
    broken.rehash = False
    broken.set("sources", line, publisher="Orchard Weakly")
    return Expected(("hash-count",), "data/sources.csv")


@damage
def stale_size(broken: Broken) -> Expected:
    broken.rehash = False
    broken.set("sources", broken.pick("sources"), publisher="The Orchard Weekly")
    return Expected(("byte-count",), "data/sources.csv")


@damage
def path_outside_the_package(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"][0].update(path="../claimants.csv"))
    return Expected(("unsafe-path",), "datapackage.json", None, "path", "../claimants.csv")


@damage
def absolute_path(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"][0].update(path="/etc/hostname"))
    return Expected(("unsafe-path",), "datapackage.json", None, "path", "/etc/hostname")


@damage
def schema_outside_the_package(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"][0].update(schema="../s.json"))
    return Expected(("unsafe-path",), "datapackage.json", None, "schema")


@damage
def listed_file_missing(broken: Broken) -> Expected:
    broken.rehash = False
    broken.file("claim_relations").unlink()
    return Expected(("missing-file",), "data/claim_relations.csv", None, "")


@damage
def table_not_listed(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"].pop(4))
    return Expected(("missing-table",), "datapackage.json", None, "")


@damage
def schema_loosened(broken: Broken) -> Expected:
    path = broken.folder / "schemas" / "claims.schema.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["fields"][10]["constraints"]["enum"].append("murdered")
    path.write_text(json.dumps(content), encoding="utf-8")
    broken.rehash = False
    return Expected(("schema-changed",), "datapackage.json", None, "", "claims")


@damage
def descriptor_cut_off(broken: Broken) -> Expected:
    path = broken.folder / "datapackage.json"
    path.write_bytes(path.read_bytes()[:-40])
    broken.rehash = False
    return Expected(("descriptor",), "datapackage.json", None, "")


@damage
def two_resources_of_one_name(broken: Broken) -> Expected:
    broken.descriptor(lambda content: content["resources"].append(content["resources"][0]))
    return Expected(("descriptor",), "datapackage.json", None, "name")
