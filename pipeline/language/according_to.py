"""Who stands behind "according to"."""

from pipeline.language.coverage import LEAD, TRAIL, Found, opens_sentence
from pipeline.language.speaker_view import SpeakerView, shown
from pipeline.language.speakers import BACK, COMMON, NAMED, PERSON, Speaker


def read_according_to(view: SpeakerView, i: int) -> Found | None:
    """Read "according to the ministry" at `i`."""
    speaker, last = _speaker_behind(view, i + 2)
    if speaker is None:
        return None
    named = _named_behind_office(view, last)
    if named is not None and speaker.form in (COMMON, BACK, NAMED):
        speaker, last = named, named.last
    while view.word(last) in view.words["report_noun"]:
        last += 1
    linked = view.word(i - 1) in ("and", "but", "that", ";")
    leads = linked or opens_sentence(view.tokens, view.words, i)
    return Found(i, last, shown(speaker), LEAD if leads else TRAIL, "claimant.according_to")


def _speaker_behind(view: SpeakerView, k: int) -> tuple[Speaker | None, int]:
    """Return who stands at `k`, be it a noun in no list, and where the name ends."""
    speaker, last = view.complements.speaker_after(k)
    common = view.common.after(k)
    pronoun = speaker is not None and speaker.form == BACK and speaker.last == k + 1
    if common is not None and not pronoun:
        inside = speaker and speaker.form == BACK and speaker.last < common.last
        if speaker is None or speaker.first >= common.last or inside:
            speaker, last = common, common.last
    if speaker is None:
        speaker = view.shouted.after(k)
        last = speaker.last if speaker else last
    return speaker, last


def _named_behind_office(view: SpeakerView, last: int) -> Speaker | None:
    """Return the person named behind an office: "the chief of police, Gen. Omar Diaz"."""
    comma = last
    while comma < len(view.tokens) and comma - last < 4 and view.word(comma) != ",":
        if comma == last and view.word(comma) not in ("of", "for", "in", "at"):
            return None
        comma += 1
    named = view.starts.get(comma + 1)
    return named if named is not None and named.form == PERSON else None
