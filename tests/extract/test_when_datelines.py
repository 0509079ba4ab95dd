"""Dates of figures in dispatches: the day in the dateline."""

import pytest
from date_question import ask, span


@pytest.mark.parametrize(
    ("text", "phrase", "expected", "precision"),
    [
        (
            "LIMA, 25 JAN 90 (EFE) -- TWO PEASANTS WERE KILLED YESTERDAY.",
            "TWO",
            "1990-01-24",
            "day",
        ),
        ("LIMA, 25 JAN 90 (EFE) -- TWO PEASANTS MAY BE DEAD.", "TWO", "1990-01-25", "approximate"),
        (
            "HERAT, Afghanistan (Jan. 5, 2013) – A raid killed two men Thursday.",
            "two",
            "2013-01-03",
            "day",
        ),
        (
            "Press item 2011-06-S-1\nHERAT, Afghanistan (June 5) – A raid killed two men today.",
            "two",
            "2011-06-05",
            "day",
        ),
        ("HERAT, Afghanistan (June 5) – A raid killed two men today.", "two", "", "unknown"),
        (
            "June 8: Raids in the north\n2010-06-S-7\nA raid killed two men last night.",
            "two",
            "2010-06-07",
            "day",
        ),
        ("Press item 2011-06-S-1\nA raid on June 4 killed two men.", "two", "2011-06-04", "day"),
        ("Posted: 5 May 2013\nA raid killed two men yesterday.", "two", "2013-05-04", "day"),
    ],
)
def test_datelines(text: str, phrase: str, expected: str, precision: str) -> None:
    answer = ask(text, phrase)
    assert (span(answer), answer.precision) == (expected, precision)


def test_a_long_or_dated_dispatch_does_not_date_its_history() -> None:
    text = "LIMA, 25 JAN 90 (EFE) -- A BUS BURNED TODAY IN CUZCO, AND 900 DIED IN 1988."
    assert ask(text, "900").date_start == "1988-01-01"


def test_two_dispatches_in_one_text_have_each_their_day() -> None:
    text = (
        "HERAT, Afghanistan (Jan. 5, 2013) – A raid killed two men today.\n"
        "HERAT, Afghanistan (Jan. 9, 2013) – A blast killed six men today."
    )
    assert span(ask(text, "two men")) == "2013-01-05"
    assert span(ask(text, "six men")) == "2013-01-09"
