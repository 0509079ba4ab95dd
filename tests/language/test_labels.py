"""Figures behind a label and in dated entries, in lines of our own."""

import pytest
from clause_question import read

LABELS = [
    ("Deaths – 12; injuries – 30.", [("12", "killed"), ("30", "wounded")]),
    ("Dead 9, injured 30.", [("9", "killed"), ("30", "wounded")]),
    ("Fatalities (est.): 25.", [("25", "killed")]),
    ("Fatalities so far: 25.", [("25", "killed")]),
    ("Killed in action: 14.", [("14", "killed")]),
    ("Casualties = 12.", [("12", "killed_or_wounded")]),
    ("Wounded since Friday: 40.", [("40", "wounded")]),
    ("Deaths in the camp to date: 33.", [("33", "killed")]),
    ("GUF dead this week: six men and a cook.", [("six men", "killed"), ("a cook", "killed")]),
    ("Burnt huts: 212.", []),
    ("Killed in the village: no answer came.", []),
    ("Detained in March: nobody.", []),
    ("The death, at 31, of a poet.", []),
    ("Death, 12 of them said, was near.", []),
]


@pytest.mark.parametrize(("line", "expected"), LABELS)
def test_a_label_says_what_a_figure_counts(line, expected):
    found = [(words, claim_type) for words, claim_type, *_ in read(line)]
    assert [pair for pair in found if pair[1]] == expected


ENTRIES = [
    ("Dhen Ford, 14 January 2000 – 38 (UN) or c. 60 (diocese).", ["38", "c. 60"]),
    ("Dhen Ford, 3 April 2003: about 240.", ["about 240"]),
    ("Dhen Ford, 14 January 2000 – 24 civilians.", ["24 civilians"]),
    ("Dhen Ford, 14 January 2000 – 24 delegates met there.", []),
    ("The council met on 14 January 2000 – 24 were there.", []),
]


@pytest.mark.parametrize(("line", "expected"), ENTRIES)
def test_figures_of_a_dated_entry(line, expected):
    assert [words for words, *_ in read(line)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They acknowledged 6 soldiers and 4 guards killed.", ["6 soldiers", "4 guards"]),
        ('Radio Tarin spoke of 231 "bandits" annihilated.', ['231 "bandits']),
        ("It came at the cost of two men badly wounded.", ["two men"]),
        (
            "He cut the toll of 90 dead, and put it at 30 clerks and 64 guards.",
            ["90", "30 clerks", "64 guards"],
        ),
        ("They put the corpses along one stretch of trench at 180.", ["180"]),
        ("It accounted for nearly one death in seven.", []),
        (
            "The agency updated its number of villagers killed by guards along the coast for "
            "Monday from 12 to 31.",
            ["12", "31"],
        ),
        (
            "Nobody has published the number of dead, and the estimate given by a scholar "
            "rests on talks with eleven former officers.",
            [],
        ),
    ],
)
def test_figures_of_the_dead_among_other_words(sentence, expected):
    assert [words for words, *_ in read(sentence)] == expected


SUMS = [
    (
        "It put the number of guards slain at 43 and the injured at 70.",
        [("43", "killed"), ("70", "wounded")],
    ),
    ("The toll rose to 12 and the wounded to 70.", [("12", "killed"), ("70", "wounded")]),
    ("The dead number 31.", [("31", "killed")]),
    ("Those killed number 31.", [("31", "killed")]),
    ("The injured now number 90.", [("90", "wounded")]),
    ("Civilian deaths have risen to 31.", [("31", "killed")]),
    ("Civilian deaths are estimated at 31.", [("31", "killed")]),
    ("Army casualties totalled 31.", [("31", "killed_or_wounded")]),
    ("Rebel dead were put at 31.", [("31", "killed")]),
    ("The body count stands at 31.", [("31", "killed")]),
    ("Arrests now number 90.", [("90", "arrested")]),
    ("The number of detainees has reached 90.", [("90", "arrested")]),
    ("Civilian deaths rose by 31 per cent.", []),
    ("Arrests came to the notice of two judges.", []),
    ("House number 31 was hit.", []),
    ("The dead number plates hung there.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SUMS)
def test_the_dead_or_the_deaths_are_summed(sentence, expected):
    assert [(words, claim_type) for words, claim_type, *_ in read(sentence)] == expected
