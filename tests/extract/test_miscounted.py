"""What looks like victims or booty and is none, in sentences written for the purpose."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

CASES = {
    "a speaker by name": (
        "A rebel spokesman, Omar Dahl, claimed nine soldiers had been killed and six captured.",
        [("nine soldiers", "killed"), ("six", "captured")],
    ),
    "who is told of himself": (
        "The mayor, Omar Dahl, was wounded when rebels shelled the mill.",
        [("The mayor", "wounded")],
    ),
    "sites": (
        "Troops killed two rebels. There are 12 detention sites and 60 detention orders.",
        [("two rebels", "killed")],
    ),
    "a garrison town": (
        "Rebels captured a garrison town after killing 20 soldiers.",
        [("20 soldiers", "killed")],
    ),
    "institutions of prisoners": (
        "Troops detained 40 villagers, five Karen prisoners' unions said.",
        [("40 villagers", "arrested")],
    ),
    "hamlets": (
        "Soldiers killed at least 21 men in Silo and two neighboring hamlets.",
        [("at least 21 men", "killed")],
    ),
    "a headman": (
        "Gunmen kidnapped the chief of Silo village and his two sons.",
        [("the chief of Silo village", "abducted"), ("his two sons", "abducted")],
    ),
    "wounds of one": (
        "The baker was shot dead by rebels; he had five bullet wounds.",
        [("The baker", "killed")],
    ),
    "no bodies": (
        "At least four rebels were believed killed although no bodies were found.",
        [("At least four rebels", "killed")],
    ),
    "an hour": (
        "Rebels killed 30 people; her son is among the dead, said Ana, who came at 6 in the "
        "morning.",
        [("30 people", "killed"), ("her son", "killed")],
    ),
    "ages": (
        "Twelve bodies of villagers shot by rebels were found. Ages put at 20 to 40.",
        [("Twelve bodies", "killed")],
    ),
    "the dead of a side": (
        "The governor put the rebel dead in the fighting at 300 or more.",
        [("300 or more", "killed")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_counted(case: str) -> None:
    text, expected = CASES[case]
    claims = extract_document(document_from_text("own", text), rules_alone()).claims
    counted = [claim for claim in claims if claim.claim_type != "occurred"]
    found = [(text[claim.start : claim.end], claim.claim_type) for claim in counted]
    assert [claim_type for _, claim_type in found] == [claim_type for _, claim_type in expected]
    for (words, _), (wanted, _) in zip(found, expected, strict=True):
        assert words.startswith(wanted) or wanted.startswith(words)
