"""Who says each figure, on invented texts; the claim of each text stands in [[ ]]."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.passage import Passage
from pipeline.extract.who_says import SpeakerAnswer, WhoSays
from pipeline.reference.claimants import load_claimants
from pipeline.sources.document import Document, Segment

CLAIMANTS = load_claimants()


def document(text: str) -> Document:
    """Make each blank-line block a paragraph; "- " lines are list items."""
    segments, position = [], 0
    for block in text.split("\n\n"):
        if block.strip():
            kind = "list_item" if block.startswith("- ") else "paragraph"
            segments.append(Segment(kind, position, position + len(block)))
        position += len(block) + 2
    return Document("invented", text, text, tuple(segments))


def ask(marked: str) -> SpeakerAnswer:
    start = marked.index("[[")
    end = marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    passage = Passage(document(text))
    sentence = next(each for each in passage.sentences if each.start <= start < each.end)
    return WhoSays(passage, CLAIMANTS).of(sentence, start, end)


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


def test_a_statement_is_said_by_the_body_in_its_title() -> None:
    text = "At noon a mine exploded on the ring road. Nine men lost their lives."
    segments = (Segment("paragraph", 0, len(text)),)
    for title, claimant in (
        ("Statement by the Rural Police, Alma", "rural_police"),
        ("Police press line, 7 a.m.", "police"),
        ("Blast on the ring road", ""),
    ):
        passage = Passage(Document("invented", text, text, segments, "", title))
        start = text.index("Nine men")
        answer = WhoSays(passage, CLAIMANTS).of(passage.sentences[1], start, start + 8)
        assert answer.claimant == claimant


CLAIMANT_CASES = {
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
    "reported by, of a list": (
        "Deaths reported by hospitals in the north, by day:\n\n- 8 July: [[9 killed]], 2 injured\n\n"
        "- 9 July: 3 killed",
        "hospitals",
    ),
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
    "a side in brackets": ("Casualties in the battle then were [[nine men]] (government).", ""),
    "officials of a place": (
        "On Monday Gedo officials denied that [[nine men]] fled.",
        "gedo_officials",
    ),
    "a seat before the name": (
        "According to the Harare-based Northern Media Watch, [[nine men]] died.",
        "northern_media_watch",
    ),
    "general command": ("[[Nine men]] fell, the General Command said.", "general_command"),
    "the accused is nobody": ("Men under the accused drove out [[nine men]].", ""),
    "a victim found by somebody": ("One was found by a miller and [[nine men]] died.", ""),
    "interview": (
        "Q: How did it begin?\n\nA: We drove off. [[Nine men]] were shot.\n\nQ: And then?\n\nA: Dark.",
        "interviewee",
    ),
    "labels of speakers": (
        "Interviewer: How many?\n\nNurse: The radio said five. [[Nine men]] died.\n\n"
        "Interviewer: And now?\n\nNurse: We wait.",
        "nurse",
    ),
    "places are no labels": (
        "ALMA: Police said two died.\n\nORAN: [[Nine men]] drowned.\n\nTUNIS: Who knows?",
        "",
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
    "the dead do not speak": (
        "Police chief Karam Nader spoke. A clerk was killed. He said [[nine men]] died.",
        "unattributed",
    ),
    "a denial ends the report": (
        "Belgrade denied any raid on the mill. The mill lost [[nine men]].",
        "",
    ),
    "owned by the radio": (
        "[[NINE MEN]] DIED IN THE RAID, THE GOVERNMENT-OWNED RADIO SAID ON MONDAY.",
        "radio",
    ),
    "it of a radio": (
        "THE RADIO SAID A MILL BURNED. TROOPS HAD SHOT [[NINE MEN]], IT ADDED.",
        "radio",
    ),
    "the source again": (
        "An intelligence source said two cars burned. [[Nine men]] fled, the source added.",
        "intelligence_source",
    ),
    "a boast": ("The garrison fell. The enemy's boast of [[nine dead]] came late.", "enemy"),
    "an allegation": (
        "Regarding the allegation made by Belgrade that [[nine men]] died, we know nothing.",
        "belgrade",
    ),
    "put by, and no further": (
        "The Tribunal finds as follows. Post 7 was taken by a band put by the survivors at ninety. "
        "[[Nine men]] fell.",
        "tribunal",
    ),
    "website of a body": ("The Flood Centre's website says [[nine men]] died.", "flood_centre"),
    "I speak myself": ("Union leaders said two fled. I saw [[nine men]] fall.", ""),
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
    "estimated to number": ("The troops met the rebels, estimated to number [[900]].", ""),
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
    "according to a declaration": (
        "ACCORDING TO MARLOWE'S DECLARATION, TROOPS HELD [[NINE MEN]].",
        "marlowe",
    ),
    "a raid does not speak": ("The raid gave the army [[nine prisoners]].", ""),
    "shelling does not speak": ("Shelling reported overnight killed [[nine men]].", ""),
    "floods said to be bad": ("Rain killed [[nine]], floods said to be the worst in years.", ""),
    "according to custom": ("According to custom, the [[nine dead]] were buried at dawn.", ""),
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
        "residents",
    ),
    "state media at home": (
        "Syrian troops met an ambush. State television said [[nine men]] were killed.",
        "sana",
    ),
    "state media elsewhere": ("State television said [[nine men]] were killed.", "state_media"),
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
    "another day ends it": (
        "SANA reported that a bus was attacked. On 4 May, [[nine men]] were killed in Homs.",
        "",
    ),
    "another paragraph ends it": (
        "SANA reported that a bus was attacked.\n\n[[Nine men]] were killed in the attack.",
        "",
    ),
    "own voice": ("[[Nine men]] were killed when a mine exploded.", ""),
    "own voice before": ("[[Nine men]] died as the army said that calm had returned.", ""),
    "each its own, first": (
        "SANA said [[six soldiers]] were killed, while activists put the dead at 12.",
        "sana",
    ),
    "each its own, second": (
        "SANA said six soldiers were killed, while activists put the dead at [[12]].",
        "activists",
    ),
    "reportedly": ("[[Nine men]] were reportedly killed near the dam.", "unattributed"),
    "said to have": ("[[Nine men]] were said to have died there.", "unattributed"),
    "it was reported": ("It was later reported that [[nine men]] had died.", "unattributed"),
    "hedge inside a report": (
        "The Observatory said that in Syria [[nine men]] were reportedly killed.",
        "sohr",
    ),
    "hedge in one clause only": (
        "[[Nine men]] deserted, and their colonel was reportedly among them.",
        "",
    ),
    "adjective": ("One of the first reported clashes left [[nine men]] dead.", ""),
    "it was confirmed": ("It was confirmed that [[nine men]] had died.", ""),
    "negated": ("The army did not say whether [[nine men]] had died.", ""),
    "addressee": ("Residents told reporters that [[nine men]] had died.", "residents"),
    "capitals": ("POLICE SAID [[NINE MEN]] WERE KILLED IN QUILPUE.", "police"),
    "capitals, title": (
        "NAVY SPOKESMAN CAPTAIN LUIS MORENO DIAZ SAID [[NINE MEN]] WERE KILLED.",
        "luis_diaz",
    ),
    "capitals, surname": (
        "GENERAL PEDRO SALAS SPOKE TODAY.\n\n[[NINE MEN]] WERE KILLED, SALAS NOTED.",
        "pedro_salas",
    ),
    "capitals, dateline": (
        "LA PAZ, 3 JUN 88 (EFE) -- [TEXT] [[NINE MINERS]] WERE KILLED IN ORURO.",
        "",
    ),
    "capitals, who": ("THE MAN WHO SHOUTED LEFT [[NINE DEAD]] BEHIND.", ""),
    "press release": ("ISAF confirmed that [[nine insurgents]] were killed in Zabul.", "isaf"),
    "release of a monitor": (
        "The Orontes Archive for Rights has documented nine deaths in Hama. All were civilians."
        "\n\nIn Idlib, [[two women]] were killed.",
        "orontes_archive_for_rights",
    ),
    "headline, speaker last": ("Blast at bus park, at least [[nine dead]] - police", "police"),
    "headline, speaker first": ("White Helmets: [[nine dead]] in Kafr Zita", "white_helmets"),
    "lives claimed": ("Violence has claimed [[nine lives]] in the hills.", ""),
    "owner by name": (
        '"[[Nine of ours]] died there," said the owner, Karam Nader, of the old mill.',
        "karam_nader",
    ),
    "victim in a clause is no claimant": (
        "Karam Nader, who replaced the murdered Samir Haddad, warned that [[nine]] had died.",
        "karam_nader",
    ),
    "capitals, relative clause": (
        "MORENO, WHOSE PARTY IS BACKED BY THE ARMY, SAID THAT [[NINE]] HAD DIED.",
        "moreno",
    ),
    "time is no speaker": ("A note left a few hours ago denying it cost [[nine lives]].", ""),
    "victim is no claimant": (
        "The committee mourned [[its driver]], Samir Haddad, who was shot on Monday.",
        "",
    ),
}


@pytest.mark.parametrize("case", CLAIMANT_CASES)
def test_claimant(case: str) -> None:
    text, claimant = CLAIMANT_CASES[case]
    assert ask(text).claimant == claimant


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


def test_answer_shows_its_words() -> None:
    text = "Witnesses told Reuters that [[nine men]] died."
    answer = ask(text)
    assert answer.claimant_name == "Witnesses"
    assert answer.via_name == "Reuters"
    assert answer.because is not None
    assert text[answer.because.start : answer.because.end] == "Witnesses told Reuters"


_SOUP = (
    'said told "activists" according to reportedly SANA , . : “ ” ( ) he they the report denied '
    "that nine men Haddad Samir \n\n could not be verified by citing Reuters AFP - was confirmed"
)
_WORDS = st.sampled_from(_SOUP.split(" "))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_any_text_keeps_offsets_inside(text: str) -> None:
    passage = Passage(document(text))
    who = WhoSays(passage, CLAIMANTS)
    for sentence in passage.sentences:
        for offset in range(sentence.start, sentence.end, 7):
            answer = who.of(sentence, offset, min(offset + 3, sentence.end))
            assert answer.verification in ("reported", "unverified", "confirmed", "denied")
            for because in (answer.because, answer.verification_because):
                if because is not None:
                    assert 0 <= because.start <= because.end <= len(text)
            assert answer.claimant_name in text
            assert answer.via_name in text


@pytest.mark.parametrize(
    "unit",
    [
        'Activists, he said, "nine men died" and ',
        "According to SANA, nine died. ",
        '"nine died\n\n',
        "said Haddad, ",
        "reportedly nine ",
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(copies: int) -> float:
        passage = Passage(document(unit * copies))
        who = WhoSays(passage, CLAIMANTS)
        begun = time.perf_counter()
        for sentence in passage.sentences:
            for offset in range(sentence.start, sentence.end, 20):
                who.of(sentence, offset, offset + 1)
        return time.perf_counter() - begun

    seconds(20)
    small, large = seconds(100), seconds(800)
    assert large < 8 * 4 * small + 0.2
