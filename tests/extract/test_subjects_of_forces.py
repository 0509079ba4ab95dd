"""Whose men the counted are where the clause, and not their noun, tells: in sentences of our own."""

import pytest
from test_extractor import claims, one

WHO = [
    ("An air strike hit a training camp near the ford. It killed 45 recruits.", "45", "rebels"),
    ("An air strike hit an army training camp. It killed 45 recruits.", "45", "soldiers"),
    ("The mortar killed 45 recruits in the barracks.", "45", "soldiers"),
    ("One member of the front was killed.", "One", "rebels"),
    ("One member of the choir was killed.", "One", "people"),
    ("The party claimed 58 enemy troops dead and conceded 12 martyrs of its own.", "12", "rebels"),
    ("Among the government troops, 517 were killed.", "517", "soldiers"),
    ("Among the farmers, 517 were killed.", "517", "civilians"),
    ("They shelled two brigades at the ford, inflicting roughly 70 casualties.", "70", "soldiers"),
    ("They shelled the market, inflicting roughly 70 casualties.", "70", "people"),
    ("A police patrol came under fire. Two officers were killed.", "Two", "police"),
    ("An army patrol with police came under fire. Two officers were killed.", "Two", "soldiers"),
    ("Two petty officers were killed, the police said.", "Two", "soldiers"),
    ("For our part two comrades fell.", "two", "rebels"),
    ("The student mourned two of his comrades, who were killed.", "two", "people"),
    ("A brigade commander said that five of his men were wounded.", "five", "soldiers"),
    ("The brigade's commander said that five of his men were wounded.", "five", "soldiers"),
    ("The bakery's manager said that five of his men were wounded.", "five", "people"),
    ("The mine killed three sailors. A fourth man lost both legs.", "fourth", "soldiers"),
    ("The mine killed two sailors. A fourth man was killed.", "fourth", "people"),
    ("Three officers from the harbour station were killed.", "Three", "police"),
    ("Nine members of the popular committees were killed.", "Nine", "security_forces"),
    ("A shell killed eleven mothers.", "eleven", "women"),
    ("A baker said that five of his men were wounded.", "five", "people"),
    ("The mine killed a rebel leader and two of his bodyguards.", "two", "rebels"),
    ("The mine killed a governor and two of his bodyguards.", "two", "security_forces"),
    ("Own casualties were four killed, the defence spokesman said.", "four", "soldiers"),
    ("The general staff reported. Friendly forces: nine killed.", "nine", "soldiers"),
    (
        "Our guerrillas struck the column. We counted 52 enemy casualties.",
        "52",
        "soldiers",
    ),
    ("About 600 people marched through the town.", "600", "protesters"),
    ("Two truffle gatherers were killed.", "Two", "civilians"),
    ("Nine Maoist cadres were killed.", "Nine", "rebels"),
    ("An inspector was wounded.", "inspector", "police"),
    ("A nurse with an aid agency was killed.", "nurse", "aid_workers"),
    ("A driver working for the Red Cross was killed.", "driver", "aid_workers"),
    ("A nurse from the health ministry was killed.", "nurse", "civilians"),
]


@pytest.mark.parametrize(("text", "words", "subject"), WHO)
def test_whose_men_are_counted(text, words, subject):
    assert one(text, words).subject == subject


def test_loyalists_are_those_of_the_ousted_only_since_he_was():
    text = "About 15 loyalist gunmen surrounded the mill."
    assert one(text, "15", published_on="2025-01-01").subject == "loyalists"
    assert one(text, "15", published_on="2015-01-01").subject == "rebels"


def test_those_of_us_are_a_force_where_a_soldier_tells_it():
    text = "There were 86 of us in the cellar when it began. "
    assert one(text + "Our sergeant had gone.", "86").subject == "soldiers"
    assert claims(text + "Our teacher had gone.") == []
