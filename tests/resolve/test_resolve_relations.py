"""Which claims agree, contradict or supersede each other, and why."""

import pytest
from invented_claims import claim, named, only_relation, relations, resolve

from pipeline.resolve.records import ResolvedClaim


def other(count: int | None = 12, **fields: object) -> ResolvedClaim:
    """Return a claim of another source and claimant about the same happening."""
    return claim("weekly", count=count, claimant_id="watch", **fields)  # type: ignore[arg-type]


def test_the_same_figure_agrees() -> None:
    assert relations(claim(), other()) == [("agrees", "same")]


def test_another_figure_contradicts() -> None:
    found = resolve(claim(), other(15))
    assert [(one.relation, one.reason) for one in found.relations] == [("contradicts", "figure")]
    assert found.events[0].contested


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"count": 14, "count_high": None, "count_qualifier": "at_least"}, 16, []),
        (
            {"count": 14, "count_high": None, "count_qualifier": "at_least"},
            11,
            [("contradicts", "figure")],
        ),
        (
            {"count": 14, "count_high": None, "count_qualifier": "at_least"},
            14,
            [("agrees", "same")],
        ),
        ({"count": 50, "count_qualifier": "approximate"}, 47, [("agrees", "same")]),
        ({"count": 50, "count_qualifier": "approximate"}, 30, [("contradicts", "figure")]),
        ({"count": 24, "count_high": None, "count_qualifier": "vague"}, 31, []),
        (
            {"count": None, "count_high": 10, "count_qualifier": "at_most"},
            12,
            [("contradicts", "figure")],
        ),
        ({"count": 10, "count_high": 15, "count_qualifier": "range"}, 13, []),
    ],
)
def test_words_leave_room(
    first: dict[str, object], second: int, expected: list[tuple[str, str]]
) -> None:
    assert relations(claim(**first), other(second)) == expected  # type: ignore[arg-type]


def test_several_and_several_say_too_little_to_agree() -> None:
    vague = {"count_high": None, "count_qualifier": "vague"}
    assert relations(claim(count=2, **vague), other(2, **vague)) == []  # type: ignore[arg-type]


def test_a_subgroup_does_not_contradict_its_whole_but_cannot_exceed_it() -> None:
    assert relations(claim(subject="civilians"), other(5, subject="children")) == []
    side = {"actor": "syrian_government"}
    assert relations(claim(subject="civilians", **side), other(15, subject="children", **side)) == [
        ("contradicts", "figure")
    ]


def test_a_text_that_names_no_side_may_speak_of_other_people() -> None:
    assert relations(claim(subject="people", count=2), other(6)) == []
    assert relations(claim(subject="people", count=2, day=""), other(6, subject="people")) == []


def test_a_part_does_not_clash_with_another_voices_whole() -> None:
    whole, family = claim(at=100, count=11, subject="people"), claim(at=110, count=5)
    named([whole])
    family.part_of = whole.claim_id
    assert relations(whole, family, other(11)) == [("agrees", "same")]


def test_soldiers_killed_by_their_own_army_are_defectors() -> None:
    one = claim(count=70, count_qualifier="approximate", actor="syrian_government")
    two = other(72, subject="defectors", actor="syrian_government")
    assert relations(one, two) == [("agrees", "same")]


def test_a_speaker_of_the_other_side_that_admits_one_dead_denies_the_many() -> None:
    many = claim(subject="people", count=200, claimant_id="watch")
    few = claim("weekly", subject="rebels", count=1, claimant_id="palace_news")
    assert relations(many, few) == [("contradicts", "figure")]
    neutral = claim("weekly", subject="rebels", count=1, claimant_id="ledger")
    assert relations(many, neutral) == []


def test_parts_of_a_figure_do_not_contradict_the_whole() -> None:
    four = claim(at=100, count=4, subject="children")
    three = claim(at=120, count=3, subject="children")
    assert relations(four, three, other(7, subject="children")) == []


