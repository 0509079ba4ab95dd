"""Dates of claims: which words date a figure, and what is left unknown."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.passage import Passage
from pipeline.extract.when import DateAnswer, When
from pipeline.sources.document import Document, Segment, SegmentKind


def document(text: str, published_on: str = "", title: str = "") -> Document:
    """Cut `text` line by line: "== x ==" is a heading, "- Key: x" a line of an infobox."""
    segments, start = [], 0
    for line in text.split("\n"):
        kind: SegmentKind = "paragraph"
        label, level = "", 0
        if line.startswith("=="):
            kind, level = "heading", len(line) - len(line.lstrip("="))
        elif line.startswith("- ") and ":" in line:
            kind, label = "infobox", line[2 : line.index(":")]
        if line.strip():
            segments.append(Segment(kind, start, start + len(line), level, label))
        start += len(line) + 1
    return Document("test", text, text, tuple(segments), published_on, title)


def ask(
    text: str, phrase: str, published_on: str = "", title: str = "", claim_type: str = "killed"
) -> DateAnswer:
    passage = Passage(document(text, published_on, title))
    start = text.index(phrase)
    sentence = next(each for each in passage.sentences if each.start <= start < each.end)
    return When(passage).of(sentence, start, start + len(phrase), claim_type)


def span(answer: DateAnswer) -> str:
    if answer.date_start == answer.date_end:
        return answer.date_start
    return f"{answer.date_start}..{answer.date_end}"


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


def test_overnight_in_a_chronicle_stays_with_its_day() -> None:
    text = "On 4 May 2013 a convoy left. Fights broke out overnight. Two boys were killed."
    assert span(ask(text, "Two boys")) == "2013-05-04"


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


def test_an_article_without_dates_of_its_own_is_dated_by_its_lead() -> None:
    text = (
        "The siege of the old fort (2 May – 9 June 1895) was part of a war.\n== Course ==\n"
        "On 20 May a sortie cost 14 riflemen.\n== Losses ==\nThe losses were 70 dead."
    )
    assert span(ask(text, "14 riflemen")) == "1895-05-20"
    assert span(ask(text, "70 dead")) == "1895-05-02..1895-06-09"


def test_the_sum_of_a_list_covers_its_entries() -> None:
    text = "3 May: two boys killed.\n4 May: one girl killed.\n6 May: no deaths.\nTotal: three dead."
    assert span(ask(text, "three dead", "2019-08-14")) == "2019-05-03..2019-05-06"


def test_figures_during_the_month_cover_the_month_of_the_story() -> None:
    text = "On 28 April two boys were killed. During the month, nine clerks were held."
    assert span(ask(text, "nine clerks", "2019-08-14")) == "2019-04-01..2019-04-30"


def test_history_does_not_move_the_story() -> None:
    text = (
        "Two boys were killed on Monday. In March 2012, shells killed 90 there. "
        "A girl was also hurt."
    )
    assert span(ask(text, "A girl", "2019-08-14")) == "2019-08-12"
    assert span(ask(text, "90", "2019-08-14")) == "2012-03-01..2012-03-31"


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


def test_infobox_lines_take_the_days_of_the_infobox() -> None:
    text = "- Date: 4 May 2010 – 9 June 2010\n- Losses: 300 killed\nThe siege was long."
    answer = ask(text, "300 killed")
    assert (span(answer), answer.scope) == ("2010-05-04..2010-06-09", "aggregate")


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


def test_days_of_a_happening_are_summed_up_in_the_next_paragraph() -> None:
    text = (
        "On 4 May 2011 shells killed six. The next day, nine more died.\n"
        '"They killed 50 of us," a baker said.\n'
        "A second source counts 30 dead on the second day alone."
    )
    assert span(ask(text, "50 of us")) == "2011-05-04..2011-05-05"
    assert span(ask(text, "30 dead")) == "2011-05-05"


def test_a_battle_of_days_ends_with_its_statement() -> None:
    text = "Some 90 men fell in a two-day battle. The toll was given by a monitor on Friday."
    answer = ask(text.replace("given", "confirmed"), "90 men", "2019-08-17")
    assert (span(answer), answer.precision) == ("2019-08-15..2019-08-16", "range")


def test_the_answer_names_its_words_and_rule() -> None:
    text = "Ten died on 3 May 2011."
    because = ask(text, "Ten").because
    assert because is not None
    assert (text[because.start : because.end], because.rule) == ("3 May 2011", "date.day")


def test_year_of_list_comes_from_the_title() -> None:
    text = "== Events ==\nOn 3 November, ten died. On 4 February, six died."
    title = "Siege (October 2015 – March 2016)"
    assert span(ask(text, "ten", title=title)) == "2015-11-03"
    assert span(ask(text, "six", title=title)) == "2016-02-04"


_WORDS = st.sampled_from(
    [
        "On",
        "in",
        "since",
        "until",
        "between",
        "and",
        "the",
        "3",
        "31",
        "29",
        "2012",
        "1",
        "9999",
        "0001",
        "May",
        "MARCH",
        "Feb.",
        "12",
        "years",
        "ago",
        "two",
        "days",
        "later",
        "Friday",
        "yesterday",
        "killed",
        "said",
        "(AFP)",
        "--",
        "LIMA,",
        "(",
        ")",
        ".",
        ",",
        "==",
        "\n",
        "early",
        "last",
        "month",
        "the",
        "same",
        "day",
        "overnight",
        "previous",
        "900",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=50).map(" ".join)),
    st.sampled_from(["", "2012-03", "2012-03-31", "0001-01-01", "9999-12-31", "2012-13-41", "x"]),
    st.sampled_from(["killed", "incidents"]),
)
def test_any_text_gets_valid_days(text: str, published_on: str, claim_type: str) -> None:
    passage = Passage(document(text, published_on))
    when = When(passage)
    for sentence in passage.sentences:
        middle = (sentence.start + sentence.end) // 2
        answer = when.of(sentence, sentence.start, middle, claim_type)
        assert bool(answer.date_start) == bool(answer.date_end) == (answer.precision != "unknown")
        if answer.date_start:
            assert date.fromisoformat(answer.date_start) <= date.fromisoformat(answer.date_end)
        if answer.because:
            assert 0 <= answer.because.start <= answer.because.end <= len(text)
