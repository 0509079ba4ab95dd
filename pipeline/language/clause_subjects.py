"""Subjects apart from their verb: at the opening of the clause, or before a phrase."""

from pipeline.language.hanging_names import is_like_place
from pipeline.language.speaker_view import REACH, STOPS, SpeakerView
from pipeline.language.speakers import BACK, NAMED, PERSON, SURNAME, Speaker

_LINKING = frozenset(["and", "but", "while", "whereas", "yet"])


def opening_noun(view: SpeakerView, k: int) -> Speaker | None:
    """Return the noun that opens the clause, as the speaker that it may be known for."""
    noun = view.common.head(k)
    known = noun and next(view.forwards(noun.first), None)
    if noun and known and known.first == noun.first and known.form in (NAMED, BACK):
        return known
    return noun


def before_phrase(view: SpeakerView, k: int) -> Speaker | None:
    """Return the speaker before a phrase without commas: "an activist on the border said"."""
    for speaker in view.backwards(k):
        if k - speaker.last > 9:
            return None
        between = view.tokens[speaker.last : k + 1]
        if any(token.text in STOPS or token.text == "," for token in between):
            return None
        link = view.word(speaker.last)
        if any(_speaks_at(view, at) for at in range(speaker.last, k + 1)):
            return None
        if (
            speaker.form in (NAMED, PERSON, BACK)
            and (
                link in view.words["preposition"]
                or link in ("who", "whose")
                or view.common.participle(speaker.last)
            )
            and link not in ("after", "before", "until", "as", "by")
        ):
            return speaker
    return None


def _speaks_at(view: SpeakerView, k: int) -> bool:
    """Tell whether a verb by which somebody speaks stands at `k`."""
    word = view.word(k)
    value = view.words["speech_verb"].get(word)
    if value is None or value in ("seen", "learned") or view.word(k - 1) == "the":
        return False
    needed = view.words["needs_next"].get(word)
    return needed is None or view.word(k + 1) in needed.split("|")


def first_of_clause(view: SpeakerView, k: int) -> Speaker | None:
    """Return the speaker with which the clause opens and on which an apposition hangs."""
    low = k
    while low > 0 and view.tokens[low - 1].text not in STOPS and k - low < REACH + 10:
        low -= 1
    for speaker in view.forwards(low):
        if speaker.form == SURNAME and not speaker.claimant:
            continue
        if speaker.last > k:
            return None
        follows = view.word(speaker.last)
        if is_like_place(view, speaker) or speaker.form not in (NAMED, PERSON):
            continue
        if view.tokens[k].text == "," or follows in (",", "who", "which", "that"):
            return speaker if _opens(view, speaker.first, low) else None
    return None


def _opens(view: SpeakerView, first: int, low: int) -> bool:
    """Tell whether only a when or where stands before the speaker in its clause."""
    k = first - 1
    if view.word(k) in view.words["determiner"]:
        k -= 1
    return k < low or view.tokens[k].text == "," or k - low < 5


def head_of_second_clause(view: SpeakerView, k: int) -> Speaker | None:
    """Return the head of a subject behind ", and": "..., and the bishop in his letter said"."""
    low = k
    while low > 0 and view.tokens[low - 1].text not in STOPS and view.word(low - 1) != ",":
        low -= 1
    linked = view.word(low) in _LINKING and view.word(low - 1) == ","
    return view.common.head(k) if linked else None
