"""Which claims come into one event, and what the row of the event says."""

import pytest
from invented_claims import claim, named, resolve, resolver, together

from pipeline.resolve.records import Event, ResolvedClaim


def the_event(*claims: ResolvedClaim) -> Event:
    (event,) = resolve(*claims).events
    return event


def test_two_documents_tell_of_one_day_in_one_village() -> None:
    assert together(claim("daily"), claim("weekly", count=15, claimant_id="watch"))


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2013-05-07"},
        {"place": "elmby"},
        {"hint": "air_drone_strike"},
        {"place": "farfield", "day": "2013-05-07"},
    ],
)
def test_another_day_place_or_weapon_is_another_event(other: dict[str, str]) -> None:
    first = claim("daily", hint="remote_explosive_landmine_ied")
    assert not together(first, claim("weekly", **other))


def test_an_area_and_a_village_in_it_are_one_place_for_the_same_people() -> None:
    assert together(claim("daily", place="hills"), claim("weekly", place="oakham"))
    assert together(claim("daily", place="hills"), claim("weekly", place="nearby"))
    assert not together(claim("daily", place="hills"), claim("weekly", place="farfield"))
    assert not together(
        claim("daily", place="hills"), claim("weekly", subject="civilians", place="oakham")
    )


def test_a_whole_province_on_one_day_joins_only_figures_that_tell() -> None:
    few = claim("daily", count=2, place="province")
    assert not together(few, claim("weekly", count=2, place="province"))
    assert not together(few, claim("weekly", count=3, place="province"))
    assert together(
        claim("daily", count=41, place="province"), claim("weekly", count=41, place="province")
    )
    assert together(
        claim("daily", count=2, place="province", claimant_id="watch"),
        claim("weekly", count=2, place="province", claimant_id="watch"),
    )


def test_two_incidents_in_one_city_on_one_day_stay_apart() -> None:
    raid = claim("daily", count=3, subject="police", place="marketon", actor="opposition_forces")
    shots = claim("weekly", count=1, subject="activists", place="marketon")
    assert not together(raid, shots)


def test_one_speakers_striking_figure_is_one_event_even_with_two_dates() -> None:
    assert together(
        claim("daily", count=94, claimant_id="watch"),
        claim("weekly", count=94, claimant_id="watch", day="2013-05-05"),
    )
    assert not together(
        claim("daily", count=4, claimant_id="watch"),
        claim("weekly", count=4, claimant_id="watch", day="2013-05-05"),
    )


def test_one_sentence_is_one_happening_unless_places_differ() -> None:
    assert together(claim(at=100), claim(at=130, subject="rebels", place=""))
    assert not together(claim(at=100), claim(at=130, place="elmby"))


def test_words_of_separation_part_a_paragraph() -> None:
    first = claim(at=100, place="oakham")
    assert together(first, claim(at=300, place="province"))
    assert not together(first, claim(at=300, place="province", stretch=1))


def test_the_text_comes_back_to_the_first_place_after_a_separate_happening() -> None:
    back = resolve(
        claim(at=100, place="oakham"),
        claim(at=300, place="province", stretch=1),
        claim(at=500, count=4, place="oakham", stretch=1),
    )
    first, other, third = sorted(back.claims, key=lambda one: one.char_start)
    assert first.event_id == third.event_id != other.event_id


def test_what_a_paragraph_tells_apart_no_third_text_joins() -> None:
    first = claim("daily", 100, 41, place="province")
    separate = claim("daily", 300, 52, place="province", stretch=1)
    bridge = claim("weekly", 100, 41, place="province")
    also = claim("weekly", 120, 52, place="province")
    events = {one.claim_id: one.event_id for one in resolve(first, separate, bridge, also).claims}
    assert events[first.claim_id] != events[separate.claim_id]


def test_a_chain_of_dates_does_not_swallow_a_month() -> None:
    days = [
        claim(f"paper-{day}", 100, 40, day=f"2013-05-{day:02}", to=f"2013-05-{day + 2:02}")
        for day in range(1, 29, 2)
    ]
    assert len(resolve(*days).events) > 1


def test_a_month_is_not_a_day_in_it() -> None:
    month = claim("weekly", day="2013-05-01", to="2013-05-31")
    assert not together(claim("daily"), month)
    assert together(month, claim("daily", day="2013-05-01", to="2013-05-31"))


def test_totals_are_of_no_event_unless_their_parts_are_of_one() -> None:
    total = claim(at=100, count=90, scope="aggregate")
    part = claim(at=130, count=12)
    (loose,) = [one for one in resolve(total, part).claims if one.scope == "aggregate"]
    assert loose.event_id == ""
    named([total])
    part.part_of = total.claim_id
    assert together(total, part)


def test_an_update_joins_the_figure_that_it_updates() -> None:
    first = claim(at=100, count=16, subject="rebels", place="province")
    other = claim(at=300, count=4, place="province", stretch=1, actor="opposition_forces")
    update = claim(at=500, count=22, subject="rebels", place="province", stretch=1, revises=True)
    found = {one.claim_id: one.event_id for one in resolve(first, other, update).claims}
    assert found[update.claim_id] == found[first.claim_id] != found[other.claim_id]


