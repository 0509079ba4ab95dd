"""Blocks of a text that a story told in time minds: headlines, items of lists, entries, sums."""

import re

from pipeline.extract.passage import Passage, Sentence

# Words by which a report over a period goes back to all of it.
_ALL_OF_IT = re.compile(
    r"\W*(?:(?:the|this) (?:[\w-]+ )?report|it) (?:also )?(?:records?|documents?|notes?|lists?|"
    r"registers?|recorded|documented)\b|"
    r"[^.;]*\b(?:during|over|in|throughout) (?:the|this) (?:report(?:ing)? )?period\b|"
    r"\W*(?:overall|altogether|in all|in total),",
    re.IGNORECASE,
)
# "08.14 BST:", "23h15": an entry of a live page tells news of its own.
_ENTRY_OF_PAGE = re.compile(r"\W*\d{1,2}[h.:]\d\d\b(?!\s*(?:mm|km|kg|%|million|billion))")
# Headings under which an account of one happening goes on.
_OF_THE_SAME = re.compile(
    r"\W*(?:death toll|toll|casualties|losses|victims|casualties and losses|aftermath|"
    r"death toll and \w+|fatalities|responsibility|accounts|claims)\W*\Z",
    re.IGNORECASE,
)
# A line that sums up the entries before it: "Total: ...", "Running total since ...".
_SUM = re.compile(r"\W*(?:running\s+|grand\s+|overall\s+)?totals?\b", re.IGNORECASE)
_ENDED = tuple('.!?…"”’)]:;')


def is_headline(passage: Passage, segment: int) -> bool:
    """Tell whether the block is a line without an end, of which each tells its own news."""
    if segment < 0:
        return False
    block = passage.document.segments[segment]
    if block.kind not in ("paragraph", "title"):
        return False
    return not passage.text[block.start : block.end].rstrip().endswith(_ENDED)


def opens_block(passage: Passage, sentence: Sentence) -> bool:
    """Tell whether a sentence is the first of its block."""
    index = sentence.index
    return not index or passage.sentences[index - 1].segment != sentence.segment


def goes_on(words: str) -> bool:
    """Tell whether an account of one happening goes on under a heading: "Casualties"."""
    return _OF_THE_SAME.match(words) is not None


def opens_entry(words: str) -> bool:
    """Tell whether a sentence opens an entry of a live page: "23h15"."""
    return _ENTRY_OF_PAGE.match(words) is not None


def sums_up(words: str) -> bool:
    """Tell whether a sentence sums up the entries before it: "Total: 12"."""
    return _SUM.match(words) is not None


def tells_of_all(words: str) -> bool:
    """Tell whether a sentence goes back to all of the period of a report."""
    return _ALL_OF_IT.match(words) is not None
