"""Names inside a subject that are not its head: a place, a means, those who are told."""

from pipeline.language.common_nouns import NEARING
from pipeline.language.complements import UNATTRIBUTED
from pipeline.language.speaker_view import SpeakerView
from pipeline.language.speakers import NAMED, PERSON, SURNAME, Speaker

_AT = frozenset(["at", "near", "outside", "inside"])
# What a body issues and speaks by.
_ISSUED = frozenset(
    "video footage film list document documents letter photographs images recording paper page "
    "notice leaflet survey investigation inquiry study findings map bulletin tape".split()
)
_SPEAKING = frozenset({"speaking", "talking", "writing"})


def is_inside_phrase(view: SpeakerView, speaker: Speaker) -> bool:
    """Tell whether a name only ends the subject: "groups in London", "reached by Skype"."""
    before = view.word(speaker.first - 1)
    return (
        is_like_place(view, speaker)
        or hangs(view, speaker)
        or (speaker.form == SURNAME and before in NEARING)
        or (before == "by" and (speaker.form == SURNAME or _is_asked_by(view, speaker)))
    )


def is_like_place(view: SpeakerView, speaker: Speaker) -> bool:
    """Tell whether a lone capital word stands where a place or a date would."""
    before = view.word(speaker.first - 1)
    inside = (
        "in", "at", "on", "near", "from", "to", "of", "outside", "around", "between", "via",
        "about", "through",
    )  # fmt: skip
    lone = speaker.form in (SURNAME, PERSON) and not speaker.of
    return (lone or is_capital(view, speaker)) and before in inside


def is_capital(view: SpeakerView, speaker: Speaker) -> bool:
    """Tell whether a government's name is the place of its capital: "an envoy in Tehran"."""
    return (
        speaker.form == NAMED
        and view.word(speaker.first - 1) in ("in", "from", "outside", "near")
        and speaker.last == speaker.first + 1
        and view.kind(speaker) == "state_body"
    )


def hangs(view: SpeakerView, speaker: Speaker) -> bool:
    """Tell whether a body is but the place of the speaker: "a nurse at the city's hospital"."""
    if speaker.form != NAMED or view.kind(speaker) == "person":
        return False
    k = speaker.first - 1
    while (
        k > 0
        and speaker.first - k < 5
        and view.tokens[k].text[0].isalpha()
        and view.word(k) not in view.words["preposition"]
        and view.word(k) not in view.words["speech_verb"]
    ):
        k -= 1
    if speaker.claimant == UNATTRIBUTED:
        # "the commissioner for information"
        return view.word(k) in ("for", "of")
    return view.word(k) in _AT


def _is_asked_by(view: SpeakerView, speaker: Speaker) -> bool:
    """Tell whether a body only asks or is the means: "a clerk reached by radio"."""
    k = speaker.first - 1
    if not view.common.participle(k - 1):
        return False
    issued = view.word(k - 2) in view.words["report_noun"] or view.word(k - 2) in _ISSUED
    return not issued and view.common.head(k) is not None


def is_told(view: SpeakerView, speaker: Speaker) -> bool:
    """Tell whether a body is told by another: "in a note delivered to a news agency,"."""
    k = speaker.first
    while k > 0 and speaker.first - k < 4 and view.tokens[k - 1].text[0].isalpha():
        k -= 1
        if view.word(k) == "to":
            return view.word(k - 1).endswith("ed") or view.word(k - 1) in _SPEAKING
    return False


def widened(view: SpeakerView, speaker: Speaker) -> Speaker:
    """Return the head where the speaker found is only its complement ("rebels in Sarmin")."""
    k = speaker.first - 1
    while (
        k >= 0
        and speaker.first - k < 4
        and (view.word(k) in view.words["determiner"] or view.word(k) in ("same", "local"))
    ):
        k -= 1
    if view.word(k) == "to" and view.word(k - 1) == "close":
        k -= 1
    elif view.word(k) not in ("of", "for", "from", "with", "at", "in", "near", "and"):
        return speaker
    head = view.ends.get(k)
    if head is None:
        return speaker
    if view.word(k) == "and":
        return head if head.form in (NAMED, PERSON) else speaker
    if (
        head.form == PERSON
        or view.word(k) == "close"
        or (speaker.form == SURNAME and head.form == NAMED)
    ):
        return head
    return speaker
