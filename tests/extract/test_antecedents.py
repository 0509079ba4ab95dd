"""Whom a figure counts that has no noun of its own, in texts written for the purpose."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

# Enough plain English that a short text is known for what it is.
_TAIL = " The men were there, and that is what it was when they said so of the army and the people."


def subjects(text):
    document = document_from_text("text", text + _TAIL, "", "")
    claims = extract_document(document, rules_alone()).claims
    return {document.text[claim.start : claim.end]: claim.subject for claim in claims}


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        # in the same sentence
        ("The brigade lost eight men, with about ten hurt.", "about ten", "soldiers"),
        (
            "Seven other ranks fell with him; five, all of them wounded, got away.",
            "five",
            "soldiers",
        ),
        ("Three nuns were killed and four wounded.", "four", "civilians"),
        ("Nine policemen were hurt and none killed.", "none", "police"),
        ("Pablo Nuri, his son, and 15 others were killed.", "15 others", "people"),
        ("A suicide bomber killed himself and 11 others.", "11 others", "people"),
        # in the one before
        (
            "Three soldiers ran off from their post. One was hit, but all three got away.",
            "all three",
            "soldiers",
        ),
        ("Four women were taken away. Eleven others were wounded.", "Eleven others", "people"),
        (
            "Four nuns were shot dead. Three of the wounded died later.",
            "Three of the wounded",
            "people",
        ),
        ("Bandits killed six policemen and took nine others hostage.", "nine others", "police"),
        ("Seven other ranks were killed. Four were made prisoner.", "Four", "soldiers"),
        # a group without claim may be meant by "them"
        (
            "Relief staff said that about 40 clerks had left and that nine of them were executed.",
            "nine of them",
            "civilians",
        ),
        # the enemy's nobody is no group
        (
            'The rebels say that they lost nobody and that "the enemy has at least six dead".',
            "at least six",
            "people",
        ),
        ("Troops hit a camp of bandits, killing 50 of the enemy.", "50 of the enemy", "rebels"),
        # a part lends its kind to nobody, nor does one of several groups
        ("A mine killed ten people, four of whom were soldiers, and hurt 25.", "25", "people"),
        (
            "The shell killed a doctor and two sergeants, and hurt five others.",
            "five others",
            "people",
        ),
        # an unknown group is another one
        ("A sergeant and five of the keepers were killed.", "five of the keepers", "people"),
    ],
)
def test_the_group_told_before(text, words, subject):
    assert subjects(text)[words] == subject


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("Some 90 Kenyan riflemen were killed. Three Kenyans were taken prisoner.", "Three Kenyans", "soldiers"),
        ("A Kenyan driver and a Kenyan sergeant were hurt. Two Kenyans were killed.", "Two Kenyans", "people"),
        ("The fort lost ten marines. The attackers killed 40 defenders.", "40 defenders", "soldiers"),
        ("Ten marines and four rebels died. Later 40 defenders were killed.", "40 defenders", "people"),
    ],
)  # fmt: skip
def test_a_name_that_the_text_explains(text, words, subject):
    assert subjects(text)[words] == subject


def test_a_table_of_losses():
    text = (
        "Strength: 90 soldiers - 70 fighters - Losses: 12 killed, 4 captured (rebel claim); "
        "31 killed, 6 captured (insurgents)"
    )
    found = subjects(text)
    assert [found[words] for words in ("12", "4", "31", "6")] == ["people"] * 2 + ["rebels"] * 2


def test_a_part_of_the_dead_is_not_their_kind():
    text = "Eleven people were killed. Two of the dead were teenagers. So it is twelve now."
    found = subjects(text)
    assert (found["Two of the dead"], found["twelve"]) == ("children", "people")


def test_a_text_of_one_kind_of_people():
    text = (
        "The office recorded 900 civilian casualties: 400 killed and 500 injured. Most were hit by "
        "mines. In the north there were 300 killed and 350 injured; in the south, 100 and 150. "
        "In May alone: 20 killed."
    )
    assert set(subjects(text).values()) == {"civilians"}


def test_a_text_of_several_kinds_of_people():
    text = (
        "Nine monks were killed. Four marines were wounded. Six nurses were shot dead. "
        "The lake was calm. In the north there were 12 killed."
    )
    assert subjects(text)["12"] == "people"


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("The rebel front put its own dead at nine.", "nine", "rebels"),
        (
            "An army unit stopped a terrorist group, killing a number of its members.",
            "a number of its members",
            "rebels",
        ),
        ("The raiders left three of their dead on the field.", "three of their dead", "rebels"),
        ("The rebels were driven off, 12 of theirs dead.", "12 of theirs", "rebels"),
        (
            "The ministry said that it had arrested two of its own fighters.",
            "two of its own fighters",
            "security_forces",
        ),
        (
            "The marines report one killed and six wounded in their ranks.",
            "six",
            "soldiers",
        ),
        ("The marines report two killed and six wounded in their ranks.", "two", "soldiers"),
        ("Some of them foreigners, 30 rebels died.", "30 rebels", "rebels"),
        ("At least 30 rebels, some of them foreigners, died.", "some of them foreigners", "rebels"),
        ("The column turned back; no dead, no wounded.", "no dead", "people"),
    ],
)
def test_whose_they_are(text, words, subject):
    assert subjects(text)[words] == subject


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("The rebel movement lost ten men.", "ten men", "rebels"),
        ("An army company lost ten men.", "ten men", "soldiers"),
        ("Among the Iraqi forces, 517 were killed.", "517", "soldiers"),
    ],
)
def test_a_force_whose_men_are_counted(text, words, subject):
    assert subjects(text)[words] == subject


def test_a_force_is_nobody_killed():
    assert not subjects("One army company was annihilated. The rebel movement was wiped out.")
