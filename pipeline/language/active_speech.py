"""Subjects before their verb of speech: "the group said"."""

from dataclasses import replace

from pipeline.language.complements import UNATTRIBUTED
from pipeline.language.coverage import LEAD, Found, form_of
from pipeline.language.speaker_view import SpeakerView
from pipeline.language.speakers import BACK, COMMON, NAMED, Speaker
from pipeline.language.speech_senses import gives_account, gives_figure
from pipeline.language.subjects import subject_before

_FILED = frozenset(["documented", "documents", "logged", "logs", "tallied", "lists", "counts"])
_PUTTING = frozenset(["put", "puts", "gave", "gives", "revised"])


def read_active(view: SpeakerView, i: int, lower: str, value: str) -> Found | None:
    """Read a subject before its verb at `i`.

    Args:
        view: the sentence.
        i: position of the verb.
        lower: the verb in lower case.
        value: its kind among the verbs of speech.
    """
    # "An order announcing ..." describes the order; nobody speaks there.
    goes_on = {view.word(i - 1), view.word(i - 2)} & view.words["be_form"].keys()
    any_noun = value in ("any", "denied") and (bool(goes_on) or not lower.endswith("ing"))
    speaker = subject_before(view, i, any_noun, value == "strict")
    if speaker is None or _tells_nothing(view, speaker, i, value):
        return None
    speaker = _first_of_two(view, speaker)
    last, via = view.complements.addressee(i + 1, lower)
    informed = view.starts.get(i + 1) if lower == "informed" else None
    if speaker.claimant == UNATTRIBUTED and informed and view.kind(informed) == "monitor":
        # "Reliable sources informed the monitor": it is the monitor that tells us.
        speaker, last = informed, informed.last
    first = min(speaker.first, i)
    refused = value == "denied" or lower in ("rejected", "rejects")
    if refused and _is_aside(view, first):
        return None  # "..., which the leaders deny" is told by somebody else.
    if via is None and speaker.of and view.vocabulary.is_outlet(speaker.of):
        via = Speaker(speaker.first, speaker.last, NAMED, speaker.of)
    known = speaker if speaker.claimant != UNATTRIBUTED or speaker.form == BACK else None
    form = form_of(view.tokens, view.words, first, last)
    return Found(first, last, known, form, "claimant.subject", via, verdict_of(value))


def read_seen(view: SpeakerView, i: int) -> Found | None:
    """Read "Reporters taken to the plain saw 15 burnt-out tanks"."""
    if not gives_figure(view.tokens, i, view.words):
        return None
    speaker = subject_before(view, i, any_noun=True)
    if speaker is None or speaker.form == BACK:
        return None
    named = {token.lower for token in view.tokens[speaker.first : speaker.last]}
    if named.isdisjoint(view.words["eyewitness"]):
        return None
    return Found(speaker.first, i + 1, speaker, LEAD, "claimant.subject")


def verdict_of(value: str) -> str:
    """Return the verdict on what is said that a kind of verb of speech gives."""
    return "denied" if value == "denied" else "reported"


def _tells_nothing(view: SpeakerView, speaker: Speaker, i: int, value: str) -> bool:
    """Tell whether the speaker's verb is no statement, or none but the text's own."""
    lower = view.word(i)
    if lower in _PUTTING:
        figure = gives_figure(view.tokens, i, view.words)
        if not figure and not gives_account(view.tokens, i, view.words):
            return True
    if lower == "show" and speaker.form == COMMON:
        return True  # "Videos show nine dead": the text itself says what they show.
    if view.word(speaker.first - 1) == "what" and lower in ("said", "say", "says"):
        return True  # "I just write what they said"
    if view.word(i - 2) == "our" and view.word(i - 1) in view.words["eyewitness"]:
        return True  # "Our correspondent recalls that": the text speaks of itself.
    # "Our database logs 37 attacks": so does it here.
    return value == "any" and lower in _FILED and view.word(speaker.first) == "our"


def _first_of_two(view: SpeakerView, speaker: Speaker) -> Speaker:
    """Return the first of two who speak together: "a local leader and foreign media said"."""
    if view.word(speaker.first - 1) != "and" or speaker.form == BACK:
        return speaker
    first = view.common.before(speaker.first - 2)
    if first is None or first.last != speaker.first - 1:
        return speaker
    opens = first.first == 0 or view.word(first.first - 1) in (",", "that", "but")
    return replace(first, last=speaker.last) if opens else speaker


def _is_aside(view: SpeakerView, first: int) -> bool:
    """Tell whether the subject at `first` opens a clause that only describes what was said."""
    opens = first
    while opens and view.word(opens - 1).endswith(("the", "its", "their", "'s", "’s")):
        opens -= 1
    link, before = view.word(opens - 1), view.word(opens - 2)
    return link == "which" or (link == "that" and before in view.words["owned_claim"])
