"""Counting words, each in a sentence of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.counts import parse_count
from pipeline.language.tokens import tokenize


def first_count(sentence):
    tokens = tokenize(sentence)
    for position in range(len(tokens)):
        count = parse_count(tokens, position)
        if count is not None:
            return count.low, count.high, count.qualifier
    return None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The patrol counted 12,400 men on the far bank before the rain began.", (12400, 12400, "exact")),
        ("Near the mill forty-seven recruits slept in the open that cold night.", (47, 47, "exact")),
        ("By dusk two hundred and fifty people had crossed the narrow wooden bridge.", (250, 250, "exact")),
        ("They said one thousand two hundred prisoners walked west along the dry canal.", (1200, 1200, "exact")),
        ("He saw a dozen riders leave through the north gate before first light.", (12, 12, "approximate")),
        ("She remembers two dozen drivers waiting at the pump for the fuel truck.", (24, 24, "approximate")),
        ("Only half a dozen clerks stayed in the town hall during the shelling.", (6, 6, "approximate")),
        ("There were a couple of guards asleep beside the gate when it opened.", (2, 2, "approximate")),
        ("In the square scores of mourners stood without a word for an hour.", (40, None, "vague")),
        ("The clinic treated dozens of villagers that week with almost nothing on hand.", (24, None, "vague")),
        ("On the road hundreds of families waited for trucks that never came.", (200, None, "vague")),
        ("The march drew tens of thousands of students into the old town centre.", (20000, None, "vague")),
        ("Aid agencies spoke of hundreds of thousands of people without any shelter now.", (200000, None, "vague")),
        ("A survey put the number at 1.5 million people in the whole valley.", (1_500_000, 1_500_000, "exact")),
        ("The raid took 10-15 rifles from the store behind the village school.", (10, 15, "range")),
        ("The scouts guessed between 10 and 15 fighters in the orchard that day.", (10, 15, "range")),
        ("He put the band at 10 to 15 riders with two spare horses.", (10, 15, "range")),
        ("The book counts between eight and ten thousand dead horsemen.", (8000, 10000, "range")),
        ("Two to three hundred riders camped beside the old salt works.", (200, 300, "range")),
        ("Between 50 and two hundred riders camped beside the old works.", (50, 200, "range")),
        ("Men of the 1952 class met the two clerks at the barracks gate.", (2, 2, "exact")),
        ("The column had 2,500 - 3,000 soldiers when it left the plain.", (2500, 3000, "range")),
        ("The hall held as many as 300 deputies on the day of the vote.", (None, 300, "at_most")),
        ("The cellar could hide up to twenty people if they did not move.", (None, 20, "at_most")),
        ("The convoy lost no fewer than seven trucks on the mountain road.", (7, None, "at_least")),
        ("The doctor saw at least 14 patients with burns before midnight came.", (14, None, "at_least")),
        ("The strike idled more than 250,000 workers in the coastal cities alone.", (250000, None, "at_least")),
        ("The list names at least a dozen officers of the old guard.", (12, None, "at_least")),
        ("The storm stranded nearly 90 pilgrims at the pass for three nights.", (90, 90, "approximate")),
        ("The sheriff counted some 40 riders, though it was already getting dark.", (40, 40, "approximate")),
        ("After the first, another two shells fell beside the school wall.", (2, 2, "exact")),
        ("Both brothers were taken from the same house on the same evening.", (2, 2, "exact")),
        ("In the end all seven engineers came home by way of the port.", (7, 7, "exact")),
        ("The crowd threw several stones at the gate and then it dispersed.", (2, None, "vague")),
        ("A number of shepherds had seen the smoke from across the ridge.", (2, None, "vague")),
        ("A few hundred conscripts were camped around the ruined sugar mill.", (200, None, "vague")),
        ("The warden spoke of thirty, maybe forty graves behind the old chapel wall.", (30, 40, "range")),
        ("He owned thirty, maybe ninety acres, and nobody had ever measured them.", (30, 30, "exact")),
        ("The ferry sank with a dozen or so pilgrims who could not swim.", (12, 12, "approximate")),
        ("Not above a hundred riders came down from the hills that spring.", (None, 100, "at_most")),
        ("Only a handful had stayed behind to guard the empty grain store.", (2, None, "vague")),
        ("The nurse spoke of thirty, maybe thirty-five cots in the long hall.", (30, 35, "range")),
        ("The bursar paid ninety, perhaps a little less, for the old piano.", (90, 90, "exact")),
        ("The clerk is sure that not above a hundred masons signed the list.", (None, 100, "at_most")),
        ("The police said 100+ farmers had blocked the road with their carts.", (100, None, "at_least")),
    ],
)  # fmt: skip
def test_counting_words(sentence, expected):
    assert first_count(sentence) == expected


def test_an_update_is_no_range():
    tokens = tokenize("It raised the figure from 37 to 111.")
    found = [parse_count(tokens, at) for at in range(len(tokens))]
    assert {(count.low, count.high) for count in found if count} >= {(37, 37), (111, 111)}


@pytest.mark.parametrize("sentence", ["No figure stands in this sentence.", "", "...", "- - -"])
def test_sentences_without_a_count(sentence):
    assert first_count(sentence) is None


@given(st.integers(min_value=0, max_value=9_999_999))
def test_digits_are_read_with_and_without_separators(value):
    assert first_count(f"about {value:,} people") == (value, value, "approximate")
    assert first_count(f"{value} people") == (value, value, "exact")


@given(st.text(max_size=400))
def test_any_text_is_read_within_its_tokens(text):
    tokens = tokenize(text)
    for position in range(len(tokens)):
        count = parse_count(tokens, position)
        if count is not None:
            assert position <= count.core < count.last <= len(tokens) or count.core < len(tokens)
            assert count.low is None or count.high is None or count.low <= count.high
