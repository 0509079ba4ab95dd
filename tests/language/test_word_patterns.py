from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.word_patterns import any_of, lowered


def test_the_longest_word_is_found_and_a_starred_one_must_end():
    pattern = any_of(["kill", "killing", "bomb*"])
    assert pattern.findall("killings, bombs, a bomb, overkill") == ["killing", "bomb"]


def test_a_phrase_is_found_beside_another_form_of_it():
    pattern = any_of(["hand over*", "hands over*", "handed over*"])
    assert pattern.findall("they hand over, he hands over") == ["hand over", "hands over"]


def test_a_blank_stands_for_any_blanks_and_an_apostrophe_for_either():
    assert any_of(["found dead*", "one's own*"]).findall("found\n dead, one’s own") == [
        "found\n dead",
        "one’s own",
    ]


@given(st.text())
def test_lower_case_keeps_every_offset(text):
    assert len(lowered(text)) == len(text)


@given(
    st.lists(st.text("abc ", min_size=1).filter(lambda word: word == word.strip()), min_size=1),
    st.text("abc "),
)
def test_it_finds_what_trying_word_by_word_finds(words, text):
    starts = [k for k in range(len(text)) if not k or text[k - 1] == " "]
    expected = any(text.startswith(word, k) for k in starts for word in words)
    assert bool(any_of(words).search(text)) == expected
