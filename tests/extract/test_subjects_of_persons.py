"""Who a person told by name is: by the description, the title or the group named with it."""

import pytest
from test_extractor import claims, one


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("Pablo Nuri, leader of the rebel band, was killed.", "Pablo", "rebels"),
        ("Four rebels, including Pablo Nuri, were killed.", "Pablo", "rebels"),
        (
            'Four rebels, including Pablo Nuri, leader of the so-called "Lions of the Ford", were killed.',
            "Pablo",
            "rebels",
        ),
        ("Six members of a rebel group were killed.", "Six", "rebels"),
        ("Six members of a police patrol were killed.", "Six", "police"),
        ("Six members of a wedding party were killed.", "Six", "people"),
        ("Gunmen shot dead a commander in a rebel brigade.", "commander", "rebels"),
        ("Gunmen shot dead a commander in the town.", "commander", "people"),
        ("Pablo Nuri, fruit seller, was shot dead.", "Pablo", "civilians"),
        ("Among the dead gunmen was Pablo Nuri.", "Pablo", "rebels"),
        ("Detectives Pablo Nuri and Ravi Kent were wounded.", "Ravi", "police"),
        ("Two policemen, Pablo Nuri and Ravi Kent, were killed.", "Ravi", "police"),
        ("Mrs. Edna Loft was killed by a mortar shell.", "Edna", "women"),
        ("The head of a tribal council was killed.", "head", "civilians"),
        ("They announced the surrender of 80 soldiers with their leader.", "leader", "soldiers"),
        ("Two of her nieces, minors, were killed.", "Two", "children"),
        ("One, Private Nuri, was killed.", "One", "soldiers"),
        ("Nine villagers died, three of them under age.", "three", "children"),
        ("Nine villagers died, three of them not yet ten years old.", "three", "children"),
        ("Nine villagers died, three of them under 70.", "three", "civilians"),
        ("Nine villagers died, three of them under 12 bombs.", "three", "civilians"),
        ("Four hostages were killed.", "Four", "civilians"),
        ("Nine people died, one of them a nurse.", "nurse", "civilians"),
        ("Pablo Nuri and Rita Lund were killed.", "Rita", "people"),
        ("Pablo Nuri, his daughter, and a guard were killed.", "Pablo", "people"),
    ],
)
def test_who_a_named_person_is(text, words, subject):
    assert one(text, words).subject == subject


def test_persons_of_one_sentence_are_not_one_another():
    found = [said for said, _ in claims("Pablo Nuri, his nephew, and the driver were killed.")]
    assert found == ["Pablo Nuri", "his nephew", "the driver"]
