"""Answers on when: the words that they name, and valid days of any text."""

from datetime import date

from date_question import ask, document
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.passage import Passage
from pipeline.extract.when import When


def test_the_answer_names_its_words_and_rule() -> None:
    text = "Ten died on 3 May 2011."
    because = ask(text, "Ten").because
    assert because is not None
    assert (text[because.start : because.end], because.rule) == ("3 May 2011", "date.day")


_WORDS = st.sampled_from(
    [
        "On",
        "in",
        "since",
        "until",
        "between",
        "and",
        "the",
        "3",
        "31",
        "29",
        "2012",
        "1",
        "9999",
        "0001",
        "May",
        "MARCH",
        "Feb.",
        "12",
        "years",
        "ago",
        "two",
        "days",
        "later",
        "Friday",
        "yesterday",
        "killed",
        "said",
        "(AFP)",
        "--",
        "LIMA,",
        "(",
        ")",
        ".",
        ",",
        "==",
        "\n",
        "early",
        "last",
        "month",
        "the",
        "same",
        "day",
        "overnight",
        "previous",
        "900",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=50).map(" ".join)),
    st.sampled_from(["", "2012-03", "2012-03-31", "0001-01-01", "9999-12-31", "2012-13-41", "x"]),
    st.sampled_from(["killed", "incidents"]),
)
def test_any_text_gets_valid_days(text: str, published_on: str, claim_type: str) -> None:
    passage = Passage(document(text, published_on))
    when = When(passage)
    for sentence in passage.sentences:
        middle = (sentence.start + sentence.end) // 2
        answer = when.of(sentence, sentence.start, middle, claim_type)
        assert bool(answer.date_start) == bool(answer.date_end) == (answer.precision != "unknown")
        if answer.date_start:
            assert date.fromisoformat(answer.date_start) <= date.fromisoformat(answer.date_end)
        if answer.because:
            assert 0 <= answer.because.start <= answer.because.end <= len(text)
