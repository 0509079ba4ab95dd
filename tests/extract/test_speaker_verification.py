"""Whether a figure is called confirmed, unverified or false."""

import pytest
from speaker_question import ask


@pytest.mark.parametrize(
    ("text", "verification"),
    [
        ("The claim that [[nine men]] died is false.", "denied"),
        ("The rebels' boast of [[nine dead]] is an invention.", "denied"),
        ("Police reject as baseless a message that [[nine men]] died.", "denied"),
        ("Readers should disregard the report in a blog that [[nine men]] died.", "denied"),
        ("The court heard a claim that [[nine men]] died.", "reported"),
        ("[[Nine men]] died and the claim that two fled is false.", "reported"),
    ],
)
def test_claims_called_false(text: str, verification: str) -> None:
    assert ask(text).verification == verification


VERIFICATION_CASES = {
    "next sentence": (
        "SANA said [[nine men]] died. The claim could not be independently verified.",
        "unverified",
    ),
    "outlet that checked": (
        "Rebels said [[nine men]] died. Reuters could not verify the account.",
        "unverified",
    ),
    "same sentence": ("Rebels said [[nine men]] died, but this was unverified.", "unverified"),
    "unconfirmed reports": ("Unconfirmed reports said [[nine men]] had died.", "unverified"),
    "after a quotation": (
        'Samir Haddad, a baker, spoke of murder.\n\n"[[Nine men]] were shot at the mill."\n\n'
        '"We are afraid."\n\nThis could not be confirmed.',
        "unverified",
    ),
    "doubt about a later claim": (
        "The Observatory said [[nine men]] were hurt in Syria. "
        "The Observatory said two later died, but that could not be confirmed.",
        "reported",
    ),
    "confirmed by": (
        "[[Nine men]] were killed. The toll was confirmed by the Red Cross.",
        "confirmed",
    ),
    "denied": ("The army denied that [[nine men]] had died.", "denied"),
    "not, but of another verb": (
        "Police did not give names and merely confirmed that [[nine men]] died.",
        "reported",
    ),
    "plain": ("Police said [[nine men]] died.", "reported"),
}


@pytest.mark.parametrize("case", VERIFICATION_CASES)
def test_verification(case: str) -> None:
    text, verification = VERIFICATION_CASES[case]
    assert ask(text).verification == verification
