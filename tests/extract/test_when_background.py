"""Days of totals, of tolls brought up to date and of incidents named in passing."""

import pytest
from date_question import ask, span

NAMED_IN_PASSING = {
    "year": (
        "Jurors on Monday heard of the 2016 ferry bombing at St. Agnes, which killed 44 people.",
        "44 people",
        "2016-01-01..2016-12-31",
    ),
    "month": (
        "Guards were behind the December bombing of a mill that killed four men.",
        "four men",
        "2019-12-01..2019-12-31",
    ),
    "toll from that day": (
        "The toll from Sunday's bombing has risen to 12 after two died overnight.",
        "12",
        "2020-03-01",
    ),
    "toll that rose": (
        "A bomb killed nine men on Sunday. The toll rose to 12 on Tuesday.",
        "12",
        "2020-03-01",
    ),
    "day of the accusation": (
        "The guild on Tuesday accused guards of killing 12 men, two of them old, on 3 February.",
        "12 men",
        "2020-02-03",
    ),
    "year before": ("Shells have killed 12 men since October 7 last year.", "12 men", None),
    "quarter": ("In Q3, the centre counted 12 dead.", "12 dead", "2019-07-01..2019-09-30"),
    "week": (
        "The clinic took in 12 wounded in the week ending 28 February.",
        "12 wounded",
        "2020-02-22..2020-02-28",
    ),
    "entire month": (
        "On 3 February a bomb killed two men. Guards killed 12 men in the entire month.",
        "12 men",
        "2020-02-01..2020-02-29",
    ),
    "season": (
        "By the autumn of 2011 the feud had grown. On 2 May raiders killed 12 men.",
        "12 men",
        "2011-05-02",
    ),
    "clauses between": (
        "Four men died at the weekend. In the worst raid, men stopped a cart on Sunday evening, "
        "led off the miller, who was ill, and shot him; 12 men fled.",
        "12 men",
        "2020-03-01",
    ),
    "day by which a toll was told": (
        "A bomb hit the mill on 21 February. Clerks put the dead at 60 and, by the 22nd, at 91.",
        "60",
        "2020-02-21",
    ),
    "start of a count": (
        "Two men died on 21 February. This brings the dead since the curfew was imposed on "
        "3 January to 90. Guards lost 12 men.",
        "12 men",
        "2020-02-21",
    ),
}

OPEN = {
    "since the coup": (
        "On 3 March a mill burned. Since the coup 90 people have been killed.",
        "90",
    ),
    "since the start of it": (
        "Two tanks burned on 3 March. In total, since the beginning of the operation, 90 men died.",
        "90 men",
    ),
    "a war": ("A bomb killed two on 3 March. The war has killed 9,000 people.", "9,000 people"),
    "a total": (
        "Two men were held on 3 March. A total of 90 people have been held, ten of them old.",
        "90 people",
    ),
}


@pytest.mark.parametrize("case", NAMED_IN_PASSING)
def test_named_in_passing(case: str) -> None:
    text, phrase, days = NAMED_IN_PASSING[case]
    answer = ask(text, phrase, "2020-03-03")
    if days is None:
        assert answer.date_start == "2019-10-07"
    else:
        assert span(answer) == days


@pytest.mark.parametrize("case", OPEN)
def test_total_of_an_open_time_has_no_day(case: str) -> None:
    text, phrase = OPEN[case]
    answer = ask(text, phrase, "2020-03-05")
    assert (answer.date_start, answer.scope) == ("", "aggregate")


def test_total_since_a_day_keeps_it() -> None:
    text = "Since the beginning of the year, 90 people have been killed."
    assert ask(text, "90 people", "2020-03-05").date_start == "2020-01-01"
