"""A text cut into titles, headings, paragraphs, list items, infobox lines and furniture.

The order in which a page is laid out decides what marks alone cannot tell: before the first
paragraph stand menus, titles and what is left of an infobox; a short line within the article is
the heading of what follows; headlines that nothing follows belong to other articles.
"""

import re

from pipeline.sources.document import Segment, SegmentKind
from pipeline.sources.furniture import (
    announces,
    glued_promotion,
    is_furniture,
    is_glued_menu,
    is_headline_case,
    is_menu_word,
    is_teaser,
)
from pipeline.sources.lines import Block, cut_blocks, is_closed
from pipeline.sources.markup import Marked, data_line, line_mark, read_marks

_PROSE_WORDS = 25
_RESUMING_WORDS = 25
_HEADING_WORDS = 14
_QUESTION_WORDS = 10
_TITLE_WORDS = 4
_MENU_LINES = 4
_WORD = re.compile(r"\S*[^\W_]\S*")
_MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# A publisher's number for a release: "2019-04-S-012", "Release # 12", "No. 7/2018".
_RELEASE_NUMBER = re.compile(
    r"(?:(?:press |news )?release\s*(?:#|no\.?|number)?|no\.|ref\.?:?)?\s*#?\s*"
    r"(?:\d[\dA-Z]*(?:[-/][\dA-Z]+){2,}|(?<=[# ])\d{1,6}(?:[-/]\d{1,6})?)\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"[Bb]y (?:[A-Z][\w.'’-]*(?:,? |$)|and ){1,8}\Z|BY (?:[A-Z][\w.'’-]*(?: |$)){1,6}\Z")


def cut_segments(text: str, title: str = "") -> tuple[Segment, ...]:
    """Return the blocks of `text`, in order and not overlapping.

    Args:
        text: a text, with wrongly decoded characters repaired.
        title: the title as the manifest gives it, or "".
    """
    return _Outline(text, title).segments()


class _Outline:
    """One pass over the blocks of a text."""

    def __init__(self, text: str, title: str) -> None:
        self.text = text
        self.title = _folded(title)
        self.blocks = cut_blocks(text, line_mark)
        self.marks = [read_marks(text, block.start, block.end) for block in self.blocks]
        self.found: list[Segment] = []
        self.titles: dict[str, int] = {}
        self.level = 0
        self.in_infobox = False
        self.first_prose = self._first_prose()

    def segments(self) -> tuple[Segment, ...]:
        """Cut everything: what comes before the article, the article, what comes after it."""
        position = self._before_article()
        skipping = ""
        while position < len(self.blocks):
            block, marked = self.blocks[position], self.marks[position]
            words = self._words(marked)
            if marked.mark != "none":
                skipping = skipping if marked.mark == "bullet" else ""
                if marked.mark == "heading" and announces(words):
                    skipping = announces(words)
                self._add_marked(marked, bool(skipping))
            elif announces(words):
                skipping = announces(words)
                self._add("furniture", marked)
            elif skipping and not self._resumes(position, skipping):
                self._add("furniture", marked)
            else:
                skipping = ""
                self._add_plain(position, block, marked)
            position += 1
        return tuple(self.found)

    def _first_prose(self) -> int:
        """Return the position of the first block that is prose, or that is a marked heading."""
        for position, (block, marked) in enumerate(zip(self.blocks, self.marks, strict=True)):
            if marked.mark == "heading" or (
                marked.mark == "none"
                and self._is_prose(block, marked)
                and not is_furniture(self._words(marked))
            ):
                return position
        return len(self.blocks)

    def _before_article(self) -> int:
        """Cut what comes before the first prose; return the position at which to go on."""
        stop = self.first_prose
        # A text without any prose (a table, a list, one headline) has no "before".
        if stop == len(self.blocks):
            stop = min(1, stop) if len(self.blocks) < _MENU_LINES else 0
        menu = self._menu_positions(stop)
        for position in range(stop):
            marked = self.marks[position]
            words = self._words(marked)
            if marked.mark not in ("none", "bullet"):
                self._add_marked(marked, False)
            elif position in menu or is_furniture(words) or announces(words):
                self._add("furniture", marked)
            elif is_glued_menu(words) or is_teaser(words) or self._is_imprint(words):
                self._add("furniture", marked)
            elif marked.mark == "bullet":
                self._add_marked(marked, False)
            elif self._is_title(position, words):
                self._add_title(marked, words)
            elif _MONTH.search(words) and _DIGIT.search(words):
                self._add("heading", marked, level=1)
            else:
                self._add_infobox(marked)
        return stop

    def _menu_positions(self, stop: int) -> set[int]:
        """Return the positions of runs of short lines that hold entries of a site's menu."""
        menu: set[int] = set()
        run: list[int] = []
        for position in range(stop + 1):
            short = position < stop and len(_WORD.findall(self._words(self.marks[position]))) <= 3
            if short:
                run.append(position)
                continue
            known = sum(is_menu_word(self._words(self.marks[index])) for index in run)
            if len(run) >= _MENU_LINES and known >= 2:
                menu.update(run)
            run = []
        return menu

    def _is_title(self, position: int, words: str) -> bool:
        count = len(_WORD.findall(words))
        if self.title and _folded(words) == self.title:
            return True
        first = position == 0 or all(found.kind == "furniture" for found in self.found)
        return count >= _TITLE_WORDS or (first and position + 1 == self.first_prose and count > 1)

    def _add_title(self, marked: Marked, words: str) -> None:
        """Add a title, unless it only repeats one: pages often carry theirs twice."""
        folded = _folded(words)
        if folded in self.titles:
            self._add("furniture", marked)
            return
        for earlier, index in self.titles.items():
            # "The title - The site" above the title itself.
            if earlier.startswith(folded) and len(folded) > 20:
                old = self.found[index]
                self.found[index] = Segment("furniture", old.start, old.end)
        self.titles[folded] = len(self.found)
        self._add("title", marked)

    def _add_marked(self, marked: Marked, skipping: bool) -> None:
        words = self._words(marked)
        if marked.mark == "infobox":
            self.in_infobox = True
            self._add("furniture", marked)
        elif marked.mark == "bullet" and self.in_infobox:
            self._add_infobox(marked)
        elif marked.mark == "heading":
            self.in_infobox = False
            self._add_heading(marked, words)
        elif marked.mark == "rule" or skipping or is_furniture(words) or is_teaser(words):
            self._add("furniture", marked)
        else:
            self._add("list_item", marked)

    def _add_heading(self, marked: Marked, words: str) -> None:
        if announces(words) or is_furniture(words):
            self._add("furniture", marked)
        elif marked.level == 1 and not self.titles:
            self.titles[_folded(words)] = len(self.found)
            self._add("title", marked)
        else:
            self.level = marked.level
            self._add("heading", marked, level=marked.level)

    def _add_plain(self, position: int, block: Block, marked: Marked) -> None:
        words = self._words(marked)
        if self.in_infobox and block.after_gap:
            self.in_infobox = False
        if self.in_infobox and data_line(self.text, marked.start, marked.end):
            self._add_infobox(marked)
        elif is_furniture(words) or is_glued_menu(words) or is_teaser(words):
            self._add("furniture", marked)
        elif _folded(words) in self.titles or self._is_imprint(words):
            self._add("furniture", marked)
        elif self._is_heading(position, block, marked):
            self._add("heading", marked, level=self.level + 1 if self.level else 2)
        elif self._is_trailing_headline(position):
            self._add("furniture", marked)
        else:
            start = glued_promotion(self.text, marked.start, marked.end)
            if start > marked.start:
                self.found.append(Segment("furniture", marked.start, start))
            self.found.append(Segment("paragraph", start, marked.end))

    def _add_infobox(self, marked: Marked) -> None:
        pair = data_line(self.text, marked.start, marked.end)
        label, start = pair if pair is not None else ("", marked.start)
        self.found.append(Segment("infobox", start, marked.end, label=label))

    def _add(self, kind: SegmentKind, marked: Marked, level: int = 0) -> None:
        if marked.end > marked.start:
            self.found.append(Segment(kind, marked.start, marked.end, level))

    def _is_heading(self, position: int, block: Block, marked: Marked) -> bool:
        """Tell whether a short line is the heading of the prose that follows it."""
        words = self._words(marked)
        count = len(_WORD.findall(words[:400]))
        if block.lines > 1 or count > _HEADING_WORDS or not self._prose_follows(position):
            return False
        if words[-1] == "?":
            return count <= _QUESTION_WORDS and words[0] not in "\"“‘'"
        if is_closed(self.text, marked.start, marked.end) or words[0].islower():
            return False
        # A line with a figure may be news itself; only headings in capitals and dates are sure.
        return not _DIGIT.search(words) or _MONTH.search(words) is not None or (
            is_headline_case(words)
        )  # fmt: skip

    def _prose_follows(self, position: int) -> bool:
        for block, marked in zip(
            self.blocks[position + 1 : position + 3], self.marks[position + 1 : position + 3],
            strict=True,
        ):  # fmt: skip
            if marked.mark == "bullet":
                return True
            if marked.mark != "none":
                return False
            if not is_furniture(self._words(marked)):
                return self._is_prose(block, marked)
        return False

    def _is_trailing_headline(self, position: int) -> bool:
        """Tell whether a headline stands among others with no prose after them."""
        for index in (position, position - 1, position + 1):
            if 0 <= index < len(self.blocks) and self._is_bare_headline(index):
                continue
            if index == position or not self._is_last(index):
                return False
        return not any(
            self._is_prose(block, marked)
            for block, marked in zip(
                self.blocks[position + 1 : position + 40],
                self.marks[position + 1 : position + 40],
                strict=True,
            )
        )

    def _is_last(self, index: int) -> bool:
        return index >= len(self.blocks)

    def _is_bare_headline(self, index: int) -> bool:
        marked = self.marks[index]
        words = self._words(marked)
        return (
            marked.mark == "none"
            and len(words) < 300
            and not self._is_prose(self.blocks[index], marked)
            and is_headline_case(words)
        )

    def _resumes(self, position: int, skipping: str) -> bool:
        """Tell whether the article goes on after headlines of others."""
        block, marked = self.blocks[position], self.marks[position]
        if not self._is_prose(block, marked) or is_teaser(self._words(marked)):
            return False
        if skipping == "inset":
            return True
        return len(_WORD.findall(self.text, marked.start, marked.end)) >= _RESUMING_WORDS

    def _is_imprint(self, words: str) -> bool:
        return len(words) < 120 and (
            _RELEASE_NUMBER.match(words) is not None or _BYLINE.match(words) is not None
        )

    def _is_prose(self, block: Block, marked: Marked) -> bool:
        """Tell whether the block reads as sentences, not as a label or a headline."""
        words = self._words(marked)
        if is_glued_menu(words) or is_teaser(words):
            return False
        if is_closed(self.text, marked.start, marked.end):
            return len(_WORD.findall(words[:400])) >= _TITLE_WORDS
        if block.lines > 1 and not is_headline_case(words):
            return True
        return len(_WORD.findall(words[:1000])) >= _PROSE_WORDS and not is_headline_case(
            words[:1000]
        )

    def _words(self, marked: Marked) -> str:
        return self.text[marked.start : marked.end]


def _folded(words: str) -> str:
    """Return the words in a form in which a repeated title equals the first."""
    return " ".join(_WORD.findall(words)).casefold()
