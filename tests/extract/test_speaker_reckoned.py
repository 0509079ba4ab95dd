"""Who reckons, owns a tally, is of some kind, or is only described by a name beside the verb."""

import pytest
from speaker_question import ask

RECKONED = {
    "a tally that stands": (
        "The guild's tally for the week stood at [[61 soldiers]] killed.",
        "guild",
    ),
    "a tally that differs": ("The health office's tally differed: [[19]] killed.", "health_office"),
    "a list that has": (
        "Orla's list, published the following March, has [[143 people]] killed.",
        "orla",
    ),
    "a reckoning before its figure": (
        "Nine guards and, by the navy's estimate, [[26 pirates]] were killed.",
        "navy",
    ),
    "a reckoning at the end": ("[[Forty farmers]] were killed, by the army's account.", "army"),
    "a count of": ("[[Ninety people]] died, by the count of the gravediggers.", "gravediggers"),
    "the words of": (
        "[[Sixty troops]] were killed, in the words of a Swedish pilot.",
        "swedish_pilot",
    ),
    "a list drawn up": (
        "[[64 people]] were killed, according to a list drawn up by the parish.",
        "parish",
    ),
    "a body count announced": (
        "The Vana command announced a rebel body count of [[138]].",
        "vana_command",
    ),
    "a toll raised": ("The Port Vana Herald later raised the toll to [[21]].", "port_vana_herald"),
    "men put at": ("The lobby group Haki Watu put the arrests at [[70]].", "haki_watu"),
    "referred to": ("The Vana Commission referred to [[more than 40 victims]].", "vana_commission"),
}
KINDS = {
    "a source of some kind": (
        "A field source told a daily that [[12 fighters]] died.",
        "field_source",
    ),
    "officials at the opening": (
        "Relief officials, who declined to be named, said [[40 people]] died.",
        "relief_officials",
    ),
    "sources of no kind": ("Reliable sources said [[nine men]] died.", "unattributed"),
    "a source at an office": (
        "[[Six people]] died, a source at the province said.",
        "province_source",
    ),
    "an administration": (
        "[[Four workers]] died, the regional administration said.",
        "regional_administration",
    ),
    "a radio of rebels": ("Rebel Radio announced [[63 soldiers]] killed.", "rebel_radio"),
    "forces of a land": (
        "According to the Armed Forces of Azania, [[111 gunmen]] were killed.",
        "armed_forces_of_azania",
    ),
    "forces of a people": ("The Lebanese Forces acknowledged [[37 dead]].", "lebanese_forces"),
    "a group by its name": (
        "The war has left [[300 dead]], according to the monitoring group Kivu Eye.",
        "kivu_eye",
    ),
    "a branch": (
        "The Azanian Red Crescent branch said its teams moved [[nine bodies]].",
        "azanian_red_crescent",
    ),
    "an office of several": (
        "[[Three gunmen]] were killed, the Vana state prosecutors' office said Monday.",
        "vana_state_prosecutors_office",
    ),
    "a channel of its league": (
        "The league's Al-Nur channel claimed that [[17 soldiers]] died.",
        "al_nur_channel",
    ),
    "somebody of a people": (
        "A wary Russian blogger complained that [[nine men]] died.",
        "wary_russian_blogger",
    ),
    "a spokesman of a people's army": (
        "[[Nine men]] died, a Ugandan army spokesman told IRIN.",
        "ugandan_army",
    ),
    "the gendarmerie": ("The gendarmerie reports [[17 of its men]] hurt.", "gendarmerie"),
    "local sources": ("Local sources said that [[nine men]] died.", "local_sources"),
    "initials": ("Inspector R K Rao said [[three men]] died.", "r_k_rao"),
    "the same as before": (
        "Azania's navy said nine died. [[Two sailors]] were hurt, according to the same source.",
        "azania_navy",
    ),
}
BESIDE = {
    "another's men": (
        "Capt. Omar Diaz, commander of the 71st Battalion, said soldiers were hit by [[25 men]].",
        "omar_diaz",
    ),
    "a place reached": ("Fishermen reaching Vana said [[hundreds of troops]] died.", "fishermen"),
    "a place of work": (
        "A nurse in Port Vana, who asked not to be named, said [[34 soldiers]] died.",
        "nurse",
    ),
    "a paper seen by another": (
        "A police report seen by the Kasai Weekly puts the figure at [[47 civilians]].",
        "police",
    ),
    "a time of that year": (
        "[[Twenty of the raiders]], the army announced that May, had been killed in a cave.",
        "army",
    ),
    "thrown in by name": (
        "In that time, said Oleh Marko, the head man, [[14 residents]] were killed.",
        "oleh_marko",
    ),
    "according to him": (
        "Omar Diaz denied that his men had fired; according to him [[three soldiers]] had died.",
        "omar_diaz",
    ),
    "a name of two parts": (
        "Brigadier Omar el-Tayeb denied the claim. He said [[three men]] had been lost.",
        "omar_el_tayeb",
    ),
    "an acronym of its own": (
        "[[Five people]] were killed by the River Scouts Front (RSF), the committee said.",
        "committee",
    ),
    "a time thrown in": (
        "The Vana Herald had, by October, confirmed [[31 dead]] by name.",
        "vana_herald",
    ),
    "claiming": ("The local council was already claiming [[60 soldiers]] dead.", "local_council"),
    "verified": ("Relief partners had verified the deaths of [[29 people]].", "relief_partners"),
    "adding to a daily": (
        "Chiefs like Aga Sher, the band's head, died, Omar Diaz told a daily, adding [[six men]] fled.",
        "omar_diaz",
    ),
    "a label of a village": ("Um Hajar: [[27 civilians]] killed.", ""),
    "our own correspondent": ("Our correspondent recalls that [[eleven villagers]] died.", ""),
    "held by another": ("The fort was held by the Vana Brigade with [[90 men]].", ""),
}


@pytest.mark.parametrize("case", RECKONED)
def test_reckoned(case: str) -> None:
    text, claimant = RECKONED[case]
    assert ask(text).claimant == claimant


@pytest.mark.parametrize("case", KINDS)
def test_kind(case: str) -> None:
    text, claimant = KINDS[case]
    assert ask(text).claimant == claimant


@pytest.mark.parametrize("case", BESIDE)
def test_beside(case: str) -> None:
    text, claimant = BESIDE[case]
    assert ask(text).claimant == claimant