def test_the_officers_among_the_soldiers_are_not_another_toll() -> None:
    whole, officers = claim(at=100, count=9), claim(at=200, count=2, claimant_id="ledger")
    named([whole])
    officers.part_of = whole.claim_id
    assert relations(whole, officers, other(9)) == [("agrees", "same")]


def test_one_voice_in_one_text_does_not_contradict_itself() -> None:
    assert relations(claim(at=100, count=9), claim(at=200, count=4)) == []


def test_a_replaced_figure_is_superseded_and_clashes_with_nothing() -> None:
    old = claim(at=100, count=37, claimant_id="ledger")
    new = claim(at=110, count=111, claimant_id="ledger")
    named([old, new])
    new.supersedes = old.claim_id
    found = resolve(old, new, other(111), claim("evening", count=37, claimant_id="ledger"))
    pairs = [one for one in found.relations if one.relation == "supersedes"]
    assert [(one.claim_id, one.related_claim_id) for one in pairs] == [(new.claim_id, old.claim_id)]
    assert not [one for one in found.relations if one.relation == "contradicts"]


def test_an_update_without_its_old_figure_supersedes_the_last_one_told() -> None:
    first = claim(at=100, count=16, subject="rebels")
    update = claim(at=300, count=22, subject="rebels", claimant_id="ledger", revises=True)
    found = only_relation(first, update)
    assert (found.claim_id, found.related_claim_id) == (update.claim_id, first.claim_id)
    assert (found.relation, found.reason) == ("supersedes", "figure")


def test_one_speakers_figure_told_with_two_dates_by_two_texts() -> None:
    one = claim(count=94, claimant_id="watch")
    two = claim("weekly", count=94, claimant_id="watch", day="2013-05-05")
    assert relations(one, two) == [("contradicts", "date")]


def test_one_speakers_figure_told_of_two_villages() -> None:
    one = claim(count=94, claimant_id="watch")
    two = claim("weekly", count=94, claimant_id="watch", place="farfield")
    assert relations(one, two) == [("contradicts", "place")]


def test_one_speakers_figure_as_a_days_toll_and_as_a_total() -> None:
    one = claim(count=94, claimant_id="watch")
    two = claim("weekly", count=94, claimant_id="watch", scope="aggregate")
    assert relations(one, two) == [("contradicts", "scope")]


def test_the_same_dead_put_down_to_two_sides() -> None:
    one = claim(subject="civilians", actor="syrian_government")
    two = other(subject="civilians", actor="opposition_forces")
    assert relations(one, two) == [("contradicts", "actor")]
    joint = other(subject="civilians", actor="government_and_russian_forces")
    assert relations(one, joint) == [("agrees", "same")]


def test_the_same_dead_called_civilians_and_fighters() -> None:
    one = claim(subject="civilians", actor="syrian_government")
    two = other(subject="rebels", actor="syrian_government")
    assert relations(one, two) == [("contradicts", "subject")]


def test_a_denial_contradicts() -> None:
    denial = claim("weekly", claimant_id="palace_news", verification="denied")
    assert relations(claim(), denial) == [("contradicts", "denial")]


def test_a_smaller_figure_for_fewer_days_or_a_smaller_place_does_not_clash() -> None:
    two_days = claim(count=20, to="2013-05-05")
    assert relations(two_days, other(12)) == []
    assert relations(claim(count=20, place="hills"), other(12)) == []
    assert relations(claim(count=12, place="hills"), other(20)) == [("contradicts", "figure")]


def test_agreement_is_a_chain() -> None:
    same = [claim(f"paper-{letter}", claimant_id=f"voice_{letter}") for letter in "abcdef"]
    assert relations(*same) == [("agrees", "same")] * 5


def test_totals_over_the_same_days_are_compared() -> None:
    total = {"scope": "aggregate", "to": "2013-05-31", "place": "province"}
    assert relations(claim(count=90, **total), other(90, **total)) == [("agrees", "same")]  # type: ignore[arg-type]
    assert relations(claim(count=90, **total), other(70, **total)) == [  # type: ignore[arg-type]
        ("contradicts", "figure")
    ]


def test_different_happenings_are_not_compared() -> None:
    assert relations(claim(), other(15, place="farfield")) == []
