"""Who speaks behind a description, by a paper, a count or from hearsay, on invented sentences."""

import pytest
from speaker_question import ask

SPEAKERS = {
    "reached by radio": (
        "Aid workers reached by radio said [[more than 40 people]] had died.",
        "aid_workers",
    ),
    "posted abroad": (
        "Dutch marines, posted around the port, reported shooting dead [[four gunmen]].",
        "dutch_marines",
    ),
    "behind a second clause": (
        "The monitor, which met survivors, counted 39 dead, and the bishop's office in its only "
        "letter said that [[20 men]] were killed.",
        "bishop",
    ),
    "a paper of somebody": (
        "The governor's end-of-year report gave losses as [[317 killed]].",
        "governor",
    ),
    "a paper read aloud": (
        "The council's first communiqué, read on the radio at 13:00, gave [[58 dead]].",
        "council",
    ),
    "figures of a ministry": (
        "Health ministry figures show that [[nine people]] were killed.",
        "health_ministry",
    ),
    "two speak together": (
        "[[Nine people]] were killed, a resistance leader and independent media said on Thursday.",
        "resistance_leader",
    ),
    "a page run from elsewhere": (
        "A Facebook page run from Tabqa put the toll at [[16 dead]].",
        "facebook_page",
    ),
    "by their count": (
        "The raiders killed [[nine villagers]] by the survivors' reckoning.",
        "survivors",
    ),
    "by its own account": ("By the army's own account, [[17 rebels]] were killed.", "army"),
    "boasts": ("The militia boasts of [[30 soldiers]] killed.", "militia"),
    "talks": ("Networks close to the old guard talk of [[thousands]] killed.", "networks"),
    "arrives at": (
        "The historian Pekka Rautio, working from parish registers, arrived at [[352 dead]].",
        "pekka_rautio",
    ),
    "has indicated": (
        "[[Nine people]] were killed, a senate commission has indicated.",
        "senate_commission",
    ),
    "learned from": (
        "[[Nine men]] were wounded, the press centre learned from the Secretariat of the Interior.",
        "secretariat_of_the_interior",
    ),
    "it was learned": ("[[Nine people]] were killed, it was learned.", "unattributed"),
    "eyewitnesses": ("Reporters taken to the plain saw [[60 bodies]].", "reporters"),
    "an office and its holder": (
        "The Police Public Relations Officer, SP Yusuf Dosara, said that [[nine people]] died.",
        "yusuf_dosara",
    ),
    "thrown in": ("The toll, said the governor, had reached [[nine dead]].", "governor"),
    "they are the subject": (
        "Field commanders, who tend to be careful, told envoys that they had counted "
        "[[about 90 bodies]].",
        "field_commanders",
    ),
    "in capitals": (
        "A PRIEST WHO REACHED THE TOWN GAVE A DIFFERENT VERSION. HE SAID SOLDIERS SHOT "
        "[[FIVE PEASANTS]] DEAD.",
        "priest",
    ),
    "the ministry is it": (
        "The defence ministry said nine rebels were killed. Later it added that [[two soldiers]] "
        "had died.",
        "defence_ministry",
    ),
    "of a state agency": (
        "MOSCOW, March 12. /TASS/. [[Nine men]] were killed, the Defense Ministry said.",
        "russian_defence_ministry",
    ),
    "in an entry of a list": ("Police colonel Omar Diaz: [[22 dead]].", "omar_diaz"),
    "a name in brackets": ("Dhendo, 14 May 2000 – [[38 dead]] (UN).", "un"),
    "a paper that names the dead": (
        "Raqqa Post named [[ten members]] of the family as dead.",
        "raqqa_post",
    ),
    "claiming behind another verb": (
        "Rights activist Omar Diaz questioned the account, claiming that [[two girls]] were killed.",
        "omar_diaz",
    ),
    "quoted by a foreign paper": (
        "Nurses in the town, quoted by a French-language daily, spoke of [[over 180 dead]].",
        "nurses",
    ),
    "that autumn": (
        "Amnesty International that November wrote of [[200 people]] killed.",
        "amnesty",
    ),
    "reports received": (
        "The mission received credible reports that [[nine men]] were put to death.",
        "mission",
    ),
}
# What stands there speaks of nobody, or of somebody else.
OTHERS = {
    "arrived at an hour": "Soldiers arrived at nine and killed [[four villagers]].",
    "talked of peace": "The rebels talked of peace while soldiers killed [[four villagers]].",
    "gathered in a square": "Militants gathered in the square and killed [[four villagers]].",
    "rejected a defeat": "The war, which the rebels rejected, has killed [[20,000 people]].",
    "established a post": "Troops established a post and killed [[four gunmen]].",
    "put to death": "The militia had put to death [[several dozen policemen]].",
    "on account of": "On account of the raid, [[nine villagers]] were killed.",
    "in passing of another part": (
        "Gunmen stormed the post and killed [[16 guards]]; nine more were led off and, according "
        "to their commander, freed on the Sunday."
    ),
    "a count answers for itself": (
        "The men, fifty by the survivors' count, came by night. [[Fifteen girls]] were carried off."
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_speaker(case: str) -> None:
    text, claimant = SPEAKERS[case]
    assert ask(text).claimant == claimant


@pytest.mark.parametrize("case", OTHERS)
def test_nobody_speaks(case: str) -> None:
    assert ask(OTHERS[case]).claimant == ""
