"""Who is said to have done it, on invented sentences."""

import pytest
from steps import steps

from pipeline.extract import extract_document, load_reference
from pipeline.sources.reader import document_from_text

REFERENCE = load_reference()

DONE_BY = {
    "means of a side": ("In May Houthi mines and snipers claimed 17 lives.", "opposition_forces"),
    "men on motorbikes": (
        "Nine traders were killed when armed men on motorbikes raided a mill.",
        "opposition_forces",
    ),
    "a task force of so many men": (
        "A rebel task force of some 200 men attacked a mill. Nine traders were killed.",
        "opposition_forces",
    ),
    "a column described": (
        "A rebel column of around eighty, including some boys, entered the hamlet. "
        "Nine traders were put to death.",
        "opposition_forces",
    ),
    "a day between": ("Rebels on 4 March captured nine soldiers.", "opposition_forces"),
    "a weekday between": (
        "Syrian army units on Monday destroyed nine cars in Hama.",
        "syrian_government",
    ),
    "an acronym between": (
        "A party of Maoists (MCP) units stormed the post. Nine constables were killed.",
        "opposition_forces",
    ),
    "loyal to one who fell": (
        "In Latakia, gunmen loyal to the ousted president ambushed a convoy. Nine clerks died.",
        "pro_government_militia",
    ),
    "at least so many": (
        "Syrian troops killed at least nine clerks as tanks entered, neighbours said.",
        "syrian_government",
    ),
    "who makes off": (
        "A post was overrun at night; nine policemen were killed and the insurgents made off with "
        "rifles.",
        "opposition_forces",
    ),
    "a war known by its sides": (
        "The FSA left. Regime aircraft bombed the mill; nine traders were killed.",
        "syrian_government",
    ),
    "a missile of a side": (
        "A Russian cruise missile slammed into a mill at Berezanka, killing nine clerks.",
        "russian_forces",
    ),
    "the dead told in the next paragraph": (
        "Russian missiles hit a mill at Berezanka, killing two clerks.\n\n"
        "Among the dead were nine weavers.",
        "russian_forces",
    ),
    "troops of a foreign power": (
        "Russia's navy ministry said its troops had destroyed nine launchers.",
        "russian_forces",
    ),
    "whose aircraft they are thought to be": (
        "Nine weavers were killed in Idlib in raids by warplanes believed to be Russian.",
        "russian_forces",
    ),
    "who tells of the enemy": (
        "The Russian Defence Ministry puts Norlandian losses at nine.",
        "russian_forces",
    ),
    "factions": (
        "Regime warplanes raided Idlib. The factions managed to destroy nine tanks.",
        "opposition_forces",
    ),
    "each clause its own side": (
        "Syrian regime forces killed nine weavers, and two others were killed by unidentified "
        "parties.",
        "syrian_government",
    ),
    "who is answerable": (
        "Syrian regime forces were responsible for the deaths of nine weavers, while Russian "
        "forces killed two.",
        "syrian_government",
    ),
}

NOBODY = {
    "both sides": "Nine traders died in fighting between the two factions, who attacked at dawn.",
    "a coalition from abroad": (
        "Coalition forces conducted strikes against ISIL in Syria. Near Idlib, a strike hit two "
        "ISIL fighting positions. Nine trucks were destroyed."
    ),
    "a camp raided": (
        "Security forces raided a terrorist camp near Dunkeld and seized nine rifles."
    ),
    "bodies found": "Gunmen attacked a mill at Dunkeld. Police found nine bodies in the town.",
    "patients of a hospital": (
        "Armed men attacked a mill at Dunkeld. The hospital received nine wounded people."
    ),
    "a total over years": (
        "Rebels attacked a mill. Since March 2013 more than nine people have been killed there."
    ),
    "what a side lost": (
        "Rebels attacked a mill. The council acknowledged the loss of nine villagers."
    ),
    "own losses of a power": "The Russian Defence Ministry put Russian losses at nine.",
    "a missile shot down": "A Russian missile was destroyed by air defences; nine clerks fled.",
    "what was done to a side": "Ten rebels killed, the guild says. Nine traders drowned in fighting.",
    "a description without an attack": (
        "A rebel column of around eighty, including some boys, rested. Nine traders were killed."
    ),
    "an infantry battalion": "The infantry battalion killed nine villagers.",
}


def _actors(text: str) -> set[str]:
    claims = extract_document(document_from_text("invented", text, "2015-06-01"), REFERENCE).claims
    return {claim.actor for claim in claims if claim.count_low in (9, 17)}


@pytest.mark.parametrize("case", DONE_BY)
def test_actor(case: str) -> None:
    text, actor = DONE_BY[case]
    assert _actors(text) == {actor}


@pytest.mark.parametrize("case", NOBODY)
def test_no_actor(case: str) -> None:
    assert _actors(NOBODY[case]) == {""}


def test_the_sides_of_a_long_sentence_are_looked_over_once_for_all_its_claims():
    def read(copies):
        text = ", ".join(f"police said {3 + k} people were killed" for k in range(copies)) + "."
        document = document_from_text("text", text)
        return steps(lambda: extract_document(document, REFERENCE))

    assert read(120) < 3.5 * read(40)
