"""Who may have spoken: the names, groups and stand-ins for speakers in a sentence."""

import re
from collections.abc import Mapping, Sequence

from pipeline.language.bodies import (
    NUMBERED,
    body_of,
    body_within,
    continues_body,
    heads_body,
    joined_body,
    of_its_body,
    owns_body,
    placed_body,
    titled_outlet,
    with_ordinal,
)
from pipeline.language.speaker_words import (
    ARTICLES,
    BACK,
    COMMON,
    NAMED,
    PERSON,
    SURNAME,
    Speaker,
    SpeakerWords,
    person_id,
    slug,
)
from pipeline.language.tokens import Token

__all__ = [
    "BACK",
    "COMMON",
    "NAMED",
    "PERSON",
    "SURNAME",
    "Speaker",
    "SpeakerWords",
    "find_speakers",
    "person_at",
    "person_id",
    "slug",
]

_LONGEST_NAME = 6
# Endings of adjectives and names of countries, told from "Local officials" at a sentence's head.
_OF_A_PLACE = re.compile(r"(?:ish|ese|[a-z]ian|ican|land|stan|aqi|eli|eni|uti|auti)\Z")
# Adjectives for who runs a body: "Houthi-run".
_RUN = ("-run", "-led", "-controlled", "-appointed", "-aligned", "-backed", "-affiliated")
_OF = ("of", "for")
# Particles of names that are English words as well.
_WORDS_OF_ITS_OWN = frozenset({"as", "an", "at", "di"})


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
            found.append(of_its_body(tokens, with_ordinal(tokens, speaker)))
            i = max(speaker.last, i + 1)
    return found


