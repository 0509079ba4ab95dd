"""Asks who says the figure that stands in [[ ]] in an invented text."""

from pipeline.extract.passage import Passage
from pipeline.extract.who_says import SpeakerAnswer, WhoSays
from pipeline.reference.claimants import load_claimants
from pipeline.sources.document import Document, Segment

CLAIMANTS = load_claimants()


def document(text: str) -> Document:
    """Make each blank-line block a paragraph; "- " lines are list items."""
    segments, position = [], 0
    for block in text.split("\n\n"):
        if block.strip():
            kind = "list_item" if block.startswith("- ") else "paragraph"
            segments.append(Segment(kind, position, position + len(block)))
        position += len(block) + 2
    return Document("invented", text, text, tuple(segments))


def ask(marked: str) -> SpeakerAnswer:
    start = marked.index("[[")
    end = marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    passage = Passage(document(text))
    sentence = next(each for each in passage.sentences if each.start <= start < each.end)
    return WhoSays(passage, CLAIMANTS).of(sentence, start, end)
