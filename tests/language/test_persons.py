"""Persons told singly or by name, in sentences written for the purpose."""

import pytest
from clause_question import read


def _words(sentence, **options):
    return sorted((words, claim_type) for words, claim_type, *_ in read(sentence, **options))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The mortar killed a girl of 14 and her stepfather.",
            [("a girl of 14", "killed"), ("her stepfather", "killed")],
        ),
        (
            "Gunmen shot dead a tailor, 47, and a cowherd.",
            [("a cowherd", "killed"), ("a tailor, 47", "killed")],
        ),
        ("Her aunt, aged 70, was wounded.", [("Her aunt, aged 70", "wounded")]),
        ("Mrs. Edna Loft (61) was killed by a falling wall.", [("Mrs. Edna Loft (61)", "killed")]),
        ("Bruno Keita, 33, was shot dead.", [("Bruno Keita, 33", "killed")]),
        # A figure that counts others is no age.
        (
            "The blast killed a plumber, 12 pupils and a nun.",
            [("12 pupils", "killed"), ("a nun", "killed"), ("a plumber", "killed")],
        ),
    ],
)
def test_age_belongs_to_the_person(sentence, expected):
    assert _words(sentence) == expected
