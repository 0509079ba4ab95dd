"""Speakers whose words another passes on: "AFP, citing medics", "learned from the ministry"."""

from pipeline.language.coverage import LEAD, Found, form_of
from pipeline.language.speaker_view import SpeakerView, shown
from pipeline.language.speakers import SURNAME, Speaker
from pipeline.language.subjects import subject_before, subject_before_citing


def read_cited(view: SpeakerView, i: int) -> Found | None:
    """Read "AFP, citing medics": the medics speak."""
    speaker, last = view.after(i + 1)
    if speaker is None or (speaker.form == SURNAME and not speaker.claimant):
        return None
    if view.word(i + 1) == "by" and not view.is_outlet(speaker):
        return None  # "Nurses, quoted by a foreign daily, spoke of": the nurses speak.
    carrier = subject_before_citing(view, i)
    via = carrier if carrier and view.is_outlet(carrier) else None
    first = min(i, via.first) if via else i
    form = form_of(view.tokens, view.words, first, last)
    return Found(first, last, shown(speaker), form, "claimant.citing", via)


def read_quoted(
    view: SpeakerView, i: int, be: int, quoting: Speaker | None, last: int
) -> Found | None:
    """Read "the colonel was quoted by AFP", where `quoting` ends before `last`."""
    subject = subject_before(view, be, any_noun=True)
    if subject is None:
        return None
    return Found(subject.first, max(last, i + 1), subject, LEAD, "claimant.quoted", quoting)


def read_learned(view: SpeakerView, i: int) -> Found | None:
    """Read "the agency learned from the ministry": the ministry speaks."""
    speaker, last = view.after(i + 2)
    if speaker is None:
        return None
    asks = subject_before(view, i, any_noun=True)
    via = asks if asks and view.is_outlet(asks) else None
    first = asks.first if asks else i
    form = form_of(view.tokens, view.words, first, last)
    return Found(first, last, shown(speaker), form, "claimant.learned_from", via)
