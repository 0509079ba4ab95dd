"""Bare figures given for what the text has told before, in sentences of our own."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

_TOLD = "Shells hit the market of Tarin on Monday, killing 12 civilians. "


def figures(text):
    """Return the type and the low bound (high where none) of each counted claim of a text."""
    document = document_from_text("text", text, "2015-06-01", "")
    claims = extract_document(document, rules_alone()).claims
    return [
        (claim.claim_type, claim.count_low or claim.count_high)
        for claim in claims
        if claim.claim_type != "occurred"
    ]


GIVEN = """
The governor put it at 31.
The ministry puts the number killed since midnight at 31.
The monitor puts the true figure nearer 31.
The count now stood at 31.
The figure has since risen to 31.
The number climbed to 31 overnight.
It rose to 31 by evening.
Investigators reduced this to 31.
The monitor's count stops at 31.
The monitor's list runs to 31 names.
The morgue's book lists 31 names.
The monitor has documented 31.
Amnesty International wrote of as many as 31.
A radio station speaks of "31".
The rebels boasted of 31.
Reports of 31 could not be confirmed.
The mayor made it 31.
That makes 31 in all.
The mayor offered 31.
The mayor settled on 31.
The army admits to 31.
The army insists it was 31.
The official figure, given a week later, was 31.
The army's own figure, 31, is lower.
The number was first reported as 31.
First reported as more than 31.
Estimates range from 31 to 40.
Best estimate is 31.
Final toll 31.
Total: 31.
Fatalities coded as 31.
At least 31, according to the mayor.
In all, 31.
""".strip().splitlines()

OTHERS = """
The governor spoke of two options.
The governor offered two conditions.
The temperature rose to 31.
The price of bread doubled to 31.
The number of pupils stands at 31.
The vote count stands at 31.
His room number was 31.
The score stood at 31 to 12.
He told two of them to wait.
That makes two of us.
The list of demands runs to 31 pages.
The ministry confirmed two meetings.
The road was closed at 31.
The sentence was reduced to 31.
It was 10 when the firing stopped.
Only 31 voted against.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", GIVEN)
def test_a_figure_is_given_for_what_was_told(sentence):
    assert figures(_TOLD + sentence) == [("killed", 12), ("killed", 31)]


@pytest.mark.parametrize("sentence", OTHERS)
def test_a_figure_of_other_things_is_none(sentence):
    assert figures(_TOLD + sentence) == [("killed", 12)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a toll is of the dead, though wounded were told last
        ("Nine men were killed and 27 were wounded. Nurses spoke of 18.", ("killed", 18)),
        # of the same kind in the same sentence, however far the figures lie apart
        ("Ten soldiers were killed, the rebels said; the army says two.", ("killed", 2)),
        ("Police arrested 90 men. The mayor made it 70.", ("arrested", 70)),
        ("Nine clerks were abducted. Fatalities coded as 60.", ("killed", 60)),
    ],
)
def test_what_a_bare_figure_counts(text, expected):
    assert figures(text)[-1] == expected


_WHOLE = "Shells killed 60 people on Monday, the ministry said. "
PARTS = """
Sixteen were women.
Of these, 16 were women.
Sixteen are those of women.
At least 16 were under 18.
Sixteen were under the age of ten.
Among them, 16 children.
Among these were 16 children.
Included in that figure are 16 women.
The figure includes 16 women.
There were 16 women among the dead.
""".strip().splitlines()
NO_PARTS = """
Sixteen were present at the talks.
Sixteen were under contract.
Included in the plan are 16 schools.
A third of them were women.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", PARTS)
def test_a_part_of_a_toll_told_before(sentence):
    assert figures(_WHOLE + sentence) == [("killed", 60), ("killed", 16)]


@pytest.mark.parametrize("sentence", NO_PARTS)
def test_other_things_are_no_part(sentence):
    assert figures(_WHOLE + sentence) == [("killed", 60)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shells killed 60 people, comprising 44 men and 16 women.", [60, 44, 16]),
        ("Shells killed 60 people, with 16 children among them.", [60, 16]),
        ("Two guards were among the 27 clerks who were killed.", [2, 27]),
        ("Nine men were killed, or more; six or more were wounded.", [9, 6]),
        ("He stepped over five bodies.", [5]),
    ],
)
def test_parts_and_bounds_in_one_sentence(sentence, expected):
    assert [low for _, low in figures(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('The rebels spoke of 160 "traitors".', 160),
        ("Amnesty International wrote of as many as 200 men, women and children.", 200),
        ("The governor put it at 160 people.", 160),
        ("There were reports of 160 people.", 160),
        ("The governor spoke of two brothers.", None),
        ("The governor spoke of 160 schools.", None),
        ("The governor spoke of 160 people who want work.", None),
    ],
)
def test_people_told_of_without_any_deed(sentence, expected):
    found = figures(_TOLD + sentence)
    assert [low for _, low in found] == [12] + ([expected] if expected else [])
