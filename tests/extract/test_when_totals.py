"""Dates of totals: the period that a sum covers."""

import pytest
from date_question import ask, span


def test_the_sum_of_a_list_covers_its_entries() -> None:
    text = "3 May: two boys killed.\n4 May: one girl killed.\n6 May: no deaths.\nTotal: three dead."
    assert span(ask(text, "three dead", "2019-08-14")) == "2019-05-03..2019-05-06"


def test_figures_during_the_month_cover_the_month_of_the_story() -> None:
    text = "On 28 April two boys were killed. During the month, nine clerks were held."
    assert span(ask(text, "nine clerks", "2019-08-14")) == "2019-04-01..2019-04-30"


@pytest.mark.parametrize(
    ("text", "expected", "scope"),
    [
        ("Shells killed 70 people last month.", "2019-07-01..2019-07-31", "aggregate"),
        (
            "At least 70 people died between 1 May 2019 and 9 August 2019.",
            "2019-05-01..2019-08-09",
            "aggregate",
        ),
        ("At least 70 people have died since 3 June.", "2019-06-03..2019-08-14", "aggregate"),
        ("At least 70 people have died since Monday.", "2019-08-12..2019-08-14", "incident"),
        ("In the past two weeks 70 people died.", "2019-07-31..2019-08-14", "aggregate"),
        ("Some 70 people died on 3 and 4 August.", "2019-08-03..2019-08-04", "incident"),
        (
            "Of 70 people killed across the country on Monday, ten were girls.",
            "2019-08-12",
            "aggregate",
        ),
    ],
)
def test_totals(text: str, expected: str, scope: str) -> None:
    answer = ask(text, "70", "2019-08-14")
    assert (span(answer), answer.scope) == (expected, scope)


def test_a_total_keeps_its_period_in_the_sentences_that_part_it() -> None:
    text = (
        "The group counted 80 deaths between 1 May 2019 and 9 June 2019. "
        "Militias killed 30 of them, noting that six died after 1 June."
    )
    answer = ask(text, "30 of them")
    assert (span(answer), answer.scope) == ("2019-05-01..2019-06-09", "aggregate")


def test_open_span_takes_the_end_given_elsewhere() -> None:
    text = (
        "At least 80 have died since the start of the truce on 3 May 2019.\n"
        "It lists all deaths between 3 May 2019 and 9 June 2019."
    )
    assert span(ask(text, "80", "2019-06")) == "2019-05-03..2019-06-09"
