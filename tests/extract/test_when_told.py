"""Days of the telling against days of the deed, on invented texts."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

# Text, day of publication, title → first day of each counted claim.
TOLD = {
    "a dateline in small letters": (
        "Keren, 1 May 2016 – The mission recorded 64 people killed and 91 injured in "
        "shootings last month.",
        ("2016-05-01", ""),
        ["2016-04-01", "2016-04-01"],
    ),
    "a date over entries": (
        "8 May\n- A mine near Dara killed four men.\n\n11 May\n- Gunmen abducted ten workers.",
        ("", "Timeline of the war, May 2006"),
        ["2006-05-08", "2006-05-11"],
    ),
    "the toll of a year": (
        "Gunmen shot nine people dead, police said Tuesday, raising this year's toll to 1,206."
        "\n\nIn Dara, troops killed two rebels.",
        ("2016-05-10", ""),
        ["2016-05-10", "2016-01-01", ""],
    ),
    "a day ahead, with its attack": (
        "MAPU (UPI) -- Rebels derailed a train, killing 31 people, the agency reported Tuesday. At "
        "least 60 others were injured.\n\nThe agency said the attack Saturday evening was theirs.",
        ("2016-05-10", ""),
        ["2016-05-07", "2016-05-07"],
    ),
    "also on a weekday": (
        "DARA (AP) - Relatives say gunmen drove into town on April 14 and took 23 people.\n\nAlso "
        "Tuesday, marines clashed with a gang. Three gunmen were killed, the navy said.",
        ("2016-05-10", ""),
        ["2016-04-14", "2016-05-10"],
    ),
    "a month compared with": (
        "The group claimed 14 attacks in April, up from five in March, and burned 43 trucks.",
        ("2016-05-10", ""),
        ["2016-04-01", "2016-03-01", "2016-04-01"],
    ),
    "the month of a report": (
        "A strike hit the street on 18 January 2015. In its report of August 2015 the Coalition "
        "accepted that five civilians were killed.",
        ("2016-05-10", ""),
        ["2015-01-18"],
    ),
    "a toll revised later": (
        "The camp fell on 2 July 1995. The ministry announced the loss of 41 soldiers, revising "
        "this on 4 July to 96. The rebels named 58 fighters killed.",
        ("", ""),
        ["1995-07-02"] * 3,
    ),
    "a span without a date": (
        "A bomb killed six police on Monday.\n\nMore than 400 police had been killed in 14 months.",
        ("2016-05-10", ""),
        ["2016-05-09", ""],
    ),
    "who wrote when": (
        "Rebels overran a post at Kala on June 3. The army conceded seven dead (ISPR, June 6).",
        ("2016-06-20", ""),
        ["2016-06-03", "2016-06-03"],
    ),
    "a weekend": (
        "COLOMBO (Reuters) - Both sides gave different tolls Monday from a weekend of fighting.\n\n"
        "The ministry said 24 rebels were killed when commandos moved on camps.",
        ("2016-05-09", ""),
        ["2016-05-07"],
    ),
    "a page on history": (
        "The tank battle of Chak began on 10 September 1965. India lost 45 tanks.\n\nCasualties "
        "and losses\nIndia: 211 killed",
        ("2011-01-20", "Battle of Chak (1965)"),
        ["1965-09-10", "1965-09-10"],
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_days_of_the_deed(case: str) -> None:
    text, (published_on, title), wanted = TOLD[case]
    found = extract_document(document_from_text("t", text, published_on, title), rules_alone())
    counted = [claim for claim in found.claims if claim.claim_type != "occurred"]
    assert [str(claim.date_start or "") for claim in counted] == wanted
