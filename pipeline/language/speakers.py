"""Who may have spoken: the names, groups and stand-ins for speakers in a sentence."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.language.beginnings import Beginnings
from pipeline.language.tokens import Token, tokenize

NAMED = "named"
PERSON = "person"
SURNAME = "surname"
BACK = "back"
COMMON = "common"

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 6
# Endings of adjectives and names of countries, told from "Local officials" at a sentence's head.
_OF_A_PLACE = re.compile(r"(?:ish|ese|[a-z]ian|ican|land|stan|aqi|eli|eni|uti|auti)\Z")
# Adjectives for who runs a body: "Houthi-run".
_RUN = ("-run", "-led", "-controlled", "-appointed", "-aligned", "-backed", "-affiliated")
_ARTICLES = frozenset({"the", "this", "that", "a", "an", "another"})
_OF = ("of", "for")
# Particles of names that are English words as well.
_WORDS_OF_ITS_OWN = frozenset({"as", "an", "at", "di"})


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
            self._names.keys() | words["title"].keys() | words["pronoun"].keys() | _ARTICLES
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
        roles = (self.words["speech_verb"], self.words["hedge"], self.words["owned_claim"])
        return frozenset({"according", "accord"}.union(*roles))

    @cached_property
    def cue_beginnings(self) -> Beginnings:
        """Finds where those words may begin."""
        return Beginnings({"cue": self.cues})

    def is_outlet(self, claimant: str) -> bool:
        """Tell whether this speaker may carry the words of another."""
        return self.kinds.get(claimant, "") in self.outlets

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
            if entry is not None and self._written_so(tokens[i], entry[1], shouting):
                return end, entry[0]
        return None

    def _written_so(self, token: Token, name: str, shouting: bool) -> bool:
        """Tell whether the first word is written like the name: "US" and "WHO" are words too."""
        if len(name) <= 4 and name.isupper():
            return token.text.isupper() and not (shouting and token.lower in self._not_names)
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
        return None


def slug(name: str) -> str:
    """Return a lower-case id for a name: letters and digits, joined by "_"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("_", plain.lower().replace("'", "")).strip("_")


def person_id(name: str, words: SpeakerWords) -> str:
    """Return the id of a person: first and last name, particles with the word they belong to.

    "Alaa El Din Al Youssef" gives alaa_al_youssef, "Fadel Abdul Ghany" fadel_abdul_ghany.
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
    return f"{units[0]}_{units[-1]}"


def find_speakers(tokens: Sequence[Token], words: SpeakerWords, shouting: bool) -> list[Speaker]:
    """Return the possible speakers among `tokens`, in order, not overlapping."""
    found: list[Speaker] = []
    i = 0
    starters = words.starters
    while i < len(tokens):
        token = tokens[i]
        capital = token.text[0].isupper() and (not shouting or token.lower.endswith("'s"))
        speaker = None
        if capital or token.lower in starters:
            speaker = _speaker_at(tokens, i, words, shouting)
        if speaker is None:
            i += 1
        else:
            found.append(speaker)
            i = max(speaker.last, i + 1)
    return found


def _speaker_at(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    token = tokens[i]
    pronoun = words.words["pronoun"].get(token.lower)
    if pronoun is not None:
        return Speaker(i, i + 1, BACK, "", frozenset({pronoun}))
    article = token.lower in _ARTICLES and i + 1 < len(tokens)
    joined = _joined_body(tokens, i + article, words, shouting)
    if joined is not None:
        return joined
    if article:
        return _with_article(tokens, i, words, shouting)
    led = _led_body(tokens, i, words, shouting)
    if led is not None:
        return led
    named = words.name_at(tokens, i, shouting)
    if named is not None:
        return _body_of(tokens, i, named[0], words) or _named(tokens, i, named, words, shouting)
    return _of_place(tokens, i, words, shouting) or person_at(tokens, i, words, shouting)


def _led_body(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read a body by those who run it: "Houthi-run health authorities" are no ministry."""
    if not tokens[i].lower.endswith(_RUN) or i + 1 >= len(tokens):
        return None
    named = words.name_at(tokens, i + 1, shouting)
    if named is None:
        return None
    name = " ".join(token.text for token in tokens[i : named[0]])
    return Speaker(i, named[0], COMMON, slug(name))


