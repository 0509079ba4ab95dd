"""Who speaks in brackets, between dashes or for one entry of a list, on invented sentences."""

import pytest
from test_attribution import covered

ASIDES = {
    "in brackets": (
        "Nine died according to the doctors' union (the police put the toll at two), and 4 were held.",
        [
            ("doctors_union", ""),
            ("police", "the police put the toll at two"),
        ],
    ),
    "between dashes": (
        "In the second raid two rangers and six captors were killed — “maybe four”, the porter "
        "says — and the guide was hurt.",
        [("porter", "“maybe four”, the porter says")],
    ),
    "an entry of a list": (
        "Losses: 64 killed, 9 captured; 22 killed (government claim).",
        [("government", "22 killed (government claim")],
    ),
}


@pytest.mark.parametrize("case", ASIDES)
def test_aside_covers_itself(case: str) -> None:
    sentence, asked = ASIDES[case]
    asked = [(who, words or sentence) for who, words in asked]
    assert covered(sentence) == asked


def test_the_dash_of_a_dateline_opens_no_aside() -> None:
    sentence = "GAO – Nine soldiers were killed near the ferry, the army said – two of them there."
    assert covered(sentence) == [("army", sentence)]


def test_hedge_goes_on_where_a_verb_has_no_subject() -> None:
    sentence = (
        "Shelling reportedly killed nine men in the market, and wounded dozens, but calm held."
    )
    assert covered(sentence) == [
        ("", "Shelling reportedly killed nine men in the market, and wounded dozens")
    ]
