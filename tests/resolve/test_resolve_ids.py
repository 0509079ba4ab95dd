"""Ids keep still, whatever is added, shuffled or corrected elsewhere."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_claims import claim, named, resolver

from pipeline.resolve.ids import claim_ids, event_id_of
from pipeline.resolve.records import ResolvedClaim


def corpus() -> list[ResolvedClaim]:
    """Return claims of three documents about four happenings, with parts and a clash."""
    whole = claim("daily", 100, 20, "civilians")
    child = claim("daily", 130, 6, "children")
    found = named(
        [
            whole,
            child,
            claim("daily", 1100, 9, "rebels", place="farfield", actor="syrian_government"),
            claim("weekly", 100, 14, "civilians", claimant_id="watch"),
            claim("weekly", 1100, 30, day="2013-06-01", place="marketon", claimant_id="watch"),
            claim("evening", 100, 30, day="2013-06-03", place="marketon", claimant_id="watch"),
            claim("evening", 1100, 9, "rebels", place="elmby"),
            claim("evening", 2100, None, "", claim_type="occurred", count_qualifier=""),
            claim("evening", 3100, 500, scope="aggregate", to="2013-08-01"),
        ]
    )
    child.part_of = whole.claim_id
    return found


@given(st.permutations(range(9)))
@settings(max_examples=12, deadline=None)
def test_the_order_of_the_input_changes_nothing(order: list[int]) -> None:
    claims = corpus()
    shuffled = [claims[position] for position in order]
    assert resolver().resolve(shuffled) == resolver().resolve(claims)


@given(
    day=st.dates(min_value=date(2014, 1, 1)).map(str),
    place=st.sampled_from(["oakham", "marketon", "province", ""]),
    count=st.integers(1, 5000),
    name=st.sampled_from(["another", "aardvark", "zebra"]),
)
@settings(max_examples=12, deadline=None)
def test_an_unrelated_document_changes_no_row(day: str, place: str, count: int, name: str) -> None:
    before = resolver().resolve(corpus())
    stranger = named([claim(name, 100, count, "civilians", day=day, place=place)])
    after = resolver().resolve(corpus() + stranger)
    assert set(before.events) <= set(after.events)
    assert len(after.events) == len(before.events) + 1
    assert after.relations == before.relations
    kept = [one for one in after.claims if one.source_id != name]
    assert kept == list(before.claims)


def test_an_event_keeps_its_id_when_a_later_document_joins() -> None:
    dates = {"daily": "2013-05-05", "archive": "2014-01-01"}
    first = named([claim("daily")])
    (before,) = resolver(published_on=dates).resolve(first).events
    second = named([claim("archive", claimant_id="watch")])
    (after,) = resolver(published_on=dates).resolve(first + second).events
    assert after.event_id == before.event_id
    assert after.source_count == 2


def test_a_published_event_keeps_its_id_even_when_an_older_document_joins() -> None:
    dates = {"daily": "2013-05-05", "archive": "2013-05-04"}
    claims = named([claim("daily"), claim("archive")])
    published = event_id_of(claims[0].claim_id)
    (event,) = resolver(published_on=dates).resolve(claims).events
    assert event.event_id != published
    (kept,) = resolver(published_on=dates, published_events={published}).resolve(claims).events
    assert kept.event_id == published


def test_an_id_is_made_from_what_cannot_move() -> None:
    plain = claim(place="oakham", count=12)
    corrected = replace(plain, place_id="elmby", count_low=13, count_high=13, actor="unidentified")
    assert claim_ids([plain]) == claim_ids([corrected])
    for other in (
        replace(plain, source_id="weekly"),
        replace(plain, char_start=101),
        replace(plain, claim_type="wounded"),
        replace(plain, subject="civilians"),
    ):
        assert claim_ids([other]) != claim_ids([plain])


def test_claims_alike_in_all_that_makes_an_id_still_have_two() -> None:
    few, many = claim(count=2), claim(count=3)
    ids = claim_ids([few, many])
    assert len(set(ids)) == 2
    assert claim_ids([many, few]) == ids[::-1]
    assert ids[0] == claim_ids([few])[0]
