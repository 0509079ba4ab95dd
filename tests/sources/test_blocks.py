"""Pages are parted into article and furniture; the pages here are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources.blocks import cut_segments

BODY = "Rebels took the mill at dawn, the mayor said. Two guards were wounded in the fighting."
MORE = (
    "Later in the week the same unit returned with a dozen men and several lorries, held the "
    "crossroads for an hour, and left towards the river before anybody could stop them."
)


def kinds(text: str, title: str = "") -> list[tuple[str, str]]:
    return [(found.kind, text[found.start : found.end]) for found in cut_segments(text, title)]


def read(text: str) -> str:
    return "\n".join(words for kind, words in kinds(text) if kind != "furniture")


def test_wiki_markup_gives_levels_and_infobox_labels() -> None:
    text = (
        "= The Siege of Orvik =\n\nInfobox\n- Place: Orvik\n- Strength1: 400 archers\n\n"
        f"{BODY}\n\n== Spring ==\n===April 1204===\n{MORE}\n* a bridge fell\n"
    )
    found = cut_segments(text)
    assert [(segment.kind, segment.level, segment.label) for segment in found] == [
        ("title", 0, ""),
        ("furniture", 0, ""),
        ("infobox", 0, "Place"),
        ("infobox", 0, "Strength1"),
        ("paragraph", 0, ""),
        ("heading", 2, ""),
        ("heading", 3, ""),
        ("paragraph", 0, ""),
        ("list_item", 0, ""),
    ]
    assert text[found[3].start : found[3].end] == "400 archers"
    assert text[found[6].start : found[6].end] == "April 1204"


def test_markdown_headings() -> None:
    assert kinds(f"# Night at Orvik\n\n{BODY}\n\n### Aftermath ###\n\n{MORE}") == [
        ("title", "Night at Orvik"),
        ("paragraph", BODY),
        ("heading", "Aftermath"),
        ("paragraph", MORE),
    ]


def test_a_news_page_is_parted_from_its_site() -> None:
    page = [
        ("furniture", "Home"),
        ("furniture", "World"),
        ("furniture", "Sport"),
        ("furniture", "Orvik Desk"),
        ("title", "Nine Millers Killed as Raiders Reach the Orvik Valley"),
        ("furniture", "By Anna Holm"),
        ("furniture", "Published On 4 May 2021"),
        ("furniture", "Photo: A. Holm / Valley Pictures"),
        ("paragraph", BODY),
        ("furniture", "Advertisement"),
        ("heading", "Who were the raiders?"),
        ("paragraph", MORE),
        ("furniture", "Read more"),
        ("furniture", "Twelve Drowned as Ferry Sinks off the Coast"),
        ("paragraph", "“They burned three barns,” said a neighbour."),
        ("furniture", "Share on Facebook"),
        ("furniture", "Related articles"),
        ("furniture", "At Least 40 Arrested in the Capital as Markets Close for..."),
        ("furniture", "Five soldiers died on Monday."),
        ("furniture", "Leave a Reply"),
        ("furniture", "Please enter your comment!"),
        ("furniture", "Save my name in this browser for the next time I comment."),
    ]
    assert kinds("\n\n".join(words for _, words in page)) == page


def test_a_row_of_glued_menu_entries_is_furniture_and_the_title_is_read() -> None:
    title = "Eleven Herders Were Killed Since the Truce at the Northern Ford"
    page = f"HomeTrucesValleyEleven Herders Were Killed Since the Truce...\n\n{title}\n\n{BODY}"
    assert kinds(page) == [
        ("furniture", page.split("\n", maxsplit=1)[0]),
        ("title", title),
        ("paragraph", BODY),
    ]


def test_a_title_that_stands_twice_is_read_once() -> None:
    title = "Three Barns Burn in the Orvik Valley"
    for page in (f"{title}\n{title}\n\n{BODY}", f"{title} - The Gazette\n\n{title}\n\n{BODY}"):
        assert [kind for kind, _ in kinds(page)].count("title") == 1
        assert read(page).count("Three Barns") == 1


def test_a_promotion_glued_to_a_paragraph_takes_only_its_own_words() -> None:
    assert kinds(f"{BODY}\nMore Shorts{MORE}") == [
        ("paragraph", BODY),
        ("furniture", "More Shorts"),
        ("paragraph", MORE),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Two died.",
        "He said: “Read more of the letters that we sent.”",
        "Home guards were killed in the raid near the mill.",
        "Share of the wounded: a third, the clinic said.",
        "Photographs showed four bodies beside the road.",
        "Comments by the mayor angered the relatives of the five dead.",
        "World leaders condemned the killing of nine millers.",
        "The dead were buried, the wounded were taken away, and then...",
        "McKay and MacDonald, both millers, were shot dead",
        "Related charges led to eleven arrests.",
        "Published reports spoke of 30 dead.",
        "five men were taken from the mill on Sunday",
        "3 killed in strike on the mill",
        "Sources said ten men were held (Orvik Radio).",
    ],
)
def test_a_line_of_the_article_is_never_taken_for_furniture(line: str) -> None:
    assert line in read(f"{BODY}\n\n{line}\n\n{MORE}")
    assert line in read(f"{BODY}\n\n{MORE}\n\n{line}")


def test_the_article_goes_on_after_headlines_of_others() -> None:
    assert MORE in read(f"{BODY}\n\nRelated articles\n\nStorm Sinks Six Boats\n\n{MORE}")


def test_leftovers_of_an_infobox_before_the_article() -> None:
    text = f" Duchy of Orvik\n\n3rd Company\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["infobox", "infobox", "paragraph"]


def test_a_dateline_is_a_heading() -> None:
    text = f"2019-04-S-012\nFor Immediate Release\nORVIK, Norland (May 4, 2019)\n{BODY}"
    assert kinds(text) == [
        ("furniture", "2019-04-S-012"),
        ("furniture", "For Immediate Release"),
        ("heading", "ORVIK, Norland (May 4, 2019)"),
        ("paragraph", BODY),
    ]


def wrapped(words: str, width: int, indent: str = "") -> str:
    lines, line = [], indent
    for word in words.split():
        if len(line) + 1 + len(word) > width and line.strip():
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line.strip() else line + word
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("change", [str, str.upper])
def test_a_wrapped_text_has_one_segment_for_each_paragraph(width: int, change: type[str]) -> None:
    paragraphs = [change(words) for words in (BODY + " " + MORE, MORE + " " + MORE, BODY * 3)]
    apart = "\n\n".join(wrapped(words, width) for words in paragraphs)
    indented = "\n".join(wrapped(words, width, "   ") for words in paragraphs)
    for text in (apart, indented, apart.replace("\n", "\r\n")):
        found = [" ".join(words.split()) for kind, words in kinds(text) if kind == "paragraph"]
        assert found == [" ".join(words.split()) for words in paragraphs]


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\u2028", "\n\u200b\n"])
def test_a_text_with_a_paragraph_on_each_line_is_cut_by_line(separator: str) -> None:
    lines = ["The mayor of Orvik spoke at noon.", BODY, "He named two of the dead.", MORE]
    assert [words for _, words in kinds(separator.join(lines))] == lines


def test_tags_and_reference_marks_do_no_harm() -> None:
    text = f"<div class='story'><p>{BODY}[1][2]</p></div>\n<br/>\n<p>{MORE}[3]</p>"
    assert [words for kind, words in kinds(text) if kind == "paragraph"] == [
        f"{BODY}[1][2]",
        f"{MORE}[3]",
    ]


WORDS = st.sampled_from(
    ["Home", "Read more", BODY, MORE, "Two died.", "== May ==", "- Key: 3 men", "...", "12", "",
     "Infobox", "Related articles", "At Least Nine Dead in the Orvik Valley...", "\t", "<p>"]
)  # fmt: skip


@given(st.lists(WORDS | st.text(max_size=40), max_size=14))
def test_segments_stand_in_order_inside_the_text_without_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    end = 0
    for segment in cut_segments(text):
        assert end <= segment.start < segment.end <= len(text)
        assert text[segment.start : segment.end].strip()
        end = segment.end


@given(st.lists(st.text(alphabet="abc DEF.12\n!?", max_size=60), max_size=10))
def test_no_word_is_lost_where_there_is_no_markup(lines: list[str]) -> None:
    text = "\n".join(lines)
    covered = [text[found.start : found.end] for found in cut_segments(text)]
    kept = "".join(covered)
    numbered = sum(line.lstrip()[:1].isdigit() for line in text.splitlines())
    lost = sum(map(str.isalnum, text)) - sum(map(str.isalnum, kept))
    assert lost <= 2 * numbered, "only the numbers of list items may be left out"


def test_a_broadcasters_page_with_captions_and_lists_of_headlines() -> None:
    page = [
        ("title", "Orvik war: ‘Dozens killed’ in raid on mill"),
        ("furniture", "Published"),
        ("heading", "13 January 2020"),
        ("furniture", "Image source, Valley Pictures"),
        ("furniture", "Image caption,"),
        ("furniture", "Neighbours search the ruins"),
        ("paragraph", "Raiders have killed at least 19 people in Orvik, the mayor says."),
        ("furniture", "list of 3 items"),
        ("furniture", "list 1 of 3"),
        ("furniture", "Storm kills nine on the coast"),
        ("furniture", "end of list"),
        ("paragraph", BODY),
        ("furniture", "You may also be interested in:"),
        ("furniture", "The last mill of the valley"),
        ("furniture", "More on this story"),
        ("furniture", "Four drowned in ferry fire"),
    ]
    assert kinds("\n".join(words for _, words in page)) == page


def test_headlines_of_others_before_the_title_are_furniture() -> None:
    title = "Nine Millers Killed in the Valley of Orvik"
    page = f"Top stories\nForty Drowned as Ferry Sinks\nMarket Fire Kills Six\n\n{title}\n\n{BODY}"
    assert read(page) == f"{title}\n{BODY}"


def test_a_form_of_keys_and_values_before_the_article() -> None:
    text = f"Location: Orvik\nKilled: 12\nWounded: 30\n\n{BODY}"
    assert [(found.kind, found.label) for found in cut_segments(text)] == [
        ("infobox", "Location"),
        ("infobox", "Killed"),
        ("infobox", "Wounded"),
        ("paragraph", ""),
    ]


def test_a_bulletin_by_places() -> None:
    text = f"Daily Bulletin of the Valley\n\n• 14 men killed\n\nOrvik\n{BODY}\n\nHarbin\n{MORE}"
    assert kinds(text) == [
        ("title", "Daily Bulletin of the Valley"),
        ("list_item", "14 men killed"),
        ("heading", "Orvik"),
        ("paragraph", BODY),
        ("heading", "Harbin"),
        ("paragraph", MORE),
    ]


@pytest.mark.parametrize(
    "question",
    ["Who are the other 15 men killed?", "[REPORTER] Were they guards?", "“Why did they die?”"],
)
def test_a_question_that_somebody_asks_is_no_heading(question: str) -> None:
    assert ("paragraph", question) in kinds(f"{BODY}\n\n{question}\n\n{MORE}")
