"""Verbs before or around what they tell of, and subjects shared behind a plain past, in sentences of our own."""

import pytest
from clause_question import read


def _told(sentence):
    return sorted((words, claim_type) for words, claim_type, *_ in read(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Seized were twelve rifles.", [("twelve rifles", "seized")]),
        ("Also killed with him was a nurse.", [("a nurse", "killed")]),
        ("In the mill were killed four soldiers.", [("four soldiers", "killed")]),
        ("There were killed four soldiers.", [("four soldiers", "killed")]),
        (
            "In the hut were found two pistols and nine rifles.",
            [("nine rifles", "seized"), ("two pistols", "seized")],
        ),
        # What stands behind has a verb of its own, or nothing was done to it.
        ("At the ford he was killed; two cooks wept.", [("he", "killed")]),
        ("In the mill was built a room for 20 pupils.", []),
    ],
)
def test_subjects_behind_the_verb(sentence, expected):
    assert _told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A weaver ran to the mill and was shot dead.", [("A weaver", "killed")]),
        ("Two weavers trod on a mine and died.", [("Two weavers", "killed")]),
        ("A cook leapt from the bridge and was wounded.", [("A cook", "wounded")]),
        ("The cook's knife broke and was thrown away.", []),
    ],
)
def test_subjects_of_a_plain_past(sentence, expected):
    assert _told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two comrades fell.", [("Two comrades", "killed")]),
        ("A further six protesters fell elsewhere.", [("A further six protesters", "killed")]),
        ("A weaver breathed her last.", [("A weaver", "killed")]),
        ("Thirty soldiers were counted dead.", [("Thirty soldiers", "killed")]),
        ("Two comrades fell ill.", []),
        ("Two weavers fell.", []),
    ],
)
def test_those_who_fell(sentence, expected):
    assert _told(sentence) == expected


@pytest.mark.parametrize("person", ["owner of the mill", "lodger", "beekeeper", "bunkmate"])
def test_words_for_persons(person):
    assert [told for _, told in _told(f"The {person} was shot dead.")] == ["killed"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Soldiers led the clerk away.", [("the clerk", "abducted")]),
        ("Gunmen dragged two of his cousins off.", [("two of his cousins", "abducted")]),
        ("A guide led three clerks off the hill.", []),
        ("She led three clerks away from the fire.", []),
        ("They dragged a wounded man away.", [("a wounded man", "wounded")]),
        ("They led the mules away.", []),
        ("He was threatened and his cook was shot dead.", [("his cook", "killed")]),
    ],
)
def test_those_led_away(sentence, expected):
    assert _told(sentence) == expected
