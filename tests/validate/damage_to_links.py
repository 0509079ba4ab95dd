"""Damage to what ties rows together: parts, parents, relations, events."""

from broken_package import Broken, Expected, damage, exact, killing, located, part


@damage
def part_of_itself(broken: Broken) -> Expected:
    line = broken.pick("claims", part)
    broken.set("claims", line, part_of=broken.cell("claims", line, "claim_id"))
    return Expected(("not-part-of-itself",), "data/claims.csv", line, "part_of")


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
def place_outside_its_governorate(broken: Broken) -> Expected:
    line = broken.pick("places", located)
    broken.set("places", line, latitude="33.51", longitude="36.29")
    rules = ("place-in-its-governorate",)
    return Expected(rules, "data/places.csv", line, "latitude", "Idlib reaches from 35.19")


@damage
def latitude_and_longitude_swapped(broken: Broken) -> Expected:
    line = broken.pick("places", located)
    north, east = (broken.cell("places", line, name) for name in ("latitude", "longitude"))
    broken.set("places", line, latitude=east, longitude=north)
    rules = ("place-in-its-governorate",)
    return Expected(rules, "data/places.csv", line, "latitude", "outside its governorate")
