"""Whatever claims come in: the order changes nothing, and every row follows from its claims."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_claims import PLACES, claim, named, resolver

from pipeline.resolve.records import ResolvedClaim
from pipeline.schema import load_schemas

FIELDS = {field.name: field.enum for field in load_schemas()["claims"].fields}
FIRST = date(2013, 5, 1)


@st.composite
def any_claim(draw: st.DrawFn) -> ResolvedClaim:
    day = FIRST + timedelta(days=draw(st.integers(0, 6)))
    last = day + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 40])))
    undated = draw(st.booleans()) and draw(st.booleans())
    low = draw(st.one_of(st.none(), st.integers(0, 60)))
    at = draw(st.integers(0, 40)) * 50
    return claim(
        draw(st.sampled_from(["daily", "weekly"])),
        at,
        low,
        draw(st.sampled_from(["", *FIELDS["subject"]])),
        day="" if undated else day.isoformat(),
        to="" if undated else last.isoformat(),
        place=draw(st.sampled_from(["", "unheard_of", *(place.place_id for place in PLACES)])),
        count_qualifier=draw(st.sampled_from(FIELDS["count_qualifier"])),
        claim_type=draw(st.sampled_from(FIELDS["claim_type"])),
        actor=draw(st.sampled_from(["", *FIELDS["actor"]])),
        claimant_id=draw(st.sampled_from(["", "unattributed", "watch", "palace_news"])),
        scope=draw(st.sampled_from(FIELDS["scope"])),
        verification=draw(st.sampled_from(FIELDS["verification"])),
        stretch=at // 700,
        turn=at // 300,
        revises=draw(st.booleans()) and draw(st.booleans()),
        goes_on=draw(st.booleans()) and draw(st.booleans()),
    )


@given(st.lists(any_claim(), max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_any_claims(claims: list[ResolvedClaim], random: object) -> None:
    found = named(claims)
    for one, other in pairwise(found):
        if one.char_start % 3 == 0 and one.source_id == other.source_id:
            one.part_of = other.claim_id
    result = resolver().resolve(found)
    shuffled = [replace(one) for one in found]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolver().resolve(shuffled) == result

    events = {event.event_id: event for event in result.events}
    ids = {one.claim_id for one in result.claims}
    assert len(events) == len(result.events)
    for event in result.events:
        members = [one for one in result.claims if one.event_id == event.event_id]
        assert event.claim_count == len(members) > 0
        dates = [one.date_start for one in members if one.date_start]
        assert event.date_start == min(dates, default="")
        assert (event.killed_low is None) == (event.killed_high is None)
        assert event.killed_low is None or event.killed_low <= (event.killed_high or 0)
    by_id = {one.claim_id: one for one in result.claims}
    for relation in result.relations:
        assert {relation.claim_id, relation.related_claim_id} <= ids
        assert relation.claim_id != relation.related_claim_id
        pair = [by_id[relation.claim_id], by_id[relation.related_claim_id]]
        assert len({one.event_id for one in pair} - {""}) <= 1
        if relation.relation != "supersedes":
            assert relation.claim_id < relation.related_claim_id
        assert (relation.relation == "agrees") == (relation.reason == "same")
