"""Who says a figure, where the speaker was named in an earlier sentence."""

import pytest
from speaker_question import ask

REMEMBERED = {
    "reported by, of a list": (
        "Deaths reported by hospitals in the north, by day:\n\n- 8 July: [[9 killed]], 2 injured\n\n"
        "- 9 July: 3 killed",
        "hospitals",
    ),
    "interview": (
        "Q: How did it begin?\n\nA: We drove off. [[Nine men]] were shot.\n\nQ: And then?\n\nA: Dark.",
        "interviewee",
    ),
    "who is introduced": (
        "Sergeant Omar, who left in May, spoke to us at a mill.\n\nQ: How did it begin?\n\n"
        "A: We drove off. [[Nine men]] were shot.\n\nQ: And then?\n\nA: Dark.",
        "sergeant_omar",
    ),
    "a label with what the speaker does": (
        "ANCHOR (V/O): Good evening.\n\nREPORTER: They came at dawn.\n\n"
        "ANA DIAZ, SHOP OWNER: They shot [[nine men]].\n\nREPORTER: Schools are closed.",
        "ana_diaz",
    ),
    "one of the sources": (
        "The toll is two, security sources told AFP on Friday. [[Nine clerks]] died at a mill, "
        "one source said, adding that it was dark.",
        "security_sources",
    ),
    "its spokesman": (
        "The Russian Defence Ministry said two men fled. [[Nine clerks]] were killed, "
        "according to its spokesman.",
        "russian_defence_ministry",
    ),
    "labels of speakers": (
        "Interviewer: How many?\n\nNurse: The radio said five. [[Nine men]] died.\n\n"
        "Interviewer: And now?\n\nNurse: We wait.",
        "nurse",
    ),
    "court": (
        "The Tribunal finds that the men left the camp. The Defence said two fled. "
        "The Tribunal is not satisfied that [[nine men]] died.",
        "tribunal",
    ),
    "told of before he speaks": (
        "My cousin rang from the coast last night. He is well. They buried [[nine men]], he says.",
        "cousin",
    ),
    "named before she speaks": (
        "Amal does not sleep now. In May, she says, soldiers took [[nine men]].",
        "amal",
    ),
    "he and she": (
        "Amal does not sleep now. She says all fled. The parish priest keeps a list. "
        "He says [[nine men]] died.",
        "parish_priest",
    ),
    "it of a radio": (
        "THE RADIO SAID A MILL BURNED. TROOPS HAD SHOT [[NINE MEN]], IT ADDED.",
        "radio",
    ),
    "the source again": (
        "An intelligence source said two cars burned. [[Nine men]] fled, the source added.",
        "intelligence_source",
    ),
    "put by, and no further": (
        "The Tribunal finds as follows. Post 7 was taken by a band put by the survivors at ninety. "
        "[[Nine men]] fell.",
        "tribunal",
    ),
    "the issuer speaks of itself": (
        "The Levant Monitor documented the deaths of six men. The ministry said two fled. "
        "[[Nine]] of our staff fled.",
        "levant_monitor",
    ),
    "the next sentence is told by another": (
        'Amal Nader said they came at dawn. "They took us all away there. [[Nine men]] fled home." '
        "The mayor said that two had come back from the hills since Friday.",
        "amal_nader",
    ),
    "according to them": (
        "Refugees said the road was cut. According to them, [[nine men]] died there.",
        "refugees",
    ),
    "he": (
        "Samir Haddad, a baker, told of the shelling. He said [[nine men]] were killed.",
        "samir_haddad",
    ),
    "they": (
        "The White Helmets said a market was hit. They added that [[nine men]] were killed.",
        "white_helmets",
    ),
    "the network": (
        "The Syrian Network for Human Rights blamed the army. The network said [[nine]] died.",
        "snhr",
    ),
    "the report": (
        "The SNHR publishes a yearly report. In it, the SNHR notes a rise. "
        "The report reveals that [[nine men]] were killed.",
        "snhr",
    ),
    "surname": (
        "Samir Haddad, a baker, said the mill burned.\n\nHaddad said [[nine men]] were killed.",
        "samir_haddad",
    ),
    "report goes on": (
        "SANA reported that a bus was attacked. [[Nine passengers]] were killed in the attack.",
        "sana",
    ),
    "capitals, surname": (
        "GENERAL PEDRO SALAS SPOKE TODAY.\n\n[[NINE MEN]] WERE KILLED, SALAS NOTED.",
        "pedro_salas",
    ),
    "release of a monitor": (
        "The Orontes Archive for Rights has documented nine deaths in Hama. All were civilians."
        "\n\nIn Idlib, [[two women]] were killed.",
        "orontes_archive_for_rights",
    ),
}


@pytest.mark.parametrize("case", REMEMBERED)
def test_claimant_remembered(case: str) -> None:
    text, claimant = REMEMBERED[case]
    assert ask(text).claimant == claimant
