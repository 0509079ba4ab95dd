"""Subjects that follow their verb of speech: `"nine died", said the group`."""

from pipeline.language.coverage import QUOTES
from pipeline.language.described_subjects import is_described_before
from pipeline.language.speaker_view import SpeakerView
from pipeline.language.speakers import BACK, PERSON, Speaker
from pipeline.language.speaking_owners import issuer_behind


def subject_after(view: SpeakerView, i: int, lower: str) -> Speaker | None:
    """Return the subject that follows its verb: `..., said the group`."""
    quoted = view.word(i - 1) in QUOTES
    if not _may_be_inverted(view, i, lower, quoted):
        return None
    speaker = _speaker_at(view, i + 1, quoted or lower in ("said", "says", "added"))
    if speaker is not None and (issuer := issuer_behind(view, speaker)):
        return issuer
    if speaker is not None and view.word(speaker.last) == ",":
        # "said the owner, Karam Nader": the name tells more than the description.
        named = view.starts.get(speaker.last + 1)
        if named is not None and named.form == PERSON and speaker.form != PERSON:
            return named
    if speaker is not None and not quoted and _goes_on(view, speaker.last):
        return None
    pronoun = speaker is not None and speaker.form == BACK and speaker.last == i + 2
    if speaker is None or quoted or (lower in ("said", "says") and not pronoun):
        return speaker
    ended = speaker.last >= len(view.tokens) or view.word(speaker.last) in (",", ".", ";")
    return speaker if ended else None


def _goes_on(view: SpeakerView, k: int) -> bool:
    """Tell whether a verb follows, so that another spoke: "the clerk, 45, said guards were"."""
    return view.word(k) in view.words["be_form"] or view.word(k) in ("had", "has", "have")


def _may_be_inverted(view: SpeakerView, i: int, lower: str, quoted: bool) -> bool:
    """Tell whether the verb at `i` stands behind what is said, so that its subject follows."""
    if not i or lower not in view.words["inverting_verb"] or view.word(i + 1) == "that":
        return False
    if quoted:
        return True
    if view.word(i - 1) not in (",", "-", "—", "–"):
        return False
    if is_described_before(view, i, view.word(i + 1)):
        return False
    # "The governor, Ali Reza, said police had fled": nothing is told before.
    return view.first_told < i or _is_thrown_in(view, i)


def _speaker_at(view: SpeakerView, k: int, any_noun: bool) -> Speaker | None:
    """Return the speaker at `k`, past an article, and one in no list where `any_noun` may speak."""
    speaker = view.starts.get(k)
    if speaker is None and view.word(k) in view.words["determiner"]:
        speaker = view.starts.get(k + 1)
        if speaker is None and any_noun:
            speaker = view.common.since(k)
    return speaker


def _is_thrown_in(view: SpeakerView, i: int) -> bool:
    """Tell whether two commas set the words off: "The toll, said the governor, had reached"."""
    speaker = view.starts.get(i + 1)
    named = speaker is not None and speaker.form == PERSON
    if view.word(i - 1) != "," or not (named or view.word(i + 1) == "the"):
        return False
    low = speaker.last if speaker and named else i + 3
    return any(view.word(k) == "," for k in range(low, low + 3))
