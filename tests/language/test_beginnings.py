from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.beginnings import Beginnings
from pipeline.language.word_patterns import any_of, lowered

WORDS = ["kill*", "killed*", "take in*", "o'clock*", "'tis", "war-worn*", "includ"]


def test_each_list_gets_its_own_places_in_order():
    found = Beginnings({"verb": ["stab", "stabbed"], "number": ["two"]}).find("two stabbed two")
    assert found == {"verb": [4, 4], "number": [0, 12]}


def test_nothing_begins_inside_a_word():
    assert Beginnings({"number": ["ten"]}).find("often 1ten ten")["number"] == [7, 11]


@given(st.lists(st.sampled_from([*"ab1’' \n-", "kill", "killed", "take", "in", "war-worn", "İ"])))
def test_no_match_of_a_pattern_is_missed(pieces):
    lower = lowered("".join(pieces))
    places = Beginnings({"all": WORDS}).find(lower)["all"]
    assert {match.start() for match in any_of(WORDS).finditer(lower)} <= set(places)
