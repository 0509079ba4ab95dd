"""Attributions that belong together: one of them carries the other's words."""

from dataclasses import replace

from pipeline.language.coverage import LEAD, Found
from pipeline.language.speaker_view import SpeakerView

_LINKS = frozenset({",", "that", "by", "the", "-", '"', "”"})


def add_attribution(view: SpeakerView, named: list[Found], found: Found) -> None:
    """Add an attribution, joined with the one before where one carries the other's words."""
    before = named[-1] if named else None
    if before and before.rule == "claimant.citing" and found.first < before.first < found.last:
        # "A second source, citing an elder, puts it at ten": the elder speaks.
        named[-1] = replace(before, first=found.first, last=found.last, form=found.form)
        return
    joined = _joined(view, before, found) if before else None
    if joined is None:
        named.append(found)
    else:
        named[-1] = joined


def _joined(view: SpeakerView, before: Found, found: Found) -> Found | None:
    """Return the two as one, or None where each speaks for itself."""
    if before.speaker is None or found.speaker is None:
        return None
    carrier = before.via.first if before.via else before.speaker.first
    if found.speaker.first in (carrier, before.speaker.first):
        return replace(before, last=found.last, via=found.via or before.via)
    gap = view.tokens[before.last : min(found.first, before.last + 4)]
    near = found.first - before.last < 4 and {token.lower for token in gap} <= _LINKS
    outlets = view.is_outlet(before.speaker), view.is_outlet(found.speaker)
    if near and outlets == (True, False):
        return replace(found, first=before.first, via=before.speaker, form=LEAD)
    told_by = found.rule in ("claimant.according_to", "claimant.citing")
    if near and told_by and outlets == (False, True):
        return replace(before, last=found.last, via=found.speaker)
    return None
