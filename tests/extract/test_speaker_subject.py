"""Who stands as the subject of a verb of speech, on invented sentences."""

import pytest
from speaker_question import ask

SUBJECT = {
    "a report described": (
        "The Observatory's yearly report, released in May, documents the deaths of [[nine men]].",
        "sohr",
    ),
    "who informs a monitor": (
        "Reliable sources informed the Syrian Observatory for Human Rights that [[nine]] died.",
        "sohr",
    ),
    "the source of a body": ("A UNIFIL source gave [[nine dead]] at the ford.", "unifil_source"),
    "who counts": ("Prosecutors in the port count [[nine dead]].", "prosecutors"),
    "at first": ("The army, which had a post nearby, at first spoke of [[nine dead]].", "army"),
    "have spoken of": ("Survivors have spoken of [[nine dead]].", "survivors"),
    "the kin of the dead": (
        "Omar Diaz, 22, was shot dead with [[nine others]], his mother says.",
        "mother",
    ),
    "a minister": ("A government minister puts the toll at [[nine]].", "government_minister"),
    "a numbered unit": (
        "According to the 6th Infantry Division, [[nine rebels]] died.",
        "6th_infantry_division",
    ),
    "a film released": (
        "Opposition activists released a video showing the bodies of [[nine men]].",
        "opposition_activists",
    ),
    "what a count has found": (
        "A count of obituaries by the Northern Post, an exile paper, has found [[nine dead]].",
        "northern_post",
    ),
    "written at the end": (
        "Among the dead were [[nine men]], regional Gov. Omar Diaz wrote on Telegram.",
        "omar_diaz",
    ),
    "before the mark of a note": (
        "[[Nine men]] were held on 7 April, the interim Interior Ministry claimed.[3]",
        "interim_interior_ministry",
    ),
    "an office in capitals": (
        "PARISH RELIEF AID OFFICE REPORTS THAT [[NINE WEAVERS]] DIED.",
        "parish_relief_aid_office",
    ),
    "health authorities are no ministry": (
        "Local health authorities report that [[nine men]] died.",
        "health_authorities",
    ),
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
        "police_officer",
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
    "released without a picture": "The rebels released two clerks; [[nine men]] died.",
    "a find of the police": "Police found [[nine bodies]] at the mill.",
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
