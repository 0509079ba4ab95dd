"""Set phrases for what is done to people, in sentences written for the purpose."""

import pytest
from clause_question import read

DONE_TO_THEM = {
    "mown down at the gate": "killed",
    "cut down by machine-gun fire": "killed",
    "burnt to death": "killed",
    "blown to pieces": "killed",
    "blown up by a mine": "killed",
    "torn apart by the blast": "killed",
    "picked off by snipers": "killed",
    "crushed under the rubble": "killed",
    "shot": "killed",
    "shot against a wall of the mill": "killed",
    "shot in the yard": "killed",
    "found murdered": "killed",
    "found in a shallow grave": "killed",
    "found on 9 May in a mass grave": "killed",
    "left dead": "killed",
    "believed to be among the dead": "killed",
    "shot and wounded": "wounded",
    "shot through the hand": "wounded",
    "shot and are now in hospital": "wounded",
    "badly burned": "wounded",
    "knocked out of action": "killed_or_wounded",
    "taken alive": "captured",
    "led into captivity": "captured",
    "hauled in": "arrested",
    "under arrest": "arrested",
    "still in detention": "arrested",
    "behind bars": "arrested",
    "picked up at the station": "arrested",
    "whisked into the bush": "abducted",
    "driven away in a lorry": "abducted",
    "led off": "abducted",
    "marched into the forest": "abducted",
    "forcibly disappeared": "abducted",
    "feared dead": "",
    "shot at from the hill": "",
}


@pytest.mark.parametrize("words", DONE_TO_THEM)
def test_what_is_done_to_people(words):
    claim_type = DONE_TO_THEM[words]
    expected = [("Nine cooks", claim_type, 9, 9)] if claim_type else []
    assert read(f"Nine cooks were {words}.") == expected


DONE_BY_THEM = {
    "gave their lives": "killed",
    "laid down their lives": "killed",
    "met their deaths": "killed",
    "fell victim to the shelling": "killed",
    "did not survive": "killed",
    "never came home": "killed",
    "fell in the battle": "killed",
    "lie in hospital": "wounded",
    "fell into captivity": "captured",
    "remain in custody": "arrested",
    "languish in jail": "arrested",
    "laid down their rifles": "surrendered",
    "raised the white flag": "surrendered",
    "came out with their hands up": "surrendered",
    "joined the rebels": "defected",
    "left the army": "defected",
    "announced their defection": "defected",
    "slipped out through the fence and announced their defection": "defected",
    "slipped out through the fence": "escaped",
    "took to their heels": "escaped",
    "staged a sit-in": "protested",
    "held a rally": "protested",
    "gathered at the ford to demand his release": "protested",
    "fell victim to fraud": "",
    "shot in the air": "",
    "shot at the mill": "",
    "marched into the forest": "",
}


@pytest.mark.parametrize("words", DONE_BY_THEM)
def test_what_people_do(words):
    claim_type = DONE_BY_THEM[words]
    who = "Nine clerks" if claim_type == "protested" else "Nine soldiers"
    types = [found[1] for found in read(f"{who} {words}.") if found[0] == who]
    assert [name for name in types if name != "strength"] == ([claim_type] if claim_type else [])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The list names nine cooks of the inn as dead.",
            [("nine cooks", "killed", 9, 9)],
        ),
        (
            "Two girls who had gone out to gather wood were among the dead.",
            [("Two girls", "killed", 2, 2)],
        ),
        ("Nine farmhands pulled off a cart and shot.", [("Nine farmhands", "killed", 9, 9)]),
        (
            "A major and nine sappers ran off and announced their defection.",
            [("A major", "defected", 1, 1), ("nine sappers", "defected", 9, 9)],
        ),
        ("Six rebels were led off to the hills.", [("Six rebels", "captured", 6, 6)]),
        ("The army destroyed six rebels.", [("six rebels", "killed", 6, 6)]),
        (
            "A drone took out two rebel commanders.",
            [("two rebel commanders", "killed", 2, 2)],
        ),
        (
            "The disappearance of four monks was reported.",
            [("four monks", "abducted", 4, 4)],
        ),
        ("The lynching of two drovers followed.", [("two drovers", "killed", 2, 2)]),
        ("Villagers dug up nine skeletons.", [("nine skeletons", "killed", 9, 9)]),
        ("Six fighters were laid to rest on Friday.", [("Six fighters", "killed", 6, 6)]),
        ("At No. 47, two tailors were shot.", [("two tailors", "killed", 2, 2)]),
        ("Eleven rifles were found in a shallow grave.", [("Eleven rifles", "seized", 11, 11)]),
    ],
)
def test_constructions(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Two films were shot in the yard.",
        "Three ministers joined the opposition.",
        "Nine survivors were picked up by a trawler.",
        "The keeper had taken out a boy of nine alive.",
        "The defence was torn apart by two strikers.",
        "Six villas were destroyed.",
        "He reckons they were shot.",
        "The guards were ordered to shoot nine men.",
        "Nine people turned out to be tourists.",
    ],
)
def test_the_same_words_of_something_else(sentence):
    assert read(sentence) == []