def _speaker_at(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    token = tokens[i]
    pronoun = words.words["pronoun"].get(token.lower)
    if pronoun is not None:
        return Speaker(i, i + 1, BACK, "", frozenset({pronoun}))
    article = token.lower in ARTICLES and i + 1 < len(tokens)
    joined = joined_body(tokens, i + article, words, shouting)
    if joined is not None:
        return joined
    if article:
        return _with_article(tokens, i, words, shouting)
    led = _led_body(tokens, i, words, shouting)
    if led is not None:
        return led
    named = words.name_at(tokens, i, shouting)
    if named is not None:
        body = body_of(tokens, i, named[0], words) or body_within(tokens, i, named, words)
        return body or _named(tokens, i, named, words, shouting)
    return _of_place(tokens, i, words, shouting) or person_at(tokens, i, words, shouting)


def _speaks_for(
    tokens: Sequence[Token], i: int, speaker: Speaker, words: SpeakerWords, shouting: bool
) -> Speaker:
    """Return for whom a spokesman speaks, where that is said: "a spokesman for the rebels"."""
    end = speaker.last
    spokesman = tokens[end - 1].lower.startswith("spokes")
    if not spokesman or end + 1 >= len(tokens) or tokens[end].lower not in _OF:
        return speaker
    body = _speaker_at(tokens, end + 1, words, shouting)
    if body is None or body.form in (PERSON, SURNAME):
        body = placed_body(tokens, end + 1, words)
    if body is None or not body.claimant:
        return speaker
    claimant = body.claimant
    if body.form == BACK:
        # Where no group is named before, "a spokesman of the group" is all that is known.
        claimant = f"{claimant}_spokesman"
    return Speaker(i, body.last, body.form, claimant, body.refers)


def _led_body(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read a body by those who run it: "Houthi-run health authorities" are no ministry."""
    if not tokens[i].lower.endswith(_RUN) or i + 1 >= len(tokens):
        return None
    named = words.name_at(tokens, i + 1, shouting)
    if named is None:
        return None
    if words.is_outlet(named[1]):
        return _named(tokens, i, named, words, shouting)
    name = " ".join(token.text for token in tokens[i : named[0]])
    return Speaker(i, named[0], COMMON, slug(name))


def _of_place(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read an unnamed group with a place or a rank before it: "Jubaland officials"."""
    token = tokens[i]
    skip = words.words["not_a_name"], words.words["determiner"], words.words["preposition"]
    if i + 1 >= len(tokens) or any(token.lower in each for each in skip):
        return None
    owner = token.lower.endswith("'s")
    placed = owner or _OF_A_PLACE.search(token.lower) is not None
    if (shouting and not placed) or (
        token.lower in words.words["title"] and token.lower != "deputy"
    ):
        return None
    if not token.text[0].isalpha() or (i == 0 and not placed):
        return None
    group = words.name_at(tokens, i + 1, shouting)
    if group is None:
        return None
    outlet = titled_outlet(tokens, i, group[0], words, shouting)
    if outlet is not None:
        return outlet
    source = tokens[i + 1].lower in {"source", "sources"} and token.text.isupper() and i > 0
    if not words.is_unnamed(group[1]) and not source:
        return None
    body = body_of(tokens, i, group[0], words)
    if body is not None and not owner:
        return body
    if owner and tokens[group[0] - 1].lower.startswith("spokes"):
        # "the RSF's spokesman" speaks for the RSF.
        return Speaker(i, group[0], COMMON, slug(token.text))
    # Two ministries of two countries are two speakers.
    name = " ".join(each.text for each in tokens[i + 1 : group[0]])
    return Speaker(i, group[0], COMMON, f"{slug(token.text)}_{slug(name)}")


def _with_article(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read "the group", "the Observatory", "the report"; "a report" refers to nobody before."""
    if tokens[i + 1].lower == "deputy" and (group := _of_place(tokens, i + 1, words, shouting)):
        return group
    named = words.name_at(tokens, i, shouting) or words.name_at(tokens, i + 1, shouting)
    if named is not None and (outlet := titled_outlet(tokens, i, named[0], words, shouting)):
        return outlet
    anaphor = words.anaphor_at(tokens, i + 1)
    inside = _source_inside(tokens, i, words, shouting)
    if inside is not None:
        return inside
    if named is not None and (anaphor is None or named[0] > anaphor[0]):
        owned = body_of(tokens, i + 1, named[0], words)
        owned = owned or body_within(tokens, i + 1, named, words)
        return owned or _named(tokens, i, named, words, shouting)
    if anaphor is None and named is None and not shouting:
        return placed_body(tokens, i, words)
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
    nobody = not {"report", "media"}.isdisjoint(anaphor[1])
    fallback = named[1] if named else "" if nobody else slug(noun)
    return Speaker(i, end, BACK, fallback, anaphor[1])


def _source_inside(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Return for which body a source speaks: "a source at the Police Command"."""
    at = i + 2
    if tokens[i + 1].lower not in {"source", "sources"} or at + 1 >= len(tokens):
        return None
    if tokens[at].lower not in {"at", "in", "from", "inside", "within"}:
        return None
    body = _speaker_at(tokens, at + 1, words, shouting)
    if body is None or not body.claimant or body.form not in (NAMED, COMMON):
        return None
    return Speaker(i, body.last, body.form, body.claimant)


def _named(
    tokens: Sequence[Token], i: int, named: tuple[int, str], words: SpeakerWords, shouting: bool
) -> Speaker:
    """Read what belongs to a known name: "army spokesman Colonel Luis Diaz"."""
    end, claimant = named
    if outlet := titled_outlet(tokens, i, end, words, shouting):
        return outlet
    roles, nouns = words.words["role"], words.words["report_noun"]
    owner = tokens[end - 1].lower.endswith("'s")
    if owner and end + 1 < len(tokens) and tokens[end].text.islower():
        # "the Observatory's monthly report"
        end += tokens[end + 1].lower in nouns
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
    spoken = Speaker(i, end, NAMED, claimant)
    return _speaks_for(tokens, i, spoken, words, shouting)


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
        (tokens[start].lower in titles and not heads_body(tokens, start, bodies))
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
    office = _end_of_office(tokens, start, end, titles)
    if office:
        # "Croatian Information Minister Ante Baric": the minister speaks by name.
        start, titled = office, True
    name = " ".join(token.text for token in tokens[start:end] if token.text != ".")
    if tokens[end - 1].text.isdigit():
        return Speaker(i, end, NAMED, slug(name))
    nouns = words.words["organisation_noun"]
    if any(token.lower in nouns for token in tokens[start:end]) and not titled:
        if end - start < 2:
            return None
        return Speaker(i, end, NAMED, slug(name))
    if len([token for token in tokens[start:end] if token.text != "."]) == 1 and "-" not in name:
        return Speaker(i, end, SURNAME, slug(name) if titled else "")
    if not titled and tokens[end - 1].lower in titles:
        # "the Police Public Relations Officer" is an office; its holder is named behind it.
        return Speaker(i, end, COMMON, slug(name))
    return Speaker(i, end, PERSON, person_id(name, words))


def _end_of_office(tokens: Sequence[Token], start: int, end: int, titles: Mapping[str, str]) -> int:
    """Return where the name begins behind an office that opens with other words, 0 for none."""
    for k in range(end - 2, start, -1):
        if tokens[k].lower in titles and end - k > 1 and tokens[k + 1].text != ".":
            return k + 1 if end - k > 2 else 0
    return 0


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
        if token.text in ("'", "’") and owns_body(tokens, end, start, nouns):
            end += 2
            continue
        body = lower in _OF and continues_body(tokens, end, start, nouns)
        if lower == "the" and end > start + 1 and continues_body(tokens, end - 1, start, nouns):
            end += 1  # "the Secretariat of the Interior"
            continue
        if token.text.isdigit() and tokens[end - 1].lower in NUMBERED and end > start:
            # "Column 6", "Brigade 101"
            return end + 1
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
