"""Verbs of speech in the passive: "was confirmed by the ministry", "it was reported"."""

from pipeline.language.citations import read_quoted
from pipeline.language.coverage import HEDGE, TRAIL, Found, form_of
from pipeline.language.speaker_view import SpeakerView, shown
from pipeline.language.speakers import Speaker
from pipeline.language.subject_ends import is_auxiliary
from pipeline.language.subjects import subject_before

# "Deaths reported by hospitals": these participles need no form of "to be".
_COMPILED = frozenset(
    ["reported", "recorded", "documented", "counted", "compiled", "tallied", "given", "put"]
)
_INFORMED = frozenset({"informed", "told", "notified"})


def be_form_before(view: SpeakerView, i: int) -> int | None:
    """Return the position of the form of "to be" that makes the verb at `i` a passive."""
    for k in range(i - 1, max(i - 5, -1), -1):
        word = view.word(k)
        if word in view.words["be_form"]:
            return k
        if not is_auxiliary(word, view.words):
            return None
    return None


def read_passive(view: SpeakerView, i: int, lower: str, be: int) -> Found | None:
    """Read "was confirmed by the ministry", "it was reported", "were said to have"."""
    speaker, last = _agent(view, i)
    if lower in ("quoted", "cited"):
        return read_quoted(view, i, be, speaker, last)
    if speaker is not None:
        verdict = "confirmed" if lower in view.words["confirming_verb"] else "reported"
        return Found(be, last, speaker, TRAIL, "claimant.passive_by", verdict=verdict)
    if lower in _INFORMED and view.word(i + 1) in ("of", "that", "about"):
        return _read_informed(view, i, be)
    # "No casualties were reported" is the source's own statement.
    denial = any(view.word(k) in ("no", "without") for k in range(be - 5, be))
    if lower not in view.words["passive_hedge"] or denial:
        return None
    behind_it = view.word(be - 1) in ("it", "also") or view.word(be - 2) == "it"
    if view.words["passive_hedge"][lower] == "it" and not behind_it:
        return None
    if behind_it:
        first = max(be - 1, 0)
        form = form_of(view.tokens, view.words, first, i + 1)
        return Found(first, i + 1, None, form, "claimant.it_was_reported")
    return Found(be, i + 1, None, HEDGE, "claimant.passive")


def is_compiled_by(view: SpeakerView, i: int) -> bool:
    """Tell whether a participle that needs no form of "to be" stands at `i`, with "by"."""
    return view.word(i) in _COMPILED and view.word(i + 1) == "by"


def read_compiled(view: SpeakerView, i: int) -> Found | None:
    """Read "deaths recorded by the monitor"."""
    speaker, last = _agent(view, i)
    return Found(i, last, speaker, TRAIL, "claimant.compiled_by") if speaker else None


def _read_informed(view: SpeakerView, i: int, be: int) -> Found | None:
    """Read "the Observatory was informed of the death of": it passes on what it was told."""
    subject = subject_before(view, be, any_noun=False)
    if subject is None or not (view.kind(subject) == "monitor" or view.is_outlet(subject)):
        return None
    form = form_of(view.tokens, view.words, subject.first, i + 1)
    return Found(subject.first, i + 1, subject, form, "claimant.subject")


def _agent(view: SpeakerView, i: int) -> tuple[Speaker | None, int]:
    """Return who stands after "by" behind the participle at `i`, and where the name ends."""
    for k in range(i + 1, min(i + 9, len(view.tokens))):
        if view.word(k) in (",", "that", "to", "and"):
            break
        if view.word(k) == "by":
            unlisted = view.word(i) in _COMPILED or view.word(i) == "told"
            find = view.after if unlisted else view.complements.speaker_after
            speaker, last = find(k + 1)
            known = speaker is not None and shown(speaker) is not None
            return (speaker, last) if known else (None, i + 1)
    return None, i + 1
