"""One person or a few, told by role and name, among others, or as "us"."""

import pytest
from clause_question import read


def _words(sentence):
    return sorted((words, claim_type) for words, claim_type, *_ in read(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The painter Ana Ruiz was shot dead at the ford.",
            [("The painter Ana Ruiz", "killed")],
        ),
        (
            "At No. 12, the mullah Omar Dib and his two nephews were executed.",
            [("his two nephews", "killed"), ("the mullah Omar Dib", "killed")],
        ),
        (
            "Omar Lal alias Munna, carrying a reward, was shot dead.",
            [("Omar Lal alias Munna", "killed")],
        ),
        (
            "It mourned the martyrdom of Brig. Gen. Adam Dib.",
            [("Brig. Gen. Adam Dib", "killed")],
        ),
        (
            "We lost Marko, our cook, and old Larkov.",
            [("Marko", "killed"), ("old Larkov", "killed")],
        ),
        ("Samir, a cook from the coast, was caught at the ford.", [("Samir", "captured")]),
        ("Samir, from the coast, turned back and was caught.", [("Samir", "captured")]),
        ("A clerk, Ali Dib, was taken out in a drone strike.", [("A clerk", "killed")]),
        ("Police found another body in the canal.", [("another body", "killed")]),
        # No person, no deed.
        ("A body of evidence was found.", []),
        ("The army lost the airfield Abu Sayyid.", []),
        ("We lost Sunday's game.", []),
        ("Three men were taken out of the house.", [("Three men", "abducted")]),
    ],
)
def test_persons_by_role_and_name(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A bride, whose feast was near, and nine of her cousins were whisked into the bush.",
            [("A bride", "abducted"), ("nine of her cousins", "abducted")],
        ),
        ("A woman who was eight months pregnant was wounded.", [("A woman", "wounded")]),
        ("The porter who carried her bag and was shot dead.", [("The porter", "killed")]),
        ("They forced the chemist to go with them.", [("the chemist", "abducted")]),
        ("They forced the chemist to open the shop.", []),
        ("Soldiers took him away.", [("him", "abducted")]),
        (
            "Also killed were his aunt and a cousin.",
            [("a cousin", "killed"), ("his aunt", "killed")],
        ),
        (
            "Killed with him were his wife and two daughters.",
            [("his wife", "killed"), ("two daughters", "killed")],
        ),
        ("Both my brothers were killed.", [("Both my brothers", "killed")]),
        (
            "She buried her husband and two nephews.",
            [("her husband", "killed"), ("two nephews", "killed")],
        ),
        ("One was killed, the other wounded.", [("One", "killed"), ("the other", "wounded")]),
        (
            "Eight people died, a nurse and two boys among them.",
            [("Eight people", "killed"), ("a nurse", "killed"), ("two boys", "killed")],
        ),
        (
            "The lieutenant would not fire, so they shot him dead.",
            [("him", "killed")],
        ),
        (
            "Nine boys in the next street burned to death.",
            [("Nine boys", "killed")],
        ),
        ("Ana Ruiz, a cook who lost an arm there, recalls it.", [("Ana Ruiz", "wounded")]),
        (
            "Bandits abducted Ana Ruiz (57), a farmer, and her nephew.",
            [("Ana Ruiz", "abducted"), ("her nephew", "abducted")],
        ),
        (
            "A clerk was missing after being marched off.",
            [("A clerk", "abducted")],
        ),
        ("A clerk was killed near the mill after being arrested.", [("A clerk", "killed")]),
        (
            "Two girls who had gone out to fetch wood were among the dead.",
            [("Two girls", "killed")],
        ),
        (
            "Eleven children were among the 27 villagers who lost their lives.",
            [("Eleven children", "killed"), ("the 27 villagers", "killed")],
        ),
        (
            "The paper named ten men as dead, the youngest of them a boy of six.",
            [("a boy of six", "killed"), ("ten men", "killed")],
        ),
        ("The paper named ten men as candidates, the youngest of them a boy of six.", []),
        (
            "A girl, nine, and a boy aged five were killed.",
            [("A girl, nine", "killed"), ("a boy", "killed")],
        ),
        ("Another was shot dead as he ran.", [("Another", "killed")]),
        ("Eleven men were driven away in a lorry.", [("Eleven men", "abducted")]),
        ("Eleven attackers were driven away.", []),
        ("Two sources reported desertions.", []),
        ("Hit by a sniper in May, she fled.", [("she", "escaped")]),
        ("If they killed a clerk, we would leave.", []),
    ],
)
def test_persons_in_long_clauses(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Three soldiers were killed in the port and two clerks in the town.",
            [("Three soldiers", "killed"), ("two clerks", "killed")],
        ),
        (
            "My father was killed in 2012 and my brother in 2013.",
            [("My father", "killed"), ("my brother", "killed")],
        ),
        (
            "Three soldiers were killed in the port and two clerks in the town saw it.",
            [("Three soldiers", "killed")],
        ),
        (
            "Killed were Ana Ruiz, 34, a cook, Leo Sand, 22, a pupil, and Mona Dib, 61.",
            [("Ana Ruiz, 34", "killed"), ("Leo Sand, 22", "killed"), ("Mona Dib, 61", "killed")],
        ),
        (
            "The victims were Ana Ruiz (34), Leo Sand (22) and Mona Dib (61).",
            [("Ana Ruiz", "killed"), ("Leo Sand", "killed"), ("Mona Dib", "killed")],
        ),
        (
            "Three people were killed: Ana Ruiz, Leo Sand and her son Emil.",
            [
                ("Ana Ruiz", "killed"),
                ("Leo Sand", "killed"),
                ("Three people", "killed"),
                ("her son Emil", "killed"),
            ],
        ),
        (
            "Col. Ali Dib, the commander of the fort, and three of his men were killed.",
            [("Col. Ali Dib", "killed"), ("three of his men", "killed")],
        ),
        ("One of the dead was a nurse.", [("One of the dead", "killed")]),
        ("One of the leaders was a nurse.", []),
        (
            "Mona's husband and brother were killed.",
            [("Mona's husband", "killed"), ("brother", "killed")],
        ),
        ("Omar Dib, 44 was killed.", [("Omar Dib, 44", "killed")]),
        ("The mine claimed the life of a nurse.", [("a nurse", "killed")]),
        ("A nurse was blown up by a mine.", [("A nurse", "killed")]),
        ("Dr Omar Dib was found dead.", [("Dr Omar Dib", "killed")]),
        ("The body of Dr Omar Dib was found.", [("Dr Omar Dib", "killed")]),
        ("In the attack Maj. Omar Dib was killed.", [("Maj. Omar Dib", "killed")]),
        ("The reporter of Radio One was killed.", [("The reporter", "killed")]),
    ],
)
def test_lists_of_persons(sentence, expected):
    assert _words(sentence) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They took the women, twelve of us, to a bus.", [("twelve of us", "abducted")]),
        ("We surrendered at the mill, all 31 of us.", [("all 31 of us", "surrendered")]),
        ("They brought in two of their own, shot in the legs.", [("two of their own", "wounded")]),
        ("I deserted in June with three others.", [("three others", "defected")]),
        ("We sang in the yard, all 31 of us.", []),
        ("I dined in June with three others.", []),
    ],
)
def test_those_told_as_us(sentence, expected):
    assert _words(sentence) == expected
