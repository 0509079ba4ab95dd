"""Who speaks where a place, an office, an acronym or an owner stands beside the speaker."""

import pytest
from speaker_question import ask

SAID = {
    "at a place": (
        "A doctor at the town's only hospital told the station that [[nine men]] were killed.",
        "doctor",
    ),
    "at a place, apposition": (
        "Doctors at the city's last hospital, reached by telephone, counted [[nine dead]].",
        "doctors",
    ),
    "acronym in square brackets": (
        "THE NAVY PRESS COMMITTEE [NPC] REPORTED TODAY THAT [[NINE MEN]] DIED IN CLASHES.",
        "navy_press_committee",
    ),
    "office before a name, last": (
        "THEY MURDERED [[NINE MEN]], PROVINCIAL COMMISSIONER JOAO KASSOMA TOLD THE AGENCY.",
        "joao_kassoma",
    ),
    "official, last": (
        "[[Nine men]] were killed by artillery fire, a security official told the agency.",
        "security_official",
    ),
    "statement": ("AN LTTE STATEMENT ISSUED IN LONDON CLAIMED [[NINE MEN]] WERE KILLED.", "ltte"),
    "a state is no verb": (
        "[[Nine men]] were killed in Umdar, Khartoum state, against all odds.",
        "",
    ),
    "who works": ("A friend who works at the clinic says [[nine men]] were killed.", "friend"),
    "tweets": ("The army tweets that [[nine men]] were killed.", "army"),
    "informed": (
        "Local authorities informed that [[nine men]] had been killed.",
        "local_authorities",
    ),
    "who runs it": (
        "Houthi-run health authorities announced that [[nine men]] were killed.",
        "houthi_run_health_authorities",
    ),
    "owner of a spokesman": ("The RSF's spokesman said that [[nine men]] were killed.", "rsf"),
    "a group's committee": (
        "[[Nine men]] were killed according to the doctors' committee.",
        "doctors_committee",
    ),
    "office before a name": (
        "[[Nine men]] died, according to the provincial chief of police, Gen. Abdul Basir Tokhi.",
        "abdul_basir_tokhi",
    ),
    "run by, name": (
        "The Masalit-run Roots Organisation lists [[nine people]] killed.",
        "roots_organisation",
    ),
    "a figure that is logged": ("KALINGAP logged [[86 killings]].", "kalingap"),
    "another observatory": (
        "The Tihama Rights Observatory condemns the raid. The Observatory said [[nine men]] died.",
        "tihama_rights_observatory",
    ),
    "a body that begins like a group": (
        "The Prisoners and Casualties Network says [[nine men]] were killed.",
        "prisoners_and_casualties_network",
    ),
    "security source": ("A security source said [[nine men]] were killed.", "security_source"),
    "who was told": (
        "The Resistance, in a note delivered to a news agency, said [[nine men]] were killed.",
        "resistance",
    ),
    "bullets": (
        "According to the mayor, two roads are cut. • [[Nine men]] were reportedly killed.",
        "unattributed",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_speaker_in_a_phrase(case: str) -> None:
    text, claimant = SAID[case]
    assert ask(text).claimant == claimant
