"""Asks when what an invented text tells happened, and shows the answer."""

from pipeline.extract.passage import Passage
from pipeline.extract.when import DateAnswer, When
from pipeline.sources.document import Document, Segment, SegmentKind


def document(text: str, published_on: str = "", title: str = "") -> Document:
    """Cut `text` line by line: "== x ==" is a heading, "- Key: x" a line of an infobox."""
    segments, start = [], 0
    for line in text.split("\n"):
        kind: SegmentKind = "paragraph"
        label, level = "", 0
        if line.startswith("=="):
            kind, level = "heading", len(line) - len(line.lstrip("="))
        elif line.startswith("- ") and ":" in line:
            kind, label = "infobox", line[2 : line.index(":")]
        if line.strip():
            segments.append(Segment(kind, start, start + len(line), level, label))
        start += len(line) + 1
    return Document("test", text, text, tuple(segments), published_on, title)


def ask(
    text: str, phrase: str, published_on: str = "", title: str = "", claim_type: str = "killed"
) -> DateAnswer:
    passage = Passage(document(text, published_on, title))
    start = text.index(phrase)
    sentence = next(each for each in passage.sentences if each.start <= start < each.end)
    return When(passage).of(sentence, start, start + len(phrase), claim_type)


def span(answer: DateAnswer) -> str:
    if answer.date_start == answer.date_end:
        return answer.date_start
    return f"{answer.date_start}..{answer.date_end}"