def test_the_row_follows_from_the_claims() -> None:
    whole = claim("daily", 100, 20, "people", actor="syrian_government", hint="attack")
    children = claim("daily", 110, 6, "children", actor="syrian_government")
    fighters = claim("daily", 120, 5, "rebels", actor="syrian_government")
    named([whole])
    children.part_of = whole.claim_id
    other = claim("weekly", 100, 11, "people", to="2013-05-05", claimant_id="watch")
    event = the_event(whole, children, fighters, other)
    # One sentence says 20 people, 6 of them children, and 5 rebels: 25, not 31.
    assert (event.killed_low, event.killed_high) == (11, 25)
    assert (event.date_start, event.date_end) == ("2013-05-04", "2013-05-05")
    assert event.date_precision == "range"
    assert event.place_id == "oakham"
    assert event.actors == "syrian_government"
    assert (event.claim_count, event.claimant_count, event.source_count) == (4, 1, 2)
    assert event.title == "Attack, Oakham, 4 to 5 May 2013"


def test_a_replaced_figure_is_not_added_to_the_one_that_replaces_it() -> None:
    old, new = claim(at=100, count=37), claim(at=110, count=111)
    named([old])
    new.supersedes = old.claim_id
    event = the_event(old, new)
    assert (event.killed_low, event.killed_high) == (111, 111)


@pytest.mark.parametrize(
    ("claims", "kind", "violence"),
    [
        ([{"actor": "opposition_forces"}], "attack", "state_based"),
        (
            [{"actor": "opposition_forces"}, {"subject": "rebels", "actor": "syrian_government"}],
            "armed_clash",
            "state_based",
        ),
        ([{"subject": "civilians", "actor": "syrian_government"}], "attack", "one_sided"),
        ([{"subject": "civilians"}], "attack", ""),
        (
            [{"subject": "protesters", "actor": "syrian_government"}],
            "excessive_force_against_protesters",
            "one_sided",
        ),
        ([{"claim_type": "protested", "subject": "people"}], "protest", ""),
        ([{"claim_type": "defected"}], "change_to_group_activity", ""),
        (
            [{"claim_type": "arrested", "subject": "people", "actor": "syrian_government"}],
            "arrests",
            "",
        ),
        (
            [{"hint": "remote_explosive_landmine_ied", "actor": "opposition_forces"}],
            "remote_explosive_landmine_ied",
            "state_based",
        ),
        (
            [{"claim_type": "occurred", "subject": "", "count": None, "hint": "takes_territory",
              "actor": "opposition_forces"}],
            "non_state_actor_overtakes_territory",
            "",
        ),
    ],
)  # fmt: skip
def test_the_kind_follows_from_who_did_what_to_whom(
    claims: list[dict[str, str]], kind: str, violence: str
) -> None:
    made = [claim(at=100 + 10 * place, **fields) for place, fields in enumerate(claims)]
    event = the_event(*made)
    assert (event.event_type, event.type_of_violence) == (kind, violence)


@pytest.mark.parametrize(
    ("day", "to", "precision", "words"),
    [
        ("2013-05-04", "", "day", "4 May 2013"),
        ("2013-04-30", "2013-05-02", "range", "30 April to 2 May 2013"),
        ("2013-12-31", "2014-01-01", "range", "31 December 2013 to 1 January 2014"),
        ("2013-05-01", "2013-05-31", "month", "May 2013"),
        ("2013-05-04", "2013-05-04", "approximate", "around 4 May 2013"),
    ],
)
def test_the_title_says_no_more_of_the_day_than_is_known(
    day: str, to: str, precision: str, words: str
) -> None:
    event = the_event(claim(day=day, to=to, date_precision=precision))
    assert event.title == f"Attack, Oakham, {words}"
    assert event.date_precision == precision


def test_no_claims_give_no_events() -> None:
    found = resolver().resolve([])
    assert (found.claims, found.events, found.relations) == ((), (), ())


def test_a_total_that_updates_an_events_figure_is_of_that_event() -> None:
    first = claim(at=100, count=16, subject="rebels")
    update = claim(
        at=300, count=22, subject="rebels", day="2013-05-06", scope="aggregate", revises=True
    )
    found = resolve(first, update)
    assert together(first, update)
    assert [one.relation for one in found.relations] == ["supersedes"]
    assert (found.events[0].killed_low, found.events[0].killed_high) == (22, 22)


def test_dead_and_wounded_summed_up_the_next_day_are_the_same_people() -> None:
    dead = claim(at=100, count=40, claimant_id="watch")
    both = {"claim_type": "killed_or_wounded", "day": "2013-05-05", "at": 300, "count": 90}
    assert together(dead, claim(claimant_id="watch", **both))
    assert not together(dead, claim(claimant_id="ledger", **both))
    assert not together(dead, claim(claimant_id="watch", **(both | {"subject": "civilians"})))


def test_those_among_the_dead_belong_to_the_toll_that_may_hold_them() -> None:
    bus = claim(at=100, count=14, subject="people", actor="unidentified", place="province")
    clash = claim(at=300, count=9, claimant_id="watch", actor="opposition_forces", place="province")
    guards = claim(
        at=500, count=2, subject="security_forces", claimant_id="palace_news", goes_on=True,
        place="province",
    )  # fmt: skip
    found = {one.claim_id: one.event_id for one in resolve(bus, clash, guards).claims}
    assert found[guards.claim_id] == found[bus.claim_id] != found[clash.claim_id]


def test_reportedly_is_no_speaker() -> None:
    first = claim(at=100, count=21, subject="civilians", claimant_id="unattributed")
    second = claim(
        at=300, count=2, subject="journalists", claimant_id="unattributed", turn=1, place="province"
    )
    assert not together(first, second)


def test_a_headline_without_a_date_is_of_the_event_below_it() -> None:
    headline = claim(at=100, count=11, subject="people", day="", place="province")
    assert together(headline, claim(at=1100, count=11, subject="civilians"))
    assert not together(headline, claim(at=1100, count=4, subject="civilians"))
    assert not together(headline, claim("weekly", count=11, subject="civilians"))
