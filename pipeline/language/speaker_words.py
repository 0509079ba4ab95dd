"""The vocabulary that finds speakers, what a speaker is, and the ids that speakers get."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.language.beginnings import Beginnings
from pipeline.language.tokens import Token, tokenize

NAMED = "named"
PERSON = "person"
SURNAME = "surname"
BACK = "back"
COMMON = "common"
ARTICLES = frozenset({"the", "this", "that", "a", "an", "another"})

_ACRONYM_OWNS = re.compile(r"(?<=[A-Z])['’]s(?=\s)")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A possible speaker; `first` and `last` are half-open token positions.

    Attributes:
        form: NAMED (found among the names), PERSON (a name of two words or more), SURNAME (one
            word that may be a name), BACK (a stand-in: "he", "the group"), COMMON (a noun that is
            in no list).
        claimant: id, or "" where it has to be looked up (SURNAME, BACK).
        refers: for BACK, the kinds of speaker it may stand for.
        of: id of the body for which a person speaks ("Reuters correspondent John Smith"), or "".
    """

    first: int
    last: int
    form: str
    claimant: str
    refers: frozenset[str] = frozenset()
    of: str = ""


class SpeakerWords:
    """The vocabulary that finds speakers.

    Args:
        names: name as written → claimant id.
        kinds: claimant id → kind.
        words: role → word → value, as in the file of attribution words.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        kinds: Mapping[str, str],
        words: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.words = words
        self.kinds = kinds
        self.name_ends = words["speech_verb"].keys() | words["auxiliary"].keys()
        self.outlets = frozenset(words["outlet_kind"])
        # First word → length → words → (claimant id, name as written).
        self._names: dict[str, dict[int, dict[tuple[str, ...], tuple[str, str]]]] = {}
        for name, claimant in names.items():
            parts = tuple(token.lower for token in tokenize(name))
            if parts:
                lengths = self._names.setdefault(parts[0], {})
                lengths.setdefault(len(parts), {})[parts] = (claimant, name)
        for first, lengths in self._names.items():
            self._names[first] = dict(sorted(lengths.items(), reverse=True))
        self.starters = (
            self._names.keys() | words["title"].keys() | words["pronoun"].keys() | ARTICLES
        )
        self._anaphors: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        for noun, kinds_text in words["anaphor"].items():
            parts = tuple(noun.split())
            entry = (parts, frozenset(kinds_text.split()))
            self._anaphors.setdefault(parts[0], []).append(entry)
        for anaphors in self._anaphors.values():
            anaphors.sort(key=lambda entry: -len(entry[0]))

    @cached_property
    def cues(self) -> frozenset[str]:
        """Words without one of which, headlines apart, nobody speaks in a sentence."""
        roles = [self.words[role] for role in ("speech_verb", "hedge", "owned_claim", "reckoning")]
        return frozenset({"according", "accord"}.union(*roles))

    @cached_property
    def cue_beginnings(self) -> Beginnings:
        """Finds where those words may begin."""
        return Beginnings({"cue": self.cues})

    def is_outlet(self, claimant: str) -> bool:
        """Tell whether this speaker may carry the words of another."""
        return self.kinds.get(claimant, "") in self.outlets

    def is_unnamed(self, claimant: str) -> bool:
        """Tell whether an id stands for a kind of speakers that many countries have."""
        return self.kinds.get(claimant) == "unnamed_group" or claimant in self.words["outlet_noun"]

    def name_at(self, tokens: Sequence[Token], i: int, shouting: bool) -> tuple[int, str] | None:
        """Return the end and the id of the longest known name that begins at token `i`."""
        first = tokens[i].lower
        lengths = self._names.get(first)
        if lengths is None:
            lengths = self._names.get(first.removesuffix("'s"))
            if lengths is None:
                return None
        for length, entries in lengths.items():
            end = i + length
            if end > len(tokens):
                continue
            owner = tokens[end - 1].lower
            heads = tuple(token.lower for token in tokens[i : end - 1])
            entry = entries.get((*heads, owner))
            if entry is None and owner.endswith("'s") and self._owned(tokens, end):
                entry = entries.get((*heads, owner.removesuffix("'s")))
            if entry is not None and self._written_so(tokens[i:end], entry[1], shouting):
                return end, entry[0]
        return None

    def _written_so(self, tokens: Sequence[Token], name: str, shouting: bool) -> bool:
        """Tell whether the words are written like the name: "US" and "WHO" are words too."""
        token, parts = tokens[0], name.split()
        if len(parts) == 2 and len(tokens) == 2 and parts[0].lower() in ARTICLES:
            # "The independent website" is not "The Independent".
            small = (t.text[0].islower() for t, w in zip(tokens, parts, strict=True) if w.istitle())
            if any(small):
                return False
        if len(name) <= 4 and name.isupper():
            written = token.text.removesuffix("'s").removesuffix("’s")
            return written.isupper() and not (shouting and token.lower in self._not_names)
        return not name[0].isupper() or token.text[0].isupper()

    def _owned(self, tokens: Sequence[Token], i: int) -> bool:
        """Tell whether a word for speaking follows the owner: "the army's statement"."""
        nouns, roles = self.words["report_noun"], self.words["role"]
        return any(token.lower in nouns or token.lower in roles for token in tokens[i : i + 2])

    @property
    def _not_names(self) -> Mapping[str, str]:
        return self.words["not_a_name"]

    def anaphor_at(self, tokens: Sequence[Token], i: int) -> tuple[int, frozenset[str]] | None:
        """Return the end and the kinds of a noun that may stand for a speaker named before."""
        for parts, kinds in self._anaphors.get(tokens[i].lower, ()):
            end = i + len(parts)
            if tuple(token.lower for token in tokens[i:end]) == parts:
                return end, kinds
        owner = tokens[i].lower
        if owner.endswith(("'s", "’s")) and i + 1 < len(tokens):
            # "the ministry's data"
            for parts, kinds in self._anaphors.get(owner[:-2], ()):
                following = (token.lower for token in tokens[i + 1 : i + 3])
                if len(parts) == 1 and any(w in self.words["report_noun"] for w in following):
                    return i + 1, kinds
        return None


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Return a lower-case id for a name: letters and digits, joined by "_"."""
    name = name.removesuffix("'s").removesuffix("’s")
    if not name.isupper():
        name = _ACRONYM_OWNS.sub("", name)  # "UNAMI's Human Rights Office"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("_", plain.lower().replace("'", "")).strip("_")


def person_id(name: str, words: SpeakerWords) -> str:
    """Return the id of a person: the whole name without middle initials and titles of faith.

    "Luz Elena Ospina" gives luz_elena_ospina, "Alaa El Din Al Youssef" alaa_al_youssef, "Omar B.
    Diaz" omar_diaz.
    """
    particles, endings = words.words["particle"], words.words["name_ending"]
    units: list[str] = []
    pending = ""
    for word in name.split():
        part = slug(word)
        if not part:
            continue
        if part in particles:
            pending = f"{pending}_{part}".strip("_")
        elif pending and part in endings and units:
            pending = ""
        else:
            units.append(f"{pending}_{part}".strip("_"))
            pending = ""
    if len(units) < 2:
        return units[0] if units else slug(name)
    initials = len(units[0]) == 1  # "R K Rao" is no "R Rao".
    inner = [unit for unit in units[1:-1] if initials or len(unit) > 1]
    return "_".join([units[0], *inner, units[-1]])
