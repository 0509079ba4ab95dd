"""Verbs and idioms for what befell people, and sentences in which the same words tell nothing."""

import pytest
from clause_question import read

KILLED = [
    "Three potters were sent straight to hell.",
    "Two potters met a violent end.",
    "A potter did not see the night through.",
    "Two potters could not be saved.",
    "Two potters will not see the dawn.",
    "Two potters didn't make it.",
    "Two potters did not pull through.",
    "Two recruits reached the rank of martyrdom.",
    "Two potters were flogged to death.",
    "A potter was fatally stabbed.",
    "Four potters were riddled with bullets.",
    "Two potters turned up dead.",
    "Six potters came home in coffins.",
    "Three potters lie in the cemetery.",
    "Two potters fell to snipers.",
    "Two potters were taken out and shot.",
    "Five cadres swallowed cyanide.",
    "The blast took eleven potters.",
    "They shot her husband, a potter, in the yard.",
    "Guards opened fire; nine fell.",
    "Six potters were put to the knife.",
    "A potter was cut in two by a shell.",
]
WOUNDED = [
    "Two potters sustained light shrapnel wounds.",
    "Two potters came away with cuts and bruises.",
    "A potter caught a bullet in the left calf.",
    "A potter was shot through the calf.",
    "Two potters were left with severe burns.",
    "A potter was beaten unconscious.",
    "Two potters were cut about the face.",
    "Two potters were hit.",
    "They broke the arm of a potter.",
    "A potter will never walk again.",
    "Two potters are full of splinters.",
    "Two potters need surgery.",
    "A potter broke a wrist.",
    "A potter had two fingers cut off.",
    "Two potters were hit by a sniper.",
    "A potter was bitten by a police dog.",
    "A potter had splinters removed from his knee.",
    "Two potters were treated for smoke inhalation.",
]
ARRESTED = [
    "Two potters were led away in handcuffs.",
    "Two potters were thrown into a cell.",
    "Two potters were handed over to the gendarmerie.",
    "Two potters were taken to the police station.",
    "Two potters were deported to a labour camp.",
    "Two potters were seized by police.",
    "Two potters were lifted on Monday.",
    "Two potters are in police cells.",
]
ABDUCTED = [
    "Two potters were bundled into a waiting car.",
    "Two potters were made to carry the loot.",
    "Two potters were taken along as porters.",
    "Two potters were never seen again.",
    "Two potters have not been seen since.",
    "Two potters were walked away.",
    "Two potters were forcibly recruited.",
]
SURRENDERED = [
    "Six rebels came out with a white flag.",
    "Six rebels walked up with their hands above their heads.",
    "Six rebels put their rifles down.",
    "Six rebels returned to the fold of the law.",
    "Six rebels accepted the amnesty.",
    "Six rebels gave up at dusk.",
    "Six rebels handed themselves to the garrison.",
]
DEFECTED = [
    "Six soldiers left the line.",
    "Six soldiers threw in their lot with the rebels.",
    "Six soldiers shed their uniforms.",
    "Six soldiers have come over already.",
    "Six soldiers asked for asylum.",
    "Six soldiers broke with the junta.",
    "Six soldiers announced their separation from the army.",
    "Six soldiers did not return to their barracks.",
]
ESCAPED = [
    "Two captives gave their guards the slip.",
    "Two captives broke away from the column.",
    "Two captives ran into the maize.",
    "Two captives dug their way out.",
    "Two captives climbed out through a window.",
    "Two captives are still at large.",
    "Two captives leapt from a moving train.",
]
PROTESTED = [
    "Some 400 weavers held up placards.",
    "Some 400 weavers filled the main square.",
    "Some 400 weavers blocked the highway.",
    "Some 400 weavers threw stones at the police.",
    "Some 400 weavers stood outside the court with portraits of the missing.",
    "Some 400 demonstrators assembled at the stadium.",
]
SEIZED = [
    "The raiders decamped with two trucks.",
    "Two rifles were handed over to the police.",
    "Two rifles were gathered up.",
]
DESTROYED = [
    "Two trucks were turned into scrap.",
    "Two bunkers were neutralised.",
    "Two trucks were consumed by fire.",
    "Two ambulances went out of service.",
]
TOLD = {
    "killed": KILLED,
    "wounded": WOUNDED,
    "arrested": ARRESTED,
    "abducted": ABDUCTED,
    "surrendered": SURRENDERED,
    "defected": DEFECTED,
    "escaped": ESCAPED,
    "protested": PROTESTED,
    "seized": SEIZED,
    "destroyed": DESTROYED,
}
NOTHING = [
    "Three potters lost contact with the guild.",
    "Three potters lost everything.",
    "Four crates turned up in a ditch.",
    "The wind threw four crates down a well.",
    "Two pupils raised their hands.",
    "Twelve refugees asked for asylum in Norway.",
    "Two nurses took off their uniforms.",
    "Two officers went over the plan.",
    "The potter has given up smoking.",
    "A soldier gave up his seat.",
    "Two boxes were lifted on to the cart.",
    "Two children were lifted from the rubble.",
    "Three pupils left the school with bruises.",
    "A boy carried portraits of his dog.",
    "The blast took two hours to reach the coast.",
    "Six boats were hit.",
    "No one was hit.",
    "Six officers broke with tradition.",
    "A potter broke a jug.",
    "The parcel was handed over to the police.",
    "Prices fell to 30 dollars.",
]
SHARED = {
    "with colleagues": (
        "He was picked up at a roadblock in Sur on 3 March with two colleagues.",
        [("two colleagues", "arrested", 2, 2)],
    ),
    "with those arrested": (
        "Police detained the bride with nine other women.",
        [("the bride", "arrested", 1, 1), ("nine other women", "arrested", 9, 9)],
    ),
    "with workmates": (
        "He was detained together with six workmates.",
        [("He", "arrested", 1, 1), ("six workmates", "arrested", 6, 6)],
    ),
    "with a knife": (
        "Police detained a cook with two knives.",
        [("a cook", "arrested", 1, 1)],
    ),
    "no companions": ("He was detained in a hall with 30 chairs.", [("He", "arrested", 1, 1)]),
    "against others": (
        "He was wounded in a clash with two others.",
        [("He", "wounded", 1, 1)],
    ),
    "so did": (
        "Four constables died in it; so did her brother and three weavers.",
        [
            ("Four constables", "killed", 4, 4),
            ("her brother", "killed", 1, 1),
            ("three weavers", "killed", 3, 3),
        ],
    ),
    "so did taxes": ("Prices rose and so did two taxes.", []),
    "did likewise": (
        "A colonel defected on Monday; his deputy and six clerks of the staff did likewise.",
        [
            ("A colonel", "defected", 1, 1),
            ("his deputy", "defected", 1, 1),
            ("six clerks", "defected", 6, 6),
        ],
    ),
    "what others do is no fate": (
        "Six potters were shot; two judges did the same.",
        [("Six potters", "killed", 6, 6)],
    ),
    "the same fate": (
        "Two potters were shot dead; a colleague had met the same fate.",
        [("Two potters", "killed", 2, 2), ("a colleague", "killed", 1, 1)],
    ),
    "as were others": (
        "A nurse was abducted, as were several weavers.",
        [("A nurse", "abducted", 1, 1), ("several weavers", "abducted", 2, None)],
    ),
    "accused of something": (
        "They hanged a clerk, a cook and two brothers accused of theft.",
        [
            ("a clerk", "killed", 1, 1),
            ("a cook", "killed", 1, 1),
            ("two brothers", "killed", 2, 2),
        ],
    ),
    "fled by themselves": (
        "They hanged a clerk and two brothers fled to the hills.",
        [("a clerk", "killed", 1, 1), ("two brothers", "escaped", 2, 2)],
    ),
    "what one of them was doing": (
        "They killed a nurse, a cook who was travelling in plain clothes and one passenger.",
        [
            ("a nurse", "killed", 1, 1),
            ("a cook", "killed", 1, 1),
            ("one passenger", "killed", 1, 1),
        ],
    ),
    "was left out": (
        "Her uncle was murdered in May, and the judge's driver injured.",
        [("Her uncle", "killed", 1, 1), ("the judge's driver", "wounded", 1, 1)],
    ),
}


@pytest.mark.parametrize(
    ("claim_type", "sentence"),
    [(claim_type, sentence) for claim_type, told in TOLD.items() for sentence in told],
)
def test_verbs_and_idioms_tell_what_befell_those_counted(claim_type, sentence):
    found = read(sentence)
    assert found
    assert {name for _, name, _, _ in found} == {claim_type}


@pytest.mark.parametrize("sentence", NOTHING)
def test_the_same_words_may_tell_of_nothing(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), SHARED.values(), ids=SHARED)
def test_what_befell_one_befell_those_with_him(sentence, expected):
    assert sorted(read(sentence)) == sorted(expected)
