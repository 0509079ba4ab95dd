"""Through which outlet a figure reached us, apart from who said it."""

import pytest
from speaker_question import ask

VIA_CASES = {
    "told": ("Residents told Reuters that [[nine men]] died.", "residents", "reuters"),
    "chain": (
        '"[[Nine men]] were shot," said Samir Haddad, a baker, told AFP by telephone.',
        "samir_haddad",
        "afp",
    ),
    "apposition": (
        "Samir Haddad, head of a bakers' union, told Al Jazeera [[nine men]] died.",
        "samir_haddad",
        "al_jazeera",
    ),
    "according to outlet": (
        "[[Nine men]] died, the activists said, according to Reuters.",
        "activists",
        "reuters",
    ),
    "outlet first": (
        "According to Reuters, activists said [[nine men]] died.",
        "activists",
        "reuters",
    ),
    "citing": ("AFP, citing medics, reported [[nine men]] dead.", "medics", "afp"),
    "correspondent": ("A BBC correspondent said [[nine men]] died.", "bbc", ""),
    "outlet alone": ("Reuters reported that [[nine men]] died.", "reuters", ""),
}


@pytest.mark.parametrize("case", VIA_CASES)
def test_via(case: str) -> None:
    text, claimant, via = VIA_CASES[case]
    answer = ask(text)
    assert (answer.claimant, answer.via) == (claimant, via)
