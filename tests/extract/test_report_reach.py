"""How far a report goes on behind the sentence that names its speaker, on invented texts."""

import pytest
from speaker_question import ask

ENDS = {
    "two accounts set against each other": (
        "The mayor said two fled, but the guild said four had gone. [[A barn]] burned."
    ),
    "the text weighs": ("Police said two men fled. On balance [[nine men]] probably died."),
    "the text speaks of itself": "The army said two fled. We consider [[nine]] dead well attested.",
    "it was the third": (
        "A diplomat said two had fled. It was the third raid since June, when [[nine men]] died."
    ),
    "a war's toll": (
        "Police said two men were killed. The insurgency has claimed [[nine lives]] in the hills."
    ),
    "last month": "Police said two men fled. Last month a like raid cost [[nine lives]].",
    "an entry with its hour": "The mayor said two had fled. UPD 18:30: [[nine dead]].",
    "a numbered entry": "The mayor said two had fled. 3/ now [[nine dead]] at the mill.",
    "a guess": "Miners believe that two may still be below. Among the dead are [[nine men]].",
    "a speaker within a quotation": (
        'The widow wept. "They asked who he was, and my brother said he taught there." '
        "[[Nine of them]] died at once."
    ),
    "the mark of a note": "Police said two men fled.[3] [[Nine]] drowned in the ravine.",
    "a roll of names": (
        "Two men fled, the army says. The board at the chapel bears the names of [[nine dead]]."
    ),
    "an estimate of the text": "The army said two fled. Best estimate: [[nine deaths]].",
    "pictures": "Police said two men fled. Satellite images show [[nine wrecked lorries]].",
    "words quoted on their own": (
        'The clerks said that two had fled. "He was kneeling there in the yard." '
        "The bullet also hit [[a boy]]."
    ),
}

GOES_ON = {
    "it adds": ("Police said two men fled. [[Nine men]] were held in the same raid.", "police"),
    "an outlet carries the same account": (
        "Nine miners fled, Omar Diaz told Reuters. [[Two men]] were hurt in the blast.",
        "omar_diaz",
    ),
    "a third man is no third attack": (
        "Police said two men fled. The third was [[a clerk]] who died there.",
        "police",
    ),
}


@pytest.mark.parametrize("case", ENDS)
def test_report_has_ended(case: str) -> None:
    assert ask(ENDS[case]).claimant == ""


@pytest.mark.parametrize("case", GOES_ON)
def test_report_goes_on(case: str) -> None:
    text, claimant = GOES_ON[case]
    assert ask(text).claimant == claimant
