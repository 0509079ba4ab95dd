"""Who is named as saying a figure, in the sentence of the figure itself."""

import pytest
from speaker_question import ask

NAMED = {
    "subject first": ("Police said [[nine men]] were killed in Harasta.", "police"),
    "subject last": ("[[Nine men]] were killed in Harasta, police said on Friday.", "police"),
    "inverted": (
        '"[[Nine of ours]] fell there," said the Observatory in Syria.',
        "sohr",
    ),
    "according to, first": ("According to the SNHR, [[nine men]] died.", "snhr"),
    "according to, last": ("[[Nine men]] died, according to SNHR figures.", "snhr"),
    "according to, inside": (
        "[[Nine men]], according to the White Helmets, died under the rubble.",
        "white_helmets",
    ),
    "according to a report by": (
        "According to a new report by Amnesty International, [[nine men]] were hanged.",
        "amnesty",
    ),
    "claims": ("[[Nine men]] fell, according to Syrian government claims.", "syrian_government"),
    "parenthesis": ("- Losses: [[90 fighters]] dead (opposition claims)", "opposition"),
    "nouns in no list": ("According to two colleagues, [[nine men]] fled.", "colleagues"),
    "a body in no list": (
        "Total according to the district committee: [[nine dead]].",
        "district_committee",
    ),
    "plural without an article": (
        "Exile groups in Paris claim that [[nine men]] died.",
        "exile_groups",
    ),
    "reached by": (
        "A tribal leader reached by Viber put the number of [[dead]] at nine.",
        "tribal_leader",
    ),
    "counted": ("A stretcher bearer counted [[nine bodies]] in the yard.", "stretcher_bearer"),
    "compiled by": ("The figure of [[20 dead]] given by the mayor is too high.", "mayor"),
    "communique issued by": (
        "[[NINE MEN]] DIED, ACCORDING TO A COMMUNIQUE ISSUED BY THE JOINT COMMAND.",
        "joint_command",
    ),
    "relative clause before the verb": (
        "The coroner's office, which has a file on it, lists [[two dead]].",
        "coroners_office",
    ),
    "description before the verb": (
        "A WESTERN DIPLOMAT, WHO ASKED NOT TO BE NAMED, SAID HIS EMBASSY KNEW OF [[NINE DEAD]].",
        "diplomat",
    ),
    "initials end the headline": ("Blast in market, [[nine dead]] – NRTA", "nrta"),
    "a common noun ends the headline": ("[[Nine dead]] on the north road – lookout", "lookout"),
    "a body ends the headline": (
        "[[Nine]] killed at mill, rescue committee says",
        "rescue_committee",
    ),
    "a body opens the headline": ("Dockers' union: [[nine dead]] since May", "dockers_union"),
    "state media in brackets": (
        "In Aleppo, gunmen fired on a bus: [[nine men]] were killed (SANA).",
        "sana",
    ),
    "officials of a place": (
        "On Monday Gedo officials denied that [[nine men]] fled.",
        "gedo_officials",
    ),
    "a seat before the name": (
        "According to the Harare-based Northern Media Watch, [[nine men]] died.",
        "northern_media_watch",
    ),
    "general command": ("[[Nine men]] fell, the General Command said.", "general_command"),
    "owned by the radio": (
        "[[NINE MEN]] DIED IN THE RAID, THE GOVERNMENT-OWNED RADIO SAID ON MONDAY.",
        "radio",
    ),
    "a boast": ("The garrison fell. The enemy's boast of [[nine dead]] came late.", "enemy"),
    "an allegation": (
        "Regarding the allegation made by Belgrade that [[nine men]] died, we know nothing.",
        "belgrade",
    ),
    "website of a body": ("The Flood Centre's website says [[nine men]] died.", "flood_centre"),
    "deputy": ("[[Nine men]] fled, the deputy defence minister said.", "deputy_defence_minister"),
    "place before the name": ("#Syria LCC: [[29]] dead so far", "lcc"),
    "the daily": (
        "[[Nine men]] drowned, the daily Nueva Tribuna reported.",
        "nueva_tribuna",
    ),
    "denied by others": (
        "A friend texts that the reds hold [[nine men]], which the leaders deny.",
        "friend",
    ),
    "a report by": (
        "The army spoke. A report by a rights centre lists [[nine dead]].",
        "rights_centre",
    ),
    "according to a declaration": (
        "ACCORDING TO MARLOWE'S DECLARATION, TROOPS HELD [[NINE MEN]].",
        "marlowe",
    ),
    "put the toll": ("Human Rights Watch put the toll at [[nine dead]] in Tal Rifaat.", "hrw"),
    "documented": ("The VDC documented the deaths of [[nine women]] in March.", "vdc"),
    "saying": (
        "The Violations Documentation Center gave another toll, saying [[nine]] had died.",
        "vdc",
    ),
    "claimed responsibility": (
        "Hayat Tahrir al-Sham claimed responsibility for the ambush that killed [[nine men]].",
        "hayat_tahrir_al_sham",
    ),
    "with a clause": (
        "The mill was shelled, with a villager reporting [[nine bodies]] in the yard.",
        "villager",
    ),
    "state media at home": (
        "Syrian troops met an ambush. State television said [[nine men]] were killed.",
        "sana",
    ),
    "state media elsewhere": (
        "State television said [[nine men]] were killed.",
        "state_television",
    ),
    "the watchdog": (
        "Shells hit Aleppo, and the Britain-based watchdog counted [[nine dead]].",
        "sohr",
    ),
    "specified group": (
        "Activist groups, notably the Syrian Observatory for Human Rights, reported [[nine]] dead.",
        "sohr",
    ),
    "acronym after name": (
        "The Syrian Human Rights Committee (SHRC) said [[nine men]] had died.",
        "shrc",
    ),
    "long apposition": (
        "The Red Cross, a body that feeds the victims of the siege, announced [[nine deaths]].",
        "red_cross",
    ),
    "person": ("Samir Haddad, a baker from Kafr Zita, said [[nine men]] died.", "samir_haddad"),
    "person, particles": (
        "Nour El Din Al Masri, a student in Hama, said [[nine men]] died.",
        "nour_al_masri",
    ),
    "single name": ('"[[Nine of us]] were left on the square," said Karam, an activist.', "karam"),
    "unknown group": ("A captured sniper said [[nine men]] were killed.", "captured_sniper"),
    "unknown body": (
        "The Lightning Brigade said [[nine men]] were killed at the dam.",
        "lightning_brigade",
    ),
    "group with a place": ("Rebels in Saraqib said [[nine men]] were killed.", "rebels"),
    "head of a body": (
        "The head of the Local Coordination Committees said [[nine men]] died.",
        "lcc",
    ),
    "each its own, first": (
        "SANA said [[six soldiers]] were killed, while activists put the dead at 12.",
        "sana",
    ),
    "each its own, second": (
        "SANA said six soldiers were killed, while activists put the dead at [[12]].",
        "activists",
    ),
    "hedge inside a report": (
        "The Observatory said that in Syria [[nine men]] were reportedly killed.",
        "sohr",
    ),
    "addressee": ("Residents told reporters that [[nine men]] had died.", "residents"),
    "capitals": ("POLICE SAID [[NINE MEN]] WERE KILLED IN QUILPUE.", "police"),
    "capitals, title": (
        "NAVY SPOKESMAN CAPTAIN LUIS MORENO DIAZ SAID [[NINE MEN]] WERE KILLED.",
        "luis_moreno_diaz",
    ),
    "press release": ("ISAF confirmed that [[nine insurgents]] were killed in Zabul.", "isaf"),
    "headline, speaker last": ("Blast at bus park, at least [[nine dead]] - police", "police"),
    "headline, speaker first": ("White Helmets: [[nine dead]] in Kafr Zita", "white_helmets"),
    "owner by name": (
        '"[[Nine of ours]] died there," said the owner, Karam Nader, of the old mill.',
        "karam_nader",
    ),
    "victim in a clause is no claimant": (
        "Karam Nader, who replaced the murdered Samir Haddad, warned that [[nine]] had died.",
        "karam_nader",
    ),
    "a name in small letters": (
        "[[Nine men]] were shot, the Syrian observatory for human rights claimed.",
        "sohr",
    ),
    "capitals, relative clause": (
        "MORENO, WHOSE PARTY IS BACKED BY THE ARMY, SAID THAT [[NINE]] HAD DIED.",
        "moreno",
    ),
}


@pytest.mark.parametrize("case", NAMED)
def test_claimant_named(case: str) -> None:
    text, claimant = NAMED[case]
    assert ask(text).claimant == claimant
