"""Names of persons and of bodies that stand in no list: "Colonel Omar Diaz", "Lebanese Forces"."""

from collections.abc import Mapping, Sequence

from pipeline.language.bodies import (
    NUMBERED,
    continues_body,
    heads_body,
    opens_body,
    owns_body,
)
from pipeline.language.speaker_words import (
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

_LONGEST_NAME = 6
# Adjectives for who runs a body: "Houthi-run".
RUN = ("-run", "-led", "-controlled", "-appointed", "-aligned", "-backed", "-affiliated")
_OF = ("of", "for")
# Particles of names that are English words as well.
_WORDS_OF_ITS_OWN = frozenset({"as", "an", "at", "di"})


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
    if tokens[i].lower.endswith(("-based", *RUN)) and i + 1 < len(tokens):
        start = i = i + 1
        known = words.name_at(tokens, i, shouting)
        if known is not None:
            return Speaker(i, known[0], NAMED, known[1])
    while start < len(tokens) and (
        (tokens[start].lower in titles and not heads_body(tokens, start, bodies))
        or (start > i and tokens[start].text == ".")
    ):
        start += 1
    titled = after_title or start > i
    if start >= len(tokens) or (shouting and not titled):
        return None
    end = name_end(tokens, start, words, shouting)
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


def name_end(tokens: Sequence[Token], start: int, words: SpeakerWords, shouting: bool) -> int:
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
        body = body or (end == start and opens_body(tokens, start, nouns))
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
