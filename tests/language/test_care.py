"""Those whose care tells that they were hurt, in sentences written for the purpose."""

import pytest
from clause_question import read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nineteen persons have been shifted to the district hospital.", [("Nineteen persons", 19)]),
        ("Four people were taken to hospital.", [("Four people", 4)]),
        ("Six men were admitted overnight with gunshot wounds.", [("Six men", 6)]),
        ("Two more were discharged after first aid.", [("Two more", 2)]),
        ("A ninth is being operated on as we write.", [("A ninth", 1)]),
        (
            "The nun who ran the dispensary said eight people were carried in before noon.",
            [("eight people", 8)],
        ),
        (
            "Some 210 people were treated at two clinics, of whom 54 have been kept in.",
            [("Some 210 people", 210), ("54", 54)],
        ),
        (
            "The team has treated 140 patients, 31 of them for bullet wounds.",
            [("31 of them", 31)],
        ),
    ],
)  # fmt: skip
def test_people_in_care_are_wounded(sentence, expected):
    assert read(sentence) == [(said, "wounded", many, many) for said, many in expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Four people were taken to hospital with cholera.",
        "Four families were sent food aid.",
        "Two generators were brought to the clinic.",
        "Ten crates were carried in before noon.",
        "Nine delegates were driven to the airport.",
        "Four people may have been taken to hospital.",
    ],
)
def test_what_is_no_care_of_the_wounded(sentence):
    assert read(sentence) == []


def test_those_beyond_help_are_dead():
    found = read("At the clinic three of the eight men were beyond help.")
    assert [claim_type for _, claim_type, _, _ in found] == ["killed"]
    assert read("Five miners were dead on arrival.") == [("Five miners", "killed", 5, 5)]
