"""What stands between those who are counted and what is told of them, and how else they stand."""

import pytest
from clause_question import read

TOLD = [
    ("Ninety men of Rifle Battalion 519, their ammunition gone, surrendered.", "surrendered"),
    ("Forty guards of the 5th Brigade, their water spent, laid down their arms.", "surrendered"),
    ("Two buses, their windows smashed, were burned near Kano.", "destroyed"),
    ("Three boys survived by hiding under the dead.", "escaped"),
    ("Forty of these have since been classified as forcibly disappeared.", "abducted"),
    ("Six teachers were led from their school by masked men.", "abducted"),
    ("Two hundred clerks joined a silent march in Tunis.", "protested"),
    ("Rebels put two excavators to the torch.", "destroyed"),
    ("The patrol heard 63 undetermined explosions near Lebap.", "incidents"),
    ("They recorded fewer clashes than in May, but still 42 explosions.", "incidents"),
    ("The fort was garrisoned by 750 men.", "strength"),
    ("The column, put at 300 men, crossed the river.", "strength"),
    ("A band of 25 to 30 under one Okello raided the market.", "strength"),
    ("A group of about 40 attacked the village.", "strength"),
    ("Of the eleven tanks that accompanied them, few came back.", "strength"),
    ("About 50 members of the 3rd Company took part in the raid.", "strength"),
]


@pytest.mark.parametrize(("sentence", "claim_type"), TOLD)
def test_it_is_told(sentence, claim_type):
    assert claim_type in {told for _, told, _, _ in read(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Three workers survived by selling grass.",
        "The title was defended by two men.",
        "A group of 20 stormed out.",
        "A group of deserters attacked a patrol.",
        "A team of six won the cup.",
        "The bill, put at 600 euros, was paid.",
        "The court heard three cases of theft.",
        "Two hundred guests attended the wedding.",
        "The eleven tanks that accompanied them came late.",
    ],
)
def test_nothing_is_told(sentence):
    assert not [row for row in read(sentence) if row[1]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The blast killed Colonel P. J. Fernando.", ["Colonel P. J. Fernando"]),
        ("Shells killed Captain A. Silva and two men.", ["Captain A. Silva", "two men"]),
        ("The raid killed Colonel Omar Dib, his deputy.", ["Colonel Omar Dib"]),
        ("Shells killed two U.S. Marines.", ["two U.S. Marines"]),
        ("Twenty rebels, their leader killed, fled.", ["their leader"]),
    ],
)
def test_those_killed_are_named_once(sentence, expected):
    assert [words for words, told, _, _ in read(sentence) if told == "killed"] == expected
