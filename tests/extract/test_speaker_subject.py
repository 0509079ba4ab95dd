"""Who stands as the subject of a verb of speech, on invented sentences."""

import pytest
from speaker_question import ask

SUBJECT = {
    "a name in apposition to an office": (
        "Colonel Omar Diaz, the army's head of information, said [[nine rebels]] fell.",
        "omar_diaz",
    ),
    "an office over a known body": (
        "The head of the local Red Cross, Omar Diaz, put the toll at [[nine]].",
        "omar_diaz",
    ),
    "a place and a circumstance between": (
        "A police officer at the ferry, speaking by telephone, said [[nine men]] died.",
        "police",
    ),
    "a plural and a circumstance between": (
        "Salt traders in the port, before their lines were cut, reported [[nine deaths]].",
        "salt_traders",
    ),
    "a spokesman for somebody": (
        "A spokesman for the Red Cross said [[nine men]] had died.",
        "red_cross",
    ),
    "members own a body": (
        "The Javan Doctors' Network said shelling killed [[nine men]].",
        "javan_doctors_network",
    ),
    "a body with a number": (
        "Column 12 says it ambushed a train, killing [[nine men]].",
        "column_12",
    ),
    "a panel of a known body": ("The UN Panel concluded that [[nine men]] died.", "un_panel"),
    "a body named for what it gives": (
        "[[Nine men]] were held, according to the Information Team.",
        "information_team",
    ),
    "a body held at arm's length": (
        'The movement\'s "relief bureau" gave a figure of [[nine]] killed.',
        "relief_bureau",
    ),
    "an adverb of any kind": (
        "The guild originally reported [[nine]] dead.",
        "guild",
    ),
    "able to verify": (
        "Two hundred died, according to locals; partners have been able to verify [[nine deaths]].",
        "partners",
    ),
    "who cites another": (
        "A second source, citing a miller, puts the number of dead at [[nine]].",
        "miller",
    ),
    "a doctor there": (
        "The mayor said two died; a nurse there, who gave no name, spoke of [[nine]] dead.",
        "nurse",
    ),
    "counsel": ("Counsel for the accused maintain that [[nine men]] died.", "counsel"),
    "recalls": (
        '"They came at dawn and took [[nine men]]," recalls the imam, Omar Diaz.',
        "omar_diaz",
    ),
    "an office and police in what it says": (
        "The governor of Goma, Omar Diaz, said police in the port lost [[nine men]].",
        "omar_diaz",
    ),
    "it of whoever acts": (
        "Police said two fled. The so-called Front put out a note in which it spoke of [[nine]] dead.",
        "front",
    ),
    "they of whoever acts": (
        "On 7 May, the partner forces beat off a raid; they report [[nine]] dead among them.",
        "partner_forces",
    ),
    "the ministry, named nowhere": ("The ministry said [[nine men]] had died.", "ministry"),
    "the source": (
        "The Press Committee reported a raid. The source said [[nine men]] lost their lives.",
        "press_committee",
    ),
}

NOBODY = {
    "estimated is an adjective": "Raiders hacked to death an estimated [[40 traders]].",
    "what they said": "[[Nine men]] died there, I just write what they said.",
    "a claim that is rejected": (
        "[[Nine men]] were hurt, a claim that the force's spokesman rejected."
    ),
    "our own files": "Our database logs [[37 attacks]] in May.",
    "details is a noun": "Traders spoke up. [[Nine men]] fled, its fighters without giving details.",
    "one account among others is no release": (
        "The mayor put the dead at 58; the burial committee counted 143. We assess that "
        "[[nine men]] died."
    ),
}


@pytest.mark.parametrize("case", SUBJECT)
def test_subject(case: str) -> None:
    text, claimant = SUBJECT[case]
    assert ask(text).claimant == claimant


@pytest.mark.parametrize("case", NOBODY)
def test_nobody_speaks(case: str) -> None:
    assert ask(NOBODY[case]).claimant == ""
