"""Lists of what a side lost; the texts are invented."""

from pipeline.extract import extract_document, load_reference
from pipeline.sources.reader import document_from_text

LINES = "personnel – about 1,250 (+40) persons\n\ntanks – 61 (+2)\n\naircraft – 12 (+0), boats: 9"


def _claims(text: str) -> list[tuple[str, int | None, str, int | None]]:
    document = document_from_text("own", text, "2023-05-04")
    claims = extract_document(document, load_reference()).claims
    return [(one.claim_type, one.count_low, one.subject, one.part_of) for one in claims]


def test_lines_under_losses_count_what_was_lost():
    heading = "Losses of the enemy since 1 March, as of the morning of 4 May:\n\n"
    men, things = _claims(heading + LINES)[:2], _claims(heading + LINES)[2:]
    assert [(claim_type, count, whole) for claim_type, count, _, whole in men] == [
        ("killed_or_wounded", 1250, None),
        ("killed_or_wounded", 40, 0),
    ]
    assert things == [
        ("destroyed", 61, "tanks", None),
        ("destroyed", 2, "tanks", 2),
        ("destroyed", 12, "aircraft", None),
        ("destroyed", 9, "vehicles", None),
    ]


def test_lines_under_another_heading_tell_no_loss():
    assert not [one for one in _claims("On show in the army museum:\n\n" + LINES) if one[1] == 61]
