"""Persons told singly or by name, in sentences written for the purpose."""

import pytest
from clause_question import read

from pipeline.extract.reference import load_vocabulary
from pipeline.language.chunks import Chunker
from pipeline.language.clauses import Clauses
from pipeline.language.tokens import tokenize


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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Pablo Nuri and Rita Lund were killed when the ferry sank.",
            [("Pablo Nuri", "killed"), ("Rita Lund", "killed")],
        ),
        (
            "Pablo Nuri, 41, and his two nieces were wounded.",
            [("Pablo Nuri, 41", "wounded"), ("his two nieces", "wounded")],
        ),
        (
            "Pablo Nuri, a ferryman, and Rita Lund, a cook, were abducted.",
            [("Pablo Nuri", "abducted"), ("Rita Lund", "abducted")],
        ),
        (
            "Pablo Nuri and two others were wounded.",
            [("Pablo Nuri", "wounded"), ("two others", "wounded")],
        ),
        ("They left Larkov and two others were wounded.", [("two others", "wounded")]),
        # One who was killed is not killed together with a place that was shelled.
        ("They entered Larkov and Rita Lund was killed.", [("Rita Lund", "killed")]),
        (
            "Pablo Nuri, his daughter, and a guard were killed.",
            [("Pablo Nuri", "killed"), ("a guard", "killed"), ("his daughter", "killed")],
        ),
        ("In Larkov, a judge and her clerk were wounded.", [("a judge", "wounded"), ("her clerk", "wounded")]),
    ],
)  # fmt: skip
def test_names_joined_by_and(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two men died; a third, a welder, was wounded.", [("Two men", "killed"), ("a third", "wounded")]),
        ("They kidnapped her partner, a stage designer, at the gate.", [("her partner", "abducted")]),
        (
            "They kidnapped its director, a Danish national, and a porter.",
            [("a porter", "abducted"), ("its director", "abducted")],
        ),
        ("The two clerks, both women, were wounded.", [("The two clerks", "wounded")]),
        ("They killed one, a boy of 14, and wounded two.", [("one", "killed"), ("two", "wounded")]),
        (
            "They killed the priest of the chapel, Pablo Nuri, and his nephew.",
            [("his nephew", "killed"), ("the priest", "killed")],
        ),
        ("They confirmed the death of Pablo Nuri, a rebel leader.", [("Pablo Nuri", "killed")]),
        # Relatives, and persons joined by "and", are told one by one.
        (
            "They killed his wife, a daughter, and two farmhands.",
            [("a daughter", "killed"), ("his wife", "killed"), ("two farmhands", "killed")],
        ),
        (
            "The shell killed the driver, a passenger and a child.",
            [("a child", "killed"), ("a passenger", "killed"), ("the driver", "killed")],
        ),
    ],
)  # fmt: skip
def test_description_is_no_second_person(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Among the dead were Pablo Nuri, a ferryman, and Rita Lund, 34.",
            [("Pablo Nuri", "killed"), ("Rita Lund, 34", "killed")],
        ),
        ("Among the wounded gunmen was Pablo Nuri.", [("Pablo Nuri", "wounded")]),
        (
            "Nine people died, including Rita Lund, 12, and her cousin.",
            [("Nine people", "killed"), ("Rita Lund, 12", "killed"), ("her cousin", "killed")],
        ),
        (
            "Two men were killed: Pablo Nuri, 33, and Ravi Kent, 29.",
            [("Pablo Nuri, 33", "killed"), ("Ravi Kent, 29", "killed"), ("Two men", "killed")],
        ),
        # A bare name may be that of a place.
        ("Nine people died in towns including Larkov and Bremi.", [("Nine people", "killed")]),
    ],
)
def test_names_among_the_dead(sentence, expected):
    assert _words(sentence) == expected


