"""Days by which the text names the attack, and days that date something else."""

import pytest
from date_question import ask, span

# 2019-08-14 was a Wednesday.
DAYS = {
    "the attack took place": (
        "Aug 14 - Jets fired on a mill, killing nine men, residents said on Wednesday. "
        "The attack took place on Tuesday morning.",
        "nine men",
        "2019-08-13",
    ),
    "named in the next paragraph": (
        "The toll of a blast has risen to nine, sources said on Wednesday.\n"
        "A mill burned in Sunday's attack near the ford.",
        "nine",
        "2019-08-11",
    ),
    "one who died since": (
        "Two men died in Sunday's attack. Three of the wounded died overnight. "
        "Nine carts were burned.",
        "Nine carts",
        "2019-08-11",
    ),
    "so many days after": (
        "Raiders burned a mill on Wednesday. The attack came three days after troops shot dead "
        "nine millers.",
        "nine millers",
        "2019-08-11",
    ),
    "from their homes": (
        "Nine millers were murdered. The victims were taken from their homes on 4 August.",
        "Nine millers",
        "2019-08-04",
    ),
    "a month before the report": (
        "Troops took the ford on 12 August. Since January, the brigade has found nine mines.",
        "nine mines",
        "2019-01-01..2019-08-12",
    ),
    "the whole period again": (
        "The centre documented the killing of 40 men in July 2019. The worst attack took place on "
        "11 July, when two died. The report also records the arrest of nine clerks.",
        "nine clerks",
        "2019-07-01..2019-07-31",
    ),
    "a holy day is no day of the week": (
        "They came on the morning of Holy Thursday in 2001. By dusk nine millers were dead.",
        "nine millers",
        "",
    ),
    "the last months of a war": (
        "A panel spoke of the last months of the war. The priest had the names of nine dead.",
        "nine dead",
        "2019-08-14",
    ),
}


@pytest.mark.parametrize("case", DAYS)
def test_day(case: str) -> None:
    text, phrase, expected = DAYS[case]
    assert span(ask(text, phrase, "2019-08-14")) == expected


def test_entry_of_a_chronology() -> None:
    text = "12 August 2017: Raiders attacked a post. According to the army, nine men died."
    assert span(ask(text, "nine men")) == "2017-08-12"


def test_bodies_dug_up_later() -> None:
    text = "On 3 June 1992 guards shot 22 men. The bodies of nine were exhumed in 1999."
    assert span(ask(text, "nine")) == "1992-06-03"
