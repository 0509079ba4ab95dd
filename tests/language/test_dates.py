"""Mentions of dates: what is found, what it says, and what is no date."""

import calendar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.dates import DateMention, PartialDate, find_dates


def only(text: str) -> DateMention:
    found = find_dates(text)
    assert len(found) == 1, [text[each.start : each.end] for each in found]
    return found[0]


def parts(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("Two died on 7 June 2014 in Benghazi.", "7 June 2014", (2014, 6, 7)),
        ("Two died on June 7, 2014, in Benghazi.", "June 7, 2014", (2014, 6, 7)),
        ("Two died on the 7th of June.", "7th of June", (0, 6, 7)),
        ("Two died on Saturday, 7 June.", "Saturday, 7 June", (0, 6, 7)),
        ("Filed 2014-06-07 at noon.", "2014-06-07", (2014, 6, 7)),
        ("LIMA, 25 JAN 90 (EFE) -- TWO DIED", "25 JAN 90", (1990, 1, 25)),
        ("Kandahar (Jan. 25, 2013) - two died", "Jan. 25, 2013", (2013, 1, 25)),
        ("On 3 March 47 recruits fled.", "3 March", (0, 3, 3)),
        ("On 23 February 500 recruits fled.", "23 February", (0, 2, 23)),
        ("On March 5, 2,000 people marched.", "March 5", (0, 3, 5)),
        ("TWO DIED ON 4 MAY IN A VILLAGE", "4 MAY", (0, 5, 4)),
        ("two died on may 4 in a village", "may 4", (0, 5, 4)),
        ("Feb. 29, 2012 was a leap day", "Feb. 29, 2012", (2012, 2, 29)),
    ],
)
def test_days(text: str, words: str, date: tuple[int, int, int]) -> None:
    mention = only(text)
    assert mention.kind == "day"
    assert words in text[mention.start : mention.end]
    assert parts(mention.first) == date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the fighting of 19–20 May 2015", (2015, 5, 19), (2015, 5, 20)),
        ("on 19 and 20 May two villages fell", (0, 5, 19), (0, 5, 20)),
        ("the night of 3-4 May", (0, 5, 3), (0, 5, 4)),
        ("from 3 to 5 May 2015", (2015, 5, 3), (2015, 5, 5)),
        ("on 3, 4 and 5 May", (0, 5, 3), (0, 5, 5)),
        ("on May 3 and 4, two villages fell", (0, 5, 3), (0, 5, 4)),
        ("between 26 April 2016 and 2 January 2017", (2016, 4, 26), (2017, 1, 2)),
        ("between April 26 and May 2, 2017", (2017, 4, 26), (2017, 5, 2)),
        ("since April 26, 2016, until January 2, 2017", (2016, 4, 26), (2017, 1, 2)),
        ("from 28 December to 3 January 2017", (2016, 12, 28), (2017, 1, 3)),
        ("September 2010 – March 2011", (2010, 9, 0), (2011, 3, 0)),
    ],
)
def test_ranges(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    mention = only(text)
    assert mention.kind == "range"
    assert (parts(mention.first), parts(mention.last)) == (first, last)


def test_two_days_joined_by_and_stay_two() -> None:
    found = find_dates("Three fell on 5 May and on 9 May four more.")
    assert [parts(each.first) for each in found] == [(0, 5, 5), (0, 5, 9)]


@pytest.mark.parametrize(
    ("text", "kind", "month", "part"),
    [
        ("In January 2012 the town fell.", "month", 1, ""),
        ("By early February 2012 the town fell.", "month", 2, "early"),
        ("In late March the town fell.", "month", 3, "late"),
        ("Shelling since March has killed ten.", "month", 3, ""),
        ("THE TOWN FELL IN MAY", "month", 5, ""),
    ],
)
def test_months(text: str, kind: str, month: int, part: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.first.month, mention.part) == (kind, month, part)
    assert mention.approximate == bool(part)


@pytest.mark.parametrize(
    ("text", "kind", "shift", "unit"),
    [
        ("Ten died yesterday.", "relative", -1, "day"),
        ("Ten died last night.", "relative", -1, "day"),
        ("Ten died this morning.", "relative", 0, "day"),
        ("TEN DIED TODAY", "relative", 0, "day"),
        ("Ten died last month.", "relative", -1, "month"),
        ("Ten died last week.", "relative", -1, "week"),
        ("Ten died two days ago.", "relative", -2, "day"),
        ("Ten died three days later.", "anaphoric", 3, "day"),
        ("Ten died two days earlier.", "anaphoric", -2, "day"),
        ("Ten died the same day.", "anaphoric", 0, "day"),
        ("Ten died that day.", "anaphoric", 0, "day"),
        ("Ten died the next day.", "anaphoric", 1, "day"),
        ("The following day ten died.", "anaphoric", 1, "day"),
        ("Ten died the previous day.", "anaphoric", -1, "day"),
        ("Ten died in the previous two months.", "period", -2, "month"),
        ("Ten died over the past 24 hours.", "period", -24, "hour"),
    ],
)
def test_words_that_count_from_another_day(text: str, kind: str, shift: int, unit: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.shift, mention.unit) == (kind, shift, unit)


def test_second_day_of_a_happening() -> None:
    assert only("Nine died on the second day alone.").nth == 2


def test_weekday_and_since() -> None:
    mention = only("At least ten have died since Thursday.")
    assert (mention.kind, mention.weekday, mention.lead) == ("weekday", 3, "since")


def test_since_reaches_over_the_event_that_it_names() -> None:
    assert only("ten died since the start of the truce on May 3, 2015").lead == "since"
    assert only("ten died in the raid on May 3, 2015").lead == "on"


@pytest.mark.parametrize("text", ["around 5 October", "about 13 March", "circa 1 May 2011"])
def test_approximate(text: str) -> None:
    assert only(text).approximate


@pytest.mark.parametrize(
    "text",
    [
        "Today, 25 November, shells fell.",
        "On Thursday night (October 5) shells fell.",
        "The following day, on 6 February, shells fell.",
        "Last night (Friday) shells fell.",
    ],
)
def test_one_day_said_twice_is_one_mention(text: str) -> None:
    only(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 74-year-old and his 15 sons walked 25 km to the 3rd Brigade at 14:30.",
        "They may march on the capital.",
        "THEY MAY MARCH ON THE CAPITAL",
        "Troops march 20 miles.",
        "The 2003 invasion and the 1990s are history.",
        "It cost 3.5 million, or 12 percent more.",
        "A 122 mm shell hit House 12.",
        "On Bloody Sunday and next Monday.",
        "He served 3 terms.",
        "Some 2012 houses burned.",
        "Version 2.03.2011 was released.",
        "August company rejoined us.",
        "On 31 June nothing can happen.",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_date_inside_a_name_is_marked() -> None:
    assert only("the March 2003 invasion").attributive


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "On 1 May it rained. On 2 May it shone."
    (mention,) = find_dates(text, 20)
    assert text[mention.start : mention.end] == "2 May"


_WORDS = st.sampled_from(
    [
        "on",
        "in",
        "since",
        "until",
        "between",
        "and",
        "to",
        "the",
        "3",
        "31",
        "29",
        "2012",
        "90",
        "May",
        "MARCH",
        "march",
        "Feb.",
        "january",
        "Friday",
        "yesterday",
        "ago",
        "two",
        "days",
        "later",
        "same",
        "day",
        ",",
        ".",
        "(",
        ")",
        "-",
        "–",
        "early",
        "last",
        "month",
        "İ",
        "ß",
        "\n",
        "early",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_mentions_inside_it_in_order(text: str) -> None:
    reached = 0
    for mention in find_dates(text):
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end
        for date in (mention.first, mention.last):
            assert 0 <= date.month <= 12
            if date.day:
                assert date.day <= calendar.monthrange(2012, date.month)[1]
