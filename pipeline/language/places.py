"""Places named in a stretch of text, known or not, and the part that each plays in it."""

import re
from dataclasses import dataclass

from pipeline.language.place_names import NameMatch, PlaceNames, Word, words_of
from pipeline.language.place_words import (
    BEFORE_WITHOUT_OF,
    CAPITAL_STOPS,
    DIRECTIONS,
    INSIDE,
    KIND_OF_WORD,
    NO_PLACE,
    ORGANISATION,
    PARTICLES,
    PASSED,
    RULERS,
    TYPES_OF_KIND,
)

_LISTED = re.compile(r"(?:, | and |, and | or |, or |; )(?:the )?\Z")
_BYLINE = re.compile(
    r"[^.\n()]{0,40}?(?:\((?:[^)\n]{2,40})\)\s*(?:[-—–−/:]|\n|\Z)|\s[-—–−]{1,2}\s|\s*/\s)"
)
_ORIGIN = frozenset("based born backed led trained educated style".split())
_BARE_PREPOSITIONS = frozenset("in near inside between outside throughout".split())
_VERB_END = ("ED", "ING")
# Words that alone are no name, and words that may stand between a kind and a name.
_NO_NAMES = KIND_OF_WORD.keys() | DIRECTIONS
_BEFORE_KINDS = DIRECTIONS | {"the"}
_LONGEST_RUN = 5
_LONGEST_LOOK_BACK = 9


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One naming of a place.

    Attributes:
        start, end: half-open span of the name, with a noun such as "province" behind it.
        name: the name as written, with that noun.
        place_ids: places of the gazetteer that it may mean; empty where it knows none.
        kind: what the nouns beside it say ("settlement", "governorate" ...), or "".
        role: in, near, between, from, to, of, direction, dateline, object (no preposition), or
            part (the larger place behind a comma: the second name of "in Azaz, Aleppo").
        listed: whether it goes on a list ("the villages of A, B and C").
    """

    start: int
    end: int
    name: str
    place_ids: tuple[str, ...]
    kind: str
    role: str
    listed: bool = False


def find_places(text: str, start: int, end: int, gazetteer: PlaceNames) -> list[PlaceMention]:
    """Return the places named in `text[start:end]`, in order; offsets are into `text`."""
    return _Scan(text, start, end, gazetteer).run()


class _Scan:
    """One pass over the words of a stretch."""

    def __init__(self, text: str, start: int, end: int, names: PlaceNames) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.names = names
        self.words = words_of(text, start, end)
        letters = [word.text for word in self.words if word.end - word.start > 1]
        capitals = sum(map(str.isupper, letters))
        lower = sum(map(str.islower, letters))
        enough = len(letters) > 2
        self.capitals = enough and capitals > 0.8 * len(letters)
        self.lower = enough and lower == len(letters)
        self.title_case = len(letters) > 4 and lower < 0.35 * len(letters) and not self.capitals
        self.mentions: list[PlaceMention] = []

    def run(self) -> list[PlaceMention]:
        """Scan once, each word being read a bounded number of times."""
        starts = self.names.lower_starts
        read = 0
        for position, word in enumerate(self.words):
            if position < read:
                continue
            if word.text[0].isupper() or word.article:
                at = position
                while at < len(self.words) - 1 and self.words[at].article:
                    at += 1
                if self.words[at].text[0].isupper() or self._names_lower(at):
                    read = self._known(position, at) or self._unknown(position, at) or at + 1
            elif word.lower in starts or (self.lower and self._names_lower(position)):
                read = self._known(position, position)
        return self.mentions

    def _names_lower(self, at: int) -> bool:
        """Tell whether a word of a text without capitals stands where a place would."""
        if not self.lower or self.words[at].lower in PASSED or not at:
            return False
        before = self.words[at - 1]
        return before.lower in INSIDE or before.lower in DIRECTIONS or before.article

    def _known(self, first: int, at: int) -> int:
        """Take a name of the gazetteer; return the position after it, 0 where there is none."""
        if first == at and self._inside_longer_name(at):
            return 0
        for match in self.names.matches(self.words, at, self.lower):
            stop = at + match.length
            if self._organisation(first, stop):
                return stop
            kind, kind_end, listed = self._kind(first, stop)
            places = self._fitting(match, kind)
            if not places:
                continue
            role = self._role(first, at, listed)
            if self.capitals and not kind and role in ("object", "of", "to"):
                return stop
            self._add(first, stop, places, kind=kind, kind_end=kind_end, role=role, listed=listed)
            return max(stop, kind_end)
        return 0

    def _unknown(self, first: int, at: int) -> int:
        """Take a capitalised name that its surroundings make a place; 0 where they do not."""
        stop = self._run_end(at)
        if stop <= at or self._organisation(first, stop):
            return stop if stop > at else 0
        kind, kind_end, listed = self._kind(first, stop)
        role = self._role(first, at, listed)
        if not self._is_place(first, stop, kind, role, listed):
            return stop
        self._add(first, stop, (), kind=kind, kind_end=kind_end, role=role, listed=listed)
        return max(stop, kind_end)

    def _is_place(self, first: int, stop: int, kind: str, role: str, listed: bool) -> bool:
        if listed or (kind in ("settlement", "district", "governorate") and role != "dateline"):
            return True
        if kind:
            return role in ("in", "near", "between", "from", "part")
        if self.capitals or self.title_case:
            return self._downtown(first, role)
        if role == "part":
            last = self.words[stop - 1].end
            return self.text[last : last + 1] in ",.;)" or last >= self.end
        before = self.words[first - 1] if first else None
        if before is not None and before.lower in DIRECTIONS and role in ("in", "near"):
            return True
        return (
            role in ("in", "near", "between")
            and before is not None
            and (before.lower in _BARE_PREPOSITIONS or before.lower in ("of", "and"))
        )

    def _downtown(self, first: int, role: str) -> bool:
        """Tell whether a direction word before a name shows it, where capitals show nothing."""
        direction = first > 1 and self.words[first - 1].lower in DIRECTIONS
        return direction and role in ("in", "near") and self.words[first - 2].lower in INSIDE

    def _run_end(self, at: int) -> int:
        """Return the position after the capitalised name that begins at `at`, `at` for none."""
        position = at
        limit = min(len(self.words), at + (3 if self.capitals else _LONGEST_RUN))
        while position < limit:
            word = self.words[position]
            if position > at and not self._adjacent(position):
                break
            if word.lower in NO_PLACE or word.lower in INSIDE or word.text.isdigit():
                break
            if word.lower in KIND_OF_WORD and position > at:
                break
            if self.capitals and self._capital_stop(word):
                break
            if not word.text[0].isupper() and not self._particle(position, limit):
                break
            position += 1
        if position == at + 1 and self.words[at].lower in _NO_NAMES:
            return at
        return position

    def _capital_stop(self, word: Word) -> bool:
        return word.lower in CAPITAL_STOPS or word.lower in PASSED or word.text.endswith(_VERB_END)

    def _particle(self, position: int, limit: int) -> bool:
        word = self.words[position]
        follows = position + 1 < limit and self.words[position + 1].text[0].isupper()
        return follows and (word.lower in PARTICLES or word.article)

    def _adjacent(self, position: int) -> bool:
        """Tell whether only a blank or a hyphen parts a word from the one before it."""
        gap = self.text[self.words[position - 1].end : self.words[position].start]
        return gap in (" ", "-", "\n", "", " ’", " '", " ‘", " ʿ", " `")

    def _inside_longer_name(self, at: int) -> bool:
        """Tell whether a capitalised word before shows a person's or other longer name."""
        if at == 0 or self.capitals or self.title_case or not self._adjacent(at):
            return False
        before = self.words[at - 1]
        if not before.text[0].isupper():
            return False
        known = (before.lower, INSIDE, PASSED, NO_PLACE, KIND_OF_WORD)
        return not any(known[0] in words for words in known[1:])

    def _organisation(self, first: int, stop: int) -> bool:
        """Tell whether the name is part of an organisation's, or stands for its rulers."""
        last = self.words[stop - 1]
        position = stop
        while position < min(stop + 4, len(self.words)) and self._adjacent(position):
            word = self.words[position]
            if last.joined and position == stop:
                return word.lower in _ORIGIN
            if word.lower in RULERS and position == stop:
                return True
            if not word.text[0].isupper() or self.capitals:
                break
            if word.lower in ORGANISATION:
                return True
            position += 1
        inside = self.words[first:stop]
        if not self.capitals and any(word.lower in ORGANISATION for word in inside):
            return True
        if first >= 2 and self.words[first - 1].lower == "of" and not self.capitals:
            before = self.words[first - 2]
            return before.text[0].isupper() and (
                before.lower in ORGANISATION or before.lower == "martyrs"
            )
        return False

    def _kind(self, first: int, stop: int) -> tuple[str, int, bool]:
        """Return the kind that nouns beside a name give, where they end, and if it is listed."""
        if stop < len(self.words) and self._adjacent(stop):
            kind = KIND_OF_WORD.get(self.words[stop].lower, "")
            if kind and not (kind == "facility" and self.words[stop].lower == "base"):
                return kind, stop + 1, False
            after = stop + 1
            if (
                after < len(self.words)
                and self.words[stop].text.islower()
                and self._adjacent(after)
            ):
                kind = KIND_OF_WORD.get(self.words[after].lower, "")
                if kind == "facility":
                    return kind, after + 1, False
        kind = self._kind_before(first)
        if kind:
            return kind, stop, False
        if self.mentions and first:
            last = self.mentions[-1]
            gap = self.text[last.end : self.words[first].start]
            if last.kind and len(gap) < 12 and _LISTED.match(gap) and self._plural_before(last):
                return last.kind, stop, True
        return "", stop, False

    def _kind_before(self, first: int) -> str:
        position = first - 1
        while position >= 0 and self.words[position].lower in _BEFORE_KINDS:
            position -= 1
        if position < 0 or not self._adjacent(first):
            return ""
        word = self.words[position]
        if word.lower == "of" and position:
            named = position < 2 or self.words[position - 2].lower not in ("a", "an")
            return KIND_OF_WORD.get(self.words[position - 1].lower, "") if named else ""
        if word.lower in BEFORE_WITHOUT_OF:
            return KIND_OF_WORD[word.lower]
        return ""

    def _plural_before(self, mention: PlaceMention) -> bool:
        if mention.listed:
            return True
        before = self.text[max(self.start, mention.start - 24) : mention.start].lower().split()
        return any(word in KIND_OF_WORD and word.endswith("s") for word in before[-4:])

    def _fitting(self, match: NameMatch, kind: str) -> tuple[str, ...]:
        """Return the places whose type fits `kind`; without a kind, the larger come first."""
        types = TYPES_OF_KIND.get(kind)
        fitting = [place for place, kind_of in match.places if types is None or kind_of in types]
        large = ("country", "governorate")
        return tuple(sorted(fitting, key=lambda place: self.names.types[place] not in large))

    def _role(self, first: int, at: int, listed: bool) -> str:
        """Return the part that the place plays, from the words before it."""
        if self._is_dateline(first, at):
            return "dateline"
        if listed:
            return self.mentions[-1].role
        if self.mentions:
            last = self.mentions[-1]
            gap = self.text[last.end : self.words[first].start]
            if gap in (", ", " (", ", the "):
                return "part" if last.role != "dateline" else "dateline"
            if len(gap) < 12 and _LISTED.match(gap) and last.role != "object":
                return last.role
        return self._preposition(first)

    def _preposition(self, first: int) -> str:
        directed = False
        position = first - 1
        while position >= max(0, first - _LONGEST_LOOK_BACK):
            word = self.words[position]
            if not self._unbroken(position):
                return "direction" if directed else "object"
            if word.lower == "of" and position and self.words[position - 1].lower in DIRECTIONS:
                article = position > 1 and self.words[position - 2].lower in ("the", "far")
                if not article:
                    return "direction"
            elif word.lower in INSIDE and word.lower != "of":
                return self._turned(position)
            elif word.lower not in PASSED and word.lower not in KIND_OF_WORD:
                follows = self.words[position + 1].lower if position + 1 < first else ""
                return "of" if follows == "of" else "object"
            position -= 1
        return "object"

    def _turned(self, position: int) -> str:
        """Return the role of the preposition at `position`, with the word before it."""
        role = INSIDE[self.words[position].lower]
        before = self.words[position - 1].lower if position else ""
        if role == "to" and before in ("close", "next", "adjacent", "nearest"):
            return "near"
        if role == "from" and before in KIND_OF_WORD:
            return "between"
        return role

    def _unbroken(self, position: int) -> bool:
        gap = self.text[self.words[position].end : self.words[position + 1].start]
        return not any(mark in gap for mark in ",;:.!?\n") or gap.strip() in ("'s", "’s")

    def _is_dateline(self, first: int, at: int) -> bool:
        begin = self.words[first].start
        if self.text[max(self.text.rfind("\n", 0, begin) + 1, self.start) : begin].strip(' "“'):
            return False
        word = self.words[at].text
        return word.isupper() and bool(_BYLINE.match(self.text, begin, min(begin + 100, self.end)))

    def _add(
        self,
        first: int,
        stop: int,
        places: tuple[str, ...],
        *,
        kind: str,
        kind_end: int,
        role: str,
        listed: bool,
    ) -> None:
        begin = self.words[first].start
        end = self.words[max(stop, kind_end) - 1].end
        name = self.text[begin:end]
        self.mentions.append(PlaceMention(begin, end, name, places, kind, role, listed))
