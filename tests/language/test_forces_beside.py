"""Forces told beside a leader, a body of men or a deed, in sentences of our own."""

import pytest
from clause_question import read

BESIDE = {
    "Commander Otunga with 260 fighters surprised the camp.": [("260 fighters", 260)],
    "The fort was held by Captain Sorel with 60 soldiers.": [("60 soldiers", 60)],
    "Its garrison was 43 riflemen under Captain Sorel, with two machine guns.": [
        ("43 riflemen", 43),
        ("two machine guns", 2),
    ],
    "A group of about 85 rebel fighters ran into the patrol.": [
        ("A group of about 85 rebel fighters", 85)
    ],
    "A clerk was shot in the yard by some 40 guerrillas.": [("some 40 guerrillas", 40)],
    "The note deplored the presence of 80 foreign soldiers.": [("80 foreign soldiers", 80)],
    "Army units have encircled some 70 rebels there.": [("some 70 rebels", 70)],
    # No force is told of, or none that can be counted.
    "Commander Otunga with two soldiers went shopping.": [],
    "The two armies will merge in a force of 90,000.": [],
    "The captain gave himself up in Tarso with 31 fighters.": [],
    "The petition was a gift, by 40 soldiers.": [],
}


@pytest.mark.parametrize("sentence", BESIDE)
def test_forces_told_beside(sentence):
    told = [(words, low) for words, kind, low, _ in read(sentence) if kind == "strength"]
    assert told == BESIDE[sentence]
