"""Claims and counts that belong to somebody: "the rebels' boast", "by their reckoning"."""

from pipeline.language.coverage import LEAD, TRAIL, Found, opens_sentence
from pipeline.language.speaker_view import SpeakerView
from pipeline.language.speakers import BACK, Speaker
from pipeline.language.speaking_owners import owner_of_claim

_OWNING = {"its": "body", "his": "he", "her": "he", "their": "group"}


def read_owned_claim(view: SpeakerView, i: int) -> Found | None:
    """Read "the enemy's boast of" and "the allegation made by the port that"."""
    following = view.word(i + 1)
    speaker: Speaker | None = None
    first = last = i
    if following == "made" and view.word(i + 2) == "by":
        speaker, last = view.complements.speaker_after(i + 3)
    elif following == "by":
        # "the claim by the rebels that nine were killed"
        speaker, last = view.after(i + 2)
        if all(view.word(k) != "that" for k in range(last, last + 8)):
            return None
    elif following in ("of", "that"):
        speaker, last = owner_of_claim(view, i), i + 1
        first = speaker.first if speaker else i
    return Found(first, last, speaker, LEAD, "claimant.owner") if speaker else None


def read_reckoning(view: SpeakerView, i: int) -> Found | None:
    """Read "by the army's own count" and "by their reckoning"."""
    speaker = _owner_of_reckoning(view, i)
    if speaker is None:
        return None
    near = (speaker.first - 1, speaker.first - 2)
    by = next((at for at in near if view.word(at) in ("by", "on")), None)
    if by is None:
        return None
    form = LEAD if opens_sentence(view.tokens, view.words, by) else TRAIL
    return Found(by, i + 1, speaker, form, "claimant.reckoning")


def _owner_of_reckoning(view: SpeakerView, i: int) -> Speaker | None:
    k = i - 1
    while k > 0 and i - k < 3 and view.word(k) not in _OWNING and not _owns(view, k):
        k -= 1
    owner = _OWNING.get(view.word(k))
    if owner:
        return Speaker(k, k + 1, BACK, "", frozenset({owner}))
    if _owns(view, k):
        end = k if view.word(k) in ("'", "’") else k + 1
        return view.ends.get(end) or view.common.owner(end - 1)
    return None


def _owns(view: SpeakerView, k: int) -> bool:
    """Tell whether an owner's ending stands at `k`: "the army's", "the survivors'"."""
    word = view.word(k)
    return word.endswith(("'s", "’s")) or (word in ("'", "’") and view.word(k - 1)[-1:] == "s")
