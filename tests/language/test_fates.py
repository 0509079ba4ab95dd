"""What is said to have happened to a group, and to whom it is not said, in sentences of our own."""

import pytest
from clause_question import read

FATES = {
    "two words for one loss": (
        "The garrison lost up to 30 men killed and wounded, three jeeps and a howitzer.",
        [
            ("up to 30 men", "killed_or_wounded", None, 30),
            ("three jeeps", "destroyed", 3, 3),
            ("a howitzer", "destroyed", 1, 1),
        ],
    ),
    "the worst of one person": (
        "Raiders shot dead a verger, who was hit in the chest.",
        [("a verger", "killed", 1, 1)],
    ),
    "the worst of many": (
        "Six wounded nurses were shot dead.",
        [("Six wounded nurses", "killed", 6, 6)],
    ),
    "flown out": (
        "A helicopter took out nine wounded marines.",
        [("nine wounded marines", "wounded", 9, 9)],
    ),
    "sight of": ("The patrol lost sight of nine nurses.", []),
    "out of so many": (
        "Out of 80 convicts, 12 got out.",
        [("12", "escaped", 12, 12)],
    ),
    "fled before": (
        "A man who was fleeing on a mule was arrested.",
        [("A man", "arrested", 1, 1)],
    ),
    "a witness": ("A teacher who fled to the port described the raid.", []),
    "no witness": (
        "A teacher who was tied up fled to the port.",
        [("A teacher", "escaped", 1, 1)],
    ),
    "cattle": ("They slaughtered 60 head of cattle.", []),
    "says who he is": (
        "A customer, a chemist who lived there, died.",
        [("A customer", "killed", 1, 1)],
    ),
    "says how old he is": (
        "A baker of the old town, 36, was killed.",
        [("A baker", "killed", 1, 1)],
    ),
    "in care": (
        "The clinic received 40 casualties.",
        [("40 casualties", "wounded", 40, 40)],
    ),
    "no care": (
        "The army suffered 40 casualties.",
        [("40 casualties", "killed_or_wounded", 40, 40)],
    ),
    "a full jail": ("The jail held 1,390.", []),
    "the most that may be dead": (
        "He said that as many as 900 herders may have died.",
        [("as many as 900 herders", "killed", None, 900)],
    ),
    "what may be": ("He said that 900 herders may have died.", []),
    "cases": (
        "The office lists 70 cases of arbitrary arrest.",
        [("70 cases", "arrested", 70, 70)],
    ),
    "cases of something else": ("The office lists 70 cases of measles.", []),
    "prisoners beside the dead": (
        "The fort had 80 dead and 31 prisoners.",
        [("80", "killed", 80, 80), ("31 prisoners", "captured", 31, 31)],
    ),
    "prisoners of another verb": (
        "The fort had 80 dead and 31 prisoners were fed.",
        [("80", "killed", 80, 80)],
    ),
    "found with": (
        "Six of the herders were found with their throats cut.",
        [("Six of the herders", "killed", 6, 6)],
    ),
    "in quotation marks": (
        'Over 30 bandits had been "neutralised" by dusk.',
        [("Over 30 bandits", "killed", 30, None)],
    ),
    "a threat in quotation marks": ('Over 30 bandits would be "neutralised" by dusk.', []),
    "got away": ("Three of the clerks got away.", [("Three of the clerks", "escaped", 3, 3)]),
    "got hurt": ("Three clerks got injured.", [("Three clerks", "wounded", 3, 3)]),
    "who fell": (
        "There is a stone to the 450 soldiers who fell in the gorge.",
        [("the 450 soldiers", "killed", 450, 450)],
    ),
    "who fell ill": ("There is a stone to the 450 soldiers who fell ill.", []),
}
NOT_SAID_OF = {
    "whole with its place": (
        "Of the 90 guards at the mill, 43 were killed.",
        [("43", "killed", 43, 43)],
    ),
    "some of those stationed": (
        "They killed 43 of the 90 marines stationed there.",
        [("43 of the 90 marines", "killed", 43, 43)],
    ),
    "named behind the office": (
        "A shell killed the commander of the fort, General Ali Voss, and a clerk.",
        [("the commander", "killed", 1, 1), ("a clerk", "killed", 1, 1)],
    ),
    "named beside another": (
        "A shell killed the driver, Captain Ali Voss and a clerk.",
        [
            ("the driver", "killed", 1, 1),
            ("Captain Ali Voss", "killed", 1, 1),
            ("a clerk", "killed", 1, 1),
        ],
    ),
    "who had done it": (
        "A man who killed nine herders was arrested.",
        [("A man", "arrested", 1, 1), ("nine herders", "killed", 9, 9)],
    ),
    "who had commanded": (
        "A colonel who once commanded 9,000 troops was shot dead.",
        [("A colonel", "killed", 1, 1), ("9,000 troops", "strength", 9000, 9000)],
    ),
    "who was found": (
        "Guards found nine herders killed by the gas.",
        [("nine herders", "killed", 9, 9)],
    ),
    "who wrote": ("A columnist wrote of a platoon lost by the rebels.", []),
    "never": ("Two raiders, neither of them ever caught, sang.", []),
    "never before": (
        "A man who had never been jailed killed nine clerks.",
        [("nine clerks", "killed", 9, 9)],
    ),
    "not all": ("More than half of the guards died.", []),
    "only thought of": ("One more casualty would have been a scandal.", []),
    "out of a car": ("Six guards got out of a truck.", []),
    "out of the cellar": ("Six guards got out of the cellar.", [("Six guards", "escaped", 6, 6)]),
    "involved": ("Some people in the ministry, including Ana Ruiz, were involved in the plot.", []),
    "lives saved": ("The pumps saved the lives of 90 miners.", []),
    "lives lost": ("The fire cost the lives of 90 miners.", [("90 miners", "killed", 90, 90)]),
    "blamed": ("The mayor holds Rita Lund responsible for the raid.", []),
    "held": ("The raiders hold nine clerks.", [("nine clerks", "arrested", 9, 9)]),
    "things of the army": (
        "We seized 40 rifles and 6 military radios.",
        [("40 rifles", "seized", 40, 40)],
    ),
    "fire engines": ("The town sent nine fire engines.", []),
    "source": (
        "According to a local nurse, nine herders were killed.",
        [("nine herders", "killed", 9, 9)],
    ),
    "whole at the front": (
        "Of a crew of twelve sailors, seven were killed.",
        [("twelve sailors", "strength", 12, 12), ("seven", "killed", 7, 7)],
    ),
    "name of a people": ("The killing of Lendu herders went on.", []),
    "convoy on its way": (
        "Gunmen intercepted an aid convoy and killed a driver.",
        [("a driver", "killed", 1, 1)],
    ),
    "drones": ("Gunners intercepted nine drones.", [("nine drones", "destroyed", 9, 9)]),
    "incidents among people": (
        "It logged the arrest of 40 men, including two monks, as well as six bombings.",
        [
            ("40 men", "arrested", 40, 40),
            ("two monks", "arrested", 2, 2),
            ("six bombings", "incidents", 6, 6),
        ],
    ),
}


