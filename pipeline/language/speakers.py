"""Who may have spoken: the names, groups and stand-ins for speakers in a sentence."""

from collections.abc import Sequence

from pipeline.language.bodies import (
    OF_A_PLACE,
    body_of,
    body_within,
    joined_body,
    of_its_body,
    opens_kind,
    placed_body,
    titled_outlet,
    with_kind,
    with_land,
    with_ordinal,
)
from pipeline.language.person_names import RUN, name_end, person_at
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
    "ARTICLES",
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

_OFFICES = frozenset("province governorate municipality prefecture district county".split())
_OF = ("of", "for")


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
            if found and opens_kind(found[-1], speaker, tokens):
                found.pop()
            low = found[-1].last if found else 0
            speaker = with_kind(tokens, speaker, low, words)
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
    if not tokens[i].lower.endswith(RUN) or i + 1 >= len(tokens):
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
    placed = owner or OF_A_PLACE.search(token.lower) is not None
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
    same = tokens[i + 1].lower == "same" and i + 2 < len(tokens)  # "the same daily"
    anaphor = words.anaphor_at(tokens, i + 1) or (words.anaphor_at(tokens, i + 2) if same else None)
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
    if (group := _named_group(tokens, i, anaphor, words, shouting)) is not None:
        return group
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


def _named_group(
    tokens: Sequence[Token],
    i: int,
    anaphor: tuple[int, frozenset[str]],
    words: SpeakerWords,
    shouting: bool,
) -> Speaker | None:
    """Read the name that follows what a group is: "the monitoring group Kivu Eye"."""
    end, kinds = anaphor
    if shouting or "monitor" not in kinds or end >= len(tokens):
        return None
    last = name_end(tokens, end, words, shouting)
    if last == end:
        return None
    known = words.name_at(tokens, end, shouting)
    if known is not None and known[0] >= last:
        return Speaker(i, known[0], NAMED, known[1])
    return Speaker(i, last, NAMED, slug(" ".join(token.text for token in tokens[end:last])))


def _source_inside(
    tokens: Sequence[Token], i: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Return for which body a source speaks: "a source at the Police Command"."""
    at = i + 2
    if tokens[i + 1].lower not in {"source", "sources"} or at + 1 >= len(tokens):
        return None
    if tokens[at].lower not in {"at", "in", "from", "inside", "within", "of"}:
        return None
    body = _speaker_at(tokens, at + 1, words, shouting)
    office = at + 1 + (tokens[at + 1].lower == "the")
    if body is None and office < len(tokens) and tokens[office].lower in _OFFICES:
        # "a source at the province"
        claimant = f"{slug(tokens[office].text)}_{slug(tokens[i + 1].text)}"
        return Speaker(i, office + 1, COMMON, claimant)
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
    spoken = with_land(tokens, Speaker(i, end, NAMED, claimant), named[0], words)
    return _speaks_for(tokens, i, spoken, words, shouting)
