"""Answers on who says a figure: the title, the words shown, any text, the time taken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speaker_question import CLAIMANTS, ask, document
from steps import steps

from pipeline.extract import extract_document, load_reference
from pipeline.extract.passage import Passage
from pipeline.extract.who_says import WhoSays
from pipeline.sources.document import Document, Segment
from pipeline.sources.reader import document_from_text


def test_a_statement_is_said_by_the_body_in_its_title() -> None:
    text = "At noon a mine exploded on the ring road. Nine men lost their lives."
    segments = (Segment("paragraph", 0, len(text)),)
    for title, claimant in (
        ("Statement by the Rural Police, Alma", "rural_police"),
        ("Police press line, 7 a.m.", "police"),
        ("Blast on the ring road", ""),
    ):
        passage = Passage(Document("invented", text, text, segments, "", title))
        start = text.index("Nine men")
        answer = WhoSays(passage, CLAIMANTS).of(passage.sentences[1], start, start + 8)
        assert answer.claimant == claimant


def test_answer_shows_its_words() -> None:
    text = "Witnesses told Reuters that [[nine men]] died."
    answer = ask(text)
    assert answer.claimant_name == "Witnesses"
    assert answer.via_name == "Reuters"
    assert answer.because is not None
    assert text[answer.because.start : answer.because.end] == "Witnesses told Reuters"


_SOUP = (
    'said told "activists" according to reportedly SANA , . : “ ” ( ) he they the report denied '
    "that nine men Haddad Samir \n\n could not be verified by citing Reuters AFP - was confirmed"
)
_WORDS = st.sampled_from(_SOUP.split(" "))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_any_text_keeps_offsets_inside(text: str) -> None:
    passage = Passage(document(text))
    who = WhoSays(passage, CLAIMANTS)
    for sentence in passage.sentences:
        for offset in range(sentence.start, sentence.end, 7):
            answer = who.of(sentence, offset, min(offset + 3, sentence.end))
            assert answer.verification in ("reported", "unverified", "confirmed", "denied")
            for because in (answer.because, answer.verification_because):
                if because is not None:
                    assert 0 <= because.start <= because.end <= len(text)
            assert answer.claimant_name in text
            assert answer.via_name in text


@pytest.mark.parametrize(
    "unit",
    [
        'Activists, he said, "nine men died" and ',
        "According to SANA, nine died. ",
        '"nine died\n\n',
        "said Haddad, ",
        "reportedly nine ",
    ],
)
def test_work_grows_with_length_only(unit: str) -> None:
    def asked(copies: int) -> int:
        passage = Passage(document(unit * copies))
        who = WhoSays(passage, CLAIMANTS)

        def ask() -> None:
            for sentence in passage.sentences:
                for offset in range(sentence.start, sentence.end, 20):
                    who.of(sentence, offset, offset + 1)

        return steps(ask)

    assert asked(200) < 8 * asked(50)


@pytest.mark.parametrize("unit", ['"Nine men died," Haddad said, ', "police said nine died, "])
def test_many_voices_of_one_sentence_are_looked_up_and_not_tried_one_by_one(unit: str) -> None:
    def asked(copies: int) -> int:
        passage = Passage(document(unit * copies))
        who, sentence = WhoSays(passage, CLAIMANTS), passage.sentences[0]
        who.of(sentence, sentence.start, sentence.start + 1)  # reads the voices, once
        places = range(sentence.start, sentence.end, len(unit))
        return steps(lambda: [who.of(sentence, place, place + 1) for place in places])

    assert asked(400) < 4.6 * asked(100)


@pytest.mark.parametrize(
    ("title", "text", "claimant"),
    [
        (
            "Defence Ministry report on the fighting (3 May)",
            "Troops drove rebels from a mill. Nine rebels were killed.",
            "defence_ministry",
        ),
        (
            "",
            "The Orchard Network for Records (ONR) released its monthly report on Monday. Rebels "
            "killed nine millers in May.",
            "orchard_network_for_records",
        ),
        (
            "",
            "Troops killed nine rebels near a mill on Monday.\n\n(Orchard Joint Command release.)",
            "orchard_joint_command",
        ),
        ("Press briefing on the fighting", "Troops killed nine rebels near a mill.", ""),
    ],
)
def test_who_issues_a_paper(title: str, text: str, claimant: str) -> None:
    document = document_from_text("own", text, "2020-05-04", title)
    claims = extract_document(document, load_reference()).claims
    assert {claim.claimant for claim in claims if claim.count_low == 9} == {claimant}
