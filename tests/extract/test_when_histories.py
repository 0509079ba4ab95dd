"""Days of texts on what was long over, of totals, and of what is told later, on invented texts."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

# Text, day of publication, title → first day of each counted claim.
HISTORIES = {
    "a day without a year": (
        "The battle of Dara was fought from 3 to 20 May 1987.\n\nOn 9 May a mine killed four men.",
        ("2014-02-02", "Battle of Dara"),
        ["1987-05-09"],
    ),
    "a year on a line of its own": (
        "1993\n\n6 May - A bomb killed four men.\n\n8 June - Gunmen killed two farmers.",
        ("2015-02-02", "Timeline of the war"),
        ["1993-05-06", "1993-06-08"],
    ),
    "a year in the title": (
        "On 9 May a mine killed four men.",
        ("2014-02-02", "The Dara bombings (1987)"),
        ["1987-05-09"],
    ),
    "a year in the lead": (
        "The rising was part of the revolt of 1948. On 29 March, rebels killed nine policemen.",
        ("2009-02-02", "Dara rising"),
        ["1948-03-29"],
    ),
    "a section without a day": (
        "The raid took place on 3 May 1987.\n\nEvents\nRebels shot eleven farmers.",
        ("2014-02-02", "Dara raid"),
        ["1987-05-03"],
    ),
    "the day at the head of a paragraph": (
        "The siege of Dara began on 3 May 1987.\n\nOn 9 June the rebels stormed the mill. Four "
        "soldiers were killed.",
        ("2014-02-02", "Siege of Dara"),
        ["1987-06-09"],
    ),
    "a day without a month": (
        "The siege lasted from 3 to 20 May 1987.\n\nThe mill fell on the 13th and nine men were "
        "captured.",
        ("2014-02-02", "Siege of Dara"),
        ["1987-05-13"],
    ),
    "news of today": (
        "In May 1987 the hall burned down. Yesterday gunmen killed four men there.",
        ("2014-02-02", ""),
        ["2014-02-01"],
    ),
}
TOTALS = {
    "during the battle": (
        "On 4 May 2014 rebels attacked the hill. On 9 May the army took it. During the six-day "
        "battle, 67 rebels were killed. Four tanks were destroyed.",
        ("", "Battle of Dara"),
        ["2014-05-04", "2014-05-04"],
    ),
    "by the end of the operation": (
        "The siege began on 6 May 2014. On 15 May troops retook the mill.\n\nThe army said 111 "
        "gunmen were killed by the time the operation was declared over on 21 May.",
        ("", "Siege of Dara"),
        ["2014-05-06"],
    ),
    "a release over a week": (
        "On 3 May soldiers killed a man in Dara.\n\nTroops arrested 94 people.",
        ("2016-05-09", "Weekly update, 1 to 7 May 2016"),
        ["2016-05-03", "2016-05-01"],
    ),
    "overall": (
        "On 3 May soldiers killed a man in Dara. Overall, 94 people were arrested.",
        ("2016-05-09", "Weekly update, 1 to 7 May 2016"),
        ["2016-05-03", "2016-05-01"],
    ),
}
TOLD_LATER = {
    "brackets": (
        "On 3 May 2014 gunmen raided a market. Residents said 40 people were killed (so the mayor "
        "read out on 6 May).",
        ("", ""),
        ["2014-05-03"],
    ),
    "burials": (
        "Gunmen raided Dara on Saturday. Nine of the victims were buried on Sunday morning.",
        ("2016-05-09", ""),
        ["2016-05-07"],
    ),
    "visitors": (
        "Gunmen raided Dara on 3 May 2016. Monitors who visited ten days afterwards counted 60 "
        "dead.",
        ("", ""),
        ["2016-05-03"],
    ),
    "a figure carried later": (
        "Gunmen raided Dara on 3 May 1987. Two days later the agency carried a figure of 90 dead.",
        ("", ""),
        ["1987-05-03"],
    ),
    "a month before the telling": (
        "Gunmen killed three people on Sunday.\n\nIn August, nine farmers were killed.",
        ("2021-05-17", ""),
        ["2021-05-16", "2020-08-01"],
    ),
    "yesterday behind a dateline": (
        "Keren, 15 April 2016 – Yesterday the camp came under attack. Four soldiers were killed.",
        ("2016-04-15", ""),
        ["2016-04-14"],
    ),
    "hyphens": ("12-10-2010; Dara. Nine men were killed.", ("2010-11-19", ""), ["2010-10-12"]),
    "weeks afterwards": (
        "On 10 May 1997 troops burned Dara. Three weeks afterwards the rebels killed seven men.",
        ("", ""),
        ["1997-05-31"],
    ),
    "a year of a name": (
        "On 10 May 1997 gunmen killed three conscripts of the 1978 class.",
        ("", ""),
        ["1997-05-10"],
    ),
    "told of in reported speech": (
        "The army came back to Dara today.\n\nResidents said that rebels had come down on Sunday "
        "and fought for hours. Eleven guards died.",
        ("2016-05-12", ""),
        ["2016-05-08"],
    ),
    "missing since": (
        "Gunmen struck Dara on 3 May 2016. They shot dead four men and a nurse missing since April.",
        ("2016-05-10", ""),
        ["2016-05-03", "2016-05-03"],
    ),
    "a figure revised": (
        "Gunmen struck Dara on 3 May 2016. The army gave 2 dead; this was revised on 11 May to 7 "
        "dead.",
        ("2016-05-20", ""),
        ["2016-05-03", "2016-05-03"],
    ),
    "set against a month": (
        "In June 2020, monitors counted 657 attacks, the same level as in May.",
        ("2020-07-20", ""),
        ["2020-06-01"],
    ),
    "who spoke when": (
        "Gunmen struck Dara on Sunday. The mayor, who spoke with our reporter on Monday, said five "
        "of the dead were women.",
        ("2016-05-10", ""),
        ["2016-05-08"],
    ),
}
ALL = HISTORIES | TOTALS | TOLD_LATER


@pytest.mark.parametrize("case", ALL)
def test_days_of_histories(case: str) -> None:
    text, (published_on, title), wanted = ALL[case]
    found = extract_document(document_from_text("t", text, published_on, title), rules_alone())
    counted = [claim for claim in found.claims if claim.claim_type != "occurred"]
    assert [str(claim.date_start or "") for claim in counted] == wanted
