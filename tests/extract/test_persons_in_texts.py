"""Single persons told with regard to others told before."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text


def _claims(text):
    document = document_from_text("x", text, "2015-06-01", "")
    claims = extract_document(document, rules_alone()).claims
    return [
        (text[claim.start : claim.end], claim.claim_type, claim.subject)
        for claim in claims
        if claim.claim_type != "occurred"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army killed 21 rebels at the ford. Zonal commander Omar Lal is believed to be "
            "among the dead.",
            ("commander Omar Lal", "killed", "rebels"),
        ),
        (
            "A total of 90 fighters were killed in the siege. They included the poet Ana Ruiz, "
            "whose songs all children know, and Leo Sand, a barefoot doctor.",
            ("Leo Sand", "killed", "rebels"),
        ),
        (
            "Where commandos were flown in, the fighting was bitter. Seventeen of them were killed.",
            ("Seventeen of them", "killed", "soldiers"),
        ),
        (
            "Gunmen held 126 people in the hotel, 33 of them were wounded in the shooting.",
            ("33 of them", "wounded", "people"),
        ),
        (
            "A nurse with a foreign charity was arrested by the army.",
            ("A nurse", "arrested", "aid_workers"),
        ),
        (
            "When our lieutenant would not give the order to the soldiers they shot him dead.",
            ("our lieutenant", "killed", "soldiers"),
        ),
        (
            "A notorious commander, Omar Dib, was killed by the army.",
            ("A notorious commander, Omar Dib", "killed", "rebels"),
        ),
    ],
)
def test_one_of_those_told_before(text, expected):
    assert expected in _claims(text)


def test_those_that_they_were():
    told = "Five people were killed in the shelling. They were a cook, her two sons and two pupils."
    parts = [("a cook", "killed"), ("her two sons", "killed"), ("two pupils", "killed")]
    assert [claim[:2] for claim in _claims(told)] == [("Five people", "killed"), *parts]


def test_those_that_they_were_not():
    told = "Nine people were killed in the shelling. They were a cook, her two sons and two pupils."
    assert [claim[:2] for claim in _claims(told)] == [("Nine people", "killed")]
