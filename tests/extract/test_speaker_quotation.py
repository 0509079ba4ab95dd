"""Who says a figure inside a quotation or a block that somebody introduces."""

import pytest
from speaker_question import ask

QUOTATION_CASES = {
    "speaker after several sentences": (
        'The mill burned. "[[Nine men]] were left in the yard. Nobody dared to fetch them," '
        "said Samir Haddad, a baker.",
        "samir_haddad",
    ),
    "speaker after beats speaker before": (
        'Four died, activists said, "[[Nine more]] are missing from the mill. We look for them," '
        "Samir Haddad, a baker, told Reuters.",
        "samir_haddad",
    ),
    "colon and block": (
        "The Syrian Observatory for Human Rights said:\n\nA convoy was hit and [[nine]] died.",
        "sohr",
    ),
    "several paragraphs": (
        "Samir Haddad, a baker, described the night as endless.\n\n"
        '"They came at dawn with lists in their hands.\n\n'
        '"[[Nine men]] were taken from the mill and shot."',
        "samir_haddad",
    ),
    "bullets after a colon": (
        "The White Helmets listed the dead:\n\n- Kafr Zita: [[nine men]]\n\n- Rifaat: two women",
        "white_helmets",
    ),
    "second bullet": (
        "The White Helmets listed the dead:\n\n- Kafr Zita: two women\n\n- Rifaat: [[nine men]]",
        "white_helmets",
    ),
    "speech ends with its quotation": (
        '"We will rebuild the mill with our own hands," said Samir Haddad. '
        "In the raid, [[nine men]] were killed by the army.",
        "",
    ),
}


@pytest.mark.parametrize("case", QUOTATION_CASES)
def test_quotation(case: str) -> None:
    text, claimant = QUOTATION_CASES[case]
    assert ask(text).claimant == claimant