@pytest.mark.parametrize("case", FATES)
def test_what_happened(case):
    sentence, expected = FATES[case]
    assert read(sentence) == expected


@pytest.mark.parametrize("case", NOT_SAID_OF)
def test_of_whom_it_is_said(case):
    sentence, expected = NOT_SAID_OF[case]
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence, expected",
    [
        ("Nine wounded rebels were shot.", [("Nine wounded rebels", "killed", 9, 9)]),
        ("Two of the injured died in the night.", [("Two of the injured", "killed", 2, 2)]),
        ("Nine wounded rebels lay there.", [("Nine wounded rebels", "wounded", 9, 9)]),
    ],
)
def test_the_wounded_who_die_are_told_as_dead(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence, expected",
    [
        ("A company of 90 men went over to the rebels.", [("90 men", "defected", 90, 90)]),
        ("A patrol of nine soldiers was captured.", [("nine soldiers", "captured", 9, 9)]),
        ("Twelve marines walked across to the rebels.", [("Twelve marines", "defected", 12, 12)]),
        (
            "Thirty soldiers came out with a white flag.",
            [("Thirty soldiers", "surrendered", 30, 30)],
        ),
        ("A company of 90 men left the port.", [("90 men", "strength", 90, 90)]),
    ],
)
def test_of_whom_a_body_of_men_tells(sentence, expected):
    assert read(sentence) == expected