def test_names_of_a_counted_group_are_its_parts():
    tokens = tokenize("The two ferrymen, Pablo Nuri and Ravi Kent, were killed.")
    chunks = Chunker(load_vocabulary()).chunk(tokens)
    whole, first, second = Clauses(tokens, chunks).read()
    assert (whole.whole, first.whole, second.whole) == (None, whole.noun, whole.noun)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The dead were identified as Pablo Nuri, 33, and Rita Lund, a cook.",
            [("Pablo Nuri, 33", "killed"), ("Rita Lund", "killed")],
        ),
        (
            "Police named the wounded as Sergeant Ravi Kent and Constable Ole Brand.",
            [("Constable Ole Brand", "wounded"), ("Sergeant Ravi Kent", "wounded")],
        ),
        (
            "The martyrs are: Captain Pablo Nuri from Larkov; Ravi Kent; and nine others.",
            [("Captain Pablo Nuri", "killed"), ("Ravi Kent", "killed"), ("nine others", "killed")],
        ),
        (
            "The victims were Pablo Nuri, director of the opera, and Rita Lund.",
            [("Pablo Nuri", "killed"), ("Rita Lund", "killed")],
        ),
        ("The victims were taken to the chapel.", []),
        ("The dead were Danish.", []),
        ("The dead were buried by Sunday.", []),
    ],
)
def test_rolls_of_the_dead(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Pablo Nuri, a ferryman, shot dead at the pier.", [("Pablo Nuri", "killed")]),
        ("Pablo, fruit seller, 15, stabbed to death.", [("Pablo", "killed")]),
        ("Pablo Nuri, killed on Monday, was a ferryman.", [("Pablo Nuri", "killed")]),
        (
            "Rita Lund and her two sons, aged 9 and 4, who died in the fire, lived here.",
            [("Rita Lund", "killed"), ("her two sons", "killed")],
        ),
        # The name is that of the one who killed.
        ("Pablo Nuri killed two men.", [("two men", "killed")]),
    ],
)
def test_what_was_done_stands_behind_a_name(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tailor among four killed in raid", [("Tailor", "killed"), ("four", "killed")]),
        (
            "A tailor and her son were among six wounded.",
            [("A tailor", "wounded"), ("her son", "wounded"), ("six", "wounded")],
        ),
        ("Man, 34, shot dead outside bar", [("Man, 34", "killed")]),
        ("Ex-mayor abducted near home", [("Ex-mayor", "abducted")]),
        ("Major Gen. defects to rebels", [("Major Gen.", "defected")]),
        ("Danish miner, burned on Friday, dies", [("Danish miner", "killed")]),
        ("Gunmen kill tailor, wound his wife", [("his wife", "wounded"), ("tailor", "killed")]),
        ("A volley from the roof kills a tailor and his son.", [("a tailor", "killed"), ("his son", "killed")]),
        ("Opposition leader says toll too high", []),
        ("A tailor was among four guests at the inn.", []),
    ],
)  # fmt: skip
def test_persons_of_headlines(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Six people were killed, one of them a tailor, and nine wounded.",
            [("Six people", "killed"), ("nine", "wounded"), ("one of them a tailor", "killed")],
        ),
        ("Five bodies lay there, one a boy.", [("Five bodies", "killed"), ("one a boy", "killed")]),
        (
            "They abducted 14 clerks from two inns, among them a tailor.",
            [("14 clerks", "abducted"), ("a tailor", "abducted")],
        ),
        (
            "Nine people were killed; they include a couple on leave, a tailor and two pilots.",
            [("Nine people", "killed"), ("a couple", "killed"), ("a tailor", "killed"), ("two pilots", "killed")],
        ),
        (
            "They announced the surrender of 80 soldiers with their major.",
            [("80 soldiers", "surrendered"), ("their major", "surrendered")],
        ),
        (
            "The mine killed a man who was nearly blind and his niece.",
            [("a man", "killed"), ("his niece", "killed")],
        ),
        (
            "Police arrested a tailor and, it seems, his brother.",
            [("a tailor", "arrested"), ("his brother", "arrested")],
        ),
        ("They killed Klaus' mother and a tailor.", [("Klaus' mother", "killed"), ("a tailor", "killed")]),
        ("A cook hired by a local NGO was abducted.", [("A cook", "abducted")]),
        # Of those who were rescued, nothing else is told.
        ("Troops killed 11 bandits and rescued two pupils, including a girl.", [("11 bandits", "killed")]),
    ],
)  # fmt: skip
def test_persons_told_with_others(sentence, expected):
    assert _words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A verger was hit twice.", [("A verger", "wounded")]),
        ("Two ushers were hit by shrapnel.", [("Two ushers", "wounded")]),
        ("Rita Lund had her arm broken when the wall fell.", [("Rita Lund", "wounded")]),
        ("The bookkeeper and his wife were burned alive.", [("The bookkeeper", "killed"), ("his wife", "killed")]),
        ("Three tenants were brought dead to the clinic.", [("Three tenants", "killed")]),
        ("An usher, detained on Sunday, was found dead.", [("An usher", "arrested"), ("An usher", "killed")]),
        ("Police identified Rita Lund and Omar Voss among the dead raiders.", [("Omar Voss", "killed"), ("Rita Lund", "killed")]),
        ("Captain Rita Lund, the head of the fort, was among the dead.", [("Captain Rita Lund", "killed")]),
        ("Police identified Rita Lund among the guests.", []),
        ("Nine men, including Rita Lund and Omar Voss, were hurt.", [("Nine men", "wounded"), ("Omar Voss", "wounded"), ("Rita Lund", "wounded")]),
        ("Nine men from four towns, including Port Voss, were hurt.", [("Nine men", "wounded")]),
        ("A shell killed a father, mother and their four children.", [("a father", "killed"), ("mother", "killed"), ("their four children", "killed")]),
        ("A husband and wife were killed.", [("A husband", "killed"), ("wife", "killed")]),
        ("A clerk and teacher was killed.", [("A clerk", "killed")]),
        # Cars and taxes hit people too.
        ("A verger was hit by a tram.", []),
        ("Two ushers were hit by new taxes.", []),
        ("Three tenants were brought to the office.", []),
    ],
)  # fmt: skip
def test_how_a_person_was_hurt(sentence, expected):
    assert _words(sentence) == expected
