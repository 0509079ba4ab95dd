"""Bodies told apart by their country, named behind what they are, or carried by others."""

import pytest
from speaker_question import ask

BODIES = {
    "a ministry of its country": (
        "[[Six traders]] were killed, Azania's defence ministry said on Monday.",
        "azania_defence_ministry",
    ),
    "a radio of its country": ("[[Nine men]] died, Croatian radio reported.", "croatian_radio"),
    "an agency by its name": (
        "A mine killed [[nine men]], the state news agency ANOP reported Tuesday.",
        "anop",
    ),
    "a newspaper by its name": (
        "Gunmen slaughtered [[14 villagers]], the Oran newspaper La Voix du Port said Monday.",
        "la_voix_du_port",
    ),
    "a garrison": (
        "[[Four troopers]] were killed, a spokesman for the Kalabo garrison said.",
        "kalabo_garrison",
    ),
    "one side": ("The Turkish side reported [[three soldiers]] killed.", "turkish_side"),
    "another telling": (
        "Radio Libertad gave a different account. It said [[12 soldiers]] were killed.",
        "radio_libertad",
    ),
    "a communique read elsewhere": (
        "A military communique read over state radio said [[20 rebels]] were killed.",
        "military",
    ),
    "a capital is a place": (
        "A U.N. official in Tehran said [[nine men]] died of the gas.",
        "un",
    ),
    "an assessment": (
        "According to the command's first assessment the strike killed [[six militants]].",
        "command",
    ),
    "a claim by": (
        "The army dismissed as invention the claim by the insurgents that [[17 soldiers]] died.",
        "insurgents",
    ),
    "an aside": (
        "A teacher from Kiro, meanwhile, accused rebels of killing [[21 farmers]].",
        "teacher",
    ),
    "an office of its own": (
        "The Kyauk Pan PDF said a column came. [[Nine]] were killed, its press officer said.",
        "kyauk_pan_pdf",
    ),
    "who issued the statement": (
        "[[Three fighters]] were killed, said a statement issued by Amal.",
        "amal",
    ),
    "a minister by name": (
        "Liberian Information Minister Paul Toe said that [[26 guardsmen]] had died.",
        "paul_toe",
    ),
    "an abbreviated rank": ("Pol Lt Col Surat Meechai said [[two men]] died.", "surat_meechai"),
    "the room of a town": (
        "[[Nine people]] were killed, the town's emergency room said.",
        "emergency_room",
    ),
    "others go on with the report": (
        "A mine killed a girl, the mayor said. At least [[12 others]] were hurt.",
        "mayor",
    ),
    "a monitor's dateline": ("IDLIB – SOHR: [[Nine men]] were killed on Monday.", "sohr"),
}


@pytest.mark.parametrize("case", BODIES)
def test_body(case: str) -> None:
    text, claimant = BODIES[case]
    assert ask(text).claimant == claimant
