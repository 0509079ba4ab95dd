"""A text cut into titles, headings, paragraphs, list items, infobox lines and furniture.

The order in which a page is laid out decides what marks alone cannot tell: before the first
paragraph stand menus, titles and what is left of an infobox; a short line within the article is
the heading of what follows; headlines that nothing follows belong to other articles.
"""

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
from pipeline.sources.lines import cut_blocks
from pipeline.sources.markup import Marked, data_line, line_mark, read_marks
from pipeline.sources.prose import (
    count_words,
    folded,
    is_bare_headline,
    is_closed,
    is_dateline,
    is_imprint,
    is_prose,
    names_month,
)

_RESUMING_WORDS = 25
_HEADING_WORDS = 14
_HEADING_CHARACTERS = 160
_QUESTION_WORDS = 10
_TITLE_WORDS = 4
_MENU_LINES = 4
_MENU_WORDS = 3
_LEAST_REPEATED = 20


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
        self.title = folded(title)
        self.blocks = cut_blocks(text, line_mark)
        self.marks = [read_marks(text, block.start, block.end) for block in self.blocks]
        self.prose = [self._is_article(position) for position in range(len(self.blocks))]
        self.trailing = self._trailing_headlines()
        self.found: list[Segment] = []
        self.titles: dict[str, int] = {}
        self.level = 0
        self.in_infobox = False

    def segments(self) -> tuple[Segment, ...]:
        """Cut what comes before the article, the article, and what comes after it."""
        start = self._cut_opening()
        skipping = ""
        for position in range(start, len(self.blocks)):
            marked = self.marks[position]
            announced = "" if marked.mark == "bullet" else announces(self._words(position))
            if announced:
                skipping = announced
                self._add("furniture", marked)
            elif marked.mark in ("heading", "infobox"):
                skipping = ""
                self._add_marked(position)
            elif skipping and not self._resumes(position, skipping):
                self._add("furniture", marked)
            elif marked.mark == "none":
                skipping = ""
                self._add_plain(position)
            else:
                self._add_marked(position)
        return tuple(self.found)

    def _is_article(self, position: int) -> bool:
        """Tell whether the block is unmarked prose, and none of the page's own."""
        words = self._words(position)
        if self.marks[position].mark != "none":
            return False
        return is_prose(words, self.blocks[position].lines) and not is_furniture(words)

    def _trailing_headlines(self) -> set[int]:
        """Return the positions of headlines after the last prose, where there are several."""
        last = max((index for index, prose in enumerate(self.prose) if prose), default=-1)
        if last < 0:
            return set()
        trailing = {
            position
            for position in range(last + 1, len(self.blocks))
            if self.marks[position].mark == "none" and is_bare_headline(self._words(position))
        }
        return trailing if len(trailing) > 1 else set()

    def _cut_opening(self) -> int:
        """Cut what comes before the first prose or heading; return the position to go on from."""
        stop = 0
        while stop < len(self.blocks) and not (
            self.prose[stop] or self.marks[stop].mark == "heading"
        ):
            stop += 1
        # A text without any prose (a list, a headline alone) has no opening to speak of.
        if stop == len(self.blocks):
            stop = min(1, stop)
        menu = self._menu_positions(stop)
        headline = self._last_label(stop)
        skipping = False
        for position in range(stop):
            marked, words = self.marks[position], self._words(position)
            skipping = skipping or bool(announces(words))
            foreign = skipping and (bool(self.titles) or position != headline)
            if position in menu or self._is_page(words) or announces(words):
                self._add("furniture", marked)
            elif marked.mark != "none":
                self._add_marked(position)
            elif foreign:
                self._add("furniture", marked)
            else:
                self._add_label(position, words)
        return stop

    def _last_label(self, stop: int) -> int:
        """Return the position of the last line before the article that may be its title."""
        return max(
            (
                position
                for position in range(stop)
                if self.marks[position].mark == "none" and not self._is_page(self._words(position))
            ),
            default=-1,
        )

    def _add_label(self, position: int, words: str) -> None:
        """Add a line without marks that stands before the article."""
        marked = self.marks[position]
        prose_follows = any(self.prose[position + 1 : position + 2])
        if is_dateline(words):
            self._add("heading", marked, level=1)
        elif self._is_data(position):
            self._add_infobox(marked)
        elif self._is_title(words, prose_follows):
            self._add_title(marked, words)
        elif prose_follows and any(found.kind == "list_item" for found in self.found):
            self._add("heading", marked, level=2)
        else:
            self._add_infobox(marked)

    def _is_data(self, position: int) -> bool:
        """Tell whether a line "key: value" stands among its like, as titles with a colon do not."""
        near = range(max(0, position - 1), min(position + 2, len(self.blocks)))
        found = [
            data_line(self.text, self.marks[index].start, self.marks[index].end) is not None
            for index in near
            if index == position or not self.blocks[max(index, position)].after_gap
        ]
        own = data_line(self.text, self.marks[position].start, self.marks[position].end)
        return own is not None and sum(found) > 1

    def _menu_positions(self, stop: int) -> set[int]:
        """Return the positions of runs of short lines that hold entries of a site's menu."""
        menu: set[int] = set()
        run: list[int] = []
        for position in range(stop + 1):
            if position < stop and count_words(self._words(position)) <= _MENU_WORDS:
                run.append(position)
                continue
            known = sum(is_menu_word(self._words(index)) for index in run)
            if len(run) >= _MENU_LINES and known >= 2:
                menu.update(run)
            run = []
        return menu

    def _is_page(self, words: str) -> bool:
        return is_furniture(words) or is_glued_menu(words) or is_teaser(words) or is_imprint(words)

    def _is_title(self, words: str, followed_by_prose: bool) -> bool:
        if self.title and folded(words) == self.title:
            return True
        count = count_words(words)
        if not any(character.isalpha() for character in words[:100]):
            return False
        first = all(segment.kind == "furniture" for segment in self.found)
        return count >= _TITLE_WORDS or (first and followed_by_prose and count > 1)

    def _add_title(self, marked: Marked, words: str) -> None:
        """Add a title, unless it only repeats one: pages often carry theirs twice."""
        plain = folded(words)
        if plain in self.titles:
            self._add("furniture", marked)
            return
        for earlier, index in self.titles.items():
            # "The title - The site" above the title itself.
            if earlier.startswith(plain) and len(plain) > _LEAST_REPEATED:
                old = self.found[index]
                self.found[index] = Segment("furniture", old.start, old.end)
        self.titles[plain] = len(self.found)
        self._add("title", marked)

    def _add_marked(self, position: int) -> None:
        """Add a block that carries a heading's, a bullet's or an infobox's mark, or no word."""
        marked, words = self.marks[position], self._words(position)
        if marked.mark == "heading":
            self.in_infobox = False
            self._add_heading(marked, words)
        elif marked.mark == "bullet" and self.in_infobox:
            self._add_infobox(marked)
        elif marked.mark == "bullet" and not (is_furniture(words) or is_teaser(words)):
            self._add("list_item", marked)
        else:
            self.in_infobox = self.in_infobox or marked.mark == "infobox"
            self._add("furniture", marked)

    def _add_heading(self, marked: Marked, words: str) -> None:
        if is_furniture(words):
            self._add("furniture", marked)
        elif marked.level == 1 and not self.titles:
            self.titles[folded(words)] = len(self.found)
            self._add("title", marked)
        else:
            self.level = marked.level
            self._add("heading", marked, level=marked.level)

    def _add_plain(self, position: int) -> None:
        """Add a block without marks."""
        marked, words = self.marks[position], self._words(position)
        self.in_infobox = self.in_infobox and not self.blocks[position].after_gap
        if self.in_infobox and data_line(self.text, marked.start, marked.end):
            self._add_infobox(marked)
        elif not self.prose[position] and (
            self._is_page(words) or position in self.trailing or folded(words) in self.titles
        ):
            self._add("furniture", marked)
        elif self._is_heading(position, words):
            self._add("heading", marked, level=self.level + 1 if self.level else 2)
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

    def _is_heading(self, position: int, words: str) -> bool:
        """Tell whether a short line is the heading of the prose that follows it."""
        if self.blocks[position].lines > 1 or len(words) > _HEADING_CHARACTERS:
            return False
        if count_words(words) > _HEADING_WORDS:
            return False
        if not self._article_follows(position):
            return False
        holds_figure = any(character.isdigit() for character in words)
        if words[-1] == "?":
            # Questions of an interview stand in quotation marks or after the speaker's name.
            plain = words[0] not in "\"“‘'[(" and not holds_figure
            return plain and count_words(words) <= _QUESTION_WORDS
        if is_closed(words, 0, len(words)) or words[0].islower():
            return False
        # A line with a figure may be news itself; only headline case and dates are sure.
        return not holds_figure or names_month(words) or is_headline_case(words)

    def _article_follows(self, position: int) -> bool:
        """Tell whether the next block that is not the page's own is prose or a list."""
        for index in range(position + 1, min(position + 3, len(self.blocks))):
            if self.prose[index] or self.marks[index].mark == "bullet":
                return True
            if not is_furniture(self._words(index)):
                return False
        return False

    def _resumes(self, position: int, skipping: str) -> bool:
        """Tell whether the article goes on after headlines of others."""
        if not self.prose[position]:
            return False
        return skipping == "inset" or count_words(self._words(position)) >= _RESUMING_WORDS

    def _words(self, position: int) -> str:
        marked = self.marks[position]
        return self.text[marked.start : marked.end]
