"""Dates of figures in the news, against the day of publication."""

import pytest
from date_question import ask, span


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # 2019-08-14 was a Wednesday.
        ("Two boys died on Monday, a doctor said on Tuesday.", "Two boys", "2019-08-12"),
        ("A doctor said on Tuesday that two boys died on Monday.", "two boys", "2019-08-12"),
        ("Two boys were killed yesterday.", "Two boys", "2019-08-13"),
        ("Two boys were killed on Wednesday.", "Two boys", "2019-08-14"),
        ("Two boys were killed on Thursday.", "Two boys", "2019-08-08"),
        ("This morning two boys were killed.", "two boys", "2019-08-14"),
        ("Two boys were killed on Monday and three girls on Tuesday.", "Two boys", "2019-08-12"),
        ("Two boys were killed on Monday and three girls on Tuesday.", "three", "2019-08-13"),
        ("Two boys were killed on 30 December.", "Two boys", "2018-12-30"),
        ("Guards held a man over Monday's blast in the city today.", "a man", "2019-08-14"),
        ("The 9 May raid killed two boys.", "two boys", "2019-05-09"),
        ("Between Friday and Sunday two boys died.", "two boys", "2019-08-09..2019-08-11"),
        ("The centre documented two murders in May 2019.", "two", "2019-05-01..2019-05-31"),
        ("So far this year two boys died.", "two boys", "2019-01-01..2019-08-14"),
        ("The war, which began in May 2019, has killed 80.", "80", "2019-05-01..2019-08-14"),
        ("Police held six men in connection with the 9 May raid.", "six men", ""),
        ("Two boys were killed three days ago.", "Two boys", "2019-08-11"),
        ("Two boys were killed. A medic confirmed the toll on Tuesday.", "Two boys", "2019-08-13"),
        ("In 2003, two boys were killed.", "two boys", "2003-01-01..2003-12-31"),
        ("Two boys were killed.", "Two boys", "2019-08-14"),
        (
            "The shells fell on 4 August. The army spoke of ninety and, two days later, "
            "revised this. Two boys were hit.",
            "Two boys",
            "2019-08-04",
        ),
        (
            "Two boys had been buried as of the 12th. They fell on 4 August.",
            "Two boys",
            "2019-08-04",
        ),
        (
            "He spoke on Monday of the March 2003 killing of two boys.",
            "two boys",
            "2003-03-01..2003-03-31",
        ),
        (
            "A treaty used in 1989 where it could be; it failed, which we know: two boys died.",
            "two boys",
            "",
        ),
        ("Two boys were killed overnight.", "Two boys", "2019-08-13..2019-08-14"),
        ("Two boys died at the weekend.", "Two boys", "2019-08-10..2019-08-11"),
        ("Since the start of the year two boys died.", "two boys", "2019-01-01..2019-08-14"),
        ("Two boys were killed on the 9th.", "Two boys", "2019-08-09"),
        ("Two boys were killed near the mill on the 20th, a nurse said.", "Two boys", "2019-07-20"),
        ("Two boys have died since last Wednesday.", "Two boys", "2019-08-07..2019-08-14"),
        ("Two boys were killed. The shells fell on 4 August.", "Two boys", "2019-08-04"),
        ("Two boys were killed. The envoy may come on Friday.", "Two boys", "2019-08-14"),
        ("Two boys were killed after the May 2003 invasion.", "Two boys", ""),
    ],
)
def test_news_against_the_day_of_publication(text: str, phrase: str, expected: str) -> None:
    assert span(ask(text, phrase, "2019-08-14")) == expected


def test_a_report_of_long_ago_goes_on_there() -> None:
    text = "The inquiry found that on 8 May 1974 men broke in. Two boys were killed."
    assert span(ask(text, "Two boys", "2019-08-14")) == "1974-05-08"


def test_each_headline_tells_its_own_news() -> None:
    text = "Union: 90 dead since 3 May\nTwo boys killed by shell\nShops shut"
    assert span(ask(text, "90", "2019-08-14")) == "2019-05-03..2019-08-14"
    answer = ask(text, "Two boys", "2019-08-14")
    assert (span(answer), answer.precision) == ("2019-08-14", "approximate")


def test_a_log_has_the_day_of_its_title() -> None:
    text = "09:10 A raid in the hills killed two boys.\n10:20 A girl was hurt."
    assert span(ask(text, "A girl", "2019-08-14", "Live log, Tuesday 13 August")) == "2019-08-13"


def test_history_does_not_move_the_story() -> None:
    text = (
        "Two boys were killed on Monday. In March 2012, shells killed 90 there. "
        "A girl was also hurt."
    )
    assert span(ask(text, "A girl", "2019-08-14")) == "2019-08-12"
    assert span(ask(text, "90", "2019-08-14")) == "2012-03-01..2012-03-31"


def test_a_battle_of_days_ends_with_its_statement() -> None:
    text = "Some 90 men fell in a two-day battle. The toll was given by a monitor on Friday."
    answer = ask(text.replace("given", "confirmed"), "90 men", "2019-08-17")
    assert (span(answer), answer.precision) == ("2019-08-15..2019-08-16", "range")
