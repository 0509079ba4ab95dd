"""Places of claims: the nearest that the text gives, carried on only where the story goes on."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from pipeline.extract.passage import Passage
from pipeline.extract.where import PlaceAnswer, Where
from pipeline.reference.gazetteer import load_gazetteer
from pipeline.sources.document import Document, Segment, SegmentKind

GAZETTEER = load_gazetteer()


def document(text: str) -> Document:
    """Cut `text` line by line: "== x ==" is a heading, "- Key: x" a line of an infobox."""
    segments, start = [], 0
    for line in text.split("\n"):
        kind: SegmentKind = "paragraph"
        label = ""
        if line.startswith("=="):
            kind = "heading"
        elif line.startswith("- ") and ":" in line:
            kind, label = "infobox", line[2 : line.index(":")]
        if line.strip():
            segments.append(Segment(kind, start, start + len(line), 0, label))
        start += len(line) + 1
    return Document("test", text, text, tuple(segments))


def ask(text: str, phrase: str) -> PlaceAnswer:
    passage = Passage(document(text))
    start = text.index(phrase)
    sentence = next(each for each in passage.sentences if each.start <= start < each.end)
    return Where(passage, GAZETTEER).of(sentence, start, start + len(phrase))


@pytest.mark.parametrize(
    ("text", "phrase", "place"),
    [
        ("Shells killed four men in the village of Iblin.", "four men", "iblin"),
        ("Four men died at Iblin, in Jabal al-Zawiya, in Idlib.", "Four men", "iblin"),
        ("A mine killed two in the Kafr Nabl area of Idlib province.", "two", "kafr_nabl"),
        ("Two died in Qaqfin, south of Idlib.", "Two", "qaqfin"),
        ("Rebels lost six between the villages of Sarja and Iblin.", "six", "sarja"),
        ("Nine fell in Idlib.", "Nine", "idlib_governorate"),
        ("Nine fell in the city of Idlib.", "Nine", "idlib_city"),
        ("The army stormed the city of Idlib. Five died in Idlib.", "Five", "idlib_city"),
        (
            "Troops held three men in Saraqib, while two tanks burned in Sarmin.",
            "three men",
            "saraqib",
        ),
        (
            "Troops held three men in Saraqib, while two tanks burned in Sarmin.",
            "two tanks",
            "sarmin",
        ),
        ("Police shot two students from Aleppo in Binnish.", "two students", "binnish"),
        ("Taftanaz was hit at dawn. Six people died.", "Six people", "taftanaz"),
        ("A bus burned in Ariha. The blast killed six.", "six", "ariha"),
        (
            "On 3 May one man died in Ariha. On 4 May, two soldiers were killed.",
            "two soldiers",
            "idlib_governorate",
        ),
        (
            "Rebels took Sarmin. In another attack, two guards were hurt.",
            "two guards",
            "idlib_governorate",
        ),
        ("One man died in Sarmin.\nA pilot crashed.\n", "A pilot", ""),
        ("One man died in Sarmin.\n“They shot ten of us.”", "ten of us", "sarmin"),
        ("One man died in Sarmin.\n== June ==\nThe raid killed two.", "two", ""),
        ("The watchdog said of a raid in Sarmin:\nFour were killed.", "Four", "sarmin"),
        (
            "Clashes went on in Sarmin and Idlib province. Ten died in the town.",
            "Ten",
            "sarmin",
        ),
        (
            "The province of Hama was calm. Later, five were shot in the governorate.",
            "five",
            "hama_governorate",
        ),
        ("Two men were abducted. It happened in Darkush.", "Two men", "darkush"),
        ("Thousands of people live in Syria. Six were killed.", "Six", ""),
        ("Twelve of the 90 killed across Syria died in Hama.", "Twelve", "hama_governorate"),
        ("Six soldiers were treated in Turkey. ", "Six soldiers", "turkey"),
        ("An armed man, a driver, was killed.", "An armed man", ""),
        ("- Place: Hama Governorate, Syria\n- Losses: 40 men killed", "40 men", "hama_governorate"),
        (
            "- Place: Hama Governorate\n- Strength: 40 men, * 90 men (Saraqib area)",
            "90 men",
            "saraqib",
        ),
        (
            "- Place: Hama Governorate\n- Strength: 40 men, * 90 men (Saraqib area)",
            "40 men",
            "hama_governorate",
        ),
        ("A medic was shot as he drove to Saraqib.", "A medic", "saraqib"),
        (
            "Gunners shelled the villages of Ruwaiha, Sarja and Iblin.",
            "Sarja",
            "sarja",
        ),
        ("A shell hit the Nour hospital, Saraqib, and killed two.", "two", "saraqib"),
        ("Fighters of the Idlib Martyrs Brigade lost two men.", "two men", ""),
    ],
)
def test_a_claim_lies_where_its_text_puts_it(text: str, phrase: str, place: str) -> None:
    assert ask(text, phrase).place == place


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "A raid in Andrun district, Meshok province, killed six.",
            "six",
            "Andrun district, Meshok province",
        ),
        ("In the village of Tall Basira two died.", "two", "Tall Basira"),
        ("FIVE MEN DIED IN THE TOWN OF SAN ORLEO.", "FIVE MEN", "SAN ORLEO"),
    ],
)
def test_an_unknown_place_keeps_its_name_and_gets_no_id(text: str, phrase: str, name: str) -> None:
    answer = ask(text, phrase)
    assert (answer.place, answer.place_name) == ("", name)


def test_the_answer_says_which_words_gave_it() -> None:
    text = "Six were hurt in Saraqeb."
    because = ask(text, "Six").because
    assert because is not None
    assert text[because.start : because.end] == "Saraqeb"
    assert because.rule == "place.clause"


def test_where_nothing_is_said_nothing_is_answered() -> None:
    assert ask("Six were hurt.", "Six") == PlaceAnswer()


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["in Idlib", "the village", "On 3 May", "Sarmin", "two died", ".", "\n", ",", "“", "of"]
        ),
        max_size=40,
    )
)
def test_any_mixture_is_answered_inside_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    passage = Passage(document(text))
    where = Where(passage, GAZETTEER)
    for sentence in passage.sentences:
        answer = where.of(sentence, sentence.start, sentence.end)
        if answer.because is not None:
            assert 0 <= answer.because.start < answer.because.end <= len(text)


def test_a_very_long_sentence_takes_work_in_step_with_its_length() -> None:
    def asked(times: int) -> int:
        text = "two men died in the town and in Sarmin, near Iblin, " * times
        passage = Passage(document(text))
        where = Where(passage, GAZETTEER)

        def ask() -> None:
            for found in re.finditer("two", text):
                where.of(passage.sentences[0], *found.span())

        return steps(ask)

    assert asked(240) < 8 * asked(60)
