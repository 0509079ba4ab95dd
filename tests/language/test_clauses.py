"""Who or what each action is done to, in sentences written for the purpose."""

import pytest
from clause_question import read

from pipeline.extract.reference import load_vocabulary
from pipeline.language.chunks import Chunker
from pipeline.language.clauses import Clauses
from pipeline.language.tokens import tokenize


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Nine bakers were killed and three clerks wounded when the market burned.",
            [("Nine bakers", "killed", 9, 9), ("three clerks", "wounded", 3, 3)],
        ),
        (
            "Gunmen shot dead a tax collector and his brother near the ferry.",
            [("a tax collector", "killed", 1, 1), ("his brother", "killed", 1, 1)],
        ),
        (
            "The blast left 14 people dead and dozens injured.",
            [("14 people", "killed", 14, 14), ("dozens", "wounded", 24, None)],
        ),
        (
            "The fire claimed the lives of eleven pilgrims, including four children.",
            [("eleven pilgrims", "killed", 11, 11), ("four children", "killed", 4, 4)],
        ),
        (
            "The raid led to the deaths of two farmers and the arrest of a teacher.",
            [("two farmers", "killed", 2, 2), ("a teacher", "arrested", 1, 1)],
        ),
        ("The brigade lost 30 men on the ridge.", [("30 men", "killed", 30, 30)]),
        (
            "Two sailors were killed and 18 captured, including two officers.",
            [
                ("Two sailors", "killed", 2, 2),
                ("18", "captured", 18, 18),
                ("two officers", "captured", 2, 2),
            ],
        ),
        ("Ten people were killed or wounded in the ambush.", [("Ten people", "killed_or_wounded", 10, 10)]),
        ("No one was hurt in the explosion.", [("No one", "wounded", 0, 0)]),
        ("The column withdrew without suffering any casualties.", [("any casualties", "killed_or_wounded", 0, 0)]),
        ("Some 200 soldiers defected to the rebels overnight.", [("Some 200 soldiers", "defected", 200, 200)]),
        ("Forty insurgents gave themselves up at the fort.", [("Forty insurgents", "surrendered", 40, 40)]),
        ("Six prisoners managed to escape through the drain.", [("Six prisoners", "escaped", 6, 6)]),
        ("More than 5,000 students took to the streets.", [("More than 5,000 students", "protested", 5000, None)]),
        ("Rebels destroyed three tanks and seized two trucks.", [("three tanks", "destroyed", 3, 3), ("two trucks", "seized", 2, 2)]),
        ("The town was defended by 200 rebel fighters.", [("200 rebel fighters", "strength", 200, 200)]),
        ("Troops committed four massacres in the valley.", [("four massacres", "incidents", 4, 4)]),
        ("Four masked men kidnapped a German geologist.", [("a German geologist", "abducted", 1, 1)]),
        ("Police detained 61 demonstrators after the march.", [("61 demonstrators", "arrested", 61, 61)]),
        ("The bodies of three sailors and a trader were found in a well.", [("three sailors", "killed", 3, 3), ("a trader", "killed", 1, 1)]),
        ("Karim Sabbagh, an army deserter from the north, was also killed.", [("Karim Sabbagh", "killed", 1, 1)]),
        ("Five clerks, two of them women, died in the fire.", [("Five clerks", "killed", 5, 5), ("two of them women", "killed", 2, 2)]),
        ("Among the dead were two nurses and a driver.", [("two nurses", "killed", 2, 2), ("a driver", "killed", 1, 1)]),
        (
            "A colonel deserted with 30 of his men.",
            [("A colonel", "defected", 1, 1), ("30 of his men", "defected", 30, 30)],
        ),
        ("Vigil over killings: hundreds march, six held.", [("hundreds", "protested", 200, None), ("six", "arrested", 6, 6)]),
        ("Raiders slit the throats of two monks.", [("two monks", "killed", 2, 2)]),
        (
            "Ten clerks, one of them a boy of nine, were hurt.",
            [("Ten clerks", "wounded", 10, 10), ("one of them a boy of nine", "wounded", 1, 1)],
        ),
        (
            "The clinic had three dead, one of them an officer, and nine injured.",
            [("three", "killed", 3, 3), ("one of them an officer", "killed", 1, 1), ("nine", "wounded", 9, 9)],
        ),
        ("We could verify two of those deaths.", [("two of those deaths", "killed", 2, 2)]),
        ("A flood could cause two deaths.", []),
        ("A dozen or so were wounded.", [("A dozen or so", "wounded", 12, 12)]),
        ("The bishop puts the rebels' dead at 300.", [("300", "killed", 300, 300)]),
        ("An envoy put army casualties since May at 90.", [("90", "killed_or_wounded", 90, 90)]),
        ("The wounded were three refugees and one policeman.", [("three refugees", "wounded", 3, 3), ("one policeman", "wounded", 1, 1)]),
        ("The death toll rose from 37 to 111.", [("37", "killed", 37, 37), ("111", "killed", 111, 111)]),
        ("Eight wounded rebels escaped across the river.", [("Eight wounded rebels", "escaped", 8, 8), ("Eight wounded rebels", "wounded", 8, 8)]),
        ("A truck that left the depot at dawn was destroyed.", [("A truck", "destroyed", 1, 1)]),
        ("A fourth, a retired nurse, died at noon.", [("A fourth", "killed", 1, 1)]),
        ("The fire claimed the lives of a nun and of a boy of five.", [("a nun", "killed", 1, 1), ("a boy of five", "killed", 1, 1)]),
        ("Eleven clerks were thereafter arrested.", [("Eleven clerks", "arrested", 11, 11)]),
        ("The rebels hold six soldiers and two cooks.", [("six soldiers", "captured", 6, 6), ("two cooks", "arrested", 2, 2)]),
        ("Killed: 12 soldiers; wounded: 30.", [("12 soldiers", "killed", 12, 12), ("30", "wounded", 30, 30)]),
    ],
)  # fmt: skip
def test_actions_and_their_arguments(sentence, expected):
    assert sorted(read(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "They plan to kill 20 people before the feast.",
        "If the dam breaks, 300 villagers could be killed.",
        "He threatened to execute two hostages at noon.",
        "The army did not kill any civilians there.",
        "The 74-year-old minister spoke for three hours.",
        "The road is 12 kilometres long and has two bridges.",
        "The 15th Division was based in the town in 1987.",
        "On 12 May, the council met at 5 p.m. in Room 9.",
        "How many soldiers died is not known.",
        "The engineer blew up a bomb under the bridge.",
        "Two dogs were killed by a passing car.",
        "The army captured most of the city.",
    ],
)
def test_what_is_no_claim(sentence):
    assert read(sentence) == []


