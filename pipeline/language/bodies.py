"""Bodies that speak and stand in no list: "the Doctors' Network", "the UN Panel"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.language.speaker_words import (
    BACK,
    COMMON,
    NAMED,
    SURNAME,
    Speaker,
    SpeakerWords,
    slug,
)
from pipeline.language.tokens import Token

# Endings of adjectives and names of countries, told from "Local officials" at a sentence's head.
OF_A_PLACE = re.compile(r"(?:ish|ese|[a-z]ian|ican|land|stan|aqi|eli|eni|uti|auti)\Z")
# What bodies of fighters are called before or behind their number.
NUMBERED = frozenset("column brigade battalion division regiment sector unit zone front".split())
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
# Speakers of whom an adjective tells more, and adjectives that do not.
_OF_SOME_KIND = frozenset({"source", "sources", "officials", "administration", "spokesperson"})
_OF_NO_KIND = frozenset(
    "reliable informed credible trusted anonymous unnamed unidentified unknown independent various "
    "numerous senior top high same several some many other others such own different separate "
    "further multiple additional open secondary primary available private certain official "
    "knowledgeable new main only second third first last next".split()
)
STATIONS = frozenset({"radio", "television", "tv"})
# Kinds of speakers whose name may open the name of a body of theirs.
_OPENING_KINDS = frozenset({"unattributed", "international_organisation"})


def body_of(tokens: Sequence[Token], i: int, end: int, words: SpeakerWords) -> Speaker | None:
    """Read a body that a group owns: "the doctors' committee"."""
    if end + 1 >= len(tokens) or tokens[end].text not in ("'", "’"):
        return None
    if tokens[end + 1].lower not in words.words["organisation_noun"]:
        return None
    name = " ".join(token.text for token in tokens[i : end + 2] if token.text[0].isalpha())
    return Speaker(i, end + 2, COMMON, slug(name))


def body_within(
    tokens: Sequence[Token], i: int, named: tuple[int, str], words: SpeakerWords
) -> Speaker | None:
    """Read a body that opens with another name: "the Information Team", "the UN Panel"."""
    end, claimant = named
    if words.kinds.get(claimant) not in _OPENING_KINDS or end >= len(tokens):
        return None
    if not tokens[end].text[0].isupper() or tokens[end].text.isupper():
        return None
    if tokens[end].lower not in words.words["organisation_noun"]:
        return None
    return Speaker(i, end + 1, NAMED, slug(" ".join(t.text for t in tokens[i : end + 1])))


def titled_outlet(
    tokens: Sequence[Token], i: int, end: int, words: SpeakerWords, shouting: bool
) -> Speaker | None:
    """Read the name that follows what an outlet is: "the state news agency ANOP".

    Args:
        tokens: of one sentence.
        i: where the words before the name begin.
        end: where the name may begin.
        words: names and vocabulary.
        shouting: whether case tells nothing of names.
    """
    if shouting or end >= len(tokens) or not tokens[end].text[0].isupper():
        return None
    if tokens[end - 1].lower not in words.words["outlet_noun"]:
        return None
    known = words.name_at(tokens, end, shouting)
    if known is not None:
        return Speaker(i, known[0], NAMED, known[1])
    last = end
    while last < len(tokens) and (
        tokens[last].text[0].isupper()
        or (last > end and tokens[last].lower in words.words["particle"])
    ):
        last += 1
    while tokens[last - 1].text[0].islower():
        last -= 1
    first = end - tokens[end - 1].text[0].isupper()  # "Radio Libertad" has its kind in its name
    return Speaker(i, last, NAMED, slug(" ".join(token.text for token in tokens[first:last])))


def placed_body(tokens: Sequence[Token], i: int, words: SpeakerWords) -> Speaker | None:
    """Read a body that its place names, with an article before it: "the Kalabo garrison"."""
    if i + 2 >= len(tokens) or tokens[i].lower not in ("the", "a", "an"):
        return None
    end = i + 1
    while end < len(tokens) - 1 and end - i < 4 and tokens[end].text[0].isupper():
        if tokens[end + 1].text in words.words["organisation_noun"]:
            name = " ".join(token.text for token in tokens[i + 1 : end + 2])
            last = end + 2  # "an Azanian army spokesman"
            if last < len(tokens) and tokens[last].lower.startswith("spokes"):
                last += 1
            return Speaker(i, last, COMMON, slug(name))
        end += 1
    return None


def joined_body(
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


def heads_body(tokens: Sequence[Token], i: int, bodies: Mapping[str, str]) -> bool:
    """Tell whether a title is here an adjective: "the General Command"."""
    return i + 1 < len(tokens) and tokens[i].lower == "general" and tokens[i + 1].lower in bodies


def owns_body(tokens: Sequence[Token], mark: int, start: int, nouns: Mapping[str, str]) -> bool:
    """Tell whether the members of a body stand before the mark: "the Doctors' Network"."""
    if mark == start or mark + 1 >= len(tokens) or not tokens[mark - 1].lower.endswith("s"):
        return False
    return tokens[mark + 1].text[0].isupper() and tokens[mark + 1].lower in nouns


def continues_body(
    tokens: Sequence[Token], link: int, start: int, nouns: Mapping[str, str]
) -> bool:
    """Tell whether "of" or "for" goes on with the name of a body: "Union of Free Students"."""
    body = any(token.lower in nouns for token in tokens[start:link])
    after = link + 1 + (link + 1 < len(tokens) and tokens[link + 1].lower == "the")
    return body and after < len(tokens) and tokens[after].text[0].isupper()


def with_ordinal(tokens: Sequence[Token], speaker: Speaker) -> Speaker:
    """Add the number before a unit: "the 6th Infantry Division"."""
    before = tokens[speaker.first - 1].lower if speaker.first else ""
    if speaker.form != NAMED or tokens[speaker.last - 1].lower not in NUMBERED:
        return speaker
    if not _ORDINAL.fullmatch(before):
        return speaker
    return replace(speaker, first=speaker.first - 1, claimant=f"{slug(before)}_{speaker.claimant}")


def with_kind(tokens: Sequence[Token], speaker: Speaker, low: int, words: SpeakerWords) -> Speaker:
    """Add what tells such speakers apart: "a hospital source", "relief officials".

    Args:
        tokens: of one sentence.
        speaker: one that was found.
        low: where the speaker before it ends.
        words: names and vocabulary.
    """
    k = speaker.first - 1
    if tokens[speaker.last - 1].lower not in _OF_SOME_KIND or speaker.last - speaker.first > 1:
        return speaker
    if k < low or speaker.form == BACK or not _tells_kind(tokens[k], words):
        return speaker
    name = f"{slug(tokens[k].text)}_{slug(tokens[k + 1].text)}"
    return replace(speaker, first=k, form=COMMON, claimant=name)


def _tells_kind(token: Token, words: SpeakerWords) -> bool:
    """Tell whether a word says of what kind somebody is, and no more than "reliable"."""
    lower = token.lower
    if not lower.isalpha() or lower in _OF_NO_KIND or lower.endswith(("ed", "ing", "ly")):
        return False
    roles = (
        "preposition", "conjunction", "determiner", "not_a_name", "speech_verb", "auxiliary",
        "be_form", "opener", "pronoun", "hedge",
    )  # fmt: skip
    return not any(lower in words.words[role] for role in roles)


def with_land(tokens: Sequence[Token], speaker: Speaker, end: int, words: SpeakerWords) -> Speaker:
    """Add the land or the station to an unnamed body: "the Armed Forces of Azania", "Rebel Radio".

    Args:
        tokens: of one sentence.
        speaker: one that was found.
        end: where its known name ends.
        words: names and vocabulary.
    """
    if words.kinds.get(speaker.claimant) != "unnamed_group" or end >= len(tokens):
        return speaker
    last = end
    if tokens[end].lower in STATIONS:
        last = end + 1
    elif tokens[end].lower == "of" and tokens[end - 1].text[0].isupper():
        after = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].lower == "the")
        if after < len(tokens) and tokens[after].text[0].isupper():
            last = after + 1
    if last == end:
        return speaker
    first = speaker.first + (tokens[speaker.first].lower in ("the", "a", "an"))
    name = slug(" ".join(token.text for token in tokens[first:last]))
    return replace(speaker, last=max(last, speaker.last), claimant=name)


def of_its_body(tokens: Sequence[Token], speaker: Speaker) -> Speaker:
    """Let "its spokesman" speak for the body told before."""
    owned = speaker.first > 0 and tokens[speaker.first - 1].lower in {"its", "their"}
    if not owned or not tokens[speaker.first].lower.startswith("spokes"):
        return speaker
    if speaker.last > speaker.first + 1:
        return speaker
    return replace(speaker, form=BACK, refers=frozenset({"body"}))


def opens_body(tokens: Sequence[Token], i: int, nouns: Mapping[str, str]) -> bool:
    """Tell whether a people opens the name of a body: "Lebanese Forces"."""
    owned = i > 0 and tokens[i - 1].lower.endswith("'s")
    if owned or i + 1 >= len(tokens) or not OF_A_PLACE.search(tokens[i].lower):
        return False
    return tokens[i + 1].text.istitle() and tokens[i + 1].lower in nouns


def opens_kind(before: Speaker, speaker: Speaker, tokens: Sequence[Token]) -> bool:
    """Tell whether a capital only opens the sentence: "Relief officials"."""
    lone = before.form == SURNAME and not before.claimant and not before.first
    return lone and before.last == speaker.first and tokens[speaker.first].text.islower()