def _body_of(tokens: Sequence[Token], i: int, end: int, words: SpeakerWords) -> Speaker | None:
    """Read a body that a group owns: "the doctors' committee"."""
    if end + 1 >= len(tokens) or tokens[end].text not in ("'", "’"):
        return None
    if tokens[end + 1].lower not in words.words["organisation_noun"]:
        return None
    name = " ".join(token.text for token in tokens[i : end + 2] if token.text[0].isalpha())
    return Speaker(i, end + 2, COMMON, slug(name))


def _joined_body(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read a body of two nouns: "the Prisoners and Casualties Network"."""
    if shouting or i + 3 >= len(tokens) or tokens[i + 1].lower != "and":
        return None
    if not tokens[i].text[0].isupper() or words.name_at(tokens, i + 2, shouting) is not None:
        return None
    end = i
    while end < len(tokens) and (tokens[end].text[0].isupper() or tokens[end].lower == "and"):
        end += 1
    if end - i < 4 or tokens[end - 1].lower not in words.words["organisation_noun"]:
        return None
    name = " ".join(token.text for token in tokens[i:end])
    return Speaker(i, end, NAMED, slug(name))


def _of_place(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read an unnamed group with a place or a rank before it: "Jubaland officials"."""
    token = tokens[i]
    skip = words.words["not_a_name"], words.words["determiner"], words.words["preposition"]
    if i + 1 >= len(tokens) or any(token.lower in each for each in skip):
        return None
    if (shouting or token.lower in words.words["title"]) and token.lower != "deputy":
        return None
    if not token.text[0].isalpha() or (i == 0 and not _OF_A_PLACE.search(token.lower)):
        return None
    group = words.name_at(tokens, i + 1, shouting)
    if group is None or words.kinds.get(group[1]) != "unnamed_group":
        return None
    owner = tokens[i].lower.endswith("'s")
    name = " ".join(each.text for each in tokens[i : group[0]])
    if owner:
        # "the RSF's spokesman" speaks for the RSF.
        name = tokens[i].lower.removesuffix("'s")
    return Speaker(i, group[0], COMMON, slug(name))


def _with_article(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read "the group", "the Observatory", "the report"; "a report" refers to nobody before."""
    if tokens[i + 1].lower == "deputy" and (group := _of_place(tokens, i + 1, words, shouting)):
        return group
    named = words.name_at(tokens, i, shouting) or words.name_at(tokens, i + 1, shouting)
    anaphor = words.anaphor_at(tokens, i + 1)
    if named is not None and (anaphor is None or named[0] > anaphor[0]):
        owned = _body_of(tokens, i + 1, named[0], words)
        return owned or _named(tokens, i, named, words, shouting)
    if anaphor is None or tokens[i].lower in ("a", "an", "another"):
        return None
    end = anaphor[0]
    person = person_at(tokens, i + 1, words, shouting)
    if person is not None and person.last > end:
        return Speaker(i, person.last, person.form, person.claimant, of=person.of)
    noun = " ".join(token.lower for token in tokens[i + 1 : end])
    if end < len(tokens) and tokens[end].lower in ("of", "for", "in", "at") and named is None:
        return Speaker(i, end, COMMON, slug(noun), anaphor[1])
    # Where nothing before is meant, "the judge" is a speaker of that name, "the report" nobody.
    fallback = named[1] if named else slug(noun) if "person" in anaphor[1] else ""
    return Speaker(i, end, BACK, fallback, anaphor[1])


def _named(
    tokens: Sequence[Token], i: int, named: tuple[int, str], words: SpeakerWords, shouting: bool
) -> Speaker:
    """Read what belongs to a known name: "army spokesman Colonel Luis Diaz"."""
    end, claimant = named
    roles, nouns = words.words["role"], words.words["report_noun"]
    owner = tokens[end - 1].lower.endswith("'s")
    while end < len(tokens) and (
        tokens[end].lower in roles or (owner and tokens[end].lower in nouns)
    ):
        end += 1
    if end < len(tokens) and tokens[end].text == "(" and end + 2 < len(tokens):
        # An acronym after the name belongs to it: "Syrian Network for Human Rights (SNHR)".
        close = next(
            (k for k in range(end + 1, min(end + 7, len(tokens))) if tokens[k].text == ")"), 0
        )
        if close:
            end = close + 1
    if end < len(tokens) and words.kinds.get(claimant) != PERSON:
        titled = tokens[end - 1].lower in words.words["title"]
        person = person_at(tokens, end, words, shouting, titled)
        if person is not None and person.form == PERSON:
            of = claimant if words.kinds.get(claimant) != "unnamed_group" else ""
            return Speaker(i, person.last, PERSON, person.claimant, of=of)
    return Speaker(i, end, NAMED, claimant)


def person_at(
    tokens: Sequence[Token],
    i: int,
    words: SpeakerWords,
    shouting: bool,
    after_title: bool = False,
) -> Speaker | None:
    """Read a person's or an unlisted body's name that begins at token `i`, titles included."""
    titles = words.words["title"]
    bodies = words.words["organisation_noun"]
    start = i
    if tokens[i].lower.endswith(("-based", *_RUN)) and i + 1 < len(tokens):
        start = i = i + 1
    while start < len(tokens) and (
        (tokens[start].lower in titles and not _heads_body(tokens, start, bodies))
        or (start > i and tokens[start].text == ".")
    ):
        start += 1
    titled = after_title or start > i
    if start >= len(tokens) or (shouting and not titled):
        return None
    end = _name_end(tokens, start, words, shouting)
    happens = end == start + 1 and tokens[start].lower in words.words["incident_noun"]
    if end == start or (happens and not titled):
        return None
    name = " ".join(token.text for token in tokens[start:end] if token.text != ".")
    nouns = words.words["organisation_noun"]
    if any(token.lower in nouns for token in tokens[start:end]) and not titled:
        if end - start < 2:
            return None
        return Speaker(i, end, NAMED, slug(name))
    if len([token for token in tokens[start:end] if token.text != "."]) == 1 and "-" not in name:
        return Speaker(i, end, SURNAME, slug(name) if titled else "")
    return Speaker(i, end, PERSON, person_id(name, words))


def _heads_body(tokens: Sequence[Token], i: int, bodies: Mapping[str, str]) -> bool:
    """Tell whether a title is here an adjective: "the General Command"."""
    return i + 1 < len(tokens) and tokens[i].lower == "general" and tokens[i + 1].lower in bodies


def _name_end(tokens: Sequence[Token], start: int, words: SpeakerWords, shouting: bool) -> int:
    """Return where the run of name words that begins at `start` ends."""
    particles, not_names = words.words["particle"], words.words["not_a_name"]
    prepositions, nouns = words.words["preposition"], words.words["organisation_noun"]
    ends = words.name_ends
    end = start
    while end < len(tokens) and end - start < _LONGEST_NAME + 2:
        token = tokens[end]
        lower = token.lower
        if token.text == "." and end > start and len(tokens[end - 1].text) == 1:
            end += 1
            continue
        body = lower in _OF and _continues(tokens, end, start, nouns)
        if not token.text[0].isalpha() or (lower in not_names and not body):
            break
        if shouting and (
            lower in ends or (lower in prepositions and lower not in particles and not body)
        ):
            break
        small = lower in particles and lower not in _WORDS_OF_ITS_OWN
        joined = "-" in lower and lower.split("-")[0] in particles
        if not (token.text[0].isupper() or small or body or joined):
            break
        end += 1
    while end > start and (tokens[end - 1].lower in particles or tokens[end - 1].lower in _OF):
        end -= 1
    return end


def _continues(tokens: Sequence[Token], link: int, start: int, nouns: Mapping[str, str]) -> bool:
    """Tell whether "of" or "for" goes on with the name of a body: "Union of Free Students"."""
    body = any(token.lower in nouns for token in tokens[start:link])
    return body and link + 1 < len(tokens) and tokens[link + 1].text[0].isupper()
