"""When things happened by anniversaries, papers, live entries and other turns of telling."""

import pytest

from pipeline.extract import extract_document, load_reference
from pipeline.sources.reader import document_from_text

REFERENCE = load_reference()

# Text, day of publication, the first day of each counted claim.
CASES = {
    "an anniversary": (
        "Twenty-five years ago tonight gunmen killed nine villagers. The official toll was 98.",
        "2022-08-28",
        ["1997-08-28", "1997-08-28"],
    ),
    "years to the day": (
        "Children laid wreaths on Saturday, thirty years to the day since the battle.\n\n"
        "The front's communique spoke of 742 fighters killed.",
        "2018-03-18",
        ["1988-03-17"],
    ),
    "the second Sunday": (
        "Gunmen killed nine people on the second Sunday of June.",
        "2023-11-24",
        ["2023-06-11"],
    ),
    "the last Friday": (
        "Gunmen killed nine people on the last Friday of March 2019.",
        "2023-11-24",
        ["2019-03-29"],
    ),
    "since midnight": (
        "Nine people have been killed since midnight.",
        "2014-07-22",
        ["2014-07-22"],
    ),
    "month first where the day would lie ahead": (
        "11/02/2012: A bomb killed nine people.",
        "2012-11-30",
        ["2012-11-02"],
    ),
    "day first": ("13/02/2012: A bomb killed nine people.", "2012-11-30", ["2012-02-13"]),
    "the nearer of two dates": (
        "Rebels shelled the city Tuesday, and aid workers said more than 40 people had died "
        "since Sunday.",
        "1993-08-17",
        ["1993-08-15"],
    ),
    "the evening before": (
        "On 7 March gunmen killed nine men. The evening before they had killed four guards.",
        "2025-04-15",
        ["2025-03-07", "2025-03-06"],
    ),
    "since the middle of a month": (
        "Four armoured vehicles had been destroyed since mid-May.",
        "1987-06-09",
        ["1987-05-15"],
    ),
    "when a monitor asked": (
        "Soldiers killed 83 civilians on 9 February 2024.\n\nBetween 12 and 29 February, the "
        "monitor interviewed 21 people.\n\nWitnesses said that soldiers took four herders away.",
        "2024-03-07",
        ["2024-02-09", "2024-02-09"],
    ),
    "papers of a later year": (
        "On 3 May 1950 the rebels attacked. Staff papers that came to light in 1994 say that 31 "
        "soldiers were killed.",
        "",
        ["1950-05-03"],
    ),
    "a look back": (
        "On Saturday commandos shot 21 gunmen dead. Some policemen had been sent out on Thursday "
        "night.\n\nThe police seized five rifles.",
        "2019-02-24",
        ["2019-02-23", "2019-02-21", "2019-02-23"],
    ),
    "a wedding to come": (
        "Bandits stormed the town on Sunday. A bride, whose wedding had been fixed for Friday, was "
        "abducted.",
        "2022-04-12",
        ["2022-04-10"],
    ),
    "the lead leaves its day to the next paragraph": (
        "At least 23 people have been killed by bandits in two villages.\n\nThe bandits stormed "
        "the villages on Sunday.",
        "2022-04-12",
        ["2022-04-10"],
    ),
    "a figure revised later": (
        "On 3 May the army said it had killed three rebels. A fortnight later it amended this to "
        "one dead.\n\nNine villagers were wounded.",
        "2024-06-15",
        None,
    ),
    "under a heading of casualties": (
        "On the morning of 11 February 2000, a column entered the village.\n\n== Death toll ==\n\n"
        "The monitor documented at least 39 killings.",
        "2018-11-30",
        ["2000-02-11"],
    ),
    "a war as a whole": (
        "Gunmen killed nine people on 2 May. The war as a whole cost 150,000 lives.",
        "2014-06-01",
        ["2014-05-02", ""],
    ),
    "a force as it is now": (
        "Gunmen killed nine people on 2 May. Moscow has about 3,000 troops there.",
        "2014-06-01",
        ["2014-05-02", "2014-06-01"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_first_days(case: str) -> None:
    text, published, days = CASES[case]
    document = document_from_text("x", text, published, "")
    claims = [c for c in extract_document(document, REFERENCE).claims if c.claim_type != "occurred"]
    found = [str(claim.date_start or "") for claim in claims]
    if days is None:
        assert "2024-05-17" not in found
    else:
        assert found == days