def test_part_points_to_its_whole():
    sentence = "At least 87 villagers, including 33 children and 11 women, were killed."
    tokens = tokenize(sentence)
    chunks = Chunker(load_vocabulary()).chunk(tokens)
    findings = {chunks[f.noun].noun.subject: f for f in Clauses(tokens, chunks).read()}
    whole = findings["civilians"].noun
    assert findings["children"].whole == findings["women"].whole == whole


def test_names_in_capitals():
    assert read(
        "GUERRILLAS KILLED A PEASANT; THE MURDER OF JUDGE ANA PARDO SHOCKED ALL.", True
    ) == [
        ("A PEASANT", "killed", 1, 1),
        ("JUDGE ANA PARDO", "killed", 1, 1),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # What "said" introduces is no object of it.
        (
            "Police said 17 civilians and four soldiers were dead.",
            [("17 civilians", "killed", 17, 17), ("four soldiers", "killed", 4, 4)],
        ),
        # An age is no second count.
        (
            "The shell killed a girl of 16 and her uncle.",
            [("a girl of 16", "killed", 1, 1), ("her uncle", "killed", 1, 1)],
        ),
        (
            "The clinic named two dead: a shop assistant, 52, and a cyclist.",
            [
                ("two", "killed", 2, 2),
                ("a shop assistant, 52", "killed", 1, 1),
                ("a cyclist", "killed", 1, 1),
            ],
        ),
        # Two names of peoples before one noun.
        (
            "About 90 Serb and Roma villagers were killed there.",
            [("About 90 Serb and Roma villagers", "killed", 90, 90)],
        ),
        # People beside things in a list are not done to as the things are.
        (
            "The brigade has some 300 fighters, two tanks taken from the base.",
            [("some 300 fighters", "strength", 300, 300), ("two tanks", "seized", 2, 2)],
        ),
        (
            "About 30 were marched into the forest.",
            [("About 30", "abducted", 30, 30)],
        ),
        ("A burst of fire kills two boys.", [("two boys", "killed", 2, 2)]),
        (
            "The youths put up barricades without casualties.",
            [("without casualties", "killed_or_wounded", 0, 0)],
        ),
        (
            "A ranger paid the supreme price and two others sustained injuries.",
            [("A ranger", "killed", 1, 1), ("two others", "wounded", 2, 2)],
        ),
    ],
)
def test_lists_ages_and_set_phrases(sentence, expected):
    assert sorted(read(sentence)) == sorted(expected)
