"""Dates of figures in articles and chronicles: headings, leads, titles, infoboxes, the course of a story."""

import pytest
from date_question import ask, span

LIST = """== Background ==
Villagers held 40 hostages for weeks.
=== April 2014 ===
On 8 April, six guards were killed near the dam. A driver was hurt as well.
In the same valley, nine herders died.
On 11 April, the police reported the deaths of two clerks. The next day, five porters were killed.
Around 20 April, seven miners were shot.
=== December 2014 ===
Eleven sailors drowned in the attack.
On 30 December, three bakers were killed. On the same day, a tailor died.
=== Early January 2015 ===
On 2 January four nurses were killed."""


@pytest.mark.parametrize(
    ("phrase", "expected", "precision"),
    [
        ("six guards", "2014-04-08", "day"),
        ("A driver", "2014-04-08", "day"),
        ("nine herders", "2014-04-08", "day"),
        ("two clerks", "2014-04-11", "day"),
        ("five porters", "2014-04-12", "day"),
        ("seven miners", "2014-04-20", "approximate"),
        ("Eleven sailors", "2014-12-01..2014-12-31", "month"),
        ("three bakers", "2014-12-30", "day"),
        ("a tailor", "2014-12-30", "day"),
        ("four nurses", "2015-01-02", "day"),
        ("40 hostages", "", "unknown"),
    ],
)
def test_list_article_under_headings(phrase: str, expected: str, precision: str) -> None:
    answer = ask(LIST, phrase)
    assert (span(answer), answer.precision, answer.scope) == (expected, precision, "incident")


def test_overnight_in_a_chronicle_stays_with_its_day() -> None:
    text = "On 4 May 2013 a convoy left. Fights broke out overnight. Two boys were killed."
    assert span(ask(text, "Two boys")) == "2013-05-04"


def test_an_article_without_dates_of_its_own_is_dated_by_its_lead() -> None:
    text = (
        "The siege of the old fort (2 May – 9 June 1895) was part of a war.\n== Course ==\n"
        "On 20 May a sortie cost 14 riflemen.\n== Losses ==\nThe losses were 70 dead."
    )
    assert span(ask(text, "14 riflemen")) == "1895-05-20"
    assert span(ask(text, "70 dead")) == "1895-05-02..1895-06-09"


def test_infobox_lines_take_the_days_of_the_infobox() -> None:
    text = "- Date: 4 May 2010 – 9 June 2010\n- Losses: 300 killed\nThe siege was long."
    answer = ask(text, "300 killed")
    assert (span(answer), answer.scope) == ("2010-05-04..2010-06-09", "aggregate")


def test_days_of_a_happening_are_summed_up_in_the_next_paragraph() -> None:
    text = (
        "On 4 May 2011 shells killed six. The next day, nine more died.\n"
        '"They killed 50 of us," a baker said.\n'
        "A second source counts 30 dead on the second day alone."
    )
    assert span(ask(text, "50 of us")) == "2011-05-04..2011-05-05"
    assert span(ask(text, "30 dead")) == "2011-05-05"


def test_year_of_list_comes_from_the_title() -> None:
    text = "== Events ==\nOn 3 November, ten died. On 4 February, six died."
    title = "Siege (October 2015 – March 2016)"
    assert span(ask(text, "ten", title=title)) == "2015-11-03"
    assert span(ask(text, "six", title=title)) == "2016-02-04"
