"""Verbs of speech: which of their forms stands there, and so on which side who speaks."""

from pipeline.language.active_speech import read_active, read_seen, verdict_of
from pipeline.language.citations import read_cited, read_learned
from pipeline.language.coverage import HEDGE, TRAIL, Found
from pipeline.language.inverted_speech import subject_after
from pipeline.language.passive_speech import (
    be_form_before,
    is_compiled_by,
    read_compiled,
    read_passive,
)
from pipeline.language.speaker_view import SpeakerView
from pipeline.language.speech_senses import gives_figure, tells

# Verbs that say what somebody counted, and let anybody speak where a figure follows.
_RECKONING = frozenset(
    "counted counts lists listed names gave gives put puts recalled estimate estimates estimated "
    "has mentions accept accepts exhumed speak speaks spoke wrote documented documents logged logs "
    "tallied verify verified count spoken referred raised raises lowered putting placing".split()
)
# Verbs that tell nothing in the passive.
_ACTIVE = frozenset("accepted held charged raised lowered referred circulated remembered".split())
_STATES = frozenset(
    ["killed", "dead", "wounded", "injured", "missing", "captured", "arrested", "kidnapped"]
)


def read_verb(view: SpeakerView, i: int, lower: str) -> Found | None:
    """Read the verb of speech `lower` at `i`, None where it attributes nothing."""
    if lower == "reported" and view.word(i + 1) in _STATES:
        return Found(i, i + 1, None, HEDGE, "claimant.passive")
    be = be_form_before(view, i)
    hearsay = be is None and (lower, view.word(i + 1)) == ("said", "to")
    if hearsay or (lower.endswith("ed") and view.word(i - 1) in ("the", "a", "an")):
        # "The accused", "an estimated 40", "the reported dead"
        return None
    if be is not None and not lower.endswith("ing"):
        if lower in _ACTIVE:
            return None  # "The fort was held by the guild"
        return read_passive(view, i, lower, be)
    value = view.words["speech_verb"][lower]
    if value == "cited":
        return read_cited(view, i)
    if value == "learned" and view.word(i + 1) == "from":
        return read_learned(view, i)
    if value == "seen":
        return read_seen(view, i)
    if be is None and is_compiled_by(view, i):
        return read_compiled(view, i)
    return _read_statement(view, i, lower) if _states(view, i, lower) else None


def _states(view: SpeakerView, i: int, lower: str) -> bool:
    """Tell whether a verb says something: neither denied nor passive, nor in another sense."""
    able = (view.word(i - 2), view.word(i - 1)) == ("able", "to")  # "were able to verify"
    negated = view.word(i - 1) in view.words["negation"] and not able
    active = view.word(i - 1) in ("has", "have", "had")
    by = view.word(i + 1) == "by"
    passive = by and not active and lower not in ("said", "told", "added")
    return not negated and not passive and tells(view.tokens, i, view.words)


def _read_statement(view: SpeakerView, i: int, lower: str) -> Found | None:
    """Read "said the group" and "the group said"."""
    value = view.words["speech_verb"][lower]
    if (value == "known" or lower in ("put", "puts")) and lower in _RECKONING:
        if gives_figure(view.tokens, i, view.words):
            value = "any"
    speaker = subject_after(view, i, lower)
    if speaker is not None:
        rule = "claimant.speaker_after_verb"
        return Found(i, speaker.last, speaker, TRAIL, rule, verdict=verdict_of(value))
    return read_active(view, i, lower, value)
